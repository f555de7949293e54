"""Reports of a cycle for those whom it concerns, as Markdown or HTML text."""

import datetime
from collections.abc import Sequence
from typing import Literal, TypeAlias

from ..cycle import Cycle
from ..cycle.progress import refuse_strangers
from ..errors import Fault, InvalidValueError, hidden
from ..fields import DATE_OR_NONE, TEXT_OR_NONE, one_of, to_date
from ..impact import PairedChange
from ..model import Community
from .blocks import Block
from .campus import campus
from .rendering import as_html, as_markdown
from .source import source
from .village import village

__all__ = ["Audience", "Language", "html", "markdown"]

Audience: TypeAlias = Literal["village", "campus"]
Language: TypeAlias = Literal["en", "id"]

_AUDIENCES = {"village": village, "campus": campus}


def markdown(
    cycle: Cycle,
    community: Community,
    *,
    changes: Sequence[PairedChange] = (),
    audience: Audience = "village",
    language: Language = "en",
    purpose: str | None = None,
    on: datetime.date | str | None = None,
) -> str:
    """Tell those concerned what there is, what was done, and what can not be said yet.

    Parameters
    ----------
    cycle : Cycle
        What was intended, decided, done and claimed.
    community : Community
        Of which the cycle is.
    changes : sequence of PairedChange, optional
        Changes judged by `abcd.impact.paired_change`; those that follow from the measurements in
        the cycle are added by themselves.
    audience : {"village", "campus"}
        One page for a village meeting, or chapters for a campus.
    language : {"en", "id"}
        English or Indonesian: words, numbers, money and dates. Names, and what people said and
        wrote, stay in their own language.
    purpose : str, optional
        What the report is for. Only people who agreed to it are named; without it nobody is.
    on : date or ISO text, optional
        The day for which consents are judged; it stands in the report.

    Returns
    -------
    str
        GitHub-flavored Markdown. The text of the data stays text: no mark in it is read as markup.

    Raises
    ------
    InvalidValueError
        If an argument can not take its value, or cycle and community do not belong together.

    See Also
    --------
    html : The same as one HTML page.
    abcd.privacy.redact : What is redacted, and what is not found.

    Examples
    --------
    An invented community of which nothing is recorded yet:

    >>> from abcd.cycle import FIVE_D
    >>> text = markdown(Cycle(FIVE_D, community="rt3"), Community("rt3", "RT 3"))
    >>> print(text[:60])
    # RT 3: what we have, what was done, what we can say
    <BLANKLINE>
    ## Who
    >>> "No asset is listed yet." in text
    True
    """
    return as_markdown(
        _blocks(
            cycle, community, changes, audience=audience, language=language, purpose=purpose, on=on
        )
    )


def html(
    cycle: Cycle,
    community: Community,
    *,
    changes: Sequence[PairedChange] = (),
    audience: Audience = "village",
    language: Language = "en",
    purpose: str | None = None,
    on: datetime.date | str | None = None,
) -> str:
    """Give the same report as `markdown`, as one HTML page that needs nothing from outside.

    Parameters
    ----------
    cycle, community, changes, audience, language, purpose, on
        As for `markdown`.

    Returns
    -------
    str
        A whole page, in which every text of the data is escaped.

    Raises
    ------
    InvalidValueError
        As for `markdown`.

    Examples
    --------
    >>> from abcd.cycle import FIVE_D
    >>> page = html(Cycle(FIVE_D, community="rt3"), Community("rt3", "<RT 3>"), language="id")
    >>> "&lt;RT 3&gt;: apa yang kita miliki" in page
    True
    """
    blocks = _blocks(
        cycle, community, changes, audience=audience, language=language, purpose=purpose, on=on
    )
    return as_html(blocks, language)


def _blocks(
    cycle: Cycle,
    community: Community,
    changes: Sequence[PairedChange],
    *,
    audience: Audience,
    language: Language,
    purpose: str | None,
    on: datetime.date | str | None,
) -> list[Block]:
    one_of("audience", audience, _AUDIENCES)
    one_of("language", language, ("en", "id"))
    day = to_date(on)
    faults = [*TEXT_OR_NONE.faults("purpose", purpose), *DATE_OR_NONE.faults("on", day)]
    faults += _faults_of_objects(cycle, community, changes)
    if faults:
        raise InvalidValueError(*faults)
    refuse_strangers(cycle, community)
    found = source(cycle, community, changes, language=language, purpose=purpose, on=day)
    return _AUDIENCES[audience](found)


def _faults_of_objects(cycle: object, community: object, changes: object) -> list[Fault]:
    faults = [
        Fault(name, hidden(value), f"a {cls.__name__}", "value")
        for name, value, cls in (("cycle", cycle, Cycle), ("community", community, Community))
        if not isinstance(value, cls)
    ]
    if not isinstance(changes, list | tuple):
        faults.append(Fault("changes", hidden(changes), "a list of PairedChange", "value"))
        return faults
    return faults + [
        Fault(f"changes[{index}]", hidden(change), "a PairedChange", "value")
        for index, change in enumerate(changes)
        if not isinstance(change, PairedChange)
    ]
