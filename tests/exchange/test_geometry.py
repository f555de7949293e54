"""Tests of the check of geometries against RFC 7946."""

from typing import Any

import pytest

from abcd.exchange._geometry import (
    bounds_fault,
    bounds_hold,
    faults_of_geometry,
    point,
    positions,
    unusable,
)

SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]


def geometry(kind: str, coordinates: Any) -> dict[str, Any]:
    """Make a geometry."""
    return {"type": kind, "coordinates": coordinates}


# The seven examples of RFC 7946, appendix A, shortened.
SOUND = {
    "point": geometry("Point", [100.0, 0.0]),
    "three-dimensions": geometry("Point", [100.0, 0.0, 250]),
    "four-numbers": geometry("Point", [100.0, 0.0, 250, 17]),
    "line": geometry("LineString", [[100.0, 0.0], [101.0, 1.0]]),
    "polygon": geometry("Polygon", [SQUARE, [[0.2, 0.2], [0.8, 0.2], [0.8, 0.8], [0.2, 0.2]]]),
    "clockwise": geometry("Polygon", [SQUARE[::-1]]),
    "multi-point": geometry("MultiPoint", [[100.0, 0.0], [101.0, 1.0]]),
    "multi-line": geometry("MultiLineString", [[[0, 0], [1, 1]], [[2, 2], [3, 3]]]),
    "multi-polygon": geometry("MultiPolygon", [[SQUARE], [SQUARE]]),
    "tuples": geometry("Polygon", (tuple(map(tuple, SQUARE)),)),
    "collection": {
        "type": "GeometryCollection",
        "geometries": [geometry("Point", [100, 0]), geometry("LineString", [[101, 0], [102, 1]])],
    },
    "edges": geometry("MultiPoint", [[180, 90], [-180, -90], [0, 0]]),
}


@pytest.mark.parametrize("sound", SOUND.values(), ids=SOUND.keys())
def test_sound_geometries_have_no_faults(sound: dict[str, Any]) -> None:
    """Every type, any number of dimensions, either winding, lists or tuples."""
    assert faults_of_geometry(sound, "geometry") == []


POSITION = "a position: a list of longitude and latitude"
DEGREES = "a number in degrees, not text"
NOWHERE = "positions; it is read as no location"
KINDS = (
    "one of 'Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon' or "
    "'GeometryCollection'"
)
CUT = "a longitude from -180 to 180, cut at the antimeridian"


@pytest.mark.parametrize(
    ("broken", "where", "found", "accepted"),
    [
        (3, "", "3", "a geometry object, or null"),
        ("Point", "", "'Point'", "a geometry object, or null"),
        ({"type": "point"}, ".type", "'point'", KINDS),
        (geometry("Point", None), ".coordinates", "None", POSITION),
        (
            geometry("Point", [1]),
            *(".coordinates", "a list of 1", "at least two numbers: longitude, latitude"),
        ),
        (geometry("Point", ["109.13", -6.9]), ".coordinates[0]", "'109.13'", DEGREES),
        (geometry("Point", [1, True]), ".coordinates[1]", "True", DEGREES),
        (geometry("Point", [1, None]), ".coordinates[1]", "None", DEGREES),
        (geometry("Point", [1, 2, "3 m"]), ".coordinates[2]", "'3 m'", "a number"),
        (geometry("Point", [100, 101]), ".coordinates[1]", "101", "a latitude from -90 to 90"),
        (
            geometry("Point", [-6.9, 109.1]),
            *(".coordinates[1]", "109.1", "a latitude from -90 to 90; longitude comes first"),
        ),
        (geometry("Point", [361, 0]), ".coordinates[0]", "361", CUT),
        (geometry("LineString", [[1, 2], 3]), ".coordinates[1]", "3", POSITION),
        (
            geometry("LineString", "1 2, 3 4"),
            *(".coordinates", "'1 2, 3 4'", "a list of positions of a LineString"),
        ),
        (
            geometry("Polygon", [SQUARE, 7]),
            *(".coordinates[1]", "7", "a list of positions of a Polygon"),
        ),
        (
            geometry("MultiPolygon", {}),
            *(".coordinates", "a dict of 0", "a list of lists of positions of a MultiPolygon"),
        ),
        (
            {"type": "GeometryCollection", "geometries": {}},
            *(".geometries", "a dict of 0", "a list of geometries"),
        ),
        (
            {"type": "GeometryCollection", "geometries": [SOUND["point"], None]},
            *(".geometries[1]", "None", "a geometry object, or null"),
        ),
        (geometry("Point", []), "", "a geometry without positions", NOWHERE),
        (geometry("MultiPoint", []), "", "a geometry without positions", NOWHERE),
        (geometry("MultiPolygon", [[]]), "", "a geometry without positions", NOWHERE),
        (
            {"type": "GeometryCollection", "geometries": []},
            *("", "a geometry without positions", NOWHERE),
        ),
    ],
)
def test_broken_geometries_can_not_be_used(
    broken: Any, where: str, found: str, accepted: str
) -> None:
    """Each fault says where, what and what is accepted. Empty ones are null (RFC 7946, 3.1)."""
    faults = faults_of_geometry(broken, "g")
    assert [(fault.path, fault.found, fault.accepted) for fault in faults] == [
        (f"g{where}", found, accepted)
    ]
    assert unusable(faults)


