# SPDX-License-Identifier: MIT
"""Columns of Calendar.add_many(): days, and numbers of working days."""

from __future__ import annotations

from typing import Any

from ._column_values import AS_DAY, DAYS64, INT64, LEAST, Wanted, column, ticks_of_a_day
from .dates import DAY_NONE


def _numbers(given: Any, wanted: Wanted) -> Any:
    import numpy

    values = column(given, wanted)
    return numpy.ascontiguousarray(values.array), values


def _first(rows: Any) -> int:
    return int(rows.argmax())


def days_of(given: Any, name: str) -> Any:
    """Days as the library counts them; DAY_NONE where one is missing or too far away to be one."""
    import numpy

    wanted = Wanted(name, True, None, None, days_alone=True)
    numbers, values = _numbers(given, wanted)
    missing = numbers == LEAST
    if values.kind in AS_DAY.values():
        numbers = numbers // ticks_of_a_day(values.kind)
    elif values.kind != DAYS64:
        raise wanted.fault(None if missing.all() else _first(~missing),
                           "days are wanted, not months or moments, whose day hangs on a zone")
    states = (numbers > LEAST) & (numbers < LEAST + 3)
    if states.any():
        raise wanted.fault(_first(states), "not-yet and unknown are no days")
    far = missing | (numbers <= DAY_NONE) | (numbers >= -DAY_NONE)
    return numpy.where(far, DAY_NONE, numbers).astype("int32")


def counts_of(given: Any, name: str, most: int) -> Any:
    """Numbers of working days, one for all rows or one a row."""
    wanted = Wanted(name, False, None, None)
    numbers, values = _numbers(given, wanted)
    if getattr(getattr(given, "dtype", None), "kind", "") == "b" or isinstance(given, bool):
        raise wanted.fault(None, "numbers of working days are wanted, not truths")
    if values.kind == INT64:
        missing = numbers < LEAST + 3
    else:
        missing = numbers != numbers
    if missing.any():
        raise wanted.fault(_first(missing), "a number of working days is missing")
    wrong = (numbers < -most) | (numbers > most) | (numbers % 1 != 0)
    if wrong.any():
        row = _first(wrong)
        raise wanted.fault(row, f"{numbers[row]} is no whole number from {-most:,} to {most:,}")
    return numbers.astype("int32")
