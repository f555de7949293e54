"""Analysis of covariance against published values, R, statsmodels and pingouin."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.impact import Ancova, ancova

from .published import unexplained
from .reference import expected, rows

NOT_ASKED = {"assignment", "clusters"}


def numbers(data: list[dict[str, str]], name: str) -> list[float | None]:
    """Return a column; an empty cell is a missing value."""
    return [float(row[name]) if row[name] else None for row in data]


@pytest.mark.parametrize(
    ("card", "covariates", "omitted"),
    [("ancova_income", [], []), ("ancova_missing", [], [1, 2]), ("ancova_two", ["BMI"], [1, 2])],
)
def test_teaching_methods(
    reference_data: Path, card: str, covariates: list[str], omitted: list[int]
) -> None:
    """pingouin's test suite, compared with JASP; tolerance of the card."""
    data = rows(reference_data, "impact-ancova-teaching", "ancova.csv")
    scores = numbers(data, "Scores")
    for row in omitted:
        scores[row] = None
    result = ancova(
        numbers(data, "Income"),
        scores,
        [row["Method"] for row in data],
        reference="A",
        covariates={name: numbers(data, name) for name in covariates},
        missing="omit",
    )
    values = expected(reference_data, "impact-ancova-teaching")[card]
    assert result.terms.f == pytest.approx(values["F"], abs=5e-4)
    assert result.terms.p == pytest.approx(values["p"], abs=5e-4)
    assert result.terms.partial_eta_squared == pytest.approx(values["np2"], abs=5e-4)
    freedom = [*result.terms.degrees_of_freedom, result.residual_degrees_of_freedom]
    assert freedom == values["df"]
    assert result.omitted == tuple(omitted)


def test_teaching_methods_by_r(reference_data: Path) -> None:
    """R 4.2.2, to nine digits; income stands in the place of a score before."""
    data = rows(reference_data, "impact-ancova-teaching", "ancova.csv")
    methods = [row["Method"] for row in data]
    result = ancova(numbers(data, "Income"), numbers(data, "Scores"), methods, reference="A")
    values = expected(reference_data, "impact-ancova-teaching")
    assert result.terms.f == pytest.approx([values["r.F_method"], values["r.F_income"]])
    assert result.terms.p == pytest.approx([values["r.p_method"], values["r.p_income"]])


def test_anorexia(reference_data: Path) -> None:
    """R's help page of anorexia: CBT 4.0971, FT 8.6601; errors and slopes by R 4.2.2."""
    data = rows(reference_data, "impact-anorexia", "anorexia.csv")
    result = ancova(
        numbers(data, "Prewt"),
        numbers(data, "Postwt"),
        [row["Treat"] for row in data],
        reference="Cont",
        errors="classical",
        assignment="random",
    )
    values = expected(reference_data, "impact-anorexia")
    assert result.groups == ("Cont", "CBT", "FT")
    published = values["ancova_coefs"]
    assert result["CBT"]["effects"] == pytest.approx(published["TreatCBT"], abs=1e-3)
    assert result["FT"]["effects"] == pytest.approx(published["TreatFT"], abs=1e-3)
    for ours, theirs in (
        ("(intercept)", "(Intercept)"),
        ("before", "Prewt"),
        ("group[CBT]", "TreatCBT"),
        ("group[FT]", "TreatFT"),
    ):
        row = result.coefficients[ours]
        assert row["estimates"] == pytest.approx(values[f"r.ancova_coefs.{theirs}"])
        assert row["errors"] == pytest.approx(values[f"r.ancova_se.{theirs}"])
    assert result.terms["group"]["f"] == pytest.approx(values["r.ancova_type2.F"])
    assert result.terms["group"]["p"] == pytest.approx(values["r.ancova_type2.p"])
    assert result.slopes_f == pytest.approx(values["r.interaction_test.F"])
    assert result.slopes_p == pytest.approx(values["r.interaction_test.p"])
    assert [caveat.code for caveat in result.caveats] == ["slopes-differ"]


@pytest.mark.parametrize(
    ("errors", "card"), [("classical", "r.ancova_2m.se_classical"), ("HC1", "r.ancova_2m.se_HC1")]
)
def test_beat_the_blues(reference_data: Path, errors: Any, card: str) -> None:
    """97 of 100 with a score after two months: TAU minus BtheB 3.954, R 4.2.2."""
    data = rows(reference_data, "impact-beat-the-blues", "BtheB.csv")
    result = ancova(
        numbers(data, "bdi.pre"),
        numbers(data, "bdi.2m"),
        [row["treatment"] for row in data],
        reference="BtheB",
        errors=errors,
        missing="omit",
    )
    values = expected(reference_data, "impact-beat-the-blues")
    row = result["TAU"]
    assert row["effects"] == pytest.approx(values["r.ancova_2m.coef"])
    assert row["effect_errors"] == pytest.approx(values[card])
    assert (result.n, len(result.omitted)) == (97, 3)
    if errors == "classical":
        assert row["effects_p"] == pytest.approx(values["r.ancova_2m.p"])
        assert [row["effects_low"], row["effects_high"]] == pytest.approx(
            values["r.ancova_2m.ci95"]
        )


