"""Every analysis says, once, whose word is missing behind the ties."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from abcd import Community, Person, Tie
from abcd.network import (
    assortativity,
    bonding_bridging,
    brokerage,
    centrality,
    cohesion,
    communities,
    connectors,
    ei_index,
    graph,
    heterogeneity,
    modularity,
    snapshot,
    structural_holes,
    two_mode,
    what_if,
)

ABOUT_ANSWERS = {"ties-from-others", "alters-unasked", "answers-not-recorded", "answers-unknown"}

Analysis = Callable[[Any], Any]


def with_groups(analysis: Callable[..., Any]) -> Analysis:
    """Hand in two groups in turn."""
    return lambda g: analysis(g, [f"g{row % 2}" for row in range(len(g))])


ANALYSES: dict[str, Analysis] = {
    "assortativity": assortativity,
    "bonding_bridging": with_groups(bonding_bridging),
    "brokerage": with_groups(brokerage),
    "centrality": centrality,
    "cohesion": cohesion,
    "communities": lambda g: communities(g, rng=1),
    "connectors": connectors,
    "ei_index": with_groups(ei_index),
    "heterogeneity": with_groups(heterogeneity),
    "modularity": with_groups(modularity),
    "structural_holes": structural_holes,
    "what_if": what_if,
}


def survey(answered: int, silent: int, unasked: int) -> "nx.Graph[Any]":
    """Make a ring of people, the first of whom answered and the last of whom nobody asked."""
    day = "2024-01-10"
    people = [Person(f"p{n}", f"Secret {n}", interviewed_on=day) for n in range(answered)]
    people += [Person(f"s{n}", f"Secret {n}", asked_on=day) for n in range(silent)]
    people += [Person(f"u{n}", f"Secret {n}") for n in range(unasked)]
    ids = [person.id for person in people]
    ties = [Tie(one, other) for one, other in zip(ids, [*ids[1:], ids[0]], strict=True)]
    return graph(Community("rt", "RT", people=people, ties=ties))


def said(found: Any) -> dict[str, dict[str, Any]]:
    """List what a result says about answers; nothing stands twice."""
    mine = [caveat for caveat in found.caveats if caveat.code in ABOUT_ANSWERS]
    assert len({caveat.code for caveat in mine}) == len(mine)
    return {caveat.code: dict(caveat.data) for caveat in mine}


@pytest.mark.parametrize("analysis", ANALYSES.values(), ids=ANALYSES)
def test_it_says_how_many_have_not_answered(analysis: Analysis) -> None:
    """Three of eight, of whom one was never asked."""
    assert said(analysis(survey(5, 2, 1))) == {"ties-from-others": {"missing": 3, "total": 8}}
    assert said(analysis(survey(8, 0, 0))) == {}


@pytest.mark.parametrize("analysis", ANALYSES.values(), ids=ANALYSES)
def test_it_names_what_ties_among_contacts_decide(analysis: Analysis) -> None:
    """In a survey of egos; that they have not answered is then said by the same sentence."""
    found = analysis(survey(2, 0, 6))
    mine = said(found)
    assert set(mine) == {"alters-unasked"}
    data = mine["alters-unasked"]
    assert (data["count"], data["total"]) == (6, 8)
    assert data["fields"]
    # What-if has its measures of the whole in the two tables before and after.
    whole = found.before if isinstance(found, type(what_if(survey(3, 0, 0)))) else found
    for field in data["fields"]:
        assert hasattr(found, field) or hasattr(whole, field)
    assert set(said(analysis(survey(2, 1, 6)))) == {"alters-unasked", "ties-from-others"}


@pytest.mark.parametrize("analysis", ANALYSES.values(), ids=ANALYSES)
def test_nothing_on_record_is_said(analysis: Analysis) -> None:
    """Where a community keeps no record; a plain graph and arrays know of no community."""
    people = [Person(f"p{n}", f"Secret {n}") for n in range(4)]
    ties = [Tie("p0", "p1"), Tie("p1", "p2"), Tie("p2", "p3")]
    made = graph(Community("rt", "RT", people=people, ties=ties))
    codes = set(said(analysis(made)))
    if analysis is connectors:
        assert codes == {"answers-unknown"}
        return
    assert codes == {"answers-not-recorded"}
    assert said(analysis(nx.path_graph(4))) == {}
    assert said(analysis(snapshot(made))) == {}


def test_only_ties_that_people_name_are_answers() -> None:
    """A graph of places, or of people by their organizations, says nothing of answers."""
    community = Community("rt", "RT", people=[Person("p", "Secret")])
    assert said(cohesion(graph(community, nodes="places"))) == {}
    assert said(cohesion(two_mode(community))) == {}
    assert said(cohesion(graph(community))) == {"answers-not-recorded": {}}


def test_values_of_another_program_are_no_status() -> None:
    """A list, a number, an unknown word: read as not known."""
    made: Any = nx.path_graph(4)
    made.nodes[0]["status"] = ["answered"]
    made.nodes[1]["status"] = "yes"
    assert said(cohesion(made)) == {}
    made.nodes[2]["status"] = "no answer"
    assert said(cohesion(made)) == {"ties-from-others": {"missing": 1, "total": 1}}
