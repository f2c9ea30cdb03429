# SPDX-License-Identifier: MIT
"""Working days, against a model that walks day by day over the published holidays."""

import datetime
import json
import pickle

import pytest
from conftest import ROOT, D
from hypothesis import given, settings
from hypothesis import strategies as st

from complaint import (BadValue, Calendar, CalendarFault, CalendarNotCovered, ColumnFault, NotFound)

PUBLISHED = json.loads((ROOT / "data" / "bank-holidays.json").read_text())
DAY = datetime.timedelta(days=1)


def holidays(name):
    return {D.fromisoformat(one["date"]) for one in PUBLISHED[name]}


class Model:
    """What a calendar says, one day after the other."""

    def __init__(self, closed):
        self.closed = closed

    def works(self, day):
        return day.weekday() < 5 and day not in self.closed

    def add(self, day, count):
        step = DAY if count > 0 else -DAY
        while count:
            day += step
            count -= self.works(day) * (1 if count > 0 else -1)
        return day

    def count(self, after, until):
        if until < after:
            return -sum(self.works(until + i * DAY) for i in range((after - until).days))
        return sum(self.works(after + i * DAY) for i in range(1, (until - after).days + 1))

    def seek(self, day, step):
        while not self.works(day):
            day += step
        return day


NAMES = ("england-and-wales", "scotland", "northern-ireland")
CALENDARS = {name: Calendar.bundled(name) for name in NAMES}
MODELS = {name: Model(holidays(name)) for name in NAMES}
days = st.dates(D(2013, 1, 1), D(2027, 12, 31))
names = st.sampled_from(NAMES)


@given(names, days, st.integers(-200, 200))
def test_adding_is_what_a_walk_gives_and_counting_undoes_it(name, day, count):
    calendar, model = CALENDARS[name], MODELS[name]
    reached = calendar.add(day, count)
    assert reached == model.add(day, count)
    assert calendar.count(day, reached) == count


@given(names, days, days)
def test_counting_is_what_a_walk_gives(name, after, until):
    assert CALENDARS[name].count(after, until) == MODELS[name].count(after, until)


@given(names, days, st.integers(1, 60), st.integers(1, 60))
def test_adding_twice_is_adding_the_sum(name, day, one, two):
    calendar = CALENDARS[name]
    assert calendar.add(calendar.add(day, one), two) == calendar.add(day, one + two)


@given(names, days)
def test_the_nearest_working_days(name, day):
    calendar, model = CALENDARS[name], MODELS[name]
    assert calendar.is_working_day(day) == model.works(day)
    assert calendar.next(day) == model.seek(day, DAY)
    assert calendar.previous(day) == model.seek(day, -DAY)
    assert bool(calendar.why_closed(day)) == (not model.works(day))


@given(days)
def test_union_closes_with_any_and_intersection_with_all(day):
    every = [CALENDARS[name] for name in NAMES]
    union, both = Calendar.union(every, "uk"), Calendar.intersection(every, "all")
    works = [one.is_working_day(day) for one in every]
    assert union.is_working_day(day) == all(works)
    assert both.is_working_day(day) == any(works)
    assert Calendar.bundled("united-kingdom").is_working_day(day) == all(works)


@settings(max_examples=30)
@given(st.lists(days, min_size=0, max_size=40), st.integers(-30, 30))
def test_many_at_once_are_as_one_by_one(starts, count):
    numpy = pytest.importorskip("numpy")
    calendar = CALENDARS["scotland"]
    found = calendar.add_many(numpy.array(starts, "datetime64[D]"), count)
    assert found.tolist() == [calendar.add(one, count) for one in starts]


def test_many_at_once_name_no_day_where_there_is_none():
    numpy = pytest.importorskip("numpy")
    calendar = CALENDARS["scotland"]
    starts = numpy.array(["2028-12-29", "NaT", "2022-09-02", "9999-01-01"], "datetime64[D]")
    found = calendar.add_many(starts, numpy.array([5, 1, 1, 1]))
    assert numpy.isnat(found).tolist() == [True, True, False, True]
    assert calendar.add_many([D(2022, 9, 2)], numpy.array([1.0])).tolist() == [D(2022, 9, 5)]
    with pytest.raises(BadValue, match="4 starts and 2 numbers"):
        calendar.add_many(starts, numpy.array([1, 2]))


