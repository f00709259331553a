"""What the templates are told about a page."""

import json
from pathlib import Path

import pytest

from taiyaku.context import navigation, place, strings


@pytest.mark.parametrize(
    ("path", "base", "twin"),
    [
        ("index.html", "./", "ja/index.html"),
        ("ja/index.html", "../", "../index.html"),
        ("texts/iv.html", "../", "../ja/texts/iv.html"),
        ("ja/texts/iv.html", "../../", "../../texts/iv.html"),
        ("japan/i.html", "../", "../ja/japan/i.html"),
    ],
)
def test_the_way_to_the_root_and_to_the_twin(path: str, base: str, twin: str) -> None:
    assert place(path) == {"taiyaku_path": path, "taiyaku_base": base, "alternate": twin}


def test_navigation_is_a_section_with_its_own_page_first(tmp_path: Path) -> None:
    leaf = {"title": {"en": "I. Aims", "ja": "Ⅰ 目的"}, "path": "t/i.md"}
    top = {"title": {"en": "Treaty", "ja": "条約"}, "path": "t/index.md", "children": [leaf]}
    file = tmp_path / "nav.json"
    file.write_text(json.dumps([top, leaf]), encoding="utf-8")
    japanese = [{"条約": [{"条約": "t/index.md"}, {"Ⅰ 目的": "t/i.md"}]}, {"Ⅰ 目的": "t/i.md"}]
    assert navigation(file, "ja") == japanese


def test_a_word_that_a_language_lacks_is_told_and_filled(tmp_path: Path) -> None:
    file = tmp_path / "strings.yaml"
    file.write_text("next: {en: Next, ja: 次へ}\nback: {en: Back}\n", encoding="utf-8")
    words, gaps = strings(file)
    assert words == {"en": {"next": "Next", "back": "Back"}, "ja": {"next": "次へ", "back": "Back"}}
    assert gaps == ["strings.yaml: back has no 'ja'; write one"]


def test_a_word_that_a_template_cannot_reach_is_told(tmp_path: Path) -> None:
    file = tmp_path / "strings.yaml"
    file.write_text("keys: {en: Keys, ja: キー}\n", encoding="utf-8")
    assert strings(file)[1] == ["strings.yaml: keys is a dict's method to a template; write another key"]


def test_every_word_of_the_interface_is_in_both_languages(root: Path) -> None:
    words, gaps = strings(root / "generator/taiyaku/strings.yaml")
    assert words["en"]
    assert gaps == []
