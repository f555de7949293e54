# pyright: strict
"""User code that must type-check. It is never run: mypy and pyright read it.

A line that must *not* type-check carries an ignore; both checkers refuse an ignore that is not
needed, so a misspelt name that became acceptable is an error here.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, assert_type

import abcd
from abcd import (
    OUTSIDE,
    AbcdError,
    Assembly,
    Asset,
    AssetKind,
    Capacity,
    Caveat,
    Challenge,
    Community,
    Consent,
    Evidence,
    Fault,
    Flow,
    Membership,
    Organization,
    Person,
    Place,
    Selection,
    Story,
    Tag,
    Tie,
    configure,
    from_dict,
    to_dict,
)

# --- a misspelt name is an error -----------------------------------------------------------------

abcd.Comunity  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
abcd.model.Persn  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]

# --- classes accept what people have -------------------------------------------------------------

evidence = Evidence("walk", method="observation", on="2024-01-15", quote="It is ours.")
consent = Consent(["village report"], given_on=date(2024, 1, 10), expires_on="2025-01-10")
capacity = Capacity("sewing", teaches=True, evidence=[evidence])
people = [
    Person("p1", "Siti", capacities=[capacity], consents=(consent,), home="rt3"),
    Person("p2", "Budi", asked_on="2024-01-15"),
]
tag = Tag("sdg", "6")
asset = Asset("spring", "Spring", kinds=[AssetKind.NATURAL, "water"], control="primary", tags=[tag])
parts: list[Person | Organization | Place | Asset] = [
    *people,
    Organization("rki", "Rumah Kreator", kind="association"),
    Place("rt3", "RT 3", level="RT", latitude=-7.0, longitude=109.0),
    asset,
]
community = Community(
    id="rt3-community",
    name="RT 3",
    people=people,
    organizations=[Organization("rki", "Rumah Kreator", kind="association")],
    places=(Place("rt3", "RT 3"),),
    assets=[asset],
    memberships=[Membership("p1", "rki", role="chair")],
    ties=[Tie("p1", "p2", "sews with", strength=2)],
    flows=[Flow("p1", OUTSIDE, "1250.50", currency="IDR"), Flow(OUTSIDE, "p1", Decimal(3))],
    challenges=[Challenge("No water in August", cause="structural", owed_by="rki")],
    stories=[Story("We dug it.", teller="p1", selections=[Selection("p2", why="true")])],
    population=100,
    extra={"source": "invented"},
)
Person("p1")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
community.name = "other"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]

# --- what they hold ------------------------------------------------------------------------------

assert_type(community.people, tuple[Person, ...])
assert_type(community.assets[0].kinds, tuple[str, ...])
assert_type(community.flows[0].amount, Decimal | None)
assert_type(people[1].asked_on, date | None)
assert_type(community["p1"], Person | Organization | Place | Asset)
assert_type("p1" in community, bool)

changed = community.add(Tie("p2", "spring"), Person("p3", "Ayu")).remove("p1", cascade=True)
assert_type(changed, Community)
assert_type(changed.replace(asset), Community)
assert_type(changed.subset(["p2"]), Community)

assembly = Community.assemble("c", "C", people=people)
assert_type(assembly, Assembly)
assert_type(assembly.community, Community)
assert_type(assembly.faults, tuple[Fault, ...])

# --- documents -----------------------------------------------------------------------------------

document = to_dict(community)
assert_type(document, dict[str, Any])
assert_type(from_dict(document, Community), Community)
assert_type(from_dict({"schema": "abcd/1", "scheme": "sdg", "code": "6"}, Tag), Tag)


def keep(converter: Any) -> None:
    """Hooks for our classes go into the caller's own converter."""
    configure(converter)


# --- errors and caveats --------------------------------------------------------------------------


def read(rows: Sequence[Mapping[str, Any]]) -> list[Person]:
    """Errors are caught as ours, or as the built-in that fits."""
    try:
        return [Person(**row) for row in rows]
    except AbcdError:
        return []


def words(caveats: Sequence[Caveat]) -> list[str]:
    """Caveats have words in two languages."""
    return [caveat.message("id") for caveat in caveats]


# --- a cycle, a network, a ranking ---------------------------------------------------------------

cycle = abcd.Cycle(abcd.FIVE_D, community="rt3").record(
    "research.deliver-training", on=date(2024, 1, 31), until="2024-02-02", headcount=10
)
assert_type(cycle, abcd.Cycle)
assert_type(abcd.cycle.progress(cycle, community), abcd.cycle.Progress)

