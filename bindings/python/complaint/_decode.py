# SPDX-License-Identifier: MIT
"""From the JSON document of an answer to the classes of answers.py, by their type hints."""

from __future__ import annotations

import dataclasses
import datetime
import enum
from typing import (Any, Callable, Dict, Mapping, NamedTuple, Optional, Tuple, Type, TypeVar, Union,
                    get_type_hints)

from . import answers, dates
from .dates import AnswerDate

T = TypeVar("T")
Convert = Callable[[Any], Any]

# Attributes that cannot bear the name of their key.
_KEYS = {"from_": "from"}


class _Plan(NamedTuple):
    """How a class is filled: by key, the attribute and what makes its value of the key's."""

    attributes: Dict[str, Tuple[str, Optional[Convert]]]
    needed: Any
    defaults: Dict[str, Any]


_plans: Dict[type, _Plan] = {}


def _word(cls: Any) -> Convert:
    known = cls._value2member_map_
    return lambda value: known.get(value) or cls(value)


def _of_tuple(each: Convert) -> Convert:
    return lambda value: tuple(map(each, value))


def _of_table(each: Convert) -> Convert:
    return lambda value: answers.Table(value, each)


def _of_optional(some: Convert) -> Convert:
    return lambda value: None if value is None else some(value)


def _converter(hint: Any) -> Optional[Convert]:
    """None: as it is."""
    if hint == AnswerDate:
        return dates.from_json
    inner: Tuple[Any, ...] = getattr(hint, "__args__", ())
    each = _converter(inner[0]) if inner else None
    origin = getattr(hint, "__origin__", None)
    if origin is tuple:
        return _of_tuple(each) if each else tuple
    if origin is answers.Table and each:
        return _of_table(each)
    if origin is Union:
        return _of_optional(each) if each else None
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return _word(hint)
    if dataclasses.is_dataclass(hint):
        return lambda value: decode(hint, value)
    return None


def _plan(cls: type) -> _Plan:
    hints = get_type_hints(cls)
    attributes, needed, defaults = {}, set(), {}
    for field in dataclasses.fields(cls):
        key = _KEYS.get(field.name, field.name.replace("_", "-"))
        convert = _converter(hints[field.name])
        if cls is answers.Superseded and key == "from":
            convert = datetime.date.fromisoformat
        attributes[key] = (field.name, convert)
        if field.default is dataclasses.MISSING:
            needed.add(key)
        else:
            defaults[field.name] = field.default
    _plans[cls] = _Plan(attributes, frozenset(needed), defaults)
    return _plans[cls]


def decode(cls: Type[T], document: Mapping[str, Any]) -> T:
    """An object of a frozen class; keys that this version does not know are left out."""
    plan = _plans.get(cls) or _plan(cls)
    if not plan.needed <= document.keys():
        missing = ", ".join(sorted(plan.needed - document.keys()))
        raise ValueError(f"{cls.__name__}: the document lacks {missing}")
    # What __init__ would do, attribute by attribute, takes three times as long.
    made = cls.__new__(cls)
    values = made.__dict__
    values.update(plan.defaults)
    for key, value in document.items():
        name, convert = plan.attributes.get(key, (None, None))
        if name is not None:
            values[name] = convert(value) if convert else value
    return made
