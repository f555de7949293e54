"""The founding case: creators in Prupuk Selatan, from an asset map to an honest answer.

Run it: ``python examples/founding_case.py`` prints the run; with ``--write`` it also writes the
reports, for a village meeting and for a campus, in English and Indonesian, beside itself.

What the paper reports is recorded with the paper as evidence. What is invented here, so that the
example has people, ties, rivals and scores, carries evidence with the method "invented", and says
so wherever it is printed. No person in this file exists.
"""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from founding_case_words import INDONESIAN

import abcd
from abcd import (
    FIVE_D,
    OUTSIDE,
    Asset,
    Capacity,
    Challenge,
    Claim,
    Community,
    Cycle,
    Decision,
    Evidence,
    Flow,
    Goal,
    Indicator,
    Membership,
    Need,
    Organization,
    Person,
    Place,
    Plan,
    PlanStep,
    Tie,
    Vision,
)
from abcd.cycle import ALL
from abcd.potential import Criterion, DecisionTable
from abcd.report import Audience, Language
from abcd.vocabulary import Category, Labels, Scheme

PAPER = Evidence("Abadi et al. (undated), UIN Saizu Purwokerto", method="document")
PHOTOGRAPH = Evidence("Abadi et al. (undated): one photograph a day", method="photograph")
INVENTED = Evidence("made up for this example", method="invented")

APPROACHES = Scheme(
    "approaches",
    [
        Category("problem", Labels("Problem based", id="Berbasis masalah")),
        Category("need", Labels("Need based", id="Berbasis kebutuhan")),
        Category("right", Labels("Right based", id="Berbasis hak")),
        Category("asset", Labels("Asset based", id="Berbasis aset")),
    ],
    source="Abadi et al. (undated), after Al-Kautsari (2019)",
)

# The paper counts these places; their numbers are ours.
_COUNTED = (PAPER, Evidence("numbering made up for this example", method="invented"))


def places() -> list[Place]:
    """Give the village, what it is a part of, and its 8 RW and 40 RT."""
    known = [
        Place("tegal", "Kabupaten Tegal", level="kabupaten", evidence=[PAPER]),
        Place(
            "margasari", "Kecamatan Margasari", level="kecamatan", parent="tegal", evidence=[PAPER]
        ),
        Place(
            "desa",
            "Desa Prupuk Selatan",
            level="desa",
            parent="margasari",
            area=197,
            evidence=[PAPER],
        ),
        Place("office", "Village office", parent="desa", evidence=[PAPER]),
        Place("road", "Inter-province road through the village", parent="desa", evidence=[PAPER]),
    ]
    rw = [
        Place(f"rw-{number}", f"RW {number}", level="RW", parent="desa", evidence=_COUNTED)
        for number in range(1, 9)
    ]
    rt = [
        Place(f"rt-{number}", f"RT {number}", level="RT", parent="desa", evidence=_COUNTED)
        for number in range(1, 41)
    ]
    return [*known, *rw, *rt]


def organizations() -> list[Organization]:
    """Give the parties: the creators, the village government, and the students from outside."""
    return [
        Organization(
            "rki",
            "Komunitas Rumah Kreator Indonesia",
            kind="association",
            place="desa",
            offers={
                "content": "videos on YouTube, and on YouTube only",
                "sales": "YouTube accounts that earn money",
                "membership": "open to residents who want to become creators",
            },
            extra={"members as stated": 10},
            evidence=[PAPER],
        ),
        Organization(
            "village-government",
            "Village government of Prupuk Selatan",
            kind="institution",
            place="office",
            offers={"partner": "technology and infrastructure where needed"},
            evidence=[PAPER],
        ),
        Organization(
            "kkn",
            "KKN 53, group 31 (students from outside the village)",
            kind="institution",
            offers={"role": "speakers and guides; manage the process from mapping to measurement"},
            evidence=[PAPER],
        ),
    ]


