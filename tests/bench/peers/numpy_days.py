# SPDX-License-Identifier: MIT
"""NumPy's busday_offset over the days and the bank holidays that complaint-bench uses."""
import json
import pathlib
import time

SOURCE = pathlib.Path(__file__).resolve().parents[3]
NAME = "peers/numpy-busday-offset"


def holidays(numpy):
    published = json.loads((SOURCE / "data" / "bank-holidays.json").read_text())
    return numpy.array([event["date"] for event in published["england-and-wales"]],
                       dtype="datetime64[D]")


def by_tables(numpy, closed, starts, days):
    """The same answers from ranks, so that what is timed is known to be right."""
    span = numpy.arange("2012-01-01", "2029-01-01", dtype="datetime64[D]")
    works = numpy.is_busday(span, holidays=closed)
    rank = numpy.concatenate(([0], numpy.cumsum(works)))
    return span[works][rank[(starts - span[0]).astype(int) + 1] + days - 1]


def measure(quick):
    try:
        import numpy
    except ImportError:
        return "NumPy is not installed"
    count = 20000 if quick else 1000000
    random = numpy.random.default_rng(20220919)
    closed = holidays(numpy)
    starts = numpy.datetime64("2012-06-01") + random.integers(0, 5500, count)
    days = random.integers(1, 41, count)
    # "backward": day one is the first working day after the start, whatever day that was.
    calendar = numpy.busdaycalendar(holidays=closed)

    def offset():
        return numpy.busday_offset(starts, days, roll="backward", busdaycal=calendar)

    if not (offset() == by_tables(numpy, closed, starts, days)).all():
        return "NumPy answers otherwise"
    times = []
    for _ in range(5 if quick else 11):
        begun = time.thread_time_ns()
        offset()
        times.append((time.thread_time_ns() - begun) / count)
    return {"name": NAME, "nanoseconds": sorted(times)[len(times) // 2], "least": min(times),
            "of": "addition", "version": numpy.__version__}
