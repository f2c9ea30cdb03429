# SPDX-License-Identifier: MIT
"""Where a case stands (GRAMMAR 15.10.3)."""

import clock
from extension import Extension


class Standing(Extension):
    def ended(self, stage):
        return self.happened(self.record(stage)["ends"])

    def in_procedure(self, stage):
        """Started, and not skipped by the route."""
        return False if self.skipped(stage) else self.started(stage)

    def standing(self):
        state, stage = self.where()
        answer = {"state": state}
        if state != "undetermined":
            answer["stage"] = stage.key if stage else None
        deadlines = [(duty, self.deadline(duty)) for duty in self.policy.duties]
        answer["overdue"] = sorted(d.key for d, a in deadlines if a.state == "overdue")
        running = [(self.end_of(duty, answer), duty.key) for duty, answer in deadlines
                   if answer.state == "running"]
        first = min((day for day, _ in running), default=None)
        answer["next"] = sorted(key for day, key in running if day == first)
        return answer

    def end_of(self, duty, answer):
        """The moment at which a limit runs out; of a day, its end."""
        due = answer.due.first.told
        if isinstance(due, clock.Moment):
            return due.seconds
        zone = self.counting(self.record(duty)).zone
        if answer.due.closing is not None:
            return clock.at_time(due.number, answer.due.closing, zone)
        return clock.at_time(due.number + 1, 0, zone)

    def where(self):
        for event, word in (("complaint-refused", "refused"), ("complaint-closed", "closed")):
            happened = self.happened(event)
            if happened is not False:
                return (word, self.last_stage()) if happened else ("undetermined", None)
        stages = self.policy.stages
        last_ended = max([i for i, s in enumerate(stages) if self.ended(s)], default=-1)
        for number in range(len(stages) - 1, last_ended, -1):
            started, ended = self.in_procedure(stages[number]), self.ended(stages[number])
            if started is None or (started and ended is None):
                return "undetermined", None
            if started:
                return "in-stage", stages[number]
        if last_ended == len(stages) - 1:
            return "exhausted", stages[-1]
        if last_ended >= 0:
            return "between-stages", stages[last_ended]
        return "not-started", None

    def last_stage(self):
        for stage in reversed(self.policy.stages):
            started = self.in_procedure(stage)
            if started or self.ended(stage):
                return stage
            if started is None:
                return None
        return None
