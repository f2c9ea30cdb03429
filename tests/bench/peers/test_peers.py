#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The runner of the peers: whoever is here answers as the library does, who does not is refused.

    test_peers.py BUILD

No time is looked at.
"""
import pathlib
import sys
import tempfile

import peers

BUILD = pathlib.Path(sys.argv[1]).resolve()
passed = failed = 0


def check(name, right, detail=""):
    global passed, failed
    passed, failed = passed + bool(right), failed + (not right)
    print(f"{'ok' if right else 'FAILED'}: {name}" + (f": {detail}" if detail and not right else ""))


def stand_in(folder, name, text, job="exclusions"):
    """A peer that is a few lines of Python."""
    path = pathlib.Path(folder) / f"{name}.py"
    path.write_text(text, encoding="utf-8")
    return peers.Peer(name, job, (sys.executable, str(path)), f"package-of-{name}", "nothing")


ANSWERS = "import json\nprint(json.dumps({'name': 'x', 'version': '7', 'nanoseconds': 12.5}))\n"

with tempfile.TemporaryDirectory() as folder:
    listed = [
        stand_in(folder, "good", ANSWERS),
        stand_in(folder, "days", ANSWERS, "days"),
        stand_in(folder, "wrong", "import sys\nsys.exit('row 3 gives 1, not 2')\n".replace(
            "sys.exit('row 3 gives 1, not 2')",
            "print('row 3 gives 1, not 2', file=sys.stderr)\nsys.exit(3)")),
        stand_in(folder, "absent", "import sys\nsys.exit(4)\n"),
        stand_in(folder, "broken", "raise SystemExit('it broke')\n"),
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
check("three are left out, each with what brings it",
      len(left) == 3 and all(f"package-of-{name}" in line for name, line in
                             zip(("absent", "broken"), left)) and "libunbuilt-dev" in left[2], left)
text = peers.table(found)
check("the table has a line each", text.count("\n") == 3 and "| good | 7 | 12.5 ns |" in text, text)

# Those of the list: whoever is installed gives the library's answers, the rest is named.
found, left, wrong = peers.measure(BUILD, quick=True)
check("of those that are here none answers otherwise", not wrong, wrong)
check("every peer is told or left out", len(found) + len(left) == len(peers.peers(BUILD)),
      f"{found} {left}")
for line in left:
    print(f"left out: {line}")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
