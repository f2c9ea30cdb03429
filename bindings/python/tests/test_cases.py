# SPDX-License-Identifier: MIT
"""Cases from mappings: what is taken, what is refused, and how the key is named."""

import datetime
import enum
import json

import pytest
from conftest import D

import complaint
from complaint import (NOT_YET, UNKNOWN, BadValue, CaseFault, Duration, NotFound, PolicySet, State,
                       Unit)
from complaint._asking import CaseText

UTC = datetime.timezone.utc
LATE = datetime.datetime(2022, 9, 1, 17, 5)


def due(policy, **case):
    return policy.evaluate(case).deadlines["respond-stage-1"].due


def test_days_moments_and_words(policy):
    answer = policy.evaluate({
        "now": D(2022, 9, 12),
        "facts": {"issue-ongoing": True, "signatures": 3, "personal-injury-claim": False,
                  "disrepair_claim": UNKNOWN, "tenure": "leaseholder", "good-reason": None},
        "events": {"complaint_received": LATE.replace(tzinfo=UTC),
                   "complaint-logged": D(2022, 9, 2), "complaint-made": "2022-08",
                   "stage-1-response-sent": NOT_YET, "issue-arose": State.UNKNOWN},
    })
    assert answer.now == D(2022, 9, 12)
    assert answer.deadlines["respond-stage-1"].due == D(2022, 9, 16)
    assert answer.deadlines["respond-stage-1"].state == "running"


class Own(enum.Enum):
    LEASEHOLDER = "leaseholder"
    LOGGED = D(2022, 9, 2)
    NAME = "complaint-logged"
    YES = True


def test_enumerations_stand_for_their_values(policy):
    assert due(policy, facts={"tenure": Own.LEASEHOLDER, "issue-ongoing": Own.YES},
               events={Own.NAME: Own.LOGGED}) == D(2022, 9, 16)


def test_what_is_missing_is_not_given(policy):
    given = {"events": {"complaint-logged": D(2022, 9, 2)}}
    missing = [None, float("nan")]
    try:
        import numpy
        import pandas
        missing += [pandas.NaT, pandas.NA, numpy.datetime64("NaT"), numpy.float64("nan")]
    except ImportError:
        pass
    for one in missing:
        more = {"now": one, "facts": {"issue-ongoing": one},
                "events": {"complaint-logged": D(2022, 9, 2), "issue-arose": one}}
        assert policy.evaluate(more) == policy.evaluate(given), repr(one)


def test_numpys_and_pandas_scalars_are_taken(policy):
    numpy, pandas = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    for logged in (numpy.datetime64("2022-09-02"), pandas.Timestamp("2022-09-02T10:00+01:00")):
        facts = {"signatures": numpy.int64(3), "issue-ongoing": numpy.bool_(True)}
        assert due(policy, facts=facts, events={"complaint-logged": logged}) == D(2022, 9, 16)
    with pytest.raises(CaseFault) as caught:
        policy.evaluate({"events": {"complaint-logged": numpy.datetime64("2022-09-02T10:00")}})
    assert caught.value.key == "events.complaint-logged"
    with pytest.raises(CaseFault, match="timedelta"):
        policy.evaluate({"events": {"complaint-logged": numpy.timedelta64(3, "D")}})


def test_the_unit_of_a_datetime64_says_what_is_known(policy):
    """A month is a month, whatever zone is stated; a year or a week is no date."""
    numpy = pytest.importorskip("numpy")
    month = numpy.datetime64("2022-09")
    for zone in (None, "Europe/London"):
        case = {"events": {"complaint-logged": month}}
        assert policy.evaluate(case, time_zone=zone) == policy.evaluate(
            {"events": {"complaint-logged": "2022-09"}})
    for bad in ("2022", "2022-09-01[W]", "40000-09-01", "-2000-09-01T10:00"):
        value = (numpy.datetime64("2022-09-01", "W") if "[W]" in bad else numpy.datetime64(bad))
        with pytest.raises(CaseFault) as caught:
            policy.evaluate({"events": {"complaint-logged": value}}, time_zone="Europe/London")
        assert caught.value.key == "events.complaint-logged"
        assert "datetime64" in str(caught.value) or "1900" in str(caught.value)
    masked = numpy.ma.array([1], mask=[True])[0]
    assert policy.evaluate({"facts": {"signatures": masked}}) == policy.evaluate({})


