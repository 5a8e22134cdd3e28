from etl.ingest.rules.figure import Figure


class SignatureFigure(Figure):
    """People of a unit who pledged or signed, as read. More than the target is flagged, not refused."""
