# SPDX-License-Identifier: MIT
"""From the JSON document of an answer to the classes of answers.py, by their type hints."""

from __future__ import annotations

import dataclasses
import datetime
import enum
from typing import Any, Callable, Dict, List, Mapping, Tuple, Type, TypeVar, Union, get_type_hints

from . import answers, dates
from .dates import AnswerDate

T = TypeVar("T")
Convert = Callable[[Any], Any]

# Attributes that cannot bear the name of their key.
_KEYS = {"from_": "from"}
_plans: Dict[type, List[Tuple[str, str, Any]]] = {}


def _arguments(hint: Any) -> Tuple[Any, ...]:
    found: Tuple[Any, ...] = getattr(hint, "__args__", ())
    return found


def _converter(hint: Any) -> Any:
    """None: as it is."""
    if hint == AnswerDate:
        return dates.from_json
    origin = getattr(hint, "__origin__", None)
    inner = _arguments(hint)
    if origin is Union:
        convert = _converter(inner[0])
        return convert and (lambda value: None if value is None else convert(value))
    if origin is tuple:
        convert = _converter(inner[0])
        return (lambda value: tuple(map(convert, value))) if convert else tuple
    if origin is answers.Table:
        convert = _converter(inner[0])
        return lambda value: answers.Table({key: convert(one) for key, one in value.items()})
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint
    if dataclasses.is_dataclass(hint):
        return lambda value: decode(hint, value)
    return None


def _plan(cls: type) -> List[Tuple[str, str, Any]]:
    hints = get_type_hints(cls)
    plan = []
    for field in dataclasses.fields(cls):
        key = _KEYS.get(field.name, field.name.replace("_", "-"))
        convert = _converter(hints[field.name])
        if cls is answers.Superseded and key == "from":
            convert = datetime.date.fromisoformat
        plan.append((field.name, key, convert))
    _plans[cls] = plan
    return plan


def decode(cls: Type[T], document: Mapping[str, Any]) -> T:
    """An object of a frozen class; keys that this version does not know are left out."""
    values = {}
    for name, key, convert in _plans.get(cls) or _plan(cls):
        if key in document:
            value = document[key]
            values[name] = convert(value) if convert else value
    return cls(**values)
