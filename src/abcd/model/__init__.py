"""Who and what: the classes of a community, and the community as their sound whole."""

from .assets import Asset
from .challenges import Challenge
from .community import Assembly, Community
from .consents import Consent
from .evidence import Evidence
from .flows import OUTSIDE, Flow
from .organizations import Membership, Organization
from .people import Capacity, Person
from .places import Place
from .stories import Selection, Story
from .ties import Tie

__all__ = [
    "OUTSIDE",
    "Assembly",
    "Asset",
    "Capacity",
    "Challenge",
    "Community",
    "Consent",
    "Evidence",
    "Flow",
    "Membership",
    "Organization",
    "Person",
    "Place",
    "Selection",
    "Story",
    "Tie",
]
