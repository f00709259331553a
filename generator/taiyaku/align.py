"""Trees of a document, one for each language -> clauses in both languages, joined on their labels.

Alignment is by clause and block.  The two trees must have the same labels
and the same blocks, but for the merges that the manifest declares; whatever
differs is a problem, never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeVar

from . import naming
from .mend import concat
from .model import (
    Block,
    BlockKind,
    Both,
    Clause,
    Document,
    Item,
    Leaf,
    Merge,
    Node,
    PairItem,
    Pairs,
    Problem,
    Reading,
    Row,
    Run,
    Tree,
)

_LETTER: dict[BlockKind, str] = {"note": "n", "caption": "c", "see": "x"}  # everything else is p
T = TypeVar("T")


def align(document: Document, trees: Sequence[Tree]) -> tuple[Pairs, tuple[Problem, ...]]:
    """Join the trees of `document` on their labels."""
    aligner = _Aligner(document, {tree.lang: tree for tree in trees})
    clauses = aligner.clauses()
    front = Both(**{tree.lang: tree.front for tree in trees})
    return Pairs(document=document, front=front, clauses=clauses), tuple(aligner.problems)


class _Aligner:
    def __init__(self, document: Document, trees: Mapping[str, Tree]) -> None:
        self.document, self.manifest, self.trees = document, document.manifest, trees
        self.problems: list[Problem] = []

    def clauses(self) -> tuple[Clause, ...]:
        lead, *others = self.manifest.languages
        by_label = {lang: {node.label: node for node in tree.nodes} for lang, tree in self.trees.items()}
        for other in others:
            self._same_labels(by_label.get(lead, {}), by_label.get(other, {}), lead, other)
        for merge in self.manifest.merges:
            if merge.clause not in by_label.get(merge.lang, {}):
                self._problem(f"`merges` names {merge.clause}, which is no clause; write a label", merge.line)
        eids: dict[str, str] = {}
        clauses = []
        for label, node in by_label.get(lead, {}).items():
            nodes = {lang: by_label[lang].get(label) for lang in by_label}
            eids[label] = naming.eid(self.manifest, node, eids)
            clauses.append(self._clause(label, node, nodes, eids[label]))
        return tuple(clauses)

    def _same_labels(
        self, first: Mapping[str, Node], second: Mapping[str, Node], lead: str, other: str
    ) -> None:
        for label in sorted(set(first) ^ set(second)):
            have, lack = (lead, other) if label in first else (other, lead)
            self._problem(
                f"clause {label} stands in {have} but not in {lack}; see `numbering` and the sources",
                self.manifest.at("numbering"),
            )

    def _clause(self, label: str, lead: Node, nodes: Mapping[str, Node | None], eid: str) -> Clause:
        id = f"{self.manifest.id}:{label}"
        heads = {lang: node.heading for lang, node in nodes.items() if node}
        if any(heads.values()) and not all(heads.values()):
            self._problem(f"clause {label} has a heading in one language only")
        return Clause(
            id=id,
            document=self.manifest.id,
            label=label,
            printed=naming.printed(self.manifest, label),
            marker=Both(**{lang: node.marker for lang, node in nodes.items() if node and node.marker}),
            parent=f"{self.manifest.id}:{lead.parent}" if lead.parent else None,
            level=lead.level,
            eid=eid,
            heading=Both(**heads) if any(heads.values()) else None,
            blocks=self._blocks(id, label, {lang: node.blocks for lang, node in nodes.items() if node}),
            figure=naming.figure_of(self.manifest, label),
        )

    def _blocks(self, id: str, label: str, leaves: Mapping[str, Sequence[Leaf]]) -> tuple[Block, ...]:
        merged = {lang: self._merged(label, lang, list(blocks)) for lang, blocks in leaves.items()}
        counts: dict[str, int] = {}
        blocks = []
        for group in zip_longest(*merged.values()):
            pair = dict(zip(merged, group, strict=True))
            kinds = {leaf.kind if leaf else None for leaf in pair.values()}
            if len(kinds) > 1:
                what = " against ".join(
                    f"{lang}: {leaf.kind if leaf else 'nothing'}" for lang, leaf in pair.items()
                )
                self._problem(f"the blocks of {label} do not answer each other ({what}); declare a merge")
                break
            kind = next(iter(pair.values())).kind
            letter = _LETTER.get(kind, "p")
            counts[letter] = counts.get(letter, 0) + 1
            blocks.append(self._block(f"{id}.{letter}{counts[letter]}", kind, pair))
        return tuple(blocks)

    def _merged(self, label: str, lang: str, leaves: list[Leaf]) -> list[Leaf]:
        for merge in self.manifest.merges:
            if merge.clause == label and merge.lang == lang:
                leaves = self._merge(merge, leaves)
        return leaves

    def _merge(self, merge: Merge, leaves: list[Leaf]) -> list[Leaf]:
        running = [i for i, leaf in enumerate(leaves) if leaf.kind not in _LETTER]
        chosen = running[merge.block - 1 : merge.block - 1 + merge.count]
        if len(chosen) < merge.count or any(leaves[i].kind != "paragraph" for i in chosen):
            self._problem(
                f"{merge.clause} has no {merge.count} paragraphs from p{merge.block} to merge", merge.line
            )
            return leaves
        reading = leaves[chosen[0]].reading
        for index in chosen[1:]:
            following = leaves[index].reading
            at = reading.runs[-1].end
            reading = concat(
                reading, following, Run(text="\n\n", start=at, end=at + 1, kind="join", note=merge.why)
            )
        whole = replace(leaves[chosen[0]], reading=reading)
        return [whole if i == chosen[0] else leaf for i, leaf in enumerate(leaves) if i not in chosen[1:]]

    def _block(self, id: str, kind: BlockKind, pair: Mapping[str, Leaf]) -> Block:
        texts: dict[str, Reading] = {lang: leaf.reading for lang, leaf in pair.items() if leaf.reading}
        items = {lang: leaf.items for lang, leaf in pair.items()}
        rows: dict[str, tuple[Row, ...]] = {lang: leaf.rows for lang, leaf in pair.items() if leaf.rows}
        if len({len(own) for own in rows.values()}) > 1:
            what = " against ".join(f"{lang}: {len(own)}" for lang, own in rows.items())
            self._problem(f"the tables of {id} differ in their number of rows ({what}); correct their grid")
        number = next(iter(pair.values())).number
        return Block(
            id=id,
            kind=kind,
            text=Both(**texts),
            items=self._items(id, items),
            rows=Both(**rows),
            number=number,
        )

    def _items(self, id: str, items: Mapping[str, Sequence[Item]]) -> tuple[PairItem, ...]:
        if len({len(list_) for list_ in items.values()}) > 1:
            self._problem(
                f"the lists of {id} differ in length between the languages; declare a join or a sublist"
            )
        pairs = []
        for index, group in enumerate(zip(*items.values(), strict=False), 1):
            own = dict(zip(items, group, strict=True))
            under = self._items(f"{id}.i{index}", {lang: item.items for lang, item in own.items()})
            texts = {lang: item.reading for lang, item in own.items()}
            pairs.append(PairItem(id=f"{id}.i{index}", text=Both(**texts), items=under))
        return tuple(pairs)

    def _problem(self, what: str, line: int = 1) -> None:
        self.problems.append(Problem(file=self.document.path, line=line, message=what))
