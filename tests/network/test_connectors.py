"""Connectors: positions, reasons, ranks with ties, and what is known of the people."""

import json
import math
from pathlib import Path
from typing import Any

import attrs
import networkx as nx
import numpy as np
import pytest
from hypothesis import given

import abcd
from abcd import Community, Membership, Organization, Person, Place, Tie
from abcd.errors import InvalidValueError
from abcd.network import Connectors, connectors, graph, snapshot

from . import definitions
from .graphs_for_tests import BORGATTI, KITE, random_graphs, read

COUNTS = ("asked", "answered", "named_nobody", "no_answer", "named_only", "not_asked")


def codes(found: Connectors) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in found.caveats]


def fields(found: Connectors) -> set[str]:
    """List the fields that the caveats call not estimable."""
    return {name for caveat in found.caveats for name in caveat.data.get("fields", ())}


# Published to 0.001: networkx 3.6.1, networkx/algorithms/centrality/tests/
# test_betweenness_centrality.py; domain reference 5 prints more digits [C].
FAMILIES = {
    "Medici": 0.5220,
    "Guadagni": 0.2546,
    "Albizzi": 0.2125,
    "Salviati": 0.1429,
    "Ridolfi": 0.1136,
    "Bischeri": 0.1044,
}


def test_the_medici_hold_florence_together() -> None:
    """Padgett & Ansell (1993): highest betweenness, lowest constraint, and who depends on them."""
    found = connectors(nx.florentine_families_graph())
    assert found.nodes[:5] == tuple(FAMILIES)[:5]
    assert found.betweenness[:5].tolist() == pytest.approx(list(FAMILIES.values())[:5], abs=5e-5)
    assert found.rank[:5].tolist() == [1, 2, 3, 4, 5]
    assert found["Medici"]["betweenness"] * found.pairs == pytest.approx(47.5)
    assert found["Medici"]["constraint"] == pytest.approx(0.2099, abs=5e-5)
    assert found["Medici"]["reasons"] == ("paths", "cut-off", "contacts-apart")
    # Without the Medici, Acciaiuoli stands alone, and so do Salviati with Pazzi.
    assert found["Medici"]["cut_off"] == 3
    assert (found.pairs, found.parts, found.n) == (91, 1, 15)
    # networkx 3.6.1: the mean betweenness is .1143, and four families have more; the median of
    # constraint is .4823, and Ridolfi, Strozzi and Tornabuoni have less.
    assert found.nodes[5:] == ("Strozzi", "Tornabuoni")
    assert [found[node]["reasons"] for node in found.nodes[4:]] == [("contacts-apart",)] * 3
    assert found["Salviati"]["reasons"] == ("paths", "cut-off")


@pytest.mark.parametrize("name", ["karate", "florentine", "lesmis", "sampson"])
def test_reference_networks(reference_data: Path, name: str) -> None:
    """Betweenness and articulation points of data/network-*/expected.json."""
    network = read(reference_data, name)
    text = (reference_data / f"network-{name}" / "expected.json").read_text("utf-8")
    expected = {item["id"]: item["value"] for item in json.loads(text)["expected"]}
    found = connectors(network, limit=None)
    raw = dict(zip(found.nodes, found.betweenness * found.pairs, strict=True))
    published = expected["betweenness_raw"]
    mean = sum(published.values()) / len(published)
    for node, value in published.items():
        if node in raw:
            assert raw[node] == pytest.approx(value, rel=1e-8, abs=1e-9)
        assert ("paths" in found[node]["reasons"] if node in raw else False) == (value > mean)
    cutting = [node for node, row in zip(found.nodes, found, strict=True) if row["cut_off"]]
    assert sorted(cutting) == sorted(expected["articulation_points"])


