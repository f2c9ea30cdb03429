# SPDX-License-Identifier: MIT
"""What a case says: facts, events in their roles, conditions, anchors (15.1, 15.2, 15.4)."""

import clock
import loader
from clock import NOT_YET, UNKNOWN, When
from truth import both, either, negate

COMPARISONS = ("at-least", "at-most", "more-than", "less-than")


class Facts:
    """The reading part of an evaluation; `due_of` is what the deadlines part adds."""

    def __init__(self, policy, case):
        self.policy = policy
        self.case = case
        self.events = {name: clock.when_of_text(text)
                       for name, text in case.get("events", {}).items()}
        self.now = clock.when_of_text(case["now"]) if "now" in case else UNKNOWN

    def counting(self, record):
        return clock.Counting(self.policy.counting, record.get("counting"))

    # --- names --------------------------------------------------------------------------------

    def fact(self, name):
        """The value of a fact as text; None while it is unknown."""
        entry = self.policy.facts[name]
        value = self.case.get("facts", {}).get(name)
        if value == "unknown":
            return None
        if value is not None:
            return value
        if entry["type"] == "true-false" and self.case.get("unlisted-facts") == "false":
            return "false"
        return entry.get("silence")

    def event(self, name, role):
        """15.1: an event as its role reads it: condition, done, anchor, start or first-start."""
        if name in self.events:
            return self.events[name]
        if self.policy.events[name].get("silence") == "not-yet":
            return NOT_YET
        if role in ("done", "start"):
            return NOT_YET
        if role == "anchor" and name in self.policy.done_by:
            return NOT_YET
        return UNKNOWN

    # --- anchors ------------------------------------------------------------------------------

    def anchor(self, spec, role, zone, project=False):
        """What a rule that counts in a zone runs from, compares with, or must precede."""
        if isinstance(spec, str):
            if spec == "now":
                return self.now
            when = self.event(spec, role)
            if when.status == "not-yet" and project:
                return self.stand_in(spec, zone)
            return when
        (kind, value), = spec.items()
        if kind == "due":
            return self.due_of(value)
        members = [self.anchor(member, role, zone, project) for member in value]
        return latest_of(members, zone) if kind == "latest-of" else earliest_of(members, zone)

    def stand_in(self, event, zone):
        """15.4.2: the earliest due of the duties certainly owed that end in this event."""
        dues = [self.deadline(duty) for duty in self.policy.duties
                if duty.record.get("done-by") == event]
        dues = [d.due for d in dues if d.certainly_owed and d.due.status in ("known", "beyond")]
        dated = [d for d in dues if d.known]
        if dated:
            return earliest_of(dated, zone).marked(projected=True)
        return dues[0].marked(projected=True) if dues else NOT_YET

    # --- conditions ---------------------------------------------------------------------------

    def truth(self, condition, counting):
        if isinstance(condition, str):
            return self.leaf(condition, counting)
        (key, value), = condition.items()
        if key == "all":
            return both(self.truth(c, counting) for c in value)
        if key == "any":
            return either(self.truth(c, counting) for c in value)
        if key == "not":
            return negate(self.truth(value, counting))
        return self.leaf(condition, counting)

    def leaf(self, test, counting):
        if isinstance(test, str):
            if test in self.policy.facts:
                value = self.fact(test)
                return None if value is None else value == "true"
            when = self.event(test, "condition")
            return None if when.status == "unknown" else when.known
        (name, how), = test.items()
        if name in self.policy.facts:
            return self.value_test(name, how)
        anchor = how.get("before", how.get("after"))
        one, other = self.event(name, "condition"), self.anchor(anchor, "condition", counting.zone)
        compare = next((key for key in COMPARISONS if key in how), None)
        if compare:
            return elapsed(one, other, compare, how[compare], counting)
        return order(one, other, "before" in how, is_due(anchor), counting)

    def value_test(self, name, how):
        value = self.fact(name)
        (compare, wanted), = how.items()
        if value is None:
            return None
        if compare == "any-of":
            return value in wanted
        if compare == "is":
            return value == wanted
        value, wanted = int(value), int(wanted)
        return {"at-least": value >= wanted, "at-most": value <= wanted,
                "more-than": value > wanted, "less-than": value < wanted}[compare]

    def applies(self, record):
        """`when` true, every `unless` false, the rule in force."""
        counting = self.counting(record)
        tests = [self.truth(record["when"], counting)] if "when" in record else []
        tests += [negate(self.truth(u["when"], counting)) for u in record.get("unless", [])]
        return both([self.in_force(record, counting)] + tests)

    def in_force(self, record, counting=None):
        """15.10.1: one more condition, decided by the event that chooses the version."""
        if "in-force" not in record:
            return True
        counting = counting or self.counting(record)
        event = self.event(self.policy.chosen_by, "condition")
        if not event.known:
            return None
        first, last = loader.span(record["in-force"])
        days = [clock.day_of(stamp, counting.zone) for stamp in clock.stamps(event)]
        return same((first is None or first <= day) and (last is None or day <= last)
                    for day in days)

    # --- names that a condition reads -----------------------------------------------------------

    def names_read(self, condition):
        """Facts and events of a condition, in the order they stand in."""
        if isinstance(condition, str):
            return [condition]
        (key, value), = condition.items()
        if key in ("all", "any"):
            return [name for part in value for name in self.names_read(part)]
        if key == "not":
            return self.names_read(value)
        if key in self.policy.facts:
            return [key]
        return [key] + anchor_events(value.get("before", value.get("after")))

    def live_names(self, condition, counting):
        """15.6.4: unknown names of leaves that are unknown, as are all conditions round them."""
        if self.truth(condition, counting) is not None:
            return []
        if not isinstance(condition, str):
            (key, value), = condition.items()
            if key in ("all", "any"):
                return [n for part in value for n in self.live_names(part, counting)]
            if key == "not":
                return self.live_names(value, counting)
        if isinstance(condition, str):
            return [condition] if self.can_ask(condition) else []
        (name, how), = condition.items()
        names = [name] if self.can_ask(name) else []
        return names + self.names_of(how.get("before", how.get("after", "now")), "condition")

    def names_of(self, anchor, role):
        """The unknown events on which an anchor hangs; behind a `due`, those of its duty's."""
        if isinstance(anchor, str):
            return [anchor] if anchor != "now" and self.can_ask(anchor, role) else []
        (kind, value), = anchor.items()
        if kind == "due":
            return self.names_of(self.record(self.policy.duty(value)).get("after", "now"), "anchor")
        return [name for member in value for name in self.names_of(member, role)]

    def can_ask(self, name, role="condition"):
        """What is known is not asked for; a month can be told more exactly."""
        if name in self.policy.facts:
            return self.fact(name) is None
        when = self.event(name, role)
        return when.status == "unknown" or when.first != when.last

    def blamed(self, condition, counting, truth):
        """The names of the leaves that make a condition false (or, under `not`, true)."""
        if self.truth(condition, counting) is not truth:
            return []
        if isinstance(condition, str):
            return [condition]
        (key, value), = condition.items()
        if key in ("all", "any"):
            return [n for part in value for n in self.blamed(part, counting, truth)]
        if key == "not":
            return self.blamed(value, counting, not truth)
        return [key]


