#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The runner of the peers: whoever is here answers as the library does, who does not is refused.

    test_peers.py BUILD

No time is looked at.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import peers

BUILD = pathlib.Path(sys.argv[1]).resolve()
passed = failed = 0


def check(name, right, detail=""):
    global passed, failed
    passed, failed = passed + bool(right), failed + (not right)
    print(f"{'ok' if right else 'FAILED'}: {name}"
          + (f": {detail}" if detail and not right else ""))


def stand_in(folder, name, text, job="exclusions"):
    """A peer that is a few lines of Python."""
    path = pathlib.Path(folder) / f"{name}.py"
    path.write_text(text, encoding="utf-8")
    return peers.Peer(name, job, (sys.executable, str(path)), f"package-of-{name}", "nothing")


REFUSED = "import sys\nprint('row 3 gives 1, not 2', file=sys.stderr)\nsys.exit(3)\n"
ANSWERS = "import json\nprint(json.dumps({'name': 'x', 'version': '7', 'nanoseconds': 12.5}))\n"

with tempfile.TemporaryDirectory() as folder:
    listed = [
        stand_in(folder, "good", ANSWERS),
        stand_in(folder, "days", ANSWERS, "days"),
        stand_in(folder, "wrong", REFUSED),
        stand_in(folder, "absent", "import sys\nsys.exit(4)\n"),
        stand_in(folder, "broken", "raise ValueError('it broke')\n"),
        peers.Peer("unbuilt", "days", (str(BUILD / "no-such-peer"),), "libunbuilt-dev", "nothing",
                   "no-such-peer"),
    ]
    found, left, wrong = peers.measure(BUILD, quick=True, listed=listed)
check("two that answer are told", [row["peer"] for row in found] == ["good", "days"], found)
check("a time is that of the peer", found and found[0]["nanoseconds"] == 12.5, found)
check("the library's own time stands beside it", found and found[0]["ours"] > 0, found)
check("the ratio is theirs to ours",
      found and abs(found[0]["ratio"] - 12.5 / found[0]["ours"]) < 1e-9, found)
check("who answers wrongly is refused, with the row",
      len(wrong) == 1 and "wrong answers otherwise" in wrong[0] and "row 3" in wrong[0], wrong)
check("three are left out, each with what brings it", len(left) == 3 and
      all(f"({package} brings it)" in line for package, line in
          zip(("package-of-absent", "package-of-broken", "libunbuilt-dev"), left)), left)
check("what broke says why", any("it broke" in line for line in left), left)
check("in one line each", not any("\n" in line for line in left), left)
lines = peers.table(found).split("\n")
check("the table has a head, a rule and a line each", len(lines) == 4 and
      lines[0].startswith("| job | peer | version |") and set(lines[1]) == {"|", "-"}, lines)
check("and as many cells in each", {line.count("|") for line in lines} == {8}, lines)
check("a line tells the peer, its version and its time",
      any("| good | 7 | 12.5 ns |" in line for line in lines), lines)

# Those of the list: whoever is installed gives the library's answers, the rest is named.
listed = peers.peers(BUILD)
found, left, wrong = peers.measure(BUILD, quick=True)
here = {row["peer"] for row in found}
check("of those that are here none answers otherwise", not wrong, wrong)
check("every peer is told or left out", len(found) + len(left) == len(listed), f"{found} {left}")
check("whoever is left out is named, with what brings it",
      all(any(line.startswith(f"{peer.name}: ") and f"({peer.package} brings it)" in line
              for line in left) for peer in listed if peer.name not in here), left)

again, _, _ = peers.measure(pathlib.Path(os.path.relpath(BUILD)), quick=True)
check("a build directory is found by a relative path as well",
      {row["peer"] for row in again} == here, again)

# The adapters look for themselves: an answer that is made wrong on purpose is found by each.
with tempfile.TemporaryDirectory() as folder:
    ours = BUILD / "tests" / "bench" / "peers" / "complaint_peer"
    subprocess.run([str(ours), "inputs", folder, "2000"], check=True)
    for name in ("excluded", "days"):
        path = pathlib.Path(folder) / f"{name}.i32"
        numbers = bytearray(path.read_bytes())
        numbers[4 * 7] ^= 1
        path.write_bytes(numbers)
    commands = {peer.name: peer.command for peer in listed if peer.name in here}
    commands |= {f"the library, {job}": (str(ours), job) for job in peers.JOBS}
    for name, command in commands.items():
        try:
            peers.run(command, folder, 1)
            says = "took it"
        except peers.Wrong as fault:
            says = str(fault)
        check(f"a wrong seventh row is found: {name}", "row 7 " in says, says)

# With nothing but the library built and no Node, the rest is named; that is no failure.
with tempfile.TemporaryDirectory() as folder:
    bare = pathlib.Path(folder) / "tests" / "bench" / "peers"
    bare.mkdir(parents=True)
    (bare / "complaint_peer").symlink_to(ours)
    (pathlib.Path(folder) / "build.ninja").touch()
    done = subprocess.run([sys.executable, peers.__file__, folder, "--quick", "--json",
                           f"{folder}/rows.json"], capture_output=True, text=True, check=False)
    told = json.loads((pathlib.Path(folder) / "rows.json").read_text())
    names = [line.split(":")[0] for line in told["left-out"]]
check("without peers the command ends well", done.returncode == 0, done.stderr)
check("and names them", [name for name in names if name != "NumPy"] ==
      [peer.name for peer in listed if peer.name != "NumPy"], names)
check("as lines to read, too", all(f"Left out: {name}: " in done.stdout for name in names))
done = subprocess.run([sys.executable, peers.__file__, "no-such-folder"], capture_output=True,
                      text=True, check=False)
check("what is no build directory is told so", done.returncode == 1 and
      "no-such-folder is no build directory" in done.stderr, done.stderr)

for line in left:
    print(f"left out: {line}")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
