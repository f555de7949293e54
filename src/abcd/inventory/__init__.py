"""What do we have? Counts of assets and gifts, and of what was never asked."""

from .gaps import NeverAsked
from .skills import Skills, skills
from .summary import Asking, Summary, summary
from .tally import Tally

__all__ = ["Asking", "NeverAsked", "Skills", "Summary", "Tally", "skills", "summary"]
