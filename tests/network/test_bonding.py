"""Contacts in the own group and in others, person by person."""

from typing import Any

import networkx as nx
import numpy as np
import pytest

import abcd
from abcd.network import BondingBridging, bonding_bridging, ei_index

KARATE: Any = nx.karate_club_graph()


def test_the_karate_club() -> None:
    """The sums are the ties that the E-I index counts: 67 inside, 11 between [C]."""
    found = bonding_bridging(KARATE, "club")
    assert (found.bonding_pairs, found.bridging_pairs, found.n) == (67, 11, 34)
    assert found[0]["bonding"] == 15
    assert found[0]["bridging_share"] == pytest.approx(1 / 16)
    index = ei_index(KARATE, "club")
    np.testing.assert_allclose(found.bridging_share - found.bonding_share, index.by_node)
    assert (found.group, found.caveats) == ("club", ())


def test_a_returned_tie_is_one_contact() -> None:
    """Arcs in both directions, or in one, are one contact."""
    graph = nx.DiGraph([("Ani", "Budi"), ("Budi", "Ani"), ("Citra", "Ani")])
    found = bonding_bridging(graph, ["x", "x", "y"])
    assert found.bonding.tolist() == [1, 1, 0]
    assert found.bridging.tolist() == [1, 0, 1]
    assert found.directed


def test_unknown_groups() -> None:
    """A person of unknown group has nan; a contact of unknown group counts as unknown."""
    graph = nx.star_graph(3)
    found = bonding_bridging(graph, {0: "x", 1: "x", 2: "y"})
    assert found[0] == {
        "nodes": 0,
        "groups": "x",
        "bonding": 1,
        "bridging": 1,
        "groups_reached": 1,
        "unknown": 1,
        "bonding_share": 0.5,
        "bridging_share": 0.5,
    }
    assert np.isnan([found[3][name] for name in ("bonding", "unknown", "bonding_share")]).all()
    assert [caveat.code for caveat in found.caveats] == ["unknown-groups", "no-known-contacts"]
    assert found.caveats[0].data["ties"] == 1


def test_nobody_and_nobody_known() -> None:
    """No nodes, and no groups at all."""
    nobody = bonding_bridging(nx.Graph(), {})
    assert (len(nobody), nobody.bonding_pairs) == (0, 0)
    assert [caveat.code for caveat in nobody.caveats] == ["no-nodes"]
    unknown = bonding_bridging(nx.path_graph(2), {})
    assert (unknown.n, unknown.groups) == (0, (None, None))
    assert np.isnan(unknown.bonding).all()


def test_the_result_is_a_value() -> None:
    """A document."""
    found = bonding_bridging(KARATE, "club")
    assert abcd.from_dict(abcd.to_dict(found), BondingBridging) == found