change = abcd.impact.paired_change({"p1": 1, "p2": 2.5}, {"p1": 2, "p2": 3}, maximum=10, rng=1)
assert_type(change, abcd.impact.PairedChange)
assert_type(change.mean_change, float | None)
assert_type(abcd.impact.evaluate(cycle, community), abcd.impact.Evaluation)
assert_type(abcd.impact.increase(4, 5), abcd.impact.Increase)
assert_type(abcd.impact.normalized_gain(4, 5, maximum=10), abcd.impact.NormalizedGain)
assert_type(change.n, int)
assert_type(abcd.impact.change_interval([1, 2], [2, 3], method="bca").low, float | None)
assert_type(abcd.impact.effect_band(0.7).band, str)
assert_type(abcd.impact.robust_change([1, 2], [2, 3]).median_change, float | None)
assert_type(abcd.impact.important_change([1, 2], [2, 3], important=1).verdict, str | None)
assert_type(
    abcd.impact.regression_to_mean(
        [1, 2], [2, 3], selected_below=3, everyone_mean=5, retest_correlation=0.7
    ),
    abcd.impact.RegressionToMean,
)
assert_type(abcd.impact.binary_change([True, False], [True, True]).learned, int)
assert_type(abcd.impact.waves([[1, 2], [2, 3], [3, 3]], scale="ordinal"), abcd.impact.Waves)
many = abcd.impact.paired_changes({"a": ([1, 2], [2, 3])}, bootstrap=None, rng=1)
assert_type(many, abcd.impact.PairedChanges)
assert_type(many.pooled(interval_method="normal"), abcd.impact.Pooled)
assert_type(abcd.impact.pool([1, 2], [0.1, 0.2], method="fixed").estimate, float | None)
abcd.impact.pool([1], [1], method="random")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
abcd.impact.paired_change([1, 2], [2, 3], design="prospectiv")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

answered = {"q1": [1, 2], "q2": [2, 3]}
assert_type(
    abcd.impact.cronbach_alpha(answered, reversed=["q2"], minimum=1, maximum=5),
    abcd.impact.CronbachAlpha,
)
assert_type(abcd.impact.likert_index({"q1": [1, 2]}, maximum=5), abcd.impact.LikertIndex)
assert_type(abcd.impact.power(0.5, 10), abcd.impact.Power)
assert_type(abcd.impact.power(0.5, 10).power, float | None)
assert_type(abcd.impact.detectable_effect(10, design="groups").d, float | None)
assert_type(
    abcd.impact.sample_size(0.5, design="groups", cluster_size=5, icc=0.1), abcd.impact.SampleSize
)
assert_type(abcd.impact.reach(10), abcd.impact.Reach)
abcd.impact.power(0.5, 10, design="group")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
for measured in (
    abcd.impact.gini([1, 2, 3], interval_method="percentile", rng=1),
    abcd.impact.theil({"p1": 1, "p2": 2}),
    abcd.impact.mean_log_deviation([("p1", 1), ("p2", 2)]),
    abcd.impact.atkinson([1, 2], epsilon=1),
):
    assert_type(measured, abcd.impact.Inequality)
assert_type(abcd.impact.lorenz([1, 2]), abcd.impact.LorenzCurve)
assert_type(abcd.impact.shares([1, 2], bottom=[0.4]), abcd.impact.Shares)
assert_type(
    abcd.impact.decomposition([1, 2], ["a", "b"], measure="gini"), abcd.impact.Decomposition
)
assert_type(
    abcd.impact.money_change([1, 2], [2, 3], currency="IDR", gross=False), abcd.impact.MoneyChange
)
abcd.impact.atkinson([1, 2])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
did = abcd.impact.difference_in_differences(
    treated_before=50, treated_after=80.5, control_before=52, control_after=70
)
assert_type(did, abcd.impact.DifferenceInDifferences)
assert_type(did.difference, float | None)
arms = ["school", "none", "school"]
assert_type(abcd.impact.ancova([1, 2, 3], [2, 3, 3], arms, reference="none"), abcd.impact.Ancova)
assert_type(abcd.impact.compare_groups([1, 2], {"p3": 2.5}), abcd.impact.GroupComparison)
gains = abcd.impact.gain_scores(
    treated_before=[1], treated_after=[2], control_before=[1], control_after=[2]
)
assert_type(gains, abcd.impact.GroupComparison)
permuted = abcd.impact.permutation_test([1, 2], [2, 3], clusters=["a", "a", "b", "c"], rng=1)
assert_type(permuted, abcd.impact.PermutationTest)
abcd.impact.permutation_test([1], [2], statistic="mode")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
balanced = abcd.impact.baseline_balance({"age": [30, 40]}, {"age": [35]}, binary=())
assert_type(balanced, abcd.impact.BaselineBalance)
assert_type(abcd.impact.attrition({"a": 5}, {"a": ["p1"]}).overall, float | None)
assert_type(
    abcd.impact.loss_bounds(treated_after=[1, None], control_after=[2]).lee_low, float | None
)
assert_type(abcd.impact.missing_items({"q1": [1, None]}).complete, int)
adjusted_p = abcd.impact.adjust({"knowledge": 0.01, "income": None}, "benjamini-hochberg")
assert_type(adjusted_p.rejected, tuple[bool, ...])

