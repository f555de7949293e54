"""Places: checked coordinates, and geometries that name their fault."""

from typing import Any

import pytest

from abcd.errors import InvalidValueError
from abcd.model import Place
from abcd.model.places import GEOMETRY_TYPES

PAIR = "accepted: both latitude and longitude, or neither"
NORTH = "accepted: a number from -90 to 90, or None"
EAST = "accepted: a number from -180 to 180, or None"
GEOMETRY = (
    "a GeoJSON geometry, its 'type' one of Point, MultiPoint, LineString, MultiLineString, "
    "Polygon, MultiPolygon, GeometryCollection, or None"
)


def test_a_place_needs_an_id_and_a_name() -> None:
    """Everything else may be unknown."""
    assert repr(Place("rt3", "RT 3")) == "Place(id='rt3', name='RT 3')"
    full = Place("rt3", "RT 3", level="RT", parent="desa", code="33.28", area=12.5)
    assert (full.level, full.parent, full.code, full.area) == ("RT", "desa", "33.28", 12.5)


@pytest.mark.parametrize(("latitude", "longitude"), [(0, 0), (-90, 180), (90.0, -180.0)])
def test_the_edges_of_the_map_are_places(latitude: float, longitude: float) -> None:
    """Zero is a place, not a gap."""
    place = Place("x", "X", latitude=latitude, longitude=longitude)
    assert (place.latitude, place.longitude) == (latitude, longitude)
    assert "latitude" in repr(place)


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"latitude": 1.0}, [f"longitude: found None; {PAIR}"]),
        ({"longitude": 0}, [f"latitude: found None; {PAIR}"]),
        ({"latitude": 90.1, "longitude": 0}, [f"latitude: found 90.1; {NORTH}"]),
        ({"latitude": 91}, [f"latitude: found 91; {NORTH}"]),
        (
            {"latitude": "1", "longitude": -181},
            [f"latitude: found '1'; {NORTH}", f"longitude: found -181; {EAST}"],
        ),
        (
            {"latitude": 1.0, "area": 0},
            [
                "area: found 0; accepted: a finite number above 0, or None",
                f"longitude: found None; {PAIR}",
            ],
        ),
    ],
)
def test_half_a_pair_and_what_lies_outside_are_refused(
    fields: dict[str, Any], lines: list[str]
) -> None:
    """All faults at once; of a pair with a broken half only the half is at fault."""
    with pytest.raises(InvalidValueError) as caught:
        Place("x", "X", **fields)
    assert [str(fault) for fault in caught.value.faults] == lines


@pytest.mark.parametrize("kind", GEOMETRY_TYPES)
def test_every_kind_of_geometry_is_kept(kind: str) -> None:
    """As it is given, frozen, with foreign members."""
    inside = "geometries" if kind == "GeometryCollection" else "coordinates"
    geometry = {"type": kind, inside: [], "bbox": [0, 1]}
    stored: Any = Place("x", "X", geometry=geometry).geometry
    assert stored == {"type": kind, inside: (), "bbox": (0, 1)}


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Circle", "coordinates": []},
        {"type": ["Point"], "coordinates": []},
        {"type": "Point"},
        {"type": "Point", "coordinates": "1,2"},
        {"type": "GeometryCollection", "coordinates": []},
        {},
    ],
    ids=str,
)
def test_a_mapping_that_is_no_geometry_is_refused(geometry: dict[str, Any]) -> None:
    """It needs a known type, and a list of coordinates or of geometries."""
    with pytest.raises(InvalidValueError) as caught:
        Place("x", "X", geometry=geometry)
    assert str(caught.value) == f"geometry: found FrozenMapping; accepted: {GEOMETRY}"


def test_junk_is_no_geometry() -> None:
    """A number that is none is named by its place."""
    for junk, found in [("Point", "'Point'"), ([1, 2], "a list of 2"), (3, "3")]:
        with pytest.raises(InvalidValueError) as caught:
            Place("x", "X", geometry=junk)  # type: ignore[arg-type]  # junk on purpose
        assert str(caught.value) == f"geometry: found {found}; accepted: {GEOMETRY}"
    with pytest.raises(InvalidValueError) as caught:
        Place("x", "X", geometry={"type": "Point", "coordinates": [float("nan"), 1]})
    assert caught.value.path == "geometry['coordinates'][0]"
    assert caught.value.found == "nan"
