"""Tests of `abcd.exchange.geojson.read` on foreign data. All names are invented."""

import math
import types
from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.exchange import Imported, geojson
from abcd.fields import FrozenMapping
from abcd.model import Asset, Place

POINT = {"type": "Point", "coordinates": [109.13, -6.95]}


def feature(id: Any = 1, geometry: Any = None, properties: Any = None, **members: Any) -> Any:
    """Make a feature with a name."""
    given = {"name": "Hall"} if properties is None else properties
    return {"type": "Feature", "id": id, "geometry": geometry, "properties": given, **members}


def collection(*features: Any, **members: Any) -> dict[str, Any]:
    """Make a collection."""
    return {"type": "FeatureCollection", "features": list(features), **members}


def read(*features: Any, **arguments: Any) -> Imported:
    """Read a collection of some features."""
    return geojson.read(collection(*features), **arguments)


def asset(imported: Imported, position: int = 0) -> Asset:
    """Return one asset of what was read."""
    return imported.community.assets[position]


def place(imported: Imported, position: int = 0) -> Place:
    """Return one place of what was read."""
    return imported.community.places[position]


def said(imported: Imported) -> list[tuple[str, str]]:
    """List the paths and codes of all faults."""
    return [(fault.path, fault.code) for fault in imported.faults]


# --- the three kinds of data ---------------------------------------------------------------------


def test_a_feature_becomes_an_asset_with_a_place_of_its_own() -> None:
    """The whole of it."""
    imported = read(feature(geometry=POINT, properties={"name": "Hall", "kinds": ["physical"]}))
    assert imported.community.assets == (Asset("1", "Hall", ["physical"], place="1:place"),)
    assert imported.community.places == (
        Place("1:place", "Hall", latitude=-6.95, longitude=109.13, geometry=POINT),
    )
    assert (imported.faults, imported.set_aside, imported.attribution) == ((), (), None)
    assert (imported.community.id, imported.community.name) == ("imported", "imported")


def test_a_feature_alone() -> None:
    """Paths start at the feature."""
    imported = geojson.read(feature(geometry={"type": "Point", "coordinates": [1]}))
    assert said(imported) == [("geometry.coordinates", "position")]


def test_a_geometry_alone() -> None:
    """It becomes an asset without id and name, which are made and reported."""
    imported = geojson.read({"type": "Point", "coordinates": [1, 95]})
    assert said(imported) == [
        ("id", "missing-id"),
        ("properties.name", "missing-name"),
        ("coordinates[1]", "latitude"),
    ]
    assert asset(imported).name == "feature-0"
    assert geojson.read(POINT).community.places[0].latitude == -6.95


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            '{"type": "Feature"}',
            r"^data: found text of 19 characters; accepted: plain data, as json",
        ),
        (b"{}", r"^data: found 2 bytes; accepted: plain data, as json.loads\(text\) gives them"),
        ([feature()], r"^data: found a list of 1; accepted: a GeoJSON object"),
        (None, r"^data: found None; accepted: a GeoJSON object: a mapping with a 'type'"),
        ({}, r"^type: found None; accepted: one of FeatureCollection, Feature, Point"),
        ({"type": "Topology"}, r"^type: found 'Topology'; accepted: one of FeatureCollection"),
        ({"type": ["Feature"]}, r"^type: found a list of 1"),
        ({"type": "FeatureCollection"}, r"^features: found None; accepted: a list of features"),
        (collection() | {"features": {}}, r"^features: found a dict of 0; accepted: a list"),
    ],
)
def test_what_is_no_geojson_is_refused(data: Any, message: str) -> None:
    """With a hint to `json.loads` for text."""
    with pytest.raises(InvalidValueError, match=message):
        geojson.read(data)


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"community_id": "@x"}, "community_id"),
        ({"community_id": 3}, "community_id"),
        ({"community_name": " "}, "community_name"),
        ({"attribution": ""}, "attribution"),
        ({"id": ""}, "id"),
        ({"name": None}, "name"),
        ({"kind": 3}, "kind"),
        ({"place": ["rt"]}, "place"),
        ({"level": "@rt"}, "level"),
        ({"kinds": "physical"}, "kinds"),
        ({"kinds": {"a": 3}}, "kinds['a']"),
        ({"kinds": {"a": []}}, "kinds['a']"),
        ({"kinds": {"a": ["x", ""]}}, "kinds['a']"),
        ({"kinds": {None: "x"}}, "kinds[None]"),
    ],
)
def test_arguments_are_checked(arguments: dict[str, Any], path: str) -> None:
    """A fault names the argument."""
    with pytest.raises(InvalidValueError) as caught:
        read(**arguments)
    assert caught.value.path == path


