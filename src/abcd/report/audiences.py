"""Which caveats a page for a village leaves to those who check the numbers."""

__all__ = ["FOR_ANALYSTS"]

# A page for a meeting names no test and no effect size, so what limits those is no help there;
# what limits the answer itself stays. The campus and the journal get all of them. A code that is
# not in this list is told everywhere, so that a new caveat can not get lost.
FOR_ANALYSTS = frozenset(
    {
        "all-unchanged",
        "claims-not-estimable",
        "constant-after",
        "constant-before",
        "differences-not-normal",
        "differences-rounded",
        "effect-in-sds-of-differences",
        "effect-needs-two-pairs",
        "effect-only-large",
        "gain-at-maximum",
        "gain-between-bands",
        "gain-class-at-maximum",
        "gain-class-fell",
        "gain-losses",
        "gain-no-change",
        "gain-no-room",
        "gain-two-means",
        "kinds-lost",
        "no-denominator",
        "no-spread",
        "one-pair",
        "order-unknown",
        "p-sampled",
        "perfect-correlation",
        "ranks-approximated",
        "several-rows",
        "shapiro-many",
        "shapiro-needs-three",
        "small-sample-factor",
        "smallest-p",
        "tests-disagree",
        "unchanged-people",
        "whole-population",
    }
)
