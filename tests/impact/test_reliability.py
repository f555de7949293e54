"""Reliability against published values, pingouin, and the definition."""

import math
import re
import warnings
from pathlib import Path
from statistics import correlation, variance
from typing import Any

import numpy as np
import pandas as pd
import pytest

from abcd.errors import InvalidValueError
from abcd.impact import CronbachAlpha, cronbach_alpha
from abcd.impact import _reliability as kernels

from .published import unexplained

# https://askan.ai/how-is-cronbach-alpha-coefficient-calculated: five people, three items.
PEOPLE = [[3, 4, 3], [2, 3, 4], [4, 4, 5], [3, 2, 3], [4, 4, 4]]
ITEMS = {f"q{item + 1}": [row[item] for row in PEOPLE] for item in range(3)}
# Case rep-imp-04 of the reports of neighboring tools (jasp-issues#870, statsample#12).
CONSTANT = {
    "q1": [3, 2, 4, 1, 5, 3],
    "q2": [4, 2, 5, 2, 4, 3],
    "q3": [5, 5, 5, 5, 5, 5],
    "q4": [3, 1, 4, 2, 5, 2],
}
REVERSED = {"q1": [1, 2, 3, 4, 5], "q2": [5, 4, 3, 2, 1], "q3": [2, 3, 3, 5, 4]}
NOT_ASKED = {"minimum", "maximum"}


def codes(result: CronbachAlpha) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


def test_the_worked_example() -> None:
    """Domain reference 4.11: variances .7, .8, .7, total 4.3, alpha 0.732558, Feldt's interval."""
    result = cronbach_alpha(ITEMS)
    assert result.alpha == pytest.approx(0.732558, abs=5e-7)
    assert result.interval_low == pytest.approx(-0.351285, abs=5e-7)
    assert result.interval_high == pytest.approx(0.970217, abs=5e-7)
    assert (result.sds**2).tolist() == pytest.approx([0.7, 0.8, 0.7])
    assert (result.k, result.n, result.method) == (3, 5, "Feldt")
    assert unexplained(result, NOT_ASKED) == set()


def test_alpha_by_definition() -> None:
    """A second route: k / (k - 1) (1 - sum of variances / variance of sums), statistics module."""
    totals = [sum(row) for row in PEOPLE]
    alpha = 3 / 2 * (1 - sum(variance(answers) for answers in ITEMS.values()) / variance(totals))
    assert cronbach_alpha(ITEMS).alpha == pytest.approx(alpha, rel=1e-14)


def test_rows_by_definition() -> None:
    """Item-rest correlation, alpha of the others, and alpha of standardized items, by hand."""
    result = cronbach_alpha(ITEMS)
    rest = {
        name: [sum(row) - own for row, own in zip(PEOPLE, answers, strict=True)]
        for name, answers in ITEMS.items()
    }
    for name, answers in ITEMS.items():
        row = result[name]
        assert row["item_rest"] == pytest.approx(correlation(answers, rest[name]))
        others = {other: values for other, values in ITEMS.items() if other != name}
        assert row["alpha_if_dropped"] == pytest.approx(cronbach_alpha(others).alpha)
        assert row["means"] == pytest.approx(np.mean(answers))
    q1, q2, q3 = ITEMS.values()
    r = (correlation(q1, q2) + correlation(q1, q3) + correlation(q2, q3)) / 3
    assert result.mean_correlation == pytest.approx(r)
    assert result.standardized_alpha == pytest.approx(3 * r / (1 + 2 * r))


@pytest.mark.parametrize("confidence", [0.9, 0.95])
def test_pingouin_agrees(confidence: float) -> None:
    """pingouin.cronbach_alpha of random answers, alpha and interval (rounded to 3 digits there)."""
    pingouin = pytest.importorskip("pingouin")
    generator = np.random.default_rng(3)
    trait = generator.normal(size=(40, 1))
    table = np.round(3 + trait + generator.normal(size=(40, 5))).clip(1, 5)
    items = {item: table[:, item] for item in range(5)}
    result = cronbach_alpha(items, minimum=1, maximum=5, confidence=confidence)
    alpha, ends = pingouin.cronbach_alpha(pd.DataFrame(table), ci=confidence)
    assert result.alpha == pytest.approx(alpha, rel=1e-12)
    assert [result.interval_low, result.interval_high] == pytest.approx(ends, abs=6e-4)
    assert "alpha-few-people" not in codes(result)


def test_a_wrong_web_example() -> None:
    """Domain reference 4.11: a page prints about .85 for these; the formula gives 0.2061."""
    assert kernels.alpha_of(6, 43.4, 52.4) == pytest.approx(0.2061, abs=5e-5)


