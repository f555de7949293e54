"""Laws of the formats: nothing is lost, only our errors come out, what is written is read."""

import contextlib
import json
import math
import types
from collections.abc import Callable, Iterator
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

import abcd
from abcd.errors import AbcdError
from abcd.exchange import Exported, Imported, geojson
from abcd.fields import FrozenMapping, thaw
from abcd.model import Asset, Community, Place
from abcd.privacy import REDACTED

from ..strategies import communities, values

Strategy = st.SearchStrategy[Any]

# --- geometries ----------------------------------------------------------------------------------

LONGITUDES = st.one_of(
    st.sampled_from([0, -0.0, 180, -180.0, 109.13, 190, -200.5]), st.floats(-180, 180)
)
LATITUDES = st.one_of(st.sampled_from([0, 0.0, 90, -90.0, -6.95]), st.floats(-90, 90))
POSITIONS = st.tuples(LONGITUDES, LATITUDES, st.lists(st.floats(-10, 4_000), max_size=1)).map(
    lambda parts: [parts[0], parts[1], *parts[2]]
)
LINES = st.lists(POSITIONS, min_size=2, max_size=4)
RINGS = st.lists(POSITIONS, min_size=3, max_size=5).map(lambda ring: [*ring, ring[0]])


def of(kind: str, coordinates: Strategy) -> Strategy:
    """Draw geometries of a type."""
    return coordinates.map(lambda drawn: {"type": kind, "coordinates": drawn})


SIMPLE = st.one_of(
    of("Point", POSITIONS),
    of("MultiPoint", st.lists(POSITIONS, min_size=1, max_size=3)),
    of("LineString", LINES),
    of("MultiLineString", st.lists(LINES, min_size=1, max_size=2)),
    of("Polygon", st.lists(RINGS, min_size=1, max_size=2)),
    of("MultiPolygon", st.lists(st.lists(RINGS, min_size=1, max_size=2), min_size=1, max_size=2)),
)
GEOMETRIES = st.one_of(
    SIMPLE,
    st.lists(SIMPLE, min_size=1, max_size=2).map(
        lambda drawn: {"type": "GeometryCollection", "geometries": drawn}
    ),
)

# --- what people send ----------------------------------------------------------------------------

KEYS = st.one_of(
    st.sampled_from(
        [
            *("type", "id", "geometry", "properties", "features", "coordinates", "bbox", "abcd"),
            *("name", "kinds", "place", "status", "holder", "extra", "@feature", "members"),
            *("kept", "class", "position", "located", "latitude", "level", "parent", "feature"),
            *("kinds ", "crs"),
        ]
    ),
    st.text(max_size=4),
)
TEXTS = st.one_of(
    st.sampled_from(["Feature", "Point", "Asset", "Place", "verified", "abcd/1", "1", "x y", "@o"]),
    st.text(max_size=6),
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.integers(),
    st.floats(),
    TEXTS,
)
JUNK = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=2).map(tuple),
        st.dictionaries(KEYS, inner, max_size=4),
    ),
    max_leaves=8,
)
OWN = st.fixed_dictionaries(
    {"class": st.sampled_from(["Asset", "Place"])},
    optional={
        "place": st.one_of(JUNK, st.dictionaries(KEYS, JUNK)),
        "position": st.one_of(
            JUNK,
            st.fixed_dictionaries(
                {}, optional={"geometry": st.one_of(GEOMETRIES, JUNK), "located": JUNK}
            ),
        ),
        "extra": st.one_of(JUNK, st.dictionaries(KEYS, JUNK, max_size=3)),
        "feature": st.one_of(JUNK, st.dictionaries(KEYS, JUNK, max_size=3)),
        "odd": JUNK,
    },
)
FEATURES = st.one_of(
    JUNK,
    st.fixed_dictionaries(
        {"type": st.sampled_from(["Feature", "Feature", "Feature", "feature"])},
        optional={
            "id": st.one_of(st.sampled_from([1, "1", 1.0, "feature-0"]), JUNK),
            "geometry": st.one_of(st.none(), GEOMETRIES, JUNK),
            "properties": st.one_of(st.none(), st.dictionaries(KEYS, JUNK, max_size=5), JUNK),
            "abcd": st.one_of(OWN, JUNK),
            "bbox": JUNK,
            "title": JUNK,
        },
    ),
)
COLLECTIONS = st.fixed_dictionaries(
    {"type": st.just("FeatureCollection"), "features": st.lists(FEATURES, max_size=4)},
    optional={
        "abcd": st.one_of(
            JUNK,
            st.fixed_dictionaries(
                {"schema": st.just("abcd/1")},
                optional={"community": JUNK, "places": JUNK, "extra": JUNK, "odd": JUNK},
            ),
        ),
        "crs": JUNK,
        "bbox": JUNK,
        "license": JUNK,
    },
)
DATA = st.one_of(COLLECTIONS, FEATURES, GEOMETRIES, JUNK)
ARGUMENTS = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from([None, "id", "name"]),
        "name": st.sampled_from(["name", "title"]),
        "kind": st.sampled_from([None, "kinds", "name"]),
        "kinds": st.sampled_from([None, {}, {"1": "human", "x y": ["social", "water"]}]),
        "place": st.sampled_from([None, "place", "kinds"]),
        "level": st.sampled_from([None, "RT"]),
    },
)


