# SPDX-License-Identifier: MIT
"""Scenarios: complaints to try on a policy, each with the answer its author expects."""

from __future__ import annotations

import ctypes
import dataclasses
import datetime
import os
from dataclasses import dataclass
from typing import Any, Dict, Iterator, List, Mapping, Optional, Tuple, Union

from . import _library as library
from ._asking import detail_of, evaluate
from ._decode import decode
from ._library import Handle, lib, text
from ._prototypes import Options
from ._reporting import escape
from .answer import Answer
from .answers import Counted
from .enums import Detail
from .errors import ScenarioFault
from .policies import Policy, PolicySet

_ASK = 16 | 4  # standing, and the extension where one is asked for
_MAPPING, _LIST, _TEXT, _TRUTH = 1, 2, 3, 4
# Only the order of questions matters.
_ORDERED = {"questions"}
# Dates that an answer tells how it counted, and the key beside them that holds the account.
_COUNTED = {"due": "working", "opens": "opens-working", "closes": "closes-working"}


@dataclass(frozen=True)
class Difference:
    """Where an answer is not what its scenario expects; of a date, how it was counted."""

    line: int
    path: str
    expected: Union[str, Tuple[str, ...]]
    actual: Union[str, Tuple[str, ...]]
    counted: Tuple[Counted, ...] = ()

    @property
    def missing(self) -> Tuple[str, ...]:
        """What a list lacks."""
        return tuple(one for one in self.expected if one not in self.actual) \
            if isinstance(self.expected, tuple) else ()

    @property
    def too_many(self) -> Tuple[str, ...]:
        """What a list has beside what is expected."""
        return tuple(one for one in self.actual if one not in self.expected) \
            if isinstance(self.actual, tuple) else ()

    def __str__(self) -> str:
        def words(value: Union[str, Tuple[str, ...]]) -> str:
            return escape(value if isinstance(value, str) else f"[{', '.join(value)}]")

        lines = [f"  {escape(self.path)}", f"    expected: {words(self.expected)}",
                 f"    actual:   {words(self.actual)}"]
        if self.missing:
            lines.append("    missing:  " + escape(", ".join(self.missing)))
        if self.too_many:
            lines.append("    too many: " + escape(", ".join(self.too_many)))
        for one in self.counted:
            label = "              " if one is not self.counted[0] else "    counted:  "
            lines.append(f"{label}{str(one.day or ''):<10}  {escape(one.text)}")
        return "\n".join(lines)


@dataclass(frozen=True)
class _Node:
    """Something expected, with its line."""

    line: int
    value: Any  # a dict of nodes, a tuple of texts, or a text


class Scenario:
    """One of a file of scenarios."""

    def __init__(self, owner: Scenarios, index: int) -> None:
        self._owner = owner
        self._index = index

    @property
    def name(self) -> str:
        """A sentence that could be disputed."""
        return text(lib.complaint_scenarios_get_name(self._owner._handle, self._index))

    @property
    def line(self) -> int:
        """Where it begins in its file."""
        return int(lib.complaint_scenarios_get_line(self._owner._handle, self._index))

    def evaluate(self, detail: Union[Detail, str] = Detail.ANSWER) -> Answer:
        """The policy's answer to its case."""
        case = ctypes.c_void_p(lib.complaint_scenarios_get_case(self._owner._handle, self._index))
        return Answer._of(evaluate(case, _ASK, Options(ctypes.sizeof(Options), detail_of(detail))))

    @property
    def expected(self) -> Dict[str, Any]:
        """What is expected, as plain dicts, lists and texts."""
        found: Dict[str, Any] = _plain(self._expectation())
        return found

    def _expectation(self) -> _Node:
        return self._owner._node(
            lib.complaint_scenarios_get_expectation(self._owner._handle, self._index))

    def differences(self, answer: Optional[Answer] = None) -> List[Difference]:
        """Where the answer is not what is expected; empty when the scenario passes. An answer of
        your own tells how a date was counted if it was asked with ``detail="working"``."""
        expected = self._expectation()
        found = list(_compare_map(expected, (answer or self.evaluate()).to_dict(), ""))
        if found and answer is None:  # the account is worked out only where somebody will read it
            found = list(_compare_map(expected, self.evaluate(Detail.WORKING).to_dict(), ""))
        return found

    def __repr__(self) -> str:
        return f"<complaint.Scenario {self.name!r}>"


