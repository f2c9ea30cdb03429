# SPDX-License-Identifier: MIT
"""A case, from a mapping of Python's to the text that the library reads.

Every value stands on a line of its own, so that a fault the library finds there is told by its key.
"""

from __future__ import annotations

import datetime
import enum
import functools
import json
from typing import Any, Callable, Dict, List, Mapping, NoReturn, Optional, Sequence, Tuple

from . import dates
from .dates import Duration
from .enums import Severity
from .errors import BadValue, CaseFault, Diagnostic

_DEEPEST = 8


def fault(key: str, slug: str, message: str, hint: Optional[str] = None) -> CaseFault:
    """A fault of a case that was found before the library saw it."""
    return CaseFault("case", (Diagnostic(Severity.ERROR, slug, "case", 0, 0, message, hint, key),))


def is_missing(value: Any) -> bool:
    """None, NaN, pandas' NaT and NA, NumPy's NaT: "not given"."""
    if value is None or type(value).__name__ == "MaskedConstant":
        return True
    try:
        return bool(value != value)
    except (TypeError, ValueError):
        return type(value).__name__ == "NAType"


def _of_numpy(value: Any, key: str) -> Any:
    """A ``datetime64`` as a month, a day or a moment, by its unit; a year or a week is neither."""
    kind = str(value.dtype)
    if kind == "datetime64[M]":
        return str(value)
    if kind in ("datetime64[Y]", "datetime64[W]"):
        raise fault(key, "date-malformed", f"a value cannot be of type {kind}",
                    'write a month as "2022-09", a day as datetime.date(2022, 9, 19)')
    whole = value.item() if kind == "datetime64[D]" else value.astype("datetime64[s]").item()
    if isinstance(whole, int):
        raise fault(key, "date-out-of-range", f"{value} lies outside the years 1900 to 2199")
    return whole


@functools.lru_cache(8192)
def _quoted(text: str) -> str:
    """A text as JSON; the names of a caseload come again and again."""
    text.encode("utf-8")
    return json.dumps(text)


# How what needs no second look is written.
_AT_ONCE: Dict[type, Callable[[Any], str]] = {
    bool: lambda value: "true" if value else "false",
    int: str,
    datetime.date: lambda value: f'"{value}"',
}


class _Writer:
    """Lines of JSON, and for each line the key it tells of."""

    def __init__(self, zone: Optional[datetime.tzinfo]) -> None:
        self.zone = zone
        self.lines: List[str] = []
        self.keys: List[str] = []
        self.aware: Optional[str] = None

    def line(self, text: str, key: str) -> None:
        self.lines.append(text)
        self.keys.append(key)

    def value(self, value: Any, key: str, before: str, after: str, depth: int) -> None:
        if isinstance(value, Mapping):
            self.mapping(value, key, before, after, depth + 1)
        elif isinstance(value, (list, tuple)):
            self.sequence(value, key, before, after, depth + 1)
        else:
            self.line(f"{before}{self.scalar(value, key)}{after}", key)

    def mapping(self, mapping: Mapping[Any, Any], key: str, before: str, after: str,
                depth: int) -> None:
        if depth > _DEEPEST:
            raise fault(key, "too-deep", "a case does not nest so deep")
        entries = [(name, value) for name, value in mapping.items()
                   if type(value) in _AT_ONCE or isinstance(value, (str, Mapping, list, tuple))
                   or not is_missing(value)]
        self.line(before + "{", key)
        for index, (name, value) in enumerate(entries):
            if isinstance(name, enum.Enum):
                name = name.value
            if not isinstance(name, str):
                raise fault(key or "case", "wrong-type",
                            f"a name is a text, not {type(name).__name__} ({name!r})")
            own = f"{key}.{name}" if key else name
            head = self.text(name.replace("_", "-"), own) + ": "
            after_it = "," if index + 1 < len(entries) else ""
            at_once = _AT_ONCE.get(type(value))
            if type(value) is int:
                self.line(head + self.number(value, own) + after_it, own)
            elif at_once:
                self.line(head + at_once(value) + after_it, own)
            else:
                self.value(value, own, head, after_it, depth)
        self.line("}" + after, key)

    def sequence(self, sequence: Sequence[Any], key: str, before: str, after: str,
                 depth: int) -> None:
        if depth > _DEEPEST:
            raise fault(key, "too-deep", "a case does not nest so deep")
        self.line(before + "[", key)
        for index, value in enumerate(sequence):
            self.value(value, f"{key}[{index}]", "", "," if index + 1 < len(sequence) else "",
                       depth)
        self.line("]" + after, key)

    def text(self, text: str, key: str) -> str:
        try:
            return _quoted(text)
        except UnicodeEncodeError as error:
            raise fault(key, "not-utf8", f"character {error.start + 1} of the text is half a "
                        "surrogate pair, which is no character") from None

    def number(self, number: int, key: str) -> str:
        try:
            return str(number)
        except ValueError:  # Python writes no number of thousands of digits
            raise fault(key, "number-out-of-range", "the number is too large") from None

    def moment(self, moment: datetime.datetime, key: str) -> str:
        try:
            utc = dates.to_utc(moment, self.zone)
        except ValueError as error:
            also = f" ({self.aware} has one)" if self.aware and self.zone is None else ""
            raise fault(key, "offset-missing", f"{error}{also}") from None
        if moment.tzinfo is not None:
            self.aware = key
        return f'"{utc.isoformat()}"'

    def scalar(self, value: Any, key: str) -> str:
        value = plain(value, key)
        if value is None:
            raise fault(key, "wrong-type", "an entry of a list cannot be missing")
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, str):
            return self.text(value, key)
        if isinstance(value, int):
            return self.number(value, key)
        if isinstance(value, datetime.datetime):
            return self.moment(value, key)
        if isinstance(value, datetime.date):
            return f'"{value.isoformat()}"'
        return refuse(value, key)