def test_a_moment_is_the_same_in_every_zone(policy):
    zones = [UTC, datetime.timezone(datetime.timedelta(hours=1)),
             datetime.timezone(-datetime.timedelta(hours=9, minutes=30))]
    answers = [policy.evaluate({"events": {"complaint-received": LATE.replace(tzinfo=UTC)
                                           .astimezone(zone)}}) for zone in zones]
    assert answers[0] == answers[1] == answers[2]


def test_a_time_without_a_zone_needs_a_stated_one(policy):
    case = {"events": {"complaint-logged": LATE, "complaint-received": LATE.replace(tzinfo=UTC)}}
    with pytest.raises(CaseFault, match="without a time zone") as caught:
        policy.evaluate(case)
    assert caught.value.key == "events.complaint-logged"
    mixed = {"events": {"complaint-received": LATE.replace(tzinfo=UTC), "complaint-logged": LATE}}
    with pytest.raises(CaseFault, match=r"events\.complaint-received has one"):
        policy.evaluate(mixed)
    stated = policy.evaluate({"events": {"complaint-logged": LATE}}, time_zone="Europe/London")
    summer = LATE.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=1)))
    assert stated == policy.evaluate({"events": {"complaint-logged": summer}})
    assert stated == policy.evaluate({"events": {"complaint-logged": LATE - datetime.timedelta(
        hours=1)}}, time_zone=UTC)


def test_an_hour_that_the_clocks_leave_out_is_no_time(policy):
    gone = datetime.datetime(2022, 3, 27, 1, 30)
    with pytest.raises(CaseFault, match="does not exist in Europe/London"):
        policy.evaluate({"events": {"complaint-received": gone}}, time_zone="Europe/London")
    twice = datetime.datetime(2022, 10, 30, 1, 30)
    first, second = (policy.evaluate({"now": twice.replace(fold=fold)}, time_zone="Europe/London")
                     for fold in (0, 1))
    assert second.now - first.now == datetime.timedelta(hours=1)


def test_there_is_no_such_zone(policy):
    for bad in ("Europe/Lundon", "", "../x"):
        with pytest.raises(BadValue, match="time zone"):
            policy.evaluate({}, time_zone=bad)


BAD = [
    ({"facts": {"issue-ongoing": datetime.timedelta(days=3)}}, "facts.issue-ongoing", "timedelta"),
    ({"request": {"extend": "respond-stage-1", "adds": datetime.timedelta(days=3)}},
     "request.adds", "working days"),
    ({"facts": {"issue-ongoing": object()}}, "facts.issue-ongoing", "object"),
    ({"facts": {"issue-ongoing": b"yes"}}, "facts.issue-ongoing", "bytes"),
    ({"facts": {"issue-ongoing": {1, 2}}}, "facts.issue-ongoing", "set"),
    ({"facts": {"issue-ongoing": "yes"}}, "facts.issue-ongoing", "issue-ongoing"),
    ({"facts": {"issue-ongoing": 1}}, "facts.issue-ongoing", ""),
    ({"facts": {"signatures": 1.5}}, "facts.signatures", "whole"),
    ({"facts": {"signatures": float("inf")}}, "facts.signatures", "whole"),
    ({"facts": {"signatures": -1}}, "facts.signatures", ""),
    ({"facts": {"signatures": 10**30}}, "facts.signatures", ""),
    ({"facts": {"tenure": "squatter"}}, "facts.tenure", ""),
    ({"facts": {"isue_ongoing": True}}, "facts.isue_ongoing", "did you mean"),
    ({"facts": {"issue-ongoing": "\ud800"}}, "facts.issue-ongoing", "surrogate"),
    ({"facts": {"\udfff": True}}, "facts.\udfff", "surrogate"),
    ({"facts": {3: True}}, "facts", "3"),
    ({"facts": {"issue-ongoing": True, "issue_ongoing": True}}, "facts.issue_ongoing", "twice"),
    ({"facts": [True]}, "facts", ""),
    ({"facts": True}, "facts", ""),
    ({"events": {"complaint-logged": True}}, "events.complaint-logged", ""),
    ({"events": {"complaint-logged": 19000}}, "events.complaint-logged", ""),
    ({"events": {"complaint-logged": D(1899, 12, 31)}}, "events.complaint-logged", ""),
    ({"events": {"complaint-logged": D(2200, 1, 1)}}, "events.complaint-logged", ""),
    ({"events": {"complaint-logged": datetime.datetime.min.replace(tzinfo=UTC)}},
     "events.complaint-logged", ""),
    ({"events": {"complaint-logged": datetime.datetime.max.replace(
        tzinfo=datetime.timezone(-datetime.timedelta(hours=9)))}}, "events.complaint-logged",
     "outside the years"),
    ({"events": {"complaint-logged": datetime.time(9)}}, "events.complaint-logged", "time of day"),
    ({"events": {"complaint-logged": "2022-09-19T10:00"}}, "events.complaint-logged", "offset"),
    ({"events": {"complaint-logged": "19/09/2022"}}, "events.complaint-logged", ""),
    ({"now": "soon"}, "now", ""),
    ({"now": D(3022, 1, 1)}, "now", ""),
    ({"fatcs": {}}, "fatcs", "did you mean"),
    ({"promises": {"respond-stage-1": "x"}}, "promises.respond-stage-1", ""),
    ({"promises": {"respond-stage-9": D(2022, 9, 9)}}, "promises.respond-stage-9", ""),
    ({"extensions": [{"of": "respond-stage-1", "adds": "5 days"}]}, "extensions[0].adds",
     "working days"),
    ({"extensions": [None]}, "extensions[0]", "missing"),
    ({"decisions": {"over-6-months-old": "perhaps"}}, "decisions.over-6-months-old", ""),
]


