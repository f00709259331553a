"""Dates as precise as the texts have them: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""

from __future__ import annotations

import datetime as dt
import re

from .model import Era, Event

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")

_MONTHS: tuple[str, ...]
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September")
_MONTHS += ("October", "November", "December")


def is_date(text: str) -> bool:
    """Tell whether a text is a date of this kind, and one that the calendar has."""
    if not _DATE.fullmatch(text):
        return False
    try:
        dt.date(*([int(part) for part in text.split("-")] + [1, 1])[:3])
    except ValueError:
        return False
    return True


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