def test_weights_are_strengths() -> None:
    """rep-net-01: the length of a tie is 1 / strength, and the result says so."""
    network: Any = nx.Graph()
    network.add_weighted_edges_from(
        [("ani", "budi", 5), ("budi", "dewi", 5), ("ani", "citra", 1), ("citra", "dewi", 1)]
    )
    network.add_edge("dewi", "eko", weight=3)
    found = connectors(network, weight="weight")
    assert found.pairs == 6
    raw = dict(zip(found.nodes, (found.betweenness * 6).tolist(), strict=True))
    assert raw == pytest.approx({"dewi": 3.5, "budi": 2.0}, abs=1e-9)
    assert (found.distance, found.weight) == ("1 / weight", "weight")
    plain = connectors(network)
    assert (plain.distance, plain.weight) == ("1 step", None)
    assert plain["dewi"]["betweenness"] * 6 == pytest.approx(3.5)
    network["ani"]["budi"]["weight"] = 0
    with pytest.raises(InvalidValueError, match="edge from 'ani' to 'budi': found 0; accepted"):
        connectors(network, weight="weight")


def test_equal_positions_share_a_rank() -> None:
    """The kite, whose nodes 3 and 4, 5 and 6 are mirror images; ties are shown, not broken."""
    found = connectors(KITE)
    # networkx 3.6.1: betweenness_centrality(KITE) = 7: .389, 5 and 6: .231, 8: .222, 3: .102,
    # 0 and 1: .023; the mean over ten nodes is .122, so that 3, 0 and 1 do not stand out.
    assert found.nodes == (7, 5, 6, 8)
    assert found.rank.tolist() == [1, 2, 2, 4]
    assert found.sharing.tolist() == [1, 2, 2, 1]
    assert found.betweenness.tolist() == pytest.approx(
        [0.38889, 0.23148, 0.23148, 0.22222], abs=5e-6
    )
    assert found[7]["reasons"] == ("paths", "cut-off", "contacts-apart")
    assert found[5]["reasons"] == ("paths",)


def test_a_limit_never_parts_equals() -> None:
    """Rank 2 is shared by two; both are listed."""
    assert connectors(KITE, limit=1).nodes == (7,)
    assert connectors(KITE, limit=2).nodes == (7, 5, 6)
    assert connectors(KITE, limit=3).nodes == (7, 5, 6)
    assert connectors(KITE, limit=99).nodes == connectors(KITE).nodes


def test_who_is_left_out_is_counted() -> None:
    """Ten ranks by default, and the number of others with a reason beside them."""
    caterpillar = nx.path_graph(30)
    found = connectors(caterpillar)
    # Mirror images share their ranks: the tenth is shared by nobody else.
    assert (found.limit, found.rank.max() <= 10) == (10, True)
    everybody = connectors(caterpillar, limit=None)
    assert (everybody.limit, everybody.left_out, len(everybody)) == (None, 0, 28)
    assert found.left_out == 28 - len(found) > 0
    said = next(caveat for caveat in found.caveats if caveat.code == "connectors-left-out")
    assert dict(said.data) == {"limit": 10, "count": found.left_out}
    assert "connectors-left-out" not in codes(everybody)


@pytest.mark.parametrize("network", [nx.cycle_graph(12), nx.complete_graph(6)], ids=str)
def test_nobody_stands_out_where_all_are_alike(network: Any) -> None:
    """In a ring everybody is between others, and no more than anybody else."""
    assert len(connectors(network, limit=None)) == 0


def test_a_sparse_survey_does_not_name_everybody() -> None:
    """Thirty invented people who name two at random each: the answer names ten ranks, not all."""
    draws = np.random.default_rng(2)
    ties = {
        (node, int(other))
        for node in range(30)
        for other in draws.choice([one for one in range(30) if one != node], 2, replace=False)
    }
    network = nx.Graph(sorted(ties))
    before = sum(value > 0 for value in nx.betweenness_centrality(network).values())
    assert before > 25
    found = connectors(network, limit=None)
    # Whoever is listed is above the mean in something, or holds somebody fast.
    assert len(found) < 20
    assert len(connectors(network)) == 10


