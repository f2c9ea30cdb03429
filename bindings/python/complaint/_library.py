# SPDX-License-Identifier: MIT
"""libcomplaint itself: found, checked for its version, its functions typed, its handles freed.

Which library: the one that the environment variable COMPLAINT_LIBRARY names (a path, or ``system``
for the system's own); without it the one in this package, and where the package has none, the
system's.
"""

from __future__ import annotations

import ctypes
import operator
import os
import pathlib
from typing import Any, Callable, List, Optional, Tuple

from ._prototypes import PROTOTYPES
from .enums import Severity
from .errors import (BadValue, Diagnostic, FileFault, LibraryIncompatible, LibraryNotFound,
                     NotBuiltIn, OutOfMemory, Related)

NAME = "libcomplaint.so.0"
OLDEST = (0, 1, 0)
NONE = 0xFFFFFFFF  # COMPLAINT_NONE

OK, BAD_ARGUMENT, NO_MEMORY, IO, INVALID_FILE, OUT_OF_RANGE = range(6)
NOT_FOUND, NOT_BUILT_IN, WRONG_TYPE, CONFLICT = range(6, 10)

_BUNDLED = pathlib.Path(__file__).resolve().parent / "_bundled"
_CURE = ("Install a wheel of this package, which brings the library, or install libcomplaint, or "
         "set COMPLAINT_LIBRARY to the path of the file.")


def _candidates(wanted: Optional[str]) -> List[str]:
    if wanted and wanted != "system":
        return [wanted]
    bundled = _BUNDLED / NAME
    return [str(bundled)] if not wanted and bundled.exists() else [NAME]


def _open(wanted: Optional[str]) -> Tuple[ctypes.CDLL, str]:
    reasons = []
    for path in _candidates(wanted):
        try:
            return ctypes.CDLL(path), path
        except OSError as error:
            reasons.append(f"{path}: {error}")
    if not wanted:
        reasons.append(f"{_BUNDLED / NAME}: not in this package")
    raise LibraryNotFound("libcomplaint cannot be loaded.\n  " + "\n  ".join(reasons)
                          + "\n" + _CURE)


