"""What could we do first? Options, criteria and scores, and the order that follows from them."""

from . import normalizations
from .criteria import Criterion, Direction
from .normalizations import Normalization
from .ranking import Method, Ranking, rank
from .tables import DecisionTable

__all__ = [
    "Criterion",
    "DecisionTable",
    "Direction",
    "Method",
    "Normalization",
    "Ranking",
    "normalizations",
    "rank",
]
