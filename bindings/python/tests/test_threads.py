# SPDX-License-Identifier: MIT
"""Threads, processes, and what a hundred thousand answers leave behind."""

import ctypes
import gc
import multiprocessing
import pathlib
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import D

from complaint import Calendar, CaseFault, Policy, PolicySet, _columns

CASE = {"now": D(2022, 9, 19), "facts": {"issue-ongoing": True, "service-by-us-or-partners": True},
        "events": {"complaint-received": D(2022, 9, 1), "complaint-logged": D(2022, 9, 2)}}


def test_eight_threads_share_a_policy_and_an_answer(policy):
    wanted = policy.evaluate(CASE).to_dict()
    shared = policy.evaluate(CASE)
    start = threading.Barrier(8)

    def work(number):
        start.wait()
        for turn in range(150):
            case = {**CASE, "now": D(2022, 9, 1 + (number + turn) % 28)}
            answer = policy.evaluate(case)
            assert answer.now == case["now"]
            assert answer.deadlines["respond-stage-1"].due == D(2022, 9, 16)
        assert shared.to_dict() == wanted and str(shared)
        return policy.evaluate(CASE).to_dict() == wanted

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(8)))


def test_eight_threads_load_and_free(policy):
    def work(number):
        for _ in range(10):
            own = Policy.bundled("settle/2020-10")
            calendar = Calendar.bundled("scotland")
            answer = PolicySet([own]).evaluate({}, calendars={"england-and-wales": calendar})
            del own, calendar
            assert answer.policy.id == "settle/2020-10"
        return True

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(8)))


def test_other_threads_run_while_the_library_works(policy, monkeypatch):
    numpy = pytest.importorskip("numpy")
    days = numpy.full(60_000, numpy.datetime64("2022-09-02"))  # one call, since within one step
    turns = []
    ready, done = threading.Event(), threading.Event()

    def count():
        ready.set()
        while not done.is_set():
            turns.append(time.perf_counter())
            time.sleep(0.0005)

    other = threading.Thread(target=count)
    other.start()
    ready.wait()
    call, spans = _columns._call, []

    def timed(*arguments):
        began = time.perf_counter()
        found = call(*arguments)
        spans.append((began, time.perf_counter()))
        return found

    monkeypatch.setattr(_columns, "_call", timed)
    policy.evaluate_columns({"complaint-logged": days}, now=D(2023, 1, 1))
    done.set()
    other.join()
    ((began, ended),) = spans
    inside = [one for one in turns if began < one < ended]
    assert len(inside) > 4, "the interpreter's lock was held"


def _answer(sent):
    policy, day = sent
    return policy.evaluate({**CASE, "now": day})


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_get_policies_and_give_answers(policy, method):
    days = [D(2022, 9, day) for day in (5, 19)]
    with multiprocessing.get_context(method).Pool(2) as pool:
        found = pool.map(_answer, [(policy, day) for day in days])
    assert found == [_answer((policy, day)) for day in days]


class _Mallinfo(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in (
        "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks",
        "fordblks", "keepcost")]


def in_use():
    """Bytes that the C library has given out and not got back; without glibc, what is resident."""
    gc.collect()
    try:
        mallinfo = ctypes.CDLL(None).mallinfo2
    except AttributeError:
        return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * 4096
    mallinfo.restype = _Mallinfo
    found = mallinfo()
    return found.uordblks + found.hblkhd


# Of ten answers so many are of each size: most of them small, since there are so many.
SMALL = {"events": CASE["events"]}
SIZES = [{}, {"detail": "working"}] + [
    {"ask": ["deadlines"], "detail": "verdict", "readings": False}] * 8


def test_a_hundred_thousand_answers_leave_nothing_behind(policy):
    faulty = {"facts": {"isue-ongoing": True}}

    def some(count):
        for number in range(count):
            small = number % 10 > 1
            answer = policy.evaluate(SMALL if small else CASE, **SIZES[number % 10])
            if number % 100 == 0:
                assert answer.deadlines and str(answer)
                with pytest.raises(CaseFault):
                    policy.evaluate(faulty)

    some(1_000)
    before = in_use()
    some(100_000)
    # The least that can be lost is 32 bytes: at every tenth answer that is 320,000.
    assert in_use() - before < 250_000


def test_policies_and_calendars_that_come_and_go_leave_nothing_behind():
    def some(count):
        for _ in range(count):
            policy = Policy.bundled("settle/2020-10")
            PolicySet([policy])
            Calendar.union([Calendar.bundled("scotland"), Calendar.bundled("england-and-wales")])

    some(20)
    before = in_use()
    some(150)
    assert in_use() - before < 250_000
