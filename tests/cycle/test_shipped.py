"""The definitions that come with the library: every id and label as in its source."""

import pytest

import abcd
from abcd.cycle import (
    FIVE_D,
    FIVE_D_DEFINE_FIRST,
    FOUR_D,
    INCULTURATION_5D,
    RESEARCH_STEPS,
    CycleDefinition,
    PhaseDefinition,
)

# The founding case (Abadi et al., undated), the five phases in the paper's order: full id,
# English, Indonesian. The Indonesian is the paper's own, the English a translation with its gloss.
ACTIVITIES = """
discovery.map-potential | Map members' potential | Pemetaan potensi anggota komunitas
discovery.consult | Consult and gather information | Konsultasi dan pengumpulan informasi
discovery.analyze | Analyze potential and needs | Analisis potensi dan kebutuhan
discovery.form-team | Form a working team or discussion group (of members) | Pembentukan tim kerja \
atau kelompok diskusi
discovery.plan-action | Plan action | Perencanaan tindakan
dream.identify-aims | Identify shared aims (income, visibility, a stronger community; personal or \
common) | Mengidentifikasi tujuan bersama
dream.build-vision | Build a shared vision | Membangun visi bersama
dream.set-values | Set standards and values (integrity, cooperation, innovation, empowerment) | \
Menetapkan standar dan nilai
dream.make-strategy | Make a strategic plan | Membuat rencana strategis
dream.inspire | Inspire and motivate (success stories, testimonials) | Menginspirasi dan memotivasi
design.identify-resources | Identify assets and resources for the programme | Identifikasi aset \
dan sumber daya
design.develop-curriculum | Develop curriculum and materials (attractive content, marketing, data \
analysis) | Pengembangan kurikulum dan materi pelatihan
design.make-plan | Make the implementation plan (schedule, place, online or offline, evaluation \
strategy) | Membuat rencana pelaksanaan
design.involve-members | Involve members (input, suggestions, feedback) | Melibatkan anggota \
komunitas
design.engage-partners | Work with external partners, if any | Kolaborasi dengan mitra eksternal
design.set-up-support | Set up support, during and after (questions, forum, individual guidance) | \
Pembentukan mekanisme dukungan
define.identify-assets | Identify community assets | Identifikasi aset komunitas
define.understand-potential | Understand the community's potential | Pemahaman tentang potensi \
komunitas
define.set-goals | Define goals and targets | Definisikan tujuan dan sasaran
define.identify-training-needs | Identify training needs | Identifikasi kebutuhan pelatihan
define.formulate-action-plan | Formulate the action plan (steps, materials, evaluation) | \
Perumusan rencana aksi
define.engage | Engagement and participation (group discussion, meetings, interviews) | \
Keterlibatan dan partisipasi
destiny.set-long-term-goals | Set long-term goals (income, digital skills, networks and \
collaboration) | Menetapkan tujuan jangka panjang
destiny.state-future-vision | State the vision of the future | Merumuskan visi masa depan
destiny.form-long-term-plan | Form the long-term action plan with members, partners, stakeholders \
| Pembentukan rencana tindakan jangka panjang
destiny.measure-and-evaluate | Measure and evaluate (indicators, regular monitoring, feedback to \
members) | Pengukuran dan evaluasi
destiny.sustain | Community engagement and continuity (capacity to go on without the team) | \
Keterlibatan komunitas dan kelangsungan program
destiny.celebrate | Celebrate achievements | Perayaan prestasi dan keberhasilan
"""
ROWS = [tuple(part.strip() for part in line.split("|")) for line in ACTIVITIES.strip().splitlines()]

# The research-action steps a to h, and which activity each of them meets: a to e repeat Discovery
# 1 to 5, the delivery is none of the 28, g and h meet Destiny 4.
STEPS = [
    ("map-assets", ("discovery.map-potential",)),
    ("consult", ("discovery.consult",)),
    ("analyze", ("discovery.analyze",)),
    ("form-team", ("discovery.form-team",)),
    ("plan-training", ("discovery.plan-action",)),
    ("deliver-training", ()),
    ("evaluate", ("destiny.measure-and-evaluate",)),
    ("measure-impact", ("destiny.measure-and-evaluate",)),
]

