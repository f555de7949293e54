"""Laws of the inventory: order and names of things do not change what there is."""

from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from abcd import Community
from abcd.inventory import Summary, Tally, skills, summary
from abcd.inventory.skills import folded

from ..strategies import TEXT, communities

SCHEMES = st.sampled_from([None, "al-kautsari-seven", "seed-four", "kretzmann-mcknight-six"])
_PARTS = ("people", "organizations", "places", "assets", "memberships", "ties", "flows")
# The fields that hold ids, in every class of a community.
_IDS = {
    "id",
    "holder",
    "home",
    "named_by",
    "organization",
    "owed_by",
    "parent",
    "payee",
    "payer",
    "person",
    "place",
    "reported_by",
    "source",
    "target",
    "teller",
}


def tables(result: Summary) -> list[Tally]:
    """Give the tables of a summary."""
    values = [getattr(result, field.name) for field in attrs.fields(Summary)]
    return [value for value in values if isinstance(value, Tally)]


def renamed(community: Community) -> Community:
    """Give every entity another id, everywhere."""

    def new(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple([new(id) for id in value])
        return value if value is None or value.startswith("@") else f"new {value}"

    changes: dict[str, Any] = {}
    for name in (*_PARTS, "challenges", "stories"):
        changes[name] = [
            attrs.evolve(
                part,
                **{
                    field.name: new(getattr(part, field.name))
                    for field in attrs.fields(type(part))
                    if field.name in _IDS
                },
            )
            for part in getattr(community, name)
        ]
    return attrs.evolve(community, **changes)


@given(community=communities(), scheme=SCHEMES, data=st.data())
def test_order_does_not_matter(
    community: Community, scheme: str | None, data: st.DataObject
) -> None:
    """People, assets and places in another order: the same summary and the same skills."""
    orders: dict[str, Any] = {
        name: data.draw(st.permutations(getattr(community, name))) for name in _PARTS
    }
    shuffled = attrs.evolve(community, **orders)
    assert summary(shuffled, scheme=scheme) == summary(community, scheme=scheme)
    assert skills(shuffled) == skills(community)


@given(community=communities(), scheme=SCHEMES)
def test_renaming_ids_changes_nothing(community: Community, scheme: str | None) -> None:
    """But the ids of places, which are rows, and their order where counts are equal."""
    before, after = summary(community, scheme=scheme), summary(renamed(community), scheme=scheme)
    assert sorted(f"new {id}" for id in before.by_place.values) == sorted(after.by_place.values)
    assert sorted(before.by_place.count) == sorted(after.by_place.count)
    assert attrs.evolve(after, by_place=before.by_place) == before
    assert skills(renamed(community)) == skills(community)


@given(community=communities(), scheme=SCHEMES)
def test_every_item_is_counted_once_or_named(community: Community, scheme: str | None) -> None:
    """Rows, not stated and without row add to the total; to more only where a caveat says so."""
    for table in tables(summary(community, scheme=scheme)):
        several = "several-rows" in [caveat.code for caveat in table.caveats]
        together = sum(table.count) + table.not_stated + table.without_row
        assert together >= table.total
        assert (together == table.total) is not several


@given(community=communities())
def test_primary_kinds_add_to_those_stated(community: Community) -> None:
    """Each asset has one primary kind, or none that anybody stated."""
    result = summary(community)
    table = result.by_primary_kind
    assert sum(table.count) == result.assets - table.not_stated
    assert table.without_row == 0


@given(community=communities(), scheme=SCHEMES)
def test_shares_are_shares(community: Community, scheme: str | None) -> None:
    """From 0 to 1, or None exactly where a caveat names the field."""
    result = summary(community, scheme=scheme)
    for table in tables(result):
        if table.total:
            assert table.share == tuple([count / table.total for count in table.count])
        named = any("share" in caveat.data.get("fields", ()) for caveat in table.caveats)
        assert named is (table.total == 0)
        assert all(share is None or 0 <= share <= 1 for share in table.share)
    asking = result.asking
    assert asking.listed == asking.answered + asking.no_answer + asking.not_asked
    missing = [caveat for caveat in asking.caveats if "fields" in caveat.data]
    assert (asking.share_of_population is None) is bool(missing)


@given(community=communities())
def test_skills_keep_everybody(community: Community) -> None:
    """Each person who names a skill is in its row once, and in one answer to each question."""
    result = skills(community)
    pairs = {
        (person.id, folded(capacity.skill))
        for person in community.people
        for capacity in person.capacities
    }
    assert sum(result.named) == len(pairs)
    assert len(result) == len({skill for _, skill in pairs})
    for row in result:
        for question in ("has", "teaches", "learns"):
            assert 0 <= row[question] + row[f"{question}_not_asked"] <= row["named"]


@given(text=TEXT)
def test_folding_is_done_once(text: str) -> None:
    """What is folded stays as it is; case and blanks around never matter."""
    assert folded(folded(text)) == folded(text)
    assert folded(f" {text}\t") == folded(text)
    assert folded(text.casefold()) == folded(text)
