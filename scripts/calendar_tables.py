#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write the compiled-in bank holidays and rules/calendars/ from data/bank-holidays.json.

usage: calendar_tables.py [--check]

Writes lib/calendar/bundled_table.c, and an .ics and a .yaml for each division and for
the United Kingdom. With --check nothing is written: exit 1 when a file differs.
"""
import datetime
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DIVISIONS = (
    ("england-and-wales", "England and Wales"),
    ("scotland", "Scotland"),
    ("northern-ireland", "Northern Ireland"),
)
# The day on which the newest entry of the data was published (Scotland, 15 June 2026).
STAMP = "20260225T000000Z"
EPOCH = datetime.date(1970, 1, 1)


def holidays(entries):
    """(date, title) of one division; the note belongs to the title: people read "Christmas Day,
    27 December" as a mistake when "(substitute day)" is missing."""
    for entry in entries:
        title, note = entry["title"], entry["notes"]
        if note:
            title += f" ({note[0].lower()}{note[1:]})"
        yield datetime.date.fromisoformat(entry["date"]), title


def wrapped(items, indent, width=100):
    lines, line = [], indent
    for item in items:
        if len(line.expandtabs(8)) + len(item) + 1 > width:
            lines.append(line.rstrip())
            line = indent
        line += item + " "
    return lines + [line.rstrip()]


def c_table(data):
    titles = sorted({title for name, _ in DIVISIONS for _, title in data[name]})
    number = {title: i for i, title in enumerate(titles)}
    out = [
        "/* SPDX-License-Identifier: MIT */",
        "/* Written by scripts/calendar_tables.py from data/bank-holidays.json. Do not edit. */",
        '#include "calendar/bundled.h"',
        "",
        "const char *const cmpl_bundled_titles[CMPL_BUNDLED_TITLES] = {",
    ]
    out += [f'\t"{title}",' for title in titles]
    out += ["};", "", f"_Static_assert(CMPL_BUNDLED_TITLES == {len(titles)}, \"see bundled.h\");"]
    for name, _ in DIVISIONS:
        out += ["", f"static const struct cmpl_bundled_holiday {name.replace('-', '_')}[] = {{"]
        for year in sorted({day.year for day, _ in data[name]}):
            out.append(f"\t/* {year} */")
            out += wrapped(
                [f"{{ {(day - EPOCH).days}, {number[title]} }}," for day, title in data[name] if day.year == year], "\t")
        out.append("};")
    out += ["", "const struct cmpl_bundled_division cmpl_bundled_divisions[CMPL_DIVISIONS] = {"]
    for name, words in DIVISIONS:
        table = name.replace("-", "_")
        out.append(f'\t{{ "{name}", "{words} bank holidays", {table},')
        out.append(f"\t  sizeof({table}) / sizeof({table}[0]) }},")
    return "\n".join(out + ["};", ""]).encode()


def ics(name, words, days):
    """The manner of GOV.UK: CRLF, all-day, DTEND before DTSTART, U+2019 in titles."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:PUBLISH", "PRODID:-//libcomplaint//bank holidays//EN",
             "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{words} bank holidays"]
    seen = {}
    for day, title in days:
        seen[day] = seen.get(day, 0) + 1
        end = day + datetime.timedelta(days=1)
        suffix = f"-{seen[day]}" if seen[day] > 1 else ""
        summary = title.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
        lines += ["BEGIN:VEVENT", f"DTEND;VALUE=DATE:{end:%Y%m%d}", f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
                  f"SUMMARY:{summary}", f"UID:{day}{suffix}-{name}@libcomplaint", "SEQUENCE:0",
                  f"DTSTAMP:{STAMP}", "END:VEVENT"]
    lines.append("END:VCALENDAR")
    assert all(len(line.encode()) <= 75 for line in lines), "needs folding"
    return "".join(line + "\r\n" for line in lines).encode()


def yaml(name, words, years, sources):
    return ("# yaml-language-server: $schema=../../docs/schema/calendar-file.schema.json\n"
            f"# The bank holidays of {words} as a calendar file; docs/calendar-files.md explains the keys.\n"
            "# Written by scripts/calendar_tables.py. The same days are compiled in as "
            f"`{name}`.\n"
            "format: 1\nkind: calendar\n"
            f"name: {name}\n"
            f"source: {words} bank holidays\n"
            f"covers: {{ from: {years[0]}-01, until: {years[1]}-12 }}\n"
            "weekend: [saturday, sunday]\n"
            f"holidays: [{', '.join(source + '.ics' for source in sources)}]\n").encode()


def files():
    data = json.loads((ROOT / "data/bank-holidays.json").read_text(encoding="utf-8"))
    data = {name: sorted(holidays(data[name])) for name, _ in DIVISIONS}
    years = min(d for v in data.values() for d, _ in v).year, max(d for v in data.values() for d, _ in v).year
    yield "lib/calendar/bundled_table.c", c_table(data)
    for name, words in DIVISIONS:
        yield f"rules/calendars/{name}.ics", ics(name, words, data[name])
        yield f"rules/calendars/{name}.yaml", yaml(name, words, years, [name])
    union = sorted({entry for days in data.values() for entry in days})
    yield "rules/calendars/united-kingdom.ics", ics("united-kingdom", "United Kingdom", union)
    yield "rules/calendars/united-kingdom.yaml", yaml(
        "united-kingdom", "the United Kingdom", years, [name for name, _ in DIVISIONS]).replace(
            b"source: the United Kingdom", b"source: United Kingdom")


def main():
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit(__doc__)
    stale = []
    for path, content in files():
        target = ROOT / path
        if check:
            if not target.exists() or target.read_bytes() != content:
                stale.append(path)
        else:
            target.write_bytes(content)
    for path in stale:
        print(f"{path}: differs from what data/bank-holidays.json gives", file=sys.stderr)
    if check:
        print(f"{0 if stale else 1} passed, {1 if stale else 0} failed")
    sys.exit(1 if stale else 0)


main()
