"""Reports of a cycle for those whom it concerns, as Markdown or HTML text."""

import datetime
from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias, TypeVar

from ..cycle import Cycle
from ..cycle.progress import refuse_strangers
from ..errors import Fault, InvalidValueError
from ..fields import DATE_OR_NONE, TEXT_OR_NONE, one_of, to_date
from ..model import Community
from .blocks import Block, Bullets
from .campus import campus
from .journal import journal
from .measured import Changes, read_changes
from .rendering import as_html, as_markdown
from .source import source
from .village import village

__all__ = ["Audience", "Language", "html", "markdown"]

Audience: TypeAlias = Literal["village", "campus", "journal"]
Language: TypeAlias = Literal["en", "id"]

_T = TypeVar("_T")

_AUDIENCES = {"village": village, "campus": campus, "journal": journal}


def markdown(
    cycle: Cycle,
    community: Community,
    *,
    changes: Changes = (),
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
    changes : mapping of name to PairedChange, or sequence of changes or (name, change), optional
        Changes judged by `abcd.impact.paired_change`, each under its name; the id or name of an
        indicator of the cycle adds its unit and which way is better. Those that follow from the
        measurements in the cycle are added by themselves, and stand once where they are given too.
    audience : {"village", "campus", "journal"}
        One page for a village meeting, chapters for a campus, or what a paper has to report:
        setting, design, participants, measures, analysis, results, limitations, consent.
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

    Notes
    -----
    Every caveat stands once. The page for a village leaves out those about tests and effect sizes,
    which it does not name, and says how many they are; the campus and the journal get them all.

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
    changes: Changes = (),
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
    changes: Changes,
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
    given = _gathered(faults, lambda: read_changes(changes))
    _gathered(faults, lambda: refuse_strangers(cycle, community))
    if given is None or faults:
        raise InvalidValueError(*faults)
    found = source(
        cycle,
        community,
        given,
        audience=audience,
        language=language,
        purpose=purpose,
        on=day,
    )
    return _once(_AUDIENCES[audience](found))


def _gathered(faults: list[Fault], read: Callable[[], _T]) -> _T | None:
    """Read an argument; its faults come together with those of the others."""
    try:
        return read()
    except InvalidValueError as error:
        faults += error.faults
        return None


def _once(blocks: Iterable[Block]) -> list[Block]:
    """Leave out notes that stand further up already."""
    said: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Bullets) and block.aside:
            items = tuple([item for item in dict.fromkeys(block.items) if item not in said])
            said.update(items)
            if items:
                kept.append(Bullets(items, aside=True))
        else:
            kept.append(block)
    return kept
