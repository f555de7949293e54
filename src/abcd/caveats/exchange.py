"""Caveats of the room `exchange`."""

from .wording import Wording

__all__ = ["EXCHANGE"]

EXCHANGE: dict[str, Wording] = {}
