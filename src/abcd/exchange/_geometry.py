"""Geometries after RFC 7946: what is wrong with them, and where they are.

A fault that leaves the geometry usable is told apart from one that does not: an open ring can
still be drawn, a latitude of 100 can not.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..errors import Fault, nearest, shown
from ..model.places import GEOMETRY_TYPES

__all__ = ["bounds_fault", "bounds_hold", "faults_of_geometry", "point", "positions", "unusable"]

# Levels of lists around a position.
_LEVELS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
_SHAPES = ("a position", "a list of positions", "a list of lists of positions")
# A geometry with these faults can still be drawn.
_USABLE = frozenset({"antimeridian", "open-ring", "short-line", "short-ring"})
# More of one geometry help nobody, and a hostile one could fill the memory with them.
_LISTED = 100


def faults_of_geometry(geometry: Any, path: str) -> list[Fault]:
    """List what is wrong with a geometry, at most a hundred faults.

    Parameters
    ----------
    geometry : object
        Plain data, but not None.
    path : str
        Where it stands.
    """
    faults = list(itertools.islice(_of_geometry(geometry, path), _LISTED + 1))
    if len(faults) > _LISTED:
        found = f"more than {_LISTED} faults"
        faults[_LISTED:] = [Fault(path, found, "a geometry of RFC 7946", "geometry")]
    # An empty list in the place of a position is none either.
    if not unusable(faults) and not any(positions(geometry)):
        accepted = "positions; it is read as no location"
        faults.append(Fault(path, "a geometry without positions", accepted, "no-position"))
    return faults


def unusable(faults: Sequence[Fault]) -> bool:
    """Whether a geometry with these faults can not be used at all."""
    return any(fault.code not in _USABLE for fault in faults)


def point(geometry: Any) -> tuple[float, float] | None:
    """Return latitude and longitude of a usable point on the map; None of anything else."""
    if geometry is None or geometry["type"] != "Point":
        return None
    longitude, latitude = geometry["coordinates"][:2]
    # A longitude beyond the antimeridian has a second name; which was meant is not guessed.
    return (latitude, longitude) if -180 <= longitude <= 180 else None


def positions(geometry: Mapping[str, Any]) -> Iterator[Sequence[float]]:
    """Walk over the positions of a usable geometry."""
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from positions(part)
    else:
        yield from _leaves(geometry["coordinates"], _LEVELS[geometry["type"]])


def _leaves(value: Any, levels: int) -> Iterator[Any]:
    if levels == 0:
        yield value
    else:
        for item in value:
            yield from _leaves(item, levels - 1)


def _of_geometry(geometry: Any, path: str) -> Iterator[Fault]:
    if not isinstance(geometry, Mapping):
        yield Fault(path, shown(geometry), "a geometry object, or null", "geometry")
        return
    kind = geometry.get("type")
    if not (isinstance(kind, str) and kind in GEOMETRY_TYPES):
        accepted = f"one of {nearest(kind, GEOMETRY_TYPES)}"
        yield Fault(f"{path}.type" if path else "type", shown(kind), accepted, "geometry-type")
        return
    key = "geometries" if kind == "GeometryCollection" else "coordinates"
    inside = geometry.get(key)
    where = f"{path}.{key}" if path else key
    if isinstance(inside, list | tuple) and not inside:
        return
    if kind == "GeometryCollection":
        yield from _of_collection(inside, where)
    else:
        yield from _of_coordinates(inside, where, _LEVELS[kind], kind)


def _of_collection(geometries: Any, path: str) -> Iterator[Fault]:
    if not isinstance(geometries, list | tuple):
        yield Fault(path, shown(geometries), "a list of geometries", "coordinates")
        return
    for index, geometry in enumerate(geometries):
        yield from _of_geometry(geometry, f"{path}[{index}]")


def _of_coordinates(value: Any, path: str, levels: int, kind: str) -> Iterator[Fault]:
    if levels == 0:
        yield from _of_position(value, path)
        return
    if not isinstance(value, list | tuple):
        shape = _SHAPES[min(levels, 2)]
        yield Fault(path, shown(value), f"{shape} of a {kind}", "coordinates")
        return
    for index, item in enumerate(value):
        yield from _of_coordinates(item, f"{path}[{index}]", levels - 1, kind)
    if levels == 1:
        yield from _of_line(value, path, kind)


def _of_line(line: Sequence[Any], path: str, kind: str) -> Iterator[Fault]:
    if kind.endswith("Polygon"):
        if len(line) < 4:
            found = f"a ring of {len(line)} positions"
            yield Fault(path, found, "at least four, the last like the first", "short-ring")
        elif line[0] != line[-1]:
            yield Fault(path, "an open ring", "a last position like the first", "open-ring")
    elif kind.endswith("LineString") and len(line) < 2:
        yield Fault(path, f"a line of {len(line)} positions", "at least two", "short-line")


def _of_position(value: Any, path: str) -> Iterator[Fault]:
    if not isinstance(value, list | tuple):
        accepted = "a position: a list of longitude and latitude"
        yield Fault(path, shown(value), accepted, "position")
        return
    if len(value) < 2:
        yield Fault(path, shown(value), "at least two numbers: longitude, latitude", "position")
    wrong = [index for index, number in enumerate(value) if type(number) not in (int, float)]
    for index in wrong:
        accepted = "a number in degrees, not text" if index < 2 else "a number"
        yield Fault(f"{path}[{index}]", shown(value[index]), accepted, "position")
    if len(value) >= 2 and not wrong:
        yield from _of_degrees(value[0], value[1], path)


def _of_degrees(longitude: float, latitude: float, path: str) -> Iterator[Fault]:
    if not -90 <= latitude <= 90:
        swapped = -90 <= longitude <= 90 and -180 <= latitude <= 180
        hint = "; longitude comes first" if swapped else ""
        accepted = f"a latitude from -90 to 90{hint}"
        yield Fault(f"{path}[1]", shown(latitude), accepted, "latitude")
    if not -180 <= longitude <= 180:
        code = "antimeridian" if -360 <= longitude <= 360 else "longitude"
        accepted = "a longitude from -180 to 180, cut at the antimeridian"
        yield Fault(f"{path}[0]", shown(longitude), accepted, code)


def bounds_fault(box: Any, path: str) -> Fault | None:
    """Return what is wrong with the shape of a bounding box (RFC 7946, section 5)."""
    sound = (
        isinstance(box, list | tuple)
        and len(box) in (4, 6)
        and all(type(number) in (int, float) for number in box)
    )
    accepted = "four or six numbers: west, south, (lowest,) east, north(, highest)"
    return None if sound else Fault(path, shown(box), accepted, "bbox")


def bounds_hold(box: Any, geometries: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a bounding box still holds all positions; west beyond east spans the antimeridian."""
    if bounds_fault(box, "") is not None:
        return False
    half = len(box) // 2
    (west, south, *low), (east, north, *high) = box[:half], box[half:]
    for position in itertools.chain.from_iterable(map(positions, geometries)):
        longitude, latitude, *rest = position
        between = (
            west <= longitude <= east if west <= east else longitude >= west or longitude <= east
        )
        if not (between and south <= latitude <= north):
            return False
        if low and rest and not low[0] <= rest[0] <= high[0]:
            return False
    return True