@pytest.mark.parametrize("case,key,words", BAD, ids=[repr(one[0])[:60] for one in BAD])
def test_what_cannot_be_is_named_by_its_key(policy, case, key, words):
    with pytest.raises(CaseFault) as caught:
        policy.evaluate(case)
    assert caught.value.key == key, str(caught.value)
    assert words in str(caught.value), str(caught.value)
    assert key.encode("utf-8", "backslashreplace") in str(caught.value).encode(
        "utf-8", "backslashreplace")


def test_a_number_that_python_itself_does_not_write_is_named_by_its_key(policy):
    for case, key in (({"facts": {"signatures": 10**5000}}, "facts.signatures"),
                      ({"extensions": [10**5000]}, "extensions[0]")):
        with pytest.raises(CaseFault) as caught:
            policy.evaluate(case)
        assert caught.value.key == key


def test_every_fault_of_a_case_is_told_at_once(policy):
    with pytest.raises(CaseFault) as caught:
        policy.evaluate({"facts": {"isue-ongoing": True, "signatures": "x"}, "now": "soon"})
    assert [one.key for one in caught.value.diagnostics] == [
        "facts.isue-ongoing", "facts.signatures", "now"]
    assert all(one.hint for one in caught.value.diagnostics)


def test_a_case_that_holds_itself_ends(policy):
    case = {}
    case["facts"] = case
    with pytest.raises(CaseFault, match="nest"):
        policy.evaluate(case)


@pytest.mark.parametrize("bad", [None, 3, "now: 2022", b"{}", ["now"]], ids=repr)
def test_only_a_mapping_or_a_path_is_a_case(policy, bad):
    with pytest.raises(TypeError):
        policy.evaluate(bad)


def test_the_whole_of_a_case_file_can_be_said(policy):
    answer = policy.evaluate({
        "now": D(2022, 9, 20),
        "request": {"extend": "respond-stage-1", "adds": Duration(12, Unit.WORKING_DAYS),
                    "asked": D(2022, 9, 20)},
        "facts": {"good-reason": True}, "unlisted-facts": False,
        "events": {"complaint-received": D(2022, 9, 1), "complaint-logged": D(2022, 9, 9)},
        "extensions": [{"of": "respond-stage-1", "adds": "2 working days", "told": D(2022, 9, 12)}],
        "promises": {"respond-stage-1": D(2022, 9, 30)},
        "decisions": {"over-6-months-old": "accept"},
    })
    deadline = answer.deadlines["respond-stage-1"]
    assert deadline.promised_due == D(2022, 9, 30)
    assert deadline.policy_due == D(2022, 9, 26) and deadline.due == D(2022, 9, 28)
    assert answer.extension.of == "respond-stage-1" and answer.extension.current_due == deadline.due


