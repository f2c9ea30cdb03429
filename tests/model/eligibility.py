# SPDX-License-Identifier: MIT
"""Exclusions, routes, the outcome and what is still to ask (GRAMMAR 5, 6, 15.6)."""

from deadlines import Deadlines
from truth import both, negate

LEVELS = {"exclude": 2, "normally-exclude": 2, "refer-for-decision": 1, "may-decline": 1}
OUTCOMES = {2: "excluded", 1: "discretion", 0: "accepted"}


class Eligibility(Deadlines):
    # --- exclusions -----------------------------------------------------------------------------

    def moment(self):
        return self.case.get("request", {}).get("at", "acceptance")

    def tested(self, rule, at):
        return at in self.record(rule)["tested-at"]

    def exclusion_truth(self, rule):
        """Does it apply at the moment asked about?"""
        if not self.tested(rule, self.moment()):
            return False
        if self.case.get("decisions", {}).get(rule.key) == "accept":
            return False
        return self.applies(self.record(rule))

    def level(self, rule, truth):
        if truth is True and self.case.get("decisions", {}).get(rule.key) == "refuse":
            return 2
        return LEVELS[self.record(rule)["effect"]]

    # --- routes ---------------------------------------------------------------------------------

    def route_at(self, at):
        """("taken", route), ("none", None) or ("undetermined", None)."""
        for rule in self.policy.routes:
            if not self.tested(rule, at):
                continue
            truth = self.applies(self.record(rule))
            if truth is None:
                return "undetermined", None
            if truth:
                return "taken", rule
        return "none", None

    def accepted_by(self):
        return self.route_at("acceptance")[1]

    def taken_at(self, route, at):
        if not self.tested(route, at):
            return False
        before = self.policy.routes[:self.policy.routes.index(route)]
        earlier = [negate(self.applies(self.record(r))) for r in before if self.tested(r, at)]
        return both(earlier + [self.applies(self.record(route))])

    def is_taken(self, route):
        """Taken at acceptance, or at the moment asked about."""
        truths = [self.taken_at(route, at) for at in {"acceptance", self.moment()}]
        return True if True in truths else None if None in truths else False

    # --- notices --------------------------------------------------------------------------------

    def notices(self, duties):
        """What duties that certainly hold tell or ask the resident, each once."""
        found = []
        for duty in duties:
            record = self.record(duty)
            if "resident" not in (record.get("tell"), record.get("ask")):
                continue
            if self.applies(record) is True:
                found += record.get("about", [])
        return list(dict.fromkeys(found))

    # --- questions ------------------------------------------------------------------------------

    def live(self, record):
        """Names to ask for; a rule's own span reads the event that chooses the version."""
        counting, names = self.counting(record), []
        if self.in_force(record) is None and self.can_ask(self.policy.chosen_by):
            names.append(self.policy.chosen_by)
        for condition in [record["when"]] + [u["when"] for u in record.get("unless", [])]:
            names += self.live_names(condition, counting)
        return list(dict.fromkeys(names))

    def questions(self, unknown, best, at):
        """Names to ask for, the most decisive first, and how many rules each is open in."""
        levels, weights, order = {}, {}, []
        for rule in unknown:
            level = self.level(rule, None)
            if level <= best:
                continue
            for name in self.live(self.record(rule)):
                if name not in levels:
                    order.append(name)
                levels[name] = max(level, levels.get(name, 0))
                weights[name] = weights.get(name, 0) + 1
        asked = sorted(order, key=lambda name: (-levels[name], -weights[name]))
        if best < 2:
            for rule in self.policy.routes:
                if not self.tested(rule, at):
                    continue
                truth = self.applies(self.record(rule))
                if truth is True:
                    break
                for name in self.live(self.record(rule)) if truth is None else []:
                    weights[name] = weights.get(name, 0) + 1
                    asked.append(name)
        return {name: weights[name] for name in asked}

    # --- the answer -----------------------------------------------------------------------------

    def outcome(self, certain, unknown):
        """15.6.1: the highest certain level, unless an unknown exclusion could raise it."""
        best = max([self.level(rule, True) for rule in certain], default=0)
        if any(self.level(rule, None) > best for rule in unknown):
            return "undetermined"
        return OUTCOMES[best]

    def eligibility(self):
        at = self.moment()
        tested = [rule for rule in self.policy.exclusions if self.tested(rule, at)]
        truths = {rule: self.exclusion_truth(rule) for rule in tested}
        certain = [rule for rule in tested if truths[rule] is True]
        unknown = [rule for rule in tested if truths[rule] is None]
        best = max([self.level(rule, True) for rule in certain], default=0)
        state, route = self.route_at(at)
        verdict = self.outcome(certain, unknown)
        decided = verdict != "undetermined"
        questions = self.questions(unknown, best, at)
        decider = next((r for r in certain if decided and self.level(r, True) == best), None)
        taken = self.record(route) if route else {}
        because = self.record(decider) if decider else {}

        def whole(rules):
            return [rule for rule in rules if "part" not in self.record(rule)]

        deciding = [r for r in certain if decided and self.level(r, True) == best]
        parts_only = bool(deciding) and not whole(deciding)
        if certain:
            owners = [self.policy.refusal] + certain
        else:
            owners = [route] if route else []
        factors = []
        for rule in certain:
            record = self.record(rule)
            for factor in record.get("factors", []):
                if self.truth(factor["when"], self.counting(record)) is True:
                    factors += self.names_read(factor["when"])
        no_route = state == "none" and at == "acceptance"
        return {
            "outcome": verdict,
            "because": [rule.key for rule in certain],
            "undecided": [rule.key for rule in unknown],
            "questions": list(questions),
            "weights": questions,
            "factors": list(dict.fromkeys(name for name in factors if name != "now")),
            "notices": self.notices(d for d in self.policy.duties
                                    if d.owner is not None and d.owner in owners),
            "route": route.key if route else state,
            "treat-as": because.get("treat-as") if decider else
                        "formal-complaint" if no_route else taken.get("treat-as"),
            "starts-at": self.policy.stages[0].key if no_route else taken.get("starts-at"),
            "part": because.get("part"),
            "refer-to": because.get("refer-to"),
            "decided-by": because.get("decided-by"),
            "rest": self.outcome(whole(certain), whole(unknown)) if parts_only else None,
        }
