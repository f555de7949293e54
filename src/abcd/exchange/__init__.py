"""Other people's formats, one module each: `read` and `write`, on plain data and never on files."""

from . import geojson
from .results import Exported, Imported

__all__ = ["Exported", "Imported", "geojson"]
