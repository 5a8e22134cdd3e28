import dataframely as dy

from warehouse.tables._base import Table, one_of
from warehouse.vocabulary import Level


class Region(Table):
    """One row per code of a province, kabupaten or kota: those in force and those replaced.

    Grain: Kemendagri code (a code was never reused for another region). `valid_to` null = in force; a code that
    is no longer in force names the one that took its place in `successor_code`. Source: the regions register in `geo/`.
    """

    code = dy.String(primary_key=True, regex=r"^\d{2}(\.\d{2})?$", description="Kemendagri code, dotted: 33, 33.03.")
    bps_code = dy.String(nullable=True, description="BPS code, its own system; null = not known for this code.")
    iso_3166_2 = dy.String(nullable=True, description="ISO 3166-2 code; provinces only.")
    level = dy.String(check=one_of(Level), description="provinsi, kabupaten or kota.")
    name = dy.String(description="Official name with its type word.")
    parent_code = dy.String(nullable=True, description="Code of the province; null for a province.")
    latitude = dy.Float64(nullable=True, description="Latitude of a label point inside the region, degrees.")
    longitude = dy.Float64(nullable=True, description="Longitude of that label point, degrees.")
    area_km2 = dy.Float64(nullable=True, description="Official area, square kilometres.")
    population = dy.Int64(nullable=True, description="Registered residents (Dukcapil, second half of 2024), people.")
    valid_from = dy.Date(nullable=True, description="First day in force; null = before the register begins.")
    valid_to = dy.Date(nullable=True, description="Last day in force; null = still in force.")
    successor_code = dy.String(nullable=True, description="Code that replaced this one; null = in force.")