@pytest.mark.parametrize("starts,counts,column,row", [
    ("D", [1.5, 1], "working_days", 0), ("D", "x", "working_days", 0),
    ("D", [1, float("nan")], "working_days", 1), ("D", True, "working_days", None),
    ("D", [1, 100_001], "working_days", 1), ("D", [1, None], "working_days", 1),
    ("D", [-2**63, 1], "working_days", 0), ("D", [1, 2**64 - 1], "working_days", 1),
    (["2022-09-02", "2022-09-02T23:00"], 1, "starts", 1), (["2022", "2023"], 1, "starts", None),
    (["2022-09", "2022-10"], 1, "starts", 0), ([1, 2], 1, "starts", None)], ids=repr)
def test_many_at_once_are_never_cut_to_fit(starts, counts, column, row):
    """A time of day, a number too large for 32 bits: neither becomes another one in silence."""
    numpy = pytest.importorskip("numpy")
    given = numpy.array(["2022-09-02"] * 2 if starts == "D" else starts,
                        "datetime64[D]" if starts == "D" else
                        "int64" if starts == [1, 2] else "datetime64")
    if isinstance(counts, list) and any(isinstance(one, int) and one > 2**62 for one in counts):
        counts = numpy.array(counts, "uint64")
    with pytest.raises(ColumnFault) as caught:
        CALENDARS["scotland"].add_many(given, counts)
    assert (caught.value.column, caught.value.row) == (column, row)


def test_many_moments_are_no_days():
    pandas = pytest.importorskip("pandas")
    late = pandas.Series(pandas.to_datetime(["2022-09-03T00:30+01:00"]))  # still the 2nd in UTC
    with pytest.raises(ColumnFault, match="zone"):
        CALENDARS["scotland"].add_many(late, 1)
    assert CALENDARS["scotland"].add_many(late.dt.date, 1).tolist() == [D(2022, 9, 5)]


def test_numbers_and_days_of_numpy_are_taken():
    numpy = pytest.importorskip("numpy")
    calendar = CALENDARS["scotland"]
    assert calendar.add(numpy.datetime64("2022-09-02"), numpy.int64(1)) == D(2022, 9, 5)
    for bad in (numpy.bool_(True), 1.0, "1", None):
        with pytest.raises(TypeError):
            calendar.add(D(2022, 9, 2), bad)
    for bad in (numpy.datetime64("2022-09-02T10:00"), numpy.datetime64("NaT"), "2022-09-02"):
        with pytest.raises(TypeError):
            calendar.add(bad, 1)
    with pytest.raises(BadValue, match="100,000"):
        calendar.add(D(2022, 9, 2), 2**32 + 1)
    with pytest.raises(TypeError, match="str"):
        Calendar.union([calendar, "scotland"])
    with pytest.raises(BadValue, match="178"):
        calendar.project(5000)


def test_beyond_the_last_covered_day_nothing_is_guessed():
    calendar = CALENDARS["england-and-wales"]
    with pytest.raises(CalendarNotCovered) as caught:
        calendar.add(D(2028, 12, 20), 10)
    assert caught.value.last_covered == D(2028, 12, 31)
    assert caught.value.first_covered == D(2012, 1, 1)
    assert "england-and-wales" in str(caught.value)
    for ask in (calendar.is_working_day, calendar.why_closed, calendar.explain, calendar.next):
        with pytest.raises(CalendarNotCovered):
            ask(D(2031, 1, 1))
    assert isinstance(pickle.loads(pickle.dumps(caught.value)), CalendarNotCovered)
    assert D(2028, 12, 31) in calendar and D(2029, 1, 1) not in calendar
    projected = calendar.project(2040)
    assert projected.last_covered == D(2040, 12, 31)
    assert projected.last_published == D(2028, 12, 31)
    assert any(one.projected for one in projected.why_closed(D(2031, 12, 25)))


def test_what_closes_a_day_is_told():
    calendar = CALENDARS["england-and-wales"]
    (cause,) = calendar.why_closed(D(2022, 9, 19))
    assert "Funeral" in cause.cause and "England and Wales" in cause.source
    assert calendar.explain(D(2022, 9, 19)).startswith("Monday 19 September 2022: closed")


