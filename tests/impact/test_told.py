"""Stories: counted by domain and group, with their selections, and never scored. All invented."""

import datetime

import pytest

from abcd import Community, Evidence, Membership, Organization, Person, Selection, Story, to_dict
from abcd.errors import InvalidValueError
from abcd.impact import Stories, stories


def codes(found: Stories) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in found.caveats]


def village(*told: Story) -> Community:
    """Give three people, of whom one is in two organizations and one in none."""
    return Community(
        "rt3",
        "RT 3",
        people=[
            Person("p1", "Siti", demographics={"sex": "f"}),
            Person("p2", "Budi", demographics={"sex": "m"}),
            Person("p3", "Ani"),
        ],
        organizations=[Organization("rki", "RKI"), Organization("pkk", "PKK")],
        memberships=[
            Membership("p1", "rki"),
            Membership("p1", "pkk"),
            Membership("p1", "rki", role="chair"),
            Membership("p2", "rki"),
        ],
        stories=told,
    )


GROUP = Selection("the women's group", "nobody had to leave", on="2024-02-09")
MEETING = Selection("the village meeting")
TOLD = (
    Story("We sell.", teller="p1", domain="income", on="2024-02-05", selections=[GROUP, MEETING]),
    Story("We meet.", teller="p2", domain="ties", on="2024-02-02", selections=[MEETING]),
    Story("We wait.", teller="p2", domain="income"),
    Story("It rained."),
    Story("All is well.", domain="income", evidence=[Evidence("us", method="invented")]),
)


def test_stories_are_counted_by_domain() -> None:
    """None, not said, stands last; what is invented counts beside."""
    found = stories(village(*TOLD))
    assert (found.n, found.tellers, found.without_teller, found.invented) == (4, 2, 1, 1)
    assert (found.selected, found.rounds) == (2, 2)
    assert found.by_domain.names == ("income", "ties", None)
    assert found.by_domain.stories == (2, 1, 1)
    assert found.by_domain["income"] == {
        "names": "income",
        "stories": 2,
        "tellers": 2,
        "selected": 1,
        "selections": 2,
        "highest_round": 2,
        "invented": 1,
    }
    assert (found.first_on, found.last_on) == (datetime.date(2024, 2, 2), datetime.date(2024, 2, 5))


def test_stories_are_counted_by_the_groups_of_the_tellers() -> None:
    """Who is in two groups counts in each, and once in each; who is in none under None."""
    found = stories(village(*TOLD))
    assert found.by == "organizations"
    assert found.by_group.names == ("pkk", "rki", None)
    assert found.by_group.stories == (1, 3, 1)
    assert found.by_group.invented == (0, 0, 1)
    by_sex = stories(village(*TOLD, Story("I listen.", teller="p3")), by="sex").by_group
    assert by_sex.names == ("f", "m", None)
    assert by_sex.stories == (1, 2, 2)


def test_selections_stand_in_rounds() -> None:
    """By whom, when, in which round, with or without a reason; invented stories have no row."""
    found = stories(village(*TOLD)).selections
    # Who chose is in the columns, and in no log or notebook.
    assert [name in str(found) + found._repr_html_() for name in found.by] == [False] * len(found)
    assert found.story == (0, 0, 1)
    assert found.round == (1, 2, 1)
    assert found.by == ("the women's group", "the village meeting", "the village meeting")
    assert found.on == (datetime.date(2024, 2, 9), None, None)
    assert found.domain == ("income", "income", "ties")
    assert found.teller == ("p1", "p1", "p2")
    assert found.has_reason == (True, False, False)


def test_no_words_of_a_story_leave_the_community() -> None:
    """Neither the story nor the reason for which it was chosen; no name of a person."""
    written = str(to_dict(stories(village(*TOLD), by="sex")))
    for words in ("We sell", "nobody had to leave", "Siti", "Budi"):
        assert words not in written


def test_what_is_missing_is_named() -> None:
    """Teller, domain, selection and reason, each with its count of told stories."""
    found = stories(village(*TOLD))
    assert codes(found) == [
        "stories-invented",
        "stories-no-sample",
        "stories-not-selected",
        "selections-without-reason",
        "stories-without-teller",
        "stories-without-domain",
    ]
    assert [caveat.data.get("count") for caveat in found.caveats] == [1, None, 2, 2, 1, 1]
    whole = Story("We sell.", teller="p1", domain="income", selections=[GROUP])
    assert codes(stories(village(whole))) == ["stories-no-sample"]


def test_no_story_is_no_sign() -> None:
    """Nor is an invented one."""
    assert codes(stories(village())) == ["no-stories"]
    found = stories(village(TOLD[-1]))
    assert codes(found) == ["stories-invented", "no-stories"]
    assert (found.n, found.rounds, found.first_on, found.by_domain.stories) == (0, 0, None, (0,))


def test_junk_is_refused_at_once() -> None:
    """Both arguments in one error; a demographic that nobody has."""
    with pytest.raises(InvalidValueError, match="2 faults"):
        stories("rt3", by=" ")  # type: ignore[arg-type]  # junk on purpose
    with pytest.raises(InvalidValueError, match=r"^by: found 'income'; accepted: 'home', or"):
        stories(village(), by="income")
