"""Two groups compared, in values and in changes, against published values and scipy."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import compare_groups, gain_scores
from abcd.impact._two_groups import approximate_factor, cohen_band, cox_index, standardized

from .published import pairs, unexplained
from .reference import expected, rows

NOT_ASKED = {"assignment"}


def test_sleep_as_two_groups() -> None:
    """R, t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776, p = 0.07939."""
    a, b = pairs("sleep")
    pair = compare_groups(a, b)
    assert pair.welch_t == pytest.approx(-1.8608, abs=5e-5)
    assert pair.welch_degrees_of_freedom == pytest.approx(17.776, abs=5e-4)
    assert pair.welch_p == pytest.approx(0.07939, abs=5e-6)
    assert (pair.interval_low, pair.interval_high) == pytest.approx((-3.3654832, 0.2054832))
    # R, var.equal = TRUE.
    assert pair.student_p == pytest.approx(0.0791867142)
    assert (pair.student_low, pair.student_high) == pytest.approx((-3.363874, 0.203874))


def test_lalonde_experiment(reference_data: Path) -> None:
    """Dehejia and Wahba (1999): 1,794 (633) US$; Welch by R 4.2.2."""
    data = rows(reference_data, "impact-lalonde-nsw", "nsw_mixtape.csv")
    values = expected(reference_data, "impact-lalonde-nsw")
    groups = [[float(row["re78"]) for row in data if row["treat"] == arm] for arm in "10"]
    pair = compare_groups(groups[0], groups[1], assignment="random")
    assert pair.difference == pytest.approx(1794.3424)
    assert pair.student_p == pytest.approx(values["r.student.p"])
    assert pair.welch_p == pytest.approx(values["r.welch.p"])
    assert pair.welch_degrees_of_freedom == pytest.approx(values["r.welch.df"])
    assert (-pair.interval_high, -pair.interval_low) == pytest.approx(values["r.welch.ci95"])  # type: ignore[operator]  # both there
    assert pair.student_t is not None
    assert pair.difference is not None
    assert pair.difference / pair.student_t == pytest.approx(632.853394)
    assert pair.caveats == ()


def test_borenstein_chapter_4() -> None:
    """Means 103 and 100, SD 5.5 and 4.5, n 50 each: d .5970, J .9923, g .5924 (page 27)."""
    sd = np.sqrt((49 * 5.5**2 + 49 * 4.5**2) / 98)
    assert sd == pytest.approx(5.0249, abs=5e-5)
    found = standardized(3, float(sd), 50, 50)
    assert found.d == pytest.approx(0.5970, abs=5e-5)
    assert found.g == pytest.approx(0.5924, abs=5e-5)
    assert found.d_error is not None
    assert found.g_error is not None
    assert found.d_error**2 == pytest.approx(0.0418, abs=5e-5)
    assert found.g_error**2 == pytest.approx(0.0411, abs=5e-5)


def test_both_factors_for_few_people() -> None:
    """baselinr's example 5 6 7 | 4 5 6: d = 1, approximate .8; exact .797885 (domain 4.3)."""
    pair = compare_groups([5, 6, 7], [4, 5, 6])
    assert pair.cohen_d == pytest.approx(1.0)
    assert pair.hedges_g_approximate == pytest.approx(0.8)
    assert pair.hedges_g == pytest.approx(0.797885, abs=5e-7)
    assert pair.glass_delta == pytest.approx(1.0)
    # domain reference 4.3, df = 12.
    assert approximate_factor(12) == pytest.approx(0.936170, abs=5e-7)


def test_agrees_with_pingouin() -> None:
    """pingouin 0.7, compute_effsize of the sleep data, tolerance 1e-10."""
    pingouin = pytest.importorskip(
        "pingouin", reason="pingouin, the second opinion, is not installed"
    )
    a, b = pairs("sleep")
    pair = compare_groups(a, b)
    assert pair.cohen_d == pytest.approx(pingouin.compute_effsize(a, b, eftype="cohen"))
    assert pair.hedges_g_approximate == pytest.approx(
        pingouin.compute_effsize(a, b, eftype="hedges"), abs=1e-10
    )


@pytest.mark.parametrize(
    ("d", "called"),
    # Karang Taruna youth (domain reference, V9): all were printed as "large", .722 twice.
    [(0.700, "medium"), (0.808, "large"), (0.722, "medium")],
)
def test_v9_calls_medium_effects_large(d: float, called: str) -> None:
    """The paper is wrong three times: by Cohen large starts at .8."""
    assert cohen_band(d) == called


@pytest.mark.parametrize(
    ("d", "called"),
    [
        (0.8, "large"),
        (-0.8, "large"),
        (0.7995, "medium"),
        (0.5, "medium"),
        (0.2, "small"),
        (0.19, "below small"),
    ],
)
def test_an_edge_belongs_to_the_band_above(d: float, called: str) -> None:
    """Cohen's edges, in either direction."""
    assert cohen_band(d) == called
    assert cohen_band(None) is None


def test_cox_index() -> None:
    """baselinr's README: shares 2/3 and 1/3 give ln(4) / 1.65."""
    assert cox_index(2 / 3, 1 / 3) == pytest.approx(np.log(4) / 1.65)
    assert cox_index(1, 0.5) is None
    assert cox_index(0.5, 0) is None


