"""What could we do first? Options, criteria and scores, and the order that follows from them."""

from . import measures, normalizations, weights
from .acceptability import Acceptability, acceptability
from .assessment import Assessment, assess
from .ballots import BallotKind, Ballots, Consensus
from .compromise import Compromise, vikor
from .concordance import Concordance, concordance
from .criteria import Criterion, Direction
from .dissents import Dissent, dissent
from .explanation import Explanation, explain
from .finding_out import UnknownScores, worth_finding_out
from .fruit import LowHangingFruit, low_hanging_fruit
from .groups import GroupTally, tally_by_group
from .normalizations import Normalization
from .outranking import Outranking, promethee
from .polls import Tally, tally
from .preferences import Preference, PreferenceShape
from .provenance import Cell
from .ranking import Method, Ranking, rank
from .sensitivity import Sensitivity, sensitivity
from .tables import DecisionTable
from .voices import Aggregation, aggregate

__all__ = [
    "Acceptability",
    "Aggregation",
    "Assessment",
    "BallotKind",
    "Ballots",
    "Cell",
    "Compromise",
    "Concordance",
    "Consensus",
    "Criterion",
    "DecisionTable",
    "Direction",
    "Dissent",
    "Explanation",
    "GroupTally",
    "LowHangingFruit",
    "Method",
    "Normalization",
    "Outranking",
    "Preference",
    "PreferenceShape",
    "Ranking",
    "Sensitivity",
    "UnknownScores",
    "Tally",
    "acceptability",
    "aggregate",
    "assess",
    "concordance",
    "dissent",
    "explain",
    "low_hanging_fruit",
    "measures",
    "normalizations",
    "promethee",
    "rank",
    "sensitivity",
    "tally",
    "tally_by_group",
    "vikor",
    "worth_finding_out",
    "weights",
]