@pytest.mark.parametrize(
    ("odd", "code", "path"),
    [
        (geometry("Polygon", [SQUARE[:-1]]), "open-ring", "coordinates[0]"),
        (geometry("Polygon", [SQUARE[:3]]), "short-ring", "coordinates[0]"),
        (geometry("MultiPolygon", [[SQUARE, SQUARE[:4]]]), "open-ring", "coordinates[0][1]"),
        (geometry("LineString", [[1, 2]]), "short-line", "coordinates"),
        (geometry("Point", [190, 0]), "antimeridian", "coordinates[0]"),
        (geometry("LineString", [[170, 0], [-190, 0]]), "antimeridian", "coordinates[1][0]"),
    ],
)
def test_odd_geometries_can_be_used(odd: dict[str, Any], code: str, path: str) -> None:
    """They are reported, and drawn as they are."""
    faults = faults_of_geometry(odd, "")
    assert [(fault.code, fault.path) for fault in faults] == [(code, path)]
    assert not unusable(faults)


def test_all_faults_of_a_geometry_come_at_once() -> None:
    """A list of positions with three faults has three."""
    faults = faults_of_geometry(geometry("MultiPoint", [[1, 100], ["1", 2], [3]]), "g")
    assert [fault.path for fault in faults] == [
        "g.coordinates[0][1]",
        "g.coordinates[1][0]",
        "g.coordinates[2]",
    ]


def test_a_hostile_geometry_has_a_hundred_faults_and_a_line() -> None:
    """A million of them would fill the memory."""
    faults = faults_of_geometry(geometry("MultiPoint", [[1, 100]] * 10_000), "g")
    assert len(faults) == 101
    assert str(faults[100]) == "g: found more than 100 faults; accepted: a geometry of RFC 7946"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (geometry("Point", [109.13, 0]), (0, 109.13)),
        (geometry("Point", [0, 0, 7]), (0, 0)),
        (geometry("Point", [190, 1]), None),
        (geometry("MultiPoint", [[1, 2]]), None),
        (None, None),
    ],
)
def test_only_a_point_says_where_a_place_is(
    drawn: dict[str, Any] | None, expected: tuple[float, float] | None
) -> None:
    """rep-data-02: latitude 0 is a latitude. A line has no point that stands for it."""
    assert point(drawn) == expected


def test_positions_of_a_collection() -> None:
    """Every position once, in their order."""
    assert list(positions(SOUND["collection"])) == [[100, 0], [101, 0], [102, 1]]
    assert len(list(positions(SOUND["multi-polygon"]))) == 10


@pytest.mark.parametrize(
    "box", [[0, 0, 1, 1], (0, 0, 1, 1), [0, 0, -5, 1, 1, 5], [170, -10, -170, 10]]
)
def test_bounding_boxes(box: Any) -> None:
    """Two or three dimensions; west may be beyond east."""
    assert bounds_fault(box, "bbox") is None


@pytest.mark.parametrize(
    "box", [[0, 0, 1], [0, 0, 1, "1"], [0] * 5, "0,0,1,1", None, {}, [True] * 4]
)
def test_what_is_no_bounding_box(box: Any) -> None:
    """The fault names where it stands."""
    fault = bounds_fault(box, "features[2].bbox")
    assert fault is not None
    assert (fault.path, fault.code) == ("features[2].bbox", "bbox")
    assert not bounds_hold(box, [])


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ([-1, -1, 1, 1], True),
        ([0, 0, 0, 1], False),
        ([0, 1, 1, 1], False),
        ([-1, -1, 0, 1, 1, 9], True),
        ([-1, -1, 8, 1, 1, 9], False),
        ([100, -90, 10, 90], True),
        ([100, -90, -10, 90], False),
    ],
    ids=["in", "west", "south", "low", "too-low", "over-the-antimeridian", "not-over-it"],
)
def test_whether_a_box_still_holds(box: list[float], expected: bool) -> None:
    """A box of before is wrong when something lies outside of it now."""
    drawn = [geometry("LineString", [[0, 0], [1, 1, 5]])]
    assert bounds_hold(box, drawn) is expected
