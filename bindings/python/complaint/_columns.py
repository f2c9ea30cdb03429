# SPDX-License-Identifier: MIT
"""Many cases in one call: columns in, columns out."""

from __future__ import annotations

import ctypes
import datetime
import difflib
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple, Union

from . import _library as library
from . import _outputs as out
from . import dates
from ._asking import NOW_OF_CASE, entries_of, why_not_found
from ._column_values import Values, Wanted, column
from ._library import Handle, lib
from ._progress import steps
from ._prototypes import Column, Columns, Output
from .calendars import Calendar
from .enums import Moment, Unit
from .errors import BadValue, ColumnFault, NotFound, OutOfMemory

# COMPLAINT_COLUMN_*
_FACT, _EVENT, _NOW, _LANDLORD, _ADDS, _UNTIL, _TOLD, _AT = range(1, 9)
_AT_WORDS = {Moment.ACCEPTANCE.value: 1, Moment.ESCALATION.value: 2,
             Moment.ADDITIONAL_ISSUE.value: 4}
_UNITS = {unit.value.replace(" ", "-"): number + 1 for number, unit in enumerate(
    (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.HOURS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS))}
_CHOICE = 3  # COMPLAINT_TYPE_CHOICE

# One name, or several.
Words = Union[str, Iterable[str]]

# Rows between two looks at the keyboard: some hundredths of a second.
CHUNK = 65536


class _Meaning:
    """What a column's name stands for among the policies of a set."""

    def __init__(self, policies: Handle, members: Sequence[Any], landlords: Sequence[str]) -> None:
        self.set = policies
        self.members = members
        self.landlords = {name: number for number, name in enumerate(landlords)}

    def _number(self, find: Any, name: bytes) -> Optional[int]:
        number: int = find(self.set, name, len(name))
        return None if number == library.NONE else number

    def _values(self, name: bytes) -> Dict[str, int]:
        for policy in self.members:
            words: Dict[str, int] = {}
            while True:
                value = lib.complaint_policy_get_fact_value(policy._handle, name, len(name),
                                                            len(words))
                if value is None:
                    break
                words[value.decode()] = len(words)
            if words:
                return words
        return {}

    def of(self, written: str) -> Optional[Tuple[Column, bool, Optional[Dict[str, int]]]]:
        """The column, whether it holds dates, and words that stand for numbers."""
        name = written.replace("_", "-")
        special = {"now": (_NOW, True, None), "landlord": (_LANDLORD, False, self.landlords),
                   "at": (_AT, False, _AT_WORDS)}
        if name in special:
            role, is_date, words = special[name]
            return Column(ctypes.sizeof(Column), role), is_date, words
        if name.startswith("extended."):
            return self._extension(name)
        encoded = library.encode(name, "a column's name")
        number = self._number(lib.complaint_set_find_fact, encoded)
        if number is not None:
            is_choice = lib.complaint_set_get_fact_type(self.set, number) == _CHOICE
            return (Column(ctypes.sizeof(Column), _FACT, 0, number), False,
                    self._values(encoded) if is_choice else None)
        number = self._number(lib.complaint_set_find_event, encoded)
        if number is None:
            return None
        return Column(ctypes.sizeof(Column), _EVENT, 0, number), True, None

    def _extension(self, name: str) -> Optional[Tuple[Column, bool, None]]:
        _, duty, what = (name.split(".") + ["", ""])[:3]
        if not any(rule.id == duty and rule.kind == "duty" for policy in self.members
                   for rule in policy.rules):
            return None
        found = Column(ctypes.sizeof(Column), rule=duty.encode())
        if what in _UNITS:
            found.role, found.unit = _ADDS, _UNITS[what]
        elif what in ("until", "told"):
            found.role = _UNTIL if what == "until" else _TOLD
        else:
            return None
        return found, found.role != _ADDS, None

    def near(self, written: str) -> str:
        """Where a name is unknown: what may have been meant."""
        known = ["now", "landlord", "at"]
        for get in (lib.complaint_set_get_fact_name, lib.complaint_set_get_event_name):
            for start in (0, 4096):
                number = start
                while True:
                    name = get(self.set, number)
                    if name is None:
                        break
                    known.append(name.decode())
                    number += 1
        likely = difflib.get_close_matches(written.replace("_", "-"), known, 1)
        return f'; did you mean "{likely[0]}"?' if likely else ""