DEFINITIONS = [FIVE_D, FIVE_D_DEFINE_FIRST, FOUR_D, INCULTURATION_5D]


def by_id(definition: CycleDefinition) -> str:
    """Name a test after the definition."""
    return definition.id


def phases(definition: CycleDefinition) -> list[str]:
    """List the phases in the order of the definition."""
    return [phase.id for phase in definition.phases]


def test_the_founding_case_has_28_activities_in_its_order() -> None:
    """Ids, English and Indonesian labels are those of the source, one by one."""
    assert len(ROWS) == 28
    found = [
        (f"{phase.id}.{activity.id}", activity.labels.en, activity.labels.id)
        for phase in FIVE_D.phases
        for activity in phase.activities
    ]
    assert found == ROWS


def test_the_phases_have_five_five_six_six_and_six_activities() -> None:
    """The numbers of the source."""
    assert phases(FIVE_D) == ["discovery", "dream", "design", "define", "destiny"]
    assert [len(phase.activities) for phase in FIVE_D.phases] == [5, 5, 6, 6, 6]


def test_the_phases_are_glossed_as_in_the_source() -> None:
    """Define is *tentukan*, Destiny *tujuan akhir*."""
    assert [phase.labels.en for phase in FIVE_D.phases] == [
        "Discovery",
        "Dream",
        "Design",
        "Define",
        "Destiny",
    ]
    assert [phase.labels.id for phase in FIVE_D.phases[3:]] == [
        "Define (tentukan)",
        "Destiny (tujuan akhir)",
    ]


def test_the_research_steps_meet_what_is_documented() -> None:
    """a to e meet Discovery 1 to 5, f meets nothing, g and h meet Destiny 4."""
    assert RESEARCH_STEPS.id == "research"
    assert [(step.id, step.serves) for step in RESEARCH_STEPS.activities] == STEPS
    served = [full_id for _, full_ids in STEPS for full_id in full_ids]
    assert served[:5] == [row[0] for row in ROWS[:5]]
    assert set(served) <= set(FIVE_D.full_ids)
    assert FIVE_D.phases[4].activities[3].id == "measure-and-evaluate"


@pytest.mark.parametrize(
    ("definition", "order"),
    [
        (FIVE_D_DEFINE_FIRST, ["define", "discovery", "dream", "design", "destiny"]),
        (FOUR_D, ["discovery", "dream", "design", "destiny"]),
        (INCULTURATION_5D, ["inculturation", "discovery", "design", "define", "destiny"]),
    ],
    ids=["five-d-define-first", "four-d", "inculturation-5d"],
)
def test_other_variants_take_the_phases_in_their_own_order(
    definition: CycleDefinition, order: list[str]
) -> None:
    """The phases that they share with the founding case are the same objects."""
    assert phases(definition) == order
    shared = {phase.id: phase for phase in FIVE_D.phases}
    assert all(shared.get(phase.id, phase) is phase for phase in definition.phases)


@pytest.mark.parametrize("definition", DEFINITIONS, ids=by_id)
def test_a_shipped_definition_says_where_it_comes_from(definition: CycleDefinition) -> None:
    """Its id is its own, and its source is stated."""
    assert definition.source
    assert [other.id for other in DEFINITIONS].count(definition.id) == 1


@pytest.mark.parametrize("definition", DEFINITIONS, ids=by_id)
def test_a_shipped_definition_is_a_document(definition: CycleDefinition) -> None:
    """Every shipped thing comes back from plain data as it was."""
    assert abcd.from_dict(abcd.to_dict(definition), CycleDefinition) == definition


def test_the_research_steps_are_a_document() -> None:
    """They are a phase like others, outside all cycles."""
    assert abcd.from_dict(abcd.to_dict(RESEARCH_STEPS), PhaseDefinition) == RESEARCH_STEPS


def test_the_face_ships_the_same_objects() -> None:
    """`abcd.FIVE_D` is `abcd.cycle.FIVE_D`."""
    assert [
        abcd.FIVE_D,
        abcd.FIVE_D_DEFINE_FIRST,
        abcd.FOUR_D,
        abcd.INCULTURATION_5D,
    ] == DEFINITIONS
    assert abcd.RESEARCH_STEPS is RESEARCH_STEPS
