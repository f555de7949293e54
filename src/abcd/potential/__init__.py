"""What could we do first? Options, criteria and scores, and the order that follows from them."""

from . import measures, normalizations
from .assessment import Assessment, assess
from .criteria import Criterion, Direction
from .fruit import LowHangingFruit, low_hanging_fruit
from .normalizations import Normalization
from .provenance import Cell
from .ranking import Method, Ranking, rank
from .tables import DecisionTable

__all__ = [
    "Assessment",
    "Cell",
    "Criterion",
    "DecisionTable",
    "Direction",
    "LowHangingFruit",
    "Method",
    "Normalization",
    "Ranking",
    "assess",
    "low_hanging_fruit",
    "measures",
    "normalizations",
    "rank",
]
