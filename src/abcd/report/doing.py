"""What was done and is to be done: phases, the diary, decisions, challenges, next steps."""

from collections.abc import Callable, Iterable, Iterator

from ..caveats import Caveat
from ..cycle import ALL, Decision, Record, RecordStatus
from .blocks import Block, Bullets, Paragraph, Table
from .measuring import to_mend
from .notes import caveats
from .numbers import days
from .source import Source

__all__ = ["challenges", "decisions", "diary", "next_steps", "owner", "phases"]


def phases(source: Source) -> list[Block]:
    """Lay out the phases: what is done, with evidence, planned, called off, only described."""
    found = source.progress
    rows = [
        (
            phase.labels.text(source.language),
            source.say("of", part=found.done[index], total=found.activities[index]),
            str(found.evidenced[index]),
            str(found.planned[index]),
            str(found.cancelled[index]),
            str(found.described[index]),
        )
        for index, phase in enumerate(source.cycle.definition.phases)
    ]
    keys = ("phase", "done", "evidenced", "column-planned", "column-cancelled", "described")
    head = tuple([source.say(key) for key in keys])
    return [Table(head, tuple(rows)), *caveats(source, map(_in_labels(source), found.caveats))]


def _in_labels(source: Source) -> Callable[[Caveat], Caveat]:
    """Put the labels of activities in the place of their ids."""

    def in_labels(caveat: Caveat) -> Caveat:
        if "ids" not in caveat.data:
            return caveat
        labels = [source.label(full_id) for full_id in caveat.data["ids"]]
        return Caveat(caveat.code, {**caveat.data, "ids": labels})

    return in_labels


def diary(source: Source, *, done_only: bool) -> list[Block]:
    """List the entries by day: what, how many took part, on what evidence."""
    entries = [
        record
        for record in source.cycle.records
        if not done_only or record.status is RecordStatus.DONE
    ]
    if not entries:
        return [Paragraph(source.say("nothing-done"))]
    lines = [_entry(source, record) for record in sorted(entries, key=_by_day)]
    return [Paragraph(source.say("by-day")), Bullets(tuple(lines))]


def _entry(source: Source, record: Record) -> str:
    parts = [source.marked(_what(source, record), record)]
    if record.status is not RecordStatus.DONE:
        parts.append(source.say(record.status.value))
    if record.attended is not None:
        parts.append(source.say("took-part", count=record.attended))
    if record.place is not None:
        parts.append(source.name(record.place))
    parts += record.outputs
    if record.note is not None:
        parts.append(record.note)
    sources = [evidence.source for evidence in record.evidence]
    parts.append(
        source.say("evidence", sources="; ".join(sources)) if sources else source.say("no-evidence")
    )
    return source.say("entry", when=_when(source, record), what="; ".join(parts))


def _what(source: Source, record: Record) -> str:
    return ", ".join(dict.fromkeys([source.label(full_id) for full_id in record.what]))


def _when(source: Source, record: Record) -> str:
    if record.on is None:
        return source.say("no-day")
    return days(record.on, record.until, source.language)


def decisions(source: Source, reasons: int) -> list[Block]:
    """Say what was chosen, among what, by whom, by which rule, why, and who disagreed."""
    blocks: list[Block] = []
    for decision in source.cycle.decisions:
        question = source.marked(decision.question, decision)
        blocks.append(Paragraph(source.say("decision", question=question)))
        blocks.append(Bullets(tuple(_decision(source, decision, reasons))))
    return blocks


def _decision(source: Source, decision: Decision, reasons: int) -> Iterator[str]:
    def words(ids: Iterable[str]) -> str:
        return "; ".join([source.option(id) for id in ids])

    yield source.say("chosen", chosen=words(decision.chosen) or source.say("nothing-chosen"))
    if set(decision.options) - set(decision.chosen):
        yield source.say("options", options=words(decision.options))
    else:
        yield source.say("no-rival")
    if decision.decided_by:
        yield source.say("decided-by", who=", ".join(map(source.party, decision.decided_by)))
    if decision.rule is not None:
        yield source.say("rule", rule=decision.rule)
    if decision.reasons:
        yield source.say("reasons", reasons=source.listed(decision.reasons, reasons, "; "))
    if decision.dissent:
        yield source.say("dissent", dissent="; ".join(decision.dissent))
    else:
        yield source.say("no-dissent")


def challenges(source: Source) -> list[Block]:
    """List the barriers met, each with its answer."""
    lines = [
        source.say(
            "challenge",
            text=source.marked(_sentence(challenge.text), challenge),
            answer=source.say("unanswered") if challenge.answer is None else challenge.answer,
        )
        for challenge in source.community.challenges
    ]
    return [Bullets(tuple(lines))] if lines else []


def _sentence(text: str) -> str:
    return text if text[-1:] in ".!?" else f"{text}."


def next_steps(source: Source) -> list[Block]:
    """List what is planned and open, what is to be put right, unanswered, and never asked."""
    planned = [record for record in source.cycle.records if _is_open(source, record)]
    dated = {full_id for record in planned for full_id in record.what}
    status = dict(
        zip(source.progress.detail.activities, source.progress.detail.status, strict=True)
    )
    lines = [_coming(source, record) for record in sorted(planned, key=_by_day)]
    lines += [
        source.say("step-open", plan=plan.name, text=source.marked(step.text, plan))
        for plan in source.cycle.plans
        for step in plan.steps
        if status[f"{plan.id}.{step.id}"] in ("planned", "described")
        and f"{plan.id}.{step.id}" not in dated
    ]
    lines += to_mend(source)
    lines += [
        source.say("answer-next", text=challenge.text)
        for challenge in source.community.challenges
        if challenge.answer is None
    ]
    if source.summary.asking.not_asked:
        lines.append(source.say("ask-next", count=source.summary.asking.not_asked))
    return [Bullets(tuple(lines))] if lines else [Paragraph(source.say("nothing-next"))]


def _is_open(source: Source, record: Record) -> bool:
    """Whether something planned was neither done nor called off since."""
    if record.status is not RecordStatus.PLANNED:
        return False
    others = [entry for entry in source.cycle.records if entry.status is not RecordStatus.PLANNED]
    return any(
        not any(id in entry.what and _settles(entry, record) for entry in others)
        for id in record.what
    )


def _settles(entry: Record, planned: Record) -> bool:
    if entry.round is not None and planned.round is not None:
        return entry.round >= planned.round
    if entry.on is None or planned.on is None:
        # Without a day of both, nobody can say that it is another time.
        return True
    return (entry.until or entry.on) >= planned.on


def _coming(source: Source, record: Record) -> str:
    what = source.marked(_what(source, record), record)
    return source.say(
        "planned-next", what=source.say("entry", when=_when(source, record), what=what)
    )


def _by_day(record: Record) -> tuple[bool, int]:
    # Entries without a day stand last; sorting keeps the order of the others.
    return record.on is None, 0 if record.on is None else record.on.toordinal()


def owner(source: Source, id: str | None) -> str:
    """Say whose a vision, goal or plan is."""
    if id is None:
        return ""
    who = source.say("everybody") if id == ALL else source.party(id)
    return source.say("owner", who=who)
