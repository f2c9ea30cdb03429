# SPDX-License-Identifier: MIT
"""Random cases, plausible and not, around the dates where answers change."""

import datetime
import random

import clock

# Days round bank holidays, one-off holidays, month ends, leap days, clock changes, the ends of the
# calendars and of the versions.
CENTRES = [
    "2022-09-19", "2022-06-02", "2022-10-30", "2023-03-26", "2022-12-27", "2023-05-08",
    "2024-02-29",
    "2023-04-10", "2022-08-29", "2021-11-01", "2020-06-01", "2018-10-01", "2020-10-01",
    "2024-04-01",
    "2022-01-31", "2028-12-15", "2028-11-20", "2012-01-03", "2023-12-25", "2020-10-25",
]
SPREADS = [0, 0, 1, 2, 3, 5, 7, 10, 14, 15, 20, 21, 28, 31, 56, 57, 92, 181, 184, 365, 366]
TIMES = ["00:00", "00:30", "01:30", "09:30", "16:00", "16:01", "17:00", "17:01", "17:30", "23:59"]


class Cases:
    def __init__(self, policy, seed, extend_hours=True):
        """Without `extend_hours` no limit in hours is extended: of a tier that ends between the
        first and the last moment that hours of a day may mean, the model knows the first only."""
        self.policy = policy
        self.random = random.Random(f"{policy.document['title']} {seed}")
        used = self.names_used(policy.file)
        self.facts = sorted(name for name in policy.facts if name in used)
        self.events = sorted(name for name in policy.events if name in used)
        self.events += [e for e in ("complaint-refused", "complaint-closed", policy.chosen_by)
                        if e not in self.events]
        self.rules = [policy.refusal] if policy.refusal else []
        self.rules = policy.exclusions + policy.routes + policy.stages + policy.duties
        self.rules += policy.windows
        for stage in policy.stages:
            if stage.extension:
                self.rules += [stage.extension] + list(stage.extension.tiers.values())
        self.rules = [rule for rule in self.rules if rule.readings]
        limited = [d for d in policy.duties if "within" in d.record and (extend_hours or not any(
            "hour" in part.get("within", "") for part in [d.record, *d.readings]))]
        self.limits = [d.key for d in limited]
        self.extendable = [s.extension.record["of"] for s in policy.stages if s.extension]
        self.extendable = [key for key in self.extendable if key in self.limits]

    def names_used(self, part):
        if isinstance(part, str):
            return {part}
        if isinstance(part, dict):
            return set(part) | {n for value in part.values() for n in self.names_used(value)}
        return {n for value in part for n in self.names_used(value)}

    # --- values -------------------------------------------------------------------------------

    def chance(self, share):
        return self.random.random() < share

    def day(self, centre):
        step = self.random.choice(SPREADS) * self.random.choice([-1, 1, 1, 1])
        return clock.text_of_day(clock.day_of_text(centre) + step + self.random.randint(-1, 1))

    def moment(self, day):
        time = self.random.choice(TIMES)
        offset = "+01:00" if self.chance(0.5) else "+00:00"
        text = f"{day}T{time}{offset}"
        if self.chance(0.2):
            return datetime.datetime.fromisoformat(text).astimezone(
                datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        return text

    def stamp(self, centre, moments):
        day = self.day(centre)
        return self.moment(day) if self.chance(moments) else day

    def event(self, centre, moments):
        roll = self.random.random()
        if roll < 0.06:
            return "unknown"
        if roll < 0.13:
            return "not-yet"
        if roll < 0.17:
            return self.day(centre)[:7]
        return self.stamp(centre, moments)

    def fact(self, name):
        entry = self.policy.facts[name]
        if self.chance(0.12):
            return "unknown"
        if entry["type"] == "true-false":
            return self.random.choice(["true", "false"])
        if entry["type"] == "choice":
            return self.random.choice(entry["values"])
        return str(self.random.choice([0, 1, 4, 5, 6, 9, 10, 11, 49, 50, 500, 501]))

    def longer(self, centre):
        if self.chance(0.3):
            return {"until": self.day(centre)}
        unit = self.random.choice(["working days", "working days", "calendar days", "weeks",
                                   "months", "hours"])
        amount = self.random.choice([1, 2, 3, 5, 8, 10, 11, 12, 15, 20, 21, 30])
        return {"adds": f"{amount} {unit}" if amount > 1 else f"1 {unit[:-1]}"}

    def limited(self):
        """A duty whose limit could be extended: most often one with a rule for it."""
        pool = self.extendable if self.extendable and self.chance(0.8) else self.limits
        return self.random.choice(pool)

    # --- a case -------------------------------------------------------------------------------

    def make(self):
        case, centre = {}, self.random.choice(CENTRES)
        moments = self.random.choice([0, 0, 0.5, 1])
        share = self.random.choice([0.3, 0.6, 0.85, 1])
        if self.chance(0.9):
            case["now"] = self.stamp(centre, self.random.choice([0, 0.5]))
        self.add_request(case, centre, moments)
        facts = {name: self.fact(name) for name in self.facts if self.chance(share)}
        if facts:
            case["facts"] = facts
        if self.chance(0.4):
            case["unlisted-facts"] = self.random.choice(["false", "false", "unknown"])
        rare = ("complaint-refused", "complaint-closed")
        events = {name: self.event(centre, moments) for name in self.events
                  if self.chance(share * (0.15 if name in rare else 1))}
        if events:
            case["events"] = events
        self.add_lists(case, centre, moments)
        return case

    def add_request(self, case, centre, moments):
        roll = self.random.random()
        if roll < 0.4:
            case["request"] = {"at": self.random.choice(["acceptance", "escalation",
                                                         "additional-issue"])}
        elif roll < 0.85 and self.limits:
            request = {"extend": self.limited(), **self.longer(centre)}
            if self.chance(0.5):
                request["asked"] = self.stamp(centre, moments)
            case["request"] = request

    def add_lists(self, case, centre, moments):
        if self.chance(0.35) and self.limits:
            made = []
            for _ in range(self.random.choice([1, 1, 2, 3])):
                entry = {"of": self.limited(), **self.longer(centre)}
                if self.chance(0.85):
                    entry["told"] = self.random.choice(
                        ["unknown", "not-yet"] + [self.stamp(centre, moments)] * 8)
                made.append(entry)
            case["extensions"] = made
        if self.chance(0.1) and self.limits:
            case["promises"] = {self.random.choice(self.limits): self.day(centre)}
        if self.chance(0.25) and self.rules:
            rules = self.random.sample(self.rules, self.random.choice([1, 1, 2][:len(self.rules)]))
            case["readings"] = {rule.key: self.random.choice(rule.labels()) for rule in rules}
        if self.chance(0.25) and self.policy.exclusions:
            chosen = self.random.sample(self.policy.exclusions,
                                        min(2, len(self.policy.exclusions)))
            case["decisions"] = {rule.key: self.random.choice(["accept", "refuse"])
                                 for rule in chosen}


def typed(policy, case):
    """The case as JSON has it: truths and numbers as such."""
    facts = {}
    for name, value in case.get("facts", {}).items():
        kind = policy.facts[name]["type"]
        if value in ("true", "false") and kind == "true-false":
            facts[name] = value == "true"
        elif kind == "number" and value != "unknown":
            facts[name] = int(value)
        else:
            facts[name] = value
    document = dict(case)
    if facts:
        document["facts"] = facts
    if "unlisted-facts" in case:
        document["unlisted-facts"] = False if case["unlisted-facts"] == "false" else "unknown"
    return document