def is_due(anchor):
    return isinstance(anchor, dict) and "due" in anchor


def anchor_events(anchor):
    if isinstance(anchor, str):
        return [] if anchor == "now" else [anchor]
    (kind, value), = anchor.items()
    return [] if kind == "due" else [n for member in value for n in anchor_events(member)]


def same(truths):
    """One truth when all agree, else unknown."""
    seen = set(truths)
    return seen.pop() if len(seen) == 1 else None


def order(one, other, before, due, counting):
    """15.1.3, 15.2.2: did one come before (after) the other?"""
    if one.status == "not-yet" or (other.status == "not-yet" and not before):
        return False
    if not one.known:
        return None
    if other.status == "not-yet":
        return True
    if not other.known:
        return None
    zone = counting.zone
    if due:
        late = same(clock.passed(stamp, end.late, other.closing, zone)
                    for stamp in clock.stamps(one) for end in other.ends)
        return negate(late) if before else late
    pairs = [(a, b) for a in clock.stamps(one) for b in clock.stamps(other)]
    return same(clock.earlier(a, b, zone) if before else clock.earlier(b, a, zone)
                for a, b in pairs)


def elapsed(one, other, compare, text, counting):
    """15.2.4: so much time lay between."""
    if "not-yet" in (one.status, other.status):
        return False
    if not one.known or not other.known:
        return None
    try:
        return same(elapsed_between(a, b, compare, clock.duration(text), counting, latest)
                    for a in clock.stamps(one) for b in clock.stamps(other)
                    for latest in (False, True))
    except clock.Beyond:
        return None