def ring() -> "nx.Graph[str]":
    """Make an invented village: two circles joined by a chair, a member, and an outsider."""
    people = [
        Person("chair", "Secret 1", interviewed_on="2024-01-10", home="north"),
        Person("n1", "Secret 2", interviewed_on="2024-01-10", home="north"),
        Person("n2", "Secret 3", asked_on="2024-01-10", home="north"),
        Person("s1", "Secret 4", home="south"),
        Person("s2", "Secret 5", interviewed_on="2024-01-10"),
        Person("alone", "Secret 6", interviewed_on="2024-01-10"),
        Person("away", "Secret 7"),
    ]
    pairs = [("chair", "n1"), ("chair", "n2"), ("n1", "n2"), ("chair", "s1"), ("s1", "s2")]
    return graph(
        Community(
            "desa",
            "Desa",
            people=people,
            organizations=[Organization("pkk", "PKK"), Organization("co", "Co-operative")],
            places=[Place("north", "North"), Place("south", "South")],
            memberships=[
                Membership("chair", "pkk", "chair"),
                Membership("alone", "pkk"),
                Membership("alone", "co", "member"),
            ],
            ties=[Tie(a, b, reported_by=a if a != "s1" else b) for a, b in pairs],
        )
    )


def test_office_holders_stand_apart() -> None:
    """Both answers are given: with those who hold an office, and without."""
    found = connectors(ring())
    assert found.nodes == ("chair", "s1", "alone")
    assert found.rank.tolist() == [1, 2, 3]
    assert found.rank_without_offices == (None, 1, 2)
    assert found.without_office_holders == ("s1", "alone")
    assert found.office_holders == 1
    assert "offices-unknown" not in codes(found)


def test_a_limit_keeps_both_answers_whole() -> None:
    """The first without an office is listed although the chair has rank 1."""
    found = connectors(ring(), limit=1)
    assert found.nodes == ("chair", "s1")
    assert found.without_office_holders == ("s1",)


def test_groups_and_organizations_are_reasons() -> None:
    """Contacts of two groups, and memberships in two organizations, also without any tie."""
    found = connectors(ring(), group="place")
    assert found["chair"]["groups"] == 2
    assert found["chair"]["reasons"] == ("paths", "cut-off", "contacts-apart", "groups")
    assert found["s1"]["groups"] == 1  # s2 has no place
    assert found["alone"]["groups"] == 0
    assert found["alone"]["organizations"] == 2
    assert found["alone"]["reasons"] == ("organizations",)
    assert math.isnan(found["alone"]["constraint"])
    assert found["chair"]["organizations"] == 1
    assert found.group == "place"
    caveat = next(caveat for caveat in found.caveats if caveat.code == "group-unknown")
    assert dict(caveat.data) == {"count": 3, "total": 7}
    assert set(connectors(ring()).groups) == {None}


def test_who_was_asked_is_counted() -> None:
    """And said, with those of whom only others spoke."""
    found = connectors(ring())
    assert [getattr(found, name) for name in COUNTS] == [5, 4, 1, 1, 1, 1]
    assert found["s1"]["status"] == "named only"
    caveat = next(caveat for caveat in found.caveats if caveat.code == "ties-from-others")
    assert dict(caveat.data) == {"missing": 3, "total": 7}
    assert found.parts == 3
    assert "several-parts" in codes(found)


def test_nothing_is_missing_where_everybody_answered() -> None:
    """The caveat falls away."""
    network = ring()
    for data in network.nodes.values():
        data["status"] = "answered"
    assert "ties-from-others" not in codes(connectors(network))


def test_the_cap_of_the_question_is_stated() -> None:
    """Who named as many as allowed may have more contacts."""
    found = connectors(ring(), cap=2)
    assert (found.cap, found.at_cap) == (2, 1)
    caveat = next(caveat for caveat in found.caveats if caveat.code == "cap-reached")
    assert dict(caveat.data) == {"count": 1, "cap": 2}
    assert "cap-reached" not in codes(connectors(ring(), cap=9))
    assert connectors(ring(), cap=9).at_cap == 0
    assert connectors(ring()).at_cap is None


def test_a_plain_graph_does_not_know_its_people() -> None:
    """None with a caveat that names the fields; positions are there all the same."""
    found = connectors(KITE, cap=3)
    assert all(getattr(found, name) is None for name in COUNTS)
    assert found.office_holders is None
    assert found.without_office_holders == ()
    assert found.at_cap is None
    assert set(found.organizations) == {None}
    assert set(found.status) == {None}
    assert fields(found) == {
        *COUNTS,
        "status",
        "office_holders",
        "rank_without_offices",
        "organizations",
        "at_cap",
    }
    assert codes(found) == [
        "positions-only",
        "offices-unknown",
        "memberships-unknown",
        "namings-unknown",
        "answers-unknown",
    ]


