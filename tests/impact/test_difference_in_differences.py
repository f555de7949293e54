"""Difference in differences against published values, the regression, and the definition."""

from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.errors import InvalidValueError
from abcd.impact import difference_in_differences, gain_scores

from .published import unexplained
from .reference import expected, rows

NOT_ASKED = {
    "assignment",
    "seed",
    "clusters_treated",
    "clusters_control",
    "n_treated_before",
    "n_treated_after",
    "n_control_before",
    "n_control_after",
}
# Richardson and Troost (2009); Angrist and Pischke, Mastering 'Metrics, chapter 5: banks in
# business in the 6th (treated) and 8th district on 1 July 1929 to 1934. Numbers are facts.
SIXTH, EIGHTH = [141, 135, 121, 113, 102, 102], [169, 165, 132, 120, 111, 109]


def test_mississippi_banks_four_numbers() -> None:
    """Mastering 'Metrics, chapter 5: (121 - 135) - (132 - 165) = 19."""
    did = difference_in_differences(
        treated_before=135, treated_after=121, control_before=165, control_after=132
    )
    assert did.difference == 19
    assert (did.change_treated, did.change_control, did.design) == (-14, -33, "means")
    assert unexplained(did, NOT_ASKED) == set()
    assert did.caveats[0].code == "parallel-trends"


def banks(errors: Any) -> Any:
    """Return the regression of the book: two years before, four after."""
    return difference_in_differences(
        treated_before=SIXTH[:2],
        treated_after=SIXTH[2:],
        control_before=EIGHTH[:2],
        control_after=EIGHTH[2:],
        design="cross-section",
        errors=errors,
    )


def test_mississippi_banks_regression(reference_data: Path) -> None:
    """Equation 5.3 of the book: 20.5 (10.7); by R 4.2.2 also HC1, t, p and interval."""
    values = expected(reference_data, "impact-mississippi-banks")
    assert values["r.in_business6"] == SIXTH
    assert values["r.in_business8"] == EIGHTH
    did = banks("classical")
    assert did.difference == pytest.approx(20.5)
    assert did.standard_error == pytest.approx(10.7208908)
    assert did.t == pytest.approx(values["r.did_reg.t"])
    assert did.p == pytest.approx(values["r.did_reg.p"])
    assert [did.interval_low, did.interval_high] == pytest.approx(values["r.did_reg.ci95"])
    assert banks("HC1").standard_error == pytest.approx(values["r.did_reg.se_HC1"])
    assert did.degrees_of_freedom == 8


def test_lalonde_change(reference_data: Path) -> None:
    """Difference in differences of 1975 and 1978 earnings, R 4.2.2: 1529.19609."""
    data = rows(reference_data, "impact-lalonde-nsw", "nsw_mixtape.csv")
    cells = {
        f"{name}_{wave}": [float(row[year]) for row in data if row["treat"] == arm]
        for name, arm in (("treated", "1"), ("control", "0"))
        for wave, year in (("before", "re75"), ("after", "re78"))
    }
    did = difference_in_differences(**cells, design="panel", samples=99, rng=1)  # type: ignore[arg-type]  # by name
    values = expected(reference_data, "impact-lalonde-nsw")
    assert did.difference == pytest.approx(values["r.did_re75_re78"])
    assert (did.n_treated_before, did.n_control_after) == (185, 260)
    assert did.permutation_method == "monte-carlo"


PANEL: dict[str, Any] = {
    "treated_before": [50, 45, 55, 48],
    "treated_after": [78, 80, 82, 75],
    "control_before": [52, 51, 50, 56, 49],
    "control_after": [66, 70, 69, 77, 65],
}


def test_a_panel_has_the_error_of_welch_under_hc2_and_of_student_under_classical() -> None:
    """A second route: two groups of changes."""
    gains = gain_scores(**PANEL)
    hc2 = difference_in_differences(**PANEL, design="panel", errors="HC2")
    classical = difference_in_differences(**PANEL, design="panel", errors="classical")
    assert hc2.difference == pytest.approx(gains.difference)
    assert hc2.standard_error == pytest.approx(gains.welch_error)
    assert classical.t == pytest.approx(gains.student_t)
    assert classical.p == pytest.approx(gains.student_p)


def test_hc3_in_a_panel_by_definition() -> None:
    """Sum of squares over (n - 1)², group by group, since every leverage is 1 / n."""
    changes = [
        np.subtract(PANEL[f"{name}_after"], PANEL[f"{name}_before"])
        for name in ("treated", "control")
    ]
    variance = sum(
        float(np.sum((group - group.mean()) ** 2)) / (len(group) - 1) ** 2 for group in changes
    )
    did = difference_in_differences(**PANEL, design="panel")
    assert did.errors == "HC3"
    assert did.standard_error == pytest.approx(variance**0.5)
    assert did.difference is not None
    half = stats.t.isf(0.025, 7) * variance**0.5
    assert did.interval_high == pytest.approx(did.difference + half)