@pytest.mark.parametrize("errors", ["classical", "HC1"])
def test_lalonde_adjusted(reference_data: Path, errors: Any) -> None:
    """Dehejia and Wahba's adjusted effect, with age squared: 1672.203 by R 4.2.2."""
    data = rows(reference_data, "impact-lalonde-nsw", "nsw_mixtape.csv")
    named = ("age", "educ", "black", "hisp", "nodegree", "re74")
    covariates = {name: [float(row[name]) for row in data] for name in named}
    covariates["age squared"] = [age**2 for age in covariates["age"]]
    arms = [int(row["treat"]) for row in data]
    before, after = numbers(data, "re75"), numbers(data, "re78")
    values = expected(reference_data, "impact-lalonde-nsw")
    for extra, card in ((covariates, "ols_adjusted"), (None, "ancova_re75")):
        result = ancova(
            before, after, arms, reference=0, covariates=extra, errors=errors, assignment="random"
        )
        assert result[1]["effects"] == pytest.approx(values[f"r.{card}.coef"])
        assert result[1]["effect_errors"] == pytest.approx(values[f"r.{card}.se_{errors}"])


def invented(seed: int = 1) -> dict[str, Any]:
    """Draw scores of 36 invented people in three groups and nine hamlets."""
    rng = np.random.default_rng(seed)
    group = np.repeat([0, 1, 2], 12)
    before = rng.integers(20, 80, 36)
    after = before + 4 * group + rng.integers(-9, 10, 36)
    return {
        "before": before,
        "after": after,
        "group": [("none", "course", "school")[place] for place in group],
        "clusters": np.repeat(np.arange(9), 4),
        "covariates": {"age": rng.integers(17, 70, 36)},
    }


def test_agrees_with_statsmodels() -> None:
    """statsmodels 0.15: coefficients, HC3 and CR1 errors, type II table; tolerance 1e-9."""
    formula = pytest.importorskip(
        "statsmodels.formula.api", reason="statsmodels, the second opinion, is not installed"
    )
    pandas = pytest.importorskip("pandas")
    anova_lm = pytest.importorskip("statsmodels.stats.anova").anova_lm

    data = invented()
    frame = pandas.DataFrame({name: data[name] for name in ("before", "after", "group")})
    frame["age"] = data["covariates"]["age"]
    model = formula.ols("after ~ C(group, Treatment('none')) + before + age", frame)
    table = anova_lm(model.fit(), typ=2)
    plain = ancova(**{**data, "clusters": None}, reference="none")
    assert plain.errors == "HC3"
    assert plain.terms.f == pytest.approx(table["F"].to_numpy()[:3], rel=1e-9)
    peer = model.fit(cov_type="HC3")
    assert plain.coefficients.estimates == pytest.approx(peer.params.to_numpy(), rel=1e-9)
    assert plain.coefficients.errors == pytest.approx(peer.bse.to_numpy(), rel=1e-9)
    clustered = ancova(**data, reference="none", errors="CR1")
    peer = model.fit(cov_type="cluster", cov_kwds={"groups": data["clusters"]})
    assert clustered.coefficients.errors == pytest.approx(peer.bse.to_numpy(), rel=1e-9)
    assert plain.r_squared == pytest.approx(peer.rsquared)


@pytest.mark.filterwarnings("ignore:The inplace keyword:DeprecationWarning")
def test_agrees_with_pingouin() -> None:
    """pingouin 0.7, ancova: F, p and partial eta squared; tolerance 1e-9."""
    pingouin = pytest.importorskip(
        "pingouin", reason="pingouin, the second opinion, is not installed"
    )
    pandas = pytest.importorskip("pandas")
    data = invented(2)
    frame = pandas.DataFrame({name: data[name] for name in ("before", "after", "group")})
    table = pingouin.ancova(frame, dv="after", covar="before", between="group")
    terms = ancova(data["before"], data["after"], data["group"], reference="none").terms
    assert terms.f == pytest.approx(table["F"].to_numpy()[:2].astype(float), rel=1e-9)
    assert terms.partial_eta_squared == pytest.approx(table["np2"].to_numpy()[:2].astype(float))


