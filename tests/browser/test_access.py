"""What axe can see of accessibility, on a page of every kind; and what only the platform can tell."""

from collections.abc import Callable

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from reading import DESKTOP, PHONE, each

# Names, roles and sizes do not depend on the colours, nor the colours on the width: two looks see all.
LOOKS = ((DESKTOP, "light"), (PHONE, "dark"))

# Entries and events are alike: the first few stand for all, since axe looks at every one for seconds.
_MANY = ".ty-entry:nth-of-type(n+9), .ty-event:nth-of-type(n+9)"
THIN = f"document.querySelectorAll('{_MANY}').forEach(e => e.remove())"

FINDINGS = """async () => (await axe.run({resultTypes: ['violations']})).violations
  .flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary}`))"""


def findings(page: Page, url: str) -> list[str]:
    page.goto(url)
    page.evaluate(THIN)
    page.evaluate(AXE_SCRIPT)
    found = []
    for viewport, theme in LOOKS:
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=theme)
        # A script follows the system's colours; axe must not look before it has.
        if page.locator(".ty-palette").count():
            expect(page.locator("html")).to_have_attribute("data-theme", theme)
        said: list[str] = page.evaluate(FINDINGS)
        found += [f"{viewport['width']} {theme}: {one}" for one in said]
    return found


@each()
def test_axe_finds_nothing(http_site: str, open_page: Callable[..., Page], path: str) -> None:
    # The policy forbids scripts from elsewhere, axe among them: only here it is set aside.
    assert findings(open_page(bypass_csp=True), http_site + path) == []


def test_axe_finds_nothing_on_the_404_page(http_site: str, open_page: Callable[..., Page]) -> None:
    assert findings(open_page(bypass_csp=True), f"{http_site}404.html") == []
