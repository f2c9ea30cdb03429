# SPDX-License-Identifier: MIT
"""Windows: rights that open and close (GRAMMAR 9, 15.8)."""

import dataclasses

import clock
from clock import BEYOND, NONE, Day, End, When
from eligibility import Eligibility
from facts import earliest_of, latest_of
from truth import both, either, negate


class Windows(Eligibility):
    def window_calls(self, window, duty):
        """15.5: with `before`, from when the window exists; else once it is used. `duty`: its
        record."""
        record = self.record(window)
        if "before" in duty:
            return self.applies(record)
        used = self.event(record["used-by"], "done") if "used-by" in record else clock.NOT_YET
        if used.status == "not-yet":
            return False
        return both([self.applies(record), self.used_truth(record, used)])

    def used_truth(self, record, used):
        """Was it used on or after its opening?"""
        opens = self.opens(record)[0]
        if opens.status == "not-yet":
            return False
        if used.status == "unknown":
            return None
        if not opens.known:
            return True if opens.status == "none" else None
        zone = self.counting(record).zone
        truths = {not clock.earlier(use.told, opening.told, zone)
                  for use in used.ends for opening in clock.spread(opens, "days").ends}
        return truths.pop() if len(truths) == 1 else None

    # --- dates ----------------------------------------------------------------------------------

    def opens(self, record):
        """When it opens, and whether its wait was lifted."""
        opens = record.get("opens")
        if opens is None:
            return NONE, False
        counting = self.counting(record)
        anchor = self.anchor(opens["after"], "anchor", counting.zone)
        if not anchor.known or "wait" not in opens:
            return anchor, False
        lifted = either(self.truth(u["when"], counting) for u in opens.get("unless", []))
        if lifted is True:
            return anchor, True
        amount, unit = clock.duration(opens["wait"])
        anchor = clock.spread(anchor, unit)

        def after_wait(stamp, latest):
            last = clock.count(stamp, amount, unit, counting, latest=latest)
            return last if unit == "hours" else Day(last.number + 1)

        try:
            first, last = anchor.first.map(after_wait), anchor.last.map(after_wait)
        except clock.Beyond:
            return BEYOND, False
        waited = dataclasses.replace(anchor, first=first, last=last, closing=None)
        if lifted is None:
            waited = dataclasses.replace(waited, first=anchor.first)
            waited = clock.one_kind(waited, counting.zone, unit == "hours")
        return waited, False

    def closes(self, record):
        closes = record.get("closes")
        if closes is None:
            return NONE
        counting = self.counting(record)
        amount, unit = clock.duration(closes["within"])
        anchor = clock.spread(self.anchor(closes["after"], "anchor", counting.zone), unit)
        if not anchor.known:
            return anchor
        early = counting.ends_early or unit in (clock.NEXT_WORKING_DAY, clock.NEXT_CALENDAR_DAY)

        def end(stamp, latest):
            return clock.moved(clock.count(stamp, amount, unit, counting, latest=latest), unit,
                               counting)

        try:
            first, last = anchor.first.map(end), anchor.last.map(end)
        except clock.Beyond:
            return BEYOND
        return dataclasses.replace(anchor, first=first, last=last,
                                   closing=counting.close_of_business if early else None)

    # --- states ---------------------------------------------------------------------------------

    def window_state(self, record):
        exists = self.applies(record)
        if exists is False:
            return "not-available"
        if exists is None:
            return "undetermined"
        opens, closes = self.opens(record)[0], self.closes(record)
        used = self.event(record["used-by"], "done") if "used-by" in record else clock.NOT_YET
        zone = self.counting(record).zone
        opens = clock.spread(opens, "days")
        states = {self.state_at(opens, o, closes, c, used, u, zone)
                  for o in ends(opens) for c in ends(closes) for u in ends(used)}
        return states.pop() if len(states) == 1 else "undetermined"

    def state_at(self, opens, open_end, closes, close_end, used, used_end, zone):
        """15.8 from its third state on, at one end of each date."""
        now = self.now.first.told if self.now.known else None
        use = used.status  # known: a use that counts
        if used.known:
            if opens.status == "not-yet":
                use = "not-yet"
            elif opens.status in ("unknown", "beyond"):
                use = "unknown"
            elif opens.known and clock.earlier(used_end.told, open_end.told, zone):
                use = "not-yet"
        if use == "known":
            if closes.status in ("none", "not-yet"):
                return "used-in-time"
            if closes.known:
                late = clock.passed(used_end.told, close_end.late, closes.closing, zone)
                return "used-late" if late else "used-in-time"
            return "beyond-calendar" if closes.status == "beyond" else "undetermined"
        if opens.status == "not-yet":
            return "not-yet-open"
        if opens.known and now is not None and clock.earlier(now, open_end.told, zone):
            return "not-yet-open"
        if use == "not-yet" and closes.known and now is not None:
            if clock.passed(now, close_end.late, closes.closing, zone):
                return "closed"
        if "beyond" in (opens.status, closes.status):
            return "beyond-calendar"
        if "unknown" in (opens.status, closes.status, use) or now is None:
            return "undetermined"
        return "open"


def ends(when):
    return when.ends if when.known else [None]
