"""How many of the others those who would lead a program are tied to."""

import datetime

import networkx as nx

from ..model import Community, Person
from ..network import graph
from ._programs import Program, leaders_of, people_among
from .provenance import Cell

__all__ = ["connectedness_in", "ties_of"]


def ties_of(community: Community, day: datetime.date | None) -> "nx.Graph[str]":
    """Build the graph that is read: all ties of people that hold on the day."""
    return graph(community, kinds="all", waves="all", combine="max", on=day)


def connectedness_in(
    ties: "nx.Graph[str]", program: Program, community: Community, day: datetime.date | None
) -> Cell:
    """Answer for a program that was checked, from a graph that may serve many."""
    leaders, without_members = people_among(leaders_of(program), community, day)
    if without_members:
        return Cell(basis="members-unknown", of=leaders)
    if not leaders:
        return Cell(basis="no-leaders")
    others = len(community.people) - len(leaders)
    if not others:
        return Cell(basis="nobody-else", of=leaders)
    reached = {contact for leader in leaders for contact in ties[leader]} - set(leaders)
    if not reached and not all(_answered(community[leader]) for leader in leaders):
        return Cell(basis="ties-unknown", of=leaders)
    share = len(reached) / others
    return Cell(low=share, high=share, basis="computed", of=leaders)


def _answered(entity: object) -> bool:
    return isinstance(entity, Person) and entity.interviewed_on is not None
