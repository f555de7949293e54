"""What a community has: every number below was counted by hand in `village.py`."""

from typing import Any

import attrs
import numpy as np
import pytest

from abcd import Asset, Community, Person, inventory
from abcd.errors import InvalidValueError
from abcd.inventory import Summary, Tally, summary
from abcd.vocabulary import (
    AL_KAUTSARI_SEVEN,
    SEED_FOUR,
    Category,
    Crosswalk,
    Labels,
    Scheme,
)

from .village import VILLAGE

OURS = Scheme(
    "ours",
    [
        Category("digital", Labels("Digital", id="Digital")),
        Category("river", Labels("River", id="Sungai")),
    ],
)


def tables(result: Summary) -> dict[str, Tally]:
    """Give the tables of a summary by the names of their fields."""
    return {
        field.name: value
        for field in attrs.fields(Summary)
        if isinstance(value := getattr(result, field.name), Tally)
    }


def counts(table: Tally) -> dict[str, int]:
    """Give the rows that are not 0."""
    pairs = zip(table.values, table.count, strict=True)
    return {value: count for value, count in pairs if count}


def codes(result: Any) -> list[str]:
    """Give the codes of the caveats."""
    return [caveat.code for caveat in result.caveats]


def test_totals_are_counted() -> None:
    """How many there are of each class."""
    result = summary(VILLAGE)
    assert (result.community, result.assets, result.people) == ("village", 6, 4)
    assert (result.organizations, result.places) == (3, 5)
    assert result.scheme == "al-kautsari-seven"