def assets() -> list[Asset]:
    """Give what the paper counts as resources of the village."""
    rows: list[tuple[str, str, list[str], str | None, str | None]] = [
        (
            "creators",
            "The creators' community itself",
            ["social", "human", "economic"],
            "rki",
            None,
        ),
        ("content-skill", "Knowing how to make attractive content", ["human"], "rki", None),
        ("platform-skill", "Knowing how platforms work", ["human"], "rki", None),
        ("channels", "Channels and accounts", ["digital", "economic"], "rki", None),
        ("account-sales", "Sale of YouTube accounts that earn money", ["economic"], "rki", None),
        ("hardware", "Hardware", ["physical"], "rki", None),
        ("software", "Software", ["digital"], "rki", None),
        ("hall", "Hall of the village office", ["physical"], "village-government", "office"),
        ("nature", "Natural resources", ["natural"], None, "desa"),
        ("intelligence", "Intelligence", ["human"], None, None),
        ("care", "Care for each other", ["social"], None, None),
        ("mutual-aid", "Mutual aid (gotong royong)", ["social", "cultural"], None, None),
        ("togetherness", "Togetherness", ["social"], None, None),
        ("filming", "Filming the buses and trucks on the road", ["cultural"], None, "road"),
    ]
    own = [
        Asset(
            id,
            name,
            kinds=kinds,
            control="primary",
            status="mobilized" if id in ("creators", "hall") else "identified",
            holder=holder,
            place=place,
            evidence=[PAPER],
        )
        for id, name, kinds, holder, place in rows
    ]
    outside = Asset(
        "students",
        "Students who teach and guide",
        kinds=["human"],
        control="potential",
        status="mobilized",
        holder="kkn",
        evidence=[PAPER],
    )
    return [*own, outside]


def community() -> Community:
    """Give the village with its ten creators; the people and their ties are invented."""
    members = [
        Person(
            f"m{number}",
            f"Member {number}",
            capacities=[
                Capacity("video editing", gift="hand", has=True, teaches=number <= 2),
                Capacity("affiliate sales", gift="head", has=False, learns=True),
            ],
            evidence=[INVENTED],
        )
        for number in range(1, 11)
    ]
    pairs = [(1, 2), (1, 3), (1, 4), (2, 3), (4, 5), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9)]
    return Community(
        "prupuk-selatan",
        "Desa Prupuk Selatan",
        places=places(),
        organizations=organizations(),
        people=members,
        memberships=[Membership(member.id, "rki", evidence=[INVENTED]) for member in members],
        assets=assets(),
        ties=[
            Tie(f"m{first}", f"m{second}", kind="films with", evidence=[INVENTED])
            for first, second in pairs
        ],
        # The paper tells how affiliate income works, and names no amount.
        flows=[
            Flow(OUTSIDE, "rki", currency="IDR", purpose="commission a sale", evidence=[PAPER]),
            Flow(
                "desa",
                OUTSIDE,
                currency="IDR",
                purpose="residents buy outside brands through the same program",
                evidence=[PAPER],
            ),
        ],
        challenges=[
            Challenge(
                "Some members find the registration for TikTok Affiliate hard", evidence=[PAPER]
            ),
            Challenge(
                "Some registered before, and forgot their username or password", evidence=[PAPER]
            ),
        ],
    )


REASONS = (
    "steady output of content",
    "income from the sale of accounts",
    "momentum of the creative industry, and government support of it",
    "many residents turn creators",
    "only on YouTube, so there is room",
    "an asset of the village, and an outlet for creativity",
    "open to newcomers",
    "able to pass it on to others",
    "interested from the start",
    "know how platforms work",
    "know how to make attractive content, called the most important",
)


def plans() -> list[Plan]:
    """Give the five plans, of which only the training has steps in the paper."""
    hall, day = "office", date
    training = Plan(
        "training",
        "TikTok Affiliate training of three days",
        phase="design",
        horizon="31 January to 2 February 2024",
        owner="kkn",
        goals=["skills", "reach", "second-platform"],
        evidence=[PAPER],
        steps=[
            PlanStep(
                "day-1",
                "Introduction and registration",
                on=day(2024, 1, 31),
                place=hall,
                delivery="offline",
                topics=["introduction", "registration of accounts while waiting for approval"],
                leaders=["kkn"],
                partners=["village-government"],
                needs=[Need("a hall", met_by=["hall"])],
            ),
            PlanStep(
                "day-2",
                "Videos and the product basket",
                on=day(2024, 2, 1),
                place=hall,
                delivery="offline",
                topics=["videos with several techniques", "linking the basket to a ready video"],
                leaders=["kkn"],
                depends_on=["day-1"],
            ),
            PlanStep(
                "day-3",
                "Follow-up",
                on=day(2024, 2, 2),
                place=hall,
                delivery="offline",
                topics=["follow-up", "tips for earning"],
                leaders=["kkn"],
                depends_on=["day-2"],
            ),
        ],
    )
    others = [
        ("action-plan", "Plan of action", "discovery", "the program", "rki"),
        ("strategic-plan", "Strategic plan", "dream", "the program", ALL),
        ("define-plan", "Action plan: steps, materials, evaluation", "define", "the program", ALL),
        ("long-term-plan", "Long-term action plan", "destiny", "long term", ALL),
    ]
    return [
        training,
        *[
            Plan(id, name, phase=phase, horizon=horizon, owner=owner, evidence=[PAPER])
            for id, name, phase, horizon, owner in others
        ],
    ]


