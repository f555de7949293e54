"""Tests of `abcd.exchange.geojson.write`, and of reading what it wrote. All names are invented."""

import copy
import json
from typing import Any

import pytest

from abcd.errors import InvalidValueError
from abcd.exchange import Imported, geojson
from abcd.fields import FrozenMapping
from abcd.model import (
    OUTSIDE,
    Asset,
    Challenge,
    Community,
    Consent,
    Evidence,
    Flow,
    Membership,
    Organization,
    Person,
    Place,
    Story,
    Tie,
)
from abcd.privacy import REDACTED
from abcd.vocabulary import Tag

POINT = {"type": "Point", "coordinates": [109.13, -6.95]}
SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}


def written(**parts: Any) -> dict[str, Any]:
    """Write a community of some parts."""
    return geojson.write(Community("c", "C", **parts)).data


def features(**parts: Any) -> list[dict[str, Any]]:
    """Return the features of what was written."""
    found: list[dict[str, Any]] = written(**parts)["features"]
    return found


def back(**parts: Any) -> Community:
    """Write and read again."""
    return geojson.read(json.loads(json.dumps(written(**parts), allow_nan=False))).community


# --- the document --------------------------------------------------------------------------------


def test_an_asset_is_a_feature_with_the_geometry_of_its_place() -> None:
    """The whole document of one asset; properties are the fields that are set."""
    asset = Asset(
        "hall",
        "Village hall",
        ["physical"],
        control="primary",
        place="corner",
        quantity=2,
        unit="rooms",
        tags=[Tag("sdg", "11")],
        evidence=[Evidence("walk", method="invented", on="2024-01-15")],
        reviewed_on="2024-02-01",
        extra={"roof": "tin"},
    )
    place = Place("corner", "Corner", level="RT", latitude=-6.95, longitude=109.13)
    assert geojson.write(Community("rt3", "RT 3", places=[place], assets=[asset])).data == {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": "hall",
                "geometry": {"type": "Point", "coordinates": [109.13, -6.95]},
                "properties": {
                    "name": "Village hall",
                    "kinds": ["physical"],
                    "control": "primary",
                    "status": "identified",
                    "place": "corner",
                    "quantity": 2,
                    "unit": "rooms",
                    "tags": [{"scheme": "sdg", "code": "11"}],
                    "evidence": [{"source": "walk", "method": "invented", "on": "2024-01-15"}],
                    "reviewed_on": "2024-02-01",
                    "roof": "tin",
                },
                "abcd": {
                    "class": "Asset",
                    "place": {"id": "corner", "name": "Corner", "level": "RT"},
                    "position": {"geometry": None},
                },
            }
        ],
        "abcd": {"schema": "abcd/1", "community": {"id": "rt3", "name": "RT 3"}},
    }


def test_a_place_alone_is_a_feature() -> None:
    """With a geometry or without one; the parent of another place too."""
    places = [Place("rt", "RT", level="RT"), Place("field", "Field", parent="rt", geometry=SQUARE)]
    first, second = features(places=places)
    assert (first["geometry"], first["properties"]) == (None, {"name": "RT", "level": "RT"})
    assert second["geometry"] == SQUARE
    assert second["properties"] == {"name": "Field", "parent": "rt"}
    assert second["abcd"] == {"class": "Place"}


def test_two_assets_at_one_place_are_both_on_the_map() -> None:
    """The first feature holds the place, the second repeats where it is."""
    assets = [Asset("a", "A", place="p"), Asset("b", "B", place="p")]
    first, second = features(places=[Place("p", "P", geometry=POINT)], assets=assets)
    assert first["geometry"] == second["geometry"] == POINT
    assert first["abcd"]["place"] == {"id": "p", "name": "P"}
    assert second["abcd"] == {"class": "Asset"}
    assert second["properties"]["place"] == "p"


def test_an_asset_without_a_place_has_no_geometry() -> None:
    """It is in the document all the same."""
    (feature,) = features(assets=[Asset("song", "Song")])
    assert feature["geometry"] is None


def test_an_empty_community_is_an_empty_collection() -> None:
    """Always a collection."""
    exported = geojson.write(Community("c", "C"))
    assert exported.data["features"] == []
    assert exported.lost == ()
    assert geojson.read(exported.data).community == Community("c", "C")


