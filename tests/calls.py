"""A valid call of every public function, for tests that are about all functions.

`tests/test_calls.py` proves that the list is complete. All people are invented.
"""

import importlib
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import cattrs

import abcd
from abcd import Asset, Capacity, Community, Consent, Membership, Organization, Person, Place, Tie
from abcd.potential import Criterion, DecisionTable, Preference

__all__ = ["CALLS", "COMMUNITY", "Call"]


@attrs.frozen
class Call:
    """A function with arguments that it accepts, by name."""

    name: str
    arguments: Mapping[str, Any]

    @property
    def function(self) -> Callable[..., Any]:
        """The function that the full name leads to."""
        module, _, name = self.name.rpartition(".")
        return getattr(importlib.import_module(module), name)  # type: ignore[no-any-return]  # by name

    def __call__(self, **changes: Any) -> Any:
        """Call it, with some arguments changed."""
        return self.function(**{**self.arguments, **changes})


COMMUNITY = Community(
    "rt3",
    "RT 3",
    people=[
        Person(
            "p1",
            "Siti",
            capacities=[Capacity("sewing", gift="hand", teaches=True)],
            consents=[Consent(["village report"], given_on="2024-01-10")],
            home="rt",
            asked_on="2024-01-10",
        ),
        Person("p2", "Budi", capacities=[Capacity("sewing", learns=True)]),
    ],
    organizations=[Organization("rki", "Rumah Kreator", kind="association")],
    places=[Place("rt", "RT 3", level="RT", latitude=-7.0, longitude=109.0)],
    memberships=[Membership("p1", "rki")],
    assets=[
        Asset("hall", "Village hall", kinds=["physical"], control="primary", place="rt"),
        Asset("song", "Harvest song", kinds=["cultural", "social"], holder="p1"),
    ],
    ties=[Tie("p1", "p2", kind="sews with", strength=2)],
    population=120,
)
DOCUMENT = abcd.to_dict(COMMUNITY)
FEATURES: dict[str, Any] = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "id": "hall",
            "geometry": {"type": "Point", "coordinates": [109.0, -7.0]},
            "properties": {"name": "Village hall"},
        }
    ],
}
CYCLE = abcd.Cycle(abcd.FIVE_D, community="rt3").record(
    "research.deliver-training", on="2024-01-31", until="2024-02-02", headcount=10
)
IDEA = abcd.Idea(
    "market",
    "Sell what is sewn",
    joins=["hall", "p1", "rki"],
    needs=[abcd.Need("tables", met_by=["hall"], cost="150000", currency="IDR")],
    proposed_by=["p1"],
)
PLAN = abcd.Plan("walk", "Walk", steps=[abcd.PlanStep("first", "Walk", on="2024-02-01")])
GRAPH = abcd.network.graph(COMMUNITY)
SHARED = abcd.network.two_mode(COMMUNITY)
TABLE = DecisionTable(
    ["garden", "waste bank"],
    [Criterion("cost", "min", 1), Criterion("people reached", "max", 2)],
    [[2, 30], [5, 80]],
)
SAID = {"p1": ["oven", "path"], "p2": [["path", "oven"], "pond"], "p3": None}
BALLOTS = abcd.potential.Ballots(
    "dots", ["oven", "path"], {"p1": {"oven": 2}, "p2": {"path": 1}}, headcount=3, dots=2
)
BEFORE = {"p1": 60, "p2": 55, "p3": 70, "p4": 65, "p5": 62}
AFTER = {"p1": 72, "p2": 60, "p3": 78, "p4": 65, "p5": 75}
CHANGE = abcd.impact.paired_change(BEFORE, AFTER)
ANSWERS = {"lend": [3, 2, 4, 3, 4], "help": [4, 3, 4, 2, 4], "doubt": [3, 4, 1, 4, 2]}
CHAIN = abcd.impact.ResultsChain(
    activities=[abcd.impact.ChainStep("training", "Three days of training")],
    outcomes=[abcd.impact.ChainStep("skill", "Members can edit", indicators=["skill"])],
    links=[abcd.impact.ChainLink("training", "skill")],
)

