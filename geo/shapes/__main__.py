"""`python -m geo.shapes` writes the maps beside this file."""

from geo.shapes import FOLDER
from geo.shapes.make import documents

for name, body in documents().items():
    (FOLDER / f"{name}.json").write_bytes(body)