def test_gain_scores_are_a_comparison_of_changes() -> None:
    """The same as two groups of differences, which scipy compares too."""
    old, new = [4.1, 5.2, 6.0, 3.3], [7.1, 7.9, 9.4, 7.0]
    old_control, new_control = [5.0, 4.4, 6.1], [6.2, 4.4, 7.0]
    gains = gain_scores(
        treated_before=old,
        treated_after=new,
        control_before=old_control,
        control_after=new_control,
        confidence=0.9,
    )
    first, second = np.subtract(new, old), np.subtract(new_control, old_control)
    peer = stats.ttest_ind(first, second, equal_var=False)
    assert gains.welch_p == pytest.approx(peer.pvalue)
    low, high = peer.confidence_interval(0.9)
    assert (gains.interval_low, gains.interval_high) == pytest.approx((low, high))
    assert (gains.values, gains.n_a, gains.n_b) == ("changes", 4, 3)
    assert gains.caveats[-1].code == "gains-not-ancova"


def test_equal_changes_are_equal() -> None:
    """15.2 - 14.6 and 1.2 - 0.6 differ in floats and not in points: no spread, no test."""
    gains = gain_scores(
        treated_before=[14.6, 0.6],
        treated_after=[15.2, 1.2],
        control_before=[0.1, 0.2],
        control_after=[0.1, 0.2],
    )
    assert gains.sd_a == 0
    assert (gains.welch_p, gains.cohen_d, gains.glass_delta) == (None, None, None)
    assert unexplained(gains, NOT_ASKED) == set()


def test_gain_scores_by_id_list_who_is_left_out() -> None:
    """Unmatched and missing people are named by group, and counted in caveats."""
    gains = gain_scores(
        treated_before={"p1": 1, "p2": 2, "p3": None, "p9": 5},
        treated_after={"p1": 2, "p2": 4, "p3": 3},
        control_before={"p4": 1, "p5": 2},
        control_after={"p4": 1, "p5": 3, "p6": 3},
        missing="omit",
        assignment="chosen",
    )
    assert (gains.unmatched_a, gains.omitted_a, gains.unmatched_b) == (("p9",), ("p3",), ("p6",))
    assert [caveat.code for caveat in gains.caveats] == [
        "groups-chosen",
        "small-groups",
        "rows-unmatched",
        "rows-omitted",
        "gains-not-ancova",
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ([], []),
        ([1], []),
        ([1], [2]),
        ([1], [2, 2]),
        ([1, 2], [3]),
        ([1, 1], [2, 2]),
        ([1, 2], [3, 3]),
    ],
    ids=str,
)
def test_what_is_none_is_explained(a: Any, b: Any) -> None:
    """Thin data give a result; each None is named in a caveat."""
    pair = compare_groups(a, b)
    assert unexplained(pair, NOT_ASKED) == set()


def test_three_people_have_no_g() -> None:
    """One degree of freedom: the exact J is 0."""
    pair = compare_groups([1, 2], [3])
    assert pair.student_p is not None
    assert (pair.hedges_g, pair.welch_p) == (None, None)
    assert unexplained(pair, NOT_ASKED) == set()


def test_somebody_in_both_groups_is_refused() -> None:
    """Ids tell that a person is counted twice; row numbers do not."""
    with pytest.raises(InvalidValueError, match=r"b\['p1'\]: found the id 'p1'"):
        compare_groups({"p1": 1}, {"p1": 2})
    with pytest.raises(InvalidValueError, match="which stands in treated_before too"):
        gain_scores(
            treated_before={0: 1, 1: 2},
            treated_after={0: 1, 1: 3},
            control_before={0: 1, 2: 2},
            control_after={0: 1, 2: 2},
        )


def test_common_language_effect_size() -> None:
    """pingouin's test suite after JASP: .396 over all 144 pairs; over the 12 rows it is .375."""
    x = [20, 22, 19, 20, 22, 18, 24, 20, 19, 24, 26, 13]
    y = [38, 37, 33, 29, 14, 12, 20, 22, 17, 25, 26, 16]
    found = compare_groups(x, y).superiority
    assert found == pytest.approx(0.396, abs=5e-4)
    by_definition = np.mean([(one > two) + (one == two) / 2 for one in x for two in y])
    assert found == pytest.approx(by_definition)
    assert compare_groups(x, [], missing="omit").superiority is None


def test_series_are_taken_by_position_and_rows_by_id() -> None:
    """Row numbers of two pandas Series are no ids; ids that are numbers are."""
    pandas = pytest.importorskip("pandas")
    columns = {
        "treated_before": [4, 5, 6],
        "treated_after": [6, 7, 9],
        "control_before": [4, 5],
        "control_after": [5, 5],
    }
    series: dict[str, Any] = {name: pandas.Series(values) for name, values in columns.items()}
    assert gain_scores(**series).difference == pytest.approx(7 / 3 - 0.5)
    rows_of: dict[str, Any] = {name: list(enumerate(values)) for name, values in columns.items()}
    with pytest.raises(InvalidValueError, match=r"control_before\[0\]: found the id 0"):
        gain_scores(**rows_of)