def _version_fault(number: int, path: str) -> Optional[str]:
    found = (number // 1000000, number // 1000 % 1000, number % 1000)
    words = ".".join(map(str, found))
    if found < OLDEST:
        return (f"{path} is libcomplaint {words}, and this package needs "
                f"{'.'.join(map(str, OLDEST))} or later: update libcomplaint, or unset "
                "COMPLAINT_LIBRARY to use the one that comes with the package")
    if found[0] != OLDEST[0]:
        return (f"{path} is libcomplaint {words}, which is another major version than "
                f"{OLDEST[0]}: update this package")
    return None


def load(wanted: Optional[str] = None) -> Any:
    """A typed library. Every function of the table must be there."""
    library, path = _open(wanted)
    try:
        version = library.complaint_version_number
    except AttributeError:
        raise LibraryIncompatible(f"{path} is not libcomplaint") from None
    version.restype = ctypes.c_uint32
    fault = _version_fault(version(), path)
    if fault:
        raise LibraryIncompatible(fault)
    for name, result, arguments in PROTOTYPES:
        try:
            function = getattr(library, name)
        except AttributeError:
            raise LibraryIncompatible(f"{path} lacks {name}: it is older than this package; "
                                      "update libcomplaint") from None
        function.restype = result
        function.argtypes = arguments
    return library


lib: Any = load(os.environ.get("COMPLAINT_LIBRARY"))
version: str = lib.complaint_version_text().decode()
path: str = lib._name


class Handle:
    """Owns one object of the library and frees it once, in whatever order the collector comes."""

    __slots__ = ("_as_parameter_", "_free", "__weakref__")

    def __init__(self, pointer: ctypes.c_void_p, free: Callable[..., None]) -> None:
        self._free = free
        self._as_parameter_ = pointer

    def __del__(self) -> None:
        self._free(self._as_parameter_)

    @property
    def address(self) -> Any:
        """The pointer, for structs that hold it."""
        return self._as_parameter_.value


def text(value: Optional[bytes]) -> str:
    """A text of the library that is never missing."""
    return "" if value is None else value.decode("utf-8", "backslashreplace")


def optional(value: Optional[bytes]) -> Optional[str]:
    """A text of the library, None where it has none."""
    return None if value is None else value.decode("utf-8", "backslashreplace")


def encode(value: str, what: str) -> bytes:
    """UTF-8 for the library; a text that has none is refused by name."""
    if not isinstance(value, str):
        raise TypeError(f"{what}: a text is wanted, not {type(value).__name__}")
    try:
        encoded = value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadValue(f"{what}: character {error.start + 1} of the text is half a surrogate pair, "
                       "which is no character") from None
    if b"\0" in encoded:
        raise BadValue(f"{what}: the text holds a NUL character")
    return encoded


def whole(number: Any, what: str, least: int = -2**31 + 1, most: int = 2**31 - 1) -> int:
    """A whole number, NumPy's too, that the library's type holds: ctypes would cut off the rest."""
    is_truth = isinstance(number, bool) or type(number).__name__ in ("bool_", "bool")
    try:
        found = None if is_truth else operator.index(number)
    except TypeError:
        found = None
    if found is None:
        raise TypeError(f"{what} is a whole number, not {type(number).__name__}")
    if not least <= found <= most:
        raise BadValue(f"{what} lies between {least:,} and {most:,}, which "
                       f"{found if abs(found) < 10**20 else 'this number'} does not")
    return found


def encode_path(value: Any, what: str) -> bytes:
    """A path for the library, which takes it as bytes that end with NUL."""
    encoded = os.fsencode(value)
    if b"\0" in encoded:
        raise BadValue(f"{what}: the path holds a NUL character")
    return encoded


class Diagnostics:
    """A list of the library's, to be given to a loading function."""

    def __init__(self) -> None:
        pointer = ctypes.c_void_p()
        if lib.complaint_diagnostics_new(ctypes.byref(pointer)) != OK:
            raise OutOfMemory("no memory for a list of faults")
        self._handle = Handle(pointer, lib.complaint_diagnostics_free)
        self._as_parameter_ = pointer

    def read(self) -> Tuple[Diagnostic, ...]:
        """What the list holds, as objects of Python's."""
        here = self._handle
        severities = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        return tuple(
            Diagnostic(
                severity=severities[lib.complaint_diagnostics_get_severity(here, i) - 1],
                slug=text(lib.complaint_diagnostics_get_slug(here, i)),
                file=text(lib.complaint_diagnostics_get_file(here, i)),
                line=lib.complaint_diagnostics_get_line(here, i),
                column=lib.complaint_diagnostics_get_column(here, i),
                message=text(lib.complaint_diagnostics_get_message(here, i)),
                hint=optional(lib.complaint_diagnostics_get_hint(here, i)),
                related=self._related(i))
            for i in range(lib.complaint_diagnostics_count(here)))

    def _related(self, index: int) -> Optional[Related]:
        message = optional(lib.complaint_diagnostics_get_related_message(self._handle, index))
        if message is None:
            return None
        return Related(lib.complaint_diagnostics_get_related_line(self._handle, index),
                       lib.complaint_diagnostics_get_related_column(self._handle, index), message)


ICS_CURE = ("this libcomplaint was built without libical, which .ics files need: install "
            "libcomplaint from your distribution and set COMPLAINT_LIBRARY=system, or write the "
            "closed days into a calendar file (closures, recurring)")


def status_words(status: int) -> str:
    """A status in words, such as "no memory"."""
    return text(lib.complaint_status_text(status))


def raise_file_fault(status: int, name: str, found: Tuple[Diagnostic, ...],
                     fault: Callable[..., FileFault]) -> None:
    """What a loading function's status means."""
    if status == OK:
        return
    if status == NO_MEMORY:
        raise OutOfMemory(f"{name}: no memory")
    if status == NOT_BUILT_IN or any(one.slug == "ics-not-built-in" for one in found):
        raise NotBuiltIn(f"{name}: {ICS_CURE}")
    raise fault(name, found, status_words(status))


def make(function: Any, free: Any, *arguments: Any) -> Tuple[int, Optional[Handle]]:
    """Call a constructor whose handle comes last; (status, handle)."""
    pointer = ctypes.c_void_p()
    status = function(*arguments, ctypes.byref(pointer))
    return status, Handle(pointer, free) if status == OK else None


def owned_text(status: int, pointer: ctypes.c_void_p) -> str:
    """A text that the library made for us, copied and given back."""
    try:
        if status == NO_MEMORY:
            raise OutOfMemory("no memory for a text")
        if status == NOT_BUILT_IN:
            raise NotBuiltIn(ICS_CURE)
        if status != OK or not pointer.value:
            raise BadValue(status_words(status))
        return ctypes.string_at(pointer.value).decode("utf-8")
    finally:
        lib.complaint_string_free(pointer)
