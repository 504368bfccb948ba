"""Days and moments at a gate, in the one form that lines have."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Refusal
from db.times import Clock, from_day, from_stamp, instant_of, parse_offset, to_stamp
from tests.registers import machine_zone

STAMP = "2020-02-10T07:31:05.123+08:00"


@pytest.mark.parametrize(
    ("text", "minutes"), [("+08:00", 480), ("-03:30", -210), ("+00:00", 0), ("-00:00", 0), ("+14:00", 840)]
)
def test_an_offset_is_read(text: str, minutes: int) -> None:
    assert parse_offset(text).utcoffset(None) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text", ["", "8", "+8:00", "08:00", "+15:00", "+08:60", "+0800", "+08:00 ", "＋08:00", "+０８:00"]
)
def test_what_is_no_offset_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as raised:
        parse_offset(text)
    assert raised.value.params["field"] == "offset"


def test_a_stamp_is_the_published_form_to_the_millisecond() -> None:
    moment = datetime(2020, 2, 9, 23, 31, 5, 123_999, UTC)
    clock = Clock(parse_offset("+08:00"), lambda: moment)
    assert clock.stamp() == STAMP
    assert from_stamp(STAMP) == datetime(2020, 2, 9, 23, 31, 5, 123_000, UTC)
    assert clock.today() == date(2020, 2, 10)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2020-02-10",
        "2020-02-10T07:31:05.123",
        "2020-02-10T07:31:05+08:00",
        "2020-02-10T07:31:05.123456+08:00",
        "2020-02-10T07:31:05.123Z",
        "2020-02-10 07:31:05.123+08:00",
        "2020-W07-1T07:31:05.123+08:00",
        "20200210T073105.123+0800",
        "2020-02-30T07:31:05.123+08:00",
        "2020-02-10T25:31:05.123+08:00",
        "2020-02-10T07:31:05.123+24:00",
        "２０２０-02-10T07:31:05.123+08:00",
        STAMP + "\n",
    ],
)
def test_a_time_in_any_other_form_is_none(text: str) -> None:
    """Least of all one without an offset, which would mean something else on every machine."""
    for read in (from_stamp, instant_of):
        with pytest.raises(ValueError):
            read(text)


@pytest.mark.parametrize("stamp", ["0001-01-01T00:00:00.000+08:00", "9999-12-31T23:59:59.999-08:00"])
def test_a_moment_that_is_on_no_calendar_in_utc_is_none(stamp: str) -> None:
    with pytest.raises(ValueError):
        instant_of(stamp)


@pytest.mark.parametrize(
    ("stamp", "instant"),
    [
        (STAMP, "2020-02-09T23:31:05.123Z"),
        ("2020-02-10T00:00:00.000+00:00", "2020-02-10T00:00:00.000Z"),
        ("0999-06-01T12:00:00.000+08:00", "0999-06-01T04:00:00.000Z"),
        ("2020-02-29T20:00:00.000-08:00", "2020-03-01T04:00:00.000Z"),
    ],
)
def test_an_instant_is_the_moment_in_utc(stamp: str, instant: str) -> None:
    assert instant_of(stamp) == instant


moments = st.datetimes(datetime(1000, 1, 2), datetime(9998, 12, 30), timezones=st.just(UTC))
offsets = st.builds("{}{:02d}:{:02d}".format, st.sampled_from("+-"), st.integers(0, 13), st.integers(0, 59))


@given(moments, moments, offsets, offsets)
def test_instants_sort_as_time_does_whatever_the_offsets(
    one: datetime, other: datetime, here: str, there: str
) -> None:
    stamps = [
        to_stamp(Clock(parse_offset(offset), lambda moment=moment: moment).now())  # type: ignore[misc]
        for moment, offset in ((one, here), (other, there))
    ]
    first, second = (moment.replace(microsecond=moment.microsecond // 1000 * 1000) for moment in (one, other))
    instants = [instant_of(stamp) for stamp in stamps]
    assert (instants[0] < instants[1]) == (first < second)
    assert (instants[0] == instants[1]) == (first == second)


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Asia/Shanghai"])
def test_the_machines_zone_changes_nothing(zone: str) -> None:
    with machine_zone(zone):
        clock = Clock(parse_offset("+08:00"), lambda: datetime(2020, 2, 10, 16, 0, tzinfo=UTC))
        assert (clock.stamp(), clock.today()) == ("2020-02-11T00:00:00.000+08:00", date(2020, 2, 11))
        assert instant_of(STAMP) == "2020-02-09T23:31:05.123Z"


def test_a_clock_that_was_put_right_runs_beside_the_machines() -> None:
    clock = Clock(parse_offset("+08:00"), lambda: datetime(2009, 1, 1, tzinfo=UTC), timedelta(days=4057))
    assert clock.today() == date(2020, 2, 10)


@pytest.mark.parametrize(
    "day", ["2020-02-30", "20200210", "2020-2-10", "", "2020-02-10T00:00", "２０２０-02-10", "2020-W07-1"]
)
def test_a_day_in_any_other_form_is_none(day: str) -> None:
    with pytest.raises(ValueError):
        from_day(day)


def test_a_day_is_read() -> None:
    assert from_day("2020-02-29") == date(2020, 2, 29)
