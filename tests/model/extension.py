# SPDX-License-Identifier: MIT
"""A request to extend a limit (GRAMMAR 7, 15.7.2)."""

import clock
from clock import BEYOND, NONE, When
from truth import both
from windows import Windows


class Extension(Windows):
    def empty(self, outcome):
        return {"outcome": outcome, "tier": None, "due": NONE, "missing": [], "unknown": [],
                "notices": [], "duties": []}

    def requested(self):
        return self.policy.duty(self.case["request"]["extend"])

    def extension(self):
        duty = self.requested()
        extension = self.extension_of(duty)
        deadline = self.deadline(duty)
        record = self.record(duty)
        if extension is None or deadline.owed is False:
            return self.empty("no-rule")
        if deadline.owed is None:
            return self.empty("undetermined")
        if deadline.extended_due.status == "beyond" or deadline.due.status == "beyond":
            return {**self.empty("beyond-calendar"),
                    "due": BEYOND.marked(projected=deadline.due.projected)}
        if deadline.extended_due.status == "none":  # no limit that could be extended
            return self.empty("no-rule")
        if not deadline.tracks:
            return self.empty("undetermined")
        projected = deadline.due.projected
        answers = [self.at_end(extension, duty, record, track) for track in deadline.tracks]
        first, last = answers[0], answers[-1]
        answer = first
        if any(a["outcome"] == "beyond-calendar" for a in answers):
            answer = self.empty("beyond-calendar")
        elif any(first[key] != last[key] for key in first if key != "due"):
            answer = self.empty("undetermined")
        if all(a["due"] is not None for a in answers):
            answer["due"] = When("known", first["due"], last["due"], projected=projected)
        else:
            answer["due"] = BEYOND if answer["outcome"] == "beyond-calendar" else NONE
        return answer

    def at_end(self, extension, duty, record, track):
        """The answer at one end of what the base could be."""
        counting = self.counting(record)
        request = self.case["request"]
        answer = self.empty("beyond-calendar")
        answer["due"] = None
        try:
            new, unit = self.extend(track.extended_raw, request, counting)
            new = new.map(lambda stamp, latest: clock.moved(stamp, unit, counting))
            answer["due"] = new
            if not self.later(new, track.due, record):
                answer["outcome"] = "permitted"
                return answer
            in_force = [self.in_force(self.record(t)) for t in self.tiers(extension)]
            if all(truth is False for truth in in_force):
                answer.update(self.empty("no-rule"), due=None)
                return answer
            tier = self.first_tier(duty, record, track, new.told)
        except clock.Beyond:
            return answer
        if isinstance(tier, str):
            answer["outcome"] = "refused" if tier == "none" else "undetermined"
            return answer
        answer["tier"] = tier.key
        self.judge(answer, extension, tier)
        return answer

    def judge(self, answer, extension, tier):
        """Needs that are false or unknown, and what is owed in each case."""
        counting = self.counting({})
        needs = self.record(tier).get("needs", [])
        truths = [self.truth(need, counting) for need in needs]
        for need, truth in zip(needs, truths):
            if truth is False:
                answer["missing"] += self.blamed(need, counting, False)
            elif truth is None:
                answer["unknown"] += self.live_names(need, counting)
        for key in ("missing", "unknown"):
            answer[key] = list(dict.fromkeys(answer[key]))
        answer["outcome"] = "permitted" if both(truths) is True else "needs"
        if answer["outcome"] == "permitted":
            duties = [d for d in self.policy.duties if d.owner is tier and d.place == "tier"]
            duties += [d for d in self.policy.duties if d.owner is extension]
        elif False in truths:
            duties = [d for d in self.policy.duties if d.owner is tier and d.place == "otherwise"]
        else:
            duties = []
        owed = [d for d in duties if self.applies(self.record(d)) is True]
        answer["duties"] = [d.key for d in owed]
        answer["notices"] = self.notices(owed)
