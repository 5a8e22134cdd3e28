import dataframely as dy

from warehouse.tables._base import Table, one_of
from warehouse.vocabulary import EmployeeType, Tier


class PersonKey(Table):
    """One row per campaign × region × person, by keyed hash: to count one person once. No name, no NIP.

    The hash is an HMAC whose secret is kept outside the warehouse, cut to 128 bits: enough to tell people apart, and
    no NIP has its form.
    """

    partition_by = ("campaign_id", "region_code")

    campaign_id = dy.String(primary_key=True, description="Election it is for.")
    region_code = dy.String(primary_key=True, description="Region that counts the person.")
    person_hash = dy.String(
        primary_key=True,
        regex=r"^[0-9a-f]{32}$",
        description="First 128 bits of the HMAC-SHA256 of the NIP, 32 hexadecimal digits.",
    )
    opd_id = dy.String(description="OPD the person was counted in.")
    employee_type = dy.String(check=one_of(EmployeeType), description="PNS, PPPK or NON_ASN.")
    tier = dy.String(check=one_of(Tier), description="Tier.")
