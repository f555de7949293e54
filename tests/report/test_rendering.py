"""Blocks as Markdown and HTML, with hostile text in every one of them."""

import html5lib
import pytest

from abcd.report.blocks import Block, Bullets, Heading, Paragraph, Table
from abcd.report.rendering import as_html, as_markdown

HOSTILE = "<script>alert(1)</script> | *x* [y](javascript:z) ![i](u) `c` &amp; _e_ snake_case"


def test_markdown_of_each_block() -> None:
    """Headings, paragraphs, asides, lists and tables."""
    blocks: list[Block] = [
        Heading(2, "Title"),
        Paragraph("Text"),
        Paragraph("Aside", aside=True),
        Bullets(("one", "two")),
        Bullets(("note",), aside=True),
        Table(("a", "b"), (("1", "2"),)),
    ]
    assert as_markdown(blocks) == (
        "## Title\n\nText\n\n> Aside\n\n- one\n- two\n\n> - note\n\n"
        "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
    )


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("*x* `y` ~z~ $m$", r"\*x\* \`y\` \~z\~ \$m\$"),
        ("<b>", r"\<b\>"),
        ("_x_ snake_case", r"\_x\_ snake_case"),
        ("[a](b) [c]: d [e][f]", r"[a]\(b) [c]\: d [e]\[f]"),
        ("![i](u)", r"\![i]\(u)"),
        ("&lt;b&gt; & c", r"\&lt;b\&gt; & c"),
        ("# x", r"\# x"),
        ("- x", r"\- x"),
        ("1. x", r"1\. x"),
        ("12) x", r"12\) x"),
        ("a\nb\t c", "a b c"),
        ("back\\slash", r"back\\slash"),
        ("[redacted]", "[redacted]"),
    ],
)
def test_text_stays_text_in_markdown(text: str, escaped: str) -> None:
    """No mark in the data is read as markup; line breaks can not start a block."""
    assert as_markdown([Paragraph(text)]) == escaped + "\n"


def test_text_stays_text_in_html() -> None:
    """An HTML parser finds no element that the data brought along."""
    blocks: list[Block] = [
        Heading(1, HOSTILE),
        Paragraph(HOSTILE),
        Paragraph(HOSTILE, aside=True),
        Bullets((HOSTILE,)),
        Bullets((HOSTILE,), aside=True),
        Table((HOSTILE,), ((HOSTILE,),)),
    ]
    page = as_html(blocks, "id")
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    names = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert names <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "p", "blockquote", "ul", "li"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    assert tree.get("lang") == "id"
    assert tree.findtext("head/title") == HOSTILE
    assert tree.findtext("body/p") == HOSTILE


def test_a_page_without_heading_has_an_empty_title() -> None:
    """Nothing is guessed."""
    assert "<title></title>" in as_html([Paragraph("x")], "en")
