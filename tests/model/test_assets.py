"""Assets: what is stored, what is refused, and that the short cut accepts nothing else."""

import copy
import datetime
import pickle
from typing import Any
from unittest import mock

import attrs
import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.fields import EMPTY
from abcd.model import Asset, Evidence
from abcd.vocabulary import AssetKind, Control, Status, Tag

FULL = Asset(
    "hall",
    "Village hall",
    ["physical", "social"],
    control="primary",
    status="mobilized",
    holder="rki",
    place="rt3",
    quantity=2,
    unit="rooms",
    named_by=["p1", "p2"],
    tags=[Tag("SDG", "11.7.1")],
    evidence=[Evidence("walk", method="invented")],
    reviewed_on="2024-01-31",
    extra={"osm": {"id": 7}},
)


def test_an_asset_needs_an_id_and_a_name() -> None:
    """Everything else may be unknown: nothing is guessed but that somebody named it."""
    asset = Asset("hall", "Village hall")
    assert attrs.asdict(asset, recurse=False) == {
        **dict.fromkeys(("control", "holder", "place", "quantity", "unit", "reviewed_on")),
        **dict.fromkeys(("kinds", "named_by", "tags", "evidence"), ()),
        "id": "hall",
        "name": "Village hall",
        "status": Status.IDENTIFIED,
        "extra": EMPTY,
    }
    assert repr(asset) == "Asset(id='hall', name='Village hall')"


def test_what_people_have_is_stored_as_what_it_means() -> None:
    """Lists, members or their text, dates or their ISO form."""
    assert FULL.kinds == ("physical", "social")
    assert FULL.control is Control.PRIMARY
    assert FULL.status is Status.MOBILIZED
    assert FULL.named_by == ("p1", "p2")
    assert FULL.reviewed_on == datetime.date(2024, 1, 31)
    assert FULL.extra["osm"]["id"] == 7
    assert Asset("a", "A", [AssetKind.NATURAL, "digital"]).kinds == ("natural", "digital")


def test_assets_are_values() -> None:
    """They compare, hash, pickle, copy and evolve; `evolve` checks again."""
    for again in (pickle.loads(pickle.dumps(FULL)), copy.deepcopy(FULL), attrs.evolve(FULL)):
        assert again == FULL
        assert hash(again) == hash(FULL)
    assert attrs.evolve(FULL, status="verified").status is Status.VERIFIED
    assert attrs.evolve(FULL, kinds=("social", "physical")) != FULL
    with pytest.raises(InvalidValueError, match=r"^quantity: found -1; "):
        attrs.evolve(FULL, quantity=-1)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        FULL.name = "x"  # type: ignore[misc]  # junk on purpose


def test_all_faults_come_at_once() -> None:
    """One error, a line for each field; the name is not repeated, the rest is."""
    with pytest.raises(InvalidValueError) as caught:
        Asset(
            "@hall",
            "",
            "physical",
            control="ours",
            status=None,  # type: ignore[arg-type]  # junk on purpose
            holder=7,  # type: ignore[arg-type]  # as above
            quantity=float("nan"),
            named_by=["p1", "@p2"],
            tags=["SDG"],  # type: ignore[list-item]  # as above
            reviewed_on="31.1.2024",
            extra={"photo": b"x"},
        )
    assert str(caught.value) == (
        "11 faults\n"
        "  id: found '@hall'; accepted: text that is not blank and does not start with '@'\n"
        "  name: found text of 0 characters; accepted: text that is not blank\n"
        "  kinds: found 'physical'; accepted: a list or tuple, each item text that is not blank\n"
        "  control: found 'ours'; accepted: one of 'primary', 'secondary', 'potential', or None\n"
        "  status: found None; accepted: "
        "one of 'identified', 'verified', 'mobilized', 'created'\n"
        "  holder: found 7; accepted: "
        "text that is not blank and does not start with '@', or None\n"
        "  quantity: found nan; accepted: a finite number from 0, or None\n"
        "  named_by[1]: found '@p2'; accepted: "
        "text that is not blank and does not start with '@'\n"
        "  tags[0]: found text of 3 characters; accepted: a Tag\n"
        "  reviewed_on: found '31.1.2024'; accepted: "
        "a date without time, text such as '2024-01-31', or None\n"
        "  extra['photo']: found 1 bytes; accepted: "
        "text, a finite number, True, False, None, a list or a mapping"
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"named_by": mock.ANY},
        {"tags": mock.ANY},
        {"evidence": mock.ANY},
        {"extra": mock.ANY},
        {"kinds": np.array([])},
        {"tags": np.array([])},
        {"named_by": np.array(["p1", "p2"])},
        {"evidence": 0},
        {"quantity": True},
        {"quantity": 10**400},
        {"id": ""},
        {"id": " a"[:1]},
        {"kinds": ("",)},
        {"kinds": ("a", 3)},
        {"reviewed_on": datetime.datetime(2024, 1, 31)},  # noqa: DTZ001  # without a zone on purpose
    ],
    ids=str,
)
def test_the_short_cut_is_no_hole(fields: dict[str, Any]) -> None:
    """Objects that equal everything, empty arrays and the like are refused all the same."""
    with pytest.raises(InvalidValueError) as caught:
        Asset(**{"id": "a", "name": "A", **fields})
    assert caught.value.path.startswith(next(iter(fields)))


@pytest.mark.parametrize(
    ("id", "name"), [("\u00e9", "\u00d1"), ("-1", "(hall)"), ("\U0001f3e0", "'"), (" a", " b")]
)
def test_what_the_short_cut_leaves_open_meets_the_rules(id: str, name: str) -> None:
    """Text that begins with no letter or digit is still text."""
    asset = Asset(id, name, [name], holder=id, quantity=1e305)
    assert (asset.id, asset.name, asset.kinds, asset.quantity) == (id, name, (name,), 1e305)