def test_attributes_by_others_are_read_as_far_as_they_go() -> None:
    """Codes of another program, numbers where text should be: not known, no crash."""
    network: Any = nx.path_graph(3)
    network.nodes[0].update(status="yes", offices=3, organizations=["a"], named=2.5)
    network.nodes[1].update(status="answered", organizations="a; b", named=1)
    found = connectors(network, cap=1)
    assert (found.answered, found.at_cap, found.office_holders) == (1, 1, None)
    assert found[1]["organizations"] == 2


def test_a_snapshot_has_positions_only() -> None:
    """It carries no attributes, so a group can not be asked of it."""
    arrays = snapshot(ring())
    found = connectors(arrays)
    np.testing.assert_array_equal(found.betweenness, connectors(ring()).betweenness[:2])
    with pytest.raises(InvalidValueError, match="group: found 'place'; accepted: a mapping of"):
        connectors(arrays, group="place")


def test_groups_are_single_values() -> None:
    """A list, an empty text and nan are no groups; True is not 1."""
    network: Any = nx.star_graph(6)
    values = [0, [1], "", math.nan, True, 1, "x"]
    nx.set_node_attributes(network, dict(enumerate(values)), "g")
    found = connectors(network, group="g")
    assert found[0]["groups"] == 3
    assert next(c for c in found.caveats if c.code == "group-unknown").data["count"] == 3


def test_groups_can_be_handed_in() -> None:
    """By name, by id, or in the order of the nodes, as everywhere."""
    network = ring()
    by_name = connectors(network, group="place")
    places = {node: data.get("place") for node, data in network.nodes(data=True)}
    for group in (places, list(places.values())):
        given = connectors(network, group=group)
        assert given.groups == by_name.groups
        assert given.group is None
    arrays = snapshot(network)
    assert connectors(arrays, group=places)["chair"]["groups"] == 2
    spelled = connectors(nx.path_graph(3), group=["North", "south", "north "])
    assert "groups-alike" in codes(spelled)


def test_an_unknown_group_is_refused() -> None:
    """The attributes that there are are listed."""
    with pytest.raises(InvalidValueError, match=r"group: found 'plce'; accepted: .*'place'"):
        connectors(ring(), group="plce")
    with pytest.raises(InvalidValueError, match="group: found int; accepted: the name"):
        connectors(ring(), group=3)  # type: ignore[arg-type]  # the mistake under test


@pytest.mark.parametrize("argument", ["limit", "cap"])
@pytest.mark.parametrize("junk", [0, -1, 2.5, "3", True, math.nan], ids=str)
def test_counts_are_whole_numbers_from_1(argument: str, junk: Any) -> None:
    """Everything else is refused."""
    with pytest.raises(InvalidValueError, match=f"{argument}: found .*; accepted: a whole number"):
        connectors(KITE, **{argument: junk})


@pytest.mark.parametrize("n", [0, 1, 2])
@pytest.mark.parametrize("made", [nx.Graph, nx.DiGraph])
def test_too_few_nodes(n: int, made: Any) -> None:
    """Nobody stands between others; a caveat says so."""
    found = connectors(nx.complete_graph(n, create_using=made))
    assert (len(found), found.n, found.pairs) == (0, n, 0)
    assert "too-few-nodes" in codes(found)
    assert ("no-nodes" in codes(found)) == (n == 0)


def test_three_nodes_are_enough() -> None:
    """One pair, and one who stands between: no caveat."""
    found = connectors(nx.path_graph(3))
    assert (found.pairs, found[1]["betweenness"]) == (1, 1.0)
    assert "too-few-nodes" not in codes(found)
    caveat = next(caveat for caveat in connectors(nx.path_graph(2)).caveats[1:])
    assert (caveat.code, dict(caveat.data)) == ("too-few-nodes", {"fields": ("betweenness",)})


def test_two_parts_are_said() -> None:
    """How many, and that paths stay inside."""
    found = connectors(nx.Graph([("a", "b"), ("c", "d")]))
    caveat = next(caveat for caveat in found.caveats if caveat.code == "several-parts")
    assert dict(caveat.data) == {"parts": 2}