def texts(value: Any) -> Iterator[str]:
    """Walk over every text in plain data, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict | FrozenMapping):
        for key, item in value.items():
            yield key
            yield from texts(item)


def numbers(value: Any) -> Iterator[float]:
    """Walk over every finite number in plain data."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from numbers(item)
    elif isinstance(value, dict | FrozenMapping):
        yield from numbers(list(value.values()))
    elif isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300:
        yield value


def kept(imported: Imported) -> dict[str, Any]:
    """Return all that an import holds, as plain data."""
    return abcd.to_dict(imported)


# --- reading -------------------------------------------------------------------------------------


@given(DATA, ARGUMENTS)
def test_reading_gives_an_import_or_an_error_of_ours(data: Any, arguments: dict[str, Any]) -> None:
    """Whatever plain data come in; and what comes out is sound and can be stored."""
    with contextlib.suppress(AbcdError):
        imported = geojson.read(data, **arguments)
        assert abcd.from_dict(kept(imported), Imported) == imported
        json.dumps(kept(imported), allow_nan=False)


@given(COLLECTIONS, ARGUMENTS)
def test_every_feature_is_an_asset_a_place_or_set_aside(
    data: dict[str, Any], arguments: dict[str, Any]
) -> None:
    """One bad feature costs nothing but itself, and never vanishes."""
    imported = geojson.read(data, **arguments)
    whole = imported.community
    raw = [item for item in imported.set_aside if isinstance(item, FrozenMapping)]
    alone = [
        feature
        for feature in data["features"]
        if isinstance(feature, dict)
        and feature.get("type") == "Feature"
        and isinstance(feature.get("abcd"), dict)
        and feature["abcd"].get("class") == "Place"
    ]
    assert len(whole.assets) + len(raw) + len(alone) == len(data["features"])
    assert len(raw) == len([fault for fault in imported.faults if fault.code.startswith("feature")])


# What the format itself says, and names of properties that became fields, need no room.
SAID = frozenset(
    {
        *("type", "id", "geometry", "properties", "Feature", "FeatureCollection", "features"),
        *("abcd", "schema", "abcd/1", "class", "Asset", "Place", "extra", "community", "places"),
        *("position", "located", "feature", "title", "coordinates", "Point"),
        *(field.name for cls in (Asset, Place) for field in attrs.fields(cls)),
    }
)


@given(COLLECTIONS, ARGUMENTS)
def test_no_text_and_no_number_is_lost(data: dict[str, Any], arguments: dict[str, Any]) -> None:
    """Every text of features and of foreign members is in what was read, and every number."""
    given = {name: value for name, value in data.items() if name != "abcd"}
    stored = kept(geojson.read(data, **arguments))
    stored.pop("faults", None)
    found = set(texts(stored))
    assert set(texts(given)) - SAID <= found
    # An id that was a number is text by now.
    found |= {str(number) for number in numbers(stored)}
    lost = [number for number in numbers(given) if not found & {str(number), str(int(number))}]
    assert lost == []


@given(DATA)
def test_reading_leaves_the_data_alone(data: Any) -> None:
    """The caller's data are as they were."""
    before = repr(data)
    with contextlib.suppress(AbcdError):
        geojson.read(data)
    assert repr(data) == before


@given(COLLECTIONS, ARGUMENTS)
def test_an_object_with_an_interface_reads_like_its_data(
    data: dict[str, Any], arguments: dict[str, Any]
) -> None:
    """What gives a `__geo_interface__` is read through it, whole or feature by feature."""
    plain = geojson.read(data, **arguments)
    whole = types.SimpleNamespace(__geo_interface__=data)
    items = [types.SimpleNamespace(__geo_interface__=item) for item in data["features"]]
    assert geojson.read(whole, **arguments) == plain
    assert geojson.read({**data, "features": items}, **arguments) == plain


# --- writing and reading back --------------------------------------------------------------------


