"""The tile map: one equal square for each kabupaten and kota, so that a small kota is as visible as a wide regency.

Squares of a province lie together and provinces lie about where they are. Label points are first pushed apart until
each has the room of a tile (after Dorling's cartograms), then put on a grid at the least total distance; a province
that is still in pieces is drawn together by assigning again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from geopandas.geodataframe import GeoDataFrame
from scipy.optimize import linear_sum_assignment  # type: ignore[attr-defined]  # its __all__ is built at run time
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.spatial import KDTree

from geo import register
from geo.power import Points
from geo.schematic import Place, neighbours, places

SIZE = 0.8  # side of a tile; the map is about as wide in these units as Indonesia in degrees

_KM_PER_TILE = 95.0
_STRETCH = 1.4  # north to south, to make room between Java and its neighbours in the north
_STEPS, _PUSHES = 200, 5
_HOME, _WITHIN, _ACROSS, _COHESION = 0.015, 0.2, 0.06, 0.03  # pulls: home, province's own, next province, its centre
_FARTHEST_STEP = 0.5
_NEXT_PROVINCE, _NEXT_ISLAND = 1.05, 2.0  # least distance of tiles
_ROUNDS, _SCATTERED = 30, 1.5  # assigning again, and what a step away from its province's block costs then
_REACH = 3.5  # a tile lies at most about so far from where it was pushed

Pairs = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int64]
Distances = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Groups:
    """What holds regions together: the numbers of province and land of each, and pairs that are neighbours."""

    province: Numbers
    land: Numbers
    within: Pairs
    across: Pairs


def tiles() -> GeoDataFrame:
    """The tile map: columns code, geometry (squares of side `SIZE` on one grid, centred on the origin; no CRS)."""
    place = places()
    groups = _groups(place)
    wanted = _spread(place.points / _KM_PER_TILE * np.array([1.0, _STRETCH]), groups)
    cells = _settle(wanted, groups.province)
    corner = cells - (cells.min(axis=0) + cells.max(axis=0) + 1) / 2
    squares = shapely.box(*(corner * SIZE).T, *((corner + 1) * SIZE).T)
    return GeoDataFrame({"code": place.codes}, geometry=list(squares)).sort_values("code")


def _groups(place: Place) -> _Groups:
    provinces = [code[:2] for code in place.codes]
    # on the large islands a province leans on the next one; an archipelago's provinces keep their distance
    large = {island for island, members in place.islands.items() if len({provinces[each] for each in members}) > 1}
    lands = [register.island_of(code) for code in place.codes]
    land = [island if island in large else province for island, province in zip(lands, provinces, strict=True)]
    province = np.unique(provinces, return_inverse=True)[1]
    near = {pair for members in place.islands.values() for pair in neighbours(place, members)}
    within = {pair for pair in near if province[pair[0]] == province[pair[1]]}
    for number in np.unique(province):
        within |= _backbone(place.points, np.flatnonzero(province == number))
    return _Groups(
        province,
        np.unique(land, return_inverse=True)[1],
        np.array(sorted(within)),
        np.array(sorted(pair for pair in near if province[pair[0]] != province[pair[1]])),
    )


def _backbone(points: Points, members: Numbers) -> set[tuple[int, int]]:
    """The shortest pairs that join a province's regions, across water too."""
    apart = np.linalg.norm(points[members][:, None] - points[members][None], axis=2)
    ends = np.sort(np.transpose(minimum_spanning_tree(apart).nonzero()), axis=1)
    return {(int(members[a]), int(members[b])) for a, b in ends}


def _spread(home: Points, groups: _Groups) -> Points:
    """Positions in tiles, none nearer than a tile to another, neighbours side by side where that can be had."""
    at = home.copy()
    counts = np.bincount(groups.province)
    for _ in range(_STEPS):
        centres = np.column_stack([np.bincount(groups.province, column) / counts for column in at.T])
        pull = (home - at) * _HOME + (centres[groups.province] - at) * _COHESION
        for pairs, strength in ((groups.within, _WITHIN), (groups.across, _ACROSS)):
            pull += _along(at, pairs, np.clip(_apart(at, pairs) - 1.0, 0, None) * strength)
        at += np.clip(pull, -_FARTHEST_STEP, _FARTHEST_STEP)
        for _ in range(_PUSHES):
            at += _push(at, groups)
    return at


def _push(at: Points, groups: _Groups) -> Points:
    """The moves that bring pairs which are too near apart, each of the two half the way."""
    pairs = _tree(at).query_pairs(_NEXT_ISLAND, output_type="ndarray").astype(np.int64)
    same_province, same_land = (group[pairs[:, 0]] == group[pairs[:, 1]] for group in (groups.province, groups.land))
    least = np.where(same_province, 1.0, np.where(same_land, _NEXT_PROVINCE, _NEXT_ISLAND))
    short = np.clip(least - _apart(at, pairs), 0, None)
    crowd = np.bincount(pairs[short > 0].ravel(), minlength=len(at)).clip(min=1)
    moves: Points = _along(at, pairs, -short / 2) / np.sqrt(crowd)[:, None]
    return moves


def _tree(points: Points) -> Any:
    return KDTree(points)  # type: ignore[no-untyped-call]  # SciPy ships no types


def _apart(at: Points, pairs: Pairs) -> Distances:
    distances: Distances = np.linalg.norm(at[pairs[:, 1]] - at[pairs[:, 0]], axis=1) + 1e-9
    return distances


def _along(at: Points, pairs: Pairs, lengths: Distances) -> Points:
    """What each point moves when every pair pulls its two together by a length (apart where it is negative)."""
    pull = (at[pairs[:, 1]] - at[pairs[:, 0]]) * (lengths / _apart(at, pairs))[:, None]
    total = np.zeros_like(at)
    np.add.at(total, pairs[:, 0], pull)
    np.add.at(total, pairs[:, 1], -pull)
    return total


def _settle(wanted: Points, province: Numbers) -> Numbers:
    """Grid cells, one a point, near the positions wanted and with every province in one block."""
    low, high = np.floor(wanted.min(axis=0)) - 2, np.ceil(wanted.max(axis=0)) + 2
    grid = np.stack(np.meshgrid(*(np.arange(a, b + 1) for a, b in zip(low, high, strict=True))), axis=-1).reshape(-1, 2)
    grid = grid[_tree(wanted).query(grid)[0] < _REACH].astype(np.int64)
    cost = np.square(wanted[:, None] - grid[None]).sum(axis=2)
    cells: Numbers = grid[linear_sum_assignment(cost)[1]]
    for round_number in range(1, _ROUNDS + 1):
        scattered = np.zeros_like(cost)
        whole = True
        for number in np.unique(province):
            members = np.flatnonzero(province == number)
            block = largest_block(cells[members])
            whole &= len(block) == len(members)
            scattered[members] = np.abs(grid[:, None] - block[None]).sum(axis=2).min(axis=1)
        if whole:
            break
        cost += scattered * _SCATTERED * round_number
        cells = grid[linear_sum_assignment(cost)[1]]
    return cells


def largest_block(cells: Numbers) -> Numbers:
    """The most cells that hang together by their sides."""
    left = {(int(x), int(y)) for x, y in cells}
    best: set[tuple[int, int]] = set()
    while left:
        block: set[tuple[int, int]] = set()
        open_cells = [min(left)]
        while open_cells:
            x, y = open_cells.pop()
            if (x, y) in left:
                left.remove((x, y))
                block.add((x, y))
                open_cells += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
        best = max(best, block, key=len)
    return np.array(sorted(best))
