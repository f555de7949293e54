"""What a report is written from: everything redacted and analyzed once."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from ..cycle import RESEARCH_STEPS, ActivityDefinition, Cycle, Progress, progress
from ..impact import Evaluation, PairedChange, evaluate
from ..inventory import Skills, Summary, skills, summary
from ..model import Community
from ..privacy import redact
from .phrases import say

__all__ = ["Source", "is_invented", "source"]


@attrs.frozen(kw_only=True)
class Source:
    """A redacted cycle and community, and the answers that a report needs of them."""

    cycle: Cycle
    community: Community
    language: str
    purpose: str | None
    on: datetime.date | None
    withheld: int
    # Redaction takes the evidence of people, and must not take that they are made up.
    invented_people: bool
    summary: Summary
    skills: Skills
    progress: Progress
    evaluation: Evaluation
    changes: tuple[PairedChange, ...]

    def say(self, key: str, **data: Any) -> str:
        """Word a phrase in the language of the report."""
        return say(key, self.language, **data)

    def name(self, id: str) -> str:
        """Return the name of an entity; the id itself where there is no such entity."""
        if id not in self.community:
            return id
        return self.marked(self.community[id].name, self.community[id])

    def party(self, id: str) -> str:
        """Return the name of a person or organization; nobody who is not listed is named."""
        return self.name(id) if id in self.community else self.say("unlisted")

    def marked(self, text: str, thing: Any) -> str:
        """Return a text, marked where what it stands for is invented."""
        return text + self.say("invented") if is_invented(thing) else text

    def listed(self, texts: Iterable[str], limit: int, mark: str = ", ") -> str:
        """Join texts, at most so many, and say how many more there are."""
        items = list(texts)
        rest = len(items) - limit
        shown = items[:limit] if rest > 0 else items
        return mark.join([*shown, self.say("and-more", count=rest)] if rest > 0 else shown)

    def label(self, full_id: str) -> str:
        """Return the label of an activity, research step or plan step."""
        position = self.progress.detail.activities.index(full_id)
        activity = _definition(self.cycle, full_id)
        if activity is not None:
            return activity.labels.text(self.language)
        return self.progress.detail.label[position]


def source(
    cycle: Cycle,
    community: Community,
    changes: Sequence[PairedChange],
    *,
    language: str,
    purpose: str | None,
    on: datetime.date | None,
) -> Source:
    """Redact, then analyze: nothing in a report can come from behind the redaction."""
    redacted = redact(community, purpose, on, cycle=cycle)
    shown, diary = redacted.community, redacted.cycle
    if diary is None:  # pragma: no cover - `redact` gives back the cycle that it was given
        raise AssertionError
    evaluation = evaluate(diary, shown)
    return Source(
        cycle=diary,
        community=shown,
        language=language,
        purpose=purpose,
        on=on,
        withheld=redacted.people,
        invented_people=any(map(is_invented, community.people)),
        summary=summary(shown),
        skills=skills(shown),
        progress=progress(diary, shown),
        evaluation=evaluation,
        changes=(*changes, *evaluation.changes),
    )


def is_invented(thing: Any) -> bool:
    """Whether a thing rests on evidence that was made up for an example."""
    return any(evidence.invented for evidence in getattr(thing, "evidence", ()))


def _definition(cycle: Cycle, full_id: str) -> ActivityDefinition | None:
    own = cycle.definition.activity(full_id)
    if own is not None:
        return own
    steps = zip(RESEARCH_STEPS.full_ids, RESEARCH_STEPS.activities, strict=True)
    return dict(steps).get(full_id)
