"""Tests of what every format gives."""

import json
import pickle
from typing import Any

import pytest

import abcd
from abcd.errors import Fault, InvalidValueError
from abcd.exchange import Exported, Imported
from abcd.fields import FrozenMapping
from abcd.model import Asset, Community, Person

COMMUNITY = Community("c", "Home of Siti", people=[Person("p1", "Siti")])
FAULT = Fault("features[0].id", "<b>", "an id", "id")


def test_an_import_shows_counts_only() -> None:
    """Neither names nor the texts of what was set aside end up in a log."""
    imported = Imported(
        COMMUNITY, [FAULT] * 30, [FrozenMapping({"name": "Siti"})], attribution="<i>"
    )
    assert repr(imported) == "<Imported: <Community 'c': 1 person>, faults: 30, set aside: 1>"
    html = imported._repr_html_()
    assert "&lt;b&gt;" in html
    assert "&lt;i&gt;" in html
    assert "and 10 more" in html
    assert html.count("<li>") == 20


def test_an_import_without_attribution() -> None:
    """Nothing is said where nobody must be named."""
    assert Imported(COMMUNITY)._repr_html_().count("<p>") == 1


def test_an_import_is_a_value() -> None:
    """With raw data and parts in one list; a document names their classes."""
    imported = Imported(COMMUNITY, [FAULT], [FrozenMapping({"a": [1]}), Asset("a", "A")])
    assert pickle.loads(pickle.dumps(imported)) == imported
    assert len({imported, Imported(COMMUNITY, [FAULT], imported.set_aside)}) == 1
    document = abcd.to_dict(imported)
    assert [item["class"] for item in document["set_aside"]] == ["FrozenMapping", "Asset"]
    assert abcd.from_dict(document, Imported) == imported


@pytest.mark.parametrize(
    "arguments",
    [
        {"community": None},
        {"community": COMMUNITY, "faults": ["x"]},
        {"community": COMMUNITY, "set_aside": [{"a": 1}]},
        {"community": COMMUNITY, "attribution": " "},
    ],
)
def test_an_import_refuses_what_it_can_not_hold(arguments: dict[str, Any]) -> None:
    """As every class does."""
    with pytest.raises(InvalidValueError):
        Imported(**arguments)


def test_an_export_gives_plain_data() -> None:
    """Dicts and lists, new ones at each access, for `json.dumps` and for changing."""
    exported = Exported({"type": "FeatureCollection", "features": [{"a": (1, 2)}]})
    data = exported.data
    assert json.dumps(data, allow_nan=False) == (
        '{"type": "FeatureCollection", "features": [{"a": [1, 2]}]}'
    )
    data["features"].append(None)
    assert exported.data["features"] == [{"a": [1, 2]}]


def test_an_export_shows_counts_only() -> None:
    """How many of what, how much is lost, how many people are not named."""
    content = {"type": "Siti", "features": [{"name": "Siti"}], "a b": [1], "title": "Siti"}
    exported = Exported(content, [FAULT], 3)
    assert repr(exported) == "<Exported: features: 1, lost: 1, redacted: 3>"
    assert "Siti" not in exported._repr_html_()
    assert "&lt;b&gt;" in exported._repr_html_()


def test_an_export_is_a_value() -> None:
    """It compares, hashes, pickles and becomes a document."""
    exported = Exported({"features": []}, [FAULT], 3)
    assert pickle.loads(pickle.dumps(exported)) == exported
    assert hash(exported) == hash(Exported({"features": ()}, [FAULT], 3))
    assert abcd.from_dict(abcd.to_dict(exported), Exported) == exported


@pytest.mark.parametrize("content", [{"x": float("nan")}, {1: 2}, {"x": object()}, [], None])
def test_an_export_holds_strict_json(content: Any) -> None:
    """What JSON can not hold does not get in."""
    with pytest.raises(InvalidValueError, match="content"):
        Exported(content)
