"""Dates as precise as the texts have them: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""

from __future__ import annotations

from .model import Era, Event

_MONTHS: tuple[str, ...]
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September")
_MONTHS += ("October", "November", "December")


def written(date: str, lang: str) -> str:
    """Return a date in words: `27 April 2015`, `2015年4月27日`."""
    parts = [int(part) for part in date.split("-")]
    if lang == "ja":
        return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))
    year, month, day = (*parts, 0, 0)[:3]
    return " ".join(str(word) for word in (day, _MONTHS[month - 1] if month else "", year) if word)


def era_of(event: Event, eras: tuple[Era, ...]) -> Era:
    """Return the era that an event falls in."""
    year = int(event.date[:4])
    return next(era for era in eras if era.start <= year <= era.end)
