# SPDX-License-Identifier: MIT
"""Policies: loaded, looked at, asked."""

from __future__ import annotations

import ctypes
import datetime
import functools
import json
import os
from dataclasses import dataclass
from typing import Any, Dict, Iterable, Iterator, Mapping, Optional, Tuple, Union

from . import _library as library
from . import _rules
from ._asking import NOW_OF_CASE, Asked, ask_case, choose
from ._columns import ColumnsMixin
from ._content import Content, capture, texts_of
from ._library import Handle, lib, optional, text
from .answer import Answer
from .calendars import Calendar
from .dates import from_number
from .enums import Ask, Detail, Format, RuleKind, Strength
from .errors import (CaseFault, Diagnostic, NotFound, OutOfMemory, PolicyConflict, PolicyFault)
from .findings import Finding, examine

CaseLike = Union[Mapping[Any, Any], "os.PathLike[str]"]
_STRENGTHS = tuple(Strength)
_KINDS = tuple(RuleKind)
_OPEN = (-2**31, 2**31 - 1)


@dataclass(frozen=True)
class Rule:
    """A rule of a policy as people see it; to_dict() of the policy has all that it holds."""

    number: int
    kind: RuleKind
    id: Optional[str]
    clause: Optional[str]
    says: Optional[str]
    strength: Optional[Strength]
    owner: Optional[int]
    line: int

    def __str__(self) -> str:
        return f"{self.says or self.id} ({self.clause})" if self.clause else str(self.id)


class _Askable(ColumnsMixin):
    """What policies and sets of them answer."""

    __slots__ = ()

    @property
    def _set(self) -> Handle:
        raise NotImplementedError

    def evaluate(self, case: CaseLike, *, now: Any = NOW_OF_CASE,
                 ask: Union[Ask, str, Iterable[Union[Ask, str]]] = Ask.STANDING,
                 detail: Union[Detail, str] = Detail.ANSWER, readings: bool = True,
                 calendars: Optional[Mapping[str, Calendar]] = None,
                 landlord: Optional[str] = None,
                 time_zone: Union[None, str, datetime.tzinfo] = None) -> Answer:
        """Answer a case.

        ``case`` is a mapping with the keys of a case file (``now``, ``facts``, ``events``,
        ``request``, ``extensions``, ``promises``, ``readings``, ``decisions``,
        ``unlisted-facts``), or the path of such a file. In a mapping, days are ``datetime.date``,
        moments aware ``datetime``; None, NaN, NaT and NA are "not given"; names may be written
        with underscores. ``time_zone`` says in which zone a datetime without one is meant; without
        it such a datetime is a CaseFault. Moments count to the second.

        ``now`` replaces the case's present; None asks without one. ``calendars`` are used in place
        of those the policy names. ``landlord`` is needed where a set has several.

        >>> policy = Policy.bundled("brighter-places/2022-08")
        >>> answer = policy.evaluate({
        ...     "now": datetime.date(2022, 9, 12),
        ...     "events": {"complaint-received": datetime.date(2022, 9, 1),
        ...                "complaint-logged": datetime.date(2022, 9, 2)},
        ... })
        >>> answer.deadlines["respond-stage-1"].due
        datetime.date(2022, 9, 16)
        """
        return ask_case(self._set, case, Asked(now, ask, detail, readings, calendars, landlord,
                                               time_zone))

    def check_case(self, case: CaseLike,
                   time_zone: Union[None, str, datetime.tzinfo] = None) -> None:
        """Raise CaseFault when the case cannot be."""
        self.evaluate(case, ask=Ask.ELIGIBILITY, detail=Detail.VERDICT, readings=False,
                      time_zone=time_zone)


