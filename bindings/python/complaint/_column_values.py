# SPDX-License-Identifier: MIT
"""One column of the caller's as the library reads it: where its values lie, and of what kind.

Arrays are read where they lie when their type has a kind; else they are copied into one that has.
What Python's objects hold is looked at one by one, and the first that does not fit is named.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, Callable, Dict, Mapping, Optional, Sequence

from . import cases, dates
from .enums import State
from .errors import CaseFault, ColumnFault

# COMPLAINT_KIND_*
BYTES, INT32, INT64, DOUBLE = 1, 3, 4, 5
DAYS64, MONTHS64 = 7, 9
AS_DAY = {"s": 10, "ms": 11, "us": 12, "ns": 13}
AS_MOMENT = {"s": 14, "ms": 15, "us": 16, "ns": 17}
_UNIT_OF = {DAYS64: "D", MONTHS64: "M", **{kind: unit for units in (AS_DAY, AS_MOMENT)
                                           for unit, kind in units.items()}}
_A_DAY = {"s": 86400, "ms": 86400 * 10**3, "us": 86400 * 10**6, "ns": 86400 * 10**9}

LEAST = -2**63
_STATES = {State.NOT_YET: LEAST + 1, State.UNKNOWN: LEAST + 2}
_WHOLE = {"int8": BYTES, "int32": INT32, "int64": INT64, "float64": DOUBLE}
_WIDER = {"uint8": "int32", "int16": "int32", "uint16": "int32", "uint32": "int64",
          "float32": "float64", "float16": "float64"}


@dataclass
class Values:
    """An array that the library reads, kept alive for as long as it does."""

    array: Any
    kind: int
    one_for_all: bool = False

    @property
    def stride(self) -> int:
        return 0 if self.one_for_all else int(self.array.strides[0])

    def words(self, row: int) -> str:
        """A value as people write it."""
        import numpy

        number = self.array[0 if self.one_for_all else row]
        unit = _UNIT_OF.get(self.kind)
        return str(numpy.datetime64(int(number), unit) if unit else number)


@dataclass(frozen=True)
class Wanted:
    """What a column is for: its name as the caller knows it, what it holds, words that stand for
    numbers, and the zone of times that have none."""

    column: str
    dates: bool
    words: Optional[Mapping[str, int]]
    zone: Optional[datetime.tzinfo]
    index: Any = None
    days_alone: bool = False

    def fault(self, row: Optional[int], message: str) -> ColumnFault:
        label = None if row is None or self.index is None else self.index[row]
        return ColumnFault(self.column, row, message, label)


def _first(rows: Any) -> int:
    return int(rows.argmax())


def _read(given: Any, wanted: Wanted) -> Values:
    import numpy

    if isinstance(given, numpy.ma.MaskedArray):
        given = _unmasked(given)
    elif hasattr(given, "__array__") and not isinstance(given, (numpy.ndarray, numpy.generic)):
        given = numpy.asarray(given)  # another library's column
    elif isinstance(given, Sequence) and not isinstance(given, (str, bytes)):
        given = list(given)
    one_for_all = not isinstance(given, (numpy.ndarray, list))
    if one_for_all:
        array = numpy.empty(1, object)
        array[0] = given
    elif isinstance(given, numpy.ndarray):
        array = given
        one_for_all = given.ndim == 0
        array = given.reshape(1) if one_for_all else given
    else:
        array = numpy.empty(len(given), object)
        array[:] = given
    if array.ndim != 1:
        raise wanted.fault(None, f"a column has one dimension, not {array.ndim}")
    values = _by_type(array.view(numpy.ndarray), wanted)
    values.one_for_all = one_for_all
    return values


def _unmasked(array: Any) -> Any:
    """What a mask hides is not given; without it the array lies where it lay."""
    import numpy

    kind = array.dtype.kind
    if not numpy.any(array.mask):
        return numpy.asarray(array)
    if kind == "b":
        return array.astype("int8").filled(-128)
    if kind in "iu" and array.dtype.name != "uint64":
        return array.astype("int64").filled(LEAST)
    if kind == "M":
        return array.filled(numpy.datetime64("NaT"))
    if kind == "f":
        return array.filled(float("nan"))
    objects = numpy.array(array.data, object)
    objects[array.mask] = None
    return objects


def ticks_of_a_day(kind: int) -> int:
    """How many of a day's numbers make a day, of a kind that is a day held as a time."""
    return _A_DAY[_UNIT_OF[kind]]