def plain(value: Any, key: str) -> Any:
    """None, bool, int, str, date or datetime; enumerations and NumPy's scalars become theirs."""
    if isinstance(value, enum.Enum):
        return plain(value.value, key)
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, Duration):
        return str(value)
    if is_missing(value):
        return None
    if isinstance(value, (int, datetime.date)):
        return value
    if isinstance(value, float):
        if not value.is_integer():
            raise fault(key, "number-malformed", f"{value} is no whole number")
        return int(value)
    if type(value).__name__ == "datetime64":
        return _of_numpy(value, key)
    if type(value).__module__ == "numpy" and type(value).__name__ != "timedelta64" \
            and getattr(value, "shape", None) == ():
        return plain(value.item(), key)
    return value


def refuse(value: Any, key: str) -> NoReturn:
    """Nothing is guessed of what is neither fact nor date."""
    if isinstance(value, datetime.timedelta) or type(value).__name__ == "timedelta64":
        raise fault(key, "unit-missing", "a timedelta does not say which days it counts",
                    'write "5 working days", or Duration(5, Unit.WORKING_DAYS)')
    if isinstance(value, datetime.time):
        raise fault(key, "wrong-type", "a time of day without its day")
    if key == "now" and isinstance(value, str):
        raise fault(key, "wrong-type", "a text is taken in the case alone",
                    "give a datetime.date or an aware datetime")
    raise fault(key, "wrong-type", f"a value cannot be of type {type(value).__name__}")


def to_json(case: Mapping[Any, Any], zone: Optional[datetime.tzinfo]) -> Tuple[bytes, List[str]]:
    """The case as text, and the key that each line tells of."""
    if not isinstance(case, Mapping):
        also = "; wrap a path in pathlib.Path()" if isinstance(case, (str, bytes)) else ""
        raise TypeError(f"a case is a mapping or a path, not {type(case).__name__}{also}")
    writer = _Writer(zone)
    writer.mapping(case, "", "", "", 0)
    return "\n".join(writer.lines).encode("ascii"), writer.keys


def with_keys(found: Tuple[Diagnostic, ...], keys: List[str]) -> Tuple[Diagnostic, ...]:
    """Faults by key, in place of line and column of a text that nobody has written."""
    return tuple(
        Diagnostic(one.severity, one.slug, one.file, 0, 0, one.message, one.hint,
                   keys[one.line - 1] if 0 < one.line <= len(keys) else None)
        for one in found)


__all__ = ["BadValue", "fault", "is_missing", "plain", "to_json", "with_keys"]
