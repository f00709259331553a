"""Every type of the edition: frozen, slotted, keyword-only dataclasses.

The types stand in the order in which data flows: what an editor declares
(`Manifest` and its parts), what the scanner reads (`Line`), what the nesting
builds (`Node`), what alignment joins (`Clause`, `Block`), and what a run
yields (`Edition`, `Problem`).  This module imports nothing of the package.

Offsets are code points.  An offset into a *source* counts from the beginning
of the file; an offset into a *reading* counts from the beginning of its text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Generic, Literal, TypeVar

T = TypeVar("T")
LANGS: tuple[str, ...] = ("en", "ja")

Vocabulary = Mapping[str, Mapping[str, str]]
"""Words of the interface: key -> language -> words."""

RunKind = Literal["kept", "join", "correction", "markup"]
SpanKind = Literal["kept", "marker", "markup", "space", "join", "furniture", "correction"]
MarkKind = Literal["underline", "strong", "slip", "correction"]
LineKind = Literal["front", "special", "heading", "text", "item", "row", "note", "caption", "see", "figure"]
BlockKind = Literal["paragraph", "list", "table", "note", "caption", "see"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something an editor must mend: where it is, what is wrong, what to write instead."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class Refused(Exception):
    """Raised with every problem of one run; nothing has been written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


