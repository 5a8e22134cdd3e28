import dataframely as dy

from warehouse.tables._base import Table, one_of
from warehouse.vocabulary import EmployeeType, Tier


class PersonKey(Table):
    """One row per campaign × person, by keyed hash: to count one person once. No name, no NIP.

    The hash is an HMAC whose secret is kept outside the warehouse.
    """

    campaign_id = dy.String(primary_key=True, description="Election it is for.")
    person_hash = dy.String(primary_key=True, description="HMAC-SHA256 of the NIP, hexadecimal.")
    opd_id = dy.String(description="OPD the person was counted in.")
    employee_type = dy.String(check=one_of(EmployeeType), description="PNS, PPPK or NON_ASN.")
    tier = dy.String(check=one_of(Tier), description="Tier.")
