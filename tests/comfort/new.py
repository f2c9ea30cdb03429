#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""`complaint new`: what it writes passes, and nothing is overwritten.

    new.py COMMAND
"""

import os
import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api")]
from command import BOUND_BY_PERMISSIONS, call  # noqa: E402
from report import Report  # noqa: E402

COMMAND = str(pathlib.Path(sys.argv[1]).absolute())
report = Report()


def expect(name, arguments, code=0, out=None, err=None, **more):
    result = call(COMMAND, *arguments, **more)
    report.check(name, result.faults(code, out, err))
    return result


def check(name, holds, told=""):
    report.check(name, [] if holds else [told or "it does not hold"])


def it_passes(scratch):
    for number, (landlord, month) in enumerate((
        ("Example Homes", "2024-04"), ("settle", "2012-01"), ("St. \"Anne's\" Homes: North & South", "2016-02"),
        ("Tŷ Cymru", "2028-08"), ("no", "2023-12"), ("A # B \\ C", "2020-04"), ("8 Streets", "2025-12"),
    )):
        folder = scratch / str(number)
        expect(f"{landlord} begins", ["new", landlord, "--from", month, "--output", folder], out="policy.yaml")
        files = [folder / "policy.yaml", folder / "scenarios.yaml"]
        expect(f"{landlord}: check finds nothing", ["check", "--strict", *files], out="0 errors, 0 warnings")
        expect(f"{landlord}: the scenarios pass and leave nothing out", ["test", "--coverage", folder],
               out=["coverage: 0 missing", " passed, 0 failed"])
        expect(f"{landlord}: it is laid out as fmt would", ["fmt", "--check", *files])
        shown = expect(f"{landlord} is named as given", ["show", files[0]]).out
        check(f"{landlord} stands in the policy", f'"{landlord}"' in shown.replace('\\"', '"').replace("\\\\", "\\"), shown[:300])
    text = (scratch / "0" / "policy.yaml").read_text()
    check("nearly every group has a remark", len(re.findall(r"#", text)) > 25 and "@" not in text)
    check("lines fit a window", max(map(len, text.splitlines())) <= 100)


def where_it_goes(scratch):
    expect("a folder of its own", ["new", "Example Homes", "--from", "2024-04"], cwd=scratch,
           out="example-homes/2024-04/policy.yaml\nexample-homes/2024-04/scenarios.yaml\n")
    before = (scratch / "example-homes/2024-04/policy.yaml").read_bytes()
    expect("never twice", ["new", "Example Homes", "--from", "2024-04"], 2, cwd=scratch, err="is there already")
    check("and the first stays", (scratch / "example-homes/2024-04/policy.yaml").read_bytes() == before)
    half = scratch / "half"
    half.mkdir()
    (half / "scenarios.yaml").write_text("mine\n")
    expect("not one of two", ["new", "X", "--from", "2024-04", "--output", half], 2, err="scenarios.yaml: is there already")
    check("nothing is left of it", sorted(os.listdir(half)) == ["scenarios.yaml"])
    link = scratch / "link"
    link.mkdir()
    (link / "policy.yaml").symlink_to(scratch / "nowhere.yaml")
    expect("not through a link that leads nowhere", ["new", "X", "--from", "2024-04", "--output", link], 2, err="is there already")
    check("nothing was written there", not (scratch / "nowhere.yaml").exists())
    expect("not below a file", ["new", "X", "--from", "2024-04", "--output", half / "scenarios.yaml" / "x"], 2, err="complaint:")
    with open("/dev/full", "wb") as full:
        expect("a full disk under the output", ["new", "X", "--from", "2024-04", "--output", scratch / "told"], 2,
               err="standard output", stdout=full)
    expect("not in no folder", ["new", "X", "--from", "2024-04", "--output", ""], 2, err="complaint:")
    expect("without a month it is this one", ["new", "X", "--output", scratch / "now"], out="policy.yaml")
    closed = scratch / "closed"
    closed.mkdir(mode=0o555)
    expect("a read-only folder", ["new", "X", "--from", "2024-04", "--output", closed], 2, err="Permission denied",
           **BOUND_BY_PERMISSIONS)
    check("stays empty", not os.listdir(closed))


def what_is_refused(scratch):
    for name, arguments, told in (
        ("no landlord", [], "one landlord"),
        ("two words without quotes", ["Example", "Homes"], "one landlord"),
        ("an empty name", ["", "--from", "2024-04"], "not a name"),
        ("a control character, shown as such", ["a\033[31mb", "--from", "2024-04"], "a\\x1b[31mb"),
        ("a line break", ["a\nb", "--from", "2024-04"], "not a name"),
        ("a name of blanks", [" ", "--from", "2024-04"], "complaint:"),
        ("bytes that are no UTF-8", [b"a\xff", "--from", "2024-04"], "complaint:"),
        ("a name without an end", ["x" * 5000, "--from", "2024-04"], "not a name"),
        ("no month", ["X", "--from", "April"], "not a month such as 2024-04: April"),
        ("a month 13", ["X", "--from", "2024-13"], "not a month"),
        ("a day", ["X", "--from", "2024-04-01"], "not a month"),
        ("a month before the calendar", ["X", "--from", "2011-12"], "do not reach"),
        ("a month at its end", ["X", "--from", "2028-12"], "do not reach"),
        ("a month after it", ["X", "--from", "2150-01"], "do not reach"),
        ("an unknown option", ["X", "--form", "2024-04"], "--help"),
    ):
        given = [os.fsdecode(one) if isinstance(one, bytes) else one for one in arguments]
        expect(name, ["new", *given], 2, err=told, cwd=scratch)
    check("nothing was made", os.listdir(scratch) == [], str(os.listdir(scratch)))


def main():
    for group in (it_passes, where_it_goes, what_is_refused):
        with tempfile.TemporaryDirectory() as scratch:
            group(pathlib.Path(scratch))
    report.finish()


if __name__ == "__main__":
    main()
