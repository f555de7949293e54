"""Disaggregation: parts, the unknown, the overlap, the whole; Simpson; small cells."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from abcd import Community, Person, Place
from abcd.errors import InvalidValueError
from abcd.impact import Disaggregation, disaggregate
from abcd.impact._small_cells import hidden_cells


def codes(found: Disaggregation) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in found.caveats]


def test_the_parts_make_up_the_whole() -> None:
    """30 + 60 and an unknown 10 less 20 counted twice are 80 (invented)."""
    values = {"p1": 10, "p2": 20, "p3": 40, "p4": 10}
    groups: dict[str, Any] = {"p1": "f", "p2": ["f", "m"], "p3": "m", "p4": None}
    found = disaggregate(values, groups, threshold=1, total=80)
    assert found.groups == ("f", "m")
    assert (found.counts, found.sums, found.means) == ((2, 2), (30, 60), (15, 30))
    assert found.shares == (30 / 80, 60 / 80)
    assert (found.n, found.total, found.mean) == (4, 80, 20)
    assert (found.unknown, found.unknown_total) == (1, 10)
    assert (found.overlap, found.overlap_total) == (1, 20)
    assert (found.reconciles, found.difference, found.stated_total) == (True, 0, 80)
    assert codes(found) == ["small-cells-shown", "group-labels-unknown", "groups-overlap"]


def test_a_stated_total_that_differs_is_named() -> None:
    """Decimals count as written: 0.1 + 0.2 is 0.3, and no other total."""
    values = dict.fromkeys(range(10), 0.1)
    groups = dict.fromkeys(range(10), "a")
    assert disaggregate(values, groups, total=1).reconciles is True
    found = disaggregate(values, groups, total=1.5)
    assert (found.reconciles, found.difference) == (False, 0.5)
    assert codes(found) == ["total-mismatch"]


def test_means_and_changes_of_each_group() -> None:
    """The mean after less the mean before, of whoever is there in a wave."""
    before = {n: n for n in range(10)}
    after = {n: n + (2 if n < 5 else -1) for n in range(10)}
    found = disaggregate(after, {n: n < 5 for n in range(10)}, before=before)
    assert found.groups == ("no", "yes")
    assert found.changes == (-1, 2)
    assert found.change == 0.5
    assert (found.means_before, found.counts_before) == ((7, 2), (5, 5))
    assert found.reversed_change is False


# --- Simpson -------------------------------------------------------------------------------------

# Charig et al. (1986), BMJ 292, 879-882, as analyzed by Julious & Mullee (1994), BMJ 309, 1480:
# successes of open surgery and of percutaneous nephrolithotomy by the size of the stone.
STONES = {
    ("open", "small"): (81, 87),
    ("open", "large"): (192, 263),
    ("percutaneous", "small"): (234, 270),
    ("percutaneous", "large"): (55, 80),
}


def stones() -> tuple[list[int], list[str], list[str]]:
    """Give one row a patient."""
    rows = [
        (int(number < wins), treatment, size)
        for (treatment, size), (wins, total) in STONES.items()
        for number in range(total)
    ]
    values, treatments, sizes = zip(*rows, strict=True)
    return list(values), list(treatments), list(sizes)


def test_the_kidney_stones_reverse() -> None:
    """78 % against 83 % in all; 93 % against 87 % and 73 % against 69 % within (BMJ 309, 1480)."""
    values, treatments, sizes = stones()
    found = disaggregate(values, treatments, strata=sizes)
    assert found.counts == (350, 350)
    assert [round(100 * share) for share in found.means if share is not None] == [78, 83]
    assert found.reversed_pairs == (("open", "percutaneous"),)
    assert codes(found) == ["simpson-groups"]
    assert "open / percutaneous" in found.caveats[0].message("id")


def test_without_strata_or_with_a_fair_mix_nothing_reverses() -> None:
    """The same shares in equal strata."""
    values, treatments, _ = stones()
    assert disaggregate(values, treatments).reversed_pairs == ()
    equal = ["same"] * len(values)
    assert disaggregate(values, treatments, strata=equal).reversed_pairs == ()


def test_whoever_has_no_single_stratum_is_left_out_of_the_comparison() -> None:
    """With the large stones unknown, one stratum is left and it agrees with itself."""
    values, treatments, sizes = stones()
    known: list[Any] = [None if size == "large" else size for size in sizes]
    assert disaggregate(values, treatments, strata=known).reversed_pairs == ()
    both: list[Any] = [["small", "large"]] * len(values)
    assert disaggregate(values, treatments, strata=both).reversed_pairs == ()


def test_a_whole_that_rises_while_every_part_falls() -> None:
    """Other people came (invented): 5 of the poor before and 15 of them rich after."""
    before = {**{f"a{n}": 10 for n in range(15)}, **{f"b{n}": 50 for n in range(5)}}
    after = {**{f"c{n}": 8 for n in range(5)}, **{f"d{n}": 48 for n in range(15)}}
    groups = {id: "poor" if id[0] in "ac" else "rich" for id in [*before, *after]}
    found = disaggregate(after, groups, before=before)
    assert found.changes == (-2, -2)
    assert (found.change, found.reversed_change) == (18, True)
    assert codes(found) == ["simpson-change"]


def test_a_reversal_of_changes_needs_every_part() -> None:
    """One part, or a part without values before: it can not be told."""
    after, groups = dict.fromkeys(range(10), 2), {n: n // 5 for n in range(10)}
    assert disaggregate(after, dict.fromkeys(range(10), 1), before=after).reversed_change is None
    found = disaggregate(after, groups, before=dict.fromkeys(range(5), 3))
    assert found.reversed_change is None
    assert found.changes == (-1, None)
    assert found.caveats[-1].code == "groups-without-values"
    assert found.caveats[-1].data["fields"] == ("means_before", "changes")


# --- small cells ---------------------------------------------------------------------------------


def test_a_small_cell_takes_another_with_it() -> None:
    """2 of 20 would follow from the total; the next smallest is hidden with it."""
    values = dict.fromkeys(range(20), 1)
    sizes = [2, 6, 12]
    labels = [label for label, size in zip("abc", sizes, strict=True) for _ in range(size)]
    found = disaggregate(values, dict(enumerate(labels)))
    assert found.counts == (None, None, 12)
    assert found.hidden == (True, True, False)
    assert found.sums == (*found.means[:2], 12) == (None, None, 12)
    assert (found.n, found.total, found.hidden_cells) == (20, 20, 2)
    caveat = found.caveats[0]
    assert (caveat.code, caveat.data["count"]) == ("small-cells-hidden", 2)
    assert caveat.data["fields"] == (
        *("counts", "counts_before", "sums", "shares", "means", "means_before", "changes"),
    )


def test_of_very_few_people_nothing_is_shown() -> None:
    """Not even a total, nor the stated one."""
    found = disaggregate({"a": 3, "b": 4}, {"a": "x", "b": "y"}, total=7)
    assert (found.n, found.total, found.mean, found.stated_total) == (None, None, None, None)
    assert (found.counts, found.reconciles, found.unknown) == ((None, None), None, None)
    assert codes(found) == ["small-cells-hidden", "total-not-comparable"]
    assert {"n", "total", "unknown", "overlap"} <= set(found.caveats[0].data["fields"])


@pytest.mark.parametrize(
    ("sizes", "hidden", "closed"),
    [
        ([[9], [8]], set(), False),
        ([[9], [2], [7]], {1, 2}, False),
        ([[2], [3], [9]], {0, 1}, False),
        ([[2], [2], [9]], {0, 1, 2}, False),
        ([[2], [1], [0]], {0, 1, 2}, True),
        ([[0], [9]], set(), False),
        ([[9, 9], [9, 2], [6, 7]], {1, 2}, False),
        ([[1], [1], [1], [1], [1], [9]], {0, 1, 2, 3, 4, 5}, False),
        ([[1], [1], [1], [1], [1]], {0, 1, 2, 3, 4}, True),
        ([], set(), False),
    ],
)
def test_what_has_to_be_hidden(sizes: list[list[int]], hidden: set[int], closed: bool) -> None:
    """At least two, with at least five people together, in each wave; worked by hand."""
    assert hidden_cells(sizes, 5) == (frozenset(hidden), closed)


# --- who is in which group -----------------------------------------------------------------------


def village() -> Community:
    """Give twelve invented people, with an age, a sex and a home."""
    people = [
        Person(
            f"p{n}",
            f"Member {n}",
            demographics={"age": 10 + 5 * n, "sex": "f" if n % 2 else "m"},
            home="rt1" if n < 6 else "rt2",
        )
        for n in range(12)
    ]
    return Community("c", "C", people=people, places=places())


def places() -> list[Any]:
    """Give two neighborhoods."""
    return [Place("rt1", "RT 1", level="RT"), Place("rt2", "RT 2", level="RT")]


def test_the_community_knows_its_people() -> None:
    """By a demographic, by home, by bands of age; ids that it does not have are unknown."""
    values = {f"p{n}": n for n in range(12)} | {f"x{n}": 1 for n in range(5)}
    by_sex = disaggregate(values, "sex", community=village(), strata="home")
    assert (by_sex.by, by_sex.strata, by_sex.groups) == ("sex", "home", ("f", "m"))
    assert (by_sex.counts, by_sex.unknown) == ((6, 6), 5)
    assert disaggregate(values, "home", community=village()).groups == ("rt1", "rt2")
    by_age = disaggregate(values, "age", community=village(), bands=[20, 40.5], threshold=1)
    assert by_age.groups == ("<20", "20 to <40.5", ">=40.5")
    assert by_age.counts == (2, 5, 5)


def test_series_and_arrays_count_by_position() -> None:
    """With one index; another index is refused."""
    values = pd.Series([1.0, 2.0] * 5)
    groups = pd.Series(["a", "b"] * 5)
    assert disaggregate(values, groups).means == (1, 2)
    assert disaggregate(np.array([1, 2] * 5), np.array(["a", "b"] * 5)).means == (1, 2)
    with pytest.raises(InvalidValueError, match="groups: found another index"):
        disaggregate(values, groups.sort_values())


def test_missing_values_and_people_without_any_are_counted() -> None:
    """Refused by default, left out on demand."""
    values = {n: float(n) for n in range(10)} | {10: None}
    groups = dict.fromkeys([*range(10), 11], "a")
    with pytest.raises(InvalidValueError, match="missing"):
        disaggregate(values, groups)
    found = disaggregate(values, groups, missing="omit")
    assert (found.n, found.missing, found.without_value) == (10, 1, 1)
    assert codes(found) == ["values-missing-by-group"]


def test_values_of_both_signs_have_no_shares() -> None:
    """Nor has a sum of 0."""
    for values in ([-1.0, 2.0] * 5, [0.0] * 10):
        found = disaggregate(values, ["a", "b"] * 5)
        assert found.shares == (None, None)
        assert codes(found) == ["shares-of-nothing"]


def test_nobody_has_a_total_of_nothing() -> None:
    """And no mean; a group without anybody has none either."""
    found = disaggregate([], [])
    assert (found.n, found.total, found.mean) == (0, 0, None)
    assert found.caveats[-1].data["fields"] == ("mean",)
    lone = disaggregate({}, {"p1": "a"})
    assert (lone.counts, lone.means, lone.without_value) == ((0,), (None,), 1)


JUNK: list[tuple[dict[str, Any], str]] = [
    ({"groups": ["a"]}, r"groups: found 1 groups; accepted: 2 groups"),
    ({"groups": 3}, "groups"),
    ({"groups": {"a": 1}}, "a sequence in the order of values"),
    ({"groups": "sex"}, "a sequence in the order of values"),
    ({"values": {"a": 1}, "groups": "sex"}, "a name needs the community"),
    ({"values": {"a": 1}, "groups": 3}, "groups: found int"),
    ({"values": {"p1": 1}, "groups": "age", "community": Community("c", "C")}, "'home', or"),
    ({"values": {"a": 1}, "groups": {"a": {"x": 1}}}, r"groups\['a'\]: found a dict"),
    ({"values": {"a": 1}, "groups": {"a": [1.5, " "]}}, "2 faults"),
    ({"values": {"a": 1}, "groups": {None: "x"}}, "the id None"),
    ({"values": {"a": 1}, "groups": {"a": "old"}, "bands": [18]}, "which the bands can sort"),
    ({"bands": [18, 18]}, r"bands\[1\]: found 18.0; accepted: a number above 18.0"),
    ({"bands": "18"}, "numbers that rise"),
    ({"threshold": 0}, "threshold"),
    ({"total": "3"}, "total"),
    ({"before": {"a": 1}}, "the form of values"),
    ({"strata": {"a": 1}}, "strata"),
]


@pytest.mark.parametrize(("change", "message"), JUNK)
def test_what_does_not_fit_is_refused(change: dict[str, Any], message: str) -> None:
    """In words of ours, with the place."""
    given = {"values": [1, 2], "groups": ["a", "b"], **change}
    with pytest.raises(InvalidValueError, match=message):
        disaggregate(given.pop("values"), given.pop("groups"), **given)


def test_without_a_wave_before_nothing_is_counted_there() -> None:
    """Nobody asked is not the same as nobody there."""
    found = disaggregate([1, 2, 3, 4, 5, 6], [*"aaaaaa"])
    assert (found.counts_before, found.n_before, found.n) == ((None,), None, 6)