class _Batch:
    """Columns and outputs, and everything that must live while the library reads and writes."""

    def __init__(self, meaning: _Meaning, given: Mapping[str, Any], index: Any,
                 zone: Optional[datetime.tzinfo]) -> None:
        self.meaning = meaning
        self.names: List[str] = []
        self.values: List[Values] = []
        self.columns: List[Column] = []
        roles: Dict[Tuple[Any, ...], str] = {}
        for name, values in given.items():
            if not isinstance(name, str):
                raise ColumnFault(repr(name), None, "a column's name is a text")
            found = meaning.of(name)
            if found is None:
                raise ColumnFault(name, None, "no policy here knows this fact or event"
                                  + meaning.near(name))
            cell, is_date, words = found
            key = (cell.role, cell.name, cell.rule)
            if key in roles:
                raise ColumnFault(name, None, f'tells the same as column "{roles[key]}"')
            roles[key] = name
            read = column(values, Wanted(name, is_date, words, zone, index))
            cell.kind, cell.stride = read.kind, read.stride
            self.names.append(name)
            self.values.append(read)
            self.columns.append(cell)

    def rows(self) -> int:
        count: Optional[int] = None
        first = ""
        for name, values in zip(self.names, self.values):
            if values.one_for_all:
                continue
            if count is not None and len(values.array) != count:
                raise ColumnFault(name, None, f'has {len(values.array)} rows, and column "{first}" '
                                  f"has {count}")
            if count is None:
                count, first = len(values.array), name
        return 1 if count is None else count

    def place(self, start: int) -> Any:
        """The columns from a row on, as the library takes them."""
        cells = (Column * len(self.columns))()
        for i, (cell, values) in enumerate(zip(self.columns, self.values)):
            ctypes.pointer(cells[i])[0] = cell
            cells[i].values = values.array.ctypes.data + start * values.stride
        return cells


def _request(batch: _Batch, options: Mapping[str, Any]) -> Columns:
    request = Columns(ctypes.sizeof(Columns))
    request.set = batch.meaning.set.address
    request.unlisted_facts_false = 1 if options["unlisted_facts_false"] else 0
    landlords = options["landlords"]
    if landlords:
        encoded = [library.encode(one, "landlord") for one in landlords]
        request.landlords = (ctypes.c_char_p * len(encoded))(*encoded)
        request.landlord_count = len(encoded)
    request.calendars, request.calendar_count = entries_of(options["calendars"])
    return request


def _call(workspace: Handle, request: Columns, batch: _Batch) -> int:
    """How many rows failed."""
    failed, place = ctypes.c_size_t(), ctypes.c_size_t(2**32)
    status = lib.complaint_columns_evaluate(workspace, ctypes.byref(request),
                                            ctypes.byref(failed), ctypes.byref(place))
    if status == library.OK:
        return failed.value
    if status == library.NO_MEMORY:
        raise OutOfMemory("no memory for columns")
    if place.value < len(batch.names):
        raise ColumnFault(batch.names[place.value], None,
                          "cannot be read: " + library.status_words(status))
    raise BadValue("these columns cannot be evaluated: " + library.status_words(status))


def _culprit(workspace: Handle, request: Columns, batch: _Batch, row: int) -> ColumnFault:
    """Which column makes a row impossible: each is tried alone, and read as the library does."""
    status = ctypes.c_int32()
    request.row_count, request.output_count = 1, 0
    request.row_statuses = ctypes.addressof(status)
    cells = batch.place(row)
    for i, (name, values) in enumerate(zip(batch.names, batch.values)):
        request.columns = (Column * 1)(cells[i])
        request.column_count = 1
        if lib.complaint_columns_evaluate(workspace, ctypes.byref(request), None, None) == 0 \
                and status.value == 0:
            continue
        return ColumnFault(name, row, f"{values.words(row)} cannot be: there is no such value, or "
                           "it lies outside the years 1900 to 2199")
    return ColumnFault(", ".join(batch.names), row, "this row cannot be")


