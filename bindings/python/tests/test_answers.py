# SPDX-License-Identifier: MIT
"""Answers: their classes against the documented schema, their texts against the command's."""

import dataclasses
import datetime
import gc
import json
import pickle
import random

import pytest
from conftest import ROOT, D

import complaint
from complaint import (BadValue, Calendar, NotBuiltIn, Policy, PolicyConflict, PolicyFault,
                       PolicySet, Span, State, answers, enums)
from complaint._decode import _KEYS

SCHEMA = json.loads((ROOT / "docs" / "schema" / "answer.schema.json").read_text())
PARTS = {
    "policy": answers.Version, "span": answers.InForce, "reason": answers.Reason,
    "question": answers.Question, "eligibility-reading": answers.EligibilityReading,
    "eligibility": answers.Eligibility, "deadline-reading": answers.DeadlineReading,
    "deadline": answers.Deadline, "extension-reading": answers.ExtensionReading,
    "extension": answers.Extension, "window-reading": answers.WindowReading,
    "window": answers.Window, "standing": answers.Standing,
}
CASES = sorted((ROOT / "examples" / "cases").glob("*.yaml"))
POLICY_OF = {"brighter-places": "brighter-places/2022-08", "livewest-2018": "livewest/2018-10",
             "livewest-2020": "livewest/2020-06", "settle": "settle/2020-10",
             "trafford-housing-trust": "trafford-housing-trust/2020-10"}


def keys_of(cls):
    return {_KEYS.get(one.name, one.name.replace("_", "-")) for one in dataclasses.fields(cls)}


