"""Asset-Based Community Development: what a community has, who is connected, what changed.

Everything that the root offers is loaded when it is first used, so that importing `abcd` is
light. See `abcd.model` for the classes, and the rooms for what can be asked of them.
"""

from typing import TYPE_CHECKING

__all__ = [
    "OUTSIDE",
    "AbcdError",
    "Assembly",
    "Asset",
    "AssetKind",
    "Capacity",
    "Caveat",
    "Challenge",
    "Community",
    "Consent",
    "Evidence",
    "Fault",
    "Flow",
    "Membership",
    "Organization",
    "Person",
    "Place",
    "Selection",
    "Story",
    "Tag",
    "Tie",
    "__version__",
    "caveats",
    "configure",
    "errors",
    "exchange",
    "from_dict",
    "impact",
    "inventory",
    "model",
    "privacy",
    "to_dict",
    "vocabulary",
]

__version__ = "0.1.0"

_HOMES = {
    "OUTSIDE": "model",
    "AbcdError": "errors",
    "Assembly": "model",
    "Asset": "model",
    "AssetKind": "vocabulary",
    "Capacity": "model",
    "Caveat": "caveats",
    "Challenge": "model",
    "Community": "model",
    "Consent": "model",
    "Evidence": "model",
    "Fault": "errors",
    "Flow": "model",
    "Membership": "model",
    "Organization": "model",
    "Person": "model",
    "Place": "model",
    "Selection": "model",
    "Story": "model",
    "Tag": "vocabulary",
    "Tie": "model",
    "configure": "documents",
    "from_dict": "documents",
    "to_dict": "documents",
}
_ROOMS = frozenset(
    {"caveats", "errors", "exchange", "impact", "inventory", "model", "privacy", "vocabulary"}
)

if TYPE_CHECKING:
    from . import caveats, errors, exchange, impact, inventory, model, privacy, vocabulary
    from .caveats import Caveat
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
    def __getattr__(name):
        from importlib import import_module

        if name in _ROOMS:
            return import_module(f".{name}", __name__)
        if name in _HOMES:
            value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
            globals()[name] = value
            return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
