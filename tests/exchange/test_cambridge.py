"""A real city inventory: every expected value of the community assets layer of Cambridge, MA.

Data: `examples/data/cambridge_community_assets.geojson` (PDDL 1.0). The expected values were
counted from the file by another program (`expected.json` of the reference data, basis
"reference"); the digits are theirs.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from abcd.exchange import Imported, geojson
from abcd.model import Place

FILE = Path(__file__).parents[2] / "examples" / "data" / "cambridge_community_assets.geojson"

# The caller's own decision: the city's categories say what a place is for, not what kind of asset
# it is. Here a center is a building and the relations made in it; help and care are relations.
KINDS = {
    "Arts & Culture": "cultural",
    "Community Center": ["physical", "social"],
    "Community Resource": "social",
    "Health Care": ["human", "social"],
    "Employment Program": "economic",
}


@pytest.fixture(scope="module", name="data")
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module", name="imported")
def _imported(data: dict[str, Any]) -> Imported:
    return geojson.read(
        data,
        community_id="cambridge",
        community_name="Cambridge, Massachusetts",
        name="Organization",
        kind="AssetType",
        kinds=KINDS,
        place="Neighborhood",
        attribution="City of Cambridge GIS (PDDL)",
    )


def points(imported: Imported) -> list[Place]:
    """List the places that have a position."""
    return [place for place in imported.community.places if place.latitude is not None]


def test_every_feature_is_an_asset(imported: Imported) -> None:
    """54 features, none set aside; their numbers are ids."""
    assert len(imported.community.assets) == 54
    assert imported.set_aside == ()
    assert [asset.id for asset in imported.community.assets] == [str(n) for n in range(1, 55)]
    assert imported.attribution == "City of Cambridge GIS (PDDL)"
    assert imported.community.name == "Cambridge, Massachusetts"


def test_geometries_and_bounding_box(imported: Imported) -> None:
    """54 points in the published box, and their mean."""
    places = points(imported)
    assert Counter(place.geometry["type"] for place in places if place.geometry) == {"Point": 54}
    longitudes = [place.longitude for place in places if place.longitude is not None]
    latitudes = [place.latitude for place in places if place.latitude is not None]
    box = [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]
    assert box == pytest.approx([-71.1409497, 42.3580684, -71.0791321, 42.3914712], abs=5e-8)
    mean = [sum(longitudes) / 54, sum(latitudes) / 54]
    assert mean == pytest.approx([-71.1056835, 42.3706376], abs=5e-8)


def test_categories(imported: Imported) -> None:
    """The city's own categories stay in `extra`; the kinds follow the caller's mapping."""
    assets = imported.community.assets
    assert Counter(asset.extra["AssetType"] for asset in assets) == {
        "Arts & Culture": 29,
        "Community Center": 8,
        "Community Resource": 6,
        "Health Care": 7,
        "Employment Program": 4,
    }
    assert Counter(kind for asset in assets for kind in asset.kinds) == {
        "cultural": 29,
        "physical": 8,
        "social": 8 + 6 + 7,
        "human": 7,
        "economic": 4,
    }


def test_neighborhoods(imported: Imported) -> None:
    """Fourteen spellings are fourteen places; the two that are spelled in two ways are reported."""
    community = imported.community
    names = {place.id: place.name for place in community.places}
    parents = {place.id: place.parent for place in community.places}
    counted = Counter(names[parents[asset.place or ""] or ""] for asset in community.assets)
    assert counted == {
        "East Cambridge": 8,
        "Area 2/MIT": 4,
        "Wellington Harrington": 1,
        "Wellington-Harrington": 1,
        "The Port": 7,
        "Cambridgeport": 4,
        "Mid Cambridge": 2,
        "Mid-Cambridge": 5,
        "Riverside": 5,
        "Baldwin": 6,
        "Neighborhood Nine": 2,
        "West Cambridge": 7,
        "North Cambridge": 1,
        "Cambridge Highlands": 1,
    }
    said = [(fault.path, fault.found, fault.accepted) for fault in imported.faults]
    accepted = "one spelling of a name; 'neighborhood:{}' is spelled almost alike"
    assert said == [
        (
            "features[10].properties.Neighborhood",
            "'neighborhood:Wellington-Harrington'",
            accepted.format("Wellington Harrington"),
        ),
        (
            "features[23].properties.Neighborhood",
            "'neighborhood:Mid-Cambridge'",
            accepted.format("Mid Cambridge"),
        ),
    ]
    assert {fault.code for fault in imported.faults} == {"similar-name"}


def test_two_assets_of_one_name_stay_two(imported: Imported) -> None:
    """Whether they are one thing is a question for people."""
    names = Counter(asset.name for asset in imported.community.assets)
    assert [name for name, count in names.items() if count > 1] == ["List Visual Arts Center"]
    assert names["List Visual Arts Center"] == 2


def test_other_properties_are_kept(imported: Imported, data: dict[str, Any]) -> None:
    """Whatever became no field stands in `extra` under its own name."""
    for feature, asset in zip(data["features"], imported.community.assets, strict=True):
        left = {
            key: value
            for key, value in feature["properties"].items()
            if key not in ("Organization", "Neighborhood")
        }
        assert asset.extra == left


def test_there_and_back(imported: Imported, data: dict[str, Any]) -> None:
    """Written and read again, the community is the same; each point stays where it was."""
    exported = geojson.write(imported.community)
    assert (exported.lost, exported.redacted) == ((), 0)
    again = geojson.read(json.loads(json.dumps(exported.data, allow_nan=False)))
    assert again.community == imported.community
    assert again.faults == ()
    for before, after in zip(data["features"], exported.data["features"], strict=False):
        assert after["geometry"] == before["geometry"]
        gone = before["properties"].keys() - after["properties"].keys()
        assert gone == {"Organization", "Neighborhood"}


def test_without_a_mapping_the_categories_are_kinds(data: dict[str, Any]) -> None:
    """The vocabulary of kinds is open; nothing is guessed."""
    imported = geojson.read(data, name="Organization", kind="AssetType")
    assert imported.community["4"].kinds == ("Community Center",)  # type: ignore[union-attr]  # an asset
    assert imported.faults == ()


def test_a_category_without_a_kind_is_reported(data: dict[str, Any]) -> None:
    """The asset stays, without a kind, and keeps its category."""
    kinds = {key: value for key, value in KINDS.items() if key != "Employment Program"}
    imported = geojson.read(data, name="Organization", kind="AssetType", kinds=kinds)
    assert [fault.code for fault in imported.faults] == ["unknown-kind"] * 4
    assert str(imported.faults[0]) == (
        "features[10].properties.AssetType: found 'Employment Program'; accepted: one of "
        "'Arts & Culture', 'Community Center', 'Community Resource' or 'Health Care'"
    )
    asset = imported.community.assets[10]
    assert (asset.kinds, asset.extra["AssetType"]) == ((), "Employment Program")