def test_half_of_the_pairs_tied_is_not_apart() -> None:
    """A of Borgatti's example: three of the six pairs of its contacts are tied."""
    contacts = nx.Graph([("A", other) for other in "BFGE"] + [("E", "G"), ("F", "G"), ("B", "G")])
    assert nx.clustering(contacts, "A") == nx.clustering(BORGATTI, "A") == 0.5
    assert "A" not in connectors(BORGATTI, limit=None).nodes


def test_two_people_of_two_organizations_have_no_betweenness() -> None:
    """A row without paths: nan, not 0."""
    community = Community(
        "c",
        "C",
        people=[Person("p1", "Secret 1"), Person("p2", "Secret 2")],
        organizations=[Organization("a", "A"), Organization("b", "B")],
        memberships=[Membership("p1", "a"), Membership("p1", "b")],
    )
    found = connectors(graph(community))
    assert found.nodes == ("p1",)
    assert math.isnan(found["p1"]["betweenness"])


def test_directed_paths_follow_directions() -> None:
    """a -> b -> c: one of the pairs, in one of two directions; cuts look at both."""
    found = connectors(nx.DiGraph([("a", "b"), ("b", "c")]))
    assert found["b"]["betweenness"] == 0.5
    assert found["b"]["cut_off"] == 1
    assert (found.pairs, found.directed) == (2, True)
    apart = connectors(nx.DiGraph([("a", "b"), ("c", "b")]))
    assert apart["b"]["betweenness"] == 0.0
    assert apart["b"]["reasons"] == ("cut-off", "contacts-apart")


def test_it_says_that_it_ranks_nobody() -> None:
    """The first caveat of every answer, in both languages."""
    caveat = connectors(ring()).caveats[0]
    assert caveat.message().startswith("These are positions in the ties that were recorded")
    assert caveat.message("id").startswith("Ini adalah posisi dalam hubungan yang tercatat")


def test_no_name_leaves() -> None:
    """Ids only, in every form of the result."""
    found = connectors(ring(), group="place", cap=2)
    shown = [repr(found), str(found), found._repr_html_(), json.dumps(abcd.to_dict(found))]
    assert "Secret" not in " ".join(shown)


def test_the_result_is_a_value() -> None:
    """A document of it is exact."""
    found = connectors(ring(), group="place", cap=2, limit=3)
    assert abcd.from_dict(abcd.to_dict(found), Connectors) == found


@given(network=random_graphs(max_nodes=8))
def test_rows_are_those_with_a_reason(network: Any) -> None:
    """Each reason stands where its number says so, and ranks fall with betweenness."""
    found = connectors(network)
    cut = definitions.cut_off(network)
    assert found.parts == nx.number_connected_components(network.to_undirected())
    assert {node for node in network if cut[node]} <= set(found.nodes)
    for row in found:
        assert row["cut_off"] == cut[row["nodes"]]
        assert ("cut-off" in row["reasons"]) == (row["cut_off"] > 0)
        if "paths" in row["reasons"]:
            assert row["betweenness"] > 0
        if "contacts-apart" in row["reasons"]:
            assert row["clustering"] < 0.5
        assert row["reasons"]
    assert np.all(np.diff(found.rank) >= 0)
    assert np.all(np.diff(found.betweenness) <= 1e-9)


def test_surveys_of_egos_are_named() -> None:
    """Whether contacts who were only named know each other was asked of nobody."""
    people = [
        Person("ego", "Ego", interviewed_on="2024-01-02"),
        Person("a", "A"),
        Person("b", "B"),
    ]
    ties = [Tie("ego", other, directed=True, reported_by="ego") for other in ("a", "b")]
    found = connectors(graph(Community("rt", "RT", people=people, ties=ties)))
    assert found.caveats[-1].code == "alters-unasked"
    assert found.caveats[-1].data["count"] == 2
    assert "constraint" in found.caveats[-1].data["fields"]
    full = [attrs.evolve(person, interviewed_on="2024-01-02") for person in people]
    assert "alters-unasked" not in codes(
        connectors(graph(Community("rt", "RT", people=full, ties=ties)))
    )