def test_a_constant_item_stays_in() -> None:
    """Case rep-imp-04: alpha with and without q3, and no correlation of q3."""
    result = cronbach_alpha(CONSTANT)
    assert result.alpha == pytest.approx(0.8314773570898293, abs=1e-9)
    assert result["q3"]["alpha_if_dropped"] == pytest.approx(0.9354120267260579, abs=1e-9)
    assert math.isnan(result["q3"]["item_rest"])
    assert result.standardized_alpha is None
    caveat = next(caveat for caveat in result.caveats if caveat.code == "items-constant")
    assert caveat.data["items"] == ("q3",)
    assert unexplained(result, NOT_ASKED) == set()


def test_a_reversed_item_is_found_and_not_turned() -> None:
    """Case rep-imp-04: a negative alpha says why; turning is asked for by name."""
    result = cronbach_alpha(REVERSED)
    assert result.alpha == pytest.approx(-5.769230769230769, abs=1e-9)
    assert result.looks_reversed == (False, True, False)
    assert {"alpha-negative", "items-look-reversed", "rest-constant"} <= set(codes(result))
    named = next(caveat for caveat in result.caveats if caveat.code == "items-look-reversed")
    assert named.data["items"] == ("q2",)
    turned = cronbach_alpha(REVERSED, reversed=["q2"], minimum=1, maximum=5)
    assert turned.alpha == pytest.approx(0.953757225433526, abs=1e-9)
    assert turned.reversed == ("q2",)
    assert turned.looks_reversed == (False, False, False)


def test_the_smaller_set_is_named() -> None:
    """Four items against one: the one is named, whichever the search turns first."""
    base = np.array([1, 2, 3, 4, 5, 4, 2])
    items: dict[str, Any] = {"odd": 6 - base, "a": base, "b": base[::-1], "c": base, "d": base}
    items["b"] = np.array([1, 2, 3, 4, 5, 3, 2])
    assert cronbach_alpha(items).looks_reversed == (True, False, False, False, False)
    # Where most items are worded the other way round, the few are named.
    most = [6 - base, base, 6 - base, 6 - base]
    many = cronbach_alpha(dict(enumerate(most)))
    assert many.looks_reversed == (False, True, False, False)


def test_more_than_half_turned_is_the_other_set() -> None:
    """A constant item belongs to neither side."""
    table = np.array([[1.0, 5, 5, 3], [2, 4, 4, 3], [4, 2, 2, 3], [5, 1, 1, 3]])
    assert sum(kernels.look_reversed(table)) == 1
    assert kernels.look_reversed(table)[0]


def test_answers_by_id_are_matched_by_id() -> None:
    """The order of people in a mapping does not matter, and gaps are listed."""
    by_id: dict[str, Any] = {
        name: {f"p{row}": answer for row, answer in enumerate(answers)}
        for name, answers in ITEMS.items()
    }
    by_id["q2"] = dict(reversed(by_id["q2"].items()))
    assert cronbach_alpha(by_id).alpha == pytest.approx(0.732558, abs=5e-7)
    by_id["q3"]["p9"] = 4
    by_id["q1"]["p0"] = None
    with pytest.raises(InvalidValueError, match=r"items\['q1'\]\['p0'\]: found the missing value"):
        cronbach_alpha(by_id)
    left = cronbach_alpha(by_id, missing="omit")
    assert (left.n, left.omitted) == (4, ("p0", "p9"))
    assert "answers-omitted" in codes(left)


def test_somebody_without_an_answer_is_named() -> None:
    """An id that stands in some items only is a gap, and refused by name."""
    with pytest.raises(InvalidValueError, match=r"items\['q2'\]\['b'\]: found no answer"):
        cronbach_alpha({"q1": {"a": 1, "b": 2}, "q2": {"a": 1}})


def test_series_are_not_aligned_by_luck() -> None:
    """Columns of a frame share an index; two series with different ones are refused."""
    frame = pd.DataFrame(ITEMS)
    columns: dict[str, Any] = {"q1": frame["q1"], "q2": frame["q2"], "q3": [3, 4, 5, 3, 4]}
    assert cronbach_alpha(columns).alpha == pytest.approx(0.732558, abs=5e-7)
    columns["q2"] = frame["q2"][::-1]
    with pytest.raises(InvalidValueError, match=r"items\['q2'\]: found another index"):
        cronbach_alpha(columns)


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ({}, "alpha-one-item"),
        ({"q1": [1, 2, 3]}, "alpha-one-item"),
        ({"q1": [1], "q2": [2]}, "alpha-one-person"),
        ({"q1": [], "q2": []}, "alpha-one-person"),
        ({"q1": [1, 2], "q2": [2, 1]}, "alpha-no-spread"),
        ({"q1": [1, 1], "q2": [2, 2]}, "alpha-no-spread"),
    ],
    ids=["nothing", "one-item", "one-person", "nobody", "opposed", "constant"],
)
def test_no_alpha(items: Any, code: str) -> None:
    """What can not be estimated is None, with the reason."""
    result = cronbach_alpha(items)
    assert (result.alpha, result.interval_low, result.standardized_alpha) == (None, None, None)
    assert codes(result)[0] == code
    assert unexplained(result, NOT_ASKED) == set()
    named = {name for caveat in result.caveats for name in caveat.data.get("fields", ())}
    if len(result):
        assert "alpha_if_dropped" in named