@pytest.mark.parametrize(
    "place",
    [
        Place("p", "P"),
        Place("p", "P", latitude=0, longitude=0),
        Place("p", "P", geometry=POINT),
        Place("p", "P", geometry=POINT, latitude=-6.95, longitude=109.13),
        Place("p", "P", geometry=POINT, latitude=1, longitude=2),
        Place("p", "P", geometry=SQUARE),
        Place("p", "P", geometry=SQUARE, latitude=0.5, longitude=0.5),
        Place("p", "P", geometry={"type": "Point", "coordinates": [1]}),
        Place(
            "p", "P", geometry={"type": "Point", "coordinates": [1, 95]}, latitude=1, longitude=1
        ),
        Place("p", "P", geometry={"type": "Point", "coordinates": [190, 5]}),
        Place("p", "P", geometry={"type": "MultiPoint", "coordinates": []}),
    ],
    ids=[
        *("nothing", "pair", "point", "both", "apart", "area", "area-and-pair", "broken"),
        *("broken-and-pair", "beyond", "empty"),
    ],
)
@pytest.mark.parametrize("assets", [[], [Asset("a", "A", place="p")]], ids=["alone", "of-an-asset"])
def test_every_position_comes_back(place: Place, assets: list[Asset]) -> None:
    """Whatever a place has of geometry, latitude and longitude."""
    assert back(places=[place], assets=assets).places == (place,)


def test_a_geometry_that_no_map_can_draw_is_null_and_named() -> None:
    """It stands beside, so that nothing is lost."""
    broken = {"type": "Point", "coordinates": ["1", 2]}
    assets = [Asset("a", "A", place="p"), Asset("b", "B", place="p")]
    whole = Community("c", "C", places=[Place("p", "P", geometry=broken)], assets=assets)
    exported = geojson.write(whole)
    feature, other = exported.data["features"]
    assert feature["geometry"] is other["geometry"] is None
    assert feature["abcd"]["position"] == {"geometry": broken}
    assert [str(fault) for fault in exported.lost] == [
        "places[0].geometry.coordinates[0]: found '1'; accepted: a number in degrees, not text"
    ]


def test_places_keep_their_order() -> None:
    """Also where the order of the features is another one."""
    places = [Place("b", "B"), Place("p", "P"), Place("a", "A", parent="b")]
    assets = [Asset("x", "X", place="a"), Asset("y", "Y", place="b")]
    assert written(places=places, assets=assets)["abcd"]["places"] == ["b", "p", "a"]
    assert [place.id for place in back(places=places, assets=assets).places] == ["b", "p", "a"]


def test_extra_stands_where_it_came_from() -> None:
    """Properties among the properties, members among the members; names in use stand aside."""
    extra = {
        "Address": "Jl. Mawar 3",
        "status": "open",
        "id": 7,
        "@feature": {"members": {"title": "x", "bbox": [0, 0, 1, 1]}, "kept": {"id": [1]}},
    }
    asset = Asset("a", "A", place="p", extra=extra)
    (feature,) = features(places=[Place("p", "P", geometry=SQUARE)], assets=[asset])
    assert feature["properties"]["Address"] == "Jl. Mawar 3"
    assert feature["properties"]["status"] == "identified"
    assert feature["properties"]["id"] == 7
    assert (feature["title"], feature["bbox"]) == ("x", [0, 0, 1, 1])
    assert feature["abcd"]["extra"] == {"status": "open"}
    assert feature["abcd"]["feature"] == {"kept": {"id": [1]}}
    assert back(places=[Place("p", "P", geometry=SQUARE)], assets=[asset]).assets == (asset,)


@pytest.mark.parametrize(
    "beside",
    [
        {"members": {"bbox": [5, 5, 6, 6]}},
        {"members": {"type": "x"}},
        {"members": {"abcd": 1}},
        {"members": {}},
        {"members": 3},
        {"kept": 1},
        {},
        [],
        None,
        "x",
    ],
    ids=repr,
)
def test_what_can_not_stand_among_the_members_comes_back_all_the_same(beside: Any) -> None:
    """A box that holds nothing any more, a name of the format itself, or something else."""
    asset = Asset("a", "A", place="p", extra={"@feature": beside})
    parts: dict[str, Any] = {"places": [Place("p", "P", geometry=SQUARE)], "assets": [asset]}
    (feature,) = features(**parts)
    assert "bbox" not in feature
    assert back(**parts).assets == (asset,)


