"""Whether the steps and links of a chain fit together: looked at as a graph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from ..errors import Fault, nearest, shown

__all__ = ["circles", "faults_of_chain"]


def faults_of_chain(values: Mapping[str, Any], stages: Sequence[str]) -> Iterable[Fault]:
    """List ids used twice, and links that lead nowhere, backward, round or twice.

    Parameters
    ----------
    values : mapping of str to tuple
        The steps by stage, and the links, as far as they are known; None stands for what a
        document lost to other faults, so that positions hold.
    stages : sequence of str
        In their order.
    """
    yield from _faults_of_ids(values, stages)
    places = {
        step.id: place for place, stage in enumerate(stages) for _, step in _held(values, stage)
    }
    # What nothing is known of, because a document lost it, is held against nobody.
    if all(stage in values for stage in stages):
        yield from _faults_of_ends(values, places)
    yield from _faults_of_ways(values, places, stages)


def _held(values: Mapping[str, Any], name: str) -> Iterator[tuple[int, Any]]:
    return ((index, entry) for index, entry in enumerate(values.get(name, ())) if entry is not None)


def _faults_of_ids(values: Mapping[str, Any], stages: Sequence[str]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for stage in stages:
        for index, step in _held(values, stage):
            path = f"{stage}[{index}].id"
            if step.id in seen:
                accepted = f"an id that is used once; {seen[step.id]} has it"
                yield Fault(path, shown(step.id), accepted, "duplicate-id")
            seen.setdefault(step.id, path)


def _faults_of_ends(values: Mapping[str, Any], places: Mapping[str, int]) -> Iterator[Fault]:
    ends = [
        (f"links[{index}].{end}", getattr(link, end))
        for index, link in _held(values, "links")
        for end in ("source", "target")
    ]
    ends += [
        (f"unexpected[{index}].after", entry.after)
        for index, entry in _held(values, "unexpected")
        if entry.after is not None
    ]
    for path, id in ends:
        # A document puts text with an '@', which no id has, where a required value is lost.
        if id not in places and not id.startswith("@"):
            accepted = f"the id of a step: {nearest(id, places)}" if places else "the id of a step"
            yield Fault(path, shown(id), accepted, "unknown-id")


def _faults_of_ways(
    values: Mapping[str, Any], places: Mapping[str, int], stages: Sequence[str]
) -> Iterator[Fault]:
    first: dict[tuple[str, str], int] = {}
    for index, link in _held(values, "links"):
        source, target = link.source, link.target
        if (source, target) in first:
            accepted = f"a link that links[{first[source, target]}] is not"
            yield Fault(f"links[{index}]", f"{shown(source)} to {shown(target)}", accepted, "twice")
        first.setdefault((source, target), index)
        if source == target:
            yield Fault(f"links[{index}].target", shown(target), "another step", "self-link")
        elif places.get(source, 0) > places.get(target, len(stages)):
            later = " or ".join(stages[places[source] :])
            found = f"{shown(target)} of {stages[places[target]]}"
            yield Fault(f"links[{index}].target", found, f"a step of {later}", "backward-link")
    for circle in circles(first):
        index = max(first[pair] for pair in first if circle.issuperset(pair))
        members = ", ".join(shown(id) for id in sorted(circle))
        accepted = "links that do not lead back to where they came from"
        yield Fault(f"links[{index}]", f"a circle of {members}", accepted, "circle")


def circles(links: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """List the sets of steps that lead round to each other."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from([pair for pair in links if pair[0] != pair[1]])
    found = nx.strongly_connected_components(graph)
    return sorted([frozenset(part) for part in found if len(part) > 1], key=sorted)