@st.composite
def maps(draw: Callable[[Strategy], Any]) -> Community:
    """Draw communities of assets on real geometries, with what a reader puts in `extra`."""
    whole = draw(communities())
    beside = st.dictionaries(
        st.sampled_from(["members", "kept", "bbox"]),
        st.one_of(
            st.dictionaries(st.sampled_from(["title", "bbox", "abcd", "id"]), PLAIN, max_size=2),
            PLAIN,
        ),
        max_size=2,
    )
    extras = st.one_of(
        st.just({}),
        st.dictionaries(
            st.sampled_from(["name", "extra", "geometry", "Address"]), PLAIN, max_size=2
        ),
        beside.map(lambda drawn: {"@feature": drawn}),
        PLAIN.map(lambda drawn: {"@feature": drawn}),
    )
    places = []
    for place in whole.places:
        geometry = draw(st.one_of(st.none(), GEOMETRIES))
        changes: dict[str, Any] = {"geometry": geometry, "extra": draw(extras)}
        if geometry is not None and geometry["type"] == "Point" and draw(st.booleans()):
            longitude, latitude = geometry["coordinates"][:2]
            if abs(longitude) <= 180:
                changes |= {"latitude": latitude, "longitude": longitude}
        places.append(attrs.evolve(place, **changes))
    assets = [
        attrs.evolve(asset, holder=None, named_by=(), extra=draw(extras)) for asset in whole.assets
    ]
    members = draw(
        st.dictionaries(st.sampled_from(["title", "bbox", "abcd", "type"]), PLAIN, max_size=2)
    )
    return Community(whole.id, whole.name, places=places, assets=assets, extra=members)


PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.floats(-9, 9), TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=5,
)
# Faults that say something about data which are read as they are.
REMARKS = {"antimeridian", "bbox", "open-ring", "short-line", "short-ring"}


@given(st.one_of(maps(), communities().map(lambda c: Community(c.id, c.name, places=c.places))))
def test_what_is_written_is_read_back(whole: Community) -> None:
    """Assets, places, and what stood beside them are equal, in their order, through JSON text."""
    exported = geojson.write(whole)
    imported = geojson.read(json.loads(json.dumps(exported.data, allow_nan=False)))
    assert imported.community == whole
    assert {fault.code for fault in imported.faults} <= REMARKS
    assert imported.set_aside == ()


@given(maps())
def test_what_is_read_is_written_the_same(whole: Community) -> None:
    """Once more there and back changes nothing."""
    first = geojson.write(whole)
    assert geojson.write(geojson.read(first.data).community) == first


@given(COLLECTIONS, ARGUMENTS)
def test_foreign_data_survive_the_way_back(data: dict[str, Any], arguments: dict[str, Any]) -> None:
    """What was read of anything can be written and read again, with all that was kept."""
    whole = geojson.read(data, **arguments).community
    again = geojson.read(geojson.write(whole).data).community
    assert again.assets == whole.assets
    assert again.places == whole.places
    assert again.extra == whole.extra


@given(values(Community))
def test_any_community_can_be_written(whole: Community) -> None:
    """The document is strict JSON with finite positions, and says what it does not hold."""
    exported = geojson.write(whole)
    assert json.loads(json.dumps(exported.data, allow_nan=False)) == exported.data
    assert exported.data["type"] == "FeatureCollection"
    assert exported.redacted == len(whole.people)
    assert {fault.path for fault in exported.lost if fault.code == "not-held"} == {
        name
        for name in (
            *("people", "organizations", "memberships", "ties", "flows", "challenges", "stories"),
            *("population", "households", "population_evidence", "households_evidence"),
        )
        if getattr(whole, name) not in (None, ())
    }
    ids = [feature["id"] for feature in exported.data["features"]]
    assert len(ids) == len(set(ids))
    assert len(ids) >= len(whole.assets)


@given(values(Community), st.sampled_from(["Siti Aminah", "\u00d1and\u00fa Quixano"]))
def test_no_name_leaves_the_house(whole: Community, name: str) -> None:
    """Without a purpose a name stands nowhere in a document, in no id and no key."""
    people = [attrs.evolve(person, name=name) for person in whole.people]
    assets = [
        attrs.evolve(asset, name=f"Stall of {name}", extra={f"of {name}": [name]})
        for asset in whole.assets
    ]
    exported = geojson.write(whole.replace(*people, *assets))
    shown = json.dumps(exported.data, ensure_ascii=False) + repr(exported) + exported._repr_html_()
    assert not people or name not in shown
    assert not (people and assets) or REDACTED in shown


@given(values(Exported))
def test_the_data_of_an_export_are_the_callers(exported: Exported) -> None:
    """Each access gives plain data anew; changing them changes nothing in the export."""
    before = thaw(exported.content)
    exported.data["changed"] = math.nan
    assert exported.data == before
    assert type(exported.data) is dict
