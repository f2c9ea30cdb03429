# SPDX-License-Identifier: MIT
"""Duties: owed or not, from when, until when, in which state (GRAMMAR 4, 15.3 to 15.5, 15.7.1)."""

import dataclasses

import clock
from clock import BEYOND, NONE, NOT_YET, UNKNOWN, Day, End, Moment, When
from facts import Facts, same
from truth import both


@dataclasses.dataclass
class Deadline:
    """What is known of one duty. `due` is inner: it stays when the answer does not tell it."""
    state: str
    due: object
    policy_due: object
    extended_due: object
    owed: object           # True, False, None: with what has stopped it
    reached: bool          # False: it waits for its stage
    done: bool
    tracks: list           # of its ends, for extensions
    promised: object = NONE
    flags: tuple = ()

    def tell(self, name):
        """A date as the answer tells it: none of what is not owed."""
        return NONE if self.state == "not-owed" else getattr(self, name)

    @property
    def certainly_owed(self):
        return self.owed is True and self.reached


@dataclasses.dataclass
class Track:
    """The dates at one end of what the anchor could be. `raw`: before closed days move them."""
    policy: object = None
    due: object = None
    extended: object = None
    extended_raw: object = None
    anchor: object = None
    # What each made extension needs: a tier, "none", "unknown" or "beyond".
    tiers: list = dataclasses.field(default_factory=list)
    told_late: bool = False


@dataclasses.dataclass
class Parts:
    counting: object
    zone: str
    owed: object = None
    anchor: object = None     # what it runs from; None: nothing
    before: object = None
    done: object = NOT_YET
    has_limit: bool = False
    closing: int = None       # minutes at which its last day ends
    start: object = True      # has its stage started?
    waits: bool = False       # for its stage
    tracks: list = dataclasses.field(default_factory=list)
    beyond: bool = False      # the calendar does not reach


