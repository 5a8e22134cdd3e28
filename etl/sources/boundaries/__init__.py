"""Files of boundaries: GeoParquet, GeoJSON, Shapefile in a zip, GeoPackage. By content and not by name.

No GDAL: a file that GDAL opens may make it read others. JSON, SQLite, Parquet, and a shapefile's two plain tables are
read as what they are, in a child process with limits, and the geometry is worked on there too.
"""

from etl.sources.boundaries.limits import DEFAULT, Limits
from etl.sources.boundaries.reader import Asked, Reading, read, read_path

__all__ = ["DEFAULT", "Asked", "Limits", "Reading", "read", "read_path"]