def _run(batch: _Batch, wanted: Sequence[out.Output], options: Mapping[str, Any],
         progress: bool) -> Dict[str, Any]:
    import numpy

    rows = batch.rows()
    arrays = {output.name: numpy.empty(rows, "int32") for output in wanted}
    statuses = numpy.zeros(rows, "int32")
    request = _request(batch, options)
    status, workspace = library.make(lib.complaint_answer_new, lib.complaint_answer_free)
    if workspace is None:
        raise OutOfMemory("no memory for columns")
    cells = (Output * len(wanted))()
    for start in steps(rows, CHUNK, progress):
        for cell, output in zip(cells, wanted):
            cell.size, cell.what, cell.stride = ctypes.sizeof(Output), output.sort.what, 4
            cell.rule = output.rule.encode() if output.rule else None
            cell.values = arrays[output.name].ctypes.data + 4 * start
        columns = batch.place(start)
        request.columns, request.column_count = columns, len(columns)
        request.outputs, request.output_count = cells, len(cells)
        request.row_count = min(CHUNK, rows - start)
        request.row_statuses = statuses.ctypes.data + 4 * start
        if _call(workspace, request, batch) and options["errors"] == "raise":
            row = start + int((statuses[start:] != 0).argmax())
            raise _culprit(workspace, request, batch, row)
    arrays["failed"] = statuses
    return arrays


def _landlords(policies: Handle, members: Sequence[Any], columns: Mapping[str, Any],
               landlord: Optional[str], calendars: Optional[Mapping[str, Calendar]]) -> List[str]:
    """The landlords that a row can mean; what the policies do not know is told by its name."""
    landlords = list(dict.fromkeys(one.landlord for one in members))
    if landlord is not None:
        if "landlord" in columns:
            raise ColumnFault("landlord", None, "stands in the columns and in landlord=")
        if library.encode(landlord, "landlord").decode() not in landlords:
            raise NotFound(why_not_found(policies, landlord, None))
        landlords = [landlord]
    elif "landlord" not in columns and len(landlords) > 1:
        raise NotFound("several landlords and none named: give landlord=, or a column landlord "
                       "with " + ", ".join(landlords))
    if set(calendars or ()) - {name for one in members for name in one.calendars}:
        raise NotFound(why_not_found(policies, landlords[0], calendars))
    return landlords


