# SPDX-License-Identifier: MIT
"""pandas' side of columns: which columns of a frame are meant, and answers as a frame."""

from __future__ import annotations

from typing import Any, Dict, Mapping, Sequence, Set

from . import _outputs as out
from .dates import DAY_NONE
from .errors import BadValue, ColumnFault


def columns_of(frame: Any, names: Mapping[str, str], ignore: Set[str]) -> Dict[str, Any]:
    """The columns that are asked with, by what they stand for."""
    import pandas

    if not isinstance(frame, pandas.DataFrame):
        raise TypeError(f"a pandas DataFrame is wanted, not {type(frame).__name__}")
    for name in list(names) + sorted(map(str, ignore)):
        if name not in frame.columns:
            raise ColumnFault(str(name), None, "is not in the frame")
    if frame.columns.has_duplicates:
        twice = frame.columns[frame.columns.duplicated()][0]
        raise ColumnFault(str(twice), None, "stands twice in the frame")
    given: Dict[str, Any] = {}
    for name in frame.columns:
        if name in ignore:
            continue
        meant = names.get(name, name)
        if meant in given:
            raise ColumnFault(str(name), None, f'tells the same as another: "{meant}"')
        given[meant] = frame[name]
    if not given and len(frame) > 1:
        raise BadValue("every column of the frame is ignored")
    return given


def _categories(output: out.Output, arrays: Mapping[str, Any], members: Sequence[Any],
                rules: Any) -> Any:
    import numpy
    import pandas

    ids, starts = rules
    numbers = arrays[output.name]
    if output.sort.holds == out.RULES and output.name != "policy":
        # Several versions have rules of the same id: one category for each.
        unique = list(dict.fromkeys(one for one in ids if one is not None))
        place = {one: at for at, one in enumerate(unique)}
        of_id = numpy.array([-1 if one is None else place[one] for one in ids])
        found = of_id[out.codes(output, numbers, arrays["policy"], starts)]
        used = numpy.bincount(found + 1, minlength=len(unique) + 1)[1:] > 0
        shrunk = numpy.append(numpy.cumsum(used) - 1, -1)  # the last is for -1
        return pandas.Categorical.from_codes(
            shrunk[found], [one for one, is_used in zip(unique, used) if is_used])
    words = [str(one) for one in out.word_table(output, members)[1:]]
    if len(words) < 100:
        numbers = numbers.astype("int8")
    return pandas.Categorical.from_codes(out.codes(output, numbers, None, None) - 1, words)


def _days(numbers: Any) -> Any:
    import numpy

    # pandas 1 has days as nanoseconds, which reach from 1677 to 2262.
    wide = numbers.astype("int64")
    wide *= 86400 * 10**9
    wide[numbers == DAY_NONE] = numpy.iinfo("int64").min
    return wide.view("datetime64[ns]")


def frame_of(wanted: Sequence[out.Output], arrays: Mapping[str, Any], members: Sequence[Any],
             index: Any, marked: bool) -> Any:
    """The answers as a frame with the index of the cases."""
    import numpy
    import pandas

    rules = out.rule_table(members)
    found: Dict[str, Any] = {}
    for output in wanted:
        numbers = arrays[output.name]
        if output.sort.holds == out.DAYS:
            found[output.name] = _days(numbers)
        elif output.sort.holds in (out.NAMES, out.RULES):
            found[output.name] = _categories(output, arrays, members, rules)
        elif output.name.startswith("late-days"):
            late = pandas.array(numbers, "Int32")
            late[numpy.asarray(numbers == DAY_NONE)] = pandas.NA
            found[output.name] = late
        else:
            found[output.name] = numbers
    if marked:
        found["failed"] = arrays["failed"] != 0
    return pandas.DataFrame(found, index=index, copy=False)
