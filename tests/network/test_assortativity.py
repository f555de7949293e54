"""Newman's coefficient: a published table, the karate club, what is not defined."""

from typing import Any

import networkx as nx
import numpy as np
import pytest

import abcd
from abcd.errors import InvalidValueError
from abcd.network import Assortativity, assortativity
from abcd.network._correlation import correlation

KARATE: Any = nx.karate_club_graph()


def test_the_karate_club() -> None:
    """Domain reference 5 [C], networkx 3.6.1: clubs 0.717531, degrees -0.475613."""
    clubs = assortativity(KARATE, "club")
    assert clubs.coefficient == pytest.approx(0.717531, abs=5e-7)
    assert (clubs.scale, clubs.group, clubs.ties, clubs.n) == ("categories", "club", 78, 34)
    degrees = assortativity(KARATE)
    assert degrees.coefficient == pytest.approx(-0.475613, abs=5e-7)
    assert (degrees.scale, degrees.group) == ("degree", None)
    given = dict(KARATE.degree())
    by_hand = assortativity(KARATE, given, scale="numbers")
    assert by_hand.coefficient == pytest.approx(degrees.coefficient, abs=1e-12)
    assert assortativity(KARATE, scale="numbers") == degrees


def test_newman_s_couples() -> None:
    """Newman (2003), table I: couples in San Francisco by ethnic group, r = 0.621.

    The printed shares are rounded to three digits, which allows 0.003: 0.258 is 258 arcs from women
    to men here. The second route is equation 2 on the table.
    """
    rows = [[258, 16, 35, 13], [12, 157, 58, 19], [13, 23, 306, 35], [5, 7, 24, 16]]
    graph: nx.DiGraph[int] = nx.DiGraph()
    groups: dict[int, str] = {}
    names = ("black", "hispanic", "white", "other")
    for woman, row in zip(names, rows, strict=True):
        for man, count in zip(names, row, strict=True):
            for _ in range(count):
                source, target = len(groups), len(groups) + 1
                groups |= {source: woman, target: man}
                graph.add_edge(source, target)
    found = assortativity(graph, groups)
    assert (found.ties, found.directed) == (sum(map(sum, rows)), True)
    assert found.coefficient == pytest.approx(0.621, abs=0.003)
    shares = np.array(rows) / np.sum(rows)
    chance = shares.sum(axis=1) @ shares.sum(axis=0)
    expected = (np.trace(shares) - chance) / (1 - chance)
    assert found.coefficient == pytest.approx(expected, abs=1e-12)


def test_numbers_follow_directions() -> None:
    """From the source's value to the target's; names of attributes work too."""
    graph = nx.DiGraph([(0, 1), (1, 2), (0, 2)])
    nx.set_node_attributes(graph, {0: 1.0, 1: 2.0, 2: 4.0}, "age")
    found = assortativity(graph, "age", scale="numbers")
    assert found.coefficient == pytest.approx(np.corrcoef([1, 2, 1], [2, 4, 4])[0, 1])
    assert (found.group, found.scale) == ("age", "numbers")


@pytest.mark.parametrize(
    ("graph", "group", "scale", "code"),
    [
        (nx.path_graph(3), ["a"] * 3, None, "all-alike"),
        (nx.path_graph(3), [2.5] * 3, "numbers", "all-alike"),
        (nx.cycle_graph(4), None, None, "all-alike"),
        (nx.empty_graph(3), ["a", "b", "c"], None, "no-known-ties"),
        (nx.path_graph(3), ["a", None, "b"], None, "no-known-ties"),
        (nx.Graph(), None, None, "no-known-ties"),
    ],
    ids=["one group", "one number", "a ring", "no ties", "unknown", "no nodes"],
)
def test_what_is_not_defined_is_none(graph: Any, group: Any, scale: Any, code: str) -> None:
    """With a caveat that names the field."""
    found = assortativity(graph, group, scale=scale)
    assert found.coefficient is None
    caveat = next(caveat for caveat in found.caveats if caveat.code == code)
    assert caveat.data["fields"] == ("coefficient",)


def test_groups_that_only_receive() -> None:
    """A group that no arc leaves, or none enters, has a place in the sums all the same."""
    graph = nx.DiGraph([(0, 1), (1, 2)])
    # e: a -> b and b -> c; no arc inside, chance = 1 * 0 + 1 * 1 + 0 * 1 of 4.
    assert assortativity(graph, ["a", "b", "c"]).coefficient == pytest.approx((0 - 1) / (4 - 1))


@pytest.mark.parametrize(
    ("group", "scale", "message"),
    [
        ("club", "degree", "scale: found 'degree'"),
        (None, "categories", "scale: found 'categories'; accepted: 'numbers' or None"),
        ("club", "numbers", r"group\[0\]: found .*; accepted: a number"),
    ],
)
def test_wrong_arguments_are_refused(group: Any, scale: Any, message: str) -> None:
    """With what is accepted."""
    with pytest.raises(InvalidValueError, match=message):
        assortativity(KARATE, group, scale=scale)


@pytest.mark.parametrize("factor", [1e-90, 1.0, 1e90])
def test_correlation_of_any_size(factor: float) -> None:
    """Squares stay in the range of a float; a perfect correlation is exactly 1."""
    values = np.array([0.1, 0.2, 0.7, 0.4]) * factor
    assert correlation(values, values) == 1.0
    assert correlation(values, -values) == -1.0
    assert correlation(values, np.full(4, factor)) is None


def test_the_result_is_a_value() -> None:
    """A document."""
    found = assortativity(KARATE, "club")
    assert abcd.from_dict(abcd.to_dict(found), Assortativity) == found