def test_members_of_the_collection_stand_beside_the_features() -> None:
    """But for a box that is wrong, another reference system, and names of the format itself."""
    extra = {"title": "Map", "bbox": [5, 5, 6, 6], "crs": "EPSG:3857", "features": 1, "abcd": 2}
    place = Place("p", "P", geometry=POINT)
    data = geojson.write(Community("c", "C", places=[place], extra=extra)).data
    assert data["title"] == "Map"
    assert {"bbox", "crs"} & data.keys() == set()
    assert len(data["features"]) == 1
    imported = geojson.read(data)
    assert (imported.community.extra, imported.faults) == (FrozenMapping(extra), ())
    held = geojson.write(Community("c", "C", places=[place], extra={"bbox": [109, -7, 110, -6]}))
    assert held.data["bbox"] == [109, -7, 110, -6]


def nested(levels: int) -> Any:
    """Nest lists."""
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


def test_what_is_too_deep_to_be_read_back_is_named() -> None:
    """Everything else of the object is written."""
    deep = {"deep": nested(90), "shallow": nested(50)}
    geometry = {"type": "Point", "coordinates": [1, 2], "deep": nested(90)}
    whole = Community(
        "c",
        "C",
        places=[Place("p", "P", geometry=geometry, latitude=1, longitude=2, extra=deep)],
        assets=[Asset("a", "A", place="p", extra=deep)],
        extra=deep,
    )
    exported = geojson.write(whole)
    assert [(fault.path, fault.code) for fault in exported.lost] == [
        ("places[0].geometry", "depth"),
        ("places[0].extra.deep", "depth"),
        ("assets[0].extra.deep", "depth"),
        ("extra.deep", "depth"),
    ]
    imported = geojson.read(exported.data)
    assert imported.faults == ()
    assert imported.community.places[0].latitude == 1
    assert [*imported.community.assets[0].extra] == ["shallow"]


# --- what a map does not hold --------------------------------------------------------------------


def full() -> Community:
    """Make a community of everything."""
    return Community(
        "c",
        "Kampung of Siti",
        people=[
            Person("siti", "Siti Aminah", consents=[Consent(["report"], expires_on="2024-03-01")]),
            Person("p2", "Budi"),
        ],
        organizations=[Organization("o", "O")],
        places=[Place("home", "House of Budi", geometry=POINT)],
        assets=[
            Asset("oven", "Oven of Siti and Budi", holder="p2", named_by=["siti"], place="home")
        ],
        memberships=[Membership("p2", "o")],
        ties=[Tie("siti", "p2"), Tie("p2", "oven")],
        flows=[Flow("o", OUTSIDE, 1)],
        challenges=[Challenge("Rain")],
        stories=[Story("It rained")],
        population=120,
        population_evidence=Evidence("village office"),
        households=30,
    )


def test_what_a_map_has_no_room_for_is_counted() -> None:
    """One line each, with the number; the evidence of a number too."""
    lost = geojson.write(full()).lost
    assert {fault.code for fault in lost} == {"not-held"}
    assert [(fault.path, fault.found) for fault in lost] == [
        ("people", "2 people"),
        ("organizations", "1 organization"),
        ("memberships", "1 membership"),
        ("ties", "2 ties"),
        ("flows", "1 flow"),
        ("challenges", "1 challenge"),
        ("stories", "1 story"),
        ("population", "120"),
        ("population_evidence", "evidence"),
        ("households", "30"),
    ]


def test_references_to_people_come_back_as_faults() -> None:
    """A map holds nobody; the asset as it was is set aside."""
    imported = geojson.read(geojson.write(full(), purpose="report", on="2024-02-09").data)
    assert [fault.path for fault in imported.faults] == [
        "features[0].properties.holder",
        "features[0].properties.named_by[0]",
    ]
    (kept,) = imported.set_aside
    assert isinstance(kept, Asset)
    assert (kept.holder, kept.named_by) == ("p2", ("siti",))
    assert imported.community.assets[0].holder is None


