"""What was done and is to be done: phases, the diary, decisions, challenges, next steps."""

from collections.abc import Callable, Iterable

from ..caveats import Caveat
from ..cycle import ALL, Decision, Record, RecordStatus
from .blocks import Block, Bullets, Paragraph, Table
from .knowing import caveats
from .numbers import days
from .source import Source

__all__ = ["challenges", "decisions", "diary", "next_steps", "owner", "phases"]


def phases(source: Source) -> list[Block]:
    """Lay out the phases: what is done, with evidence, and what is only described."""
    found = source.progress
    rows = [
        (
            phase.labels.text(source.language),
            source.say("of", part=found.done[index], total=found.activities[index]),
            str(found.evidenced[index]),
            str(found.described[index]),
        )
        for index, phase in enumerate(source.cycle.definition.phases)
    ]
    head = tuple([source.say(key) for key in ("phase", "done", "evidenced", "described")])
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
    # Entries without a day stand last; sorting keeps the order of the others.
    entries.sort(key=lambda record: (record.on is None, record.on and record.on.toordinal()))
    return [Bullets(tuple([_entry(source, record) for record in entries]))]


def _entry(source: Source, record: Record) -> str:
    what = "; ".join(dict.fromkeys([source.label(full_id) for full_id in record.what]))
    parts = [source.marked(what, record)]
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
    when = (
        source.say("no-day")
        if record.on is None
        else days(record.on, record.until, source.language)
    )
    return source.say("entry", when=when, what=", ".join(parts))


def decisions(source: Source, reasons: int) -> list[Block]:
    """Say what was chosen, among what, by whom, by which rule, why, and who disagreed."""
    return [Paragraph(_decision(source, decision, reasons)) for decision in source.cycle.decisions]


def _decision(source: Source, decision: Decision, reasons: int) -> str:
    def words(ids: Iterable[str]) -> str:
        return ", ".join([source.name(id) for id in ids])

    parts = [
        source.say(
            "decision",
            question=source.marked(decision.question, decision),
            chosen=words(decision.chosen) or source.say("nothing-chosen"),
        ),
        source.say("options", options=words(decision.options)),
    ]
    if decision.decided_by:
        parts.append(
            source.say("decided-by", who=", ".join(map(source.party, decision.decided_by)))
        )
    if decision.rule is not None:
        parts.append(source.say("rule", rule=decision.rule))
    if decision.reasons:
        parts.append(source.say("reasons", reasons=source.listed(decision.reasons, reasons, "; ")))
    if decision.dissent:
        parts.append(source.say("dissent", dissent="; ".join(decision.dissent)))
    else:
        parts.append(source.say("no-dissent"))
    return " ".join(parts)


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
    """List what is planned and not done, what is unanswered, and who was never asked."""
    status = dict(
        zip(source.progress.detail.activities, source.progress.detail.status, strict=True)
    )
    lines = [
        source.say("step-open", plan=plan.name, text=source.marked(step.text, plan))
        for plan in source.cycle.plans
        for step in plan.steps
        if status[f"{plan.id}.{step.id}"] in ("planned", "described")
    ]
    lines += [
        source.say("answer-next", text=challenge.text)
        for challenge in source.community.challenges
        if challenge.answer is None
    ]
    if source.summary.asking.not_asked:
        lines.append(source.say("ask-next", count=source.summary.asking.not_asked))
    return [Bullets(tuple(lines))] if lines else [Paragraph(source.say("nothing-next"))]


def owner(source: Source, id: str | None) -> str:
    """Say whose a vision, goal or plan is."""
    if id is None:
        return ""
    who = source.say("everybody") if id == ALL else source.party(id)
    return source.say("owner", who=who)
