"""Counting values, of which an item may hold none, one or several."""

from fractions import Fraction

import pytest

from abcd.errors import InvalidValueError, UnknownIdError
from abcd.inventory import Tally
from abcd.inventory.tally import tally


def test_items_count_once_for_each_value_that_they_hold() -> None:
    """Also where an item names a value twice."""
    table = tally("q", [["a", "a"], ["a", "b"], ["b"]], denominator="items")
    assert (table.values, table.count) == (("a", "b"), (2, 2))
    assert table.total == 3


def test_rows_follow_the_vocabulary_and_then_the_counts() -> None:
    """A vocabulary keeps its order; others come by falling count, equal ones by value."""
    held = [["x"], ["y"], ["y"], ["b"], ["w"], ["w"], ["z"]]
    table = tally("q", held, denominator="items", order=["b", "a"])
    assert table.values == ("b", "a", "w", "y", "x", "z")
    assert table.count == (1, 0, 2, 2, 1, 1)


def test_shares_are_over_all_items() -> None:
    """Those for which nobody said, and those without a row, are in the denominator."""
    table = tally("q", [["a"], (), None, ["a"], ["b"]], denominator="items")
    assert table.share == (2 / 5, 1 / 5)
    assert (table.not_stated, table.without_row, table.total) == (1, 1, 5)
    inside = sum(map(Fraction, table.count))
    assert inside + table.not_stated + table.without_row == table.total


def test_nothing_to_count_is_not_zero() -> None:
    """Rows of the vocabulary stay; their shares are None, with a caveat that names them."""
    table = tally("q", [], denominator="items", order=["a"])
    assert (table.count, table.share, table.total) == ((0,), (None,), 0)
    (caveat,) = table.caveats
    assert (caveat.code, dict(caveat.data)) == (
        "no-denominator",
        {"denominator": "items", "fields": ("share",)},
    )


def test_caveats_say_what_the_counts_can_not_show() -> None:
    """How many are not stated, and that shares can add to more than one."""
    table = tally("q", [["a", "b"], ()], denominator="items")
    stated, several = table.caveats
    assert dict(stated.data) == {"question": "q", "denominator": "items", "count": 1, "total": 2}
    assert (several.code, dict(several.data)) == ("several-rows", {"question": "q"})
    assert tally("q", [["a", "a"]], denominator="items").caveats == ()


def test_labels_stand_for_values() -> None:
    """A value without a label stands for itself."""
    table = tally("q", [["a"], ["b"]], denominator="items", labels={"a": "Alpha", "z": "Zeta"})
    assert table.label == ("Alpha", "b")


def test_one_row_is_found_by_its_value() -> None:
    """With the nearest values where there is none."""
    table = tally("q", iter([["primary"]]), denominator="items")
    assert table["primary"] == {"values": "primary", "label": "primary", "count": 1, "share": 1.0}
    with pytest.raises(UnknownIdError, match=r"'primary'"):
        table["primry"]


def test_columns_line_up() -> None:
    """A table can not be made of columns of different lengths."""
    with pytest.raises(InvalidValueError, match=r"^count: found .*2.*; accepted: .*1"):
        Tally(
            question="q",
            values=("a",),
            label=("a",),
            count=(1, 2),
            share=(1.0,),
            denominator="items",
            total=1,
            not_stated=0,
            without_row=0,
        )