# --- what an editor declares -------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """Base of all that stands in a YAML file; `line` is where (from 1), `places` where its keys are."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}  # an unknown key is a mistake, not a comment

    line: int = 0
    places: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def at(self, key: str) -> int:
        """Return the line of a key, or of the whole where it has none."""
        return self.places.get(key, self.line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Declared):
    """The same words in both languages; `ja` or `en` may be empty where only one is known."""

    en: str = ""
    ja: str = ""

    def get(self, lang: str) -> str:
        """Return the words of `lang`."""
        return self.ja if lang == "ja" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags(Declared):
    """A yes or no for each language."""

    en: bool = False
    ja: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Declared):
    """A language's share of a base text: from `starts` (a line's beginning) to the next part."""

    lang: Literal["en", "ja"]
    starts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Find(Declared):
    """Words that begin a line exactly `times` times, in the text of `lang` or in each of them."""

    find: str
    times: int = 1
    why: str = ""
    lang: Literal["", "en", "ja"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture(Declared):
    """Something printed that is no text: `find` (literal) or `pattern` (a whole line, regular expression)."""

    why: str
    find: str = ""
    pattern: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Declared):
    """One parsed source file of a document."""

    file: str
    sha256: str
    provenance: str
    role: Literal["base", "witness"] = "base"
    parts: tuple[Part, ...] = ()
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Declared):
    """How one level is numbered: a form such as `{upper-roman}.` for each language.

    A form may repeat the numbers above it: in `{arabic}.{arabic}` the last is the level's own.
    `on: heading` confines a form without punctuation to lines marked as headings; with `on: text`
    what follows the number is text, though it may not end like a sentence, and never a heading.
    `element` is the Akoma Ntoso element that the level becomes.
    """

    element: str
    en: str = ""
    ja: str = ""
    on: Literal["any", "heading", "text"] = "any"

    def form(self, lang: str) -> str:
        """Return the printed form in `lang`."""
        return self.ja if lang == "ja" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Special(Declared):
    """An unnumbered clause: opened by a line (`opens`), or by the start of the text.

    With `heading: true` the running line after the opening is its heading.  What is numbered in it
    is declared by a `numbering` of its own; the document's goes on after it.
    """

    label: str
    name: Words
    element: str
    opens: Words = Words()
    at_start: bool = False
    heading: bool = False
    numbering: tuple[Level, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Front(Declared):
    """Lines of the front matter: title, subtitle, date."""

    part: Literal["title", "subtitle", "date"]
    lang: Literal["en", "ja"]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Join(Declared):
    """A paragraph cut where no rule can see it: the last words before and the first after the cut."""

    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Declared):
    """A slip of the source and its corrected reading, with the evidence for it."""

    lang: Literal["en", "ja"]
    source: str
    reading: str
    reason: Words
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip(Declared):
    """A suspected slip without evidence for another reading: marked and left."""

    lang: Literal["en", "ja"]
    source: str
    reason: Words
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Float(Declared):
    """A line lifted out of the running text, known by how it `starts`; `strip` is cut from its front."""

    kind: Literal["caption", "see", "note"]
    starts: str
    strip: str = ""
    number: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Declared):
    """A figure: a clause of its own, opened by its caption line."""

    label: str
    printed: str
    starts: str
    drawing: Literal["table", "missing"] = "table"
    described_by: tuple[str, ...] = ()
    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Declared):
    """Where the cells of a parsed table belong.

    `grid` draws the table as CSS grid areas do: a token `row.column` of the
    parsed table in each place, the same token again for a merged cell, `-`
    for an empty place.  `repeats` are cells printed again after a page break.
    """

    clause: str
    grid: str
    headers: str = ""
    row_headers: str = ""
    repeats: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sublist(Declared):
    """List items that belong under another item: from `first` to `last`, under the item before them."""

    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(Declared):
    """Paragraphs of one language that answer one of the other: `block` of the clause takes `count`."""

    clause: str
    block: int
    lang: Literal["en", "ja"]
    count: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Declared):
    """Words of the text that name another place: a clause label of this document, an id, or a document."""

    lang: Literal["en", "ja"]
    text: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinpoint(Declared):
    """How a citation names a clause whose printed number does not say it."""

    label: str
    en: str
    ja: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing(Declared):
    """What citations say that the rest of the manifest does not; what is left out is the issuer's.

    An agreement takes the treaty form of the legal styles.  `within` stands before the
    printed number where the document is a part of a larger one.  `title_short` is the title as a short
    citation has it, else it is whole.  `iri` names the work in Akoma Ntoso.
    """

    kind: Literal["agreement", "report"] = "report"
    author: Words = Words()
    publisher: Words = Words()
    parties: Words = Words()
    parties_short: Words = Words()
    states: Words = Words()
    title_short: Words = Words()
    within: Words = Words()
    pinpoints: tuple[Pinpoint, ...] = ()
    iri: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest(Declared):
    """All that is known of one document (`document.yaml`)."""

    id: str
    order: int
    title: Words
    short: Words
    attested: Flags
    date: str
    place: Words
    issuer: Words
    kind: Words
    languages: tuple[Literal["en", "ja"], ...]
    texts: tuple[Text, ...]
    numbering: tuple[Level, ...]
    subtitle: Words | None = None
    official: Words = Words()
    authority: Words = Words()
    about: Words = Words()
    state: tuple[Words, ...] = ()
    specials: tuple[Special, ...] = ()
    front: tuple[Front, ...] = ()
    literal: tuple[Find, ...] = ()
    breaks: tuple[Find, ...] = ()
    joins: tuple[Join, ...] = ()
    corrections: tuple[Correction, ...] = ()
    slips: tuple[Slip, ...] = ()
    floats: tuple[Float, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    sublists: tuple[Sublist, ...] = ()
    merges: tuple[Merge, ...] = ()
    references: tuple[Reference, ...] = ()
    cite: Citing = Citing()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source file as read, and the range of each language in it (base texts only)."""

    path: str
    declared: Text
    text: str
    ranges: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A manifest with its sources; `path` is the manifest's, for messages."""

    path: str
    manifest: Manifest
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermWords(Declared):
    """Lists of words for each language."""

    en: tuple[str, ...] = ()
    ja: tuple[str, ...] = ()

    def get(self, lang: str) -> tuple[str, ...]:
        """Return the words of `lang`."""
        return self.ja if lang == "ja" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Declared):
    """An entry of `glossary.yaml`."""

    id: str
    term: Words
    reading: str
    definition: Words
    abbreviation: str = ""
    variants: TermWords = TermWords()
    defined_in: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    not_in: TermWords = TermWords()
    related: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    succeeded_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exempt(Declared):
    """Capitals that are no term, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary(Declared):
    """`glossary.yaml`."""

    terms: tuple[Term, ...]
    exceptions: tuple[Exempt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Era(Declared):
    """A stretch of the timeline; `start` and `end` are years, both within."""

    id: str
    title: Words
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Declared):
    """A kind of event or of fact that the collection tells apart, and its name on the pages."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Declared):
    """A dated event; `date` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as the texts have it."""

    id: str
    date: str
    kind: str
    title: Words
    sources: tuple[str, ...]
    people: tuple[Words, ...] = ()
    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Declared):
    """`corpus/timeline.yaml`; the filters of the page stand in the order of the kinds."""

    eras: tuple[Era, ...]
    events: tuple[Event, ...]
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Declared):
    """A published text that was changed on purpose: its new digest, the day, and why."""

    id: str
    lang: Literal["en", "ja"]
    digest: str
    date: str
    reason: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Declared):
    """An address that leads to an id: one that was published before, or another habit of citing."""

    id: str
    to: str
    date: str
    reason: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Declared):
    """`corpus/changes.yaml`."""

    changes: tuple[Change, ...] = ()
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Every id ever published, with the digest of its text in each language."""

    published: Mapping[str, Mapping[str, str]]
    changes: tuple[Change, ...] = ()
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(Declared):
    """Words that recur and answer each other in aligned texts: a translator's phrase, not a term."""

    id: str
    en: tuple[str, ...]
    ja: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Declared):
    """Words of the text of `lang` that answer a term in `block`, where no form of the term does."""

    term: str
    block: str
    lang: Literal["en", "ja"]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb(Declared):
    """A form of the predicate to be counted: `name` as it is shown, `pattern` a regular expression."""

    id: str
    lang: Literal["en", "ja"]
    name: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kana(Declared):
    """How words that stand in Japanese forms are read, for the order of the forms."""

    words: str
    kana: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases(Declared):
    """`corpus/phrases.yaml`."""

    phrases: tuple[Phrase, ...] = ()
    answers: tuple[Answer, ...] = ()
    verbs: tuple[Verb, ...] = ()
    readings: tuple[Kana, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Declared):
    """Words of the text of `source`, verbatim: the id of a heading, block, item or row."""

    source: str
    words: str
    lang: Literal["en", "ja"] = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFact(Declared):
    """What the texts say of a body."""

    kind: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Declared):
    """A body or mechanism; `term` is its entry in the glossary, `place` its column and row in the drawing."""

    term: str
    place: tuple[int, int]
    facts: tuple[BodyFact, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie(Declared):
    """How one body stands to another, in the edition's words, and the words of the texts that say so.

    Succession is the edition's reading where it has no quotation, and is drawn so.
    """

    start: str
    end: str
    kind: Literal["directs", "assists", "part", "succession"]
    label: Words
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane(Declared):
    """A column of the drawing."""

    title: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanisms(Declared):
    """`corpus/mechanisms.yaml`; `kinds` are those of the facts."""

    kinds: tuple[Kind, ...] = ()
    lanes: tuple[Lane, ...] = ()
    bodies: tuple[Body, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Everything the loader read."""

    documents: tuple[Document, ...]
    glossary: Glossary
    timeline: Timeline
    ledger: Ledger
    phrases: Phrases = Phrases()
    mechanisms: Mechanisms = Mechanisms()
    words: Vocabulary = field(default_factory=dict)


# --- what the scanner reads --------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a source file and what became of it."""

    start: int
    end: int
    kind: SpanKind
    block: str | None = None
    part: str = ""
    text: str | None = None
    lang: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a reading, and the source characters it stands for."""

    text: str
    start: int
    end: int
    kind: RunKind = "kept"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of a reading that is set apart; `source` and `reason` belong to corrections and slips."""

    start: int
    end: int
    kind: MarkKind
    source: str = ""
    reason: Words = Words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A footnote call after the character at `offset`, with the number printed."""

    offset: int
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Text as the edition reads it: runs in order, with marks and calls laid over them."""

    runs: tuple[Run, ...] = ()
    marks: tuple[Mark, ...] = ()
    calls: tuple[Call, ...] = ()

    @property
    def text(self) -> str:
        """The plain text."""
        return "".join(run.text for run in self.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """What a marker could be: a level and its value there, after the numbers `above` that it repeats.

    `within` is the label of the special whose numbering it is; the document's own has none.
    """

    level: int
    value: int
    above: tuple[int, ...] = ()
    within: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawCell:
    """A parsed table cell: its text, its list, whether it was set in bold."""

    reading: Reading = Reading()
    items: tuple[Reading, ...] = ()
    bold: bool = False
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the source with its kind; `numbers` are the readings its marker admits.

    One that `begins` a paragraph is no continuation, whatever stands before it.
    """

    kind: LineKind
    lineno: int
    start: int
    end: int
    reading: Reading = Reading()
    numbers: tuple[Number, ...] = ()
    label: str = ""
    number: str = ""
    cells: tuple[RawCell, ...] = ()
    begins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """The lines of one language of a text, and the spans that reach no reading."""

    lang: str
    lines: tuple[Line, ...]
    spans: tuple[Span, ...]


# --- what nesting builds -----------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A list item in one language."""

    reading: Reading
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell in its place."""

    reading: Reading
    items: tuple[Reading, ...] = ()
    rowspan: int = 1
    colspan: int = 1
    header: bool = False


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A block in one language, before alignment."""

    kind: BlockKind
    lineno: int
    reading: Reading = Reading()
    items: tuple[Item, ...] = ()
    rows: tuple[Row, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A clause in one language; `level` is -1 for specials and figures."""

    label: str
    parent: str | None
    level: int
    lineno: int
    marker: str = ""
    heading: Reading | None = None
    blocks: tuple[Leaf, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """One language of a document: its front matter and its clauses in printed order."""

    lang: str
    front: Mapping[str, Reading]
    nodes: tuple[Node, ...]


# --- what alignment joins ----------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Both(Generic[T]):
    """A value in both languages; `None` where a language has none."""

    en: T | None = None
    ja: T | None = None

    def get(self, lang: str) -> T | None:
        """Return the value of `lang`, or `None`."""
        return self.ja if lang == "ja" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class PairItem:
    """A list item in both languages."""

    id: str
    text: Both[Reading]
    items: tuple[PairItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block in both languages; `number` is the printed number of a note."""

    id: str
    kind: BlockKind
    text: Both[Reading] = Both()
    items: tuple[PairItem, ...] = ()
    rows: Both[tuple[Row, ...]] = Both()
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A numbered or lettered unit, or a special or a figure, in both languages."""

    id: str
    document: str
    label: str
    printed: str
    marker: Both[str]
    parent: str | None
    level: int
    eid: str
    heading: Both[Reading] | None
    blocks: tuple[Block, ...]
    figure: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """A document with its clauses in printed order."""

    document: Document
    front: Both[Mapping[str, Reading]]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The finest addressable text: a heading, paragraph, item or cell in one language.

    `id` is that of the clause, block, item or row; `part` tells the rest
    (`heading`, or a cell `c2`, or an item in a cell `c2.i1`).
    """

    id: str
    block: str
    part: str
    lang: str
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A term in a unit's text; `id` and `part` are the unit's."""

    term: str
    id: str
    part: str
    lang: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of every character of a source file."""

    source: Source
    document: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The whole edition, ready to be rendered and exported."""

    corpus: Corpus
    documents: tuple[Pairs, ...]
    receipts: tuple[Receipt, ...]
    occurrences: tuple[Occurrence, ...]
