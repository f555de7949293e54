"""The definitions that come with the library, and the research steps of the founding case."""

from ..vocabulary import Labels
from .definitions import ActivityDefinition, CycleDefinition, PhaseDefinition

__all__ = [
    "FIVE_D",
    "FIVE_D_DEFINE_FIRST",
    "FOUR_D",
    "INCULTURATION_5D",
    "RESEARCH_STEPS",
]


def _phase(id: str, en: str, in_indonesian: str, *rows: tuple[str, str, str]) -> PhaseDefinition:
    activities = [
        ActivityDefinition(activity, Labels(english, id=indonesian))
        for activity, english, indonesian in rows
    ]
    return PhaseDefinition(id, activities, Labels(en, id=in_indonesian))


_DISCOVERY = _phase(
    "discovery",
    "Discovery",
    "Discovery (pengkajian)",
    ("map-potential", "Map members' potential", "Pemetaan potensi anggota komunitas"),
    ("consult", "Consult and gather information", "Konsultasi dan pengumpulan informasi"),
    ("analyze", "Analyze potential and needs", "Analisis potensi dan kebutuhan"),
    (
        "form-team",
        "Form a working team or discussion group (of members)",
        "Pembentukan tim kerja atau kelompok diskusi",
    ),
    ("plan-action", "Plan action", "Perencanaan tindakan"),
)
_DREAM = _phase(
    "dream",
    "Dream",
    "Dream (impian)",
    (
        "identify-aims",
        "Identify shared aims (income, visibility, a stronger community; personal or common)",
        "Mengidentifikasi tujuan bersama",
    ),
    ("build-vision", "Build a shared vision", "Membangun visi bersama"),
    (
        "set-values",
        "Set standards and values (integrity, cooperation, innovation, empowerment)",
        "Menetapkan standar dan nilai",
    ),
    ("make-strategy", "Make a strategic plan", "Membuat rencana strategis"),
    (
        "inspire",
        "Inspire and motivate (success stories, testimonials)",
        "Menginspirasi dan memotivasi",
    ),
)
_DESIGN = _phase(
    "design",
    "Design",
    "Design (prosedur)",
    (
        "identify-resources",
        "Identify assets and resources for the programme",
        "Identifikasi aset dan sumber daya",
    ),
    (
        "develop-curriculum",
        "Develop curriculum and materials (attractive content, marketing, data analysis)",
        "Pengembangan kurikulum dan materi pelatihan",
    ),
    (
        "make-plan",
        "Make the implementation plan (schedule, place, online or offline, evaluation strategy)",
        "Membuat rencana pelaksanaan",
    ),
    (
        "involve-members",
        "Involve members (input, suggestions, feedback)",
        "Melibatkan anggota komunitas",
    ),
    (
        "engage-partners",
        "Work with external partners, if any",
        "Kolaborasi dengan mitra eksternal",
    ),
    (
        "set-up-support",
        "Set up support, during and after (questions, forum, individual guidance)",
        "Pembentukan mekanisme dukungan",
    ),
)
_DEFINE = _phase(
    "define",
    "Define",
    "Define (tentukan)",
    ("identify-assets", "Identify community assets", "Identifikasi aset komunitas"),
    (
        "understand-potential",
        "Understand the community's potential",
        "Pemahaman tentang potensi komunitas",
    ),
    ("set-goals", "Define goals and targets", "Definisikan tujuan dan sasaran"),
    (
        "identify-training-needs",
        "Identify training needs",
        "Identifikasi kebutuhan pelatihan",
    ),
    (
        "formulate-action-plan",
        "Formulate the action plan (steps, materials, evaluation)",
        "Perumusan rencana aksi",
    ),
    (
        "engage",
        "Engagement and participation (group discussion, meetings, interviews)",
        "Keterlibatan dan partisipasi",
    ),
)
_DESTINY = _phase(
    "destiny",
    "Destiny",
    "Destiny (tujuan akhir)",
    (
        "set-long-term-goals",
        "Set long-term goals (income, digital skills, networks and collaboration)",
        "Menetapkan tujuan jangka panjang",
    ),
    ("state-future-vision", "State the vision of the future", "Merumuskan visi masa depan"),
    (
        "form-long-term-plan",
        "Form the long-term action plan with members, partners, stakeholders",
        "Pembentukan rencana tindakan jangka panjang",
    ),
    (
        "measure-and-evaluate",
        "Measure and evaluate (indicators, regular monitoring, feedback to members)",
        "Pengukuran dan evaluasi",
    ),
    (
        "sustain",
        "Community engagement and continuity (capacity to go on without the team)",
        "Keterlibatan komunitas dan kelangsungan program",
    ),
    ("celebrate", "Celebrate achievements", "Perayaan prestasi dan keberhasilan"),
)
# The source names the phase and its sense, trust first, and no activity; this one is ours.
_INCULTURATION = _phase(
    "inculturation",
    "Inculturation",
    "Inkulturasi",
    ("build-trust", "Build trust", "Membangun kepercayaan"),
)