def goals() -> list[Goal]:
    """Give the three sets of goals: of the dream, of the program, and for the long term."""
    rows = [
        ("shared-income", "Income", "dream", "the program", ALL),
        ("visibility", "Visibility", "dream", "the program", ALL),
        ("stronger-community", "A stronger community", "dream", "the program", ALL),
        ("skills", "Raise the villagers' skills", "define", "the program", "kkn"),
        ("reach", "Widen the reach of the creators", "define", "the program", "kkn"),
        (
            "second-platform",
            "Bring the content that they already make to a second platform",
            "define",
            "the program",
            "kkn",
        ),
        ("long-income", "Income", "destiny", "long term", "rki"),
        ("digital-skills", "Digital skills", "destiny", "long term", "rki"),
        ("networks", "Networks and collaboration", "destiny", "long term", "rki"),
    ]
    return [
        Goal(id, text, phase=phase, horizon=horizon, owner=owner, evidence=[PAPER])
        for id, text, phase, horizon, owner in rows
    ]


def indicators() -> list[Indicator]:
    """Give what would show the claims; the paper names no indicator, so these are proposals."""
    twice = "before day 1, after day 3, and three months later"
    rows: list[tuple[str, str, str, str, str]] = [
        ("knowledge", "Knowledge of affiliate sales", "learning", "a test of 20 items", "points"),
        ("soft-skill", "Soft skill", "learning", "a scale with items for each facet", "points"),
        (
            "creativity",
            "Creativity of content",
            "behavior",
            "two raters, blind to the date, on ten videos of each member",
            "points",
        ),
        ("income", "Income from the affiliate program", "results", "payout records", "IDR a month"),
        (
            "industry",
            "Members with content on two platforms or more",
            "results",
            "a count of active channels",
            "members",
        ),
        (
            "local-economy",
            "Commission earned less money spent on outside brands",
            "results",
            "payout and purchase records of households",
            "IDR a month",
        ),
        (
            "lasting",
            "Activities led by members without the students",
            "results",
            "the diary of the community",
            "activities a month",
        ),
    ]
    facets = (
        "communication",
        "emotion",
        "language",
        "group work",
        "ethics and morals",
        "courtesy",
        "spirituality",
    )
    # The chain behind the claims: skill, performance, creative industry, regional income.
    chain = {
        "knowledge": ["creativity"],
        "soft-skill": ["creativity"],
        "creativity": ["industry"],
        "industry": ["local-economy"],
    }
    proposal = Evidence("proposed by this example; the paper names none", method="invented")
    return [
        Indicator(
            id,
            name,
            level=level,
            instrument=instrument,
            unit=unit,
            of_whom="rki",
            when=twice,
            facets=facets if id == "soft-skill" else (),
            leads_to=chain.get(id, ()),
            evidence=[proposal],
        )
        for id, name, level, instrument, unit in rows
    ]


CLAIMS = (
    ("More knowledge", "knowledge"),
    ("Significant growth in soft skills", "soft-skill"),
    ("Above all, more creativity of content", "creativity"),
    ("Passive, that is additional, income through the affiliate program", "income"),
    ("A stronger creative industry at community level", "industry"),
    ("A contribution to the local economy", "local-economy"),
    ("The participatory, asset-based method leads to lasting growth", "lasting"),
)


def cycle() -> Cycle:
    """Give the cycle: what the paper intends, what it reports as done, and what it claims."""
    choice = Decision(
        "With which asset of the village to work?",
        ["creators"],
        chosen=["creators"],
        decided_by=["kkn"],
        reasons=REASONS,
        evidence=[PAPER],
    )
    told = Cycle(
        FIVE_D,
        community="prupuk-selatan",
        values=["integrity", "cooperation", "innovation", "empowerment"],
        visions=[
            Vision(
                "A shared vision; the paper prints no text of it",
                phase="dream",
                horizon="the program",
                owner=ALL,
                evidence=[PAPER],
            ),
            Vision(
                "A vision of the future; the paper prints no text of it",
                phase="destiny",
                horizon="long term",
                owner=ALL,
                evidence=[PAPER],
            ),
        ],
        goals=goals(),
        plans=plans(),
        decisions=[choice],
        indicators=indicators(),
        claims=[Claim(text, indicator=id, evidence=[PAPER]) for text, id in CLAIMS],
    )
    for number, day in enumerate((date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 2)), start=1):
        told = told.record(
            "research.deliver-training",
            f"training.day-{number}",
            on=day,
            stage="carrying out",
            facilitators=["kkn"],
            participation="for",
            place="office",
            evidence=[PHOTOGRAPH],
        )
    return told


