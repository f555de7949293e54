"""What changed? Scores of the same people before and after, and what they can not show."""

from .detectable import DetectableEffect, detectable_effect
from .evaluation import Evaluation, evaluate
from .gain import Bands, NormalizedGain, normalized_gain
from .increases import Increase, increase
from .paired import Design, WilcoxonMethod, ZeroMethod, paired_change
from .paired_results import PairedChange
from .pairs import Column, Scores

__all__ = [
    "Bands",
    "Column",
    "Design",
    "DetectableEffect",
    "Evaluation",
    "Increase",
    "NormalizedGain",
    "PairedChange",
    "Scores",
    "WilcoxonMethod",
    "ZeroMethod",
    "detectable_effect",
    "evaluate",
    "increase",
    "normalized_gain",
    "paired_change",
]
