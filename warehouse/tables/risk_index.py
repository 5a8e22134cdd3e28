import dataframely as dy

from warehouse.tables._base import Table


class RiskIndex(Table):
    """One row per region and published index of how vulnerable it is to breaches of ASN neutrality.

    A region that the publication does not name has no row: its index was not published, which is no 0.
    """

    index_id = dy.String(primary_key=True, description="Slug of the publication: bawaslu-ikp-netralitas-asn-2023.")
    region_code = dy.String(primary_key=True, description="Region it is of.")
    value = dy.Float64(min=0, max=100, description="Index as published, 0 to 100; more = more vulnerable.")
    issued_by = dy.String(description="Body that made the index.")
    published_on = dy.Date(nullable=True, description="Day it was made public; null = not known.")
    source_id = dy.String(description="Where the figure was read.")
    note = dy.String(nullable=True, description="What a reader should know of it, in Indonesian.")
