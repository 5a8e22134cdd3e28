import dataframely as dy

from warehouse.tables._base import Table, one_of
from warehouse.vocabulary import OpdKind


class Opd(Table):
    """One row per unit of a region (Organisasi Perangkat Daerah).

    Grain: unit. `vertikal` marks a central office, which is not an OPD and enters no regional figure.
    """

    opd_id = dy.String(primary_key=True, description="Region code and slug of the name: 33.03/dinas-kesehatan.")
    region_code = dy.String(description="Region the unit belongs to.")
    name = dy.String(description="Name as its region writes it, abbreviations expanded.")
    kind = dy.String(check=one_of(OpdKind), description="Kind of unit.")
    parent_opd_id = dy.String(nullable=True, description="Unit it is part of; null = directly under the region.")
    valid_from = dy.Date(nullable=True, description="First day of the unit; null = not known.")
    valid_to = dy.Date(nullable=True, description="Last day, e.g. before a merger; null = exists.")