def test_every_part_of_the_schema_has_its_class():
    assert set(SCHEMA["$defs"]) - {"day", "point", "date"} == set(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_a_class_has_the_keys_of_the_schema(part):
    assert keys_of(PARTS[part]) == set(SCHEMA["$defs"][part]["properties"])


def test_the_answer_has_the_keys_of_the_schema():
    own = {name.replace("_", "-") for name in dir(complaint.Answer) if not name.startswith("_")}
    assert own - {"to-dict", "to-ics", "json"} == set(SCHEMA["properties"]) - {"format"}


def enumerations(part):
    if isinstance(part, dict):
        if "enum" in part:
            yield frozenset(one for one in part["enum"] if one is not None)
        for one in part.values():
            yield from enumerations(one)
    elif isinstance(part, list):
        for one in part:
            yield from enumerations(one)


def test_every_word_of_the_schema_is_in_an_enumeration():
    known = [{one.value for one in cls} for cls in vars(enums).values()
             if isinstance(cls, type) and issubclass(cls, enums.Word)]
    plain = [{"acceptance", "refusal"}, {"when", "unless", "opens-unless", "needs", "factor"},
             {"exclusion", "route"}, {"file", "refusal", "exclusion", "route", "stage", "extension",
                                      "tier", "otherwise", "window"}]
    for words in enumerations(SCHEMA):
        assert any(words == one for one in known + plain), sorted(words)


def test_a_word_that_a_newer_library_has_becomes_one():
    word = enums.Outcome("postponed-for-good")
    assert word == "postponed-for-good" and word.name == "POSTPONED_FOR_GOOD"
    assert enums.Outcome("postponed-for-good") is word
    with pytest.raises(ValueError):
        enums.Ask("postponed")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("detail", ["verdict", "answer", "working"])
def test_sentences_and_json_are_the_commands(command, path, detail):
    name = POLICY_OF[path.stem]
    answer = Policy.bundled(name).evaluate(path, detail=detail)
    asked = ["eval", path, "--policy", name, "--detail", detail]
    assert command(*asked).stdout == str(answer)
    assert json.loads(command(*asked, "--format", "json").stdout) == answer.to_dict()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_attribute_is_read_and_every_key_is_kept(path):
    answer = Policy.bundled(POLICY_OF[path.stem]).evaluate(path, detail="working")
    document = answer.to_dict()
    for key, part in document.items():
        if key == "format":
            continue
        own = getattr(answer, key.replace("-", "_"))
        assert_same(own, part, key)
        assert str(own) and repr(own)


def assert_same(own, part, path):
    if isinstance(part, dict) and dataclasses.is_dataclass(own) and not isinstance(
            own, (Span, complaint.BeyondCalendar)):
        for key, value in part.items():
            assert_same(getattr(own, {"from": "from_"}.get(key, key.replace("-", "_"))), value,
                        f"{path}.{key}")
    elif isinstance(part, dict) and isinstance(own, answers.Table):
        assert list(own) == list(part)
        for key in part:
            assert_same(own[key], part[key], f"{path}.{key}")
    elif isinstance(part, list):
        assert isinstance(own, tuple) and len(own) == len(part), path
        for one, value in zip(own, part):
            assert_same(one, value, path)
    elif isinstance(own, datetime.datetime):
        assert own.tzinfo and own.isoformat() == part, path
    elif isinstance(own, datetime.date):
        assert own.isoformat() == part, path
    elif not isinstance(part, dict):
        assert own == part, path


def test_answers_cannot_be_changed(policy):
    answer = policy.evaluate({"events": {"complaint-logged": D(2022, 9, 2)}})
    with pytest.raises(dataclasses.FrozenInstanceError):
        answer.policy = None
    with pytest.raises(dataclasses.FrozenInstanceError):
        answer.deadlines["respond-stage-1"].due = None
    with pytest.raises(TypeError):
        answer.deadlines["respond-stage-1"] = None
    changed = answer.to_dict()
    changed.clear()
    assert answer.to_dict()
    assert hash(answer) == hash(answer) and hash(answer.eligibility)


def test_equal_answers_are_equal(policy):
    case = {"now": D(2022, 9, 9), "events": {"complaint-logged": D(2022, 9, 2)}}
    assert policy.evaluate(case) == policy.evaluate(case)
    assert policy.evaluate(case) != policy.evaluate(case, now=None)
    assert policy.evaluate(case) != "an answer"
    copy = pickle.loads(pickle.dumps(policy.evaluate(case)))
    assert copy == policy.evaluate(case) and str(copy) == str(policy.evaluate(case))
    assert pickle.loads(pickle.dumps(copy.deadlines)) == copy.deadlines
    with pytest.raises(BadValue, match="elsewhere"):
        copy.to_ics("1", "homes.example", datetime.datetime.now(datetime.timezone.utc))
    assert "accepted" in repr(copy) or "undetermined" in repr(copy)


def test_months_give_spans_and_words(policy):
    answer = policy.evaluate({"events": {"complaint-logged": "2022-09"}, "now": D(2023, 1, 1)})
    due = answer.deadlines["respond-stage-1"].due
    assert isinstance(due, Span) and due.first < due.last and " to " in str(due)
    assert State.NOT_YET in (answer.windows["escalate"].opens, State.NOT_YET)


def test_beyond_the_calendar_is_an_answer(policy):
    answer = policy.evaluate({"events": {"complaint-logged": D(2028, 12, 28)}})
    deadline = answer.deadlines["respond-stage-1"]
    assert deadline.state == "beyond-calendar"
    assert deadline.due.covered == D(2028, 12, 31) and "2028-12-31" in str(deadline.due)


def test_deadlines_as_a_calendar(policy):
    answer = policy.evaluate({"now": D(2022, 9, 9), "events": {
        "complaint-received": D(2022, 9, 1), "complaint-logged": D(2022, 9, 2)}})
    stamp = datetime.datetime(2022, 9, 9, 12, tzinfo=datetime.timezone.utc)
    try:
        text = answer.to_ics("case-7", "homes.example", stamp)
    except NotBuiltIn as error:
        assert "libical" in str(error)
    else:
        assert text.startswith("BEGIN:VCALENDAR") and "20220916" in text
        assert text == answer.to_ics("case-7", "homes.example", stamp)
    with pytest.raises(BadValue, match="stamp"):
        answer.to_ics("case-7", "homes.example", datetime.datetime(2022, 9, 9))
    for error, what, bad in ((TypeError, "stamp", ("7", "homes.example", D(2022, 9, 9))),
                             (BadValue, "case_id", ("", "homes.example", stamp))):
        with pytest.raises(error, match=what):
            answer.to_ics(*bad)
    for error, bad in ((BadValue, {"sequence": 2**32 + 1}), (BadValue, {"sequence": -1}),
                       (TypeError, {"sequence": "1"}), (BadValue, {"alarm_days": 367}),
                       (TypeError, {"alarm_days": 1.5})):
        with pytest.raises(error, match=next(iter(bad))):
            answer.to_ics("7", "homes.example", stamp, **bad)


# --- policies ------------------------------------------------------------------------------------


def test_faults_of_a_policy_are_all_told(tmp_path, command):
    path = tmp_path / "policy.yaml"
    source = (ROOT / "rules" / "settle" / "2020-10" / "policy.yaml").read_text()
    path.write_text(source.replace("working days", "days"))
    with pytest.raises(PolicyFault) as caught:
        Policy.load(path)
    found = caught.value.diagnostics
    assert len(found) > 3 and {one.slug for one in found} == {"unit-missing"}
    assert all(one.line and one.column and one.hint for one in found)
    printed = command("check", path).stdout
    assert all(line in printed for line in str(caught.value).splitlines())
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value) and again.diagnostics == found


@pytest.mark.parametrize("bad", ["absent/policy.yaml", ".", "/dev/null", "/dev/zero"])
def test_what_is_no_file_is_a_fault(bad):
    with pytest.raises(PolicyFault):
        Policy.load(bad)