def test_adjusted_means_stand_at_the_averages() -> None:
    """Their differences are the effects; with equal scores before they are the plain means."""
    result = ancova(**invented(), reference="none")
    assert result.adjusted_means[1:] - result.adjusted_means[0] == pytest.approx(result.effects[1:])
    drawn = ancova(**invented(), reference="none", assignment="random")
    assert "lords-paradox" not in {caveat.code for caveat in drawn.caveats}
    equal = ancova([1, 2, 3, 1, 2, 3], [1, 2, 4, 3, 3, 5], ["a"] * 3 + ["b"] * 3, reference="a")
    assert equal.adjusted_means == pytest.approx(equal.means_after)
    assert equal.means_before == pytest.approx([2, 2])


def test_clusters_use_cr2_and_say_how_few_they_are() -> None:
    """Three hamlets a group: CR2 by default, and a caveat about the degrees of freedom."""
    result = ancova(**invented(), reference="none")
    assert (result.errors, result.clusters) == ("CR2", 9)
    assert np.isfinite(result.effect_errors[1:]).all()


def test_a_group_in_one_cluster_has_no_errors() -> None:
    """The effect stands without an error, and a caveat names the columns."""
    data = invented()
    data["clusters"] = [
        0 if group == "school" else place for place, group in enumerate(data["group"])
    ]
    result = ancova(**data, reference="none")
    assert np.isnan(result.effect_errors).all()
    assert np.isfinite(result.effects[1:]).all()
    assert "ancova-cluster-alone" in {caveat.code for caveat in result.caveats}


def same(one: Ancova, two: Ancova) -> None:
    """Compare what two calls answered."""
    assert one.groups == two.groups
    assert one.effects[1:] == pytest.approx(two.effects[1:])
    assert one.effect_errors[1:] == pytest.approx(two.effect_errors[1:])
    assert one.slopes_p == pytest.approx(two.slopes_p)


def test_rows_in_any_order_and_by_id() -> None:
    """Shuffled rows, and the same people by id, give the same answer."""
    data = invented()
    order = np.random.default_rng(7).permutation(36)
    turned: dict[str, Any] = {
        name: [column[place] for place in order]
        for name, column in data.items()
        if name != "covariates"
    }
    turned["covariates"] = {"age": [data["covariates"]["age"][place] for place in order]}
    by_id: dict[str, Any] = {
        name: {f"p{place}": value for place, value in enumerate(column)}
        for name, column in data.items()
        if name != "covariates"
    }
    by_id["covariates"] = {
        "age": {f"p{place}": age for place, age in enumerate(data["covariates"]["age"])}
    }
    plain = ancova(**data, reference="none")
    same(plain, ancova(**turned, reference="none"))
    same(plain, ancova(**by_id, reference="none"))


def test_lords_paradox() -> None:
    """Lord (1967): two groups that keep their means differ by ANCOVA and not in their changes.

    Everybody returns to the mean of the own group by half: no group changes on average, and those
    who started alike end apart.
    """
    steps = np.array([-4.0, -2, 0, 2, 4])
    before = [*(50 + steps), *(60 + steps)]
    after = [*(50 + steps / 2 + [1, -1, 0, -1, 1]), *(60 + steps / 2 + [1, -1, 0, -1, 1])]
    result = ancova(
        before, after, ["girls"] * 5 + ["boys"] * 5, reference="girls", assignment="chosen"
    )
    assert np.mean(after) == pytest.approx(np.mean(before))
    assert result["boys"]["effects"] == pytest.approx(5)
    assert [caveat.code for caveat in result.caveats][:2] == ["groups-chosen", "lords-paradox"]


@pytest.mark.parametrize(
    ("before", "after", "group", "code"),
    [
        ([1, 2], [3, 4], ["a", "b"], "ancova-not-determined"),
        ([1, 1, 1, 1], [3, 4, 5, 4], ["a", "a", "b", "b"], "ancova-not-determined"),
        ([1, 2, 3, 5], [1, 2, 4, 6], ["a", "a", "b", "b"], "ancova-no-errors"),
        ([1, 2, 3, 5], [2, 2, 2, 2], ["a", "a", "b", "b"], "outcome-constant"),
        ([1, 2, 3, 5], [2, 3, 3, 6], ["a"] * 4, "one-group"),
        ([1, 2, 4, 5], [2, 3, 3, 6], ["a", "a", "a", "b"], "ancova-no-errors"),
    ],
)
def test_thin_data_are_explained(before: Any, after: Any, group: Any, code: str) -> None:
    """No coefficient, no error or no comparison: each says why, and nothing is infinite."""
    result = ancova(before, after, group, reference="a")
    assert code in {caveat.code for caveat in result.caveats}
    assert unexplained(result, NOT_ASKED) == set()
    assert not np.isinf(result.terms.f).any()


