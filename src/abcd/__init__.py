"""Asset-Based Community Development: what a community has, who is connected, what changed.

Everything that the root offers is loaded when it is first used, so that importing `abcd` is
light. See `abcd.model` for the classes, and the rooms for what can be asked of them.
"""

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

__all__ = [
    "FIVE_D",
    "FIVE_D_DEFINE_FIRST",
    "FOUR_D",
    "INCULTURATION_5D",
    "OUTSIDE",
    "RESEARCH_STEPS",
    "AbcdError",
    "ActivityDefinition",
    "Assembly",
    "Asset",
    "AssetKind",
    "Capacity",
    "Caveat",
    "Celebration",
    "Challenge",
    "Claim",
    "Community",
    "Consent",
    "Cycle",
    "CycleDefinition",
    "Decision",
    "Evidence",
    "Fault",
    "Flow",
    "Goal",
    "Idea",
    "Indicator",
    "Measurement",
    "Membership",
    "Need",
    "Organization",
    "Person",
    "PhaseDefinition",
    "Place",
    "Plan",
    "PlanStep",
    "Record",
    "Reflection",
    "Selection",
    "Story",
    "Tag",
    "Tie",
    "Vision",
    "__version__",
    "caveats",
    "configure",
    "cycle",
    "errors",
    "exchange",
    "from_dict",
    "impact",
    "inventory",
    "model",
    "network",
    "potential",
    "privacy",
    "report",
    "to_dict",
    "vocabulary",
]

__version__ = "0.1.0"

_HOMES = {
    "FIVE_D": "cycle",
    "FIVE_D_DEFINE_FIRST": "cycle",
    "FOUR_D": "cycle",
    "INCULTURATION_5D": "cycle",
    "OUTSIDE": "model",
    "RESEARCH_STEPS": "cycle",
    "AbcdError": "errors",
    "ActivityDefinition": "cycle",
    "Assembly": "model",
    "Asset": "model",
    "AssetKind": "vocabulary",
    "Capacity": "model",
    "Caveat": "caveats",
    "Celebration": "cycle",
    "Challenge": "model",
    "Claim": "cycle",
    "Community": "model",
    "Consent": "model",
    "Cycle": "cycle",
    "CycleDefinition": "cycle",
    "Decision": "cycle",
    "Evidence": "model",
    "Fault": "errors",
    "Flow": "model",
    "Goal": "cycle",
    "Idea": "cycle",
    "Indicator": "cycle",
    "Measurement": "cycle",
    "Membership": "model",
    "Need": "cycle",
    "Organization": "model",
    "Person": "model",
    "PhaseDefinition": "cycle",
    "Place": "model",
    "Plan": "cycle",
    "PlanStep": "cycle",
    "Record": "cycle",
    "Reflection": "cycle",
    "Selection": "model",
    "Story": "model",
    "Tag": "vocabulary",
    "Tie": "model",
    "Vision": "cycle",
    "configure": "documents",
    "from_dict": "documents",
    "to_dict": "documents",
}
_ROOMS = frozenset(
    {
        "caveats",
        "cycle",
        "errors",
        "exchange",
        "impact",
        "inventory",
        "model",
        "network",
        "potential",
        "privacy",
        "report",
        "vocabulary",
    }
)

if TYPE_CHECKING:
    from . import (
        caveats,
        cycle,
        errors,
        exchange,
        impact,
        inventory,
        model,
        network,
        potential,
        privacy,
        report,
        vocabulary,
    )
    from .caveats import Caveat
    from .cycle import (
        FIVE_D,
        FIVE_D_DEFINE_FIRST,
        FOUR_D,
        INCULTURATION_5D,
        RESEARCH_STEPS,
        ActivityDefinition,
        Celebration,
        Claim,
        Cycle,
        CycleDefinition,
        Decision,
        Goal,
        Idea,
        Indicator,
        Measurement,
        Need,
        PhaseDefinition,
        Plan,
        PlanStep,
        Record,
        Reflection,
        Vision,
    )
    from .documents import configure, from_dict, to_dict
    from .errors import AbcdError, Fault
    from .model import (
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
    from .vocabulary import AssetKind, Tag
else:
    # Hidden from type checkers: a visible `__getattr__` would make them accept any name.
    def __getattr__(name: str) -> object:
        if name in _ROOMS:
            return _import_module(f".{name}", __name__)
        if name in _HOMES:
            value = getattr(_import_module(f".{_HOMES[name]}", __name__), name)
            globals()[name] = value
            return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
