"""A cycle over seven months whose numbers are counted by hand, and its community.

All people are invented.
"""

from abcd.cycle import FIVE_D, Cycle, Plan, PlanStep
from abcd.model import Community, Evidence, Organization, Person, Place

__all__ = ["COMMUNITY", "CYCLE", "INVENTED", "SEEN"]

SEEN = Evidence("attendance sheet", method="document")
INVENTED = Evidence("nobody", method="invented")

COMMUNITY = Community(
    "rt3",
    "RT 3",
    people=[Person(f"p{number}", f"Member {number}") for number in range(1, 6)],
    organizations=[Organization("kkn", "Student team", kind="institution")],
    places=[Place("hall", "Hall")],
    population=50,
)

CYCLE = Cycle(
    FIVE_D,
    "rt3",
    plans=[Plan("training", "Training", steps=[PlanStep("day-1", "Register accounts")])],
)
# Discovery: one meeting in January, seen; p1 and p2 by name, seven heads.
CYCLE = CYCLE.record(
    "discovery.map-potential",
    "discovery.consult",
    on="2024-01-08",
    until="2024-01-12",
    stage="planning",
    participants=["p2", "p1"],
    facilitators=["kkn"],
    headcount=7,
    participation="with",
    evidence=[SEEN],
)
# Dream begins while Discovery still goes on: side by side. Only invented evidence.
CYCLE = CYCLE.record("dream.build-vision", on="2024-01-11", until="2024-01-20", evidence=[INVENTED])
# Discovery again inside the days of Dream: still the same stay.
CYCLE = CYCLE.record("discovery.analyze", on="2024-01-15", stage="planning", participants=["p3"])
# Define before Design: not the order of the definition.
CYCLE = CYCLE.record("define.set-goals", on="2024-02-01", participation="by", participants=["p1"])
CYCLE = CYCLE.record("design.make-plan", on="2024-02-10", status="planned", participants=["p5"])
CYCLE = CYCLE.record("design.develop-curriculum", on="2024-03-01", evidence=[SEEN, INVENTED])
CYCLE = CYCLE.record("design.engage-partners", status="planned")
CYCLE = CYCLE.record("design.engage-partners", status="cancelled")
# The training itself: outside all phases, by groups, with somebody whom nobody listed.
CYCLE = CYCLE.record(
    "research.deliver-training",
    "training.day-1",
    on="2024-03-05",
    until="2024-03-07",
    stage="carrying out",
    headcount={"women": 4, "men": 6},
    participants=["p1", "p9"],
    evidence=[SEEN],
)
# An undated entry has no place in the order; Discovery is entered again after six months.
CYCLE = CYCLE.record("destiny.celebrate", headcount={"women": 9})
CYCLE = CYCLE.record("research.map-assets", on="2024-07-20", round=2, evidence=[SEEN])