def test_every_wrong_argument_is_listed() -> None:
    """Not only the first."""
    with pytest.raises(InvalidValueError, match="2 faults"):
        read(kinds={"a": 3, "b": []})
    with pytest.raises(InvalidValueError, match="3 faults"):
        read(community_id="", community_name="", attribution="")


# --- ids -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id", "expected"),
    [(7, "7"), (7.0, "7"), ("7", "7"), (7.5, "7.5"), ("node/7", "node/7"), (0, "0"), (-1, "-1")],
)
def test_ids_are_text(id: Any, expected: str) -> None:
    """rep-data-06: a number that is whole is that number, never '7.0'."""
    imported = read(feature(id))
    assert (asset(imported).id, imported.faults) == (expected, ())


@pytest.mark.parametrize(
    ("id", "code", "kept"),
    [
        (None, "missing-id", False),
        ([1, 2], "id", True),
        ({"$oid": "x"}, "id", True),
        (True, "id", True),
        ("", "id", True),
        (" ", "id", True),
        ("@7", "id", True),
        (10**70, "id", True),
    ],
)
def test_an_id_that_is_none_is_made(id: Any, code: str, kept: bool) -> None:
    """A fault says which; what stood there is kept."""
    imported = read(feature(), feature(id))
    assert asset(imported, 1).id == "feature-1"
    assert said(imported) == [("features[1].id", code)]
    assert "it is 'feature-1' now" in imported.faults[0].accepted
    assert ("@feature" in asset(imported, 1).extra) is kept


def test_a_made_id_takes_no_id_that_comes_later() -> None:
    """Ids of the data come first, wherever they stand."""
    imported = read(feature(None), feature("feature-0"), feature("x:place"), feature("x", POINT))
    ids = [one.id for one in imported.community]
    assert ids == ["x:place-2", "feature-0-2", "feature-0", "x:place", "x"]


def test_duplicate_ids_are_reported_and_nothing_is_lost() -> None:
    """The first keeps it; 1 and "1" are the same."""
    imported = read(feature(1), feature("1"), feature(1.0, POINT), feature("1-2"))
    assert [one.id for one in imported.community.assets] == ["1", "1-3", "1-4", "1-2"]
    assert said(imported) == [
        ("features[1].id", "duplicate-id"),
        ("features[2].id", "duplicate-id"),
    ]
    assert str(imported.faults[0]) == (
        "features[1].id: found '1'; accepted: an id that is used once; it is '1-3' now"
    )
    assert asset(imported, 1).extra == {"@feature": {"kept": {"id": "1"}}}


def test_the_id_may_stand_in_a_property() -> None:
    """The feature's own id is kept beside it."""
    imported = read(
        feature(9, properties={"name": "A", "code": 1.0}),
        feature(None, properties={"name": "B", "code": "1"}),
        feature(None, properties={"name": "C"}),
        id="code",
    )
    assert [one.id for one in imported.community.assets] == ["1", "1-2", "feature-2"]
    assert said(imported) == [
        ("features[1].properties.code", "duplicate-id"),
        ("features[2].properties.code", "missing-id"),
    ]
    assert asset(imported).extra == {"@feature": {"kept": {"id": 9}}}
    assert asset(imported, 1).extra == {"code": "1"}


# --- names and kinds -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("properties", "found"),
    [
        ({}, "nothing"),
        ({"name": None}, "nothing"),
        ({"name": "  "}, "text of 2 characters"),
        ({"name": 7}, "int"),
        ({"name": ["Hall"]}, "a list of 1"),
    ],
    ids=repr,
)
def test_a_missing_name_is_the_id(properties: dict[str, Any], found: str) -> None:
    """rep-data-05: an asset keeps its id though nameless. Faults show no names."""
    imported = read(feature("h1", properties=properties))
    assert asset(imported).name == "h1"
    assert said(imported) == [("features[0].properties.name", "missing-name")]
    assert imported.faults[0].found == found
    assert asset(imported).extra == FrozenMapping(properties)


