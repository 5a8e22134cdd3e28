import dataframely as dy

from warehouse.tables._base import Table, one_of
from warehouse.vocabulary import Role


class EventRegion(Table):
    """One row per event × region × role: who organised, who took part, where it was held."""

    event_id = dy.String(primary_key=True, description="The event.")
    region_code = dy.String(primary_key=True, description="The region.")
    role = dy.String(primary_key=True, check=one_of(Role), description="organiser, participant or place.")
