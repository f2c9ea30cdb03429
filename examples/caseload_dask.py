#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The same sweep over a Dask cluster: where a caseload outgrows one machine, an engine that exists
already carries it.

  caseload_dask.py [--database FILE] [--cases N] [--now DAY] [--workers N] [--scheduler ADDRESS]

Two local workers unless --scheduler names a cluster (the workers then need the database where it is
named, and this package). Each takes a part of the cases; policies travel to them by what they hold.
At the end it sweeps the same caseload here and compares: the answers are equal, or it fails.
"""

import argparse
import datetime
import pathlib
import sys
import tempfile

import pandas
from distributed import Client, LocalCluster

import caseload_cases as caseload
from complaint import PolicySet

PART = 5_000  # cases a task


def cluster_sweep(client, database, now):
    """The sweep of each part where there is a worker for it."""
    client.upload_file(caseload.__file__)
    policies = client.scatter(PolicySet.bundled(), broadcast=True)
    parts = [client.submit(caseload.sweep, str(database), first, last, now, policies, pure=False)
             for first, last in caseload.spans(database, PART)]
    found = client.gather(parts)
    workers = {worker for held in client.who_has(parts).values() for worker in held}
    return pandas.concat(found), len(parts), len(workers)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--database", type=pathlib.Path, help="made when it is not there")
    parser.add_argument("--cases", type=int, default=20_000, help="how many, when it is made")
    parser.add_argument("--now", type=datetime.date.fromisoformat, default=caseload.TODAY)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a cluster that there is")
    return parser.parse_args()


def same(one, other):
    """Are the answers equal? Categories may be in another order where parts are put together."""
    return one.index.equals(other.index) and list(one) == list(other) and all(
        one[name].astype(object).where(one[name].notna(), None).equals(
            other[name].astype(object).where(other[name].notna(), None)) for name in one)


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        database = options.database or pathlib.Path(folder) / "cases.sqlite"
        if not database.exists():
            caseload.make_database(database, options.cases)
        cluster = options.scheduler or LocalCluster(
            n_workers=options.workers, threads_per_worker=1, dashboard_address=None,
            local_directory=folder)
        with Client(cluster) as client:
            found, parts, workers = cluster_sweep(client, database, options.now)
        if not options.scheduler:
            cluster.close()
        here = pandas.concat(caseload.sweep(database, first, last, options.now)
                             for first, last in caseload.spans(database))
    print(caseload.late_cases(found, options.now))
    print(f"\n{parts} parts, swept by {workers} workers")
    if not same(found, here):
        sys.exit("The answers differ from those of a sweep in one process.")
    print("The answers equal those of a sweep in one process.")


if __name__ == "__main__":
    main()
