"""The chain of results: what fits together, and what is refused."""

import copy
import pickle
from typing import Any

import pytest

from abcd import from_dict, to_dict
from abcd.errors import DocumentError, IntegrityError, InvalidValueError
from abcd.impact import Assumption, ChainLink, ChainStep, ResultsChain, UnexpectedResult


def seed() -> ResultsChain:
    """Give the chain behind the founding paper: skill, success, creative industry, region."""
    return ResultsChain(
        inputs=[ChainStep("students", "A team of students")],
        activities=[ChainStep("training", "Three days of training")],
        outputs=[ChainStep("accounts", "Members have an affiliate account")],
        outcomes=[
            ChainStep("skill", "Members have more soft skill", indicators=["soft-skill"]),
            ChainStep("performance", "They perform better and succeed", indicators=["creativity"]),
        ],
        impact=[
            ChainStep("industry", "The creative industry is stronger", indicators=["industry"]),
            ChainStep("region", "The region earns more", unmeasured="no records of the region"),
        ],
        links=[
            ChainLink("students", "training"),
            ChainLink("training", "accounts"),
            ChainLink("training", "skill", assumptions=[Assumption("members come on all days")]),
            ChainLink("accounts", "performance"),
            ChainLink("skill", "performance", assumptions=[Assumption("skill is what lacked")]),
            ChainLink("performance", "industry"),
            ChainLink("industry", "region", assumptions=[Assumption("money stays in the village")]),
        ],
        assumptions=[Assumption("there is signal", found="holds", on="2024-01-15")],
        unexpected=[UnexpectedResult("Neighbors buy outside brands", "negative", after="accounts")],
    )


def test_the_chain_of_the_founding_paper_can_be_said() -> None:
    """Skill leads to performance, to the creative industry, to the income of the region."""
    chain = seed()
    assert [chain.stage_of(step.id) for step in chain.steps] == [
        *("inputs", "activities", "outputs", "outcomes", "outcomes", "impact", "impact"),
    ]
    assert chain.stage_of("nowhere") is None
    assert repr(chain) == (
        "<ResultsChain: 1 input, 1 activity, 1 output, 2 outcomes, 2 impacts, 7 links, "
        "1 assumption, 1 unexpected result>"
    )
    assert repr(ResultsChain()) == "<ResultsChain: empty>"


def test_a_chain_is_a_value() -> None:
    """It pickles, copies, hashes, and has a document that reads back equally."""
    chain = seed()
    assert pickle.loads(pickle.dumps(chain)) == copy.deepcopy(chain) == chain
    assert len({chain, seed()}) == 1
    assert from_dict(to_dict(chain), ResultsChain) == chain


def test_html_is_escaped() -> None:
    """A row a step, with the steps that it leads to."""
    chain = ResultsChain(
        inputs=[ChainStep("a", "<b>")], impact=[ChainStep("c", "C")], links=[ChainLink("a", "c")]
    )
    html = chain._repr_html_()
    assert "&lt;b&gt;" in html
    assert "<td style='text-align:left'>c</td>" in html


FAULTS: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    (
        {"outcomes": [ChainStep("a", "A")], "impact": [ChainStep("a", "A")]},
        [("impact[0].id", "duplicate-id")],
    ),
    (
        {"links": [ChainLink("a", "b")]},
        [("links[0].source", "unknown-id"), ("links[0].target", "unknown-id")],
    ),
    (
        {"outcomes": [ChainStep("a", "A")], "links": [ChainLink("a", "a")]},
        [("links[0].target", "self-link")],
    ),
    (
        {
            "inputs": [ChainStep("a", "A")],
            "outputs": [ChainStep("b", "B")],
            "links": [ChainLink("a", "b"), ChainLink("a", "b")],
        },
        [("links[1]", "twice")],
    ),
    (
        {
            "inputs": [ChainStep("a", "A")],
            "outputs": [ChainStep("b", "B")],
            "links": [ChainLink("b", "a")],
        },
        [("links[0].target", "backward-link")],
    ),
    (
        {
            "outcomes": [ChainStep(id, id) for id in "abcd"],
            "links": [ChainLink(*pair) for pair in ("ab", "bc", "ca", "ad")],
        },
        [("links[2]", "circle")],
    ),
    (
        {"unexpected": [UnexpectedResult("?"), UnexpectedResult("!", after="x")]},
        [("unexpected[1].after", "unknown-id")],
    ),
]


@pytest.mark.parametrize(("fields", "expected"), FAULTS, ids=lambda value: str(len(value)))
def test_what_does_not_fit_is_refused(
    fields: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    """Every fault at once, each at its place."""
    with pytest.raises(IntegrityError) as caught:
        ResultsChain(**fields)
    assert [(fault.path, fault.code) for fault in caught.value.faults] == expected


def test_a_circle_names_its_steps() -> None:
    """All of them, in order."""
    steps = [ChainStep(id, id) for id in "ab"]
    with pytest.raises(IntegrityError, match="found a circle of 'a', 'b'; accepted: links that do"):
        ResultsChain(outcomes=steps, links=[ChainLink("b", "a"), ChainLink("a", "b")])


def test_a_step_has_indicators_or_says_why_not() -> None:
    """Both contradict each other; none of the two is thin and no fault."""
    with pytest.raises(InvalidValueError, match="unmeasured: found text; accepted: None beside"):
        ChainStep("a", "A", indicators=["i"], unmeasured="too dear")
    assert ChainStep("a", "A").unmeasured is None


def test_wrong_words_are_refused() -> None:
    """What was found of an assumption, and an effect, are closed vocabularies."""
    with pytest.raises(InvalidValueError, match=r"^found: found 'yes'; accepted: one of 'holds'"):
        Assumption("a", found="yes")  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(InvalidValueError, match=r"^effect: found 'bad'"):
        UnexpectedResult("a", "bad")  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(InvalidValueError, match="2 faults"):
        ResultsChain(inputs="a", links=[3])  # type: ignore[arg-type,list-item]  # wrong on purpose


def test_all_faults_of_a_document_come_at_once() -> None:
    """A broken step does not hide a broken link, and is not held against a sound one."""
    data = to_dict(seed())
    data["outcomes"][0]["text"] = 3
    data["links"][0]["target"] = "trainings"
    data["links"][5] = {"source": "performance"}
    with pytest.raises(DocumentError) as caught:
        from_dict(data, ResultsChain)
    assert [fault.path for fault in caught.value.faults] == [
        "outcomes[0].text",
        "links[5].target",
        "links[0].target",
    ]
    lost = to_dict(seed()) | {"impact": "none"}
    with pytest.raises(DocumentError) as caught:
        from_dict(lost, ResultsChain)
    assert [fault.path for fault in caught.value.faults] == ["impact"]