def _by_type(array: Any, wanted: Wanted) -> Values:
    if not array.dtype.isnative:
        array = array.astype(array.dtype.newbyteorder("="))
    kind = array.dtype.kind
    if kind == "O":
        return _from_objects(array, wanted)
    if kind in "US":
        if kind == "S":
            raise wanted.fault(None, "holds bytes; decode them into texts")
        return _from_objects(array.astype(object), wanted)
    if kind == "M":
        return _from_times(array, wanted)
    if kind == "m":
        raise wanted.fault(None, "holds lengths of time, which do not say which days they count")
    if kind in "biuf":
        return _from_numbers(array, wanted)
    raise wanted.fault(None, f"values cannot be of type {array.dtype}")


def _from_numbers(array: Any, wanted: Wanted) -> Values:
    if wanted.dates:
        if len(array) and array.dtype.kind == "f" and (array != array).all():
            import numpy
            return Values(numpy.full(len(array), LEAST, "int64"), DAYS64)  # a column of None
        raise wanted.fault(None, f"dates cannot be of type {array.dtype}; give datetime64")
    if wanted.words is not None and not (array.dtype.kind == "f" and (array != array).all()):
        raise wanted.fault(None, f"words are wanted, not {array.dtype}; there are "
                           + ", ".join(wanted.words))
    if array.dtype.kind == "b":
        return Values(array.view("int8"), BYTES)
    name = array.dtype.name
    if name == "uint64":
        large = array > 2**63 - 1
        if large.any():
            raise wanted.fault(_first(large), f"{array[_first(large)]} is too large")
        return Values(array.astype("int64"), INT64)
    if name in _WIDER:
        array = array.astype(_WIDER[name])
    if array.dtype.name not in _WHOLE:
        raise wanted.fault(None, f"numbers cannot be of type {name}")
    return Values(array, _WHOLE[array.dtype.name])


def _from_times(array: Any, wanted: Wanted, aware: bool = False) -> Values:
    """Times without a zone that are all midnight are days; others need a zone."""
    import numpy

    if not wanted.dates:
        raise wanted.fault(None, "holds dates, and no date is wanted here")
    unit, step = numpy.datetime_data(array.dtype)
    if unit in ("D", "M") and step == 1:
        return Values(array.view("int64"), DAYS64 if unit == "D" else MONTHS64)
    if unit in ("Y", "W", "generic"):
        raise wanted.fault(None, f"dates cannot be of type {array.dtype}")
    if unit not in AS_DAY or step != 1:
        array = array.astype("datetime64[s]" if unit in ("h", "m", "s") else "datetime64[ns]")
        unit = numpy.datetime_data(array.dtype)[0]
    numbers = array.view("int64")
    if aware:
        return Values(numbers, AS_MOMENT[unit])
    timed = (numbers % _A_DAY[unit] != 0) & (numbers != LEAST)
    if not timed.any():
        return Values(numbers, AS_DAY[unit])
    row = _first(timed)
    if wanted.zone is None:
        state = "" if wanted.days_alone else 'state it with time_zone="Europe/London", or '
        raise wanted.fault(row, f"{array[row]} is a time of day without a time zone: {state}give "
                           "days alone")
    return _in_zone(array, wanted)


def _in_zone(array: Any, wanted: Wanted) -> Values:
    """Times of which the caller has said where they were read from a clock."""
    try:
        import numpy
        import pandas

        # By name: of a zone that it does not know pandas 1 does not see which hours are left out.
        name = "UTC" if wanted.zone is datetime.timezone.utc else getattr(wanted.zone, "key")
        # As Python's datetime takes it: an hour that comes twice is the first one.
        local = pandas.DatetimeIndex(array).tz_localize(name,
                                                        ambiguous=numpy.ones(len(array), bool))
        return Values(local.asi8, AS_MOMENT["ns"])
    except Exception:  # no pandas, or a time that is not: the slower way says which
        return _from_objects(array.astype("datetime64[s]").astype(object), wanted)


def _from_pandas(series: Any, wanted: Wanted) -> Any:
    """NumPy's array of a column of pandas', the same memory where the type allows."""
    import numpy

    kind = series.dtype
    if type(kind).__name__ == "DatetimeTZDtype":
        values = series.to_numpy("datetime64[ns]")
        return _Aware(values)
    if type(kind).__name__ == "CategoricalDtype":
        return _from_categories(getattr(series, "cat", series), wanted)
    if isinstance(kind, numpy.dtype):
        return series.to_numpy()
    if kind.kind == "b":
        return series.to_numpy("int8", na_value=-128)
    if kind.kind in "iu":
        if kind.kind == "u" and kind.itemsize == 8:
            return series.to_numpy(object)
        return series.to_numpy("int64", na_value=LEAST)
    if kind.kind == "f":
        return series.to_numpy("float64", na_value=float("nan"))
    return series.to_numpy(object)