# --- people come first ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "count", "name"),
    [
        ({}, 2, f"Oven of {REDACTED} and {REDACTED}"),
        ({"purpose": "other"}, 2, f"Oven of {REDACTED} and {REDACTED}"),
        ({"purpose": "report"}, 2, f"Oven of {REDACTED} and {REDACTED}"),
        ({"purpose": "report", "on": "2024-03-01"}, 2, f"Oven of {REDACTED} and {REDACTED}"),
        ({"purpose": "report", "on": "2024-02-29"}, 1, f"Oven of Siti and {REDACTED}"),
    ],
    ids=["no-purpose", "other-purpose", "no-day", "expired", "agreed"],
)
def test_only_who_agreed_is_named(arguments: dict[str, str], count: int, name: str) -> None:
    """The purpose and the day decide; the export says how many are not named."""
    exported = geojson.write(full(), **arguments)
    assert exported.redacted == count
    assert exported.data["features"][0]["properties"]["name"] == name
    shown = json.dumps(exported.data) + repr(exported) + exported._repr_html_() + str(exported.lost)
    assert "Budi" not in shown
    assert ("Siti" in shown) is (count == 1)
    assert ('"siti"' in shown) is (count == 1)


def test_an_asset_at_the_home_of_its_holder_is_not_on_the_map() -> None:
    """Where somebody lives who may not be named is not told."""
    whole = Community(
        "c",
        "C",
        people=[Person("p", "Budi", home="home")],
        places=[Place("home", "House", geometry=POINT)],
        assets=[Asset("oven", "Oven", holder="p", place="home")],
    )
    data = geojson.write(whole).data
    assert [feature["geometry"] for feature in data["features"]] == [None, None]
    assert "109.13" not in json.dumps(data)


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"purpose": ""}, "purpose"),
        ({"on": "09/02/2024"}, "on"),
        ({"obj": {"people": []}}, "obj"),
        ({"obj": None}, "obj"),
    ],
)
def test_arguments_are_checked(arguments: dict[str, Any], path: str) -> None:
    """A fault names the argument."""
    with pytest.raises(InvalidValueError) as caught:
        geojson.write(**{"obj": Community("c", "C"), **arguments})
    assert caught.value.path == path


# --- files of ours that somebody changed ---------------------------------------------------------


def changed(**changes: Any) -> Imported:
    """Write one asset at one place, change its feature, and read it."""
    asset = Asset("a", "A", ["social"], status="verified", place="p", extra={"x": 1})
    place = Place("p", "P", level="RT", latitude=1, longitude=2, extra={"y": 2})
    data = copy.deepcopy(written(places=[place], assets=[asset]))
    feature = data["features"][0]
    for path, value in changes.items():
        *outer, last = path.split("__")
        inside = feature
        for name in outer:
            inside = inside[name]
        if value is ...:
            del inside[last]
        else:
            inside[last] = value
    return geojson.read(data)


def first(imported: Imported) -> tuple[Asset, Place]:
    """Return the asset and its place."""
    return imported.community.assets[0], imported.community.places[0]


def said(imported: Imported) -> list[tuple[str, str]]:
    """List the paths and codes of all faults."""
    return [(fault.path, fault.code) for fault in imported.faults]


def kept(imported: Imported) -> Any:
    """Return what an asset keeps of its feature."""
    return imported.community.assets[0].extra["@feature"]["kept"]


def test_a_point_that_was_moved_is_read() -> None:
    """The map is right, not a copy of it."""
    imported = changed(geometry={"type": "Point", "coordinates": [3, 4]})
    assert imported.faults == ()
    assert (first(imported)[1].latitude, first(imported)[1].longitude) == (4, 3)


def test_a_name_and_a_property_that_were_changed_are_read() -> None:
    """As the file says it now."""
    imported = changed(properties__name="B", properties__z=3)
    assert first(imported)[0].name == "B"
    assert first(imported)[0].extra == {"x": 1, "z": 3}


