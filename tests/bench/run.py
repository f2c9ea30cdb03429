#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measure everything and print one table; `meson test --benchmark` runs it.

    tests/bench/run.py BENCH LIBRARY [--quick] [--out FOLDER] [--compiler TEXT] [GROUP ...]

BENCH is complaint-bench of a build, LIBRARY its shared library. With --out the figures are written
there as performance.json and performance.md. Peers in tests/bench/peers/ that are installed are
measured beside us, the others are named as left out. Times are of the processor, not of the
wall, except where threads are compared.
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "peers"))


def ratio(name):
    return lambda figures: figures[name].get("ratio")


def microseconds(name):
    return lambda figures: figures[name]["nanoseconds"] / 1000


def value(name):
    return lambda figures: figures[name]["value"]


def numpy_ratio(figures):
    return figures["peers/NumPy"]["ratio"]


def curve(figures):
    """The dearest row of the curve against the cheapest."""
    rows = [figure["value"] for name, figure in figures.items() if name.startswith("columns/rows-")]
    return max(rows) / min(rows) if rows else None


# What is wanted, in words; the figure; its target (at most; at least when negative); its unit.
TARGETS = (
    ("eleven exclusions, each with its verdict, against C by hand", ratio("case/exclusions"), 5, "x"),
    ("the same, facts set first", ratio("case/exclusions-filled"), None, "x"),
    ("standing of a case, size verdict, no readings", microseconds("case/standing"), 2, "us"),
    ("standing of a case, size answer, every reading", microseconds("case/standing-readings"), 10,
     "us"),
    ("facts as JSON in, verdict as JSON out", microseconds("json/verdict"), 3, "us"),
    ("standing as JSON, written, no readings", microseconds("json/write-standing"), 10, "us"),
    ("case as JSON in, standing as JSON out, no readings", microseconds("json/standing"), None,
     "us"),
    ("add working days, against bare checked tables", ratio("calendar/scalar"), 1.5, "x"),
    ("the same in batch, a status for each", ratio("calendar/batch"), 1.2, "x"),
    ("batch of days alone, times faster than NumPy's busday_offset, in turn with it", numpy_ratio,
     -70, "x"),
    ("what adding reads, 17 years", value("calendar/working-set"), 40000, "bytes"),
    ("a bundled calendar", microseconds("calendar/load"), 50, "us"),
    ("standing of 1,000,000 cases", lambda figures: figures["columns/all-rows"]["value"] * 1e6 /
     figures["columns/all-rows-count"]["value"], 0.5, "s"),
    ("dearest row against cheapest, 1,000 rows and more", curve, None, "x"),
    ("two threads of the caller's, times faster", value("columns/two-threads"), -1.8, "x"),
    ("load a policy, against libyaml's events", ratio("load/policy"), 2.5, "x"),
    ("a loaded policy, against its file", value("load/kept-ratio"), 3, "x"),
    ("the shared library, stripped", value("library/stripped"), 300 * 1024, "bytes"),
)


def measure(bench, groups, quick):
    command = [bench, *(["--quick"] if quick else []), *groups]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"complaint-bench failed: {done.stderr.strip()}")
    return {figure["name"]: figure for figure in map(json.loads, done.stdout.splitlines())}


def stripped_size(library):
    """Bytes of the library without its symbols for debugging; None without `strip`."""
    if not library or ".so" not in library or not shutil.which("strip"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "library"
        subprocess.run(["strip", "-o", str(copy), library], check=True)
        return copy.stat().st_size


def measure_peers(figures, build, quick):
    """Those that are installed, as figures beside the others; the rest in words."""
    import peers
    if not (build / "tests" / "bench" / "peers" / "complaint_peer").exists():
        return [], ["the peers, which this build does not have"]
    found, left_out, wrong = peers.measure(build, quick)
    if wrong:
        sys.exit("\n".join(wrong))
    for row in found:
        name = f"peers/{row['peer']}"
        figures[name] = {"name": name, "nanoseconds": row["nanoseconds"], "of": peers.OF[row["job"]],
                         "version": row["version"], "ratio": row["ratio"], "than": "the library"}
    return [peers.table(found)] if found else [], left_out


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = [line.split(":", 1)[1].strip() for line in file
                     if line.startswith("model name")]
        return f"{names[0]}, {len(names)} processors"
    except (OSError, IndexError):
        return platform.machine()


def cell(number, unit):
    if unit == "bytes":
        return f"{number:,.0f} bytes"
    digits = 0 if number >= 100 else 1 if number >= 10 else 2
    return f"{number:,.{digits}f} {unit}" if unit != "x" else f"{number:,.{digits}f}x"


def target_rows(figures):
    for words, read, target, unit in TARGETS:
        try:
            number = read(figures)
        except KeyError:
            number = None
        if number is None:
            yield words, "not measured", "", ""
        elif target is None:
            yield words, cell(number, unit), "", ""
        elif target < 0:
            yield (words, cell(number, unit), f"at least {cell(-target, unit)}",
                   "yes" if number >= -target else "no")
        else:
            yield (words, cell(number, unit), f"at most {cell(target, unit)}",
                   "yes" if number <= target else "no")


def other_rows(figures):
    for name, figure in sorted(figures.items()):
        if "nanoseconds" in figure:
            against = f"{figure['ratio']:.2f}x {figure['than']}" if "ratio" in figure else ""
            yield name, f"{figure['nanoseconds']:,.1f} ns", f"a {figure['of']}", against
        else:
            yield name, f"{figure['value']:,.6g}", figure["unit"], ""


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bench")
    parser.add_argument("library", nargs="?")
    parser.add_argument("groups", nargs="*")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--compiler", default="not said")
    asked = parser.parse_args()

    before = os.getloadavg()[0]
    figures = measure(asked.bench, asked.groups, asked.quick)
    size = stripped_size(asked.library)
    if size:
        figures["library/stripped"] = {"name": "library/stripped", "value": size, "unit": "bytes"}
    peer_table, left_out = measure_peers(figures, pathlib.Path(asked.bench).parents[2], asked.quick)
    conditions = {
        "processor": processor(),
        "system": f"{platform.system()} {platform.release().split('-')[0]}, "
                  + " ".join(platform.libc_ver()),
        "compiler": asked.compiler,
        "others-at-work": f"load {before:.1f} before, {os.getloadavg()[0]:.1f} after",
    }
    text = "\n\n".join([
        "\n".join(f"- {name}: {words}" for name, words in conditions.items()),
        table(("what", "measured", "target", "reached"), target_rows(figures)),
        table(("figure", "value", "of", "against"), other_rows(figures)),
        *peer_table,
        *(f"Left out: {why}" for why in left_out)])
    print(text)
    if asked.out:
        asked.out.mkdir(parents=True, exist_ok=True)
        (asked.out / "performance.md").write_text(text + "\n")
        (asked.out / "performance.json").write_text(json.dumps(
            {"conditions": conditions, "figures": figures, "left-out": left_out}, indent=2) + "\n")


if __name__ == "__main__":
    main()
