"""Laws of consent and redaction. All people are invented."""

import datetime
from typing import Any

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from abcd.model import Community, Consent, Person, Story
from abcd.model.parts import COLLECTIONS, ENTITIES
from abcd.model.references import REFERENCES
from abcd.privacy import REDACTED, permitted, redact
from abcd.privacy._names import Names

from ..strategies import communities, values

DAYS = st.one_of(st.none(), st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 1, 9)))
PURPOSES = st.sampled_from(["report", "training"])
LATER = st.one_of(st.none(), st.dates(datetime.date(2024, 1, 9), datetime.date(2024, 1, 15)))
PURPOSE_LISTS = st.lists(PURPOSES, min_size=1, max_size=2)
CONSENTS = st.lists(
    st.one_of(
        st.builds(Consent, PURPOSE_LISTS, expires_on=DAYS, withdrawn_on=DAYS),
        st.builds(Consent, PURPOSE_LISTS, given_on=DAYS, expires_on=LATER, withdrawn_on=LATER),
    ),
    max_size=4,
)
# Names that meet in texts, in parts and with several bearers.
WORDS = st.sampled_from(
    ["Siti", "Aminah", "Budi", "Jos\u00e9", "Jose\u0301", "Nu'man", "\u738b\u5c0f\u660e", "Al"]
)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
TEXTS = st.one_of(
    NAMES, st.lists(st.one_of(WORDS, st.text(min_size=1, max_size=5)), min_size=1).map("-".join)
)
PEOPLE = st.builds(lambda name, consents: (name, consents), TEXTS, CONSENTS)


@st.composite
def named_communities(draw: Any) -> Community:
    """Draw a community whose texts are full of the names of its people."""
    text = TEXTS.filter(lambda value: bool(value.strip()) and value[0] != "@")
    whole: Community = draw(communities(text))
    people = [attrs.evolve(person, consents=draw(CONSENTS)) for person in whole.people]
    return whole.replace(*people)


def alone(consents: list[Consent]) -> Community:
    """Make a community of one person."""
    return Community("c", "C", people=[Person("p", "Siti", consents=consents)])


@given(CONSENTS, PURPOSES, DAYS)
def test_the_order_of_consents_does_not_matter(
    consents: list[Consent], purpose: str, on: datetime.date | None
) -> None:
    """A form that was filed later is not stronger for it."""
    assert permitted(alone(consents), purpose, on) == permitted(alone(consents[::-1]), purpose, on)


@given(CONSENTS, PURPOSES, DAYS, DAYS)
def test_one_more_withdrawal_never_permits(
    consents: list[Consent], purpose: str, on: datetime.date | None, withdrawn: datetime.date | None
) -> None:
    """Who withdraws is not named afterwards, whatever else there is."""
    assume(withdrawn is not None)
    more = [*consents, Consent([purpose], withdrawn_on=withdrawn)]
    assert permitted(alone(more), purpose, on) <= permitted(alone(consents), purpose, on)


@given(CONSENTS, PURPOSES, DAYS)
def test_consents_for_other_purposes_change_nothing(
    consents: list[Consent], purpose: str, on: datetime.date | None
) -> None:
    """The answer follows from the consents that name the purpose, by the definition."""
    named = [one for one in consents if purpose in one.purposes]
    withdrawn = [one.withdrawn_on for one in named if one.withdrawn_on]
    last = max(withdrawn) if withdrawn else datetime.date.min
    expected = any(
        one.withdrawn_on is None
        and (not withdrawn or (one.given_on or datetime.date.min) > last)
        and (one.given_on is None or on is None or one.given_on <= on)
        and (one.expires_on is None or (on is not None and on < one.expires_on))
        for one in named
    )
    assert (permitted(alone(consents), purpose, on) == {"p"}) is expected


@given(named_communities(), st.one_of(st.none(), PURPOSES), DAYS)
def test_redaction_is_stable(
    whole: Community, purpose: str | None, on: datetime.date | None
) -> None:
    """A second redaction for the same purpose and day changes nothing."""
    once = redact(whole, purpose, on)
    twice = redact(once.community, purpose, on)
    assert twice.community == once.community
    assert (twice.people, twice.passages) == (once.people, 0)


@given(named_communities(), st.one_of(st.none(), PURPOSES), DAYS)
def test_nobody_is_lost_and_who_may_be_named_is_named(
    whole: Community, purpose: str | None, on: datetime.date | None
) -> None:
    """People stay in their order; of those permitted only texts beside the name may change."""
    allowed = permitted(whole, purpose, on)
    answer = redact(whole, purpose, on)
    assert answer.people == len(whole.people) - len(allowed)
    for before, after in zip(whole.people, answer.community.people, strict=True):
        assert after.name == (before.name if before.id in allowed else REDACTED)
        if before.id in allowed:
            assert (after.asked_on, after.home is None) == (before.asked_on, before.home is None)
            assert len(after.capacities) == len(before.capacities)
            assert len(after.demographics) == len(before.demographics)
        else:
            assert after.home is None
            assert after.demographics == after.extra == {}
            assert after.consents == ()


@given(named_communities(), st.one_of(st.none(), PURPOSES), DAYS)
def test_structure_stays(whole: Community, purpose: str | None, on: datetime.date | None) -> None:
    """Every part is there, and refers to the same parts but for the places of homes."""
    answer = redact(whole, purpose, on).community
    new = {
        before.id: after.id
        for name in ENTITIES
        for before, after in zip(getattr(whole, name), getattr(answer, name), strict=True)
    }
    assert len(set(new.values())) == len(new)
    for name in COLLECTIONS:
        pairs = zip(getattr(whole, name), getattr(answer, name), strict=True)
        for before, after in pairs:
            for reference in REFERENCES[name]:
                ids = [new[id] for id in reference.ids(before)]
                homes = reference.field in ("home", "place")
                assert list(reference.ids(after)) == ids or (homes and not reference.ids(after))


@given(named_communities(), st.one_of(st.none(), PURPOSES), DAYS)
def test_no_text_keeps_a_name(
    whole: Community, purpose: str | None, on: datetime.date | None
) -> None:
    """Looked for once more, no name of the unnamed is in any text but the names of the named."""
    allowed = permitted(whole, purpose, on)
    secret = [person.name for person in whole.people if person.id not in allowed]
    secret = [name for name in secret if name != REDACTED]
    names = Names(secret, [person.name for person in whole.people])
    answer = redact(whole, purpose, on).community
    texts = [story.text for story in answer.stories] + [asset.name for asset in answer.assets]
    texts += [key for asset in answer.assets for key in asset.extra]
    assert [text for text in texts if names.spans(text)] == []


@given(values(Community))
def test_with_everybody_permitted_redaction_is_the_identity(whole: Community) -> None:
    """Nothing changes, in texts neither."""
    agreed = [attrs.evolve(person, consents=[Consent(["report"])]) for person in whole.people]
    whole = whole.replace(*agreed)
    answer = redact(whole, "report", None)
    assert answer.community == whole
    assert (answer.people, answer.passages) == (0, 0)


@given(st.lists(NAMES, min_size=1, max_size=4), TEXTS)
def test_redaction_does_not_depend_on_the_order_of_people(names: list[str], text: str) -> None:
    """The same words go, whoever is listed first."""

    def story(order: list[str]) -> str:
        people = [Person(f"p{n}", name) for n, name in enumerate(order)]
        whole = Community("c", "C", people=people, stories=[Story(text or "x")])
        return redact(whole, None, None).community.stories[0].text

    assume(text.strip())
    assert story(names) == story(names[::-1])
