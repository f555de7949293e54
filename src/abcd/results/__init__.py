"""What all results share: columns, records, reprs that only show, and read-only arrays.

The array fields live in `abcd.results.arrays`, which needs numpy and is therefore imported by
the numeric rooms themselves.
"""

from .result import COUNTED, ROW, Result, RowResult

__all__ = ["COUNTED", "ROW", "Result", "RowResult"]
