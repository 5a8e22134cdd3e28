import dataframely as dy

from warehouse.tables._base import Table, one_of
from warehouse.vocabulary import EmployeeType, Tier


class PersonKey(Table):
    """One row per campaign × region × person, by keyed hash: to count one person once. No name, no NIP.

    The secret is kept outside the warehouse. 64 bits are enough to tell a region's people apart (two of a million
    fall together once in thirty million campaigns), and as a number they are a quarter of their hexadecimal form.
    """

    partition_by = ("campaign_id", "region_code")

    campaign_id = dy.String(primary_key=True, description="Election it is for.")
    region_code = dy.String(primary_key=True, description="Region that counts the person.")
    person_hash = dy.Int64(primary_key=True, description="First 64 bits of the keyed BLAKE2s of the NIP.")
    key_id = dy.String(description="Which secret: hashes made with another one cannot be compared.")
    opd_id = dy.String(description="OPD the person was counted in.")
    employee_type = dy.String(check=one_of(EmployeeType), description="PNS, PPPK or NON_ASN.")
    tier = dy.String(check=one_of(Tier), description="Tier.")
