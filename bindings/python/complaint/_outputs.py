# SPDX-License-Identifier: MIT
"""What columns can answer: names of outputs, and the library's numbers as words and days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Iterable, List, Optional, Sequence, Tuple, Type

from .dates import DAY_NONE
from .enums import (DutyState, Outcome, RouteState, RuleKind, StandingState, Truth, WindowState,
                    Word)
from .errors import NotFound

NAMES, DAYS, NUMBERS, FLAGS, RULES = "names", "days", "numbers", "flags", "rules"


@dataclass(frozen=True)
class Sort:
    """A sort of output: its number, and what its values are."""

    what: int
    holds: str
    words: Optional[Type[Word]] = None
    kinds: Tuple[RuleKind, ...] = ()


_EXCLUSION_OR_ROUTE = (RuleKind.EXCLUSION, RuleKind.ROUTE)
_DUTY, _WINDOW = (RuleKind.DUTY,), (RuleKind.WINDOW,)

SORTS: Dict[str, Sort] = {
    "policy": Sort(1, RULES),
    "outcome": Sort(2, NAMES, Outcome),
    "decider": Sort(3, RULES),
    "route-state": Sort(4, NAMES, RouteState),
    "route": Sort(5, RULES),
    "standing": Sort(14, NAMES, StandingState),
    "stage": Sort(15, RULES),
    "overdue": Sort(16, NUMBERS),
    "next-due": Sort(17, DAYS),
    "next-duty": Sort(18, RULES),
}
# Written with the id of a rule after a stop: "due.respond-stage-1"; "due.*" is all of them.
BY_RULE: Dict[str, Sort] = {
    "applies": Sort(6, NAMES, Truth, _EXCLUSION_OR_ROUTE),
    "state": Sort(7, NAMES, DutyState, _DUTY),
    "due": Sort(8, DAYS, None, _DUTY),
    "due-flags": Sort(9, FLAGS, None, _DUTY),
    "late-days": Sort(10, NUMBERS, None, _DUTY),
    "door": Sort(11, NAMES, WindowState, _WINDOW),
    "opens": Sort(12, DAYS, None, _WINDOW),
    "closes": Sort(13, DAYS, None, _WINDOW),
}
USUAL = ("policy", "outcome", "decider", "standing", "stage", "overdue", "next-due", "next-duty")


@dataclass(frozen=True)
class Output:
    """One array to be filled."""

    name: str
    sort: Sort
    rule: Optional[str] = None


def _rules(policies: Sequence[Any], kinds: Tuple[RuleKind, ...]) -> List[str]:
    return list(dict.fromkeys(rule.id for policy in policies for rule in policy.rules
                              if rule.kind in kinds))


def outputs_of(want: Iterable[str], policies: Sequence[Any]) -> List[Output]:
    """The outputs of these names, each once."""
    found: Dict[str, Output] = {}
    for written in want:
        head, _, rule = str(written).replace("_", "-").partition(".")
        sort = BY_RULE.get(head) if rule else SORTS.get(head)
        if sort is None:
            raise NotFound(f'there is no output "{written}"; there are ' + ", ".join(SORTS)
                           + ", and with a rule's id " + ", ".join(f"{one}.*" for one in BY_RULE))
        known = _rules(policies, sort.kinds) if rule else []
        if rule and rule != "*" and rule not in known:
            raise NotFound(f'output "{written}": no policy here has such a rule; there are '
                           + ", ".join(known))
        if not rule:
            found[head] = Output(head, sort)
        for one in known if rule == "*" else [rule] if rule else []:
            found[f"{head}.{one}"] = Output(f"{head}.{one}", sort, one)
    return list(found.values())


def _members(words: Type[Word]) -> Any:
    import numpy

    table = numpy.empty(len(words) + 1, object)
    table[1:] = list(words)
    return table


def word_table(output: Output, policies: Sequence[Any]) -> Any:
    """The words of an output's numbers, the number 0 or -1 being none of them."""
    import numpy

    if output.sort.words:
        return _members(output.sort.words)
    table = numpy.empty(len(policies) + 1, object)
    table[1:] = [policy.id for policy in policies]
    return table


def rule_table(policies: Sequence[Any]) -> Tuple[Any, Any]:
    """Ids of all rules, and where in them those of each policy begin; the first is none."""
    import numpy

    starts = numpy.empty(len(policies) + 1, "int64")
    ids: List[Optional[str]] = [None]
    for at, policy in enumerate(policies):
        starts[at] = len(ids)
        ids.extend(rule.id for rule in policy.rules)
    starts[len(policies)] = 0  # the policy -1
    table = numpy.empty(len(ids), object)
    table[:] = ids
    return table, starts


def codes(output: Output, numbers: Any, policy: Any, starts: Any) -> Any:
    """Places in the table of words."""
    if output.sort.words:
        return numbers
    if output.name == "policy":
        return numbers + 1
    places = starts[policy] + numbers
    places[numbers < 0] = 0
    return places


def days(numbers: Any) -> Any:
    """Days as NumPy has them; NaT where there is none."""
    import numpy

    wide = numbers.astype("int64")
    wide[numbers == DAY_NONE] = numpy.iinfo("int64").min
    return wide.view("datetime64[D]")
