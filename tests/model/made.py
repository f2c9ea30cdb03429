# SPDX-License-Identifier: MIT
"""Made-up policies: whatever the format allows, joined at random, so that no rule is read only as
the published policies happen to use it. Events are numbered, and a limit hangs on earlier ones
only; the rare chain that still bites its tail is refused by the library and made again."""

import random

TESTED_AT = ["acceptance", "escalation", "additional-issue"]
CALENDARS = ["england-and-wales", "scotland", "northern-ireland", "united-kingdom"]
TIMES = ["09:00", "12:30", "16:00", "17:00"]
STEPS = 9  # own events, in their usual order
EFFECTS = ["exclude", "normally-exclude", "refer-for-decision", "may-decline"]
RECORDS = ["feedback", "service-request", "new-complaint", "comment"]
NOTICES = ["reasons", "new-date", "next-step", "stage", "advice"]
OUTSIDE = ["complaint-made", "complaint-received", "outside", "issue-arose"]


class Quoted(str):
    """Text that the format wants in double quotes: clauses and times."""


class Made:
    def __init__(self, seed):
        self.random = random.Random(f"policy {seed}")
        self.rules = 0
        self.in_reading = False
        self.duties = []  # ids, with the number of the event that each is done by

    def chance(self, share):
        return self.random.random() < share

    def some(self, values, least=1, most=3):
        most = min(most, len(values))
        return self.random.sample(values, self.random.randint(min(least, most), most))

    # --- parts ----------------------------------------------------------------------------------

    def duration(self, units=("working days", "calendar days", "weeks", "months", "hours", "years")):
        unit = self.random.choice(units)
        most = {"working days": 25, "calendar days": 40, "weeks": 9, "months": 7, "hours": 72,
                "years": 2}[unit]
        amount = self.random.randint(1, most)
        return f"{amount} {unit}" if amount > 1 else f"1 {unit[:-1]}"

    def limit(self):
        roll = self.random.random()
        if roll < 0.1:
            return "close of business on the next " + self.random.choice(["working day",
                                                                          "calendar day"])
        if roll < 0.15:
            return self.random.choice(["immediately", "as soon as possible"])
        return self.duration()

    def counting(self, whole=False):
        keys = {}
        if whole or self.chance(0.2):
            keys["calendar"] = self.random.choice(CALENDARS)
        if whole or self.chance(0.2):
            keys["time-zone"] = self.random.choice(["Europe/London", "Europe/London", "UTC"])
        for key, values in (("first-day", ["day-after-event", "event-day"]),
                            ("event-on-closed-day", ["as-it-falls", "next-working-day"]),
                            ("cut-off", [Quoted(time) for time in TIMES]),
                            ("due-on-closed-day", ["stays", "next-working-day",
                                                   "previous-working-day"]),
                            ("day-ends", ["midnight", "close-of-business"]),
                            ("close-of-business", [Quoted(time) for time in TIMES])):
            if self.chance(0.3):
                keys[key] = self.random.choice(values)
        return keys or {"first-day": "event-day"}

    def span(self):
        span = {}
        if self.chance(0.7):
            span["from"] = self.random.choice(["2020-06", "2021-11", "2022-09", "2022-09-19"])
        if not span or self.chance(0.4):
            span["until"] = self.random.choice(["2022-12", "2023-05-08", "2024-02"])
        return span

    def event(self, before=STEPS):
        """A step before a number, or an event that nothing ends."""
        steps = [f"step-{number}" for number in range(before)]
        return self.random.choice(OUTSIDE + steps[-3:] + steps)

    def due(self, before):
        ids = [name for name, number in self.duties if number < before]
        return {"due": self.random.choice(ids)} if ids else None

    def anchor(self, before=STEPS, group=True, due=True):
        roll = self.random.random()
        if roll < 0.2 and due and self.due(before):
            return self.due(before)
        if roll < 0.4 and group:
            members = []
            for _ in range(self.random.choice([2, 2, 3])):
                member = self.anchor(before, group=False, due=due)
                if member not in members:
                    members.append(member)
            if len(members) > 1:
                return {self.random.choice(["latest-of", "earliest-of"]): members}
        return self.event(before)

    def leaf(self, before):
        roll = self.random.random()
        if roll < 0.4:
            return self.random.choice(["plain", "silent-no", "silent-yes", "plain-too"])
        if roll < 0.5:
            return {"steps": {self.random.choice(["is", "at-least", "at-most", "more-than",
                                                  "less-than"]): self.random.choice([1, 5, 10])}}
        if roll < 0.55:
            return {"sort": {"is": "short"}}
        if roll < 0.6:
            return {"sort": {"any-of": ["long", "round"]}}
        if roll < 0.7:
            return self.event(before)
        anchor = "now" if self.chance(0.15) else self.anchor(before)
        if roll < 0.85:
            return {self.event(before): {self.random.choice(["before", "after"]): anchor}}
        compare = self.random.choice(["more-than", "at-least", "at-most", "less-than"])
        return {self.event(before): {compare: self.duration(), "before": anchor}}

    def condition(self, before=STEPS, depth=2):
        roll = self.random.random()
        if depth and roll < 0.15:
            return {"not": self.condition(before, depth - 1)}
        if depth and roll < 0.45:
            return {self.random.choice(["all", "any"]): self.conditions(before, depth - 1, 2)}
        return self.leaf(before)

    def conditions(self, before, depth, least):
        """So many or one more, each once."""
        wanted, conditions = least + self.random.randint(0, 1), []
        while len(conditions) < wanted:
            condition = self.condition(before, depth)
            if condition not in conditions:
                conditions.append(condition)
        return conditions

    def unless(self, before=STEPS, part=False):
        exceptions = [{"says": "An exception.", "when": condition}
                      for condition in self.conditions(before, 1, 1)]
        if part and self.chance(0.4):
            exceptions[0]["part"] = "what it lets in"
        return exceptions

    def rule(self, name):
        self.rules += 1
        rule = {"id": f"{name}-{self.rules}", "clause": Quoted(self.rules), "says": "A rule."}
        if self.chance(0.1):
            rule["in-force"] = self.span()
        return rule

    def readings(self, rule, **values):
        """Each reading changes one key; none stands in what a reading brings."""
        if self.in_reading or not self.chance(0.3):
            return
        keys = self.some([key for key in values], 1, 2)
        rule["or-read-as"] = [{"label": f"with-{key}", "words": "words", key: values[key]()}
                              for key in keys]

    # --- rules ----------------------------------------------------------------------------------

    def duty(self, step=None, done_by=None):
        """With a step, it is done by that one and hangs on earlier ones."""
        before = STEPS if step is None else step
        duty = self.rule("duty")
        if self.chance(0.25):
            duty["when"] = self.condition(before)
        if self.chance(0.15):
            duty["unless"] = self.unless(before)
        if self.chance(0.4):
            duty[self.random.choice(["tell", "ask"])] = "resident"
            duty["about"] = self.some(NOTICES)
        roll = self.random.random()
        if roll < 0.75 or step is not None:
            duty["within"] = self.limit()
            duty["after"] = self.anchor(before)
        elif roll < 0.85:
            duty["after"] = self.anchor(before)
        else:
            duty["before"] = self.anchor(before)
        if step is not None:
            duty["done-by"] = f"step-{step}"
        elif done_by or "within" in duty:
            duty["done-by"] = done_by or self.random.choice(["contact-made", "resident-replied"])
        if "within" in duty and self.chance(0.3):
            duty["counting"] = self.counting()
        if "within" in duty:
            self.readings(duty, within=self.limit, after=lambda: self.anchor(before),
                          counting=self.counting, when=lambda: self.condition(before))
        if step is not None:
            self.duties.append((duty["id"], step))
        return duty

    def beside(self, share, most=2):
        """Duties that stand in another rule."""
        if not self.chance(share):
            return {}
        return {"duties": [self.duty() for _ in range(self.random.randint(1, most))]}

    def exclusion(self):
        rule = self.rule("exclusion")
        rule["tested-at"] = self.some(TESTED_AT)
        rule["when"] = self.condition()
        if self.chance(0.4):
            rule["unless"] = self.unless(part=True)
        rule["effect"] = self.random.choice(EFFECTS)
        if rule["effect"] == "refer-for-decision":
            rule["decided-by"] = "the head"
        if self.chance(0.3):
            rule["factors"] = [{"says": "A factor.", "when": self.condition(),
                                "favours": self.random.choice(["acceptance", "refusal"])}]
        for key, value in (("part", "a part"), ("refer-to", "a desk"),
                           ("treat-as", self.random.choice(RECORDS))):
            if self.chance(0.3):
                rule[key] = value
        rule.update(self.beside(0.3))
        if self.chance(0.3):
            rule["counting"] = self.counting()
        self.readings(rule, **{"when": self.condition, "unless": self.unless,
                               "tested-at": lambda: self.some(TESTED_AT),
                               "part": lambda: "another part", "counting": self.counting})
        return rule

    def route(self, stages):
        rule = self.rule("route")
        rule["tested-at"] = self.some(TESTED_AT)
        rule["when"] = self.condition()
        if self.chance(0.3):
            rule["unless"] = self.unless()
        rule["treat-as"] = self.random.choice(RECORDS + ["formal-complaint"])
        if self.chance(0.7):
            rule["starts-at"] = self.random.choice(stages)
        if self.chance(0.6):
            rule["duties"] = [self.duty(done_by=f"step-{self.random.randrange(STEPS)}"
                                        if self.chance(0.5) else None)]
        self.readings(rule, **{"when": self.condition, "unless": self.unless,
                               "tested-at": lambda: self.some(TESTED_AT),
                               "starts-at": lambda: self.random.choice(stages)})
        return rule

    def tiers(self):
        tiers = []
        for number in range(self.random.choice([1, 2, 3])):
            tier = self.rule("tier")
            weeks = number * 3 + self.random.randint(1, 3)
            if self.chance(0.3):
                tier["in-all"] = f"{weeks + 2} weeks"
            else:
                tier["up-to"] = self.random.choice([f"{weeks + 1} weeks", f"{weeks * 5} working days"
                                                    if weeks > 1 else "2 working days"])
            tiers.append(tier)
        if self.chance(0.3):
            tiers[-1].pop("in-all", None)
            tiers[-1]["up-to"] = "no limit"
        for tier in tiers:
            if self.chance(0.7):
                tier["needs"] = self.conditions(STEPS, 1, 1)
            tier.update(self.beside(0.4, 1))
            if "needs" in tier and self.chance(0.3):
                tier["otherwise"] = [self.duty()]
        return tiers

    def extension(self, of):
        extension = {"of": of, "tiers": self.tiers()}
        if self.chance(0.4):
            extension["earlier-extensions"] = self.random.choice(["count", "do-not-count"])
        extension.update(self.beside(0.3, 1))
        if self.chance(0.3):
            extension["or-read-as"] = [
                {"label": "otherwise-counted", "words": "words",
                 "earlier-extensions": self.random.choice(["count", "do-not-count"])}]
            if self.chance(0.5):
                self.in_reading = True
                extension["or-read-as"].append({"label": "other-tiers", "words": "words",
                                                "tiers": self.tiers()})
                self.in_reading = False
        return extension

    def stage(self, number, steps):
        stage = self.rule("stage")
        stage["id"] = f"stage-{number}"
        stage["starts"] = self.anchor(steps[0])
        stage["ends"] = f"step-{steps[-1]}"
        stage["duties"] = [self.duty(step) for step in steps]
        if self.chance(0.3):
            stage["duties"].append(self.duty(self.random.choice(steps)))
        if self.chance(0.7):
            stage["extension"] = self.extension(self.random.choice(stage["duties"])["id"])
        self.readings(stage, starts=lambda: self.anchor(steps[0]))
        return stage

    def opening(self):
        opening = {"after": self.anchor()}
        if self.chance(0.6):
            opening["wait"] = self.duration(("working days", "calendar days", "weeks", "hours"))
            if self.chance(0.5):
                opening["unless"] = self.unless()
        return opening

    def closing(self):
        within = self.limit()
        while within in ("immediately", "as soon as possible"):
            within = self.limit()
        return {"within": within, "after": self.anchor()}

    def window(self):
        rule = self.rule("window")
        rule["door"] = self.random.choice(["stage-2", "housing-ombudsman"])
        if self.chance(0.4):
            rule["when"] = self.condition()
        if self.chance(0.2):
            rule["unless"] = self.unless()
        if self.chance(0.7):
            rule["opens"] = self.opening()
        if self.chance(0.7):
            rule["closes"] = self.closing()
        if self.chance(0.8):
            rule["used-by"] = self.random.choice(["escalation-requested", "ombudsman-approached",
                                                  self.event()])
        if "closes" in rule and "used-by" in rule and self.chance(0.4):
            rule["if-late"] = self.random.choice(RECORDS)
        rule.update(self.beside(0.3))
        if self.chance(0.4):
            rule["counting"] = self.counting()
        self.readings(rule, opens=self.opening, closes=self.closing, when=self.condition,
                      counting=self.counting)
        return rule

    # --- the file -------------------------------------------------------------------------------

    def names(self):
        facts = [{"id": name, "type": "true-false", "question": "Is it so"}
                 for name in ("plain", "plain-too", "silent-no", "silent-yes")]
        facts[2]["silence"], facts[3]["silence"] = "false", "true"
        facts += [{"id": "steps", "type": "number", "question": "How many"},
                  {"id": "sort", "type": "choice", "values": ["short", "long", "round"],
                   "question": "Which"}]
        events = [{"id": name, "question": "When was it"}
                  for name in ["outside"] + [f"step-{number}" for number in range(STEPS)]]
        for event in events:
            if self.chance(0.15):
                event["silence"] = "not-yet"
        return {"facts": facts, "events": events}

    def file(self):
        document = {"issued-by": "Made-up Homes", "title": "Made up",
                    "in-force": {"from": "2012-01"}, "chosen-by": self.random.choice(OUTSIDE[:3])}
        stages = [self.stage(1, [0, 1, 2]), self.stage(2, [3, 4, 5])]
        if self.chance(0.3):
            stages.append(self.stage(3, [6, 7]))
        ids = [stage["id"] for stage in stages]
        file = {"format": "1", "kind": "policy", "document": document,
                "counting": self.counting(whole=True), **self.names(),
                "refusal": {"clause": Quoted("0"), "says": "It can be refused.", "grounds": "open",
                            **self.beside(0.7)},
                "exclusions": [self.exclusion() for _ in range(self.random.randint(1, 4))],
                "routes": [self.route(ids) for _ in range(self.random.randint(1, 3))],
                "stages": stages, **self.beside(0.6)}
        return {**file, "windows": [self.window() for _ in range(self.random.randint(1, 3))]}


def text_of(part, indent=""):
    """A mapping, list or text as the format writes it: blocks, and nothing quoted but clauses."""
    if isinstance(part, Quoted):
        return f' "{part}"\n'
    if isinstance(part, (str, int)):
        return f" {part}\n"
    lines = []
    for key in part if isinstance(part, dict) else range(len(part)):
        head = f"{indent}{key}:" if isinstance(part, dict) else f"{indent}-"
        inner = text_of(part[key], indent + "  ")
        if isinstance(part, list) and isinstance(part[key], dict):
            inner = " " + inner.lstrip()
        lines.append(head + inner)
    return "\n" + "".join(lines)


def policy_text(seed):
    return "# A made-up policy.\n" + text_of(Made(seed).file()).lstrip("\n")
