# SPDX-License-Identifier: MIT
"""Days, moments and what is known of a date; calendars walked one day at a time.

A stamp is a Day or a Moment. A When is what an anchor or a limit comes to: a stamp at both ends of
what it could be, or the reason why there is none.
"""

import dataclasses
import datetime
import functools
import pathlib
import re
import zoneinfo

EPOCH = datetime.date(1970, 1, 1)
LONDON = "Europe/London"


class Beyond(Exception):
    """The calendar does not reach so far."""


@dataclasses.dataclass(frozen=True)
class Day:
    number: int


@dataclasses.dataclass(frozen=True)
class Moment:
    seconds: int


# --- text ---------------------------------------------------------------------------------------

def day_of_text(text):
    return (datetime.date.fromisoformat(text) - EPOCH).days


def text_of_day(number):
    return (EPOCH + datetime.timedelta(days=number)).isoformat()


def stamp_of_text(text):
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return Day(day_of_text(text))
    return Moment(int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()))


def first_and_last(text):
    """The first and last day of a day or a month."""
    if re.fullmatch(r"\d{4}-\d\d", text):
        year, month = int(text[:4]), int(text[5:])
        first = day_of_text(text + "-01")
        following = datetime.date(year + month // 12, month % 12 + 1, 1)
        return first, (following - EPOCH).days - 1
    return day_of_text(text), day_of_text(text)


def text_of(stamp, zone):
    if isinstance(stamp, Day):
        return text_of_day(stamp.number)
    return local(stamp, zone).isoformat().replace("+00:00", "Z" if zone == "UTC" else "+00:00")


# --- days of moments ----------------------------------------------------------------------------

def local(moment, zone):
    return datetime.datetime.fromtimestamp(moment.seconds, zoneinfo.ZoneInfo(zone))


def day_of(stamp, zone):
    if isinstance(stamp, Day):
        return stamp.number
    return (local(stamp, zone).date() - EPOCH).days


def at_time(day, minutes, zone):
    """The moment at which a clock shows so many minutes after midnight on a day."""
    date = EPOCH + datetime.timedelta(days=day)
    there = datetime.datetime(date.year, date.month, date.day, minutes // 60, minutes % 60,
                              tzinfo=zoneinfo.ZoneInfo(zone))
    return int(there.timestamp())


def earlier(one, other, zone):
    """Strictly earlier; by days when either has only a day (15.2.2)."""
    if isinstance(one, Moment) and isinstance(other, Moment):
        return one.seconds < other.seconds
    return day_of(one, zone) < day_of(other, zone)


def passed(stamp, limit, closing, zone):
    """Does it lie after the end of a limit? `closing`: minutes at which that day ends, or None."""
    if isinstance(limit, Day) and isinstance(stamp, Moment) and closing is not None:
        return stamp.seconds > at_time(limit.number, closing, zone)
    return earlier(limit, stamp, zone)


# --- what is known of a date --------------------------------------------------------------------

@dataclasses.dataclass(frozen=True)
class End:
    """One end of what a date could be: what is told, and the latest that it may mean.

    `span`: both are told, for hours were added to days that hang on hours.
    """
    told: object
    late: object
    span: bool = False

    def map(self, change):
        return End(change(self.told, False), change(self.late, True), self.span)


@dataclasses.dataclass(frozen=True)
class When:
    status: str  # known, not-yet, unknown, beyond, none
    first: End = None
    last: End = None
    projected: bool = False
    could_be_earlier: bool = False
    after: int = None  # of what is beyond a calendar: the last covered day, if it ends after that
    closing: int = None  # of a due date: minutes at which its day ends; None: the whole day

    @property
    def known(self):
        return self.status == "known"

    @property
    def ends(self):
        return [self.first] if self.first == self.last else [self.first, self.last]

    def marked(self, **flags):
        return dataclasses.replace(self, **flags)


NONE = When("none")
NOT_YET = When("not-yet")
UNKNOWN = When("unknown")
BEYOND = When("beyond")


def known(first, last=None):
    last = first if last is None else last
    return When("known", End(first, first), End(last, last))


def when_of_text(text):
    """An event as a case writes it."""
    if text == "not-yet":
        return NOT_YET
    if text == "unknown":
        return UNKNOWN
    if re.fullmatch(r"\d{4}-\d\d", text):
        first, last = first_and_last(text)
        return known(Day(first), Day(last))
    return known(stamp_of_text(text))


def spread(when, unit):
    """Days that run from hours of a day without a time begin on one of two days: count both."""
    if not when.known or (unit == "hours" and isinstance(when.first.told, Moment)):
        return when
    first, last = when.first.told, when.last.late
    return dataclasses.replace(when, first=End(first, first), last=End(last, last))


def one_kind(when, zone, hours=False):
    """A span has one kind: days when either end has only a day (of a wait in hours: moments)."""
    kinds = {type(stamp) for end in (when.first, when.last) for stamp in (end.told, end.late)}
    if len(kinds) < 2:
        return when

    def change(stamp, latest):
        if isinstance(stamp, Day) != hours:
            return stamp
        if hours:
            return Moment(at_time(stamp.number, 0, zone))
        return Day(day_of(stamp, zone))

    return dataclasses.replace(when, first=when.first.map(change), last=when.last.map(change))


def stamps(when):
    """Every stamp it could be: each day of a month, else the one."""
    first, last = when.first.told, when.last.told
    if first == last:
        return [first]
    if isinstance(first, Day) and isinstance(last, Day):
        return [Day(number) for number in range(first.number, last.number + 1)]
    between = range(day_of(first, LONDON) + 1, day_of(last, LONDON))
    return [first] + [Day(number) for number in between] + [last]


# --- calendars ----------------------------------------------------------------------------------

class Calendar:
    """Working days by a walk: weekends, and the holidays of .ics files."""

    def __init__(self, path):
        text = path.read_text(encoding="utf-8")
        span = re.search(r"covers: \{ from: (\S+), until: (\S+) \}", text)
        self.first = first_and_last(span[1])[0]
        self.last = first_and_last(span[2])[1]
        self.closed = set()
        for name in re.search(r"holidays: \[(.*)\]", text)[1].split(", "):
            self.read_holidays((path.parent / name).read_text(encoding="utf-8"))

    def read_holidays(self, text):
        for event in text.split("BEGIN:VEVENT")[1:]:
            first, end = (self.date(event, key) for key in ("DTSTART", "DTEND"))
            self.closed.update(range(first, end))

    @staticmethod
    def date(event, key):
        digits = re.search(key + r";VALUE=DATE:(\d{8})", event)[1]
        return day_of_text(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")

    def works(self, day):
        if not self.first <= day <= self.last:
            raise Beyond()
        return (day + 3) % 7 < 5 and day not in self.closed

    def move(self, day, step):
        """The day itself when it is worked, else the next such in the direction of the step."""
        while not self.works(day):
            day += step
        return day


@functools.lru_cache(maxsize=None)
def calendar(name):
    rules = pathlib.Path(__file__).resolve().parents[2] / "rules" / "calendars"
    return Calendar(rules / (name + ".yaml"))


# --- counting -----------------------------------------------------------------------------------

class Counting:
    """The conventions of 2.2: the file's, with the keys that one rule changes."""

    def __init__(self, file_keys, rule_keys):
        keys = {**file_keys, **(rule_keys or {})}
        self.calendar = calendar(keys["calendar"])
        self.zone = keys.get("time-zone", LONDON)
        self.on_event_day = keys.get("first-day") == "event-day"
        self.deem_closed = keys.get("event-on-closed-day") == "next-working-day"
        self.cut_off = minutes(keys.get("cut-off"))
        self.move = {"next-working-day": 1, "previous-working-day": -1}.get(
            keys.get("due-on-closed-day"), 0)
        self.ends_early = keys.get("day-ends") == "close-of-business"
        self.close_of_business = minutes(keys.get("close-of-business"))


def minutes(text):
    return None if text is None else int(text[:2]) * 60 + int(text[3:])


def duration(text):
    """ "10 working days" -> (10, "working days"); limits in words keep their words as unit."""
    match = re.fullmatch(r"(\d+) (working days?|calendar days?|hours?|weeks?|months?|years?)", text)
    if not match:
        return 0, text
    unit = match[2]
    return int(match[1]), unit if unit.endswith("s") else unit + "s"


NEXT_WORKING_DAY = "close of business on the next working day"
NEXT_CALENDAR_DAY = "close of business on the next calendar day"
NO_DATE = ("immediately", "as soon as possible")
MOVED_UNITS = ("calendar days", "weeks", "months", "years")


def deemed_day(stamp, counting):
    """15.3.1: the day from which days, weeks, months and years run."""
    day = day_of(stamp, counting.zone)
    if isinstance(stamp, Moment) and counting.cut_off is not None:
        there = local(stamp, counting.zone)
        if there.hour * 3600 + there.minute * 60 + there.second > counting.cut_off * 60:
            counting.calendar.works(day)  # the event's own day must be a covered one
            return counting.calendar.move(day + 1, 1)
    if counting.deem_closed:
        return counting.calendar.move(day, 1)
    return day


def add_months(day, months):
    date = EPOCH + datetime.timedelta(days=day)
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    last = first_and_last(f"{year:04}-{month + 1:02}")[1]
    return min(day_of_text(f"{year:04}-{month + 1:02}-01") + date.day - 1, last)


def count_days(day, amount, unit, counting, on_event_day):
    if unit in ("working days", NEXT_WORKING_DAY):
        working = counting.calendar
        working.works(day)  # the count begins within the covered days
        left = 1 if unit == NEXT_WORKING_DAY else amount
        if unit == NEXT_WORKING_DAY or not on_event_day:
            day += 1
        while True:
            left -= working.works(day)
            if left == 0:
                return day
            day += 1
    if unit == NEXT_CALENDAR_DAY:
        return day + 1
    if unit in ("calendar days", "weeks"):
        return day + amount * (7 if unit == "weeks" else 1) - on_event_day
    return add_months(day, amount * (12 if unit == "years" else 1))


def count(stamp, amount, unit, counting, latest=False, deem=True, on_event_day=None):
    """The last day of a limit (hours: its moment), neither moved nor cut short."""
    if on_event_day is None:
        on_event_day = counting.on_event_day
    if unit == "hours":
        if isinstance(stamp, Moment):
            start = stamp.seconds
        elif latest:
            start = at_time(stamp.number + 1, 0, counting.zone) - 1
        else:
            start = at_time(stamp.number, 0, counting.zone)
        return Moment(start + 3600 * amount)
    day = deemed_day(stamp, counting) if deem else day_of(stamp, counting.zone)
    return Day(count_days(day, amount, unit, counting, on_event_day))


def moved(stamp, unit, counting):
    """15.3.2: due-on-closed-day bears on calendar days, weeks, months and years."""
    if unit in MOVED_UNITS and counting.move and isinstance(stamp, Day):
        return Day(counting.calendar.move(stamp.number, counting.move))
    return stamp
