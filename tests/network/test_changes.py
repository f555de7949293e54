"""Two waves: kept, formed and dissolved ties against what could have changed."""

import csv
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from abcd import Community, Person, Tie
from abcd.errors import InvalidValueError
from abcd.network import changes, graph, snapshot

STATES = ("null", "asymmetric", "mutual")


def wave(folder: Path, relation: str) -> Any:
    """Read one wave of liking among Sampson's novices."""
    made: nx.DiGraph[Any] = nx.DiGraph()
    with (folder / "network-sampson" / "nodes.csv").open(encoding="utf-8", newline="") as nodes:
        made.add_nodes_from(row["id"] for row in csv.DictReader(nodes))
    with (folder / "network-sampson" / "arcs.csv").open(encoding="utf-8", newline="") as arcs:
        made.add_edges_from(
            (row["source"], row["target"])
            for row in csv.DictReader(arcs)
            if row["relation"] == relation
        )
    return made


@pytest.mark.parametrize(("first", "second"), [(1, 2), (2, 3), (1, 3)])
def test_liking_among_the_novices(reference_data: Path, first: int, second: int) -> None:
    """SAMPLK1 to SAMPLK3 of data/network-sampson, by set arithmetic over its arcs."""
    earlier, later = [wave(reference_data, f"SAMPLK{place}") for place in (first, second)]
    found = changes(earlier, later)
    before, after = set(earlier.edges), set(later.edges)
    assert (found.ties_kept, found.ties_formed, found.ties_dissolved) == (
        len(before & after),
        len(after - before),
        len(before - after),
    )
    # 18 novices; README: 55, 57 and 56 arcs.
    assert (found.pairs_at_risk, found.ties_at_risk) == (18 * 17, {1: 55, 2: 57}[first])
    assert found.jaccard == len(before & after) / len(before | after)
    assert found.kept_share == len(before & after) / len(before)
    assert found.dissolved_share == len(before - after) / len(before)
    assert found.formed_share == len(after - before) / (18 * 17 - len(before))
    assert found.reciprocity_before == pytest.approx(nx.reciprocity(earlier))
    # README: arc reciprocity of SAMPLK3 is 0.535714286.
    if second == 3:
        assert found.reciprocity_after == pytest.approx(0.535714286, abs=1e-9)
    table = {f"{one}_to_{other}": 0 for one in STATES for other in STATES}
    turned = 0
    for a, b in combinations(earlier, 2):
        old, new = [((a, b) in arcs, (b, a) in arcs) for arcs in (before, after)]
        table[f"{STATES[sum(old)]}_to_{STATES[sum(new)]}"] += 1
        turned += sum(old) == sum(new) == 1 and old != new
    assert {name: getattr(found, name) for name in table} == table
    assert found.turned == turned
    for node in earlier:
        mine = [{arc for arc in arcs if node in arc} for arcs in (before, after)]
        row = found[node]
        assert (row["degree_before"], row["degree_after"]) == (len(mine[0]), len(mine[1]))
        assert row["kept"] == len(mine[0] & mine[1])
        assert (row["formed"], row["dissolved"]) == (
            len(mine[1] - mine[0]),
            len(mine[0] - mine[1]),
        )


def test_who_comes_and_goes_changes_no_tie() -> None:
    """Ties with people who are in one wave only are left out, and the people listed."""
    earlier = nx.Graph([("a", "b"), ("b", "gone"), ("c", "c")])
    later = nx.Graph([("new", "b"), ("a", "c"), ("b", "a")])
    found = changes(earlier, snapshot(later))
    assert found.nodes == ("a", "b", "c")
    assert (found.entered, found.left) == (("new",), ("gone",))
    assert (found.ties_kept, found.ties_formed, found.ties_dissolved) == (1, 1, 0)
    assert (found.pairs_at_risk, found.left_out_before, found.left_out_after) == (3, 1, 1)
    assert (found.n, found.n_before, found.n_after) == (3, 4, 4)
    assert found.degree_after.tolist() == [2, 2, 1]
    codes = [caveat.code for caveat in found.caveats]
    assert codes == ["self-loops", "changes-undirected", "waves-differ", "waves-status-unknown"]


def survey(silent: str, ties: list[Tie]) -> Any:
    """Ask three invented people; one does not answer."""
    people = [
        Person(
            id,
            id,
            asked_on="2024-01-01",
            interviewed_on=None if id == silent else "2024-01-02",
        )
        for id in ("ani", "budi", "citra")
    ]
    return Community("rt", "RT", people=people, ties=ties)


@pytest.mark.parametrize("directed", [True, False])
def test_silence_is_no_change(directed: bool) -> None:  # parametrized
    """Whoever did not answer the second time has not dissolved a tie."""
    both = [
        Tie(a, b, directed=True, reported_by=a)
        for a, b in permutations(("ani", "budi", "citra"), 2)
    ]
    one = graph(survey("nobody", both), directed=directed, combine="sum")
    fewer = [tie for tie in both if tie.reported_by != "citra"]
    other = graph(survey("citra", fewer), directed=directed, combine="sum")
    found = changes(one, other)
    assert found.ties_dissolved == 0
    assert found.unanswered == ("citra",)
    assert found.pairs_at_risk == (4 if directed else 1)
    assert found.ties_kept == found.pairs_at_risk
    assert found.formed_share is None
    assert found["citra"]["status_after"] == "no answer"
    if directed:
        assert (found.mutual_to_mutual, found.null_to_null) == (1, 0)
        assert changes(one, other, unanswered="keep").ties_dissolved == 2
    data = {caveat.code: dict(caveat.data) for caveat in found.caveats}
    assert data["waves-unanswered"] == {"count": 1, "total": 3}


def test_surveys_of_egos_are_named() -> None:
    """Where most people were only named, ties among them can not form in the data."""
    people = [Person("ego", "Ego", interviewed_on="2024-01-02"), Person("a", "A"), Person("b", "B")]
    ties = [Tie("ego", other, directed=True, reported_by="ego") for other in ("a", "b")]
    star = graph(Community("rt", "RT", people=people, ties=ties))
    found = changes(star, star)
    assert found.pairs_at_risk == 0
    assert found.jaccard is None
    assert found.caveats[-1].code == "alters-unasked"


def test_nothing_in_either_wave() -> None:
    """Without nodes, or ties, nothing is at risk, and the fields are named."""
    waves: list[Any] = [nx.DiGraph(), nx.empty_graph(1, create_using=nx.DiGraph)]
    for empty in waves:
        found = changes(empty, empty)
        assert (found.kept_share, found.formed_share, found.jaccard) == (None, None, None)
        assert found.reciprocity_before is None
        fields = {name for caveat in found.caveats for name in caveat.data.get("fields", ())}
        assert fields >= {"kept_share", "formed_share", "jaccard", "reciprocity_after"}


def test_waves_of_two_kinds_are_refused() -> None:
    """A directed wave is not compared with an undirected one."""
    with pytest.raises(InvalidValueError, match="later: found directed; accepted: a network that"):
        changes(nx.Graph(), nx.DiGraph())
    with pytest.raises(InvalidValueError, match="later: found undirected"):
        changes(nx.DiGraph(), nx.Graph())
    with pytest.raises(InvalidValueError, match="unanswered: found 'drop'; accepted: one of 'ex"):
        changes(nx.Graph(), nx.Graph(), unanswered="drop")  # type: ignore[arg-type]  # a misspelling
