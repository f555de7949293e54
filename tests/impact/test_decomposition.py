"""Decomposition: the parts add up, and are what the definitions say."""

from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import Decomposition, decomposition, gini, mean_log_deviation, theil
from abcd.impact.decomposition import _Parts

from .published import unexplained

# Invented incomes of two hamlets.
VALUES = [500, 700, 900, 600, 800, 2_500, 400]
GROUPS = ["hill", "hill", "hill", "river", "river", "river", "hill"]
MEASURES: dict[str, Any] = {
    "theil": theil,
    "mean-log-deviation": mean_log_deviation,
    "gini": gini,
}


def codes(result: Decomposition) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


def of(values: Any = VALUES, groups: Any = GROUPS, **more: Any) -> Decomposition:
    """Decompose with few samples."""
    return decomposition(values, groups, **{"samples": 200, "rng": 1, **more})


@pytest.mark.parametrize("measure", MEASURES)
def test_the_parts_add_up(measure: str) -> None:
    """Total, groups and contributions are those of the measure on its own."""
    result = of(measure=measure)
    whole = MEASURES[measure](VALUES, samples=100, rng=1).value
    assert result.total == pytest.approx(whole, rel=1e-13)
    assert result.within is not None
    assert result.between is not None
    assert result.overlap is not None
    assert result.between + result.within + result.overlap == pytest.approx(whole, rel=1e-13)
    assert result.within == pytest.approx(result.contribution.sum(), rel=1e-13)
    hill = [value for value, group in zip(VALUES, GROUPS, strict=True) if group == "hill"]
    own = MEASURES[measure](hill, samples=100, rng=1).value
    assert result["hill"]["inequality"] == pytest.approx(own, rel=1e-13)
    assert result["hill"]["sizes"] == 4
    assert result["hill"]["value_share"] == pytest.approx(2500 / 6400)
    assert result["hill"]["means"] == pytest.approx(625)
    assert unexplained(result, set()) == set()


def test_definitions() -> None:
    """Shorrocks (1980): Theil within by value shares, MLD by people; both between from means."""
    p = np.array([4 / 7, 3 / 7])
    s = np.array([2500 / 6400, 3900 / 6400])
    by_value = of(measure="theil")
    assert by_value.between == pytest.approx(float((s * np.log(s / p)).sum()), rel=1e-12)
    assert by_value.within == pytest.approx(float((s * by_value.inequality).sum()), rel=1e-12)
    by_people = of(measure="mean-log-deviation")
    assert by_people.between == pytest.approx(float((p * np.log(p / s)).sum()), rel=1e-12)
    assert by_people.within == pytest.approx(float((p * by_people.inequality).sum()), rel=1e-12)
    by_gini = of(measure="gini")
    assert by_gini.within == pytest.approx(float((p * s * by_gini.inequality).sum()), rel=1e-12)
    # Two groups: the difference of shares of value and of people.
    assert by_gini.between == pytest.approx(4 / 7 - 2500 / 6400, rel=1e-12)


def test_apart_groups_do_not_overlap() -> None:
    """Where every value of one lies below every value of the other, the rest is 0."""
    result = of([1, 2, 3, 10, 20], ["a", "a", "a", "b", "b"], measure="gini")
    assert result.overlap == pytest.approx(0, abs=1e-15)
    assert of(measure="gini").overlap != pytest.approx(0, abs=1e-3)


def test_interval_and_seed() -> None:
    """The interval of the share between lies around it, and its seed repeats it."""
    result = of(samples=999)
    assert result.between_share is not None
    assert result.interval_low is not None
    assert result.interval_high is not None
    assert result.interval_low < result.between_share < result.interval_high
    assert of(samples=999, rng=result.seed) == result


def test_order_of_people_and_of_groups() -> None:
    """Rows are those of sorted labels, text first, and numbers by size."""
    order = [6, 2, 4, 0, 1, 5, 3]
    turned = of([VALUES[k] for k in order], [GROUPS[k] for k in order])
    assert turned == of()
    assert of([1, 2, 3, 4], [10, "b", 9, "a"]).groups == ("a", "b", 9, 10)


