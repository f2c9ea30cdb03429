# SPDX-License-Identifier: MIT
"""Faults of rule files, calendars, cases and scenarios: all of them in one run."""

from __future__ import annotations

import ctypes
import os
import re
from typing import Any, Callable, Tuple, Union

from . import _library as library
from ._library import Handle, lib
from .enums import Severity
from .errors import Diagnostic, OutOfMemory, PolicyFault, ScenarioFault
from .policies import Policy, PolicySet
from .scenarios import policy_path

_KIND = re.compile(rb"""(?:^|["'])kind["']?[ \t]*:[ \t]*["']?([a-z]+)""", re.MULTILINE)
_LONGEST = 256 * 1024 + 1
_OTHERS = ("vocabulary", "calendar", "case", "scenarios")
POLICIES = ("policy", "norm")


def kind_of(path: Union[str, "os.PathLike[str]"]) -> str:
    """What a file says it is: its ``kind``; ``policy`` when it does not say."""
    if os.fsdecode(path).endswith(".ics"):
        return "calendar"
    try:
        with open(path, "rb") as file:
            data = file.read(_LONGEST)
    except OSError:
        return "policy"
    found = _KIND.search(data)
    usual = "case" if data.lstrip(b" \t\r\n").startswith(b"{") else "policy"
    kind = found[1].decode() if found else usual
    return kind if kind in _OTHERS + POLICIES else "policy"


def _load(function: Any, free: Any, *arguments: Any) -> Tuple[int, Tuple[Diagnostic, ...]]:
    found = library.Diagnostics()
    pointer = ctypes.c_void_p()
    status = function(*arguments, ctypes.byref(pointer), found)
    if status == library.OK:
        Handle(pointer, free)
    return status, found.read()


def _check_scenarios(path: "os.PathLike[str]", name: bytes,
                     policies: Union[None, Policy, PolicySet]
                     ) -> Tuple[int, Tuple[Diagnostic, ...]]:
    if policies is None:
        try:
            policies = Policy.load(policy_path(path))
        except ScenarioFault as error:
            return library.INVALID_FILE, error.diagnostics
    return _load(lib.complaint_scenarios_load_file, lib.complaint_scenarios_free, policies._set,
                 name)


def run(path: Union[str, "os.PathLike[str]"],
        policies: Callable[[], Union[None, Policy, PolicySet]]
        ) -> Tuple[int, Tuple[Diagnostic, ...]]:
    """The library's status and what is wrong. ``policies`` is asked for a case only."""
    name = library.encode_path(path, "the file's path")
    kind = kind_of(path)
    if kind == "vocabulary":
        found = library.Diagnostics()
        return lib.complaint_vocabulary_check_file(name, found), found.read()
    if kind == "calendar":
        return _load(lib.complaint_calendar_load_file, lib.complaint_calendar_free, name)
    if kind == "scenarios":
        return _check_scenarios(path, name, policies())  # type: ignore[arg-type]
    if kind == "case":
        given = policies()
        if given is None:
            found = library.Diagnostics()
            return lib.complaint_case_check_file(name, found), found.read()
        return _load(lib.complaint_case_load_file, lib.complaint_case_free, given._set, name)
    return _load(lib.complaint_policy_load_file, lib.complaint_policy_free, name)


def check(path: Union[str, "os.PathLike[str]"],
          policies: Union[None, Policy, PolicySet] = None) -> Tuple[Diagnostic, ...]:
    """Every fault, warning and note of a file, whatever it is: empty when there is nothing to say.

    Cases and scenarios are read against ``policies``; without them, a case is checked for form and
    standard names alone, and scenarios against the policy that they name.

    >>> from complaint import check, rules_folder
    >>> check(rules_folder() / "brighter-places" / "2022-08" / "policy.yaml")
    ()
    """
    status, found = run(path, lambda: policies)
    if status == library.NO_MEMORY:
        raise OutOfMemory(f"{os.fsdecode(path)}: no memory")
    if status != library.OK and not any(one.severity == Severity.ERROR for one in found):
        raise PolicyFault(os.fsdecode(path), found, library.status_words(status))
    return found