way = abcd.impact.achievement(3, baseline=None, target=4, direction="up", on="2024-01-31")
assert_type(way, abcd.impact.Achievement)
assert_type(abcd.impact.achievements(cycle, on=date(2024, 1, 31)), abcd.impact.Achievements)
abcd.impact.achievement(3, baseline=1, target=4, direction="left")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
by_sex = abcd.impact.disaggregate({"p1": 3.5}, {"p1": ["f", "rt3"], "p2": None}, threshold=1)
assert_type(by_sex, abcd.impact.Disaggregation)
abcd.impact.disaggregate([1, 2], ["f", None], before=[1, 1], strata=[1, 2], bands=())
abcd.impact.disaggregate({"p1": 3}, "age", community=community, bands=[18, 60])
assert_type(abcd.impact.stories(community, by="sex"), abcd.impact.Stories)
assert_type(abcd.impact.stories(community).by_domain, abcd.impact.StoryGroups)
assert_type(abcd.impact.stories(community).selections, abcd.impact.StorySelections)
chain = abcd.impact.ResultsChain(
    activities=[abcd.impact.ChainStep("training", "Training")],
    outcomes=(abcd.impact.ChainStep("skill", "Skill", indicators=["skill"]),),
    links=[
        abcd.impact.ChainLink(
            "training", "skill", assumptions=[abcd.impact.Assumption("all come", found="failed")]
        )
    ],
    unexpected=[abcd.impact.UnexpectedResult("They sing", "positive", on="2024-01-31")],
)
assert_type(chain.unexpected[0].effect, abcd.impact.Effect)
assert_type(chain.links[0].assumptions[0].found, abcd.impact.Holding | None)
assert_type(abcd.impact.review_chain(chain, cycle, community), abcd.impact.ChainReview)

assert_type(
    abcd.report.markdown(cycle, community, changes={"skill": change}, audience="journal"), str
)
abcd.report.html(cycle, community, changes=[("skill", change)], language="id")
abcd.report.html(cycle, community, changes=[change], audience="paper")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

assert_type(abcd.inventory.summary(community), abcd.inventory.Summary)
exported = abcd.exchange.geojson.write(community, purpose="village report", on="2024-02-09")
assert_type(exported, abcd.exchange.Exported)
assert_type(exported.redacted, int)

