"""Many communities at once: the answers of one at a time, in less time."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from abcd.errors import InvalidValueError
from abcd.impact import PairedChanges, change_interval, paired_change, paired_changes, pool

from .published import pairs

BEFORE = np.array([[4, 5, 6, 3, 7, 5], [5, 6, 4, 5, 7, np.nan]])
AFTER = np.array([[6, 8, 6, 7, 8, 10], [5, 7, 4, 6, 6, np.nan]])


def codes(result: PairedChanges) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


def agree(changes: PairedChanges, row: int, before: Any, after: Any, **options: Any) -> None:
    """Compare a row with the answers of the functions for one community."""
    alone = paired_change(before, after, samples=changes.samples, rng=changes.seed, **options)
    for name in (
        "mean_change",
        "interval_low",
        "interval_high",
        "t_p",
        "sign_flip_p",
        "sd_change",
        "d_z",
        "g_z",
        "mean_before",
        "mean_after",
    ):
        one, many = getattr(alone, name), float(getattr(changes, name)[row])
        assert (one is None) == np.isnan(many), name
        assert one is None or many == pytest.approx(one, rel=1e-12, abs=1e-12), name
    for name in ("increased", "unchanged", "decreased", "n"):
        assert getattr(changes, name)[row] == getattr(alone, name), name
    if alone.n:
        assert changes.sign_flip_method[row] == alone.sign_flip_method
    interval = change_interval(
        before, after, method="bca", samples=changes.samples, rng=changes.seed, **options
    )
    assert (interval.low is None) == np.isnan(changes.bootstrap_low[row])
    if interval.low is not None:
        assert changes.bootstrap_low[row] == pytest.approx(interval.low, rel=1e-12, abs=1e-12)
        assert changes.bootstrap_high[row] == pytest.approx(interval.high, rel=1e-12, abs=1e-12)


def test_published_pairs_of_all_sizes() -> None:
    """Four published sets with 9 to 13 people: each row is the answer of that set alone."""
    names = ["waste-knowledge", "ict-training", "sleep", "depression"]
    changes = paired_changes({name: pairs(name) for name in names}, rng=5, samples=499)
    assert changes.ids == tuple(names)
    for row, name in enumerate(names):
        agree(changes, row, *pairs(name))


@pytest.mark.parametrize("scale", [1, 10, 1e6, 1e-9, 1e14, 1e-30])
def test_rows_of_any_resolution(scale: float) -> None:
    """Whole points, decimals, huge and tiny scores; with nan where a community is smaller."""
    generator = np.random.default_rng(3)
    before = np.round(generator.normal(50, 10, (4, 30)), 1) * scale
    after = before + np.round(generator.normal(2, 5, (4, 30)), 2) * scale
    before[1, 20:] = after[1, 20:] = np.nan
    before[2, :] = after[2, :]
    before[3, 1:] = after[3, 1:] = np.nan
    changes = paired_changes(before, after, rng=7, samples=199)
    for row in range(4):
        known = ~np.isnan(before[row])
        agree(changes, row, before[row][known], after[row][known])


@pytest.mark.parametrize("bootstrap", ["bca", "percentile"])
def test_rows_do_not_depend_on_others(monkeypatch: pytest.MonkeyPatch, bootstrap: Any) -> None:
    """In any order, alone or together, in any blocks: the same numbers from one seed."""
    generator = np.random.default_rng(1)
    before = np.round(generator.normal(50, 10, (6, 26)), 9)
    after = before + np.round(generator.normal(2, 5, (6, 26)), 9)
    options: dict[str, Any] = {"rng": 11, "samples": 299, "bootstrap": bootstrap}
    all_rows = paired_changes(before, after, **options)
    assert set(all_rows.sign_flip_method) == {"monte-carlo"}
    assert "rows-sampled" in codes(all_rows)
    monkeypatch.setattr("abcd.impact._mean_resamples._CELLS", 700)
    monkeypatch.setattr("abcd.impact._sign_changes._SHARED_AT_ONCE", 700)
    monkeypatch.setattr("abcd.impact._sign_changes._ROWS_AT_ONCE", 2)
    people = generator.permutation(26)
    for rows in ([3], [5, 0, 3]):
        part = paired_changes(before[rows][:, people], after[rows][:, people], **options)
        for name in ("sign_flip_p", "bootstrap_low", "bootstrap_high"):
            assert getattr(part, name).tolist() == getattr(all_rows, name)[rows].tolist()


def test_forms_are_equal() -> None:
    """Tables, lists, mappings, pairs, frames: the same rows."""
    table = paired_changes(BEFORE, AFTER, rng=1)
    lists = [[row[~np.isnan(row)].tolist() for row in wave] for wave in (BEFORE, AFTER)]
    ragged = paired_changes(*lists, rng=1)
    assert ragged == table
    named = [dict(zip(["North", "East"], wave, strict=True)) for wave in lists]
    mapped = paired_changes(*named, rng=1)
    joined = paired_changes(
        {"North": (lists[0][0], lists[1][0]), "East": (lists[0][1], lists[1][1])}, rng=1
    )
    frames = [pd.DataFrame(wave, index=["North", "East"]) for wave in (BEFORE, AFTER)]
    framed = paired_changes(*frames, rng=1)
    assert mapped == joined == framed
    assert mapped.ids == ("North", "East")
    assert mapped.sign_flip_p.tolist() == table.sign_flip_p.tolist()
    plain = pd.DataFrame(BEFORE), pd.DataFrame(AFTER)
    assert paired_changes(*plain, rng=1) == table


def test_32_bits_are_the_decimals_that_they_print() -> None:
    """12.3 stored in 32 bits is 12.3, as for one community."""
    before, after = np.array([[12.3, 4.1, 5.2]]), np.array([[12.9, 4.7, 5.8]])
    narrow = paired_changes(before.astype(np.float32), after.astype(np.float32), rng=1)
    assert narrow == paired_changes(before, after, rng=1)
    assert narrow.sd_change[0] == 0


def test_people_are_matched_by_id() -> None:
    """Inside a community as in `paired_change`; who is left out is counted over all."""
    changes = paired_changes(
        {"a": {"p1": 1, "p2": 2, "p3": None}, "b": {"q1": 5}},
        {"b": {"q1": 6, "q2": 1}, "a": {"p2": 4, "p1": 2, "p3": 3}},
        missing="omit",
        rng=1,
    )
    assert changes.n.tolist() == [2, 1]
    assert (changes.unmatched, changes.omitted) == (1, 1)
    assert "rows-left-out" in codes(changes)


def test_gaps_in_a_table() -> None:
    """Empty in both is nobody; empty in one is missing, refused or left out."""
    after = AFTER.copy()
    after[0, 2] = np.nan
    with pytest.raises(InvalidValueError, match=r"after\[0\]\[2\]"):
        paired_changes(BEFORE, after)
    with pytest.raises(InvalidValueError, match=r"before\[0\]\[2\]"):
        paired_changes(after, BEFORE)
    changes = paired_changes(BEFORE, after, missing="omit", rng=1)
    assert (changes.omitted, changes.n.tolist()) == (1, [5, 5])


def test_resolution_and_no_bootstrap() -> None:
    """A resolution rounds differences as for one community; without a bootstrap that is said."""
    before, after = [[1.0, 2.0, 3.0, 4.0]], [[1.3, 2.6, 3.9, 5.2]]
    changes = paired_changes(before, after, resolution=0.5, rng=1, samples=199)
    agree(changes, 0, before[0], after[0], resolution=0.5)
    none = paired_changes(before, after, bootstrap=None, rng=1)
    assert np.isnan(none.bootstrap_low).all()
    assert none.bootstrap_method is None
    assert "rows-no-bootstrap" in codes(none)
    assert "rows-not-estimable" not in codes(none)


def test_thin_rows() -> None:
    """No pairs, one, two, equal changes, no communities: nan, and one caveat counts them."""
    changes = paired_changes(
        {"none": ([], []), "one": ([1], [2]), "two": ([1, 2], [2, 4]), "same": ([1] * 5, [3] * 5)},
        rng=1,
    )
    caveat = next(caveat for caveat in changes.caveats if caveat.code == "rows-not-estimable")
    assert (caveat.data["rows"], caveat.data["total"]) == (4, 4)
    assert "g_z" in caveat.data["fields"]
    assert changes.sign_flip_method == ("none", "exact", "exact", "exact")
    assert np.isnan(changes.g_z).all()
    assert changes.mean_change.tolist()[1:] == [1, 1.5, 2]
    assert changes.sign_flip_p[3] == 0.0625
    assert len(paired_changes([], [], rng=1)) == 0
    assert len(paired_changes(np.empty((0, 3)), np.empty((0, 3)), rng=1)) == 0


def test_pooled_is_pool() -> None:
    """The mean changes with their squared standard errors; rows without one are left out."""
    changes = paired_changes(
        {"a": ([4, 5, 6], [6, 8, 6]), "b": ([1, 2, 3], [1, 4, 9]), "c": ([1], [5])}, rng=1
    )
    pooled = changes.pooled(interval_method="normal")
    expected = pool(
        changes.mean_change[:2].tolist(),
        (changes.standard_error[:2] ** 2).tolist(),
        interval_method="normal",
    )
    assert pooled.estimate == expected.estimate
    assert (pooled.n, pooled.left_out, pooled.ids) == (2, 1, ("a", "b", "c"))


def test_the_seed_is_kept() -> None:
    """Without one a seed is drawn, and repeats everything."""
    first = paired_changes(BEFORE, AFTER)
    assert paired_changes(BEFORE, AFTER, rng=first.seed) == first


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        (BEFORE, AFTER[:1], "after"),
        (BEFORE, AFTER.tolist(), "before"),
        (BEFORE.astype(str), AFTER, "before"),
        (np.array([[1.0, np.inf]]), np.array([[1.0, 2.0]]), "before[0][1]"),
        (np.array([[1.0, 1e-95]]), np.array([[1.0, 2.0]]), "before[0][1]"),
        (np.zeros((2, 2, 2)), np.zeros((2, 2, 2)), "before"),
        ([[1, 2]], {"a": [1, 2]}, "after"),
        ({"a": [1, 2]}, [[1, 2]], "after"),
        ([[1, 2]], [[1, 2], [3, 4]], "after"),
        ({"a": [1]}, {"b": [1]}, "after"),
        ({None: [1]}, {None: [1]}, "before"),
        ({np.int64(7): [1], 7.5: [1]}, {7: [1]}, "before"),
        (7, [[1]], "before"),
        ([[1]], None, "after"),
        ({"a": [1, 2, 3]}, None, "before"),
        ({"a": 3}, None, "before"),
    ],
)
def test_what_are_no_communities(before: Any, after: Any, path: str) -> None:
    """The error names the wave."""
    with pytest.raises(InvalidValueError) as caught:
        paired_changes(before, after)
    assert caught.value.path == path


def test_frames_with_other_labels_are_refused() -> None:
    """Rows or columns in another order are no matter of luck; an index that can be no ids."""
    frame = pd.DataFrame(BEFORE, index=["North", "East"], columns=list("abcdef"))
    for other in (frame.iloc[::-1], frame[list("bacdef")]):
        with pytest.raises(InvalidValueError, match="the same"):
            paired_changes(frame, other)
    twice = pd.DataFrame(BEFORE, index=["North", "North"])
    with pytest.raises(InvalidValueError, match="index"):
        paired_changes(twice, twice)


def test_faults_of_all_communities_come_together() -> None:
    """Each with its community; what belongs to no wave keeps its path."""
    with pytest.raises(InvalidValueError) as caught:
        paired_changes({"a": [1, "x"], "b": [1, 2]}, {"a": [1, 2], "b": [1, float("inf")]})
    assert [fault.path for fault in caught.value.faults] == ["before['a'][1]", "after['b'][1]"]


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("confidence", 1),
        ("bootstrap", "t"),
        ("missing", "no"),
        ("samples", 0),
        ("rng", -1),
        ("resolution", 0),
    ],
)
def test_arguments_out_of_range(argument: str, value: Any) -> None:
    """The error names the argument."""
    with pytest.raises(InvalidValueError) as caught:
        paired_changes([[1, 2, 3]], [[2, 3, 5]], **{argument: value})
    assert caught.value.path == argument


# --- simulation ----------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [10, 30])
@pytest.mark.parametrize("step", [1, 5])
def test_size_and_coverage(n: int, step: int) -> None:
    """800 communities, a true change of 20 in whole or five-point steps (ties).

    The sign-flip test of the true value refuses at most 5 %, t covers 95 %, both within three
    errors; BCa covers a little less with few people, as is known (Efron 1987, section 6).
    """
    generator = np.random.default_rng(n + step)
    after = step * np.rint(generator.normal(0, 10, (800, n)) / step)
    error = 3 * np.sqrt(0.05 * 0.95 / 800)
    changes = paired_changes(np.zeros_like(after), after, rng=1, samples=999)
    assert np.mean(changes.sign_flip_p <= 0.05) <= 0.05 + error
    assert np.mean(changes.sign_flip_p <= 0.05) >= 0.05 - error - 0.02
    held = (changes.interval_low <= 0) & (changes.interval_high >= 0)
    assert abs(np.mean(held) - 0.95) <= error
    held = (changes.bootstrap_low <= 0) & (changes.bootstrap_high >= 0)
    assert np.mean(held) >= (0.88 if n == 10 else 0.92)
