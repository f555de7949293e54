"""When and how: phases as data, the diary of a cycle, and what it stands on."""

from .consistency import Consistency, consistency
from .cycles import Cycle
from .decisions import Decision
from .definitions import ActivityDefinition, CycleDefinition, PhaseDefinition
from .ideas import Idea
from .indicators import Claim, Direction, Indicator, Level, Measurement
from .plans import ALL, Goal, Need, Plan, PlanStep, Vision
from .progress import progress
from .progress_results import Activities, Participations, Progress, Stages, TakingPart
from .records import Participation, Record, RecordStatus, Stage
from .reflections import Celebration, Reflection
from .shipped import FIVE_D, FIVE_D_DEFINE_FIRST, FOUR_D, INCULTURATION_5D, RESEARCH_STEPS

__all__ = [
    "ALL",
    "FIVE_D",
    "FIVE_D_DEFINE_FIRST",
    "FOUR_D",
    "INCULTURATION_5D",
    "RESEARCH_STEPS",
    "Activities",
    "ActivityDefinition",
    "Celebration",
    "Claim",
    "Consistency",
    "Cycle",
    "CycleDefinition",
    "Decision",
    "Direction",
    "Goal",
    "Idea",
    "Indicator",
    "Level",
    "Measurement",
    "Need",
    "Participation",
    "Participations",
    "PhaseDefinition",
    "Plan",
    "PlanStep",
    "Progress",
    "Record",
    "RecordStatus",
    "Reflection",
    "Stage",
    "Stages",
    "TakingPart",
    "Vision",
    "consistency",
    "progress",
]