def invented_table() -> DecisionTable:
    """Give rivals and scores to the choice; all of it is invented, the paper has none."""
    return DecisionTable(
        ["creators", "filming", "nature"],
        [
            Criterion("interest", weight=3),
            Criterion("teachable", weight=2),
            Criterion("cost", direction="min", weight=1),
        ],
        [[5, 5, 2], [4, 3, 1], [2, 3, 4]],
    )


def choose(told: Cycle, village: Community) -> Cycle:
    """Rank the invented rivals, print the order, and record the outcome as a decision."""
    ranking = abcd.potential.rank(invented_table())
    for row in ranking:
        print(f"  {row['ranks']:.0f}. {village[row['options']].name}: {row['scores']:.2f}")
    return told.add(
        Decision(
            "With which asset to work, had there been rivals?",
            [str(option) for option in ranking.options],
            chosen=[str(row["options"]) for row in ranking if row["ranks"] == 1],
            decided_by=["rki"],
            rule=ranking.method,
            evidence=[INVENTED],
        )
    )


def in_indonesian(data: object) -> object:
    """Put Indonesian words in the place of the English ones, in a document of any class."""
    if isinstance(data, dict):
        return {key: in_indonesian(value) for key, value in data.items()}
    if isinstance(data, list):
        return [in_indonesian(value) for value in data]
    return INDONESIAN.get(data, data) if isinstance(data, str) else data


def write(told: Cycle, village: Community) -> None:
    """Write the reports for a village meeting and for a campus, in both languages."""
    translated: dict[str, Any] = {
        "cycle": in_indonesian(abcd.to_dict(told)),
        "village": in_indonesian(abcd.to_dict(village)),
    }
    told_in_indonesian = abcd.from_dict(translated["cycle"], Cycle)
    village_in_indonesian = abcd.from_dict(translated["village"], Community)
    languages: tuple[tuple[Language, Cycle, Community], ...] = (
        ("en", told, village),
        ("id", told_in_indonesian, village_in_indonesian),
    )
    audiences: tuple[Audience, ...] = ("village", "campus")
    for audience in audiences:
        for language, diary, people in languages:
            text = abcd.report.markdown(
                diary, people, audience=audience, language=language, on="2024-02-09"
            )
            path = Path(__file__).with_name(f"founding_case.{audience}.{language}.md")
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.name}")


def main() -> None:
    """Print the run; with ``--write``, write the reports as well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the reports beside this file")
    village, told = community(), cycle()

    print("1. WHAT THERE IS\n")
    found = abcd.inventory.summary(village)
    print(f"{village!r}\n")
    for row in found.by_kind:
        if row["count"]:
            print(f"  {row['label']:<12} {row['count']:>2} of {found.by_kind.total} assets")
    print(f"  {found.by_kind.caveats[-1]}\n")

    print("2. WHO IS CONNECTED (people and ties are invented)\n")
    people = abcd.network.graph(village)
    positions = abcd.network.connectors(people)
    for row in positions:
        print(f"  {row['nodes']}: between {row['betweenness']:.0%} of the pairs of others", end="")
        print(f"; cut off without: {row['cut_off']}")
    for caveat in positions.caveats:
        print(f"  ! {caveat}")
    print()

    print("3. WHAT WAS DONE, AND ON WHAT EVIDENCE\n")
    standing = abcd.cycle.progress(told, village)
    for row in standing:
        print(f"  {row['label']:<10} done {row['done']} of {row['activities']}", end="")
        print(f", only described {row['described']}")
    for caveat in standing.caveats:
        print(f"  ! {caveat}")

    print("\n4. HOW IT COULD HAVE BEEN CHOSEN (rivals and scores are invented)\n")
    told = choose(told, village)

    print("\n5. WHAT IS CLAIMED, AND WHAT CAN BE SAID\n")
    judged = abcd.impact.evaluate(told, village)
    for row in judged:
        reason = abcd.Caveat(row["reasons"][0])
        print(f"  {row['statements']}: {row['verdict']}. {reason}")
    effect = judged.smallest_effect[0]
    paid = [flow.purpose for flow in village.flows if flow.amount is None]
    print(f"\n  Money of which nobody said how much: {'; '.join(filter(None, paid))}.")
    print("  More may leave the village by purchases than comes in by commissions.")
    print(f"\n  Ten members can only show a mean change of {effect:.2f} standard deviations of the")
    print("  differences or more (80 % power, two-sided, level .05).\n")

    if parser.parse_args().write:
        write(told, village)


if __name__ == "__main__":
    main()
