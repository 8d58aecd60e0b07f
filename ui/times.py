"""Instants and durations as the officer reads them: 24 h, dd/MM/yyyy, the station's own zone."""

from __future__ import annotations

from datetime import datetime

from ui.words import QT_TRANSLATE_NOOP, translate

_WEEKDAYS = (
    QT_TRANSLATE_NOOP("times", "Monday"),
    QT_TRANSLATE_NOOP("times", "Tuesday"),
    QT_TRANSLATE_NOOP("times", "Wednesday"),
    QT_TRANSLATE_NOOP("times", "Thursday"),
    QT_TRANSLATE_NOOP("times", "Friday"),
    QT_TRANSLATE_NOOP("times", "Saturday"),
    QT_TRANSLATE_NOOP("times", "Sunday"),
)


def time_words(at: datetime) -> str:
    """02:14:07, in the zone of the station PC."""
    return at.astimezone().strftime("%H:%M:%S")


def day_words(at: datetime) -> str:
    """Monday 23/11/2026, in the zone of the station PC."""
    local = at.astimezone()
    weekday = translate("times", _WEEKDAYS[local.weekday()])
    return f"{weekday} {local:%d/%m/%Y}"


def stamp_words(at: datetime) -> str:
    """23/11/2026 02:14:07, in the zone of the station PC."""
    return f"{at.astimezone():%d/%m/%Y %H:%M:%S}"


def elapsed_words(seconds: float) -> str:
    """00:41, from an hour on 1:02:03, and from a day on 49:02:03."""
    minutes, second = divmod(max(0, int(seconds)), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"
