#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write the clock changes of Europe/London from this machine's time zone data.

usage: zone_table.py [--check] [/usr/share/zoneinfo/Europe/London]

Writes lib/calendar/zone_table.c (1900 to 1995: each change; from 1996 on the library goes by the
rule of the last Sundays) and tests/vectors/europe-london.txt (1900 to 2199: each change, as Python's own
reader of the same file sees it). With --check nothing is written: exit 1 when a file differs.
"""
import datetime
import pathlib
import sys
import zoneinfo

ROOT = pathlib.Path(__file__).resolve().parent.parent
UTC = datetime.timezone.utc
RULE_FROM = 1996


def changes(zone, first, last):
    """Every (moment, seconds east of UTC) between two years, found by asking each day and halving."""
    def offset(moment):
        return int(datetime.datetime.fromtimestamp(moment, UTC).astimezone(zone).utcoffset().total_seconds())

    day = int(datetime.datetime(first, 1, 1, tzinfo=UTC).timestamp())
    end = int(datetime.datetime(last + 1, 1, 1, tzinfo=UTC).timestamp())
    while day < end:
        low, high = day, day + 86400
        before = offset(low)
        if offset(high) != before:
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset(middle) == before else (low, middle)
            yield high, offset(high)
        day += 86400


def table(rows):
    out = ["/* SPDX-License-Identifier: MIT */",
           "/* Written by scripts/zone_table.py from the IANA time zone database. Do not edit. */",
           '#include "calendar/zone_table.h"', "",
           "const struct cmpl_zone_change cmpl_zone_changes[] = {"]
    line, year = "", None
    for moment, offset in rows:
        now = datetime.datetime.fromtimestamp(moment, UTC).year
        if now != year:
            out += [line] if line else []
            line, year = f"\t/* {now} */", now
        line += f" {{ {moment}, {offset} }},"
        if len(line) > 75:
            out.append(line)
            line = "\t          "
    out += [line, "};", "", "const size_t cmpl_zone_change_count = sizeof(cmpl_zone_changes) / sizeof(cmpl_zone_changes[0]);", ""]
    return "\n".join(text.rstrip() for text in out).encode()


def vectors(rows):
    out = ["# Clock changes of Europe/London, 1900 to 2199: the first second of the new offset (seconds since",
           "# 1970-01-01T00:00Z) and the offset (seconds east of UTC). Written by scripts/zone_table.py from the IANA",
           "# time zone database through Python's zoneinfo. After 2037 that database has the rule alone."]
    return "\n".join(out + [f"{moment} {offset}" for moment, offset in rows] + [""]).encode()


def main():
    arguments = sys.argv[1:]
    check = "--check" in arguments
    paths = [a for a in arguments if a != "--check"] or ["/usr/share/zoneinfo/Europe/London"]
    with open(paths[0], "rb") as file:
        zone = zoneinfo.ZoneInfo.from_file(file)
    rows = list(changes(zone, 1900, 2199))
    old = [row for row in rows if datetime.datetime.fromtimestamp(row[0], UTC).year < RULE_FROM]
    stale = False
    for path, content in (("lib/calendar/zone_table.c", table(old)), ("tests/vectors/europe-london.txt", vectors(rows))):
        target = ROOT / path
        if not check:
            target.write_bytes(content)
        elif not target.exists() or target.read_bytes() != content:
            print(f"{path}: differs from what {paths[0]} gives", file=sys.stderr)
            stale = True
    sys.exit(1 if stale else 0)


main()
