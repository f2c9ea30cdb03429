# SPDX-License-Identifier: MIT
"""A made-up caseload in SQLite, and how a part of it is swept: what the two programs beside share.

Nothing here happened: dates are drawn at random, the same ones for the same seed.
"""

import datetime
import random
import sqlite3

import pandas

from complaint import PolicySet

LANDLORDS = ("brighter-places", "livewest", "settle", "trafford-housing-trust")
# The columns of the table that are events of the vocabulary, as a housing system would name them.
EVENTS = {
    "made": "complaint-made", "received": "complaint-received", "logged": "complaint-logged",
    "acknowledged": "complaint-acknowledged", "answered": "stage-1-response-sent",
    "escalated": "escalation-requested", "escalation_received": "escalation-request-received",
    "review_acknowledged": "stage-2-acknowledged", "reviewed": "stage-2-response-sent",
}
DUTIES = ("respond-stage-1", "respond-stage-2")
WANT = ("policy", "standing", "overdue", "next-due", "next-duty",
        *(f"{what}.{duty}" for duty in DUTIES for what in ("state", "due", "late-days")))
# The day on which the table was made: nothing later stands in it.
TODAY = datetime.date(2024, 4, 2)
# Rows read at a time, so that a caseload of any length fits into memory.
ROWS = 100_000


def _case(chance, first, days):
    """One complaint: most are answered in time, some late; the young are not answered yet, and now
    and then one is forgotten."""
    received = first + datetime.timedelta(days=chance.randrange(days))

    def later(day, low, usual, high, share=0.99):
        if day is None or chance.random() > share:
            return None
        found = day + datetime.timedelta(days=round(chance.triangular(low, high, usual)))
        return found if found <= TODAY else None

    logged = later(received, 0, 1, 5, 1)
    answered = later(logged, 2, 12, 45)
    escalated = later(answered, 1, 9, 60, 0.25)
    seen = later(escalated, 0, 1, 4, 1)
    return (chance.choice(LANDLORDS), received, received, logged, later(received, 0, 3, 12),
            answered, escalated, seen, later(seen, 0, 3, 10), later(seen, 5, 22, 60),
            chance.random() < 0.4)


def make_database(path, count, seed=1):
    """A table of cases; days stand in it as text, as SQLite has them."""
    chance = random.Random(seed)
    first = datetime.date(2022, 8, 1)
    days = (TODAY - first).days
    database = sqlite3.connect(path)
    names = ", ".join(EVENTS)
    with database:
        database.execute("DROP TABLE IF EXISTS cases")
        database.execute(f"CREATE TABLE cases (id INTEGER PRIMARY KEY, landlord, {names}, ongoing)")
        database.executemany(
            f"INSERT INTO cases (landlord, {names}, ongoing) VALUES ({', '.join('?' * 11)})",
            ([one.isoformat() if isinstance(one, datetime.date) else one
              for one in _case(chance, first, days)] for _ in range(count)))
    database.close()


def bounds(path):
    """The first and last number of the cases."""
    database = sqlite3.connect(path)
    found = database.execute("SELECT min(id), max(id) FROM cases").fetchone()
    database.close()
    return found


def sweep(path, first, last, now, policies=None, progress=False):
    """What is late among the cases of these numbers; one row a case."""
    policies = policies or PolicySet.bundled()
    database = sqlite3.connect(path)
    try:
        frame = pandas.read_sql_query(
            "SELECT * FROM cases WHERE id BETWEEN ? AND ? ORDER BY id", database,
            params=(first, last), index_col="id", parse_dates={name: "%Y-%m-%d" for name in EVENTS})
    finally:
        database.close()
    frame["ongoing"] = frame["ongoing"].astype(bool)
    found = policies.evaluate_frame(frame, columns={**EVENTS, "ongoing": "issue-ongoing"}, now=now,
                                    want=WANT, progress=progress)
    found.insert(0, "landlord", frame["landlord"])
    return found


def spans(path, rows=ROWS):
    """The cases in parts of so many rows."""
    first, last = bounds(path)
    return [(start, min(start + rows - 1, last)) for start in range(first, last + 1, rows)]


def late_cases(found, now):
    """The report: who is late with what, and the longest waits."""
    lines = [f"Late cases among {len(found):,} on {now:%-d %B %Y}", ""]
    lines.append(f"{'landlord':<24}{'duty':<18}{'overdue':>8}{'done late':>10}{'in time':>9}"
                 f"{'longest':>9}")
    for landlord, rows in found.groupby("landlord", sort=True):
        for duty in DUTIES:
            state = rows[f"state.{duty}"].astype(str)
            late = rows.loc[state == "overdue", f"late-days.{duty}"].astype("float")
            longest = "" if late.empty else f"{late.max():.0f} days"
            lines.append(f"{landlord:<24}{duty:<18}{(state == 'overdue').sum():>8}"
                         f"{(state == 'done-late').sum():>10}{(state == 'done-in-time').sum():>9}"
                         f"{longest:>9}")
    lines += ["", "The longest waits for an answer at stage 1"]
    overdue = found[found["state.respond-stage-1"] == "overdue"].copy()
    overdue["late"] = overdue["late-days.respond-stage-1"].astype("int64")
    overdue = overdue.sort_values("late", ascending=False, kind="stable").head(8)
    for number, row in overdue.iterrows():
        due = f"{row['due.respond-stage-1']:%Y-%m-%d}"
        lines.append(f"  case {number:<8} due {due}, {row['late']} days late, by {row['policy']}")
    return "\n".join(lines)
