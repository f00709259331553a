"""Citations of made-up collections, numbered otherwise in each language, lead to their clauses."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from edition import edition
from project import ROOT
from taiyaku.search import index

JS = ROOT / "generator/taiyaku/theme/assets/js"
PAGE = '<!doctype html><meta charset="utf-8"><meta name="taiyaku:base" content="./">'
META = "window.taiyaku = { meta: () => './' };"
FOUND = """async form => {
    const told = await taiyaku.findCite(form);
    return Promise.all(told.found.map(async record => (await taiyaku.find.entry(record)).label));
}"""


@pytest.fixture(scope="module")
def pages(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Page]]:
    """A page for each collection, with its search index and what reads citations, and nothing else."""
    opened = {}
    for name in ("treaty", "harbour"):
        folder = tmp_path_factory.mktemp(name)
        (folder / "page.html").write_text(PAGE, "utf-8")
        for path, data in index(edition(name), ()).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        opened[name] = browser.new_page()
        opened[name].goto((folder / "page.html").as_uri())
        opened[name].add_script_tag(content=META)
        for script in ("citation", "find-cite", "find"):
            opened[name].add_script_tag(content=(JS / f"{script}.js").read_text("utf-8"))
    yield opened
    for page in opened.values():
        page.close()


@pytest.mark.parametrize(
    ("collection", "form", "label"),
    [
        ("treaty", "Article I, 2(b)", "ARTICLE I.2.(b)"),
        ("treaty", "第一条2(イ)", "ARTICLE I.2.(b)"),
        ("treaty", "第1条２（イ）", "ARTICLE I.2.(b)"),
        ("harbour", "Section 1.1(b)", "Section 1.1.(b)"),
        ("harbour", "1.1(イ)", "Section 1.1.(b)"),
        ("harbour", "annex", "Annex"),
        ("harbour", "Annex 1", "Annex, 1"),
        ("harbour", "Annex, 1.(a)", "Annex, 1.(a)"),
        ("harbour", "1(b) of the annex", "Annex, 1.(b)"),
        ("harbour", "附属書1(ア)", "Annex, 1.(a)"),
        ("harbour", "附属書２", "Annex, 2"),
        ("harbour", "1902 rules, annex 1 a", "Annex, 1.(a)"),
    ],
)
def test_a_citation_leads_to_its_clause(
    pages: dict[str, Page], collection: str, form: str, label: str
) -> None:
    assert pages[collection].evaluate(FOUND, form) == [label]
