import dataframely as dy

from warehouse.tables._base import Table


class Campaign(Table):
    """One row per election that pledges refer to. Dates are whole days, null = no source found."""

    campaign_id = dy.String(primary_key=True, description="pemilu-2024, pilkada-2024, …")
    name = dy.String(description="Name in Indonesian: Pemilu 2024.")
    election_date = dy.Date(nullable=True, description="Polling day.")
    campaign_start = dy.Date(nullable=True, description="First day of campaigning.")
    campaign_end = dy.Date(nullable=True, description="Last day of campaigning.")
    points = dy.List(
        dy.Int64(), nullable=True, description="Themes of the usual pledge text (1–4); null = no usual text known."
    )
    legal_basis = dy.List(dy.String(), nullable=True, description="Regulations (regulation_id) the pledge rests on.")
    source_id = dy.String(nullable=True, description="Where the dates were read; null = dates not sourced.")
