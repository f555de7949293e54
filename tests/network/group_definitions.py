"""The second route for groups and cohesion: each measure from its definition, pair by pair."""

import math
from collections import Counter, deque
from collections.abc import Mapping
from itertools import combinations, permutations
from typing import Any

from hypothesis import strategies as st

from .definitions import Graph
from .graphs_for_tests import random_graphs

__all__ = [
    "ROLES",
    "VALUES",
    "assortativity",
    "blau",
    "ei",
    "grouped_graphs",
    "known",
    "linked",
    "local_clustering",
    "mean",
    "members",
    "pearson",
    "roles",
    "steps",
    "ties",
]

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
VALUES = [None, math.nan, "", "a", "b", "c", "1", 1, 2, True]


@st.composite
def grouped_graphs(
    draw: Any, max_nodes: int = 8, values: tuple[Any, ...] = tuple(VALUES)
) -> tuple[Graph, dict[Any, Any]]:
    """Draw a graph of any kind, and a value for some of its nodes."""
    graph = draw(random_graphs(max_nodes=max_nodes))
    chosen = draw(st.lists(st.sampled_from(values), min_size=len(graph), max_size=len(graph)))
    groups = dict(zip(graph, chosen, strict=True))
    return graph, {node: value for node, value in groups.items() if draw(st.booleans()) or value}


def known(graph: Graph, groups: Mapping[Any, Any]) -> dict[Any, str | int]:
    """Keep the values that say something; the truth value is its own group."""
    found: dict[Any, str | int] = {}
    for node in graph:
        value = groups.get(node)
        if value is True:
            found[node] = "True"
        elif value is not None and value != "" and value == value:  # noqa: PLR0124  # nan
            found[node] = value
    return found


def ties(graph: Graph) -> list[tuple[Any, Any]]:
    """List the ties between two nodes."""
    return [(a, b) for a, b in graph.edges if a != b]


def linked(graph: Graph) -> dict[Any, set[Any]]:
    """Give the contacts of each node, in either direction."""
    contacts: dict[Any, set[Any]] = {node: set() for node in graph}
    for a, b in ties(graph):
        contacts[a].add(b)
        contacts[b].add(a)
    return contacts


def mean(values: list[float]) -> float:
    """Give the mean, nan of nothing."""
    return math.fsum(values) / len(values) if values else math.nan


# --- homophily -----------------------------------------------------------------------------------


def ei(between: int, inside: int) -> float:
    """Give (E - I) / (E + I), nan without ties."""
    return (between - inside) / (between + inside) if between + inside else math.nan


def members(groups: Mapping[Any, Any]) -> Counter[Any]:
    """Count the nodes of each group."""
    return Counter(groups.values())


def assortativity(pairs: list[tuple[Any, Any]]) -> float:
    """Give Newman's coefficient of pairs of labels, nan where it is 0 / 0."""
    total = len(pairs)
    labels = {label for pair in pairs for label in pair}
    inside = sum(a == b for a, b in pairs) * total
    chance = sum(
        sum(a == label for a, _ in pairs) * sum(b == label for _, b in pairs) for label in labels
    )
    return (inside - chance) / (total**2 - chance) if total**2 > chance else math.nan


def pearson(pairs: list[tuple[float, float]]) -> float:
    """Give the correlation of pairs of numbers, nan where one side has no spread."""
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    if len(set(first)) < 2 or len(set(second)) < 2:
        return math.nan
    left, right = mean(first), mean(second)
    product = mean([(a - left) * (b - right) for a, b in pairs])
    spread = mean([(a - left) ** 2 for a in first]) * mean([(b - right) ** 2 for b in second])
    return product / math.sqrt(spread)


def blau(values: list[Any]) -> float:
    """Give the share of ordered draws with replacement that differ, nan of nothing."""
    return mean([float(a != b) for a in values for b in values])


# --- brokerage -----------------------------------------------------------------------------------


def roles(graph: Graph, groups: Mapping[Any, Any]) -> dict[Any, dict[str, int]]:
    """Look at all ordered triples of nodes of known group."""
    counts = {node: dict.fromkeys(ROLES, 0) for node in groups}
    for a, b, c in permutations(groups, 3):
        if graph.has_edge(a, b) and graph.has_edge(b, c) and not graph.has_edge(a, c):
            counts[b][_role(groups[a], groups[b], groups[c])] += 1
    return counts


def _role(a: Any, b: Any, c: Any) -> str:
    if a == b == c:
        return "coordinator"
    if a == c:
        return "itinerant"
    if b == c:
        return "gatekeeper"
    return "representative" if a == b else "liaison"


# --- cohesion ------------------------------------------------------------------------------------


def steps(graph: Graph, source: Any) -> dict[Any, int]:
    """Walk along the ties, and give the number of steps to everybody who is reached."""
    found = {source: 0}
    waiting = deque([source])
    while waiting:
        node = waiting.popleft()
        for contact in graph[node]:
            if contact not in found:
                found[contact] = found[node] + 1
                waiting.append(contact)
    return found


def local_clustering(graph: Graph) -> dict[Any, float]:
    """Give the share of pairs of contacts that are tied, nan with fewer than two contacts."""
    contacts = linked(graph)
    return {
        node: mean([float(b in contacts[a]) for a, b in combinations(around, 2)])
        for node, around in contacts.items()
    }
