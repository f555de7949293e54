"""What changed? Scores of the same people before and after, and what they can not show."""

from ._answers import Items
from ._columns import Labels
from ._designs import Comparison, Inference
from ._errors import Errors
from ._memberships import Groups
from ._resamples import Bootstrap
from .achievement import Achievement, achievement
from .achievements import Achievements, achievements
from .adjustment import AdjustedP, Adjustment, adjust
from .ancova import ancova
from .ancova_results import Ancova, AncovaTerms, Coefficients
from .attrition import People, attrition
from .attrition_results import Attrition, LostAndStayed
from .balance import BaselineBalance, Correction, baseline_balance
from .bands import EffectBand, EffectRule, effect_band
from .binary import BinaryChange, RiskInterval, binary_change
from .chain import ResultsChain
from .chain_parts import Assumption, ChainLink, ChainStep, Effect, Holding, UnexpectedResult
from .chain_review import ChainReview, review_chain
from .change_interval import ChangeInterval, IntervalMethod, change_interval
from .decomposition import Decomposed, Decomposition, decomposition
from .detectable import DetectableEffect, detectable_effect
from .difference_in_differences import PanelDesign, difference_in_differences
from .difference_results import DifferenceInDifferences
from .disaggregation import disaggregate
from .disaggregation_results import Disaggregation
from .evaluation import evaluate
from .evaluation_results import Evaluation
from .gain import Bands, NormalizedGain, normalized_gain
from .group_results import GroupComparison
from .groups import compare_groups, gain_scores
from .importance import Better, ImportantChange, important_change
from .increases import Increase, increase
from .inequality import Inequality, atkinson, gini, mean_log_deviation, theil
from .likert import LikertIndex, likert_index
from .lorenz import LorenzCurve, lorenz
from .losses import LossBounds, loss_bounds
from .many import PairedChanges, paired_changes
from .missing import MissingItems, missing_items
from .money import MoneyChange, money_change
from .paired import Design, Scale, WilcoxonMethod, ZeroMethod, paired_change
from .paired_results import PairedChange
from .pairs import Column, Scores
from .permutation import Assignment, PermutationTest, Statistic, permutation_test
from .pooling import Pooled, PooledInterval, Pooling, pool
from .power import Power, power
from .reach import Reach, reach
from .regression import RegressionToMean, regression_to_mean
from .reliability import CronbachAlpha, cronbach_alpha
from .robust import RobustChange, robust_change
from .sample_size import SampleSize, sample_size
from .shares import Shares, shares
from .told import Stories, StoryGroups, StorySelections, stories
from .waves import Contrasts, waves
from .waves_results import Waves

__all__ = [
    "AdjustedP",
    "Adjustment",
    "adjust",
    "ancova",
    "Ancova",
    "AncovaTerms",
    "Coefficients",
    "Attrition",
    "LostAndStayed",
    "attrition",
    "BaselineBalance",
    "Correction",
    "baseline_balance",
    "PanelDesign",
    "difference_in_differences",
    "DifferenceInDifferences",
    "GroupComparison",
    "compare_groups",
    "gain_scores",
    "LossBounds",
    "loss_bounds",
    "MissingItems",
    "missing_items",
    "Assignment",
    "People",
    "PermutationTest",
    "Statistic",
    "permutation_test",
    "Labels",
    "Errors",
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
    "Decomposed",
    "Decomposition",
    "decomposition",
    "Inequality",
    "atkinson",
    "gini",
    "mean_log_deviation",
    "theil",
    "LikertIndex",
    "likert_index",
    "LorenzCurve",
    "lorenz",
    "MoneyChange",
    "money_change",
    "Power",
    "power",
    "Reach",
    "reach",
    "CronbachAlpha",
    "cronbach_alpha",
    "SampleSize",
    "sample_size",
    "Shares",
    "shares",
    "Items",
    "Comparison",
    "Inference",
    "Bootstrap",
    "Achievement",
    "Achievements",
    "Assumption",
    "ChainLink",
    "ChainReview",
    "ChainStep",
    "Disaggregation",
    "Effect",
    "Groups",
    "Holding",
    "ResultsChain",
    "Stories",
    "StoryGroups",
    "StorySelections",
    "UnexpectedResult",
    "achievement",
    "achievements",
    "disaggregate",
    "review_chain",
    "stories",
    "EffectBand",
    "EffectRule",
    "effect_band",
    "BinaryChange",
    "RiskInterval",
    "binary_change",
    "ChangeInterval",
    "IntervalMethod",
    "change_interval",
    "Better",
    "ImportantChange",
    "important_change",
    "PairedChanges",
    "paired_changes",
    "Scale",
    "Pooled",
    "PooledInterval",
    "Pooling",
    "pool",
    "RegressionToMean",
    "regression_to_mean",
    "RobustChange",
    "robust_change",
    "Contrasts",
    "Waves",
    "waves",
]
