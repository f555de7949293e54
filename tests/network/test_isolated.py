"""Isolated: no tie, a small part, one tie, and whether anybody asked."""

import networkx as nx
import pytest

from abcd import Community, Person, Tie
from abcd.errors import InvalidValueError
from abcd.network import graph, isolated, snapshot


def test_positions_follow_contacts_and_parts() -> None:
    """A path of four, a pair, a loner, and one who is tied to herself only."""
    network = nx.Graph([(1, 2), (2, 3), (3, 4), (5, 6), (8, 8)])
    network.add_node(7)
    found = isolated(network)
    assert found.nodes == (1, 4, 5, 6, 8, 7)
    assert found.position == (
        "one tie",
        "one tie",
        "small part",
        "small part",
        "no tie",
        "no tie",
    )
    assert found.part_size.tolist() == [4, 4, 2, 2, 1, 1]
    assert found.degree.tolist() == [1, 1, 1, 1, 0, 0]
    assert (found.no_tie, found.in_small_part, found.one_tie) == (2, 2, 2)
    assert (found.parts, found.n, found.no_tie_unknown) == (4, 8, 2)
    assert isolated(snapshot(network)).nodes == found.nodes
    assert isolated(network, small=1)[5]["position"] == "one tie"


def test_directions_do_not_count() -> None:
    """Somebody who is named has a tie, though naming nobody."""
    found = isolated(nx.DiGraph([("a", "b"), ("b", "a"), ("c", "b")]), small=1)
    assert found.nodes == ("a", "c")
    assert found["a"]["degree"] == 1


def test_silence_is_told_from_having_no_tie() -> None:
    """Each status of the people without a tie is counted apart."""
    community = Community(
        "rt",
        "RT",
        people=[
            Person("said", "A", interviewed_on="2024-01-02"),
            Person("silent", "B", asked_on="2024-01-01"),
            Person("unasked", "C"),
        ],
        ties=[],
    )
    found = isolated(graph(community))
    counts = (found.no_tie_named_nobody, found.no_tie_no_answer, found.no_tie_not_asked)
    assert counts == (1, 1, 1)
    assert found.status == ("named nobody", "no answer", "not asked")
    data = {caveat.code: dict(caveat.data) for caveat in found.caveats}
    assert data["isolates-unanswered"] == {"count": 2, "total": 3}


def test_surveys_of_egos_are_named() -> None:
    """One tie in the data says little of people who were only named."""
    people = [Person("ego", "Ego", interviewed_on="2024-01-02"), Person("a", "A"), Person("b", "B")]
    ties = [Tie("ego", other, directed=True, reported_by="ego") for other in ("a", "b")]
    found = isolated(graph(Community("rt", "RT", people=people, ties=ties)))
    assert found.caveats[-1].code == "alters-unasked"
    assert found.caveats[-1].data["count"] == 2


def test_edges_of_the_question() -> None:
    """No nodes give no rows; a size that is none is refused."""
    found = isolated(nx.Graph())
    assert (len(found), found.caveats[1].code) == (0, "no-nodes")
    with pytest.raises(InvalidValueError, match="small: found 0; accepted: a whole number from 1"):
        isolated(nx.Graph(), small=0)
