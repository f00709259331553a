"""What keeps company: the terms that a clause uses, and the clauses that share its rarer terms."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from .index import Index

RARE = 12
"""A term in more clauses than this ties nothing together."""
MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A clause (or a term) near to another, and the terms (or clauses) that both have."""

    id: str
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Terms by clause and clauses by term, each in reading order; a clause's own text only."""

    terms: Mapping[str, tuple[str, ...]]
    clauses: Mapping[str, tuple[str, ...]]

    def rare(self, term: str) -> bool:
        """Whether a term stands in few enough clauses to say something of them."""
        return 1 < len(self.clauses.get(term, ())) <= RARE

    def of_clause(self, clause: str) -> list[Neighbour]:
        """Return the clauses that share the rarer terms of one, the most telling first."""
        shared: dict[str, list[str]] = defaultdict(list)
        for term in self.terms.get(clause, ()):
            if self.rare(term):
                for each in self.clauses[term]:
                    shared[each].append(term)
        shared.pop(clause, None)
        return self._nearest(shared, self.clauses, len(self.terms))

    def of_term(self, term: str) -> list[Neighbour]:
        """Return the terms that stand in the same clauses, the most telling first."""
        shared: dict[str, list[str]] = defaultdict(list)
        for clause in self.clauses.get(term, ()):
            for each in self.terms[clause]:
                if self.rare(each):
                    shared[each].append(clause)
        shared.pop(term, None)
        return self._nearest(shared, self.terms, len(self.clauses))

    @staticmethod
    def _nearest(
        shared: Mapping[str, list[str]], spread: Mapping[str, tuple[str, ...]], total: int
    ) -> list[Neighbour]:
        """What is shared weighs more, the fewer have it."""
        weights = {id: sum(math.log(1 + total / len(spread[s])) for s in own) for id, own in shared.items()}
        nearest = sorted(shared, key=lambda each: (-weights[each], each))[:MOST]
        return [Neighbour(id=id, shared=tuple(shared[id])) for id in nearest]


def company(index: Index) -> Company:
    """Return which terms stand in which clauses."""
    terms: dict[str, dict[str, None]] = defaultdict(dict)
    clauses: dict[str, dict[str, None]] = defaultdict(dict)
    for occurrence in index.edition.occurrences:
        clause = index.clause(occurrence.id)
        if ":" in clause:
            terms[clause][occurrence.term] = None
            clauses[occurrence.term][clause] = None
    return Company(
        terms={clause: tuple(own) for clause, own in terms.items()},
        clauses={term: tuple(own) for term, own in clauses.items()},
    )