def test_a_column_that_is_missing_for_somebody() -> None:
    """Unmatched and incomplete people are listed, and counted in caveats."""
    result = ancova(
        {"p1": 1, "p2": 2, "p3": 4, "p4": 3, "p5": None},
        {"p1": 2, "p2": 2, "p3": 5, "p4": 5, "p5": 1, "p6": 2},
        {"p1": "a", "p2": "a", "p3": "b", "p4": "b", "p5": "b"},
        reference="a",
        missing="omit",
    )
    assert (result.unmatched, result.omitted) == (("p6",), ("p5",))
    codes = {caveat.code for caveat in result.caveats}
    assert {"rows-unmatched", "rows-omitted", "small-groups"} <= codes


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"reference": "c"}, "reference: found 'c'; accepted: the label of a group with complete"),
        ({"group": ["a", "b"]}, "group: found 2 values; accepted: 4"),
        ({"group": {"p1": "a"}}, "group: found values by id; accepted: the same form as before"),
        ({"group": ["a", "b", 2.5, "b"]}, r"group\[2\]: found 2.5; accepted: a label"),
        ({"group": "abab"}, "group: found"),
        ({"group": ["a", "b", None, "b"]}, r"group\[2\]: found the missing value None"),
        ({"covariates": [1, 2, 3, 4]}, "covariates: found a list"),
        ({"covariates": {1: [1, 2, 3, 4]}}, r"covariates\[1\]: found 1; accepted: a name"),
        ({"covariates": {"before": [1, 2, 3, 4]}}, "covariates.*before.*accepted: another name"),
        ({"covariates": {"age": [1, 2]}}, "covariates.*age.*found 2 values"),
        ({"errors": "CR2"}, "errors: found 'CR2'"),
        ({"missing": "drop"}, "missing: found 'drop'"),
    ],
)
def test_what_does_not_fit_is_refused(changes: Any, match: str) -> None:
    """The argument and what it accepts are named."""
    arguments = {
        "before": [1, 2, 4, 5],
        "after": [2, 3, 3, 6],
        "group": ["a", "b", "a", "b"],
        "reference": "a",
        **changes,
    }
    with pytest.raises(InvalidValueError, match=match):
        ancova(**arguments)


def test_series_with_other_labels_are_refused() -> None:
    """Two pandas Series with different indexes are not aligned by position."""
    pandas = pytest.importorskip("pandas")
    before, after = pandas.Series([1, 2, 4, 5]), pandas.Series([2, 3, 3, 6])
    ancova(before, after, ["a", "b", "a", "b"], reference="a")
    with pytest.raises(InvalidValueError, match="after: found another index"):
        ancova(before, after[::-1], ["a", "b", "a", "b"], reference="a")


def test_somebody_without_a_group_is_left_out() -> None:
    """A missing label is a missing value."""
    result = ancova(
        [1, 2, 4, 5, 9],
        [2, 3, 3, 6, 1],
        ["a", "b", "a", "b", None],
        reference="a",
        missing="omit",
    )
    assert (result.omitted, result.n) == ((4,), 4)


def test_a_group_of_one_has_no_error_with_hc1() -> None:
    """One person decides the effect: its residual is 0, which is no certainty."""
    found = ancova(
        [4, 5, 6, 7, 5],
        [6, 5, 7, 9, 9],
        ["none"] * 4 + ["school"],
        reference="none",
        errors="HC1",
    )
    row = found["school"]
    assert np.isfinite(row["effects"])
    assert np.isnan([row["effect_errors"], row["effects_low"], row["effects_p"]]).all()
    assert "ancova-no-errors" in [caveat.code for caveat in found.caveats]


def test_tests_of_terms_say_that_they_ignore_clusters() -> None:
    """F of the terms and of the slopes is the one without clusters: a caveat says so."""
    before, after = [4, 6, 5, 7, 3, 5, 6, 4], [8, 9, 8, 10, 6, 6, 7, 4]
    school = ["school"] * 4 + ["none"] * 4
    plain = ancova(before, after, school, reference="none")
    clustered = ancova(before, after, school, reference="none", clusters=list("aabbccdd"))
    assert plain.terms == clustered.terms
    told = [caveat.code for caveat in clustered.caveats]
    assert "ancova-tests-ignore-clusters" in told
    assert "ancova-tests-ignore-clusters" not in [caveat.code for caveat in plain.caveats]
