"""What is on record of who was asked and who answered, for the waves and the day of a network."""

import datetime
from collections.abc import Set as AbstractSet

import attrs

from ..model import Community, Person, Tie

__all__ = ["Record", "record_of", "speaker_of"]


def speaker_of(tie: Tie) -> str | None:
    """Name who spoke of an own contact: the reporter, or the source where nobody is on record.

    A tie without direction and reporter may be the word of either end; somebody who reports the
    tie of two others has not been asked about own contacts. None for both.
    """
    if tie.reported_by is None:
        return tie.source if tie.directed else None
    return tie.reported_by if tie.reported_by in (tie.source, tie.target) else None


@attrs.frozen
class Record:
    """Who was asked and who answered, as far as a community says so.

    Attributes
    ----------
    kept : bool
        Whether the community says anything of this: a person was asked or interviewed, or a tie
        has a reporter. Without it nothing is known of anybody.
    apart : bool
        Whether ties of other waves were left out. The dates of a person are one for all waves, so
        that they do not say which of them was answered.
    here, elsewhere, unplaced : set of str
        Who spoke of own contacts: in these waves, in others, in ties without a wave.
    day : date, optional
        What was asked and answered after it does not count.
    """

    kept: bool
    apart: bool
    here: AbstractSet[str]
    elsewhere: AbstractSet[str]
    unplaced: AbstractSet[str]
    day: datetime.date | None

    def answered(self, person: Person) -> bool | None:
        """Whether a person answered these waves; None where that is not on record."""
        if not self.kept:
            return None
        if person.id in self.here:
            return True
        if not self.apart:
            return self.interviewed(person)
        if person.id in self.elsewhere:
            return False
        # An answer in an unknown wave: it may be this one.
        return None if self.interviewed(person) or person.id in self.unplaced else False

    def asked(self, person: Person) -> bool:
        """Whether a person is on record as asked; who was interviewed was asked."""
        return self._counts(person.asked_on) or self.interviewed(person)

    def interviewed(self, person: Person) -> bool:
        """Whether an interview is on record."""
        return self._counts(person.interviewed_on)

    def _counts(self, date: datetime.date | None) -> bool:
        return date is not None and (self.day is None or date <= self.day)


def record_of(
    community: Community, waves: AbstractSet[str | None] | None, day: datetime.date | None
) -> Record:
    """Read who was asked and who answered.

    Parameters
    ----------
    community : Community
        All its ties count, whatever their kind: one questionnaire asks for several.
    waves : set of str or None, optional
        The waves of the network; None: all.
    day : date, optional
        The day of the network.
    """
    kept = any(tie.reported_by is not None for tie in community.ties) or any(
        person.asked_on is not None or person.interviewed_on is not None
        for person in community.people
    )
    here: set[str] = set()
    elsewhere: set[str] = set()
    unplaced: set[str] = set()
    apart = False
    for tie in community.ties:
        of_others = waves is not None and tie.wave not in waves
        apart = apart or (of_others and tie.wave is not None)
        speaker = speaker_of(tie)
        if speaker is None or (day is not None and tie.since is not None and tie.since > day):
            continue
        if of_others:
            (unplaced if tie.wave is None else elsewhere).add(speaker)
        else:
            here.add(speaker)
    if not apart:
        here |= unplaced
    return Record(kept, apart, here, elsewhere, unplaced, day)