def test_permutation_of_a_panel_moves_people() -> None:
    """Over all 126 arrangements of nine people, by definition."""
    changes = [28, 35, 27, 27, 14, 19, 19, 21, 16]
    null = [
        abs(
            np.mean([changes[i] for i in s]) - np.mean([changes[i] for i in range(9) if i not in s])
        )
        for s in combinations(range(9), 4)
    ]
    did = difference_in_differences(**PANEL, design="panel")
    assert did.permutation_p == pytest.approx(np.mean(np.array(null) >= null[0] - 1e-9))
    assert did.smallest_p == pytest.approx(1 / 126)
    assert (did.permuted, did.permutation_method) == ("people", "exact")


def test_clusters_of_a_panel() -> None:
    """Two hamlets a group: CR2 with few degrees of freedom, and 6 arrangements."""
    places = ["n", "n", "e", "e", "s", "s", "w", "w", "w"]
    did = difference_in_differences(**PANEL, design="panel", clusters=places)
    assert (did.errors, did.permuted) == ("CR2", "clusters")
    assert (did.clusters_treated, did.clusters_control) == (2, 2)
    assert did.degrees_of_freedom is not None
    assert did.degrees_of_freedom < 4
    assert did.smallest_p == pytest.approx(2 / 6)
    assert {"clusters-few-degrees", "groups-smallest-p"} <= {c.code for c in did.caveats}
    first = difference_in_differences(**PANEL, design="panel", clusters=places, errors="CR1")
    assert first.degrees_of_freedom == 3
    assert "clusters-few" in {caveat.code for caveat in first.caveats}
    ignoring = difference_in_differences(**PANEL, design="panel", clusters=places, errors="HC3")
    assert "errors-ignore-clusters" in {caveat.code for caveat in ignoring.caveats}


def test_clusters_in_both_groups_do_not_move() -> None:
    """Errors by cluster hold; there is no permutation, and a caveat says why."""
    places = ["n", "e", "s", "w", "n", "e", "s", "w", "w"]
    did = difference_in_differences(**PANEL, design="panel", clusters=places)
    assert did.standard_error is not None
    assert did.permutation_p is None
    assert unexplained(did, NOT_ASKED) == set()
    assert "clusters-not-movable" in {caveat.code for caveat in did.caveats}


def test_a_group_in_one_cluster_has_no_error() -> None:
    """One village against two: place and program can not be told apart."""
    places = ["n", "n", "n", "n", "s", "s", "w", "w", "w"]
    did = difference_in_differences(**PANEL, design="panel", clusters=places)
    assert did.standard_error is None
    assert did.permutation_p is not None
    assert unexplained(did, NOT_ASKED) == set()


CROSS: dict[str, Any] = {
    "treated_before": [4, 5, 6, 5],
    "treated_after": [7, 8, 9],
    "control_before": [5, 4, 6],
    "control_after": [6, 5, 7, 5],
}


def test_cross_section_moves_clusters_only() -> None:
    """Without clusters no permutation; with them the changes of their means."""
    alone = difference_in_differences(**CROSS, design="cross-section")
    assert alone.permutation_p is None
    assert unexplained(alone, NOT_ASKED) == set()
    places = ["n", "n", "e", "e", "n", "e", "e", "s", "s", "w", "s", "s", "w", "w"]
    did = difference_in_differences(**CROSS, design="cross-section", clusters=places)
    changes = {"n": 7 - 4.5, "e": 8.5 - 5.5, "s": 5.5 - 4.5, "w": 6 - 6}
    null = [
        abs(sum(changes[p] for p in pair) - sum(changes[p] for p in changes if p not in pair)) / 2
        for pair in combinations(changes, 2)
    ]
    assert did.permutation_p == pytest.approx(np.mean(np.array(null) >= null[0] - 1e-9))
    assert did.permuted == "clusters"


@pytest.mark.parametrize(
    "places",
    [
        ["n", "n", "e", "e", "n", "e", "e", "s", "s", "w", "s", "s", "s", "s"],
        ["n", "n", "e", "e", "n", "e", "e", "s", "n", "w", "s", "n", "w", "w"],
    ],
    ids=["not seen twice", "in both groups"],
)
def test_clusters_that_can_not_move(places: Any) -> None:
    """A cluster that was seen once, or lies in both groups, can not change places."""
    did = difference_in_differences(**CROSS, design="cross-section", clusters=places)
    assert did.permutation_p is None
    assert unexplained(did, NOT_ASKED) == set()


def test_ids_and_missing_values_of_a_panel() -> None:
    """Clusters by id; people with one wave are listed, and their clusters do no harm."""
    did = difference_in_differences(
        treated_before={"p1": 1, "p2": 2, "p3": None, "p8": 2},
        treated_after={"p1": 3, "p2": 3, "p3": 4, "p8": 5},
        control_before={"p4": 1, "p5": 2, "p6": 4},
        control_after={"p4": 1, "p5": 2},
        design="panel",
        clusters={"p1": 1, "p2": 2, "p3": 9, "p4": 3, "p5": 4, "p6": 4, "p8": 2},
        missing="omit",
        assignment="random",
    )
    assert (did.omitted, did.unmatched) == (("p3",), ("p6",))
    assert (did.clusters_treated, did.clusters_control) == (2, 2)
    assert did.n_treated_before == 3