CALLS = [
    Call("abcd.to_dict", {"x": COMMUNITY}),
    Call("abcd.from_dict", {"data": DOCUMENT, "cls": Community}),
    Call("abcd.configure", {"converter": cattrs.Converter()}),
    Call("abcd.errors.shown", {"value": "expert"}),
    Call("abcd.errors.hidden", {"value": "Siti"}),
    Call("abcd.errors.nearest", {"value": "primry", "known": ["primary", "secondary"]}),
    Call("abcd.caveats.codes", {}),
    Call("abcd.caveats.message_template", {"code": "small-n", "language": "id"}),
    Call("abcd.vocabulary.scheme", {"id": "seed-four"}),
    Call("abcd.vocabulary.schemes", {}),
    Call("abcd.vocabulary.label", {"code": "physical", "language": "id"}),
    Call("abcd.vocabulary.crosswalk", {"source": "seed-four", "target": "al-kautsari-seven"}),
    Call("abcd.cycle.progress", {"cycle": CYCLE, "community": COMMUNITY}),
    Call("abcd.cycle.consistency", {"cycle": CYCLE, "community": COMMUNITY}),
    Call("abcd.inventory.summary", {"community": COMMUNITY, "scheme": "seed-four", "level": "RT"}),
    Call("abcd.inventory.skills", {"community": COMMUNITY}),
    Call(
        "abcd.impact.paired_change",
        {
            "before": BEFORE,
            "after": AFTER,
            "maximum": 100,
            "minimum": 0,
            "resolution": 1,
            "confidence": 0.9,
            "design": "retrospective",
            "missing": "omit",
            "zero_method": "pratt",
            "wilcoxon_method": "exact",
            "population": 100,
            "scale": "interval",
            "selected_below": 1000,
            "samples": 99,
            "rng": 1,
        },
    ),
    Call(
        "abcd.impact.paired_changes",
        {
            "before": {"rt1": BEFORE, "rt2": BEFORE},
            "after": {"rt1": AFTER, "rt2": AFTER},
            "resolution": 1,
            "confidence": 0.9,
            "bootstrap": "bca",
            "missing": "omit",
            "samples": 99,
            "rng": 1,
        },
    ),
    Call(
        "abcd.impact.pool",
        {
            "effects": {"rt1": 2.0, "rt2": 3.5, "rt3": 1},
            "variances": {"rt1": 0.4, "rt2": 0.5, "rt3": None},
            "method": "dersimonian-laird",
            "interval_method": "hartung-knapp",
            "confidence": 0.9,
        },
    ),
    Call(
        "abcd.impact.change_interval",
        {
            "before": BEFORE,
            "after": AFTER,
            "method": "auto",
            "confidence": 0.9,
            "resolution": 1,
            "missing": "omit",
            "samples": 99,
            "rng": 1,
        },
    ),
    Call("abcd.impact.effect_band", {"effect": 0.72, "rule": "cohen"}),
    Call(
        "abcd.impact.robust_change",
        {
            "before": BEFORE,
            "after": AFTER,
            "trim": 0.1,
            "confidence": 0.9,
            "resolution": 1,
            "missing": "omit",
        },
    ),
    Call(
        "abcd.impact.important_change",
        {
            "before": BEFORE,
            "after": AFTER,
            "important": 2,
            "better": "higher",
            "confidence": 0.9,
            "resolution": 1,
            "missing": "omit",
        },
    ),
    Call(
        "abcd.impact.regression_to_mean",
        {
            "before": BEFORE,
            "after": AFTER,
            "selected_below": 1000,
            "everyone_mean": 60,
            "retest_correlation": 0.7,
            "everyone_sd": 10,
            "confidence": 0.9,
            "missing": "omit",
        },
    ),
    Call(
        "abcd.impact.binary_change",
        {
            "before": [True, False, 1, 0],
            "after": [1, 1, False, None],
            "interval_method": "newcombe",
            "confidence": 0.9,
            "missing": "omit",
        },
    ),
    Call(
        "abcd.impact.waves",
        {
            "scores": {"before": [4, 5, 3], "after": [6, 8, 4], "later": [6, 7, None]},
            "times": [0, 1, 6],
            "contrasts": "all",
            "adjustment": "holm",
            "scale": "interval",
            "confidence": 0.9,
            "missing": "omit",
            "samples": 99,
            "rng": 1,
        },
    ),
    Call("abcd.impact.increase", {"before": BEFORE, "after": AFTER, "missing": "omit"}),
    Call(
        "abcd.impact.normalized_gain",
        {"before": BEFORE, "after": AFTER, "maximum": 100, "minimum": 0, "bands": "hake"},
    ),
    Call(
        "abcd.impact.detectable_effect",
        {
            "n": 12,
            "alpha": 0.05,
            "power": 0.8,
            "alternative": "two-sided",
            "correlation": 0.5,
            "population": 50,
            "design": "paired",
            "control": None,
            "cluster_size": 1,
            "icc": None,
            "inference": "population",
        },
    ),
    Call(
        "abcd.impact.permutation_test",
        {
            "a": BEFORE,
            "b": {"p6": 61, "p7": 58, "p8": 72},
            "statistic": "welch",
            "clusters": {f"p{n}": f"rt{n}" for n in range(1, 9)},
            "assignment": "random",
            "missing": "omit",
            "samples": 99,
            "rng": 1,
        },
    ),
    Call(
        "abcd.impact.compare_groups",
        {
            "a": BEFORE,
            "b": [61, 58, 72],
            "confidence": 0.9,
            "assignment": "chosen",
            "missing": "omit",
        },
    ),
    Call(
        "abcd.impact.gain_scores",
        {
            "treated_before": BEFORE,
            "treated_after": AFTER,
            "control_before": {"p6": 61, "p7": 58, "p8": 72},
            "control_after": {"p6": 63, "p7": 58, "p8": 71},
            "confidence": 0.9,
            "assignment": "chosen",
            "missing": "omit",
        },
    ),
    Call(
        "abcd.impact.difference_in_differences",
        {
            "treated_before": BEFORE,
            "treated_after": AFTER,
            "control_before": {"p6": 61, "p7": 58, "p8": 72},
            "control_after": {"p6": 63, "p7": 58, "p8": 71},
            "design": "panel",
            "errors": "CR2",
            "clusters": {f"p{n}": f"rt{n // 2}" for n in range(1, 9)},
            "assignment": "chosen",
            "confidence": 0.9,
            "missing": "omit",
            "samples": 99,
            "rng": 1,
        },
    ),
    Call(
        "abcd.impact.ancova",
        {
            "before": BEFORE,
            "after": AFTER,
            "group": {"p1": "a", "p2": "a", "p3": "b", "p4": "b", "p5": "b"},
            "reference": "a",
            "covariates": {"age": {"p1": 20, "p2": 31, "p3": 40, "p4": 25, "p5": 60}},
            "errors": "HC1",
            "clusters": {f"p{n}": n for n in range(1, 6)},
            "assignment": "random",
            "confidence": 0.9,
            "missing": "omit",
        },
    ),
    Call(
        "abcd.impact.baseline_balance",
        {
            "treated": {"age": [20, 31, 40], "owns": [1, 0, 1]},
            "control": {"age": [25, 60], "owns": [1, 0]},
            "binary": ["owns"],
            "correction": "exact",
            "missing": "omit",
        },
    ),
    Call(
        "abcd.impact.attrition",
        {
            "started": {"a": ["p1", "p2", "p3"], "b": ["p4", "p5"]},
            "completed": {"a": ["p1", "p2"], "b": ["p4", "p5"]},
            "baseline": {"score": BEFORE},
            "reasons": {"p3": "moved"},
        },
    ),
    Call(
        "abcd.impact.loss_bounds",
        {
            "treated_after": {**AFTER, "p1": None},
            "control_after": {"p6": 63, "p7": None, "p8": 71},
            "treated_before": BEFORE,
            "control_before": {"p6": 61, "p7": 58, "p8": 72},
            "completed": ["p2", "p3"],
            "minimum": 0,
            "maximum": 100,
            "assignment": "random",
        },
    ),
    Call("abcd.impact.missing_items", {"answers": {"q1": [1, 2, None], "q2": [3, None, None]}}),
    Call(
        "abcd.impact.adjust",
        {
            "p_values": {"knowledge": 0.01, "income": None, "trust": 0.04},
            "method": "holm",
            "alpha": 0.05,
            "family": "outcomes",
        },
    ),
    Call(
        "abcd.impact.cronbach_alpha",
        {
            "items": ANSWERS,
            "reversed": ["doubt"],
            "minimum": 1,
            "maximum": 5,
            "confidence": 0.9,
            "missing": "omit",
        },
    ),
    Call(
        "abcd.impact.likert_index",
        {
            "items": ANSWERS,
            "maximum": 5,
            "minimum": 1,
            "step": 1,
            "reversed": ["doubt"],
            "missing": "omit",
        },
    ),
    Call(
        "abcd.impact.power",
        {
            "effect": 0.5,
            "n": 20,
            "alpha": 0.05,
            "alternative": "one-sided",
            "design": "groups",
            "control": 30,
            "cluster_size": 10,
            "icc": 0.05,
            "population": 100,
            "inference": "process",
        },
    ),
    Call(
        "abcd.impact.sample_size",
        {
            "effect": 0.5,
            "power": 0.8,
            "alpha": 0.05,
            "alternative": "two-sided",
            "design": "paired",
            "cluster_size": 1,
            "icc": None,
            "population": 60,
            "inference": "population",
        },
    ),
    Call("abcd.impact.reach", {"n": 10, "alpha": 0.05, "power": 0.8, "population": 40}),
    *[
        Call(
            f"abcd.impact.{name}",
            {
                "values": BEFORE,
                **more,
                "confidence": 0.9,
                "interval_method": "bca",
                "samples": 100,
                "missing": "omit",
                "rng": 1,
            },
        )
        for name, more in (
            ("gini", {}),
            ("theil", {}),
            ("mean_log_deviation", {}),
            ("atkinson", {"epsilon": 0.5}),
            ("shares", {"bottom": [0.4], "top": [0.2]}),
            ("decomposition", {"groups": dict.fromkeys(BEFORE, "a"), "measure": "gini"}),
        )
    ],
    Call("abcd.impact.lorenz", {"values": BEFORE, "missing": "omit"}),
    Call(
        "abcd.impact.money_change",
        {
            "before": BEFORE,
            "after": AFTER,
            "currency": "IDR",
            "gross": True,
            "month_before": "2024-01",
            "month_after": "2024-06",
            "source": "account books",
            "inflation": 1.03,
            "inflation_source": "BPS",
            "confidence": 0.9,
            "missing": "omit",
        },
    ),
    Call("abcd.impact.evaluate", {"cycle": CYCLE, "community": COMMUNITY}),
    Call(
        "abcd.impact.achievement",
        {
            "actual": 30,
            "baseline": 40,
            "target": 10,
            "direction": "down",
            "baseline_on": "2024-01-01",
            "target_on": "2024-12-31",
            "on": "2024-07-01",
        },
    ),
    Call(
        "abcd.impact.achievements",
        {
            "cycle": CYCLE.add(
                abcd.Indicator("skill", "Skill", baseline=4, target=8),
                abcd.Measurement("skill", 6, wave="after", person="p1"),
            ),
            "wave": "after",
            "on": "2024-07-01",
        },
    ),
    Call(
        "abcd.impact.disaggregate",
        {
            "values": AFTER,
            "groups": {"p1": 17, "p2": 31, "p3": None, "p4": 40, "p5": 25},
            "before": BEFORE,
            "strata": "home",
            "community": COMMUNITY,
            "bands": [18, 30],
            "total": 350,
            "threshold": 1,
            "missing": "omit",
        },
    ),
    Call("abcd.impact.stories", {"community": COMMUNITY, "by": "home"}),
    Call("abcd.impact.review_chain", {"chain": CHAIN, "cycle": CYCLE, "community": COMMUNITY}),
    Call(
        "abcd.network.graph",
        {
            "community": COMMUNITY,
            "kinds": "all",
            "waves": None,
            "on": "2024-01-31",
            "combine": "sum",
            "nodes": ["people", "assets"],
            "directed": False,
        },
    ),
    Call(
        "abcd.network.layers",
        {
            "community": COMMUNITY,
            "by": "kinds",
            "kinds": "all",
            "waves": None,
            "on": "2024-01-31",
            "combine": "sum",
            "nodes": ["people", "assets"],
            "directed": False,
        },
    ),
    Call(
        "abcd.network.snapshot_of",
        {
            "community": COMMUNITY,
            "kinds": "all",
            "waves": None,
            "on": "2024-01-31",
            "combine": "sum",
            "nodes": ["people", "assets"],
            "directed": False,
            "weight": "weight",
        },
    ),
    Call(
        "abcd.network.two_mode",
        {
            "community": COMMUNITY,
            "by": "organizations",
            "cycle": None,
            "roles": "all",
            "on": "2024-01-31",
        },
    ),
    Call("abcd.network.project", {"g": SHARED, "onto": "people"}),
    Call("abcd.network.two_mode_centrality", {"g": SHARED, "first": 0}),
    Call("abcd.network.two_mode_cohesion", {"g": SHARED, "first": 0}),
    Call("abcd.network.snapshot", {"graph": GRAPH, "weight": "weight"}),
    Call("abcd.network.structural_holes", {"g": GRAPH, "weight": "weight"}),
    Call("abcd.network.dyadic_constraint", {"g": GRAPH, "weight": "weight"}),
    Call("abcd.network.assortativity", {"g": GRAPH, "group": "status", "scale": "categories"}),
    Call("abcd.network.bonding_bridging", {"g": GRAPH, "group": "status"}),
    Call(
        "abcd.network.brokerage",
        {"g": GRAPH, "group": "status", "permutations": 9, "rng": 1},
    ),
    Call(
        "abcd.network.centrality",
        {
            "g": GRAPH,
            "weight": "weight",
            "normalized": True,
            "damping": 0.85,
            "sample": 2,
            "rng": 1,
        },
    ),
    Call(
        "abcd.network.communities",
        {
            "g": GRAPH,
            "method": "louvain",
            "weight": "weight",
            "resolution": 1.5,
            "runs": 3,
            "rng": 1,
        },
    ),
    Call(
        "abcd.network.modularity",
        {"g": GRAPH, "group": "status", "weight": "weight", "resolution": 2},
    ),
    Call("abcd.network.cohesion", {"g": GRAPH, "distances_up_to": 100}),
    Call(
        "abcd.network.ei_index",
        {"g": GRAPH, "group": {"p1": "x", "p2": "y"}, "permutations": 9, "rng": 1},
    ),
    Call("abcd.network.heterogeneity", {"g": GRAPH, "attribute": "status", "categories": 5}),
    Call("abcd.network.changes", {"earlier": GRAPH, "later": GRAPH, "unanswered": "keep"}),
    Call(
        "abcd.network.introductions",
        {
            "g": GRAPH,
            "n": 5,
            "aim": "bridge",
            "group": "status",
            "candidates": 20,
            "exact_up_to": 0,
            "sources": 2,
            "rng": 1,
        },
    ),
    Call("abcd.network.isolated", {"g": GRAPH, "small": 2}),
    Call(
        "abcd.network.stability",
        {
            "g": GRAPH,
            "metric": "density",
            "shares": [0.5],
            "missing": "answers",
            "samples": 5,
            "top": 2,
            "confidence": 0.9,
            "weight": "weight",
            "rng": 1,
        },
    ),
    Call(
        "abcd.network.what_if",
        {
            "g": GRAPH,
            "add_people": ["new"],
            "remove_people": ["p1"],
            "add_ties": [("p2", "new")],
            "remove_ties": [("p1", "p2")],
            "limit": 3,
        },
    ),
    Call(
        "abcd.network.connectors",
        {"g": GRAPH, "weight": "weight", "group": None, "limit": 5, "cap": 2},
    ),
    Call(
        "abcd.potential.assess",
        {
            "programs": [IDEA, PLAN],
            "community": COMMUNITY,
            "criteria": ["own_assets", "goals", (Criterion("willing"), {"market": 4})],
            "cycle": CYCLE,
            "on": "2024-02-01",
            "currency": "IDR",
        },
    ),
    Call(
        "abcd.potential.explain",
        {
            "table": TABLE,
            "better": "garden",
            "worse": "waste bank",
            "method": "weighted_sum",
            "weights": [1, 2],
            "normalization": "minmax",
            "missing": "worst",
        },
    ),
    Call(
        "abcd.potential.low_hanging_fruit",
        {
            "ideas": [IDEA, PLAN],
            "community": COMMUNITY,
            "on": "2024-02-01",
            "currency": "IDR",
        },
    ),
    *(
        Call(f"abcd.potential.measures.{name}", {"program": IDEA, "community": COMMUNITY, **more})
        for name, more in (
            ("own_assets", {}),
            ("readiness", {}),
            ("mobilization", {}),
            ("connectedness", {"on": "2024-02-01"}),
            ("reach", {"on": "2024-02-01"}),
            ("goals", {"cycle": CYCLE}),
            ("cost", {"currency": "IDR"}),
            ("days", {}),
        )
    ),
    Call(
        "abcd.potential.aggregate",
        {
            "rankings": SAID,
            "method": "copeland",
            "options": ["oven", "path", "pond"],
            "unranked": "no_opinion",
        },
    ),
    Call(
        "abcd.potential.concordance",
        {"rankings": SAID, "options": None, "permutations": 9, "rng": 1},
    ),
    Call(
        "abcd.potential.dissent",
        {
            "rankings": SAID,
            "outcome": ["oven", ["path", "pond"]],
            "chosen": ["oven"],
            "unranked": "no_opinion",
        },
    ),
    Call("abcd.potential.tally", {"ballots": BALLOTS}),
    Call(
        "abcd.potential.tally_by_group",
        {"ballots": BALLOTS, "by": {"p1": "women", "p2": "men"}, "threshold": 1},
    ),
    Call("abcd.potential.weights.direct", {"points": {"cost": 30, "reach": 70}}),
    Call("abcd.potential.weights.equal", {"criteria": ["cost", "reach"]}),
    *(
        Call(f"abcd.potential.weights.{name}", {"ranking": ["reach", ["cost", "time"]]})
        for name in ("rank_order_centroid", "rank_reciprocal", "rank_sum")
    ),
    Call("abcd.potential.weights.swing", {"points": {"cost": 30, "reach": 50}, "highest": 50}),
    Call("abcd.potential.weights.hierarchy", {"levels": {"people": (3, {"reach": 1}), "cost": 1}}),
    Call(
        "abcd.potential.weights.ahp",
        {
            "judgments": {("reach", "cost"): 3, ("reach", "time"): 5, ("cost", "time"): 2},
            "criteria": ["cost", "reach", "time"],
            "method": "geometric_mean",
            "random_index": "donegan_dodd",
        },
    ),
    Call(
        "abcd.potential.weights.ahp_group",
        {
            "judges": {"p1": [[1, 3], [None, 1]], "p2": {("cost", "reach"): 2}},
            "criteria": ["cost", "reach"],
            "aggregation": "priorities",
            "method": "eigenvector",
            "random_index": "saaty_2005",
        },
    ),
    Call(
        "abcd.potential.acceptability",
        {
            "table": TABLE,
            "samples": 20,
            "rng": 1,
            "weights": None,
            "tolerance": None,
            "order": ["people reached"],
            "bounds": {"cost": (0.1, 0.6)},
            "deviations": {"cost": 0.5},
            "normalization": "minmax",
            "missing": "scale",
            "ranks": 2,
        },
    ),
    Call(
        "abcd.potential.promethee",
        {
            "table": TABLE,
            "weights": [1, 2],
            "preferences": {"cost": Preference("u_shape", indifference=1)},
            "missing": "omit",
        },
    ),
    *(
        Call(
            f"abcd.potential.{name}",
            {
                "table": TABLE,
                "method": "topsis",
                "weights": [1, 2],
                "normalization": "vector",
                **more,
            },
        )
        for name, more in (
            ("sensitivity", {"missing": "omit", "tolerance": 0.2, "rivals": 2}),
            ("worth_finding_out", {"steps": 4}),
        )
    ),
    Call(
        "abcd.potential.vikor",
        {
            "table": TABLE,
            "weights": [1, 2],
            "v": 0.5,
            "normalization": "minmax",
            "missing": "omit",
        },
    ),
    Call(
        "abcd.potential.rank",
        {
            "table": TABLE,
            "method": "topsis",
            "weights": [1, 2],
            "normalization": "vector",
            "missing": "omit",
        },
    ),
    *(
        Call(f"abcd.potential.normalizations.{name}", {"scores": [3.0, 5.0], "direction": "min"})
        for name in ("linear", "max_", "minmax", "none", "sum_", "vector")
    ),
    Call(
        "abcd.potential.normalizations.scale",
        {"scores": [3.0, 5.0], "direction": "min", "minimum": 1, "maximum": 5},
    ),
    *(
        Call(
            f"abcd.report.{name}",
            {
                "cycle": CYCLE,
                "community": COMMUNITY,
                "changes": [CHANGE],
                "audience": "campus",
                "language": "id",
                "purpose": "village report",
                "on": "2024-02-09",
            },
        )
        for name in ("html", "markdown")
    ),
    Call(
        "abcd.privacy.permitted",
        {"community": COMMUNITY, "purpose": "village report", "on": "2024-02-09"},
    ),
    Call(
        "abcd.privacy.redact",
        {"community": COMMUNITY, "purpose": "village report", "on": "2024-02-09"},
    ),
    Call("abcd.exchange.geojson.read", {"data": FEATURES}),
    Call(
        "abcd.exchange.geojson.write",
        {"obj": COMMUNITY, "purpose": "village report", "on": "2024-02-09"},
    ),
]
