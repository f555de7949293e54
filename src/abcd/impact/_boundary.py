"""How much loss What Works Clearinghouse takes as low: its published table.

Standards Handbook, version 4.1 (2020), table II.1: the highest differential attrition, in
percentage points, by overall attrition in whole percent. The values were read in a public
transcription of the table, and agree with the model behind it (Deke and Chiang 2017, Evaluation
Review 41, 130-154) as a test shows.
"""

import math
from fractions import Fraction

__all__ = ["ASSUMPTIONS", "boundary"]

_CAUTIOUS = (
    *(5.7, 5.8, 5.9, 5.9, 6.0, 6.1, 6.2, 6.3, 6.3, 6.3),
    *(6.3, 6.2, 6.2, 6.1, 6.0, 5.9, 5.9, 5.8, 5.7, 5.5),
    *(5.4, 5.3, 5.2, 5.1, 4.9, 4.8, 4.7, 4.5, 4.4, 4.3),
    *(4.1, 4.0, 3.8, 3.6, 3.5, 3.3, 3.2, 3.1, 2.9, 2.8),
    *(2.6, 2.5, 2.3, 2.1, 2.0, 1.8, 1.6, 1.5, 1.3, 1.2),
    *(1.0, 0.9, 0.7, 0.6, 0.4, 0.3, 0.2, 0.0),
)
_OPTIMISTIC = (
    *(10.0, 10.1, 10.2, 10.3, 10.4, 10.5, 10.7, 10.8, 10.9, 10.9),
    *(10.9, 10.9, 10.9, 10.8, 10.8, 10.7, 10.6, 10.5, 10.3, 10.2),
    *(10.0, 9.9, 9.7, 9.5, 9.4, 9.2, 9.0, 8.8, 8.6, 8.4),
    *(8.2, 8.0, 7.8, 7.6, 7.4, 7.2, 7.0, 6.7, 6.5, 6.3),
    *(6.0, 5.8, 5.6, 5.3, 5.1, 4.9, 4.6, 4.4, 4.2, 3.9),
    *(3.7, 3.5, 3.2, 3.0, 2.8, 2.6, 2.3, 2.1, 1.9, 1.6),
    *(1.4, 1.1, 0.9, 0.7, 0.5, 0.3),
)
ASSUMPTIONS = {"cautious": _CAUTIOUS, "optimistic": _OPTIMISTIC}


def boundary(overall: Fraction, assumption: str) -> float | None:
    """Return the highest differential attrition that is low, as a share; None where none is.

    The overall attrition, a share, is rounded to the whole percent that the table has,
    halves up. It is exact, because as a float 57.5 % is a little less.
    """
    table = ASSUMPTIONS[assumption]
    percent = math.floor(100 * overall + Fraction(1, 2))
    return round(table[percent] / 100, 4) if percent < len(table) else None