class Policy(_Askable):
    """A published complaints policy, or a norm. It never changes; threads may share it.

    >>> policy = Policy.bundled("brighter-places/2022-08")
    >>> policy.id, policy.in_force_from
    ('brighter-places/2022-08', datetime.date(2022, 8, 1))
    >>> policy.rule("respond-stage-1").clause
    '7.ii.b'
    """

    __slots__ = ("_handle", "_alone", "_content", "diagnostics", "__weakref__", "__dict__")
    _handle: Handle
    _alone: Handle
    _content: Optional[Content]
    diagnostics: Tuple[Diagnostic, ...]

    def __init__(self) -> None:
        raise TypeError("a policy comes from Policy.load() or Policy.bundled()")

    # --- making --------------------------------------------------------------

    @staticmethod
    def bundled_names() -> Tuple[str, ...]:
        """The policies and norms whose rule files come with the package."""
        return _rules.names()

    @classmethod
    def bundled(cls, name: str) -> Policy:
        """One of those, such as ``brighter-places/2022-08``."""
        return cls.load(_rules.find(name))

    @classmethod
    def load(cls, path: Union[str, "os.PathLike[str]"]) -> Policy:
        """A rule file. PolicyFault has all its faults; warnings and notes of a sound file are in
        ``diagnostics``."""
        content = capture(path)
        try:
            if content is not None:
                return cls._from_content(content)
        except PolicyFault:
            pass  # the library tells it with the folder of each file
        return cls._from_path(path)

    @classmethod
    def from_text(cls, source: Union[str, bytes], name: str = "policy.yaml",
                  files: Optional[Mapping[str, Union[str, bytes]]] = None) -> Policy:
        """A rule file from memory; ``files`` are the calendar files that it names."""
        return cls._from_content(Content.of(name, source, files))

    @classmethod
    def _from_path(cls, path: Union[str, "os.PathLike[str]"]) -> Policy:
        found = library.Diagnostics()
        pointer = ctypes.c_void_p()
        status = lib.complaint_policy_load_file(library.encode_path(path, "the policy's path"),
                                                ctypes.byref(pointer), found)
        return cls._made(status, pointer, os.fsdecode(path), found, None)

    @classmethod
    def _from_content(cls, content: Content) -> Policy:
        found = library.Diagnostics()
        pointer = ctypes.c_void_p()
        texts, count = texts_of(content)
        status = lib.complaint_policy_load_memory(
            content.name.encode("utf-8", "surrogateescape"), content.data, len(content.data), texts,
            count, ctypes.byref(pointer), found)
        return cls._made(status, pointer, content.name, found, content)

    @classmethod
    def _made(cls, status: int, pointer: ctypes.c_void_p, name: str, found: library.Diagnostics,
              content: Optional[Content]) -> Policy:
        library.raise_file_fault(status, name, found.read(), PolicyFault)
        self = cls.__new__(cls)
        self._handle = Handle(pointer, lib.complaint_policy_free)
        self._alone = _new_set([self])
        self._content = content
        self.diagnostics = found.read()
        return self

    def __reduce__(self) -> Tuple[Any, ...]:
        if self._content is None:
            raise TypeError(f"{self.id}: its file could not be read a second time, so that this "
                            "policy cannot be sent elsewhere; load it there")
        return _remake, (self._content,)

    @property
    def _set(self) -> Handle:
        return self._alone

    # --- what it is ----------------------------------------------------------

    @property
    def id(self) -> str:
        """Landlord and month, as ``brighter-places/2022-08``."""
        return text(lib.complaint_policy_get_id(self._handle))

    @property
    def landlord(self) -> str:
        """The part of the id before the stroke."""
        return text(lib.complaint_policy_get_landlord(self._handle))

    @property
    def is_norm(self) -> bool:
        """A norm is what policies are held against; it can be asked all the same."""
        return bool(lib.complaint_policy_get_kind(self._handle) == 2)

    @property
    def issued_by(self) -> str:
        """The landlord, or the body that sets the norm, in words."""
        return text(lib.complaint_policy_get_document_text(self._handle, 1))

    @property
    def title(self) -> str:
        """As published."""
        return text(lib.complaint_policy_get_document_text(self._handle, 2))

    def _in_force(self, end: int) -> Optional[datetime.date]:
        days = (ctypes.c_int32(), ctypes.c_int32())
        lib.complaint_policy_get_in_force(self._handle, *map(ctypes.byref, days), None)
        day = days[end].value
        return None if day in _OPEN else from_number(day)

    @property
    def in_force_from(self) -> Optional[datetime.date]:
        """Its first day."""
        return self._in_force(0)

    @property
    def in_force_until(self) -> Optional[datetime.date]:
        """Its last day; None: until further notice."""
        return self._in_force(1)

    @property
    def calendars(self) -> Tuple[str, ...]:
        """The calendars that it names: keys of the ``calendars`` of evaluate()."""
        return tuple(text(lib.complaint_policy_get_calendar_name(self._handle, i))
                     for i in range(lib.complaint_policy_calendar_count(self._handle)))

    @functools.cached_property
    def rules(self) -> Tuple[Rule, ...]:
        """Its rules in the order of the file."""
        return tuple(map(self._rule, range(lib.complaint_policy_rule_count(self._handle))))

    def _rule(self, number: int) -> Rule:
        here = self._handle
        kind = lib.complaint_policy_get_rule_kind(here, number)
        strength = lib.complaint_policy_get_rule_strength(here, number)
        owner = lib.complaint_policy_get_rule_owner(here, number)
        return Rule(
            number, _KINDS[kind - 1], optional(lib.complaint_policy_get_rule_id(here, number)),
            optional(lib.complaint_policy_get_rule_clause(here, number)),
            optional(lib.complaint_policy_get_rule_says(here, number)),
            _STRENGTHS[strength - 1] if strength else None,
            None if owner == library.NONE else owner,
            lib.complaint_policy_get_rule_line(here, number))

    def rule(self, id: str) -> Rule:
        """The rule of this id."""
        encoded = library.encode(id, "a rule's id")
        number = lib.complaint_policy_find_rule(self._handle, encoded, len(encoded))
        if number == library.NONE:
            raise NotFound(f'{self.id} has no rule "{id}"')
        found: Rule = self.rules[number]
        return found

    def examine(self) -> Tuple[Finding, ...]:
        """What its author can hardly have meant, each with a case that shows it."""
        return examine(self._handle)

    def explain(self, format: Union[Format, str] = Format.TEXT) -> str:
        """The policy in plain English, told from its rules alone: to be held against the published
        text. As text, ``markdown``, or one ``html`` page that draws its stages.

        >>> print(Policy.bundled("settle/2020-10").explain().splitlines()[0])
        settle: Customer care and complaint resolution policy
        """
        pointer = ctypes.c_void_p()
        number = list(Format).index(choose(Format, format, "format")) + 1
        status = lib.complaint_policy_explain(self._handle, number, ctypes.byref(pointer), None)
        return library.owned_text(status, pointer)

    def to_dict(self) -> Dict[str, Any]:
        """The whole policy as its JSON document (``docs/schema/policy.schema.json``)."""
        pointer = ctypes.c_void_p()
        status = lib.complaint_policy_to_json(self._handle, ctypes.byref(pointer), None)
        document: Dict[str, Any] = json.loads(library.owned_text(status, pointer))
        return document

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Policy):
            return NotImplemented
        if self._content is None or other._content is None:
            return self is other
        return self._content[1:] == other._content[1:]

    def __hash__(self) -> int:
        return hash(self.id)

    def __str__(self) -> str:
        return f"{self.issued_by}: {self.title}"

    def __repr__(self) -> str:
        return f"<complaint.Policy {self.id!r}>"


