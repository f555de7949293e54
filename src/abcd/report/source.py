"""What a report is written from: everything redacted and analyzed once."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from ..cycle import RESEARCH_STEPS, ActivityDefinition, Cycle, Progress, progress
from ..impact import Evaluation, PairedChange, evaluate
from ..inventory import Skills, Summary, skills, summary
from ..model import Community, Person
from ..privacy import redact
from .measured import Measured, joined
from .phrases import say

__all__ = ["Source", "is_invented", "source"]


@attrs.frozen(kw_only=True)
class Source:
    """A redacted cycle and community, and the answers that a report needs of them."""

    cycle: Cycle
    community: Community
    audience: str
    language: str
    purpose: str | None
    on: datetime.date | None
    withheld: int
    # Redaction takes the evidence of people, and must not take that they are made up; so these
    # count people, and those of them who name a skill.
    invented_people: int
    invented_gifted: int
    summary: Summary
    skills: Skills
    progress: Progress
    evaluation: Evaluation
    changes: tuple[Measured, ...]

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

    def counted(self, text: str, invented: int, total: int) -> str:
        """Return a text about several things, and say how many of them are invented."""
        if not invented:
            return text
        if invented == total:
            return text + self.say("invented")
        return text + self.say("invented-of", count=invented, total=total)

    def option(self, id: str) -> str:
        """Return what could be chosen: an entity, an idea, a plan or a goal, else its own words."""
        if id in self.community:
            return self.name(id)
        things = (
            *[(idea.id, idea.text, idea) for idea in self.cycle.ideas],
            *[(plan.id, plan.name, plan) for plan in self.cycle.plans],
            *[(goal.id, goal.text, goal) for goal in self.cycle.goals],
        )
        return next((self.marked(text, thing) for own, text, thing in things if own == id), id)

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
    given: Sequence[tuple[str | None, PairedChange]],
    *,
    audience: str,
    language: str,
    purpose: str | None,
    on: datetime.date | None,
) -> Source:
    """Redact, then analyze: nothing in a report can come from behind the redaction."""
    names = [name for name, _ in given if name is not None]
    # Names of changes are texts like any other; among the values they are redacted with the rest.
    lent = attrs.evolve(cycle, values=(*cycle.values, *names))
    redacted = redact(community, purpose, on, cycle=lent)
    shown = redacted.community
    if redacted.cycle is None:  # pragma: no cover - `redact` gives back the cycle it was given
        raise AssertionError
    kept = len(cycle.values)
    values = redacted.cycle.values
    diary = attrs.evolve(redacted.cycle, values=values[:kept])
    told = iter(values[kept:])
    evaluation = evaluate(diary, shown)
    invented = [person for person in community.people if _is_made_up(person)]
    return Source(
        cycle=diary,
        community=shown,
        audience=audience,
        language=language,
        purpose=purpose,
        on=on,
        withheld=redacted.people,
        invented_people=len(invented),
        invented_gifted=sum(bool(person.capacities) for person in invented),
        summary=summary(shown),
        skills=skills(shown),
        progress=progress(diary, shown),
        evaluation=evaluation,
        changes=joined(
            given,
            [None if name is None else next(told) for name, _ in given],
            evaluation,
            cycle=cycle,
            shown=diary,
        ),
    )


def _is_made_up(person: Person) -> bool:
    return is_invented(person) or any(map(is_invented, person.capacities))


def is_invented(thing: Any) -> bool:
    """Whether a thing rests on evidence that was made up for an example."""
    return any(evidence.invented for evidence in getattr(thing, "evidence", ()))


def _definition(cycle: Cycle, full_id: str) -> ActivityDefinition | None:
    own = cycle.definition.activity(full_id)
    if own is not None:
        return own
    steps = zip(RESEARCH_STEPS.full_ids, RESEARCH_STEPS.activities, strict=True)
    return dict(steps).get(full_id)
