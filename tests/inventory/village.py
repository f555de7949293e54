"""One small invented village, counted by hand in the tests of this room."""

from abcd.model import Asset, Capacity, Community, Organization, Person, Place

__all__ = ["VILLAGE"]

VILLAGE = Community(
    "village",
    "Village",
    people=[
        Person(
            "p1",
            "Siti",
            capacities=[
                Capacity("sewing", gift="hand", has=True),
                Capacity("reading aloud", gift="head", teaches=True),
                Capacity("singing", gift="heart", learns=True),
                Capacity("cooking", has=True),
            ],
            asked_on="2024-01-10",
            interviewed_on="2024-01-12",
        ),
        Person("p2", "Budi", asked_on="2024-01-10"),
        # Answered in passing, before anybody had asked.
        Person(
            "p3",
            "Ani",
            capacities=[Capacity("Sewing", gift="hand", has=False)],
            interviewed_on="2024-01-12",
        ),
        Person("p4", "Dewi"),
    ],
    organizations=[
        Organization("rki", "Creators", kind="association"),
        Organization("shop", "Shop", kind="enterprise"),
        Organization("club", "Club"),
    ],
    places=[
        Place("desa", "Whole village", level="village"),
        Place("rt1", "RT 1", level="RT", parent="desa"),
        Place("rt2", "RT 2", level="RT", parent="desa"),
        Place("field", "Rice field", parent="rt2"),
        Place("sea", "Sea"),
    ],
    assets=[
        Asset(
            "hall",
            "Hall",
            kinds=["physical", "social"],
            control="primary",
            status="mobilized",
            holder="rki",
            place="rt1",
        ),
        Asset("song", "Song", kinds=["cultural"], control="secondary", holder="p1", place="rt2"),
        Asset(
            "channel",
            "Channel",
            kinds=["digital", "social"],
            control="potential",
            status="created",
            holder="club",
            place="field",
        ),
        Asset(
            "spring", "Spring", kinds=["natural"], status="verified", holder="shop", place="desa"
        ),
        Asset("thing", "Something"),
        Asset("radio", "Radio", kinds=["digital"], control="primary", holder="p1", place="sea"),
    ],
    population=10,
)
