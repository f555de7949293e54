"""Reviewing a chain: what it stands on. All values are invented."""

from typing import Any

import pytest

from abcd import FIVE_D, Claim, Community, Cycle, Indicator, Measurement, Person, Story
from abcd.errors import InvalidValueError
from abcd.impact import (
    Assumption,
    ChainLink,
    ChainReview,
    ChainStep,
    ResultsChain,
    UnexpectedResult,
    review_chain,
)

from .test_chain import seed

VILLAGE = Community("rt3", "RT 3", people=[Person(f"p{n}", f"Member {n}") for n in range(5)])


def told(*entries: Any, **chains: list[str]) -> Cycle:
    """Give a cycle with the indicators of the chain, and with what it was asked to hold."""
    levels = {"soft-skill": "learning", "creativity": "behavior", "industry": "results"}
    indicators = [
        Indicator(id, id, level=level, leads_to=chains.get(id.replace("-", "_"), ()))
        for id, level in levels.items()
    ]
    return Cycle(FIVE_D, community="rt3", indicators=indicators).add(*entries)


def measured(id: str) -> list[Measurement]:
    """Give scores of five people before and after, of whom each rose."""
    return [
        Measurement(id, n + gain * (1 + n % 2), wave=wave, person=f"p{n}")
        for n in range(5)
        for wave, gain in (("before", 0), ("after", 2))
    ]


def codes(review: ChainReview) -> dict[str, Any]:
    """Map the codes of the caveats to their data."""
    return {caveat.code: caveat.data for caveat in review.caveats}


def test_each_step_says_what_it_stands_on() -> None:
    """Indicator, level, evidence, verdict, claims, and the steps around it."""
    cycle = told(
        *measured("soft-skill"),
        Claim("More skill", indicator="soft-skill"),
        Claim("The region is rich", indicator="soft-skill", level="results"),
    )
    review = review_chain(seed(), cycle, VILLAGE)
    assert review["skill"] == {
        "steps": "skill",
        "stages": "outcomes",
        "texts": "Members have more soft skill",
        "indicators": ("soft-skill",),
        "level": "learning",
        "evidence": "before and after",
        "verdicts": ("open",),
        "claims": 2,
        "unmeasured": False,
        "follows_from": ("training",),
        "leads_to": ("performance",),
    }
    assert review["region"]["unmeasured"] is True
    assert (review["region"]["level"], review["region"]["evidence"]) == (None, "none")
    assert (review.n, review.links, review.assumptions) == (7, 7, 4)
    assert review.silent == ()
    assert review.not_measured == ("performance", "industry")


def test_assumptions_that_nobody_looked_at_are_listed() -> None:
    """Three of four; one that failed is named too."""
    review = review_chain(seed(), told(), VILLAGE)
    assert review.not_looked_at == (
        "members come on all days",
        "skill is what lacked",
        "money stays in the village",
    )
    assert review.links_without_assumption == 4
    assert codes(review)["assumptions-not-looked-at"] == {"count": 3, "total": 4}
    chain = ResultsChain(assumptions=[Assumption("buyers come", found="failed")])
    assert review_chain(chain, told(), VILLAGE).failed == ("buyers come",)
    assert "assumptions-failed" in codes(review_chain(chain, told(), VILLAGE))


def test_what_nobody_expected_is_counted() -> None:
    """By its effect; where nothing is recorded nobody may have looked."""
    chain = ResultsChain(
        unexpected=[
            UnexpectedResult("a", "positive"),
            UnexpectedResult("b", "negative"),
            UnexpectedResult("c", "negative"),
            UnexpectedResult("d"),
        ]
    )
    review = review_chain(chain, told(), VILLAGE)
    counts = review.unexpected_positive, review.unexpected_negative, review.unexpected_unclear
    assert counts == (1, 2, 1)
    assert review.caveats == ()
    assert list(codes(review_chain(ResultsChain(), told(), VILLAGE))) == ["nothing-unexpected"]


