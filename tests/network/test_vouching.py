"""Missing answers: a tie vanishes with the last of those who reported it."""

from collections.abc import Sequence
from typing import Any

import networkx as nx
import numpy as np
import pytest

from abcd import Community, Person, Tie
from abcd.network import graph, snapshot, stability
from abcd.network._vouching import vouching_of


def survey(answered: str, silent: str, ties: Sequence[Tie]) -> Community:
    """Make an invented survey; each letter is the id of a person."""
    people = [Person(id, id, interviewed_on="2024-01-10") for id in answered]
    people += [Person(id, id) for id in silent]
    return Community("rt", "RT", people=people, ties=ties)


def left(made: "nx.Graph[Any]", respondents: str, stay: str) -> set[tuple[Any, Any]]:
    """List the entries that are still there where the answers of `stay` are."""
    arrays = snapshot(made)
    positions = np.array([arrays.ids.index(id) for id in respondents], np.int64)
    stays = np.array([id in [*stay] or id not in [*respondents] for id in arrays.ids], np.bool_)
    said = vouching_of(made, arrays, positions).said(stays)
    ends = zip(arrays.sources[said].tolist(), arrays.indices[said].tolist(), strict=True)
    return {(arrays.ids[source], arrays.ids[target]) for source, target in ends}


@pytest.mark.parametrize("directed", [True, False])
def test_ego_networks_lose_what_their_ego_reported(directed: bool) -> None:
    """Four egos with three contacts each: half of the answers are half of the ties."""
    egos = "abcd"
    pairs = [(ego, f"{ego}{n}") for ego in egos for n in range(3)]
    people = [Person(ego, ego, interviewed_on="2024-01-10") for ego in egos]
    people += [Person(other, other) for _, other in pairs]
    ties = [Tie(ego, other, reported_by=ego) for ego, other in pairs]
    made = graph(Community("rt", "RT", people=people, ties=ties), directed=directed)
    found = stability(made, "mean_degree", missing="answers", shares=[0.5], samples=20, rng=1)
    assert found.respondents == 4
    assert found.value is not None
    # Each sample keeps two of four egos, whichever they are.
    assert found.error.tolist() == pytest.approx([found.value / 2])
    assert found.error_high.tolist() == pytest.approx([found.value / 2])


def test_a_tie_stays_while_one_of_its_reporters_answers() -> None:
    """Both named each other; then one; then none."""
    both = [
        Tie("a", "b", directed=True, reported_by="a"),
        Tie("b", "a", directed=True, reported_by="b"),
    ]
    made = graph(survey("ab", "", both), combine="max")
    assert left(made, "ab", "a") == {("a", "b"), ("b", "a")}
    assert left(made, "ab", "") == set()
    arcs = graph(survey("ab", "", both), directed=True)
    assert left(arcs, "ab", "a") == {("a", "b")}


def test_somebody_from_outside_stays() -> None:
    """Citra, who reported the tie of two others and answered nothing else, can not fall silent."""
    made = graph(survey("ab", "c", [Tie("a", "b", reported_by="c")]))
    assert left(made, "ab", "") == {("a", "b"), ("b", "a")}
    made.remove_node("c")
    assert left(made, "ab", "") == {("a", "b"), ("b", "a")}


def test_without_a_reporter_the_ends_decide() -> None:
    """Of an undirected tie those ends that answered; of an arc its source; nobody: it stays."""
    ties = [Tie("a", "b"), Tie("b", "c"), Tie("c", "d")]
    made = graph(survey("ab", "cd", ties))
    assert left(made, "ab", "a") == {("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")}
    arcs: nx.DiGraph[str] = nx.DiGraph([("a", "b"), ("b", "a"), ("c", "a")])
    assert left(arcs, "ab", "b") == {("b", "a"), ("c", "a")}
    arrays = snapshot(arcs)
    assert vouching_of(arrays, arrays, np.array([0, 1])).always.tolist() == [False, False, True]


def test_what_another_program_wrote_is_read_as_far_as_it_goes() -> None:
    """Numbers are no reporters, and a loop is no tie."""
    made: Any = nx.Graph([("a", "b"), ("b", "b")])
    made.edges["a", "b"]["reported_by"] = 3
    made.edges["b", "b"]["reported_by"] = "a"
    assert left(made, "ab", "a") == {("a", "b"), ("b", "a")}