def test_missing_values_of_a_cross_section() -> None:
    """They are left out, cell by cell; the same people may stand in both waves of a group."""
    did = difference_in_differences(
        treated_before={"p1": 1, "p2": None},
        treated_after={"p1": 2, "p3": 4},
        control_before={"p4": 1, "p5": 2},
        control_after={"p4": 1, "p6": 3},
        design="cross-section",
        missing="omit",
    )
    assert did.omitted == ("p2",)
    assert did.n_treated_before == 1
    assert "small-groups" in {caveat.code for caveat in did.caveats}


@pytest.mark.parametrize(
    "changes",
    [
        {"treated_before": [], "treated_after": []},
        {"treated_before": [50], "treated_after": [60]},
        {
            "treated_before": [1, 2, 3],
            "treated_after": [3, 4, 5],
            "control_before": [1, 1],
            "control_after": [2, 2],
        },
    ],
    ids=["empty group", "one person", "no spread"],
)
@pytest.mark.parametrize("design", ["panel", "cross-section"])
def test_what_is_none_is_explained(changes: Any, design: Any) -> None:
    """Thin data give a result; each None is named in a caveat."""
    did = difference_in_differences(**{**PANEL, **changes}, design=design)
    assert unexplained(did, NOT_ASKED) == set()


def test_one_person_in_every_cell_has_no_error() -> None:
    """Four people, four coefficients: an exact fit."""
    did = difference_in_differences(
        treated_before=[1],
        treated_after=[3],
        control_before=[1],
        control_after=[2],
        design="cross-section",
    )
    assert (did.difference, did.p) == (1.0, None)
    assert unexplained(did, NOT_ASKED) == set()


def test_order_of_rows_does_not_matter() -> None:
    """Shuffled people of a panel, same answer."""
    turned = {name: values[::-1] for name, values in PANEL.items()}
    one = difference_in_differences(**PANEL, design="panel")
    two = difference_in_differences(**turned, design="panel")
    assert one.permutation_p == two.permutation_p
    assert one.standard_error == pytest.approx(two.standard_error)


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({}, "design: found None; accepted: 'panel'"),
        ({"design": "both"}, "design: found 'both'"),
        ({"design": "panel", "control_after": 3}, "control_after: found int"),
        ({"design": "panel", "control_after": [3]}, "control_after: found 1 values; accepted: 5"),
        ({"design": "panel", "errors": "HC9"}, "errors: found 'HC9'"),
        ({"design": "panel", "errors": "CR2"}, "errors: found 'CR2'; accepted: one of 'classical'"),
        ({"design": "panel", "confidence": 2}, "confidence: found 2"),
        ({"design": "panel", "clusters": ["n"]}, "clusters: found 1 labels; accepted: 9 labels"),
        (
            {
                "design": "panel",
                "treated_before": {"p1": 1},
                "treated_after": {"p1": 2},
                "control_before": {"p1": 1},
                "control_after": {"p1": 2},
            },
            "which stands in treated_before too",
        ),
    ],
)
def test_what_does_not_fit_is_refused(changes: Any, match: str) -> None:
    """The argument and what it accepts are named."""
    with pytest.raises(InvalidValueError, match=match):
        difference_in_differences(**{**PANEL, **changes})


@pytest.mark.parametrize("errors", ["classical", "HC1", "HC2", "HC3"])
def test_one_person_gives_no_p(errors: Any) -> None:
    """Whatever the errors: one person alone has no spread, so no p rests on them."""
    panel = difference_in_differences(
        treated_before=[5],
        treated_after=[9],
        control_before=[4, 5, 6],
        control_after=[5, 5, 7],
        design="panel",
        errors=errors,
    )
    cells = difference_in_differences(
        treated_before=[5, 7, 4],
        treated_after=[9],
        control_before=[4, 5, 6],
        control_after=[5, 5, 7],
        design="cross-section",
        errors=errors,
    )
    for found in (panel, cells):
        assert found.difference is not None
        assert (found.standard_error, found.p, found.interval_low) == (None, None, None)
        assert "group-of-one" in [caveat.code for caveat in found.caveats]


def test_clusters_of_nobody_are_refused() -> None:
    """A slip in an id is seen; who has one wave only may have a cluster."""
    given: dict[str, Any] = {
        "treated_before": {"a": 1, "b": 2, "only before": 3},
        "treated_after": {"a": 3, "b": 3, "only after": 4},
        "control_before": {"c": 1, "d": 4},
        "control_after": {"c": 2, "d": 4},
        "design": "panel",
    }
    hamlets = {"a": "v", "b": "w", "c": "x", "d": "y", "only before": "v"}
    first = difference_in_differences(**given, clusters=hamlets)
    assert first == difference_in_differences(**given, clusters={**hamlets, "only after": "w"})
    with pytest.raises(InvalidValueError, match="people who have values"):
        difference_in_differences(**given, clusters={**hamlets, "typo": "w"})
