"""Blocks as Markdown and HTML, with hostile text in every one of them."""

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

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


def test_lists_that_follow_each_other_stay_apart() -> None:
    """Another mark starts another list; after anything else the first mark comes back."""
    one, note = Bullets(("a", "b")), Bullets(("n",), aside=True)
    text = as_markdown([one, one, one, Paragraph("x"), one, note])
    assert text == "- a\n- b\n\n* a\n* b\n\n- a\n- b\n\nx\n\n- a\n- b\n\n> - n\n"
    markdown_it = pytest.importorskip("markdown_it", reason="comes with the docs extra")
    tokens = markdown_it.MarkdownIt("commonmark").parse(text)
    assert [token.type for token in tokens].count("bullet_list_open") == 5


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
        ("2024. Kami", r"2024\. Kami"),
        ("123456789. x", r"123456789\. x"),
        ("1234567890. x", "1234567890. x"),
        ("1.5 kg", "1.5 kg"),
        ("+ x", r"\+ x"),
        ("> x", r"\> x"),
        ("= x", r"\= x"),
        ("| x", r"\| x"),
        ("~~~ x", r"\~\~\~ x"),
        ("--- x", r"\--- x"),
        ("[x] done", r"\[x] done"),
        ("[!NOTE]", r"\[!NOTE]"),
        ("C #", r"C \#"),
        ("C ##", r"C \#\#"),
        ("#", r"\#"),
        ("##", r"\#\#"),
        ("a\nb\t c", "a b c"),
        ("back\\slash", r"back\\slash"),
        ("[redacted]", "[redacted]"),
    ],
)
def test_text_stays_text_in_markdown(text: str, escaped: str) -> None:
    """No mark in the data is read as markup; line breaks can not start a block."""
    assert as_markdown([Paragraph(text)]) == escaped + "\n"


_MARKS = [
    *("#", "##", "-", "+", "=", "===", "---", ">", "|", "~~~", "```", "*", "**", "_", "__", "\\"),
    *("1.", "2024.", "12)", "[", "]", "(", ")", "!", "<", "&amp;", "&", ":", "$", "x", "Kami", "é"),
    *(" ", "\n", "\t", "[x]", "</b>", "[a](b)", "![a](b)", "[a]: b", "a_b", "https://x.id"),
]
_TEXTS = st.lists(st.sampled_from(_MARKS), min_size=1, max_size=8).map("".join)


@given(_TEXTS.filter(str.strip))
@example("2024. Kami")
@example("Title ##")
@example("__a_b__")
def test_a_markdown_parser_finds_the_text_and_nothing_else(text: str) -> None:
    """One block each, and in it the text as it was, by another program's reading."""
    markdown_it = pytest.importorskip("markdown_it", reason="comes with the docs extra")
    parser = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    line = " ".join(text.split())
    blocks: list[tuple[Block, str]] = [
        (Heading(2, text), "heading_open"),
        (Paragraph(text), "paragraph_open"),
        (Paragraph(text, aside=True), "blockquote_open"),
        (Bullets((text,)), "bullet_list_open"),
        (Bullets((text,), aside=True), "blockquote_open"),
        (Table((text,), ((text,),)), "table_open"),
    ]
    for block, first in blocks:
        tokens = parser.parse(as_markdown([block]))
        assert tokens[0].type == first
        inline = [token for token in tokens if token.type == "inline"]
        assert len(inline) == (2 if isinstance(block, Table) else 1)
        for token in inline:
            assert {child.type for child in token.children} == {"text"}
            assert "".join([child.content for child in token.children]) == line
        kinds = [token.type for token in tokens if token.type.endswith("_open")]
        assert kinds.count(first) == 1
        assert not {"ordered_list_open", "heading_open", "hr"} & set(kinds) - {first}


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