def test_policies_travel_by_what_they_hold(tmp_path):
    source = (ROOT / "rules" / "settle" / "2020-10" / "policy.yaml").read_text()
    (tmp_path / "office.yaml").write_text(
        "format: 1\nkind: calendar\nsource: Us\ncovers: { from: 2020-01, until: 2024-12 }\n"
        "weekend: [saturday, sunday]\nholidays: [england-and-wales]\n")
    path = tmp_path / "policy.yaml"
    path.write_text(source.replace("calendar: england-and-wales", "calendar: office.yaml"))
    policy = Policy.load(path)
    sent = pickle.dumps(policy)
    path.unlink()
    (tmp_path / "office.yaml").unlink()
    copy = pickle.loads(sent)
    assert copy == policy and copy.calendars == ("office.yaml",) and hash(copy) == hash(policy)
    case = {"now": D(2021, 2, 1), "events": {"complaint-received": D(2021, 1, 4)}}
    assert copy.evaluate(case) == policy.evaluate(case)
    both = pickle.loads(pickle.dumps(PolicySet.bundled("livewest")))
    assert [one.id for one in both] == ["livewest/2018-10", "livewest/2020-06"]


def test_what_a_policy_holds(policy):
    assert policy.landlord == "brighter-places" and not policy.is_norm
    assert policy.in_force_from == D(2022, 8, 1) and policy.in_force_until is None
    assert str(policy) == "Brighter Places: Customer Feedback and Complaints Policy"
    assert policy.rules[policy.rule("respond-stage-1").number].kind == "duty"
    assert len(policy.to_dict()["duties" if "duties" in policy.to_dict() else "rules"])
    assert Policy.bundled("housing-ombudsman/2024-04").is_norm
    with pytest.raises(complaint.NotFound):
        policy.rule("respond-stage-9")
    with pytest.raises(complaint.NotFound, match="brighter-places/2022-08"):
        Policy.bundled("nobody/2022-08")
    for bad in ("../rules/settle/2020-10", "", "settle"):
        with pytest.raises(complaint.NotFound):
            Policy.bundled(bad)
    with pytest.raises(TypeError):
        Policy()


@pytest.mark.parametrize("form", complaint.Format)
def test_a_policy_in_plain_english_is_the_commands(policy, command, form):
    wanted = command("explain", "brighter-places/2022-08", "--rules", "rules", "--format", form)
    assert wanted.stdout and policy.explain(form) == wanted.stdout
    with pytest.raises(BadValue, match="markdown"):
        policy.explain("word")


def test_versions_that_clash_are_refused(policy):
    with pytest.raises(PolicyConflict) as caught:
        PolicySet([policy, policy])
    assert caught.value.diagnostics
    with pytest.raises(PolicyConflict):
        PolicySet([])
    with pytest.raises(TypeError):
        PolicySet(["brighter-places/2022-08"])


def test_texts_that_are_none(policy):
    with pytest.raises(BadValue, match="surrogate"):
        Policy.from_text("format: 1 # \ud800")
    with pytest.raises(PolicyFault):
        Policy.from_text(b"\xff\xfe")
    with pytest.raises(PolicyFault):
        Policy.from_text("format: 1\0")
    for bad in ((3,), ("format: 1", "policy.yaml", ["office.yaml"]),
                ("format: 1", "policy.yaml", {"office.yaml": 3})):
        with pytest.raises(TypeError):
            Policy.from_text(*bad)


# --- memory --------------------------------------------------------------------------------------


def test_whatever_the_order_of_freeing_answers_stay_whole():
    case = {"now": D(2022, 9, 9), "events": {"complaint-logged": D(2022, 9, 2)}}
    wanted = None
    for seed in range(60):
        calendar = Calendar.union([Calendar.bundled("scotland")], "uk")
        policy = Policy.bundled("brighter-places/2022-08")
        policies = PolicySet([policy])
        answer = policies.evaluate(case, calendars={"england-and-wales": calendar})
        things = {"calendar": calendar, "policy": policy, "policies": policies}
        del calendar, policy, policies
        order = list(things)
        random.Random(seed).shuffle(order)
        for name in order:
            del things[name]
            gc.collect(0)
        wanted = wanted or str(answer)
        assert str(answer) == wanted
        assert answer.deadlines["respond-stage-1"].due == D(2022, 9, 16)


def test_at_the_end_of_the_interpreter_nothing_is_said(python):
    found = python("import complaint, datetime\n"
                   "policy = complaint.Policy.bundled('settle/2020-10')\n"
                   "answer = policy.evaluate({})\n"
                   "keep = [policy, answer]; keep.append(keep)\n"
                   "sets = complaint.PolicySet([policy])\n")
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")
