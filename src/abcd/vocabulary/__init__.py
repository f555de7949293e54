"""The field's words: kinds of assets, schemes of kinds, crosswalks between them, tags, labels."""

from .crosswalks import Crosswalk, crosswalk
from .kinds import AssetKind, Cause, Control, Gift, OrganizationKind, Status, label
from .labels import Labels
from .schemes import (
    AL_KAUTSARI_SEVEN,
    KRETZMANN_MCKNIGHT_SIX,
    SEED_FOUR,
    Category,
    Scheme,
    scheme,
    schemes,
)
from .tags import Tag

__all__ = [
    "AL_KAUTSARI_SEVEN",
    "KRETZMANN_MCKNIGHT_SIX",
    "SEED_FOUR",
    "AssetKind",
    "Category",
    "Cause",
    "Control",
    "Crosswalk",
    "Gift",
    "Labels",
    "OrganizationKind",
    "Scheme",
    "Status",
    "Tag",
    "crosswalk",
    "label",
    "scheme",
    "schemes",
]
