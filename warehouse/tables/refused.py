import dataframely as dy

from warehouse.tables._base import Table


class Refused(Table):
    """One row per refused row of a file, with the rule that refused it. Of a roster: place and rule, no payload."""

    refused_id = dy.String(primary_key=True, description="Batch and ordinal.")
    sheet = dy.String(nullable=True, description="Sheet; null for a file without sheets.")
    row = dy.Int64(description="Row in the file, counted from 1.")
    column = dy.String(nullable=True, description="Column the rule spoke of; null = the whole row.")
    payload = dy.String(nullable=True, description="The original row as JSON; null for a roster.")
    rule = dy.String(description="Name of the rule.")
    message = dy.String(description="What is wrong and what to do, in Indonesian.")
    suggestion = dy.String(nullable=True, description="A proposal, if any.")
