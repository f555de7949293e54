"""Blocks as Markdown and as HTML; whatever stands in them stays text."""

import html
import re
from collections.abc import Iterable, Sequence

from .blocks import Block, Bullets, Heading, Paragraph

__all__ = ["as_html", "as_markdown"]

# Marks that mean something anywhere in a line.
_ANYWHERE = re.compile(
    r"[\\`*<>|~$]|(?<![^\W_])_|_(?![^\W_])|(?<=\])[(\[:]|!(?=\[)|\[(?=!)|&(?=#?\w+;)"
)
# At the start of a line: a list, a heading, a rule, a box to tick.
_AT_START = re.compile(r"^(?=[-+#=])|^(?=\[[ xX]\])")
_NUMBERED = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")
# Marks that close a heading, unless they are escaped already.
_AT_END = re.compile(r"(?<!\\)#(?=#*$)")


def as_markdown(blocks: Iterable[Block]) -> str:
    """Lay blocks out as GitHub-flavored Markdown, ending in one line break."""
    texts, in_a_row = [], 0
    for block in blocks:
        # Two lists in a row with one mark would be one list.
        in_a_row = in_a_row + 1 if isinstance(block, Bullets) and not block.aside else 0
        texts.append(_markdown(block, "*" if in_a_row and in_a_row % 2 == 0 else "-"))
    return "\n\n".join(texts) + "\n"


def _markdown(block: Block, mark: str) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_escaped(block.text)}"
    if isinstance(block, Paragraph):
        return f"> {_escaped(block.text)}" if block.aside else _escaped(block.text)
    if isinstance(block, Bullets):
        start = f"> {mark}" if block.aside else mark
        return "\n".join([f"{start} {_escaped(item)}" for item in block.items])
    rule = tuple(["---"] * len(block.head))
    head = tuple([_inline(cell) for cell in block.head])
    rows = [tuple([_inline(cell) for cell in row]) for row in block.rows]
    return "\n".join([f"| {' | '.join(row)} |" for row in (head, rule, *rows)])


def _escaped(text: str) -> str:
    """Escape what means something in a line that is a block of its own."""
    line = _NUMBERED.sub(r"\1\\", _AT_START.sub(r"\\", _inline(text)))
    return _AT_END.sub(r"\\#", line)


def _inline(text: str) -> str:
    """Escape what means something in the middle of a line, and take its line breaks away."""
    line = " ".join(text.split())
    return _ANYWHERE.sub(lambda mark: "\\" + mark.group(), line)


def as_html(blocks: Sequence[Block], language: str) -> str:
    """Lay blocks out as one HTML page that needs nothing from outside."""
    title = next((block.text for block in blocks if isinstance(block, Heading)), "")
    body = "\n".join([_html(block) for block in blocks])
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _html(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{html.escape(block.text)}</h{block.level}>"
    if isinstance(block, Paragraph):
        inside = html.escape(block.text)
        return f"<blockquote>{inside}</blockquote>" if block.aside else f"<p>{inside}</p>"
    if isinstance(block, Bullets):
        items = "".join([f"<li>{html.escape(item)}</li>" for item in block.items])
        return f"<blockquote><ul>{items}</ul></blockquote>" if block.aside else f"<ul>{items}</ul>"
    head = "".join([f"<th>{html.escape(cell)}</th>" for cell in block.head])
    rows = "".join(
        [
            "<tr>" + "".join([f"<td>{html.escape(cell)}</td>" for cell in row]) + "</tr>"
            for row in block.rows
        ]
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1b1b}h1,h2,h3{line-height:1.2}table{border-collapse:collapse;width:100%;"
    "margin:1rem 0}th,td{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;"
    "vertical-align:top;overflow-wrap:break-word}"
    "blockquote{margin:1rem 0;padding:.2rem 1rem;border-left:4px solid #b5651d;"
    "background:#faf5ef}blockquote ul{margin:.3rem 0;padding-left:1.2rem}"
    "@media print{body{margin:0;max-width:none}}"
)