FIVE_D = CycleDefinition(
    "five-d",
    [_DISCOVERY, _DREAM, _DESIGN, _DEFINE, _DESTINY],
    source="Abadi et al. (undated), UIN Prof. K.H. Saifuddin Zuhri Purwokerto, after Al-Kautsari, "
    "M. M. (2019). Empower 4(2), 259",
)
"""The five phases of the founding case, in its order, with its 28 activities."""

FIVE_D_DEFINE_FIRST = CycleDefinition(
    "five-d-define-first",
    [_DEFINE, _DISCOVERY, _DREAM, _DESIGN, _DESTINY],
    source="Watkins, J. M., Mohr, B. & Kelly, R.: Appreciative Inquiry in 5-D; activities from the "
    "founding case",
)
"""Appreciative Inquiry in 5-D: Define comes first, to choose the topic."""

FOUR_D = CycleDefinition(
    "four-d",
    [_DISCOVERY, _DREAM, _DESIGN, _DESTINY],
    source="Cooperrider, D. L.: Appreciative Inquiry in 4-D; activities from the founding case",
)
"""Appreciative Inquiry in 4-D, around a topic that is chosen before."""

INCULTURATION_5D = CycleDefinition(
    "inculturation-5d",
    [_INCULTURATION, _DISCOVERY, _DESIGN, _DEFINE, _DESTINY],
    source="Rubaidi, Farisia, H. & Fatikul: Moderasi Beragama Berbasis Potensi, p. 200; activities "
    "from the founding case",
)
"""Trust first: Inculturation, Discovery, Design, Define, Destiny."""


def _step(id: str, en: str, in_indonesian: str, *serves: str) -> ActivityDefinition:
    return ActivityDefinition(id, Labels(en, id=in_indonesian), serves=serves)


RESEARCH_STEPS = PhaseDefinition(
    "research",
    [
        _step(
            "map-assets",
            "Community asset mapping",
            "Pemetaan aset komunitas",
            "discovery.map-potential",
        ),
        _step(
            "consult",
            "Consultation and information gathering",
            "Konsultasi dan pengumpulan informasi",
            "discovery.consult",
        ),
        _step("analyze", "Data analysis", "Analisis data", "discovery.analyze"),
        # The step forms a team of students, the activity one of members; the founding case
        # repeats one as the other, and leaves open who leads.
        _step("form-team", "Team formation", "Pembentukan tim", "discovery.form-team"),
        _step(
            "plan-training",
            "Training planning",
            "Perencanaan pelatihan",
            "discovery.plan-action",
        ),
        # The delivery itself is none of the 28 activities.
        _step("deliver-training", "Training delivery", "Pelaksanaan pelatihan"),
        _step(
            "evaluate",
            "Evaluation and learning",
            "Evaluasi dan pembelajaran",
            "destiny.measure-and-evaluate",
        ),
        _step(
            "measure-impact",
            "Impact measurement",
            "Pengukuran dampak",
            "destiny.measure-and-evaluate",
        ),
    ],
    Labels("Research-action steps", id="Langkah riset aksi"),
)
"""The steps a to h of the founding case, with the activities that each of them meets.

The founding case never states the relation: that a to e repeat Discovery 1 to 5, that f meets no
activity, and that g and h meet the measuring in Destiny, is a documented default.
"""