@pytest.mark.parametrize("name", ["Nan", "NA", "None", "Null", "null", "nan", "0"])
def test_names_that_look_like_nothing_are_names(name: str) -> None:
    """rep-data-06: text is text."""
    imported = read(feature(properties={"name": name}))
    assert (asset(imported).name, imported.faults) == (name, ())


def test_not_a_number_is_no_name_and_no_id() -> None:
    """rep-data-06: a spreadsheet's empty cell is nothing, and reported; no text 'nan' anywhere."""
    imported = read(feature(math.nan, properties={"name": math.nan, "village": np.float64("nan")}))
    assert asset(imported) == Asset("feature-0", "feature-0", extra={"name": None, "village": None})
    assert said(imported) == [
        ("features[0].id", "not-plain"),
        ("features[0].properties.name", "not-plain"),
        ("features[0].properties.village", "not-plain"),
        ("features[0].id", "missing-id"),
        ("features[0].properties.name", "missing-name"),
    ]
    assert [fault.found for fault in imported.faults[:3]] == ["nan"] * 3


def test_names_are_kept_as_they_are_found() -> None:
    """rep-data-08: a garbled name is not repaired by guess."""
    imported = read(feature(properties={"name": "Caf\u00c3\u00a9 Warga"}))
    assert asset(imported).name == "Caf\u00c3\u00a9 Warga"


def test_hidden_characters_in_names_of_properties_are_reported() -> None:
    """rep-data-08: each spelling once, shown with what is hidden in it, and read as meant."""
    rows = [{"\ufeffid": f"h{n}", "name": "Balai", "kind ": "physical", "x ": n} for n in (1, 2)]
    imported = read(*(feature(None, properties=row) for row in rows), id="id", kind="kind")
    assert [one.id for one in imported.community.assets] == ["h1", "h2"]
    assert [one.kinds for one in imported.community.assets] == [("physical",)] * 2
    assert [(fault.path, fault.found, fault.code) for fault in imported.faults] == [
        ("features[0].properties", r"'\ufeffid'", "property-name"),
        ("features[0].properties", "'kind '", "property-name"),
        ("features[0].properties", "'x '", "property-name"),
    ]
    assert imported.faults[0].accepted == "'id', without what does not show; it is read as such"
    assert asset(imported).extra == {"x ": 1}


def test_an_exact_property_wins_over_one_that_looks_like_it() -> None:
    """Only where there is none of the name is another read for it."""
    imported = read(feature(properties={"name ": "Odd", "name": "Hall"}))
    assert asset(imported).name == "Hall"
    assert asset(imported).extra == {"name ": "Odd"}


@pytest.mark.parametrize(
    ("value", "kinds", "left"),
    [
        ("physical", ("physical",), {}),
        (["physical", "water"], ("physical", "water"), {}),
        (["water", "water"], ("water",), {}),
        ([], (), {}),
        (None, (), {"kinds": None}),
        ("", (), {"kinds": ""}),
    ],
)
def test_kinds_without_a_mapping(value: Any, kinds: tuple[str, ...], left: Any) -> None:
    """The values are the kinds; nothing is no kind and no fault."""
    imported = read(feature(properties={"name": "Hall", "kinds": value}))
    assert (asset(imported).kinds, asset(imported).extra) == (kinds, left)
    assert imported.faults == ()


@pytest.mark.parametrize("value", [3, True, {"a": 1}, [["x"]]], ids=repr)
def test_a_kind_is_text(value: Any) -> None:
    """Anything else is reported and kept."""
    imported = read(feature(properties={"name": "Hall", "kinds": value}))
    assert (asset(imported).kinds, asset(imported).extra) == (
        (),
        FrozenMapping({"kinds": value}),
    )
    assert [code for _, code in said(imported)] == ["unknown-kind"]


def test_kinds_by_a_mapping() -> None:
    """One value may be several kinds; the value stays in `extra`; numbers are text here."""
    imported = read(
        feature(properties={"name": "A", "sort": "Well"}),
        feature(properties={"name": "B", "sort": ["Well", 2.0, "Song"]}),
        kind="sort",
        kinds={"Well": ["natural", "physical"], 2: "social"},
    )
    assert asset(imported).kinds == ("natural", "physical")
    assert asset(imported, 1).kinds == ("natural", "physical", "social")
    assert asset(imported, 1).extra["sort"] == ("Well", 2.0, "Song")
    assert said(imported)[1] == ("features[1].properties.sort[2]", "unknown-kind")
    assert imported.faults[1].accepted == "one of 'Well' or '2'"


