"""Caveats of the room `inventory`."""

from .wording import Wording

__all__ = ["INVENTORY"]

INVENTORY: dict[str, Wording] = {}