@pytest.mark.parametrize("bad", [0, -1, True, 1.5, "5"], ids=repr)
def test_a_length_of_time_is_a_whole_number_from_one(bad):
    with pytest.raises(BadValue):
        Duration(bad, Unit.WEEKS)
    with pytest.raises(ValueError):
        Duration(1, "fortnights")
    assert str(Duration(1, Unit.WEEKS)) == "1 week"
    numpy = pytest.importorskip("numpy")
    assert Duration(numpy.int64(5), Unit.WEEKS) == Duration(5, Unit.WEEKS)


def test_now_can_be_given_beside_the_case(policy):
    case = {"now": D(2022, 9, 1), "events": {"complaint-logged": D(2022, 9, 2)}}
    assert policy.evaluate(case).now == D(2022, 9, 1)
    assert policy.evaluate(case, now=D(2022, 9, 30)).now == D(2022, 9, 30)
    assert policy.evaluate(case, now=None).now is None
    moment = datetime.datetime(2022, 9, 30, 12, tzinfo=UTC)
    assert policy.evaluate(case, now=moment).now == moment
    for bad in (datetime.datetime(2022, 9, 30), "2022-09-30", 5, D(1066, 10, 14)):
        with pytest.raises((CaseFault, TypeError)) as caught:
            policy.evaluate(case, now=bad)
        assert "now" in str(caught.value)


def test_what_is_asked_is_a_known_word(policy):
    only = policy.evaluate({}, ask="eligibility")
    assert only.eligibility and only.standing is None and only.deadlines == {}
    assert policy.evaluate({}, ask=["deadlines", complaint.Ask.WINDOWS]).eligibility is None
    for bad in ({"ask": "everything"}, {"ask": []}, {"detail": "brief"}):
        with pytest.raises(BadValue):
            policy.evaluate({}, **bad)
    with pytest.raises(NotFound, match='"nobody"; there are brighter-places'):
        policy.evaluate({}, landlord="nobody")
    scotland = complaint.Calendar.bundled("scotland")
    with pytest.raises(NotFound, match='"nowhere"; they name england-and-wales'):
        policy.evaluate({}, calendars={"nowhere": scotland})
    for bad in ({"calendars": {"england-and-wales": "scotland"}}, {"calendars": [scotland]},
                {"ask": 3}, {"landlord": 3}):
        with pytest.raises(TypeError):
            policy.evaluate({}, **bad)


def test_another_calendar_can_take_a_names_place(policy):
    case = {"events": {"complaint-logged": D(2022, 9, 16)}}
    scotland = complaint.Calendar.from_text("""\
format: 1
kind: calendar
name: every-day
source: Nobody rests
covers: { from: 2022-01, until: 2023-12 }
weekend: none
""")
    usual = policy.evaluate(case).deadlines["respond-stage-1"].due
    other = policy.evaluate(case, calendars={"england-and-wales": scotland})
    assert other.deadlines["respond-stage-1"].due == D(2022, 9, 26) < usual
    del scotland
    assert other.calendars[0].name == "every-day"


def test_a_case_file_is_read_by_its_path(policy, tmp_path):
    case = {"now": "2022-09-12", "events": {"complaint-logged": "2022-09-02"}}
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case))
    assert policy.evaluate(path) == policy.evaluate(case)
    path.write_text("{")
    with pytest.raises(CaseFault, match="case.json:1"):
        policy.evaluate(path)
    with pytest.raises(CaseFault, match="absent"):
        policy.evaluate(tmp_path / "absent.yaml")
    assert policy.evaluate(CaseText("given", json.dumps(case).encode())) == policy.evaluate(case)
    with pytest.raises(CaseFault, match="^given:1"):
        policy.evaluate(CaseText("given", b"{"))


def test_the_cases_own_dates_pick_the_version():
    versions = PolicySet.bundled("livewest")
    old = versions.evaluate({"events": {"complaint-received": D(2019, 5, 1)}})
    new = versions.evaluate({"events": {"complaint-received": D(2021, 5, 1)}})
    assert (old.policy.id, new.policy.id) == ("livewest/2018-10", "livewest/2020-06")
    unknown = versions.evaluate({})
    assert unknown.policy is None and unknown.version.ask == "complaint-received"
    assert len(unknown.version.candidates) == 2
    with pytest.raises(NotFound, match="landlord"):
        PolicySet.bundled().evaluate({})
    assert PolicySet.bundled().evaluate({"events": {"complaint-received": D(2021, 5, 1)}},
                                        landlord="livewest").policy.id == "livewest/2020-06"
