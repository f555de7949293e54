"""Tags: a code of an outside scheme, such as an SDG indicator."""

import attrs

from ..fields import CODE, TEXT_OR_NONE, to_code, to_text_or_none

__all__ = ["Tag"]


@attrs.frozen
class Tag:
    """A code of an outside scheme; the library checks its shape and ships no catalog.

    Parameters
    ----------
    scheme : str
        The scheme, such as ``"SDG"``.
    code : str
        The code in it, such as ``"8.5.2"``.
    uri : str, optional
        Where the code is defined.
    version : str, optional
        The version of the scheme.

    Examples
    --------
    >>> Tag("SDG", "8.5.2")
    Tag(scheme='SDG', code='8.5.2', uri=None, version=None)
    """

    scheme: str = attrs.field(converter=to_code, validator=CODE)
    code: str = attrs.field(converter=to_code, validator=CODE)
    uri: str | None = attrs.field(
        default=None, converter=to_text_or_none, validator=TEXT_OR_NONE, kw_only=True
    )
    version: str | None = attrs.field(
        default=None, converter=to_text_or_none, validator=TEXT_OR_NONE, kw_only=True
    )
