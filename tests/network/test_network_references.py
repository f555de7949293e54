"""Every value of data/network-* that concerns cohesion and groups; domain reference 5."""

import csv
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from abcd.network import assortativity, cohesion, ei_index

from .definitions import Graph
from .graphs_for_tests import read

NAMES = ("karate", "florentine", "lesmis", "sampson", "doctors", "korean-villages")


def network(folder: Path, name: str) -> Graph:
    """Read a network; the doctors and the women stand in a table of their own."""
    if name not in ("doctors", "korean-villages"):
        graph = read(folder, name)
        if name == "karate":
            clubs = {row["id"]: row["club"] for row in table(folder, name, "nodes")}
            nx.set_node_attributes(graph, clubs, "club")
        return graph
    place, people = ("city", "doctors") if name == "doctors" else ("village", "women")
    graph = nx.DiGraph()
    for row in table(folder, name, people):
        graph.add_node(f"{row[place]}-{row['id']}", place=row[place])
    graph.add_edges_from([(row["source"], row["target"]) for row in table(folder, name, "arcs")])
    return graph


def table(folder: Path, name: str, file: str) -> list[dict[str, str]]:
    """Read the rows of a file."""
    with (folder / f"network-{name}" / f"{file}.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def expected(folder: Path, name: str) -> dict[str, Any]:
    """Give the expected values by id; where there is a tolerance, the value comes with it."""
    text = (folder / f"network-{name}" / "expected.json").read_text("utf-8")
    return {
        item["id"]: pytest.approx(item["value"], abs=item["tol"])
        if isinstance(item["value"], float) and "tol" in item
        else item["value"]
        for item in json.loads(text)["expected"]
    }


# Value of expected.json (networkx 3.6.1 and igraph 1.0.0) -> our field, and whether the graph is
# taken without directions.
MEASURES = {
    "n_nodes": ("n", False),
    "n_nodes_pub": ("n", False),
    "n_edges": ("ties", False),
    "n_edges_pub": ("ties", False),
    "density": ("density", False),
    "n_components": ("components", False),
    "reciprocity": ("reciprocity", False),
    "n_edges_symmetrised": ("ties", True),
    "transitivity": ("transitivity", False),
    "transitivity_pub": ("transitivity", False),
    "average_clustering": ("mean_clustering", False),
    "avg_clustering_pub": ("mean_clustering", False),
    "diameter_undirected": ("diameter", True),
    "average_path_length_undirected": ("mean_distance", True),
    "degree_assortativity": ("degree_assortativity", False),
    "assort_pub": ("degree_assortativity", False),
}


@pytest.mark.parametrize("name", NAMES)
def test_measures_of_the_whole_network(reference_data: Path, name: str) -> None:
    """Numbers to their nine digits, published ones to those printed."""
    values = expected(reference_data, name)
    graph = network(reference_data, name)
    found = {False: cohesion(graph), True: cohesion(graph.to_undirected())}
    checked = [id for id in MEASURES if id in values]
    assert {"density", "transitivity", "degree_assortativity"} <= set(checked)
    for id in checked:
        field, undirected = MEASURES[id]
        value = values[id]
        close = pytest.approx(value, rel=1e-8) if isinstance(value, float) else value
        assert getattr(found[undirected], field) == close, id
    assert list(found[False].component_sizes[:10]) == values["component_sizes"]


@pytest.mark.parametrize("name", NAMES)
def test_what_the_network_hangs_on(reference_data: Path, name: str) -> None:
    """Articulation points, bridges and core numbers."""
    values = expected(reference_data, name)
    found = cohesion(network(reference_data, name))
    assert len(found.bridges) == values["n_bridges"]
    points = values["articulation_points"]
    if isinstance(points, int):
        assert len(found.articulation_points) == points
    else:
        assert sorted(found.articulation_points, key=str) == sorted(points)
    if "core_number" in values:
        cores = dict(zip(found.nodes, found.core_number.tolist(), strict=True))
        assert cores == values["core_number"]


def test_groups_of_the_karate_club(reference_data: Path) -> None:
    """E-I and assortativity by club."""
    values = expected(reference_data, "karate")
    graph = network(reference_data, "karate")
    found = ei_index(graph, "club")
    value = values["ei_index__club"]
    assert (found.external, found.internal) == (value["external"], value["internal"])
    assert found.overall == pytest.approx(value["ei"], rel=1e-8)
    for group, row in value["by_group"].items():
        assert found[group]["external_by_group"] == row["external"]
        assert found[group]["internal_by_group"] == row["internal"]
        assert found[group]["by_group"] == pytest.approx(row["ei"], rel=1e-8)
    coefficient = assortativity(graph, "club").coefficient
    assert coefficient == pytest.approx(values["assortativity__club"], rel=1e-8)


def test_groups_of_the_doctors(reference_data: Path) -> None:
    """E-I by city over pairs and over arcs, and assortativity: nobody named a doctor elsewhere."""
    values = expected(reference_data, "doctors")
    graph = network(reference_data, "doctors")
    pairs, arcs = ei_index(graph.to_undirected(), "place"), ei_index(graph, "place")
    for found, id in ((pairs, "ei_index__city"), (arcs, "ei_index_arcs__city")):
        value = values[id]
        assert (found.external, found.internal) == (value["external"], value["internal"])
        assert found.overall == value["ei"]
    for city, row in values["ei_index__city"]["by_group"].items():
        assert pairs[city]["external_by_group"] == row["external"]
        assert pairs[city]["internal_by_group"] == row["internal"]
        assert pairs[city]["by_group"] == row["ei"]
    coefficient = assortativity(graph.to_undirected(), "place").coefficient
    assert coefficient == pytest.approx(values["assortativity__city"])


def test_density_of_each_korean_village(reference_data: Path) -> None:
    """The arcs of talk about family planning, village by village: net11 to net15."""
    values = expected(reference_data, "korean-villages")["density_by_village"]
    women = table(reference_data, "korean-villages", "women")
    assert len(values) == 25
    for village, density in values.items():
        graph: nx.DiGraph[str] = nx.DiGraph()
        rows = [row for row in women if row["village"] == village]
        graph.add_nodes_from([row["id"] for row in rows])
        for row in rows:
            named = {row[f"net1{place}"] for place in range(1, 6)} - {row["id"]}
            graph.add_edges_from([(row["id"], other) for other in named if other in graph])
        assert cohesion(graph).density == pytest.approx(density, rel=1e-8), village
