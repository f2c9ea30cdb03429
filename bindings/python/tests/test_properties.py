# SPDX-License-Identifier: MIT
"""Laws that hold for every case: of learning, of order, of writing it down."""

import datetime
import functools
import json

from conftest import ROOT, D
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from complaint import UNKNOWN, Policy
from complaint._library import lib

NAMES = ("brighter-places/2022-08", "livewest/2018-10", "livewest/2020-06", "settle/2020-10",
         "trafford-housing-trust/2020-10", "housing-ombudsman/2024-04")
POLICIES = {name: Policy.bundled(name) for name in NAMES}
QUICK = settings(deadline=None, suppress_health_check=list(HealthCheck))
TRUE_FALSE, NUMBER, CHOICE = 1, 2, 3


def leaves(terms):
    """Names that a policy's conditions read, with their first kind."""
    if isinstance(terms, dict):
        for value in terms.values():
            yield from leaves(value)
    elif isinstance(terms, list):
        for value in terms:
            yield from leaves(value)
    elif isinstance(terms, str):
        yield terms


@functools.lru_cache(None)
def names_read(name):
    """Facts with their types and values, and events, that the policy's document speaks of."""
    policy = POLICIES[name]
    facts, events = {}, set()
    for word in sorted(set(leaves(policy.to_dict()))):
        encoded = word.encode()
        fact = lib.complaint_set_find_fact(policy._set, encoded, len(encoded))
        if fact != 0xFFFFFFFF:
            kind = lib.complaint_set_get_fact_type(policy._set, fact)
            values = []
            while kind == CHOICE:
                value = lib.complaint_policy_get_fact_value(policy._handle, encoded, len(encoded),
                                                            len(values))
                if value is None:
                    break
                values.append(value.decode())
            facts[word] = (kind, tuple(values))
        elif lib.complaint_set_find_event(policy._set, encoded, len(encoded)) != 0xFFFFFFFF:
            events.add(word)
    assert len(facts) > 3 and len(events) > 3
    return facts, tuple(sorted(events))


days = st.dates(D(2021, 1, 1), D(2023, 12, 31))
zones = st.sampled_from([datetime.timezone.utc, datetime.timezone(datetime.timedelta(hours=1))])
moments = st.datetimes(datetime.datetime(2021, 1, 1), datetime.datetime(2023, 12, 31),
                       timezones=zones).map(lambda one: one.replace(microsecond=0))
times = st.one_of(days, moments, st.sampled_from(["2022-09", "2023-02", "not-yet", "unknown"]))


@st.composite
def cases(draw):
    """A policy, and a case that writes every fact the policy reads, many as unknown."""
    name = draw(st.sampled_from(NAMES))
    facts, events = names_read(name)
    values = {TRUE_FALSE: st.booleans(), NUMBER: st.integers(0, 12)}
    case = {"facts": {}, "events": {}}
    for fact, (kind, words) in facts.items():
        known = st.sampled_from(words) if kind == CHOICE else values[kind]
        case["facts"][fact] = draw(st.one_of(st.just(UNKNOWN), known))
    for event in draw(st.sets(st.sampled_from(events), max_size=6)):
        case["events"][event] = draw(times)
    if draw(st.booleans()):
        case["now"] = draw(st.one_of(days, moments))
    if draw(st.booleans()):
        case["request"] = {"at": draw(st.sampled_from(["acceptance", "escalation"]))}
    return name, case


@QUICK
@given(cases(), st.data())
def test_learning_a_fact_written_as_unknown_turns_no_decided_clause(drawn, data):
    name, case = drawn
    facts, _ = names_read(name)
    unknown = [fact for fact, value in case["facts"].items() if value == UNKNOWN]
    if not unknown:
        return
    fact = data.draw(st.sampled_from(unknown))
    kind, words = facts[fact]
    value = data.draw(st.sampled_from(words) if kind == CHOICE
                      else st.booleans() if kind == TRUE_FALSE else st.integers(0, 12))
    learnt = {**case, "facts": {**case["facts"], fact: value}}
    before, after = (POLICIES[name].evaluate(one, ask="eligibility").eligibility
                     for one in (case, learnt))
    if before is None:
        return  # which version governs is not known
    truths = {verdict.rule: verdict.truth for verdict in after.verdicts}
    for verdict in before.verdicts:
        if verdict.truth != "unknown":
            assert truths[verdict.rule] == verdict.truth, (verdict.rule, fact, value)
    if before.outcome != "undetermined":
        assert after.outcome == before.outcome


@QUICK
@given(cases(), st.randoms())
def test_the_order_in_which_things_are_said_means_nothing(drawn, random):
    name, case = drawn

    def shuffled(part):
        if not isinstance(part, dict):
            return part
        keys = list(part)
        random.shuffle(keys)
        return {key: shuffled(part[key]) for key in keys}

    assert POLICIES[name].evaluate(shuffled(case)) == POLICIES[name].evaluate(case)


def as_text(value):
    return value.isoformat() if isinstance(value, datetime.date) else value


@settings(QUICK, max_examples=60)
@given(drawn=cases())
def test_a_case_as_json_is_the_same_case(drawn, tmp_path_factory):
    name, case = drawn
    path = tmp_path_factory.mktemp("case") / "case.json"
    path.write_text(json.dumps(case, default=as_text))
    answer = POLICIES[name].evaluate(case)
    assert POLICIES[name].evaluate(path) == answer
    assert json.loads(json.dumps(answer.to_dict())) == answer.to_dict()


@settings(QUICK, max_examples=60)
@given(cases())
def test_a_smaller_answer_says_no_other_thing(drawn):
    name, case = drawn
    large, small = (POLICIES[name].evaluate(case, detail=detail)
                    for detail in ("working", "verdict"))
    assert (large.policy is None) == (small.policy is None)
    if large.policy is None:
        return
    assert large.eligibility.outcome == small.eligibility.outcome
    for duty, deadline in small.deadlines.items():
        assert (deadline.state, deadline.due) == (large.deadlines[duty].state,
                                                  large.deadlines[duty].due)
    assert large.standing.overdue == small.standing.overdue


def test_a_policy_as_json_is_the_same_each_time():
    for policy in POLICIES.values():
        assert policy.to_dict() == Policy.bundled(policy.id).to_dict()
        assert json.loads(json.dumps(policy.to_dict())) == policy.to_dict()


def test_every_policy_of_the_rules_is_tried():
    folders = {path.parent.relative_to(ROOT / "rules").as_posix()
               for path in (ROOT / "rules").glob("*/*/policy.yaml")}
    assert folders == set(NAMES)
