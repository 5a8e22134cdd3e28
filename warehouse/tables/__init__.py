"""The tables, one module each. `TABLES` is their register: name of the table to its schema."""

from warehouse.tables._base import Table
from warehouse.tables.campaign import Campaign
from warehouse.tables.claim import Claim
from warehouse.tables.event import Event
from warehouse.tables.event_region import EventRegion
from warehouse.tables.headcount import Headcount
from warehouse.tables.obligation import Obligation
from warehouse.tables.opd import Opd
from warehouse.tables.person_key import PersonKey
from warehouse.tables.refused import Refused
from warehouse.tables.region import Region
from warehouse.tables.regulation import Regulation
from warehouse.tables.risk_index import RiskIndex
from warehouse.tables.signature import Signature
from warehouse.tables.source import Source

TABLES: dict[str, type[Table]] = {
    "region": Region,
    "opd": Opd,
    "campaign": Campaign,
    "regulation": Regulation,
    "event": Event,
    "event_region": EventRegion,
    "obligation": Obligation,
    "claim": Claim,
    "source": Source,
    "headcount": Headcount,
    "signature": Signature,
    "risk_index": RiskIndex,
    "person_key": PersonKey,
    "refused": Refused,
}

__all__ = ["TABLES", "Table"]
