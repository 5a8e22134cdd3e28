"""What was done to the warehouse and who may see it: SQLAlchemy models, migrations, history, audit chain."""

from catalogue.database import Catalogue

__all__ = ["Catalogue"]
