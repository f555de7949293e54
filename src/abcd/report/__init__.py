"""Reports in English and Indonesian, for a village meeting and for a campus."""

from .reports import Audience, Language, html, markdown

__all__ = ["Audience", "Language", "html", "markdown"]