class ColumnsMixin:
    """What policies and sets of them answer for many cases at once."""

    __slots__ = ()

    def _prepare(self, given: Mapping[str, Any], index: Any, want: Words, now: Any,
                 landlord: Optional[str], unlisted_facts_false: bool,
                 calendars: Optional[Mapping[str, Calendar]], errors: str,
                 time_zone: Union[None, str, datetime.tzinfo], progress: bool
                 ) -> Tuple[List[out.Output], Dict[str, Any], Sequence[Any]]:
        members: Sequence[Any] = getattr(self, "policies", (self,))
        handle: Handle = getattr(self, "_set")
        if errors not in ("raise", "mark"):
            raise BadValue(f'errors is "raise" or "mark", not {errors!r}')
        if not hasattr(given, "keys"):
            raise TypeError(f"columns are a mapping of names to arrays, not {type(given).__name__}")
        columns: Dict[str, Any] = dict(given)
        if now is not NOW_OF_CASE:
            if "now" in columns:
                raise ColumnFault("now", None, "stands in the columns and in now=")
            columns["now"] = now
        landlords = _landlords(handle, members, columns, landlord, calendars)
        meaning = _Meaning(handle, members, landlords)
        wanted = out.outputs_of((want,) if isinstance(want, str) else want, members)
        asked = list(wanted)
        if any(one.sort.holds == out.RULES for one in wanted) and "policy" not in [
                one.name for one in wanted]:
            asked.append(out.Output("policy", out.SORTS["policy"]))
        batch = _Batch(meaning, columns, index, dates.find_zone(time_zone))
        arrays = _run(batch, asked, {
            "unlisted_facts_false": unlisted_facts_false, "landlords": landlords,
            "calendars": calendars, "errors": errors}, progress)
        return wanted, arrays, members

    def evaluate_columns(self, columns: Mapping[str, Any], *,
                         want: Words = out.USUAL, now: Any = NOW_OF_CASE,
                         landlord: Optional[str] = None,
                         unlisted_facts_false: bool = False,
                         calendars: Optional[Mapping[str, Calendar]] = None, errors: str = "raise",
                         time_zone: Union[None, str, datetime.tzinfo] = None,
                         progress: bool = False) -> Dict[str, Any]:
        """Answer many cases at once; needs NumPy.

        ``columns`` has an array (or one value for all rows) by the name of a fact or event, or
        ``now``, ``landlord``, ``at``, ``extended.DUTY.working-days`` (or another unit),
        ``extended.DUTY.until``, ``extended.DUTY.told``. ``datetime64``, whole numbers, floats and
        truths are read where they lie. Times without a zone that are all midnight are days; others
        need ``time_zone``. NaT, NaN and None are "not given".

        ``want`` names what is answered: ``policy``, ``outcome``, ``decider``, ``route-state``,
        ``route``, ``standing``, ``stage``, ``overdue``, ``next-due``, ``next-duty``, and with the
        id of a rule (or ``*`` for all) ``applies.RULE``, ``state.DUTY``, ``due.DUTY``,
        ``due-flags.DUTY``, ``late-days.DUTY``, ``door.WINDOW``, ``opens.WINDOW``,
        ``closes.WINDOW``. Words come as arrays of enumerations and ids, days as
        ``datetime64[D]``.

        A row that cannot be raises ColumnFault, or with ``errors="mark"`` is True in the array
        ``failed``.

        >>> import numpy
        >>> from complaint import Policy
        >>> policy = Policy.bundled("brighter-places/2022-08")
        >>> found = policy.evaluate_columns(
        ...     {"complaint-logged": numpy.array(["2022-09-02", "NaT"], "datetime64[D]")},
        ...     now=datetime.date(2022, 9, 19), want=["due.respond-stage-1"])
        >>> print(found["due.respond-stage-1"])
        ['2022-09-16'        'NaT']
        """
        import numpy

        wanted, arrays, members = self._prepare(
            columns, None, want, now, landlord, unlisted_facts_false, calendars, errors, time_zone,
            progress)
        ids, starts = out.rule_table(members)
        found = {}
        for output in wanted:
            numbers = arrays[output.name]
            if output.sort.holds == out.DAYS:
                found[output.name] = out.days(numbers)
            elif output.sort.holds in (out.NAMES, out.RULES):
                places = out.codes(output, numbers, arrays.get("policy"), starts)
                table = (ids if output.sort.holds == out.RULES and output.name != "policy"
                         else out.word_table(output, members))
                found[output.name] = numpy.take(table, places)
            else:
                found[output.name] = numbers
        if errors == "mark":
            found["failed"] = arrays["failed"] != 0
        return found

    def evaluate_frame(self, frame: Any, *, want: Words = out.USUAL,
                       columns: Optional[Mapping[str, str]] = None,
                       ignore: Words = (),
                       now: Any = NOW_OF_CASE, landlord: Optional[str] = None,
                       unlisted_facts_false: bool = False,
                       calendars: Optional[Mapping[str, Calendar]] = None, errors: str = "raise",
                       time_zone: Union[None, str, datetime.tzinfo] = None,
                       progress: bool = False) -> Any:
        """Answer every row of a pandas DataFrame; needs pandas.

        Every column is the fact or event of its name (hyphens may be underscores), or what
        ``columns`` says: ``{"Date logged": "complaint-logged"}``. A column that is neither is a
        ColumnFault, so that a misspelt one is not lost; name those to be left out in ``ignore``.
        The rest is as in evaluate_columns(). The answer is a DataFrame with the same index: words
        as categories, days as ``datetime64[ns]``. ``progress=True`` shows a bar when tqdm is there.

        >>> import pandas
        >>> from complaint import Policy
        >>> policy = Policy.bundled("brighter-places/2022-08")
        >>> frame = pandas.DataFrame({"id": [7], "complaint_logged": [datetime.date(2022, 9, 2)]})
        >>> found = policy.evaluate_frame(frame, ignore=["id"], now=datetime.date(2022, 9, 19),
        ...                               want=["state.respond-stage-1"])
        >>> found["state.respond-stage-1"][0]
        'overdue'
        """
        from ._frames import columns_of, frame_of

        given = columns_of(frame, columns or {}, {ignore} if isinstance(ignore, str)
                           else set(ignore))
        wanted, arrays, members = self._prepare(
            given, frame.index, want, now, landlord, unlisted_facts_false, calendars, errors,
            time_zone, progress)
        return frame_of(wanted, arrays, members, frame.index, errors == "mark")
