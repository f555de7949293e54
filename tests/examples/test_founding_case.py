"""Everything that the founding case says is on the model, section by section."""

import importlib.util
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import abcd
from abcd import Community, Cycle

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def case() -> ModuleType:
    """Load the example as a module."""
    sys.path.insert(0, str(EXAMPLES))
    try:
        spec = importlib.util.spec_from_file_location(
            "founding_case", EXAMPLES / "founding_case.py"
        )
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(EXAMPLES))
    return module


@pytest.fixture(scope="module")
def village(case: ModuleType) -> Community:
    """Give the community."""
    community: Community = case.community()
    return community


@pytest.fixture(scope="module")
def told(case: ModuleType) -> Cycle:
    """Give the cycle."""
    cycle: Cycle = case.cycle()
    return cycle


def test_the_place(village: Community) -> None:
    """Desa Prupuk Selatan, Margasari, Tegal: 197 ha, 40 RT, 8 RW, and the road through it."""
    levels = Counter(place.level for place in village.places)
    assert levels == {"RT": 40, "RW": 8, "desa": 1, "kecamatan": 1, "kabupaten": 1, None: 2}
    places = {place.id: place for place in village.places}
    assert (places["desa"].name, places["desa"].area) == ("Desa Prupuk Selatan", 197)
    assert (places["desa"].parent, places["margasari"].parent) == ("margasari", "tegal")
    assert all(places[f"rt-{number}"].parent == "desa" for number in range(1, 41))
    assert places["road"].parent == "desa"
    filming = next(asset for asset in village.assets if asset.id == "filming")
    assert filming.place == "road"


def test_the_community_of_creators(village: Community) -> None:
    """An association of ten, on YouTube only, selling accounts, open to residents."""
    rki = next(entry for entry in village.organizations if entry.id == "rki")
    assert rki.kind is not None
    assert rki.kind.value == "association"
    assert rki.extra["members as stated"] == 10
    assert len([entry for entry in village.memberships if entry.organization == "rki"]) == 10
    assert "YouTube only" in rki.offers["content"]
    assert "accounts" in rki.offers["sales"]
    assert rki.offers["membership"].startswith("open to residents")


def test_other_resources(village: Community) -> None:
    """Hall, hardware, software, channels, nature, and what people carry in themselves."""
    assets = {asset.id: asset for asset in village.assets}
    assert assets["hall"].control == "primary"
    assert assets["hall"].holder == "village-government"
    assert {"hardware", "software", "channels", "nature"} <= assets.keys()
    assert {"intelligence", "care", "mutual-aid", "togetherness"} <= assets.keys()
    assert assets["students"].control == "potential"
    kinds = {kind for asset in village.assets for kind in asset.kinds}
    assert {"physical", "human", "social", "economic", "natural"} <= kinds


def test_the_parties(village: Community) -> None:
    """Students from outside, the village government as partner, the members."""
    parties = {entry.id: entry for entry in village.organizations}
    assert parties["village-government"].offers["partner"].startswith("technology")
    assert "speakers and guides" in parties["kkn"].offers["role"]
    assert parties["kkn"].place is None


def test_challenges_and_money(village: Community) -> None:
    """Two challenges without an answer, and two flows of which nobody said how much."""
    assert len(village.challenges) == 2
    assert all(challenge.answer is None for challenge in village.challenges)
    assert [(flow.payer, flow.payee, flow.amount) for flow in village.flows] == [
        (abcd.OUTSIDE, "rki", None),
        ("desa", abcd.OUTSIDE, None),
    ]


def test_how_the_asset_was_chosen(case: ModuleType, told: Cycle) -> None:
    """The students chose; eleven reasons, no rival, no rule, nobody who disagreed."""
    (choice,) = told.decisions
    assert (choice.decided_by, choice.options, choice.chosen) == (
        ("kkn",),
        ("creators",),
        ("creators",),
    )
    assert len(choice.reasons) == 11
    assert "most important" in choice.reasons[-1]
    assert (choice.rule, choice.dissent, choice.on) == (None, (), None)
    assert case.APPROACHES.codes == ("problem", "need", "right", "asset")


