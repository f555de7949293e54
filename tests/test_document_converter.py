"""Our classes in a cattrs converter of a caller's own."""

import json
from datetime import date
from typing import Any

import attrs
import cattrs
import pytest

from abcd import (
    Asset,
    Person,
    configure,
    inventory,
    to_dict,
)
from abcd.errors import DocumentError, InvalidValueError
from abcd.vocabulary import Status

from .golden import ASSEMBLY, COMMUNITY

# --- a converter of one's own ---------------------------------------------------------------------


@attrs.define
class Shelf:
    """A class of a caller, which holds some of ours."""

    label: str
    on: date
    weight: float
    assets: list[Asset]
    best: Asset | None = None
    by_place: dict[str, list[Person]] = attrs.Factory(dict)


def shelf_converter() -> cattrs.Converter:
    """Make a caller's converter, with rules of its own for text, numbers and dates."""
    converter = cattrs.Converter()
    converter.register_structure_hook(str, lambda value, _: f"<{value}>")
    converter.register_structure_hook(float, lambda value, _: float(value) * 2)
    converter.register_structure_hook(date, lambda value, _: date(value, 1, 1))
    converter.register_unstructure_hook(date, lambda value: value.year)
    return converter


def test_a_callers_converter_reads_and_writes_our_classes() -> None:
    """Ours by our rules, the caller's by the caller's."""
    converter = shelf_converter()
    assert configure(converter) is converter
    data = {
        "label": "first",
        "on": 2024,
        "weight": "1.5",
        "assets": [{"id": "hall", "name": "Hall", "reviewed_on": "2024-01-31"}],
        "best": None,
        "by_place": {"rt": [{"id": "p1", "name": "Siti", "extra": {"a": [1]}}]},
    }
    shelf = converter.structure(data, Shelf)
    assert shelf == Shelf(
        "<first>",
        date(2024, 1, 1),
        3.0,
        [Asset("hall", "Hall", reviewed_on=date(2024, 1, 31))],
        by_place={"<rt>": [Person("p1", "Siti", extra={"a": [1]})]},
    )
    again = converter.unstructure(shelf)
    assert again["on"] == 2024
    assert again["assets"] == [
        {"id": "hall", "name": "Hall", "status": "identified", "reviewed_on": "2024-01-31"}
    ]
    assert json.loads(json.dumps(again)) == again


@pytest.mark.parametrize("base", [cattrs.BaseConverter, cattrs.Converter])
def test_every_kind_of_converter_can_be_configured(base: type[cattrs.BaseConverter]) -> None:
    """Results, communities and what was set aside go through any of them."""
    converter = configure(base())
    for value in (COMMUNITY, ASSEMBLY, inventory.summary(COMMUNITY)):
        document = converter.unstructure(value)
        assert "schema" not in document
        assert converter.structure(document, type(value)) == value
        assert converter.structure(to_dict(value), type(value)) == value


def test_a_callers_own_rules_stay_as_they_were() -> None:
    """What the converter did with plain types and other classes it does still."""
    plain, configured = cattrs.Converter(), configure(cattrs.Converter())
    for value, cls in (
        ("3", int),
        (1.9, int),
        (3, str),
        ("2.5", float),
        ({"a": "1"}, dict[str, int]),
    ):
        hint: Any = cls
        assert configured.structure(value, hint) == plain.structure(value, hint)
    assert configured.structure("mobilized", Status) is Status.MOBILIZED


def test_nothing_is_coerced_through_a_callers_converter() -> None:
    """The faults are ours, in one error of the group."""
    converter = configure(cattrs.Converter(detailed_validation=False))
    with pytest.raises(DocumentError, match="quantity: found '3'"):
        converter.structure([{"id": "a", "name": "A", "quantity": "3"}], list[Asset])
    detailed = configure(cattrs.Converter())
    data = {"label": "x", "on": 1, "weight": 1, "assets": [{"id": "a", "quantity": "3"}]}
    configured = configure(shelf_converter())
    with pytest.raises(cattrs.ClassValidationError) as caught:
        configured.structure(data, Shelf)
    group = caught.value.subgroup(DocumentError)
    assert group is not None
    with pytest.raises(DocumentError, match="2 faults"):
        detailed.structure({"id": "a", "quantity": "3"}, Asset)


@pytest.mark.parametrize("junk", [None, 3, "converter", {}, cattrs.Converter], ids=repr)
def test_only_a_converter_can_be_configured(junk: Any) -> None:
    """A class is none."""
    with pytest.raises(InvalidValueError, match=r"^converter: .*; accepted: a cattrs converter$"):
        configure(junk)
