# SPDX-License-Identifier: MIT
"""One case answered whole: the file's choice or the case's, and each reading beside it (15.9)."""

import clock
from clock import NONE
from standing import Standing


# What is special about a deadline, beside its dates.
FLAGS = ("told-late", "beyond-tiers", "stage-unknown", "route-undetermined")


class Model(Standing):
    """A policy and a case; `labels` says which reading of which rule is in use."""

    def __init__(self, policy, case, labels=None):
        super().__init__(policy, case)
        chosen = case.get("readings", {})
        self.labels = dict(chosen) if labels is None else labels

    # --- records --------------------------------------------------------------------------------

    def record(self, rule):
        return rule.read_as(self.labels.get(rule.key))

    def chosen(self, rule):
        label = self.labels.get(rule.key)
        return label if label in rule.labels() else None

    def others(self, rule):
        """The readings beside the one in use: label and label to use."""
        chosen = self.chosen(rule)
        beside = [(label, label) for label in rule.labels() if label != chosen]
        return beside + ([("as-filed", None)] if chosen else [])

    def under(self, rule, label):
        """The same case with one rule read otherwise."""
        return Model(self.policy, self.case, {**self.labels, rule.key: label})

    # --- documents ------------------------------------------------------------------------------

    def answer_eligibility(self):
        answer = self.eligibility()
        at = self.moment()
        rules = [r for r in self.policy.exclusions + self.policy.routes if self.hangs_on(r, at)]
        answer["readings"] = {
            rule.key: {name: self.under(rule, label).eligibility()
                       for name, label in self.others(rule)}
            for rule in rules if rule.readings}
        return answer

    def hangs_on(self, rule, at):
        """Tested at this moment: as it is used, as filed, or under one of its readings."""
        return self.tested(rule, at) or any(
            at in rule.read_as(label)["tested-at"] for label in [None] + rule.labels())

    def answer_deadlines(self):
        answers = {}
        for duty in self.policy.duties:
            answer = self.show_deadline(self.deadline(duty), self.record(duty))
            if duty.readings:
                answer["readings"] = {
                    name: self.show_deadline(self.answer_duty(duty, duty.read_as(label)),
                                             duty.read_as(label))
                    for name, label in self.others(duty)}
            answers[duty.key] = answer
        return answers

    def show_deadline(self, deadline, record):
        zone = self.counting(record).zone
        due = deadline.tell("due")
        owed = deadline.state != "not-owed"
        flags = {flag: flag in deadline.flags for flag in FLAGS if owed}
        return {"state": deadline.state, "due": show(due, zone), **flags,
                "projected": due.projected and due.status in ("known", "beyond"),
                "policy-due": show(deadline.tell("policy_due"), zone),
                "extended-due": show(deadline.tell("extended_due"), zone),
                "promised-due": show(deadline.tell("promised"), zone),
                "could-be-earlier": due.known and due.could_be_earlier}

    def answer_extension(self):
        if "extend" not in self.case.get("request", {}):
            return None
        duty = self.requested()
        answer = self.show_extension(self)
        answer["readings"] = {}
        for rule in self.rules_of_extension(duty):
            if rule.readings:
                answer["readings"][rule.key] = {
                    name: self.show_extension(self.under(rule, label))
                    for name, label in self.others(rule)}
        return answer

    def rules_of_extension(self, duty):
        """15.9.1: its stage's extension, the tiers of that, the duty itself."""
        for stage in self.policy.stages:
            extension = stage.extension
            if extension and duty in (self.policy.duty(extension.record["of"]),
                                      self.extended_duty(extension)):
                return [extension] + self.tiers(extension) + [duty]
        return []

    def show_extension(self, model):
        answer = model.extension()
        zone = model.counting(model.record(model.requested())).zone
        due = answer["due"]
        return {**answer, "due": show(due, zone), "projected": due.projected}

    def answer_windows(self):
        answers = {}
        for window in self.policy.windows:
            answer = self.show_window(self.record(window))
            if window.readings:
                answer["readings"] = {name: self.show_window(window.read_as(label))
                                      for name, label in self.others(window)}
            answers[window.key] = answer
        return answers

    def show_window(self, record):
        zone = self.counting(record).zone
        opens, closes = self.opens(record)[0], self.closes(record)
        state = self.window_state(record)
        if state == "not-available":
            opens = closes = NONE
        return {"state": state, "opens": show(opens, zone), "closes": show(closes, zone),
                "if-late": record.get("if-late")}

    def answer(self):
        document = {"eligibility": self.answer_eligibility(), "deadlines": self.answer_deadlines(),
                    "windows": self.answer_windows(), "standing": self.standing()}
        extension = self.answer_extension()
        if extension is not None:
            document["extension"] = extension
        return document


def show(when, zone):
    """A date as the answers write it."""
    if when.status == "none":
        return None
    if not when.known:
        return {"beyond": "beyond-calendar"}.get(when.status, when.status)
    first, last = when.first.told, when.last.told
    if when.first != when.last or isinstance(first, clock.Day) or when.last.span:
        last = when.last.late  # a span tells all that it could be
    if isinstance(last, clock.Moment) and isinstance(first, clock.Day):
        first = clock.Moment(clock.at_time(first.number, 0, zone))
    elif isinstance(last, clock.Day) and isinstance(first, clock.Moment):
        first = clock.Day(clock.day_of(first, zone))
    first, last = clock.text_of(first, zone), clock.text_of(last, zone)
    return first if first == last else {"from": first, "until": last}