def test_the_program(told: Cycle) -> None:
    """Three days in the hall, each with its topics; nothing after day 3."""
    training = next(plan for plan in told.plans if plan.id == "training")
    assert [step.on for step in training.steps] == [
        date(2024, 1, 31),
        date(2024, 2, 1),
        date(2024, 2, 2),
    ]
    assert {step.place for step in training.steps} == {"office"}
    assert training.steps[0].topics == (
        "introduction",
        "registration of accounts while waiting for approval",
    )
    assert len(training.steps[1].topics) == len(training.steps[2].topics) == 2
    assert [record.on for record in told.records] == [step.on for step in training.steps]
    assert {record.attended for record in told.records} == {None}
    methods = {evidence.method for record in told.records for evidence in record.evidence}
    assert methods == {"photograph"}


def test_the_cycle(told: Cycle) -> None:
    """28 activities, five plans, two visions, three sets of goals, each with horizon and owner."""
    assert len(told.definition.full_ids) == 28
    assert {plan.phase for plan in told.plans} == {
        "discovery",
        "dream",
        "design",
        "define",
        "destiny",
    }
    assert len(told.plans) == 5
    assert [vision.phase for vision in told.visions] == ["dream", "destiny"]
    assert {goal.phase for goal in told.goals} == {"dream", "define", "destiny"}
    intentions: list[Any] = [*told.plans, *told.visions, *told.goals]
    assert all(entry.horizon and entry.owner for entry in intentions)
    assert told.values == ("integrity", "cooperation", "innovation", "empowerment")


def test_progress_shows_what_is_only_described(village: Community, told: Cycle) -> None:
    """The training is done, and it is none of the 28 activities."""
    found = abcd.cycle.progress(told, village)
    assert sum(found.described) == 28
    assert sum(found.done) == 0
    assert found.detail["research.deliver-training"]["status"] == "done"
    assert abcd.cycle.consistency(told, village).consistent


def test_the_claims(village: Community, told: Cycle) -> None:
    """Seven claims, none estimable, and what ten members could show."""
    found = abcd.impact.evaluate(told, village)
    assert found.kind == ("claim",) * 7
    assert set(found.verdict) == {"not estimable"}
    assert {reasons[0] for reasons in found.reasons} == {"no-baseline"}
    assert set(found.people) == {10}
    # Exact noncentral t, domain reference 4.12.
    assert found.smallest_effect[0] == pytest.approx(0.996001, abs=5e-7)
    soft_skill = found["Significant growth in soft skills"]
    assert soft_skill["facets"] == (
        "communication",
        "emotion",
        "language",
        "group work",
        "ethics and morals",
        "courtesy",
        "spirituality",
    )
    assert all(found.instrument)
    assert all(found.when)


def test_the_chain_behind_the_claims(told: Cycle) -> None:
    """Skill leads to performance, to the creative industry, to the regional economy."""
    leads = {indicator.id: indicator.leads_to for indicator in told.indicators}
    assert leads["soft-skill"] == ("creativity",)
    assert leads["creativity"] == ("industry",)
    assert leads["industry"] == ("local-economy",)


def test_what_is_invented_says_so(village: Community, told: Cycle) -> None:
    """People, ties, memberships and proposals are invented; nothing else is."""
    invented: list[Any] = [*village.people, *village.ties, *village.memberships, *told.indicators]
    assert all(any(item.invented for item in thing.evidence) for thing in invented)
    reported: list[Any] = [
        *village.assets,
        *village.organizations,
        *village.challenges,
        *village.flows,
        *told.records,
        *told.goals,
        *told.plans,
        *told.visions,
        *told.decisions,
        *told.claims,
    ]
    assert all(thing.evidence for thing in reported)
    assert not any(item.invented for thing in reported for item in thing.evidence)


def test_the_whole_goes_through_a_document(village: Community, told: Cycle) -> None:
    """Community and cycle come back equal."""
    assert abcd.from_dict(abcd.to_dict(village), Community) == village
    assert abcd.from_dict(abcd.to_dict(told), Cycle) == told


def test_every_word_has_its_indonesian(case: ModuleType, village: Community, told: Cycle) -> None:
    """The translated model differs in no id, and no translation is left unused."""
    texts: set[str] = set()

    def collect(data: object) -> None:
        if isinstance(data, dict):
            for value in data.values():
                collect(value)
        elif isinstance(data, list):
            for value in data:
                collect(value)
        elif isinstance(data, str):
            texts.add(data)

    choice = case.choose(told, village)
    collect([abcd.to_dict(village), abcd.to_dict(choice)])
    assert set(case.INDONESIAN) <= texts
    there = abcd.from_dict(case.in_indonesian(abcd.to_dict(village)), Community)
    assert [entity.id for entity in there] == [entity.id for entity in village]
