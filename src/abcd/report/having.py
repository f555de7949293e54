"""What there is: the community, its places, people, organizations, assets and gifts."""

from ..vocabulary import label
from .blocks import Block, Bullets, Paragraph, Table
from .notes import caveats
from .numbers import day, number
from .source import Source, is_invented

__all__ = ["about", "assets_by_kind", "gifts", "who_we_are"]

# How many names a cell shows before it says how many more there are.
_NAMES = 6
_SKILLS = 8


def about(source: Source) -> list[Block]:
    """For whom, as of when, whose names are withheld, and whether anything is invented."""
    lines = []
    if source.purpose is not None:
        lines.append(source.say("for", purpose=source.purpose))
    if source.on is not None:
        lines.append(source.say("as-of", day=day(source.on, source.language)))
    if source.withheld:
        total = len(source.community.people)
        lines.append(source.say("withheld", count=source.withheld, total=total))
    if _anything_invented(source):
        lines.append(source.say("some-invented"))
    return [Paragraph(" ".join(lines), aside=True)] if lines else []


def _anything_invented(source: Source) -> bool:
    community, cycle = source.community, source.cycle
    things = [
        *community,
        *community.memberships,
        *community.ties,
        *community.flows,
        *community.challenges,
        *community.stories,
        *cycle.records,
        *cycle.visions,
        *cycle.goals,
        *cycle.plans,
        *cycle.ideas,
        *cycle.decisions,
        *cycle.indicators,
        *cycle.measurements,
        *cycle.claims,
    ]
    return source.invented_people > 0 or any(map(is_invented, things))


def who_we_are(source: Source) -> list[Block]:
    """List the places, the numbers of people, and the organizations."""
    return [Bullets((*_places(source), *_people(source), *_organizations(source)))]


def _places(source: Source) -> list[str]:
    """Name the places that hold others, with their area, and count the levels below."""
    community = source.community
    counts: dict[str, int] = {}
    lines = []
    for place in community.places:
        if place.level is not None:
            counts[place.level] = counts.get(place.level, 0) + 1
    for place in community.places:
        if place.level is None or counts[place.level] > 1:
            continue
        name = source.say("place", name=source.marked(place.name, place), level=place.level)
        if place.area is not None:
            area = number(place.area, source.language)
            name = source.say("area", name=name, area=area)
        lines.append(name)
    lines += [
        source.say("places-of-level", level=level, count=count)
        for level, count in counts.items()
        if count > 1
    ]
    return lines


def _people(source: Source) -> list[str]:
    """Count the people: listed, asked, and against the population that is stated."""
    asking = source.summary.asking
    community = source.community
    lines = [
        source.counted(
            source.say("people-listed", count=asking.listed), source.invented_people, asking.listed
        ),
        source.say(
            "people-asked",
            answered=asking.answered,
            silent=asking.no_answer,
            never=asking.not_asked,
        ),
    ]
    if community.population is None:
        lines.append(source.say("population-unknown"))
    else:
        count = number(community.population, source.language)
        lines.append(source.say("population", count=count))
    if community.households is not None:
        count = number(community.households, source.language)
        lines.append(source.say("households", count=count))
    return lines


def _organizations(source: Source) -> list[str]:
    """Name the organizations, with their kind and how many members are listed."""
    lines = []
    for entry in source.community.organizations:
        members = [item for item in source.community.memberships if item.organization == entry.id]
        kind = source.say("kind-unknown")
        if entry.kind is not None:
            kind = label(entry.kind.value, source.language).lower()
        line = source.say("organization", name=source.marked(entry.name, entry), kind=kind)
        if members:
            count = len({item.person for item in members})
            made_up = len({item.person for item in members if is_invented(item)})
            said = source.say("members", count=count)
            line += f", {source.counted(said, made_up, count)}"
        lines.append(line)
    return lines


def assets_by_kind(source: Source) -> list[Block]:
    """Count assets by every kind that they name, and say which they are."""
    table = source.summary.by_kind
    if table.total == 0:
        return [Paragraph(source.say("nothing-listed"))]
    rows = [
        (
            label(kind, source.language),
            str(count),
            source.listed(
                [
                    source.marked(asset.name, asset)
                    for asset in source.community.assets
                    if kind in asset.kinds
                ],
                _NAMES,
            ),
        )
        for kind, count in zip(table.values, table.count, strict=True)
        if count
    ]
    head = (source.say("kind"), source.say("number"), source.say("which"))
    return [Table(head, tuple(rows)), *caveats(source, table.caveats)]


def gifts(source: Source) -> list[Block]:
    """Count who has, teaches and wants to learn each skill; without names."""
    found = source.skills
    if not found.skills:
        return [Paragraph(source.say("no-gifts"))]
    rows = [
        (
            row["skills"],
            *[
                _yes(source, row[question], row[f"{question}_not_asked"])
                for question in ("has", "teaches", "learns")
            ],
        )
        for row in found
    ]
    first, *others = [source.say(key) for key in ("skill", "has", "teaches", "learns")]
    first = source.counted(first, source.invented_gifted, found.people)
    blocks: list[Block] = [Table((first, *others), tuple(rows[:_SKILLS]))]
    if len(rows) > _SKILLS:
        blocks.append(Paragraph(source.say("and-more", count=len(rows) - _SKILLS)))
    return blocks


def _yes(source: Source, yes: int, not_asked: int) -> str:
    """Count those who said yes; nobody who was not asked is counted as a no."""
    if not not_asked:
        return str(yes)
    key = "yes-not-asked" if yes else "not-asked"
    return source.say(key, yes=yes, count=not_asked)
