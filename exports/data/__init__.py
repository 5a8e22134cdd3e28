"""Data files: a table as CSV, Parquet, GeoJSON or GeoPackage, and all tables of a briefing as one described package.

Every file has the same fields (`fields`): a figure is a lower bound, an upper bound and a state, and each row carries
the code that leads back to it.
"""

from exports.data.columnar import parquet
from exports.data.delimited import csv, csv_text
from exports.data.mapped import geojson, geopackage
from exports.data.packaging import package
from exports.data.places import has_regions

__all__ = ["csv", "csv_text", "geojson", "geopackage", "has_regions", "package", "parquet"]