class Deadlines(Facts):
    def __init__(self, policy, case):
        super().__init__(policy, case)
        self.answers = {}

    # --- the parts a state is made of -----------------------------------------------------------

    def deadline(self, duty):
        if duty.key not in self.answers:
            self.answers[duty.key] = self.answer_duty(duty, self.record(duty))
        return self.answers[duty.key]

    def due_of(self, key):
        """15.4.3: `{ due: duty }` as an anchor."""
        deadline = self.deadline(self.policy.duty(key))
        if deadline.owed is False:
            return NOT_YET
        if deadline.owed is None:
            return UNKNOWN
        if deadline.due.status == "beyond":
            return BEYOND.marked(after=deadline.due.after)
        return NOT_YET if deadline.due.status == "none" else deadline.due

    def started(self, stage):
        number = self.policy.stages.index(stage)
        starts = self.record(stage)["starts"]
        route = self.accepted_by()
        if route and self.record(route).get("starts-at") == stage.key:
            names = self.names_read({"x": {"after": starts}})[1:] if number == 0 else []
            given = any(name in self.events for name in names)
            if number > 0 or (not given and any(e.known for e in self.events.values())):
                return True
        when = self.anchor(starts, "start" if number else "condition", self.counting({}).zone)
        return {"known": True, "not-yet": False}.get(when.status)

    def skipped(self, stage):
        route = self.accepted_by()
        if not route:
            return False
        enters = self.record(route).get("starts-at")
        return enters is None or self.policy.stages.index(stage) < self.policy.stage_number(enters)

    def replaced_by(self, duty):
        """The duty of the route taken at acceptance in place of one of the stage it enters."""
        route = self.accepted_by()
        if duty.place != "stage" or not route or "done-by" not in duty.record:
            return None
        if self.record(route).get("starts-at") != duty.owner.key:
            return None
        return next((d for d in self.policy.duties if d.owner is route and
                     d.record.get("done-by") == duty.record["done-by"]), None)

    def happened(self, event):
        when = self.event(event, "done")
        return {"known": True, "not-yet": False}.get(when.status)

    def place(self, duty, record):
        """Does its place call for the duty, read like this?"""
        owner = duty.owner
        if duty.place == "file":
            return True
        if duty.place == "refusal":
            return both([self.in_force(self.record(owner)), self.happened("complaint-refused")])
        if duty.place == "exclusion":
            return both([self.happened("complaint-refused"), self.exclusion_truth(owner) is True])
        if duty.place == "route":
            return self.is_taken(owner)
        if duty.place == "stage":
            return both([self.in_force(self.record(owner)), not self.skipped(owner),
                         self.replaced_by(duty) is None])
        if duty.place == "window":
            return self.window_calls(owner, record)
        return self.extension_calls(duty)

    def extension_calls(self, duty):
        extension = duty.owner if duty.place == "extension" else duty.owner.owner
        extended = self.extended_duty(extension)
        made = self.made_extensions(extended)
        if not made:
            return False
        if duty.place == "extension":
            return True
        tier = duty.owner
        if tier not in self.tiers(extension):
            return False
        if self.deadline(extended).owed is False:
            return False
        needed = self.deadline(extended).tracks
        needed = same(needs_tier(track, tier) for track in needed) if needed else None
        tests = [self.in_force(self.record(tier)), needed]
        if duty.place == "otherwise":
            truths = [self.truth(c, self.counting({})) for c in self.record(tier).get("needs", [])]
            tests.append(False if both(truths) is True else True if False in truths else None)
        return both(tests)

    def extended_duty(self, extension):
        duty = self.policy.duty(extension.record["of"])
        return self.replaced_by(duty) or duty

    def made_extensions(self, duty):
        return [e for e in self.case.get("extensions", []) if e["of"] == duty.key]

    def tiers(self, extension):
        return [extension.tiers[t["id"]] for t in self.record(extension)["tiers"]]

    def extension_of(self, duty):
        for stage in self.policy.stages:
            if stage.extension and self.extended_duty(stage.extension) is duty:
                return stage.extension
        return None

    # --- dates ----------------------------------------------------------------------------------

    def closing(self, record, counting):
        unit = clock.duration(record["within"])[1]
        if counting.ends_early or unit in (clock.NEXT_WORKING_DAY, clock.NEXT_CALENDAR_DAY):
            return counting.close_of_business
        return None

    def extend(self, raw, entry, counting):
        """A limit lengthened: its new raw end, and the unit that decides whether it moves."""
        if "until" in entry:
            day = Day(clock.day_of_text(entry["until"]))
            return End(day, day), None
        amount, unit = clock.duration(entry["adds"])
        new = raw.map(lambda stamp, latest: lengthened(stamp, amount, unit, counting))
        if isinstance(raw.told, Day) and raw.told != raw.late:
            new = dataclasses.replace(new, span=True)
        return new, unit

    def track(self, duty, record, anchor):
        """Every date that hangs on one end of the anchor."""
        counting = self.counting(record)
        amount, unit = clock.duration(record["within"])
        closing = self.closing(record, counting)
        track = Track(anchor=anchor)

        def move(raw, unit):
            return raw.map(lambda stamp, latest: clock.moved(stamp, unit, counting))

        raw = extended = anchor.map(lambda stamp, latest: clock.count(
            stamp, amount, unit, counting, latest=latest))
        unit_of_due = unit_of_extended = unit
        track.policy = track.due = track.extended = move(raw, unit)
        track.extended_raw = extended
        for entry in self.made_extensions(duty):
            told = clock.when_of_text(entry["told"]) if "told" in entry else UNKNOWN
            in_time = told.known and track.due is not None and not clock.passed(
                told.first.told, track.due.late, closing, counting.zone)
            if track.extended is not None:
                try:
                    new, new_unit = self.extend(extended, entry, counting)
                    if self.later(move(new, new_unit), track.extended, record):
                        track.tiers.append(self.tier_needed(
                            duty, record, track, move(new, new_unit).told))
                        extended, unit_of_extended = new, new_unit
                        track.extended = move(extended, unit_of_extended)
                        track.extended_raw = extended
                        track.told_late = track.told_late or (told.known and not in_time)
                except clock.Beyond:
                    track.tiers.append("beyond")
                    track.told_late = track.told_late or (told.known and not in_time)
                    track.extended = track.extended_raw = None
            if in_time:
                try:
                    new, new_unit = self.extend(raw, entry, counting)
                    if self.later(move(new, new_unit), track.due, record):
                        raw, unit_of_due = new, new_unit
                        track.due = move(raw, unit_of_due)
                except clock.Beyond:
                    track.due = None
        return track

    def later(self, new, limit, record):
        """Does a new limit end later than another one of the same duty?"""
        counting = self.counting(record)
        return clock.passed(new.told, limit.told, self.closing(record, counting), counting.zone)

    def reach(self, tier, duty, record, track):
        """How far a tier reaches; None: without limit."""
        limits, counting = self.record(tier), self.counting(record)
        if limits.get("up-to") == "no limit":
            return None
        amount, unit = clock.duration(limits.get("up-to") or limits["in-all"])
        if "in-all" in limits:
            raw = clock.count(track.anchor.told, amount, unit, counting)
        else:
            extension = self.record(tier.owner)
            alone = extension.get("earlier-extensions") == "do-not-count"
            start = track.extended_raw if alone else self.policy_raw(record, track.anchor)
            raw = lengthened(start.told, amount, unit, counting)
        return clock.moved(raw, unit, counting)

    def policy_raw(self, record, anchor):
        amount, unit = clock.duration(record["within"])
        counting = self.counting(record)
        return anchor.map(lambda stamp, latest: clock.count(
            stamp, amount, unit, counting, latest=latest))

    def first_tier(self, duty, record, track, new):
        """The first tier in force that reaches far enough; "none"; "unknown" where that hangs."""
        extension = self.extension_of(duty)
        if extension is None:
            return "none"
        for tier in self.tiers(extension):
            in_force = self.in_force(self.record(tier))
            if in_force is False:
                continue
            reach = self.reach(tier, duty, record, track)
            if reach is None or not self.later(End(new, new), End(reach, reach), record):
                return "unknown" if in_force is None else tier
        return "none"

    def tier_needed(self, duty, record, track, new):
        try:
            tier = self.first_tier(duty, record, track, new)
        except clock.Beyond:
            return "beyond"
        return tier if isinstance(tier, str) else tier.key

    # --- the answer -----------------------------------------------------------------------------

    def stops(self, parts, stop, anchor_end, due_end, beyond):
        """15.5: does a refusal or closing at a stamp end a duty that is not done?"""
        anchor, counting = parts.anchor, parts.counting
        if anchor is None or anchor.status == "not-yet" or anchor.projected:
            return True
        if not anchor.known:
            return None
        stop_day, anchor_day = (clock.day_of(s, counting.zone) for s in (stop, anchor_end.told))
        if stop_day < anchor_day:
            return False
        if stop_day < clock.day_of(anchor_end.late, counting.zone):
            return None
        if beyond:  # later than every covered day, when it was counted from one
            covered = counting.calendar
            return True if covered.first <= anchor_day and stop_day <= covered.last else None
        if due_end is None:
            return True
        return not clock.earlier(due_end.late, Day(stop_day), counting.zone)

    def stopping(self):
        return [self.event(name, "done") for name in ("complaint-refused", "complaint-closed")]

    def answer_duty(self, duty, record):
        parts = self.parts(duty, record)
        state, owed = self.judge_at_ends(duty, record, parts)
        promised = self.case.get("promises", {}).get(duty.key)
        return Deadline(
            state=state, due=date(parts, "due"), policy_due=date(parts, "policy"),
            extended_due=date(parts, "extended"), owed=owed, reached=not parts.waits,
            done=parts.done.known, tracks=parts.tracks,
            promised=clock.when_of_text(promised) if promised else NONE,
            flags=self.flags(duty, parts))

    def parts(self, duty, record):
        """All that the state of a duty is made of."""
        counting = self.counting(record)
        parts = Parts(counting=counting, zone=counting.zone)
        parts.owed = both([self.place(duty, record), self.applies(record)])
        parts.done = self.event(record["done-by"], "done") if "done-by" in record else NOT_YET
        unit = clock.duration(record["within"])[1] if "within" in record else None
        parts.has_limit = unit is not None and unit not in clock.NO_DATE
        if "after" in record:
            parts.anchor = self.anchor(record["after"], "anchor", parts.zone, project=True)
            parts.beyond = parts.anchor.status == "beyond"
        if "before" in record:
            parts.before = self.anchor(record["before"], "anchor", parts.zone)
        if duty.place == "stage":
            parts.start = self.started(duty.owner)
            happened = "after" in record and parts.anchor.known and not parts.anchor.projected
            parts.waits = parts.start is False and not happened
        if parts.has_limit:
            parts.closing = self.closing(record, counting)
            parts.anchor = clock.spread(parts.anchor, unit)
            if parts.anchor.known:
                parts.tracks = self.tracks(duty, record, parts.anchor.ends)
                parts.beyond = not parts.tracks
        return parts

    def tracks(self, duty, record, ends):
        try:
            return [self.track(duty, record, end) for end in ends]
        except clock.Beyond:
            return []

    def flags(self, duty, parts):
        flags = []
        if duty.place == "stage":
            if parts.start is None:
                flags.append("stage-unknown")
            if self.route_at("acceptance")[0] == "undetermined":
                flags.append("route-undetermined")
        if any(t.told_late for t in parts.tracks):
            flags.append("told-late")
        if any("none" in t.tiers for t in parts.tracks) and self.has_tiers(duty):
            flags.append("beyond-tiers")
        return tuple(flags)

    def has_tiers(self, duty):
        """Are there tiers to pass: one of the duty's extension that is in force?"""
        extension = self.extension_of(duty)
        return extension is not None and any(
            self.in_force(self.record(tier)) is not False for tier in self.tiers(extension))

    def judge_at_ends(self, duty, record, parts):
        """The state that every end gives, and whether the duty is owed still."""
        ends = parts.anchor.ends if parts.anchor is not None and parts.anchor.known else [None]
        stoppable = duty.place in ("stage", "route") and not parts.done.known
        stopping = stoppable and any(when.status != "not-yet" for when in self.stopping())
        if stopping and len(ends) > 1:
            # Between its ends a month can hold days on which the duty was stopped.
            ends = [End(stamp, stamp) for stamp in clock.stamps(parts.anchor)]
        states, stopped = set(), set()
        for end in ends:
            track = None
            if parts.has_limit and end is not None and not parts.beyond:
                track = next(iter(self.tracks(duty, record, [end])), None)
            lost = parts.beyond or any(t.due is None for t in parts.tracks)
            due = track.due if track else None
            for done_end in parts.done.ends if parts.done.known else [None]:
                stop = False
                if stoppable:
                    stop = self.stop_truth(parts, end, due, parts.has_limit and lost)
                    if parts.done.status == "unknown" and stop:
                        stop = None  # it may have been done, and what is done is not stopped
                stopped.add(stop)
                states.add(self.state(parts, stop, done_end, lost, due))
        state = states.pop() if len(states) == 1 else "undetermined"
        if stopped == {True}:
            return state, False
        return state, parts.owed if stopped == {False} else both([parts.owed, None])

    def stop_truth(self, parts, end, due, beyond):
        truths = []
        for when in self.stopping():
            if when.status == "not-yet":
                truths.append(False)
            elif when.status == "unknown":
                truths.append(None)
            else:
                truths.append(same(self.stops(parts, stop, end, due, beyond)
                                   for stop in clock.stamps(when)))
        if True in truths:
            return True
        return None if None in truths else False

    def state(self, parts, stop, done_end, beyond, due):
        """15.5: the first that holds."""
        done, anchor = parts.done, parts.anchor
        if parts.owed is False or stop is True:
            return "not-owed"
        if parts.waits and stop is False:
            return "waiting"
        if parts.owed is None or stop is None or done.status == "unknown":
            return "undetermined"
        if not done.known and anchor is not None and not (
                parts.has_limit and anchor.status == "beyond"):
            if anchor.status == "not-yet" or anchor.projected:
                return "waiting"
            if anchor.status == "unknown":
                return "undetermined"
        if not parts.has_limit:
            return self.state_without_limit(parts, done_end)
        if beyond:
            return "beyond-calendar"
        stamp = done_end.told if done.known else self.now.first.told if self.now.known else None
        late = None
        if due is not None and stamp is not None:
            late = is_late(stamp, due, parts.closing, parts.zone)
        if late is None:
            return "undetermined"
        if done.known:
            return late_or_not(late)
        return "overdue" if late else "running"

    def state_without_limit(self, parts, done_end):
        before = parts.before
        if not parts.done.known:
            return "no-date"
        if before is None or before.status == "not-yet":
            return "done-in-time"
        if before.status == "unknown":
            return "undetermined"
        if before.status == "beyond":
            return "beyond-calendar"
        late = same(clock.passed(done_end.told, end.late, before.closing, parts.zone)
                    for end in before.ends)
        return "undetermined" if late is None else late_or_not(late)


