"""Two trees -> clauses in both languages, with their addresses."""

from typing import Any

from edition import cases, compared, from_case, outline, parsed


@cases("align")
def test_align(case: dict[str, Any]) -> None:
    pairs, _, problems = parsed(from_case(case["input"]))
    read = {
        "outline": outline(pairs),
        "printed": [clause.printed for clause in pairs.clauses],
        "eids": [clause.eid for clause in pairs.clauses],
        "problems": [problem for problem in problems if not problem.startswith("lost:")],
    }
    found, expected = compared(read, case["expected"])
    assert found == expected