def _from_categories(categorical: Any, wanted: Wanted) -> Any:
    import numpy

    codes = numpy.asarray(categorical.codes)
    table = numpy.empty(len(categorical.categories) + 1, object)
    table[:-1] = list(categorical.categories)
    table[-1] = None
    used = numpy.unique(codes)
    # Each category is looked at once; a fault is told by the first row that has it.
    try:
        looked = _from_objects(table, wanted)
    except ColumnFault as error:
        bad = error.row if error.row is not None else 0
        if bad in used:
            raise wanted.fault(_first(codes == bad), error.message) from None
        table[[code for code in range(len(table) - 1) if code not in used]] = None
        return table[codes]
    return _Made(Values(looked.array[codes], looked.kind))


class _Aware:
    """Times of which pandas knows the zone, in UTC."""

    def __init__(self, values: Any) -> None:
        self.values = values


class _Made:
    """A column that needs nothing more."""

    def __init__(self, values: Values) -> None:
        self.values = values


# --- objects of Python's -------------------------------------------------------------------------


def _from_objects(array: Any, wanted: Wanted) -> Values:
    if wanted.dates:
        return _dates(array, wanted)
    return _facts(array, wanted)


def _fact(value: Any, words: Optional[Mapping[str, int]]) -> int:
    if isinstance(value, str):
        if words is not None and value in words:
            return words[value]
        if value == State.UNKNOWN:
            return _STATES[State.UNKNOWN]
        if words is not None:
            raise ValueError(f"{value!r} is none of {', '.join(words)}")
        raise ValueError(f"{value!r} is a text; true, false, a number or State.UNKNOWN is wanted")
    if isinstance(value, (bool, int)) and words is None:
        if not -2**31 < value < 2**31:
            raise ValueError(f"{value} is too large")
        return int(value)
    if isinstance(value, datetime.date):
        raise ValueError(f"{value} is a date, and none is wanted here")
    wanted = "a number, true or false" if words is None else "one of " + ", ".join(words)
    raise ValueError(f"{value!r} is a {type(value).__name__}; {wanted} is wanted")


def _each(array: Any, wanted: Wanted, number_of: Callable[[Any], int]) -> Any:
    import numpy

    numbers = numpy.empty(len(array), "int64")
    known: Dict[Any, int] = {None: LEAST}
    for row, value in enumerate(array):
        try:
            number = known.get((type(value), value))
        except TypeError:
            number = None
        if number is None:
            try:
                plain = cases.plain(value, "")
                number = LEAST if plain is None else number_of(plain)
                if len(known) < 65536 and not isinstance(value, datetime.datetime):
                    known[(type(value), value)] = number
            except CaseFault as error:
                raise wanted.fault(row, error.diagnostics[0].message) from None
            except ValueError as error:
                raise wanted.fault(row, str(error)) from None
            except TypeError:
                raise wanted.fault(row, f"a value cannot be of type {type(value).__name__}"
                                   ) from None
        numbers[row] = number
    return numbers


def _facts(array: Any, wanted: Wanted) -> Values:
    return Values(_each(array, wanted, lambda value: _fact(value, wanted.words)), INT64)


def _dates(array: Any, wanted: Wanted) -> Values:
    """Days, or moments: the first that is either decides, the rest must be the same."""
    found: Dict[str, bool] = {}

    def number_of(value: Any) -> int:
        if isinstance(value, str):
            try:
                return _STATES[State(value)]
            except (KeyError, ValueError):
                raise ValueError(f"{value!r} is a text; a date is wanted") from None
        if not isinstance(value, datetime.date):
            raise ValueError(f"{value!r} is a {type(value).__name__}; a date is wanted")
        timed = isinstance(value, datetime.datetime)
        if found.setdefault("timed", timed) != timed:
            raise ValueError(f"{value} is a {'moment among days' if timed else 'day among moments'}"
                             "; a column holds one of the two")
        if not isinstance(value, datetime.datetime):
            return dates.to_number(value)
        aware = value.tzinfo is not None
        if found.setdefault("aware", aware) != aware:
            raise ValueError(f"{value} is {'aware' if aware else 'naive'}, and those before it are "
                             f"{'naive' if aware else 'aware'}; a column holds one of the two")
        return int(dates.to_utc(value, wanted.zone).timestamp())

    # A naive midnight in a column of objects is a time of day all the same: nothing is guessed.
    numbers = _each(array, wanted, number_of)
    return Values(numbers, AS_MOMENT["s"] if found.get("timed") else DAYS64)


def column(given: Any, wanted: Wanted) -> Values:
    """A column of NumPy's, pandas' or Python's, or one value for all rows."""
    if type(given).__module__.split(".")[0] == "pandas" and hasattr(given, "dtype"):
        made = _from_pandas(given, wanted)
        if isinstance(made, _Made):
            return made.values
        if isinstance(made, _Aware):
            return _from_times(made.values, wanted, aware=True)
        given = made
    return _read(given, wanted)