def test_a_file_without_kinds() -> None:
    """Nothing is looked for."""
    imported = read(feature(properties={"name": "A", "kinds": "x"}), kind=None)
    assert asset(imported).kinds == ()
    assert asset(imported).extra == {"kinds": "x"}


# --- neighborhoods -------------------------------------------------------------------------------


def test_neighborhoods_are_parents() -> None:
    """One place a name; without a geometry the asset stands in it."""
    imported = read(
        feature(1, POINT, {"name": "A", "rt": "RT 3"}),
        feature(2, None, {"name": "B", "rt": "RT 3"}),
        feature(3, None, {"name": "C", "rt": 4.0}),
        feature(4, None, {"name": "D", "rt": ""}),
        feature(5, None, {"name": "E", "rt": None}),
        place="rt",
        level="RT",
    )
    assert [(one.id, one.name, one.level) for one in imported.community.places] == [
        ("RT:RT 3", "RT 3", "RT"),
        ("1:place", "A", None),
        ("RT:4", "4", "RT"),
    ]
    assert place(imported, 1).parent == "RT:RT 3"
    assert [one.place for one in imported.community.assets] == [
        *("1:place", "RT:RT 3", "RT:4", None, None),
    ]
    assert imported.faults == ()
    assert [dict(one.extra) for one in imported.community.assets] == [{}] * 3 + [
        {"rt": ""},
        {"rt": None},
    ]


def test_neighborhoods_without_a_level() -> None:
    """Their ids say only that they are places."""
    imported = read(feature(properties={"name": "A", "rt": "X"}), place="rt", level=None)
    assert imported.community.places == (Place("place:X", "X"),)


@pytest.mark.parametrize("value", [["RT 3"], True, " "], ids=repr)
def test_what_names_no_neighborhood_is_reported(value: Any) -> None:
    """And kept."""
    imported = read(feature(properties={"name": "A", "rt": value}), place="rt")
    assert said(imported) == [("features[0].properties.rt", "place")]
    assert asset(imported).place is None
    assert asset(imported).extra == FrozenMapping({"rt": value})


@pytest.mark.parametrize(
    "other",
    ["mid cambridge", "Mid-Cambridge", "Mid  Cambridge ", "M\u00edd Cambridge", "MidCambridge"],
)
def test_two_spellings_are_two_places_and_reported(other: str) -> None:
    """They are not merged in silence; where nothing but signs is left, signs count."""
    rows = ["Mid Cambridge", other, "Elsewhere", other, "!", "?"]
    features = [feature(n, None, {"name": "A", "rt": rt}) for n, rt in enumerate(rows)]
    imported = read(*features, place="rt")
    assert said(imported) == [("features[1].properties.rt", "similar-name")]
    assert len(imported.community.places) == 5


# --- geometries ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("latitude", "longitude"), [(0, 109.13), (0.0, 0.0), (-6.95, 0)])
def test_zero_is_a_place(latitude: float, longitude: float) -> None:
    """rep-data-02: latitude 0 is a value, not an absence."""
    imported = read(feature(geometry={"type": "Point", "coordinates": [longitude, latitude]}))
    assert (place(imported).latitude, place(imported).longitude) == (latitude, longitude)


def test_null_is_no_place() -> None:
    """rep-data-02 and rep-data-05: no location is not at 0, 0, and no fault."""
    imported = read(feature(geometry=None))
    assert (asset(imported).place, imported.community.places, imported.faults) == (None, (), ())


@pytest.mark.parametrize(
    ("coordinates", "path"),
    [
        (["109.13", "-6.95"], "[0]"),
        ([None, None], "[0]"),
        (["", ""], "[0]"),
        ([109.13], ""),
        ([109.13, 100], "[1]"),
        ([109.13, math.nan], "[1]"),
        ([math.inf, 1], "[0]"),
        ([109.13, [-6.95]], "[1]"),
        ([[[[[1]]]]], ""),
        ("109.13 -6.95", ""),
        (None, ""),
    ],
    ids=repr,
)
def test_a_geometry_that_can_not_be_used_costs_the_location_only(
    coordinates: Any, path: str
) -> None:
    """rep-data-05: half a pair, text, null: the asset stays, what stood there is kept."""
    imported = read(feature("x"), feature(7, {"type": "Point", "coordinates": coordinates}))
    assert (asset(imported, 1).id, asset(imported, 1).place) == ("7", None)
    assert imported.faults[0].path == f"features[1].geometry.coordinates{path}"
    assert "geometry" in asset(imported, 1).extra["@feature"]["kept"]
    assert imported.set_aside == ()