class PolicySet(_Askable):
    """The versions of one landlord, or several landlords. A case's own dates pick the version.

    >>> versions = PolicySet.bundled("livewest")
    >>> versions.policies
    (<complaint.Policy 'livewest/2018-10'>, <complaint.Policy 'livewest/2020-06'>)
    """

    __slots__ = ("_handle", "policies", "__weakref__")
    policies: Tuple[Policy, ...]

    def __init__(self, policies: Iterable[Policy]) -> None:
        given = tuple(policies)
        for one in given:
            if not isinstance(one, Policy):
                raise TypeError(f"a set is made of policies, not {type(one).__name__}")
        self._handle = _new_set(given)
        ids = [text(lib.complaint_policy_get_id(lib.complaint_set_get_policy(self._handle, i)))
               for i in range(lib.complaint_set_policy_count(self._handle))]
        self.policies = tuple(sorted(given, key=lambda one: ids.index(one.id)))

    @classmethod
    def bundled(cls, landlord: Optional[str] = None) -> PolicySet:
        """All bundled versions of a landlord; without one, of all."""
        names = [name for name in Policy.bundled_names()
                 if landlord is None or name.split("/")[0] == landlord]
        if not names:
            raise NotFound(f'there is no bundled policy of "{landlord}"; there are '
                           + ", ".join(Policy.bundled_names()))
        return cls(map(Policy.bundled, names))

    @classmethod
    def load(cls, folder: Union[str, "os.PathLike[str]"]) -> PolicySet:
        """Every ``policy.yaml`` below a folder."""
        return cls(map(Policy.load, _rules.below(folder)))

    def __reduce__(self) -> Tuple[Any, ...]:
        return PolicySet, (self.policies,)

    @property
    def _set(self) -> Handle:
        return self._handle

    @property
    def landlords(self) -> Tuple[str, ...]:
        """Whose policies these are."""
        return tuple(dict.fromkeys(one.landlord for one in self.policies))

    def __iter__(self) -> Iterator[Policy]:
        return iter(self.policies)

    def __len__(self) -> int:
        return len(self.policies)

    def __repr__(self) -> str:
        return f"PolicySet({self.policies!r})"


def _new_set(policies: Iterable[Policy]) -> Handle:
    given = tuple(policies)
    array = (ctypes.c_void_p * len(given))(*(one._handle.address for one in given))
    found = library.Diagnostics()
    pointer = ctypes.c_void_p()
    status = lib.complaint_set_new(array, len(given), ctypes.byref(pointer), found)
    if status == library.NO_MEMORY:
        raise OutOfMemory("no memory for a set of policies")
    if status != library.OK:
        raise PolicyConflict("policies", found.read(),
                             "a set needs 1 to 4,096 policies" if status == library.BAD_ARGUMENT
                             else library.status_words(status))
    return Handle(pointer, lib.complaint_set_free)


def _remake(content: Content) -> Policy:
    return Policy._from_content(Content(*content))


__all__ = ["CaseFault", "CaseLike", "Policy", "PolicySet", "Rule"]
