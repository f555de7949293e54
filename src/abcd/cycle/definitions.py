"""Phases as data: what a cycle consists of, in which order, by which activities."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, final

import attrs

from ..errors import Fault, nearest, shown
from ..fields import (
    CODES,
    TEXT_OR_NONE,
    Checked,
    Rule,
    as_tuple,
    gather_rules,
    instances,
    to_codes,
    to_text,
)
from ..vocabulary import Labels

__all__ = ["ActivityDefinition", "CycleDefinition", "PhaseDefinition"]


def _is_word(value: object) -> bool:
    return (
        type(value) is str
        and value != ""
        and not any(mark.isspace() or mark in ".@" for mark in value)
    )


WORD = Rule(_is_word, "text without blanks, '.' and '@'", convert=to_text)
_LABELS = instances(Labels)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class ActivityDefinition(Checked):
    """One activity of a phase, or one step of a research method.

    Parameters
    ----------
    id : str
        Unique in its phase; ``"consult"`` in the phase ``"discovery"`` has the full id
        ``"discovery.consult"``.
    labels : Labels
        In English and Indonesian.
    serves : list of str, optional
        Full ids of other activities that are met when this one is done, so that one activity can
        serve several phases.

    Examples
    --------
    >>> from abcd.vocabulary import Labels
    >>> ActivityDefinition("walk", Labels("Transect walk", id="Penelusuran wilayah")).id
    'walk'
    """

    id: str = attrs.field(validator=WORD)
    labels: Labels = attrs.field(validator=_LABELS)
    serves: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=CODES, kw_only=True
    )


_ACTIVITIES = instances(ActivityDefinition).each()


def _to_activities(value: Iterable[ActivityDefinition]) -> tuple[ActivityDefinition, ...]:
    return as_tuple(value)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class PhaseDefinition(Checked):
    """One phase: its activities in the order in which they are usually taken.

    Parameters
    ----------
    id : str
        Unique in its cycle.
    activities : list of ActivityDefinition
        Their ids are unique in the phase. A phase may have none.
    labels : Labels
        In English and Indonesian.

    Raises
    ------
    InvalidValueError
        If two activities have one id.

    Examples
    --------
    >>> from abcd.vocabulary import Labels
    >>> walk = ActivityDefinition("walk", Labels("Transect walk", id="Penelusuran wilayah"))
    >>> PhaseDefinition("listen", [walk], Labels("Listen", id="Mendengar")).full_ids
    ('listen.walk',)
    """

    id: str = attrs.field(validator=WORD)
    activities: tuple[ActivityDefinition, ...] = attrs.field(
        converter=_to_activities, validator=_ACTIVITIES
    )
    labels: Labels = attrs.field(validator=_LABELS)

    _joined = ("activities",)

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        return repeated("activities", values.get("activities", ()))

    @property
    def full_ids(self) -> tuple[str, ...]:
        """The full ids of its activities, ``phase.activity``."""
        return tuple([f"{self.id}.{activity.id}" for activity in self.activities])


_PHASES = instances(PhaseDefinition).each().filled()


def _to_phases(value: Iterable[PhaseDefinition]) -> tuple[PhaseDefinition, ...]:
    return as_tuple(value)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class CycleDefinition(Checked):
    """The phases of a cycle, in the order in which a source gives them.

    The order is data: a cycle reports the order that really happened beside it, and imposes none.

    Parameters
    ----------
    id : str
        A short name.
    phases : list of PhaseDefinition
        At least one; ids are unique, and none is ``"research"``, which names research steps.
    source : str, optional
        Where the definition comes from.

    Raises
    ------
    InvalidValueError
        If two phases have one id, one is called ``"research"``, or an activity serves one that no
        phase has.

    Examples
    --------
    A definition of one's own takes a few lines:

    >>> from abcd.vocabulary import Labels
    >>> own = CycleDefinition(
    ...     "listen-act",
    ...     [
    ...         PhaseDefinition(
    ...             "listen",
    ...             [ActivityDefinition("walk", Labels("Transect walk", id="Penelusuran wilayah"))],
    ...             Labels("Listen", id="Mendengar"),
    ...         ),
    ...     ],
    ... )
    >>> own.activity("listen.walk").labels.text("id")
    'Penelusuran wilayah'
    """

    id: str = attrs.field(validator=WORD)
    phases: tuple[PhaseDefinition, ...] = attrs.field(converter=_to_phases, validator=_PHASES)
    source: str | None = attrs.field(default=None, validator=TEXT_OR_NONE, kw_only=True)

    _joined = ("phases",)

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        phases = values.get("phases", ())
        yield from repeated("phases", phases)
        for index, phase in enumerate(phases):
            if phase is not None and phase.id == "research":
                path = f"phases[{index}].id"
                yield Fault(path, shown(phase.id), "an id other than 'research'", "reserved-id")
        yield from _faults_of_serving(phases)

    @property
    def full_ids(self) -> tuple[str, ...]:
        """The full ids of all activities, in the order of the phases."""
        return tuple([full_id for phase in self.phases for full_id in phase.full_ids])

    def activity(self, full_id: str) -> ActivityDefinition | None:
        """Return the activity with a full id, or None."""
        for phase in self.phases:
            for activity in phase.activities:
                if f"{phase.id}.{activity.id}" == full_id:
                    return activity
        return None


def repeated(field: str, items: Iterable[Any]) -> Iterator[Fault]:
    """Report every id that an item has after another one; an item that a document lost is None."""
    seen: set[str] = set()
    for index, item in enumerate(items):
        if item is None:
            continue
        if item.id in seen:
            path = f"{field}[{index}].id"
            yield Fault(path, shown(item.id), "an id that is used once", "duplicate-id")
        seen.add(item.id)


def _faults_of_serving(phases: Iterable[Any]) -> Iterator[Fault]:
    # What a document lost to other faults stands as None, and a lost list of activities as text.
    held = [
        (f"phases[{at}].activities[{place}]", f"{phase.id}.{activity.id}", activity)
        for at, phase in enumerate(phases)
        if phase is not None and isinstance(phase.activities, tuple)
        for place, activity in enumerate(phase.activities)
        if activity is not None
    ]
    known = dict.fromkeys([full_id for _, full_id, _ in held])
    misfits = (
        (f"{where}.serves[{place}]", served, full_id)
        for where, full_id, activity in held
        for place, served in enumerate(activity.serves)
        if served == full_id or served not in known
    )
    yield from unknown_ids(misfits, known, "the full id of another activity")


# Each search for near spellings walks over all ids; a reader needs it for the first faults only.
_SEARCHES = 20


def unknown_ids(
    misfits: Iterable[tuple[str, str, str]], known: Iterable[str], words: str
) -> Iterator[Fault]:
    """Report ids that lead nowhere, with the nearest ones that lead somewhere.

    Parameters
    ----------
    misfits : iterable of (path, id, own id)
        The ids that lead nowhere; nothing leads to what has the id itself.
    known : iterable of str
        The ids that lead somewhere.
    words : str
        What is accepted.
    """
    for number, (path, id, own) in enumerate(misfits):
        accepted = words
        if number < _SEARCHES:
            others = [name for name in known if name != own]
            accepted += f": {nearest(id, others)}" if others else ", of which there is none"
        yield Fault(path, shown(id), accepted, "unknown-id")
