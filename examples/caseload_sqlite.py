#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Which cases of a caseload in SQLite are late, by each landlord's own policy?

  caseload_sqlite.py [--database FILE] [--cases N] [--now DAY] [--chart FILE.png]

Without a database it makes one up. The report is printed; with --chart, and matplotlib, it is
drawn too.
"""

import argparse
import datetime
import pathlib
import sys
import tempfile

import pandas

import caseload_cases as caseload


def draw(found, now, path):
    """How late the open cases are, by landlord."""
    try:
        import matplotlib
    except ImportError:
        print("no chart: matplotlib is not installed", file=sys.stderr)
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 4.5))
    data, labels = [], []
    for landlord, rows in found.groupby("landlord", sort=True):
        late = rows.loc[rows["state.respond-stage-1"] == "overdue", "late-days.respond-stage-1"]
        data.append(late.astype("float").to_numpy())
        labels.append(landlord)
    longest = max((days.max() for days in data if len(days)), default=0)
    axes.hist(data, range(0, int(longest) + 31, 30), stacked=True, label=labels)
    axes.set_title(f"Open cases that are late on {now:%-d %B %Y}", loc="left")
    axes.set_xlabel("days late with the answer at stage 1")
    axes.set_ylabel("open cases")
    axes.legend(frameon=False)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.tight_layout()
    figure.savefig(path, dpi=120)
    print(f"\nDrawn in {path}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--database", type=pathlib.Path, help="made when it is not there")
    parser.add_argument("--cases", type=int, default=20_000, help="how many, when it is made")
    parser.add_argument("--now", type=datetime.date.fromisoformat, default=caseload.TODAY)
    parser.add_argument("--chart", type=pathlib.Path, metavar="FILE.png")
    return parser.parse_args()


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        database = options.database or pathlib.Path(folder) / "cases.sqlite"
        if not database.exists():
            caseload.make_database(database, options.cases)
        parts = [caseload.sweep(database, first, last, options.now, progress=sys.stderr.isatty())
                 for first, last in caseload.spans(database)]
    found = pandas.concat(parts)
    print(caseload.late_cases(found, options.now))
    if options.chart:
        draw(found, options.now, options.chart)


if __name__ == "__main__":
    main()
