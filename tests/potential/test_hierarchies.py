"""Criteria in groups: products along the path, each level checked."""

from typing import Any

import pytest

from abcd.errors import InvalidValueError
from abcd.potential import weights
from abcd.potential.weights import CriterionWeights, hierarchy, rank_order_centroid


def by_id(found: CriterionWeights) -> dict[str, float]:
    """Return the weights by criterion."""
    return dict(zip(found.criteria, found.weights.tolist(), strict=True))


def codes(found: CriterionWeights) -> list[str]:
    """Return the codes of all caveats."""
    return [caveat.code for caveat in found.caveats]


def test_global_weights_are_products_along_the_path() -> None:
    """Three levels, each scaled to add to 1."""
    found = hierarchy(
        {
            "people": (3, {"reach": 2, "youth": (2, {"girls": 1, "boys": 3})}),
            "cost": 1,
        }
    )
    expected = {"reach": 3 / 8, "girls": 3 / 32, "boys": 9 / 32, "cost": 1 / 4}
    assert by_id(found) == pytest.approx(expected, rel=1e-15)
    assert found.groups == (("people",), ("people", "youth"), ("people", "youth"), ())
    assert (found.method, found.n, found.caveats) == ("hierarchy", 1, ())


def test_results_stand_in_a_hierarchy_with_their_caveats() -> None:
    """A level may be weighed in any way; what it leaves open is said once."""
    inner = weights.ahp({("reach", "youth"): 3})
    ranked = rank_order_centroid(["rupiah", "days"])
    found = hierarchy({"people": (1, inner), "cost": (1, ranked)})
    expected = {"reach": 3 / 8, "youth": 1 / 8, "rupiah": 3 / 8, "days": 1 / 8}
    assert by_id(found) == pytest.approx(expected, rel=1e-14)
    assert codes(found) == ["consistency-untested", "weights-from-order"]


def test_a_hierarchy_stands_on_its_weakest_level() -> None:
    """A level that nobody was asked about makes it 0."""
    assert hierarchy({"g": (1, weights.equal(["a", "b"])), "k": 1}).n == 0
    judges = weights.ahp_group([{("a", "b"): 2}, {("a", "b"): 3}])
    whole: Any = judges
    assert hierarchy(whole).n == 2
    assert hierarchy({"g": (1, judges), "k": 1}).n == 1


def test_a_hierarchy_is_checked_at_each_level() -> None:
    """All faults come at once, each with its path."""
    with pytest.raises(InvalidValueError) as caught:
        hierarchy({"people": (1, {"reach": -1}), "cost": (2, {"x": 0}), "time": (1, None)})
    assert [str(fault) for fault in caught.value.faults] == [
        "levels['people'][1]['reach']: found -1; accepted: a finite number from 0",
        "levels['cost'][1]: found only zeros; accepted: at least one number above 0",
        (
            "levels['time'][1]: found None; accepted: a mapping {criterion: number}, or a result "
            "of abcd.potential.weights"
        ),
    ]
    with pytest.raises(InvalidValueError, match=r"levels: found the criterion 'a' again"):
        hierarchy({"x": (1, {"a": 1}), "y": (1, {"a": 1})})
    with pytest.raises(InvalidValueError, match=r"levels: found a list of 1"):
        hierarchy([1])  # type: ignore[arg-type]  # junk on purpose


def test_endless_levels_are_refused() -> None:
    """A level that contains itself is a fault, no crash."""
    level: dict[str, Any] = {}
    level["x"] = (1, level)
    with pytest.raises(InvalidValueError, match=r"deeper nesting; accepted: at most 20 levels"):
        hierarchy(level)