@pytest.mark.parametrize(
    ("changes", "path", "code", "left"),
    [
        ({"properties__status": "done"}, "properties.status", "value", {"status": "done"}),
        ({"properties__kinds": "social"}, "properties.kinds", "value", {"kinds": "social"}),
        ({"properties__quantity": "3"}, "properties.quantity", "value", {"quantity": "3"}),
        ({"properties__reviewed_on": "1/2/24"}, "properties.reviewed_on", "value", None),
        ({"properties__place": 3}, "properties.place", "value", {"place": 3}),
        ({"properties__name": 3}, "properties.name", "value", {"name": 3}),
        ({"properties__name": ...}, "properties.name", "missing-name", None),
        ({"properties__place": "q"}, None, None, {"place": "q"}),
        ({"abcd__place__level": 3}, "abcd.place.level", "value", {"place_fields": {"level": 3}}),
        ({"abcd__place__latitude": 3}, "abcd.place.longitude", "half-a-pair", None),
        ({"abcd__place__odd": 3}, None, None, {"place_fields": {"odd": 3}}),
        ({"abcd__place__id": "@"}, "abcd.place.id", "id", None),
        ({"abcd__place__name": ...}, "abcd.place.name", "missing-name", None),
        ({"abcd__position__geometry": 3}, "abcd.place.geometry", "value", None),
        ({"abcd__position__odd": 3}, None, None, {"position": {"odd": 3}}),
        ({"abcd__odd": 3}, "abcd", "own-member", {"abcd": {"odd": 3}}),
        ({"abcd__extra": 3}, "abcd", "own-member", {"abcd": {"extra": 3}}),
        ({"geometry__coordinates": ["2", 1]}, "geometry.coordinates[0]", "position", None),
        ({"geometry": SQUARE}, "geometry", "second-geometry", {"geometry": SQUARE}),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_was_broken_costs_itself_and_is_kept(
    changes: dict[str, Any], path: str | None, code: str | None, left: Any
) -> None:
    """One field that can not be read leaves all others; each fault has its path."""
    imported = changed(**changes)
    if path is None:
        assert imported.faults == ()
    else:
        assert (f"features[0].{path}", code) in said(imported)
    asset, place = first(imported)
    assert asset.extra["x"] == 1
    assert asset.place == place.id
    assert place.extra == {"y": 2}
    if left is not None:
        assert kept(imported) == FrozenMapping(left)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"kept": {"geometry": 1, "x": 2}}, {"geometry": 1, "x": 2, "geometry-2": "?"}),
        ({"kept": 3}, {"value": 3, "geometry": "?"}),
    ],
)
def test_what_was_kept_before_stays(before: dict[str, Any], after: dict[str, Any]) -> None:
    """What is kept now does not take its place."""
    assert kept(changed(abcd__feature=before, geometry="?")) == after


def test_two_values_of_one_name_are_both_kept() -> None:
    """A property that was added beside one of the same name."""
    imported = changed(abcd__extra={"x": 5, "status": 6})
    assert first(imported)[0].extra == {"x": 1, "x-2": 5, "status": 6}


def test_several_fields_that_are_wrong_are_all_reported() -> None:
    """None hides another."""
    imported = changed(properties__status="done", properties__quantity=-1, properties__name=" ")
    assert {path for path, _ in said(imported)} == {
        "features[0].properties.status",
        "features[0].properties.quantity",
        "features[0].properties.name",
    }
    assert first(imported)[0].name == "a"


def test_an_asset_that_was_put_on_the_map_gets_a_place() -> None:
    """Where there was none."""
    data = written(assets=[Asset("a", "A")])
    data["features"][0]["geometry"] = POINT
    imported = geojson.read(data)
    assert first(imported) == (
        Asset("a", "A", place="a:place"),
        Place("a:place", "A", latitude=-6.95, longitude=109.13, geometry=POINT),
    )
    data["features"][0]["abcd"]["position"] = {"located": False}
    assert kept(geojson.read(data)) == {"position": {"located": False}}


def test_the_second_asset_of_a_place_does_not_move_it() -> None:
    """The feature that holds the place says where it is; the other geometry is kept."""
    assets = [Asset("a", "A", place="p"), Asset("b", "B", place="p")]
    data = written(places=[Place("p", "P", geometry=POINT)], assets=assets)
    data["features"][1]["geometry"] = SQUARE
    imported = geojson.read(data)
    assert said(imported) == [("features[1].geometry", "second-geometry")]
    assert imported.community.places == (Place("p", "P", geometry=POINT),)
    assert imported.community.assets[1].extra == FrozenMapping(
        {"@feature": {"kept": {"geometry": SQUARE}}}
    )


