import dataframely as dy

from warehouse.tables._base import Table


class Regulation(Table):
    """One row per law, joint decree or circular that pledges cite, with the days it was in force."""

    regulation_id = dy.String(primary_key=True, description="Slug: uu-20-2023.")
    title = dy.String(description="Kind, number and year as one writes it: UU 20/2023.")
    subject = dy.String(nullable=True, description="What it does here, one sentence in Indonesian.")
    issued_by = dy.String(nullable=True, description="Issuing body.")
    issued_on = dy.Date(nullable=True, description="Day of issue; null = not known.")
    in_force_from = dy.Date(nullable=True, description="First day in force; null = not known.")
    in_force_to = dy.Date(nullable=True, description="Last day in force; null = in force or not known.")
    replaced_by = dy.String(nullable=True, description="regulation_id that replaced it.")
    region_code = dy.String(nullable=True, description="Region that issued it; null = national.")
    source_id = dy.String(
        nullable=True, description="Where this was read; null = from general knowledge, not for print."
    )