def date(parts, key):
    """One of the dates of a duty, from both ends of what it runs from."""
    if not parts.has_limit:
        return NONE
    if parts.beyond or any(getattr(track, key) is None for track in parts.tracks):
        return BEYOND.marked(projected=parts.anchor.projected, after=ends_after(parts))
    if not parts.anchor.known:
        return When(parts.anchor.status)
    first, last = getattr(parts.tracks[0], key), getattr(parts.tracks[-1], key)
    return clock.one_kind(When(
        "known", first, last, projected=parts.anchor.projected, closing=parts.closing,
        could_be_earlier=parts.anchor.could_be_earlier), parts.zone)


def ends_after(parts):
    """The last covered day; None where the count began before the first: it can end anywhere."""
    if not parts.anchor.known:
        return parts.anchor.after
    covered = parts.counting.calendar
    first = clock.day_of(parts.anchor.first.told, parts.zone)
    return covered.last if first >= covered.first else None


def needs_tier(track, tier):
    """Has an extension been made that needs this tier?"""
    if tier.key in track.tiers:
        return True
    return None if "unknown" in track.tiers or "beyond" in track.tiers else False


def lengthened(stamp, amount, unit, counting):
    """15.7.1: time added counts from the day after the due date; hours, from its beginning."""
    if unit == "hours" and isinstance(stamp, Day):
        stamp = Moment(clock.at_time(stamp.number + 1, 0, counting.zone))
    return clock.count(stamp, amount, unit, counting, deem=False, on_event_day=False)


def is_late(stamp, due, closing, zone):
    """Late only against the latest that hours may mean; days that hang on such hours are a span."""
    if (isinstance(due.told, Day) or due.span) and due.told != due.late:
        return same(clock.passed(stamp, day, closing, zone) for day in (due.told, due.late))
    return clock.passed(stamp, due.late, closing, zone)


def late_or_not(late):
    return "done-late" if late else "done-in-time"
