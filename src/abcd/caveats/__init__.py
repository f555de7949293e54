"""What a result can not show: codes with data, worded in English and Indonesian."""

from .caveat import Caveat, codes, message_template

__all__ = ["Caveat", "codes", "message_template"]