def test_alpha_of_one_has_no_interval() -> None:
    """Items that agree wholly: the interval would have no length."""
    result = cronbach_alpha({"q1": [1, 2, 5], "q2": [1, 2, 5]})
    assert result.alpha == pytest.approx(1)
    assert result.interval_low is None
    assert "alpha-perfect" in codes(result)


def test_opposed_items_have_no_standardized_alpha() -> None:
    """At a mean correlation of -1 / (k - 1) the formula divides by 0."""
    result = cronbach_alpha({"q1": [1, 2, 4], "q2": [8, 6, 2]})
    assert result.mean_correlation == pytest.approx(-1)
    assert result.standardized_alpha is None
    assert "items-opposed" in codes(result)


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"items": [1, 2]}, "items"),
        ({"items": {None: [1]}}, "items[None]"),
        ({"items": {"q1": 3}}, "items['q1']"),
        ({"items": {"q1": [1, "x"], "q2": [1, 2]}}, "items['q1'][1]"),
        ({"items": {"q1": [1, 2], "q2": [1]}}, "items['q2']"),
        ({"items": {"q1": [1, 2], "q2": {"a": 1}}}, "items['q2']"),
        ({"reversed": ["q9"]}, "reversed[0]"),
        ({"reversed": ["q1", "q1"]}, "reversed[1]"),
        ({"reversed": "q1"}, "reversed"),
        ({"reversed": ["q1"]}, "maximum"),
        ({"minimum": 1}, "maximum"),
        ({"minimum": 3, "maximum": 5}, "items['q1'][1]"),
        ({"confidence": 1}, "confidence"),
        ({"missing": "drop"}, "missing"),
    ],
)
def test_arguments_out_of_range(arguments: Any, path: str) -> None:
    """The error names the argument, item and person."""
    with pytest.raises(InvalidValueError) as caught:
        cronbach_alpha(**{"items": ITEMS, **arguments})
    assert caught.value.path == path


def test_the_same_item_twice_is_refused() -> None:
    """Two keys that read as one item, such as numpy's 1 and 1.0, are a duplicate."""
    with pytest.raises(InvalidValueError, match="each item once"):
        cronbach_alpha({"q1": [1, 2], " ": [1, 2]})


def test_coverage_of_feldt_is_its_level() -> None:
    """Simulated: 400 samples of ten normal people and four parallel items, true alpha 0.8."""
    generator = np.random.default_rng(8)
    hits = 0
    for _ in range(400):
        table = generator.normal(size=(10, 1)) + generator.normal(size=(10, 4))
        alpha = kernels.alpha(table)
        assert alpha is not None
        low, high = kernels.feldt(alpha, 10, 4, 0.9)
        hits += low <= 0.8 <= high
    # Four standard errors of a share of 0.9 of 400.
    assert hits / 400 == pytest.approx(0.9, abs=4 * math.sqrt(0.09 / 400))


def test_the_recipe_for_two_raters_holds() -> None:
    """docs/how-to/questionnaire.md: .29, .62 and .71 (Shrout and Fleiss 1979, table 4)."""
    pingouin = pytest.importorskip("pingouin")
    page = Path(__file__).parents[2] / "docs" / "how-to" / "questionnaire.md"
    recipe = re.search(r"```text\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    assert recipe is not None
    scores = re.search(r'"score": \[(.*?)\]', recipe.group(1))
    assert scores is not None
    ratings = pd.DataFrame(
        {
            "stall": [1, 2, 3, 4, 5, 6] * 4,
            "rater": ["Ani"] * 6 + ["Budi"] * 6 + ["Citra"] * 6 + ["Dewi"] * 6,
            "score": [int(score) for score in scores.group(1).split(",")],
        }
    )
    with warnings.catch_warnings():
        # pingouin 0.7 uses what pandas 3 gives up.
        warnings.simplefilter("ignore")
        found = pingouin.intraclass_corr(
            data=ratings, targets="stall", raters="rater", ratings="score"
        )
    # Single raters and means, in the order of Shrout and Fleiss, under either set of names.
    expected = [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]
    assert found["ICC"].tolist() == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize(("people", "few"), [(29, True), (30, False)])
def test_thirty_people_are_no_longer_few(people: int, few: bool) -> None:
    """The interval of alpha is still wide, and says so itself."""
    answers = [1 + place % 5 for place in range(people)]
    found = cronbach_alpha({"a": answers, "b": [*answers[1:], 3], "c": answers})
    assert ("alpha-few-people" in codes(found)) is few