def test_one_fault_a_number_that_is_none() -> None:
    """What was replaced is not reported a second time as missing."""
    imported = read(feature(geometry={"type": "Point", "coordinates": [math.nan, 1]}))
    assert said(imported) == [("features[0].geometry.coordinates[0]", "not-plain")]


def test_lines_and_areas_have_a_geometry_and_no_point() -> None:
    """Which point would stand for them is a decision."""
    line = {"type": "LineString", "coordinates": [[0, 0], [1, 1, 7]], "title": "path"}
    imported = read(feature(geometry=line))
    assert place(imported).geometry == FrozenMapping(line)
    assert (place(imported).latitude, imported.faults) == (None, ())


def test_odd_geometries_are_used_and_reported() -> None:
    """An open ring can be drawn; a point beyond the antimeridian has no longitude of ours."""
    ring = [[0, 0], [1, 0], [1, 1], [0, 1]]
    imported = read(
        feature(1, {"type": "Polygon", "coordinates": [ring]}),
        feature(2, {"type": "Point", "coordinates": [190, 5]}),
    )
    assert said(imported) == [
        ("features[0].geometry.coordinates[0]", "open-ring"),
        ("features[1].geometry.coordinates[0]", "antimeridian"),
    ]
    assert [one.geometry is None for one in imported.community.places] == [False, False]
    assert [one.latitude for one in imported.community.places] == [None, None]


# --- what stands beside --------------------------------------------------------------------------


def test_foreign_members_are_kept_where_they_belong() -> None:
    """Of the properties, of the feature, of the collection; the bounding box too."""
    data = collection(
        feature(
            geometry=POINT,
            properties={"name": "Hall", "Address": {"street": ["A", 1]}, "@feature": 5},
            bbox=[109, -7, 110, -6],
            title="x",
            abcd={"class": "Song"},
        ),
        title="Map",
        bbox=[109, -7, 110, -6],
        abcd=[1],
    )
    imported = geojson.read(data)
    assert imported.faults == ()
    assert asset(imported).extra == {
        "Address": {"street": ("A", 1)},
        "@feature": {
            "members": {
                "bbox": (109, -7, 110, -6),
                "title": "x",
                "abcd": {"class": "Song"},
            },
            "kept": {"@feature": 5},
        },
    }
    assert imported.community.extra == {"title": "Map", "bbox": (109, -7, 110, -6), "abcd": (1,)}


def test_what_the_standard_asks_for_is_reported() -> None:
    """Missing members, properties that are no object, boxes that are none, another `crs`."""
    data = collection(
        {"type": "Feature", "id": 1},
        feature(2, properties=["x"], bbox=[1]),
        crs={"type": "name", "properties": {"name": "EPSG:3857"}},
        bbox="all",
    )
    imported = geojson.read(data)
    assert said(imported) == [
        ("crs", "crs"),
        ("bbox", "bbox"),
        ("features[0].geometry", "missing-member"),
        ("features[0].properties", "missing-member"),
        ("features[0].properties.name", "missing-name"),
        ("features[1].properties", "properties"),
        ("features[1].bbox", "bbox"),
        ("features[1].properties.name", "missing-name"),
    ]
    assert asset(imported, 1).extra["@feature"]["kept"]["properties"] == ("x",)
    assert imported.community.extra["crs"]["properties"] == {"name": "EPSG:3857"}


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"attribution": "City"}, "City"),
        ({"license": "CC0"}, "CC0"),
        ({"license": "CC0", "attribution": "City"}, "City; CC0"),
        ({"licence": "CC0", "license": "CC0"}, "CC0"),
        ({"license": " "}, None),
        ({"license": {"name": "CC0"}}, None),
        ({}, None),
    ],
)
def test_attribution_rides_along(members: dict[str, Any], expected: str | None) -> None:
    """As the collection says it, or as the caller says it."""
    assert geojson.read(collection(**members)).attribution == expected
    assert geojson.read(collection(**members), attribution="Me").attribution == "Me"