class Scenarios:
    """A file of scenarios, checked against a policy.

    >>> scenarios = Scenarios.bundled("brighter-places/2022-08")
    >>> all(not scenario.differences() for scenario in scenarios)
    True
    """

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    @classmethod
    def load(cls, path: Union[str, "os.PathLike[str]"],
             policies: Union[None, Policy, PolicySet] = None) -> Scenarios:
        """Load a file. Without policies, the policy that it names is loaded from beside it."""
        name = library.encode_path(path, "the path of the scenarios")
        if policies is None:
            policies = Policy.load(policy_path(path))
        found = library.Diagnostics()
        pointer = ctypes.c_void_p()
        status = lib.complaint_scenarios_load_file(policies._set, name, ctypes.byref(pointer),
                                                   found)
        library.raise_file_fault(status, os.fsdecode(path), found.read(), ScenarioFault)
        return cls(Handle(pointer, lib.complaint_scenarios_free))

    @classmethod
    def bundled(cls, name: str) -> Scenarios:
        """The scenarios beside a bundled policy."""
        from . import _rules

        return cls.load(_rules.find(name).with_name("scenarios.yaml"))

    def __len__(self) -> int:
        return int(lib.complaint_scenarios_count(self._handle))

    def __getitem__(self, index: int) -> Scenario:
        if not 0 <= index < len(self):
            raise IndexError(f"scenario {index} of {len(self)}")
        return Scenario(self, index)

    def __iter__(self) -> Iterator[Scenario]:
        return (Scenario(self, index) for index in range(len(self)))

    def _node(self, number: int) -> _Node:
        here = self._handle
        kind = lib.complaint_expectation_get_kind(here, number)
        line = lib.complaint_expectation_get_line(here, number)
        if kind in (_TEXT, _TRUTH):
            return _Node(line, text(lib.complaint_expectation_get_text(here, number)))
        children = []
        child = lib.complaint_expectation_get_first(here, number)
        while child != library.NONE:
            children.append(child)
            child = lib.complaint_expectation_get_next(here, number, child)
        if kind == _LIST:
            return _Node(line, tuple(text(lib.complaint_expectation_get_text(here, one))
                                     for one in children))
        return _Node(line, {text(lib.complaint_expectation_get_key(here, one)): self._node(one)
                            for one in children})


def policy_path(path: Union[str, "os.PathLike[str]"]) -> str:
    """Where the policy lies that a file of scenarios names."""
    name = library.encode_path(path, "the path of the scenarios")
    found = library.Diagnostics()
    buffer = ctypes.create_string_buffer(4096)
    status = lib.complaint_scenarios_find_policy_file(name, buffer, len(buffer), None, found)
    library.raise_file_fault(status, os.fsdecode(path), found.read(), ScenarioFault)
    return os.fsdecode(buffer.value)


def _plain(node: _Node) -> Any:
    if isinstance(node.value, dict):
        return {key: _plain(one) for key, one in node.value.items()}
    return list(node.value) if isinstance(node.value, tuple) else node.value


# --- comparing with the JSON document, whose keys are those of `expect` --------------------------


def _words(actual: Any) -> str:
    """A date or a word of the document as scenarios write it."""
    if actual is None:
        return "none"
    if isinstance(actual, bool):
        return "true" if actual else "false"
    if isinstance(actual, dict):
        return "beyond-calendar" if "beyond-calendar" in actual else \
            f"{actual['from']} to {actual['until']}"
    return str(actual)


def _moment(words: str) -> Optional[datetime.datetime]:
    if "T" not in words:
        return None
    try:
        return datetime.datetime.fromisoformat(words.replace("Z", "+00:00"))
    except ValueError:
        return None


def _account(actual: Mapping[str, Any], key: str) -> Tuple[Counted, ...]:
    return tuple(decode(Counted, one) for one in actual.get(key, ()))


def _compare_map(node: _Node, actual: Mapping[str, Any], path: str) -> Iterator[Difference]:
    for key, child in node.value.items():
        own = f"{path}.{key}" if path else key
        if key == "projected":
            yield from _compare(child, bool(actual.get(key)), key, own)
        elif key not in actual:
            yield Difference(child.line, own, "something", "it is not in the answer")
        elif key in _COUNTED:
            for one in _compare(child, actual[key], key, own):
                yield dataclasses.replace(one, counted=_account(actual, _COUNTED[key]))
        else:
            yield from _compare(child, actual[key], key, own)


def _compare(node: _Node, actual: Any, key: str, path: str) -> Iterator[Difference]:
    expected = node.value
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            yield Difference(node.line, path, "something", "it is not in the answer")
        else:
            yield from _compare_map(node, actual, path)
    elif isinstance(expected, tuple):
        same = expected == tuple(actual) if key in _ORDERED else \
            sorted(expected) == sorted(actual)
        if not same:
            yield Difference(node.line, path, expected, tuple(actual))
    elif expected != _words(actual):
        moment = _moment(expected)
        if moment is None or moment != _moment(_words(actual)):
            yield Difference(node.line, path, expected, _words(actual))