@pytest.mark.parametrize("bad", [
    datetime.datetime(2022, 9, 19, 12, tzinfo=datetime.timezone.utc), "2022-09-19", 19254, None,
    datetime.timedelta(days=1)], ids=repr)
def test_only_a_date_is_a_day(bad):
    calendar = CALENDARS["england-and-wales"]
    for ask in (calendar.is_working_day, calendar.next, calendar.explain,
                lambda day: calendar.add(day, 1), lambda day: calendar.count(D(2022, 1, 1), day)):
        with pytest.raises(TypeError):
            ask(bad)


@pytest.mark.parametrize("bad", [1.5, True, "1", None], ids=repr)
def test_only_a_whole_number_is_a_number_of_days(bad):
    with pytest.raises(TypeError):
        CALENDARS["scotland"].add(D(2022, 1, 1), bad)
    with pytest.raises(BadValue):
        CALENDARS["scotland"].add(D(2022, 1, 1), 2**40)


def test_there_is_no_such_calendar():
    with pytest.raises(NotFound, match="england-and-wales"):
        Calendar.bundled("wales")
    with pytest.raises(BadValue, match="surrogate"):
        Calendar.bundled("\ud800")
    with pytest.raises(BadValue, match="NUL"):
        Calendar.bundled("england\0wales")
    with pytest.raises(TypeError):
        Calendar()


OFFICE = """\
format: 1
kind: calendar
name: office
source: Example Homes, office closures
covers: { from: 2024-01, until: 2025-12 }
weekend: [saturday, sunday]
holidays: [england-and-wales]
closures:
  - on: 2024-12-24
    says: Christmas closure
close-of-business: "17:00"
"""


def test_a_calendar_of_ones_own(tmp_path):
    path = tmp_path / "office.yaml"
    path.write_text(OFFICE)
    for calendar in (Calendar.load(path), Calendar.from_text(OFFICE)):
        assert calendar.name == "office"
        assert calendar.close_of_business == datetime.time(17)
        assert not calendar.is_working_day(D(2024, 12, 24))
    path.write_text(OFFICE.replace("kind", "knid"))
    with pytest.raises(CalendarFault) as caught:
        Calendar.load(path)
    assert {one.slug for one in caught.value.diagnostics} >= {"unknown-key"}
    assert str(path) in str(caught.value)
    with pytest.raises(CalendarFault, match="absent.yaml"):
        Calendar.load(tmp_path / "absent.yaml")
    with pytest.raises(BadValue):
        Calendar.load("a\0b")


@pytest.mark.parametrize("make", [
    lambda: CALENDARS["scotland"], lambda: Calendar.from_text(OFFICE),
    lambda: CALENDARS["scotland"].project(2035),
    lambda: Calendar.union([CALENDARS["scotland"], Calendar.from_text(OFFICE)], "both")])
def test_calendars_travel_by_what_they_hold(make):
    calendar = make()
    copy = pickle.loads(pickle.dumps(calendar))
    assert copy == calendar and copy.revision == calendar.revision and hash(copy) == hash(calendar)
    assert copy is not calendar


def test_calendars_without_a_day_in_common_cannot_be_joined():
    old = Calendar.from_text(OFFICE.replace("2024-01", "2012-01").replace("2025-12", "2012-12")
                             .replace("2024-12-24", "2012-12-24"))
    new = Calendar.from_text(OFFICE)
    with pytest.raises(BadValue, match="no covered day in common"):
        Calendar.union([old, new])
    with pytest.raises(BadValue):
        Calendar.union([])


def test_ics_is_read_where_libical_is_built_in_and_else_says_the_cure(tmp_path):
    from complaint import NotBuiltIn
    text = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\nBEGIN:VEVENT\r\nUID:1\r\n"
            "DTSTAMP:20240101T000000Z\r\nDTSTART;VALUE=DATE:20241225\r\nSUMMARY:Christmas Day\r\n"
            "END:VEVENT\r\nEND:VCALENDAR\r\n")
    path = tmp_path / "days.ics"
    path.write_text(text, newline="")
    try:
        calendar = Calendar.load(path)
    except NotBuiltIn as error:
        assert "COMPLAINT_LIBRARY=system" in str(error)
    else:
        assert not calendar.is_working_day(D(2024, 12, 25))
