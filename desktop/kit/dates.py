"""Dates as people say them: `3 月 18 日 周三`, `Wed 18 Mar`. Files and tables keep `2026-03-18`."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QCoreApplication


def weekday_word(day: datetime.date) -> str:
    """周三, Wed."""
    words = (
        QCoreApplication.translate("Dates", "Mon"),
        QCoreApplication.translate("Dates", "Tue"),
        QCoreApplication.translate("Dates", "Wed"),
        QCoreApplication.translate("Dates", "Thu"),
        QCoreApplication.translate("Dates", "Fri"),
        QCoreApplication.translate("Dates", "Sat"),
        QCoreApplication.translate("Dates", "Sun"),
    )
    return words[day.weekday()]


def month_word(day: datetime.date) -> str:
    """The month alone: Mar in English; in Chinese its number, the sentence adds 月."""
    words = (
        QCoreApplication.translate("Dates", "Jan"),
        QCoreApplication.translate("Dates", "Feb"),
        QCoreApplication.translate("Dates", "Mar"),
        QCoreApplication.translate("Dates", "Apr"),
        QCoreApplication.translate("Dates", "May"),
        QCoreApplication.translate("Dates", "Jun"),
        QCoreApplication.translate("Dates", "Jul"),
        QCoreApplication.translate("Dates", "Aug"),
        QCoreApplication.translate("Dates", "Sep"),
        QCoreApplication.translate("Dates", "Oct"),
        QCoreApplication.translate("Dates", "Nov"),
        QCoreApplication.translate("Dates", "Dec"),
    )
    return words[day.month - 1]


def day_words(day: datetime.date) -> str:
    """`3 月 18 日`, `18 Mar`."""
    return QCoreApplication.translate("Dates", "{day} {month}").format(day=day.day, month=month_word(day))


def day_and_weekday(day: datetime.date) -> str:
    """`3 月 18 日 周三`, `Wed 18 Mar`."""
    return QCoreApplication.translate("Dates", "{weekday} {day} {month}").format(
        weekday=weekday_word(day), day=day.day, month=month_word(day)
    )


def moment_words(moment: datetime.datetime, today: datetime.date) -> str:
    """`今天 07:12`, `昨天 19:31`, `3 月 14 日 07:12`: a moment of the gate on its day `today`."""
    clock, day = moment.strftime("%H:%M"), moment.date()
    if day == today:
        return QCoreApplication.translate("Dates", "Today {time}").format(time=clock)
    if day == today - datetime.timedelta(days=1):
        return QCoreApplication.translate("Dates", "Yesterday {time}").format(time=clock)
    return f"{day_words(day)} {clock}"
