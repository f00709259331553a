"""The figures as tables: results.json, and the part of README.md between the two marks."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

_MARKS = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)
FIRST = ("kind citation", "kind acronym", "kind width", "kind variant")


def report(results: dict[str, Any], folder: Path) -> None:
    """Write the results and print the tables."""
    (folder / "results.json").write_text(
        json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    text = "\n".join([*_bars(results), "", *_engines(results), "", *_kinds(results["ours"])]) + "\n"
    readme = folder / "README.md"
    readme.write_text(_MARKS.sub(lambda m: m[1] + text + m[2], readme.read_text("utf-8")), encoding="utf-8")
    print(text)


def _bars(results: dict[str, Any]) -> list[str]:
    ours, theme, finder = results["ours"], results["theme"], results["pagefind"]
    held, judged = ours["held_out"], ours["judged"]
    rows = [
        (
            f"{name}, judged: R@5 / MRR@10 (held-out third)",
            f"{least} / .95",
            f"{_pair(judged[name])} ({_pair(held[name])})",
        )
        for name, least in (("en", ".97"), ("ja", ".98"), ("cross-language", ".95"))
    ]
    firsts = ", ".join(f"{key.removeprefix('kind ')} {judged[key]['mrr']:.3f}" for key in FIRST)
    rows.append(("citations, acronyms, width, variants: first", "1", firsts))
    rows += [
        (f"{lang}, random: R@5", least, f"{ours['random'][lang]['recall']:.3f}")
        for lang, least in (("en", ".90"), ("ja", ".99"))
    ]
    for lang, least in (("en", "1.3"), ("ja", "2.5")):
        times = _times(ours, theme, lang)
        rows.append((f"{lang}: against the theme's, judged / random", f"{least} times", times))
    rows.append(("`file://` against HTTP: queries that differ", "0", str(len(results["file_differs"]))))
    rows.append(
        ("KB (gz) before the first result: mean, worst", "40, .6 of Pagefind's", _bytes(ours, finder, "cost"))
    )
    if "cost_large" in ours:
        rows += _large(results)
    return ["| bar | at least | measured |", "|---|---|---|", *(f"| {a} | {b} | {c} |" for a, b, c in rows)]


def _pair(found: dict[str, float]) -> str:
    return f"{found['recall']:.3f} / {found['mrr']:.3f}"


def _times(ours: dict[str, Any], theme: dict[str, Any], lang: str) -> str:
    found = (
        ours[key][lang]["recall"] / max(theme[key][lang]["recall"], 0.001) for key in ("judged", "random")
    )
    return " / ".join(f"{value:.2f}" for value in found)


def _bytes(ours: dict[str, Any], finder: dict[str, Any], key: str) -> str:
    own, other = ours[key], finder[key]
    return f"{own[0]:.0f}, {own[1]:.0f} (Pagefind {other[0]:.0f}, {other[1]:.0f}: {own[0] / other[0]:.2f})"


def _large(results: dict[str, Any]) -> list[tuple[str, str, str]]:
    ours, finder, built = results["ours"], results["pagefind"], results["build_large"]
    own, other = ours["cost_large"], finder["cost_large"]
    at = f"at {results['times']} times: "
    return [
        (at + "KB (gz) before the first result", "150, .6 of Pagefind's", _bytes(ours, finder, "cost_large")),
        (
            at + "first result, cold: median, worst, ms",
            "250",
            f"{own[2]:.0f}, {own[3]:.0f} (Pagefind {other[2]:.0f}, {other[3]:.0f})",
        ),
        (
            at + "warm, 95 of 100, ms",
            "20, a quarter of Pagefind's",
            f"{own[4]:.1f} (Pagefind {other[4]:.1f})",
        ),
        (
            at + "index build, s",
            "Pagefind's",
            f"{built['ours']['seconds']:.1f} (Pagefind {built['pagefind']['seconds']:.1f})",
        ),
        (
            at + "memory, MB",
            "half of Pagefind's",
            f"{built['ours']['peak_mb']:.0f} (Pagefind {built['pagefind']['peak_mb']:.0f})",
        ),
    ]


def _engines(results: dict[str, Any]) -> list[str]:
    rows = ["| engine | en | ja | cross-language | random en | random ja |", "|---|---|---|---|---|---|"]
    for name in ("ours", "theme", "pagefind"):
        own = results[name]
        judged = " | ".join(_pair(own["judged"][key]) for key in ("en", "ja", "cross-language"))
        drawn = " | ".join(f"{own['random'][key]['recall']:.3f}" for key in ("en", "ja"))
        rows.append(f"| {name} | {judged} | {drawn} |")
    return rows


def _kinds(ours: dict[str, Any]) -> list[str]:
    rows = ["| kind of query | number | R@5 / MRR@10 |", "|---|---|---|"]
    for group in ("judged", "random"):
        kinds = sorted(key for key in ours[group] if key.startswith("kind "))
        rows += [
            f"| {key.removeprefix('kind ')} | {ours[group][key]['n']} | {_pair(ours[group][key])} |"
            for key in kinds
        ]
    return rows