ideas = [abcd.Idea("oven", "Bake together")]
assessed = abcd.potential.assess(ideas, community, criteria=["own_assets"])
assert_type(assessed, abcd.potential.Assessment)
assert_type(abcd.potential.rank(assessed.table), abcd.potential.Ranking)
assert_type(abcd.potential.explain(assessed.table).text("id"), str)
assert_type(abcd.potential.low_hanging_fruit(ideas, community).ripe, tuple[str, ...])
assert_type(abcd.potential.measures.own_assets(ideas[0], community), abcd.potential.Cell)
abcd.potential.assess(ideas, community, criteria=["beauty"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
firm = abcd.potential.sensitivity(assessed.table, method="topsis", rivals=2)
assert_type(firm, abcd.potential.Sensitivity)
assert_type(firm.survives, bool | None)
sure = abcd.potential.acceptability(assessed.table, order=["cost", ["days"]], rng=1)
assert_type(sure, abcd.potential.Acceptability)
abcd.potential.acceptability(assessed.table, bounds={"cost": (0.1, 0.5)}, deviations="raters")
assert_type(abcd.potential.vikor(assessed.table, v=0.4).compromise_set, tuple[str | int, ...])
step = abcd.potential.Preference("linear", indifference=1, preference=2)
flows = abcd.potential.promethee(assessed.table, preferences={"cost": step})
assert_type(flows, abcd.potential.Outranking)
assert_type(abcd.potential.worth_finding_out(assessed.table).changes_first, tuple[bool | None, ...])
abcd.potential.Criterion("size", "target", target=12)
abcd.potential.vikor(assessed.table, normalization="vector")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

weighed = abcd.potential.weights.ahp({("reach", "cost"): 3}, method="geometric_mean")
assert_type(weighed, abcd.potential.weights.PairwiseWeights)
assert_type(abcd.potential.rank(assessed.table, weights=weighed), abcd.potential.Ranking)
assert_type(
    abcd.potential.weights.ahp_group([{("reach", "cost"): 3}], aggregation="priorities"),
    abcd.potential.weights.PairwiseWeights,
)
abcd.potential.weights.ahp({}, random_index="random")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
assert_type(
    abcd.potential.weights.rank_order_centroid(["reach", ["cost", "time"]]),
    abcd.potential.weights.CriterionWeights,
)
for one in (
    abcd.potential.weights.direct({"cost": 1}),
    abcd.potential.weights.equal(["cost"]),
    abcd.potential.weights.hierarchy({"people": (3, {"reach": 1}), "cost": 1}),
    abcd.potential.weights.rank_reciprocal(["cost"]),
    abcd.potential.weights.rank_sum({"cost": 1}),
    abcd.potential.weights.swing({"cost": 100}),
):
    assert_type(one, abcd.potential.weights.CriterionWeights)

voices = abcd.potential.aggregate({"p1": ["oven", "path"], "p2": {"path": 1}, "p3": None})
assert_type(voices, abcd.potential.Aggregation)
assert_type(voices.condorcet_winner, str | int | None)
assert_type(voices.decision("What first?", chosen=["oven"]), abcd.Decision)
assert_type(abcd.potential.concordance([["oven", "path"]], rng=1), abcd.potential.Concordance)
assert_type(abcd.potential.dissent([["oven", "path"]], voices), abcd.potential.Dissent)
cast = abcd.potential.Ballots("approval", ["oven"], {"p1": ["oven"]}, invited=["p1"])
assert_type(abcd.potential.tally(cast), abcd.potential.Tally)
assert_type(abcd.potential.dissent(cast, abcd.potential.tally(cast)), abcd.potential.Dissent)
assert_type(
    abcd.potential.tally_by_group(cast, {"p1": "women"}, threshold=1), abcd.potential.GroupTally
)
agreed = abcd.potential.Consensus("What first?", ["oven"], agreed=["oven"], present=["p1"])
assert_type(agreed.decision(), abcd.Decision)
abcd.potential.aggregate([], "approval")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

central = abcd.network.centrality(abcd.network.graph(community), weight="weight", sample=None)
assert_type(central, abcd.network.Centrality)
circles = abcd.network.communities(abcd.network.graph(community), method="louvain", rng=1)
assert_type(circles, abcd.network.Communities)
divided = abcd.network.modularity(abcd.network.graph(community), "status")
assert_type(divided.modularity, float | None)
holes = abcd.network.structural_holes(abcd.network.graph(community), weight="weight")
assert_type(holes, abcd.network.StructuralHoles)
bonds = abcd.network.dyadic_constraint(abcd.network.graph(community), weight="weight")
assert_type(bonds, abcd.network.DyadicConstraint)
arrays = abcd.network.snapshot_of(community, on="2024-01-31", weight="weight")
assert_type(arrays, abcd.network.Snapshot)
assert_type(
    abcd.network.Snapshot.from_ties(["p1", "p2"], ["p1"], ["p2"], weights=[2.0]),
    abcd.network.Snapshot,
)
for _layer in abcd.network.layers(community, by="waves").values():
    assert_type(abcd.network.snapshot(_layer), abcd.network.Snapshot)
shared = abcd.network.two_mode(community, by="events", cycle=cycle)
assert_type(abcd.network.project(shared, "people"), abcd.network.Projection)
assert_type(abcd.network.two_mode_centrality(shared), abcd.network.TwoModeCentrality)
assert_type(abcd.network.two_mode_cohesion(shared, first=0), abcd.network.TwoModeCohesion)
abcd.network.two_mode(community, by="event")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ties = abcd.network.graph(community)
groups = {"p1": "north", "p2": None}
assert_type(abcd.network.assortativity(ties, groups), abcd.network.Assortativity)
assert_type(abcd.network.bonding_bridging(ties, "status"), abcd.network.BondingBridging)
brokers = abcd.network.brokerage(abcd.network.snapshot(ties), ["north", 2], permutations=9)
assert_type(brokers, abcd.network.Brokerage)
assert_type(brokers.by_role, abcd.network.RoleTotals)
assert_type(abcd.network.cohesion(ties).density, float | None)
assert_type(abcd.network.ei_index(ties, "status", rng=1).overall, float | None)
assert_type(abcd.network.changes(ties, ties, unanswered="keep"), abcd.network.Changes)
assert_type(abcd.network.introductions(ties, 3, rng=1).seed, int | None)
assert_type(abcd.network.isolated(abcd.network.snapshot(ties)), abcd.network.Isolated)
stable = abcd.network.stability(ties, lambda arrays: arrays.tie_count, samples=10, rng=1)
assert_type(stable, abcd.network.Stability)
supposed = abcd.network.what_if(ties, add_people=["p9"], add_ties=[("p1", "p9")])
assert_type(supposed.after, abcd.network.WholeNetwork)
assert_type(supposed, abcd.network.WhatIf)
mixed = abcd.network.heterogeneity(ties, "status", categories=["answered", "not asked"])
assert_type(mixed, abcd.network.Heterogeneity)
