"""Blocks as Markdown and as HTML; whatever stands in them stays text."""

import html
import re
from collections.abc import Iterable, Sequence

from .blocks import Block, Bullets, Heading, Paragraph

__all__ = ["as_html", "as_markdown"]

# Marks that mean something anywhere in a line, and at its start.
_ANYWHERE = re.compile(r"[\\`*<>|~$]|(?<!\w)_|_(?!\w)|(?<=\])[(\[:]|!(?=\[)|&(?=#?\w+;)")
_AT_START = re.compile(r"^(?=[-+#=])|(?<=^\d)(?=[.)])|(?<=^\d\d)(?=[.)])")


def as_markdown(blocks: Iterable[Block]) -> str:
    """Lay blocks out as GitHub-flavored Markdown, ending in one line break."""
    return "\n\n".join([_markdown(block) for block in blocks]) + "\n"


def _markdown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_escaped(block.text)}"
    if isinstance(block, Paragraph):
        return f"> {_escaped(block.text)}" if block.aside else _escaped(block.text)
    if isinstance(block, Bullets):
        mark = "> -" if block.aside else "-"
        return "\n".join([f"{mark} {_escaped(item)}" for item in block.items])
    rule = tuple(["---"] * len(block.head))
    head = tuple([_escaped(cell) for cell in block.head])
    rows = [tuple([_escaped(cell) for cell in row]) for row in block.rows]
    return "\n".join([f"| {' | '.join(row)} |" for row in (head, rule, *rows)])


def _escaped(text: str) -> str:
    line = " ".join(text.split())
    return _AT_START.sub(r"\\", _ANYWHERE.sub(lambda mark: "\\" + mark.group(), line))


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
    "vertical-align:top}blockquote{margin:1rem 0;padding:.2rem 1rem;border-left:4px solid #b5651d;"
    "background:#faf5ef}blockquote ul{margin:.3rem 0;padding-left:1.2rem}"
    "@media print{body{margin:0;max-width:none}}"
)
