"""What may be shown? Consent for a purpose on a date, and redaction where it is missing."""

from .consent import permitted
from .redaction import REDACTED, Redacted, redact

__all__ = ["REDACTED", "Redacted", "permitted", "redact"]