def elapsed_between(one, other, compare, limit, counting, latest):
    zone = counting.zone
    if clock.earlier(other, one, zone):
        return False
    last = clock.count(one, *limit, counting, latest=latest, deem=False)
    if compare == "more-than":
        return clock.earlier(last, other, zone)
    if compare == "at-most":
        return not clock.earlier(last, other, zone)
    if compare == "at-least":
        return not clock.earlier(other, last, zone)
    return clock.earlier(other, last, zone)


def pick(choose, stamps, zone):
    """The latest or earliest; of a day and a moment on it the day, for its time is unknown."""
    stamps = list(stamps)
    day = choose(clock.day_of(stamp, zone) for stamp in stamps)
    there = [stamp for stamp in stamps if clock.day_of(stamp, zone) == day]
    if any(isinstance(stamp, clock.Day) for stamp in there):
        return clock.Day(day)
    return clock.Moment(choose(stamp.seconds for stamp in there))


def chosen(choose, whens, zone):
    ends = [clock.End(pick(choose, (getattr(w, end).told for w in whens), zone),
                      pick(choose, (getattr(w, end).late for w in whens), zone))
            for end in ("first", "last")]
    could = [w.could_be_earlier for w in whens]
    if choose is max:  # the latest could be earlier only where it is that one
        could = [all(w.could_be_earlier for w in whens if getattr(w, name).told == end.told)
                 for name, end in zip(("first", "last"), ends)]
    return clock.one_kind(When("known", *ends, projected=any(w.projected for w in whens),
                               could_be_earlier=any(could)), zone)


def latest_of(members, zone):
    """15.4.1: not yet if one is (and is not projected), else unknown if one is."""
    for status in ("not-yet", "unknown", "beyond"):
        for member in members:
            if member.status == status:
                # What waits for something projected still waits, though its date is unknown.
                if status != "not-yet" and any(m.projected for m in members):
                    return NOT_YET if status == "unknown" else member.marked(projected=True)
                return member
    return chosen(max, members, zone)


def earliest_of(members, zone):
    """15.4.1: the first of those known, ignoring what has not happened."""
    happened = [m for m in members if m.known and not m.projected]
    unknown = any(m.status == "unknown" for m in members)
    if happened:
        # What began before the calendar can have ended whenever; what leaves it ends later.
        first = chosen(min, happened, zone).last.told
        unknown = unknown or any(
            m.status == "beyond" and not m.projected and (m.after is None or m.after < clock.day_of(first, zone))
            for m in members)
        return chosen(min, happened, zone).marked(could_be_earlier=unknown or any(
            m.could_be_earlier for m in happened))
    if unknown:
        return UNKNOWN
    dues = [m for m in members if m.status == "beyond" and not m.projected]
    if dues:  # a limit that nobody can date stands before what is only projected
        return dues[0]
    for members in ([m for m in members if m.known], [m for m in members if m.status == "beyond"]):
        if members:
            return chosen(min, members, zone) if members[0].known else members[0]
    return NOT_YET