def test_ids_are_matched() -> None:
    """With ids, people without a group are listed, and those without a value too."""
    result = of(
        {"p1": 1, "p2": 2, "p3": 4, "p4": None},
        {"p2": "a", "p1": "a", "p4": "b", "p9": "b"},
        missing="omit",
    )
    assert (result.n, result.unmatched, result.omitted) == (2, ("p3", "p9"), ("p4",))
    assert {"groups-unmatched", "values-omitted"} <= set(codes(result))


def test_one_group_has_nothing_between() -> None:
    """Everything lies within."""
    result = of(VALUES, ["a"] * 7)
    assert result.between == 0
    assert result.interval_low is None
    assert "interval-degenerate" in codes(result)


def test_equal_values_have_no_shares() -> None:
    """A total of 0 can not be divided."""
    result = of([5, 5, 5], ["a", "b", "b"])
    assert (result.total, result.between, result.between_share) == (0, 0, None)
    assert codes(result)[0] == "decomposition-equal"
    assert unexplained(result, set()) == set()


def test_a_group_with_nothing() -> None:
    """It adds nothing to Theil, and has no inequality of its own."""
    result = of([0, 0, 1, 3], ["a", "a", "b", "b"])
    assert result.total == pytest.approx(theil([0, 0, 1, 3], rng=1).value)
    assert result["a"]["contribution"] == 0
    assert np.isnan(result["a"]["inequality"])
    assert "groups-all-zero" in codes(result)


@pytest.mark.parametrize(
    ("values", "measure", "code"),
    [
        ([], "theil", "inequality-no-values"),
        ([-1, 2, 3], "gini", "inequality-negative"),
        ([0, 0, 0], "theil", "inequality-all-zero"),
        ([0, 1, 2], "mean-log-deviation", "deviation-zero"),
    ],
)
def test_undefined(values: Any, measure: str, code: str) -> None:
    """None with the reason, as for the measure itself."""
    result = of(values, ["a", "a", "b"][: len(values)], measure=measure)
    assert (result.total, result.within, result.between_share) == (None, None, None)
    assert codes(result)[0] == code
    assert unexplained(result, set()) == set()


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"groups": GROUPS[:-1]}, "groups"),
        ({"groups": [1.5, *GROUPS[1:]]}, "groups[0]"),
        ({"measure": "atkinson"}, "measure"),
        ({"values": {"p1": 1}}, "groups"),
    ],
)
def test_arguments_out_of_range(arguments: Any, path: str) -> None:
    """The error names the argument."""
    with pytest.raises(InvalidValueError) as caught:
        of(**arguments)
    assert caught.value.path == path


@pytest.mark.parametrize("measure", ["theil", "gini"])
def test_scipy_agrees_on_several_groups(measure: Any) -> None:
    """scipy.stats.bootstrap (1.17) of two samples, BCa, within the noise of sampling."""
    hill = [float(value) for value in range(100, 1_300, 100)]
    river = [50.0, 400, 450, 500, 900, 1_000, 2_100, 3_000]

    def share(first: Any, second: Any, axis: int) -> Any:
        groups = np.sort(first, axis=-1), np.sort(second, axis=-1)
        rows = np.concatenate([np.atleast_2d(group) for group in groups], axis=-1)
        sizes = tuple(group.shape[-1] for group in groups)
        found = _Parts(measure, sizes).between_share(rows)
        return found if np.ndim(first) > 1 else found[0]

    theirs = stats.bootstrap(
        (np.array(hill), np.array(river)),
        share,
        vectorized=True,
        method="BCa",
        n_resamples=5_000,
        rng=np.random.default_rng(5),
    ).confidence_interval
    ours = decomposition(
        hill + river, ["hill"] * 12 + ["river"] * 8, measure=measure, samples=5_000, rng=2
    )
    assert [ours.interval_low, ours.interval_high] == pytest.approx(list(theirs), abs=0.03)


def test_small_groups_are_named() -> None:
    """The mean of a group of one is that person's income; five are no small group."""
    result = decomposition([900, 1, 2, 3, 4, 5], ["a", *"bbbbb"], rng=1)
    caveat = next(entry for entry in result.caveats if entry.code == "decomposition-small-groups")
    assert dict(caveat.data) == {"groups": 1, "threshold": 5}
    enough = decomposition([1, 2, 3, 4, 5] * 2, [*"aaaaabbbbb"], rng=1)
    assert "decomposition-small-groups" not in codes(enough)