@pytest.mark.parametrize(
    ("table", "rows", "not_stated", "without_row", "total", "caveats"),
    [
        (
            "by_primary_kind",
            {"physical": 1, "natural": 1, "cultural": 1, "digital": 2},
            1,
            0,
            6,
            ["not-stated"],
        ),
        (
            "by_kind",
            {"social": 2, "physical": 1, "natural": 1, "cultural": 1, "digital": 2},
            1,
            0,
            6,
            ["not-stated", "several-rows"],
        ),
        ("by_control", {"primary": 2, "secondary": 1, "potential": 1}, 2, 0, 6, ["not-stated"]),
        ("by_status", {"identified": 3, "verified": 1, "mobilized": 1, "created": 1}, 0, 0, 6, []),
        (
            "by_holder",
            {"person": 2, "association": 1, "enterprise": 1, "organization": 1},
            1,
            0,
            6,
            ["not-stated"],
        ),
        (
            "by_place",
            {"desa": 1, "field": 1, "rt1": 1, "rt2": 1, "sea": 1},
            1,
            0,
            6,
            ["not-stated"],
        ),
        ("gifts", {"head": 1, "hand": 1}, 1, 0, 3, ["not-stated"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_table_counts(
    table: str,
    rows: dict[str, int],
    not_stated: int,
    without_row: int,
    total: int,
    caveats: list[str],
) -> None:
    """Rows, those for which nobody said, and the denominator of the shares."""
    found: Tally = getattr(summary(VILLAGE), table)
    assert counts(found) == rows
    assert (found.not_stated, found.without_row, found.total) == (not_stated, without_row, total)
    assert codes(found) == caveats
    assert found.share == tuple([count / total for count in found.count])


def test_every_share_names_its_denominator() -> None:
    """Of assets or of gifts; the one share of the summary itself is that of assets."""
    result = summary(VILLAGE)
    denominators = {name: table.denominator for name, table in tables(result).items()}
    assert denominators == {
        "by_primary_kind": "assets",
        "by_kind": "assets",
        "by_control": "assets",
        "by_status": "assets",
        "by_holder": "assets",
        "by_place": "assets",
        "gifts": "gifts",
    }
    assert result.mobilized_share == 2 / 6
    assert len({table.question for table in tables(result).values()}) == 7


def test_a_vocabulary_shows_also_what_nobody_has() -> None:
    """Rows stand in the order of the vocabulary; what it lacks follows."""
    result = summary(VILLAGE)
    assert result.by_primary_kind.values == (*AL_KAUTSARI_SEVEN.codes, "digital")
    assert result.by_control.values == ("primary", "secondary", "potential")
    assert result.by_status.values == ("identified", "verified", "mobilized", "created")
    assert result.by_holder.values == (
        "person",
        "association",
        "institution",
        "enterprise",
        "household",
        "organization",
    )
    assert result.gifts.values == ("head", "heart", "hand")


def test_rows_have_labels() -> None:
    """Words of the vocabularies, names of places, and a code where there are no words."""
    result = summary(VILLAGE)
    assert result.by_primary_kind["cultural"]["label"] == "Cultural"
    assert result.by_primary_kind["digital"]["label"] == "digital"
    assert result.by_holder["person"]["label"] == "Person"
    assert result.by_holder["organization"]["label"] == "Organization of no stated kind"
    assert result.by_place["rt1"]["label"] == "RT 1"
    assert result.gifts["hand"]["label"] == "Hand"


# --- schemes -------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["seed-four", SEED_FOUR], ids=["id", "scheme"])
def test_a_shipped_scheme_counts_and_reports_what_it_loses(scheme: Any) -> None:
    """Four of the seven have a place; three kinds and the assets in no row are named."""
    result = summary(VILLAGE, scheme=scheme)
    assert result.scheme == "seed-four"
    primary, every = result.by_primary_kind, result.by_kind
    assert primary.values == ("human", "social", "physical", "economic")
    assert counts(primary) == {"physical": 1}
    assert (primary.not_stated, primary.without_row, primary.total) == (1, 4, 6)
    assert counts(every) == {"social": 2, "physical": 1}
    assert (every.not_stated, every.without_row, every.total) == (1, 3, 6)
    lost = primary.caveats[-1]
    assert lost.code == "kinds-lost"
    assert dict(lost.data) == {
        "scheme": "seed-four",
        "kinds": ("cultural", "digital", "natural"),
        "count": 4,
    }
    assert every.caveats[-1].data["count"] == 3


def test_a_kind_that_leads_to_several_counts_in_each() -> None:
    """The shipped crosswalk: physical is place and institutions; digital is lost."""
    result = summary(VILLAGE, scheme="kretzmann-mcknight-six").by_primary_kind
    assert counts(result) == {"institutions": 1, "place": 2, "stories": 1}
    assert (result.not_stated, result.without_row) == (1, 2)
    assert codes(result) == ["not-stated", "several-rows", "kinds-lost"]
    assert result.caveats[-1].data["kinds"] == ("digital",)


def test_a_scheme_of_ones_own_counts_kinds_as_they_are_named() -> None:
    """Its rows first, whatever else the assets name after them; nothing is lost."""
    result = summary(VILLAGE, scheme=OURS)
    assert result.scheme == "ours"
    assert result.by_primary_kind.values == ("digital", "river", "cultural", "natural", "physical")
    assert result.by_primary_kind.count == (2, 0, 1, 1, 1)
    assert result.by_primary_kind["digital"]["label"] == "Digital"
    assert codes(result.by_primary_kind) == ["not-stated"]


def test_a_scheme_of_ones_own_is_never_taken_for_a_shipped_one() -> None:
    """Even under the same id."""
    twin = Scheme("seed-four", OURS.categories)
    assert summary(VILLAGE, scheme=twin).by_primary_kind.values[:2] == ("digital", "river")


def test_a_crosswalk_of_ones_own_is_used() -> None:
    """With and without its target given as the scheme; what it does not link is lost."""
    walk = Crosswalk(AL_KAUTSARI_SEVEN, OURS, {"natural": ["river"], "cultural": ["river"]})
    for result in (
        summary(VILLAGE, crosswalk=walk),
        summary(VILLAGE, scheme=OURS, crosswalk=walk),
    ):
        assert result.scheme == "ours"
        assert counts(result.by_primary_kind) == {"river": 2}
        assert (result.by_primary_kind.not_stated, result.by_primary_kind.without_row) == (1, 3)
        assert result.by_primary_kind.caveats[-1].data["kinds"] == ("digital", "physical")


def test_a_crosswalk_within_one_scheme_is_used_too() -> None:
    """A community may read one kind as another."""
    links = {"natural": ["physical"], "physical": ["physical"]}
    walk = Crosswalk(AL_KAUTSARI_SEVEN, AL_KAUTSARI_SEVEN, links)
    result = summary(VILLAGE, crosswalk=walk).by_primary_kind
    assert counts(result) == {"physical": 2}
    assert result.caveats[-1].data["kinds"] == ("cultural", "digital")


# --- places --------------------------------------------------------------------------------------


def test_places_count_at_a_level() -> None:
    """The rice field is in RT 2; the village is above, and the sea beside every RT."""
    table = summary(VILLAGE, level="RT").by_place
    assert counts(table) == {"rt2": 2, "rt1": 1}
    assert table.values == ("rt2", "rt1"), "by falling count"
    assert (table.not_stated, table.without_row, table.total) == (1, 2, 6)
    assert table.question == "assets by place of level RT"
    assert codes(table) == ["not-stated", "outside-level"]
    assert dict(table.caveats[-1].data) == {"level": "RT", "count": 2, "total": 6}
    assert table.caveats[-1].message() == (
        "In no row: 2 of 6 assets, whose place lies in no place of level RT."
    )


def test_a_place_of_the_level_counts_for_itself() -> None:
    """An asset of the village counts there, with those of its parts."""
    table = summary(VILLAGE, level="village").by_place
    assert counts(table) == {"desa": 4}
    assert (table.not_stated, table.without_row) == (1, 1)


# --- who was asked -------------------------------------------------------------------------------


def test_asked_answered_and_not_asked_differ() -> None:
    """Two answered, one of them unasked; one was asked; one was not."""
    asking = summary(VILLAGE).asking
    assert (asking.listed, asking.answered, asking.no_answer, asking.not_asked) == (4, 2, 1, 1)
    assert (asking.population, asking.share_of_population) == (10, 0.4)
    assert codes(asking) == ["not-asked", "no-answer"]
    assert dict(asking.caveats[0].data) == {"count": 1, "total": 4}


@pytest.mark.parametrize(
    ("listed", "population", "share", "code"),
    [
        (2, None, None, "population-not-stated"),
        (2, 0, None, "population-below-listed"),
        (2, 1, None, "population-below-listed"),
        (0, 0, None, "no-denominator"),
        (0, None, None, "population-not-stated"),
        (2, 2, 1.0, None),
        (0, 5, 0.0, None),
    ],
    ids=["missing", "zero", "below", "nobody of zero", "nobody", "all", "none listed"],
)
def test_the_population_is_a_denominator_only_where_it_fits(
    listed: int, population: int | None, share: float | None, code: str | None
) -> None:
    """A share is None with a caveat that names the field, never a ratio above 1."""
    people = [Person(f"p{number}", "X", interviewed_on="2024-01-01") for number in range(listed)]
    asking = summary(Community("c", "C", people=people, population=population)).asking
    assert asking.share_of_population == share
    assert codes(asking) == ([] if code is None else [code])
    assert [caveat.data["fields"] for caveat in asking.caveats] == (
        [] if code is None else [("share_of_population",)]
    )


# --- nothing there -------------------------------------------------------------------------------


def test_an_empty_community_has_no_shares_and_says_why() -> None:
    """Every None is named by a caveat; nothing is 0 that is not known."""
    result = summary(Community("c", "C"))
    assert result.mobilized_share is None
    assert result.caveats[0].data["fields"] == ("mobilized_share",)
    for table in tables(result).values():
        assert table.total == 0
        assert set(table.share) <= {None}
        assert codes(table) == ["no-denominator"]
        assert table.caveats[0].data["fields"] == ("share",)
        assert table.caveats[0].data["denominator"] == table.denominator
    assert set(result.never_asked.share) == {None}
    assert codes(result.never_asked) == ["no-denominator"] * 3
    assert result.asking.share_of_population is None
    assert str(result)
    assert result._repr_html_()


def test_a_list_that_nobody_uses_is_called_one() -> None:
    """Assets without a mobilized one: the practitioners' own warning."""
    result = summary(Community("c", "C", assets=[Asset("a", "A", status="verified")]))
    assert result.mobilized_share == 0.0
    assert codes(result) == ["nothing-mobilized"]
    assert summary(VILLAGE).caveats == ()


def test_caveats_are_worded_in_both_languages() -> None:
    """With every placeholder filled."""
    for community in (VILLAGE, Community("c", "C"), Community("c", "C", assets=[Asset("a", "A")])):
        result = summary(community, scheme="seed-four")
        parts: list[Any] = [result, result.asking, result.never_asked, *tables(result).values()]
        for caveat in [caveat for part in parts for caveat in part.caveats]:
            for language in ("en", "id"):
                assert "{" not in caveat.message(language)


# --- the whole as a table ------------------------------------------------------------------------


def test_columns_are_all_tables_below_each_other() -> None:
    """One row for each row of each table, with its question and denominator."""
    result = summary(VILLAGE)
    columns = result.columns()
    assert list(columns) == ["table", "value", "label", "count", "share", "denominator", "total"]
    assert len(columns["table"]) == sum(len(table) for table in tables(result).values())
    assert {
        "table": "assets by control",
        "value": "primary",
        "label": "In the community and its own",
        "count": 2,
        "share": 2 / 6,
        "denominator": "assets",
        "total": 6,
    } in result.records()


def test_names_of_people_are_in_no_summary() -> None:
    """Counts carry no names, neither as text nor in the document."""
    result = summary(VILLAGE)
    for text in (str(result), repr(result), result._repr_html_()):
        assert not any(person.name in text for person in VILLAGE.people)


# --- wrong calls ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"scheme": "seed-for"}, "scheme: found 'seed-for'; accepted: one of 'al-kautsari-seven'"),
        ({"scheme": 4}, "scheme: found int; accepted: a Scheme, or None"),
        ({"crosswalk": "seed-four"}, "crosswalk: found text of 9 characters; accepted: a Cross"),
        (
            {"scheme": OURS, "crosswalk": Crosswalk(AL_KAUTSARI_SEVEN, SEED_FOUR, {})},
            "crosswalk: found one that leads to 'seed-four'; accepted: a Crosswalk that leads to",
        ),
        ({"level": "RW"}, "level: found 'RW'; accepted: a level of the community's places: 'RT' o"),
        ({"level": 3}, "level: found 3; accepted: a level"),
        ({"level": np.array([1, 2])}, "level: found ndarray; accepted: a level"),
    ],
    ids=["id", "type", "crosswalk", "target", "level", "number", "array"],
)
def test_wrong_arguments_are_refused_by_name(arguments: dict[str, Any], sentence: str) -> None:
    """With what is accepted instead."""
    with pytest.raises(InvalidValueError) as caught:
        summary(VILLAGE, **arguments)
    assert str(caught.value).startswith(sentence)


def test_a_level_where_none_is_stated_says_so() -> None:
    """There is nothing near to name."""
    with pytest.raises(InvalidValueError, match=r"places: none is stated$"):
        summary(Community("c", "C"), level="RT")


def test_all_wrong_arguments_come_at_once() -> None:
    """None hides another."""
    junk: Any = 3
    with pytest.raises(InvalidValueError) as caught:
        inventory.summary(junk, scheme=junk, crosswalk=junk)
    assert [fault.path for fault in caught.value.faults] == ["community", "scheme", "crosswalk"]
