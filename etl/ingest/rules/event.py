from etl.ingest.rules.figure import Figure


class EventFigure(Figure):
    """People who took part in a ceremony or signed there, as read."""
