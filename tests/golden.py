"""Objects that use every class and field of the model, as Python; their documents are in data.

Everything in it is invented. The documents were written once and are not written again: they show
that a later version of the library still reads what an earlier one wrote.
"""

import datetime
from decimal import Decimal

from abcd.errors import Fault
from abcd.model import (
    OUTSIDE,
    Assembly,
    Asset,
    Capacity,
    Challenge,
    Community,
    Consent,
    Evidence,
    Flow,
    Membership,
    Organization,
    Person,
    Place,
    Selection,
    Story,
    Tie,
)
from abcd.vocabulary import Tag

__all__ = ["ASSEMBLY", "COMMUNITY"]

EVIDENCE = Evidence(
    "walk through RT 3",
    method="invented",
    on=datetime.date(2024, 1, 15),
    quote="“Di sini dulu pasar.”",
    recorded_by="a student",
)
TAG = Tag("SDG", "8.5.2", uri="https://unstats.un.org/sdgs", version="2024")

COMMUNITY = Community(
    "rt3",
    "RT 3 Prupuk <b>&amp;</b>",
    people=[
        Person(
            "p1",
            "Siti",
            capacities=[
                Capacity(
                    "Sewing ",
                    gift="hand",
                    has=True,
                    teaches=False,
                    learns=True,
                    level=4,
                    evidence=[EVIDENCE],
                ),
                Capacity("listening", gift="heart"),
            ],
            demographics={"age": 34, "languages": ["jv", "id"], "school": {"years": 9.5}},
            home="rt",
            asked_on="2024-01-10",
            interviewed_on="2024-01-12",
            consents=[
                Consent(
                    ["village report", "map"],
                    given_on="2024-01-12",
                    expires_on="2026-01-12",
                    withdrawn_on="2025-03-01",
                    proof="form 12",
                    guardian="her mother",
                )
            ],
            tags=[TAG],
            evidence=[EVIDENCE],
            extra={"empty": None, "yes": True, "none": [], "nested": {"deep": [[1], {}]}},
        ),
        Person("p2", "Ñandú"),
    ],
    organizations=[
        Organization(
            "rki",
            "Rumah Kreator",
            kind="association",
            offers={"space": "2 rooms", "would do": ["host trainings"]},
            place="rt",
            tags=[TAG],
            evidence=[EVIDENCE],
            extra={"registered": False},
        ),
        Organization("shop", "Corner shop", kind="enterprise"),
    ],
    places=[
        Place(
            "desa",
            "Village",
            level="village",
            code="33.28.05",
            area=197,
            geometry={"type": "Point", "coordinates": [109.0, -7.0, 12.5]},
            tags=[TAG],
            evidence=[EVIDENCE],
            extra={"postcode": "52472"},
        ),
        Place("rt", "RT 3", level="RT", parent="desa", latitude=0, longitude=-109.125),
    ],
    assets=[
        Asset(
            "hall",
            "Village hall",
            kinds=["physical", "social", "digital"],
            control="primary",
            status="mobilized",
            holder="rki",
            place="rt",
            quantity=0.5,
            unit="rooms",
            named_by=["p1", "rki"],
            tags=[TAG],
            evidence=[EVIDENCE],
            reviewed_on="2024-02-01",
            extra={"osm": 12345678901234567890},
        ),
        Asset("song", "Harvest song", kinds=["cultural"], control="secondary", status="verified"),
        Asset("market", "Market", control="potential", status="created"),
        Asset("spring", "Spring"),
    ],
    memberships=[
        Membership(
            "p1", "rki", "chair", since="2020-01-01", until="2024-01-01", evidence=[EVIDENCE]
        )
    ],
    ties=[
        Tie(
            "p1",
            "p2",
            "films with",
            strength=2.5,
            directed=True,
            since="2023-05-01",
            until="2023-06-01",
            wave="1",
            reported_by="p2",
            evidence=[EVIDENCE],
        ),
        Tie("hall", "desa"),
    ],
    flows=[
        Flow(
            OUTSIDE,
            "rki",
            Decimal("1250000.50"),
            currency="IDR",
            period="2024-01",
            purpose="training",
            evidence=[EVIDENCE],
        ),
        Flow("rki", "shop", "0"),
    ],
    challenges=[
        Challenge(
            "Registration is hard",
            cause="structural",
            owed_by="rki",
            raised_on="2024-01-20",
            answer="a desk at the hall",
            evidence=[EVIDENCE],
        ),
        Challenge("We start late", cause="internal"),
    ],
    stories=[
        Story(
            "Now we film together.",
            teller="p1",
            on="2024-02-02",
            domain="togetherness",
            evidence=[EVIDENCE],
            selections=[Selection("women's group", "nobody had to leave", on="2024-02-09")],
        )
    ],
    population=120,
    population_evidence=EVIDENCE,
    households=0,
    households_evidence=Evidence("guess"),
    extra={"source": "invented"},
)

# Written out, so that better words in faults do not change what an old document holds.
ASSEMBLY = Assembly(
    Community("rt4", "RT 4", people=[Person("p1", "Siti")], assets=[Asset("well", "Well")]),
    faults=[
        Fault("people[1].id", "'p1'", "an id that is used once", "duplicate-id"),
        Fault("assets[0].holder", "'p9'", "the id of a Person", "unknown-id"),
        Fault("ties[0].target", "'p1'", "two different ends", "self-tie"),
    ],
    set_aside=[Person("p1", "Budi"), Asset("well", "Well", holder="p9"), Tie("p1", "p1")],
)
