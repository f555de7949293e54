"""Blau and IQV: the example of the domain reference, conventions, thin data."""

from typing import Any

import networkx as nx
import numpy as np
import pytest

import abcd
from abcd.errors import InvalidValueError
from abcd.network import Heterogeneity, heterogeneity

# Somebody with ten contacts: five of one kind, three of another, two of a third.
STAR: Any = nx.star_graph(10)
KINDS = dict(enumerate([None, *"aaaaabbbcc"]))


def test_counts_of_five_three_and_two() -> None:
    """Domain reference 5 [C]: Blau 0.62 (0.688889 for a small sample), IQV 0.93 of K = 3."""
    found = heterogeneity(STAR, KINDS, categories=["a", "b", "c"])
    row = found[0]
    assert row["blau"] == pytest.approx(0.62, abs=1e-12)
    assert row["blau_unbiased"] == pytest.approx(0.688889, abs=5e-7)
    assert row["iqv"] == pytest.approx(0.93, abs=1e-12)
    assert (row["contacts"], row["observed"], found.categories) == (10, 3, 3)
    assert found.overall_blau == pytest.approx(0.62, abs=1e-12)
    assert found.overall_blau_unbiased == pytest.approx(0.62 * 10 / 9, abs=1e-12)
    assert found.overall_iqv == pytest.approx(0.93, abs=1e-12)
    # Only the first has contacts of known value.
    assert found.mean_blau == pytest.approx(0.62, abs=1e-12)
    assert found.n == 10


def test_possible_categories_are_not_those_observed() -> None:
    """The IQV falls with the categories that could have occurred; the result says which count."""
    observed = heterogeneity(STAR, KINDS)
    assert observed.categories == 3
    assert [caveat.code for caveat in observed.caveats][-1] == "observed-categories"
    fives: list[Any] = [5, np.int64(5), set("abcde"), ("a", "b", "c", "d", "e", "e", None)]
    for five in fives:
        found = heterogeneity(STAR, KINDS, categories=five)
        assert found.categories == 5
        assert found.iqv[0] == pytest.approx(0.62 * 5 / 4, abs=1e-12)
        assert "observed-categories" not in [caveat.code for caveat in found.caveats]


def test_a_full_mix_is_exactly_one() -> None:
    """Equal counts of each possible category."""
    for k in range(2, 12):
        found = heterogeneity(nx.star_graph(k), [None, *range(k)], categories=k)
        assert found.iqv[0] == pytest.approx(1.0, abs=1e-12)
        assert found.iqv[0] <= 1
        assert found.blau_unbiased[0] == pytest.approx(1.0, abs=1e-12)


def test_contacts_in_either_direction() -> None:
    """Arcs to and from the person, each contact once."""
    graph = nx.DiGraph([("Ani", "Budi"), ("Budi", "Ani"), ("Citra", "Ani")])
    found = heterogeneity(graph, ["x", "y", "z"])
    assert found["Ani"]["contacts"] == 2
    assert found["Ani"]["blau"] == 0.5
    assert found.directed


@pytest.mark.parametrize(
    ("graph", "values", "none", "codes"),
    [
        (
            nx.Graph(),
            [],
            {"overall_blau", "overall_blau_unbiased", "overall_iqv", "mean_blau"},
            ["no-nodes", "few-values", "one-category", "observed-categories"],
        ),
        (
            nx.path_graph(2),
            ["a", None],
            {"overall_blau_unbiased", "overall_iqv"},
            [
                "group-unknown",
                "no-known-contacts",
                "one-known-contact",
                "few-values",
                "one-category",
                "observed-categories",
            ],
        ),
        (
            nx.empty_graph(3),
            ["a", "b", "b"],
            {"mean_blau"},
            ["no-known-contacts", "observed-categories"],
        ),
    ],
    ids=["no nodes", "one value", "no ties"],
)
def test_thin_data(graph: Any, values: Any, none: set[str], codes: list[str]) -> None:
    """What is None has a caveat that names it."""
    found = heterogeneity(graph, values)
    names = ("overall_blau", "overall_blau_unbiased", "overall_iqv", "mean_blau")
    assert {name for name in names if getattr(found, name) is None} == none
    assert [caveat.code for caveat in found.caveats] == codes
    named = {field for caveat in found.caveats for field in caveat.data.get("fields", ())}
    assert none <= named


def test_one_contact_and_one_category() -> None:
    """Blau is 0, the variant for small samples nan, and one category leaves no IQV."""
    found = heterogeneity(nx.path_graph(2), ["a", "a"])
    assert found.blau.tolist() == [0.0, 0.0]
    assert np.isnan(found.blau_unbiased).all()
    assert np.isnan(found.iqv).all()


@pytest.mark.parametrize(
    ("categories", "message"),
    [
        (2, "categories: found 2; accepted: a whole number from 3"),
        (["a", "b"], "categories: found none named 'c'; accepted: all categories that occur"),
        ("abc", "categories: found .*; accepted: the possible categories"),
        (True, "categories: found .*; accepted: the possible categories"),
        (3.5, "categories: found .*; accepted: the possible categories"),
    ],
    ids=str,
)
def test_wrong_categories_are_refused(categories: Any, message: str) -> None:
    """None that occurs may be left out."""
    with pytest.raises(InvalidValueError, match=message):
        heterogeneity(STAR, KINDS, categories=categories)


def test_the_result_is_a_value() -> None:
    """A document."""
    found = heterogeneity(STAR, KINDS)
    assert abcd.from_dict(abcd.to_dict(found), Heterogeneity) == found