def test_what_is_linked_to_nothing_is_named() -> None:
    """Apart, without end, without cause; a link that skips stages; a silent outcome."""
    chain = ResultsChain(
        inputs=[ChainStep("money", "Money")],
        activities=[ChainStep("party", "A party"), ChainStep("visit", "A visit")],
        outputs=[ChainStep("photos", "Photos")],
        outcomes=[ChainStep("joy", "Joy"), ChainStep("hope", "Hope"), ChainStep("luck", "Luck")],
        impact=[ChainStep("peace", "Peace", unmeasured="for the elders to say")],
        links=[
            ChainLink("money", "joy"),
            ChainLink("party", "photos"),
            ChainLink("hope", "peace"),
        ],
    )
    review = review_chain(chain, told(), VILLAGE)
    assert review.apart == ("visit", "luck")
    assert review.without_end == ("party", "photos")
    assert review.without_cause == ("hope", "peace")
    assert review.skipping == (("money", "joy"),)
    assert review.silent == ("joy", "hope", "luck")
    found = codes(review)
    assert found["links-skip-stages"]["links"] == ("money > joy",)
    assert set(found) == {
        "steps-apart",
        "steps-without-end",
        "steps-without-cause",
        "steps-silent",
        "links-skip-stages",
        "links-without-assumption",
        "nothing-unexpected",
    }


def test_the_short_form_of_indicators_is_held_against_the_chain() -> None:
    """A way over other steps will do; two indicators of one step need none."""
    cycle = told(soft_skill=["creativity", "industry"], industry=["soft-skill"])
    review = review_chain(seed(), cycle, VILLAGE)
    assert review.missing_links == (("industry", "soft-skill"),)
    assert codes(review)["chain-links-missing"]["links"] == ("industry > soft-skill",)
    one = ResultsChain(outcomes=[ChainStep("a", "A", indicators=["soft-skill", "industry"])])
    assert review_chain(one, cycle, VILLAGE).missing_links == (("soft-skill", "creativity"),)


def test_claims_on_nothing_and_outside_of_the_chain() -> None:
    """Without indicator, or without values and stories; with an indicator that no step has."""
    stories = [Story("We edit.", domain="soft-skill")]
    village = Community("rt3", "RT 3", people=VILLAGE.people, stories=stories)
    cycle = told(
        Claim("All is well"),
        Claim("More skill", indicator="soft-skill"),
        Claim("More creative", indicator="creativity"),
    )
    chain = ResultsChain(outcomes=[ChainStep("a", "A", indicators=["soft-skill", "trust"])])
    review = review_chain(chain, cycle, village)
    assert review.claims_on_nothing == ("All is well", "More creative")
    assert review.claims_outside == ("More creative",)
    assert review.unknown_indicators == ("trust",)
    assert review["a"]["indicators"] == ("soft-skill",)
    assert review["a"]["evidence"] == "stories"
    assert codes(review)["claims-on-nothing"] == {"count": 2, "total": 3}
    assert review.not_measured == ("a",)


def test_a_step_has_the_highest_level_and_the_strongest_evidence() -> None:
    """Of any of its indicators."""
    chain = ResultsChain(outcomes=[ChainStep("a", "A", indicators=["industry", "soft-skill"])])
    review = review_chain(chain, told(*measured("soft-skill")), VILLAGE)
    assert (review["a"]["level"], review["a"]["evidence"]) == ("results", "before and after")
    assert review["a"]["verdicts"] == ("not estimable", "open")


def test_junk_is_refused() -> None:
    """The chain, the cycle, another community."""
    with pytest.raises(InvalidValueError, match="chain: found text of 1 character"):
        review_chain("x", told(), VILLAGE)  # type: ignore[arg-type]  # junk on purpose
    with pytest.raises(InvalidValueError, match="cycle"):
        review_chain(seed(), None, VILLAGE)  # type: ignore[arg-type]  # junk on purpose
    with pytest.raises(InvalidValueError, match="community"):
        review_chain(seed(), told(), Community("rt4", "RT 4"))
