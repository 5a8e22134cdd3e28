from etl.ingest.rules.figure import Figure


class HeadcountFigure(Figure):
    """People of a unit, as read. A dash or a blank is no figure, and no fault."""
