"""Tags: a code of an outside scheme, such as an SDG indicator."""

from typing import final

import attrs

from ..fields import CODE, CODE_OR_NONE, Checked, gather_rules

__all__ = ["Tag"]


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Tag(Checked):
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
    Tag(scheme='SDG', code='8.5.2')
    """

    scheme: str = attrs.field(validator=CODE)
    code: str = attrs.field(validator=CODE)
    uri: str | None = attrs.field(default=None, validator=CODE_OR_NONE, kw_only=True)
    version: str | None = attrs.field(default=None, validator=CODE_OR_NONE, kw_only=True)