# --- bad features --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bad", "path", "code"),
    [
        (None, "features[1]", "feature"),
        (5, "features[1]", "feature"),
        ("Siti", "features[1]", "feature"),
        ([POINT], "features[1]", "feature"),
        ({}, "features[1].type", "feature-type"),
        (POINT, "features[1].type", "feature-type"),
        ({"type": "feature", "properties": {"name": "x"}}, "features[1].type", "feature-type"),
    ],
    ids=repr,
)
def test_what_is_no_feature_is_set_aside(bad: Any, path: str, code: str) -> None:
    """The others are read; the bad one is there as it was; no text of it is in a fault."""
    imported = read(feature(1), bad, feature(2))
    assert [one.id for one in imported.community.assets] == ["1", "2"]
    assert said(imported) == [(path, code)]
    expected = bad if isinstance(bad, dict) else {"value": bad}
    assert imported.set_aside == (FrozenMapping(expected),)
    assert "Siti" not in str(imported.faults[0])


def deep(levels: int) -> Any:
    """Nest lists."""
    nested: Any = 1
    for _ in range(levels):
        nested = [nested]
    return nested


@pytest.mark.parametrize("levels", [70, 100_000])
def test_a_depth_bomb_costs_nothing_but_itself(levels: int) -> None:
    """The fault says where; the rest of the feature is read."""
    imported = read(
        feature(
            1, {"type": "Point", "coordinates": deep(levels)}, {"name": "A", "x": deep(levels)}
        ),
        feature(2, POINT),
        deep(levels),
    )
    assert [one.name for one in imported.community.assets] == ["A", "Hall"]
    assert imported.faults[0].path.startswith("features[0].geometry.coordinates[0][0]")
    assert imported.faults[1].path.startswith("features[0].properties.x[0]")
    assert {fault.code for fault in imported.faults} == {"depth", "position", "feature"}


def test_data_that_contain_themselves_end() -> None:
    """A circle is a depth without an end."""
    circle: list[Any] = []
    circle += [circle, circle]
    imported = read(feature(properties={"name": "A", "x": circle}))
    assert asset(imported).extra == {"x": (None, None)}
    assert {fault.code for fault in imported.faults} == {"depth"}


def test_what_no_document_holds_is_reported() -> None:
    """Objects, other keys than text, numbers that are none; text and numbers of numpy are plain."""
    properties = {"name": np.str_("Hall"), "n": np.int64(3), "x": object(), 7: "y", "big": 10**400}
    imported = read(feature(properties={**properties, (1,): "z"}))
    assert asset(imported).name == "Hall"
    assert asset(imported).extra == {"n": 3, "x": None, "7": "y", "big": None, "a tuple of 1": "z"}
    assert said(imported) == [
        ("features[0].properties.x", "not-plain"),
        ("features[0].properties", "key"),
        ("features[0].properties.big", "not-plain"),
        ("features[0].properties", "key"),
    ]


def test_keys_that_become_the_same_are_two() -> None:
    """No value is lost."""
    imported = read(feature(properties={"name": "A", "7": "text", 7: "number"}))
    assert asset(imported).extra == {"7": "text", "7-2": "number"}


def test_paths_of_odd_keys_are_written_like_python() -> None:
    """So that one can find them."""
    imported = read(feature(properties={"name": "A", "their name": math.inf}))
    assert imported.faults[0].path == "features[0].properties['their name']"


# --- objects with an interface -------------------------------------------------------------------


def test_geometries_of_other_libraries_are_read() -> None:
    """Tuples are lists; an object may stand for a whole, a feature or a geometry."""
    shape = types.SimpleNamespace(__geo_interface__={"type": "Point", "coordinates": (1.0, 2.0)})
    imported = read(feature(geometry=shape))
    assert place(imported).geometry == FrozenMapping({"type": "Point", "coordinates": [1.0, 2.0]})
    assert geojson.read(shape).community.places[0].latitude == 2.0


def test_an_interface_that_gives_itself_ends() -> None:
    """It is a depth without an end."""

    class Mirror:
        @property
        def __geo_interface__(self) -> "Mirror":
            return self

    imported = read(Mirror(), feature())
    assert said(imported) == [("features[0]", "depth"), ("features[0]", "feature")]
    with pytest.raises(InvalidValueError, match="a GeoJSON object"):
        geojson.read(Mirror())


def test_errors_of_an_interface_are_the_users_own() -> None:
    """They pass through."""

    class Broken:
        @property
        def __geo_interface__(self) -> dict[str, Any]:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        geojson.read(Broken())