def test_a_place_that_is_gone_is_reported() -> None:
    """And so is a parent that is."""
    places = [Place("p", "P", parent="q"), Place("q", "Q")]
    data = written(places=places, assets=[Asset("a", "A", place="p"), Asset("b", "B", place="p")])
    data["features"] = data["features"][1:2]
    assert said(geojson.read(data)) == [("features[0].properties.place", "unknown-id")]
    data = written(places=places)
    data["features"] = data["features"][:1]
    assert said(geojson.read(data)) == [("features[0].properties.parent", "unknown-id")]
    data = written(places=places, assets=[Asset("a", "A", place="p")])
    data["features"] = data["features"][:1]
    assert said(geojson.read(data)) == [("features[0].abcd.place.parent", "unknown-id")]


def test_two_features_of_one_id_are_two_assets() -> None:
    """And their places are two places."""
    data = written(places=[Place("p", "P", geometry=POINT)], assets=[Asset("a", "A", place="p")])
    data["features"] *= 2
    imported = geojson.read(data)
    assert [asset.id for asset in imported.community.assets] == ["a", "a-2"]
    assert [place.id for place in imported.community.places] == ["p", "p-2"]


def test_a_place_that_was_changed() -> None:
    """Fields that can not be read are kept with the place."""
    data = written(places=[Place("p", "P", area=3, geometry=SQUARE)])
    data["features"][0]["properties"] |= {"area": -1, "latitude": 5}
    imported = geojson.read(data)
    assert {code for _, code in said(imported)} == {"value", "half-a-pair"}
    assert imported.community.places == (
        Place(
            "p",
            "P",
            geometry=SQUARE,
            extra={"@feature": {"kept": {"area": -1, "latitude": 5}}},
        ),
    )


def test_two_geometries_that_are_not_used_are_both_kept() -> None:
    """One of the feature, and one beside it that is none."""
    data = written(places=[Place("p", "P", geometry={"type": "Point", "coordinates": [190, 0]})])
    data["features"][0]["abcd"]["position"] = {"geometry": False}
    (place,) = geojson.read(data).community.places
    assert place.extra["@feature"]["kept"] == {
        "geometry": FrozenMapping({"type": "Point", "coordinates": [190, 0]}),
        "geometry-2": False,
    }


def test_the_member_of_the_collection_may_be_changed() -> None:
    """What is not known in it is kept; the caller's words win; a wrong order orders nothing."""
    data = written(places=[Place("a", "A"), Place("b", "B")])
    data["abcd"] |= {"odd": 1, "places": ["b", 3, "x"], "community": {"id": "@", "name": 3}}
    community = geojson.read(data).community
    assert [place.id for place in community.places] == ["b", "a"]
    assert (community.id, community.name) == ("imported", "imported")
    assert community.extra == {"abcd": {"odd": 1}}
    assert geojson.read(data, community_id="x").community.name == "x"
    assert geojson.read(written(), community_name="Y").community == Community("c", "Y")
    assert geojson.read(written(), community_id="x").community == Community("x", "x")


@pytest.mark.parametrize(
    "own", [{"schema": "x"}, {"schema": 1}, {"class": []}, {"class": "x"}, []], ids=repr
)
def test_a_foreign_member_of_the_same_name_is_foreign(own: Any) -> None:
    """Only what carries our schema is ours."""
    feature = {"type": "Feature", "id": 1, "geometry": None, "properties": {}, "abcd": own}
    data = {"type": "FeatureCollection", "features": [feature], "abcd": own}
    imported = geojson.read(data)
    assert imported.community.extra == FrozenMapping({"abcd": own})
    assert imported.community.assets[0].extra["@feature"]["members"] == FrozenMapping({"abcd": own})


def test_a_file_of_a_newer_version_is_refused() -> None:
    """With what to do."""
    data = written()
    data["abcd"]["schema"] = "abcd/2"
    with pytest.raises(InvalidValueError, match=r"^abcd.schema: found 'abcd/2'; .* newer abcd$"):
        geojson.read(data)
