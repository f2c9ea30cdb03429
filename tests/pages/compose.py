# SPDX-License-Identifier: MIT
"""A page's example, put into a whole file: the examples of docs/faults.txt are a line or two.

A file of bases/ is sound and has markers, "#@duty" and so on. The example takes the place of its
marker, set in as far, and of the lines before it in the same mapping that have a key of its own.
"""

import pathlib
import re

BASES = pathlib.Path(__file__).resolve().parent / "bases"
KINDS = ("policy.yaml", "calendar.yaml", "calendar.ics", "case.yaml", "scenarios.yaml")
# What stands in these places is looked at without a policy beside it, or is a whole file.
WHOLE = {"file"}
UNTESTED = {"shell", "made"}


def unescape(text):
    """Bytes that nobody can type stand as \\xNN."""
    pieces = re.split(r"\\x([0-9a-f]{2})", text)
    return b"".join(
        bytes([int(piece, 16)]) if index % 2 else piece.encode() for index, piece in enumerate(pieces)
    )


def bare(text):
    """A base without its markers."""
    return re.sub(r"^ *#@.*\n", "", text, flags=re.M)


def key_of(line):
    match = re.match(r"(?:- )?([A-Za-z][\w-]*)(?:[:;]|$)", line)
    return match[1] if match else None


def insert(text, place, example):
    """The base with the example at its marker; None: it has no such marker."""
    lines = text.splitlines()
    try:
        at = next(i for i, line in enumerate(lines) if line.strip() == f"#@{place}")
    except StopIteration:
        return None
    depth = len(lines[at]) - len(lines[at].lstrip())
    keys = {key_of(line) for line in example.splitlines() if not line.startswith((" ", "- "))}
    keys -= {None, "BEGIN", "END"}
    kept = []
    for i in range(at - 1, -1, -1):
        line = lines[i]
        level = len(line) - len(line.lstrip())
        first = line[level:].startswith("- ") and level == depth - 2
        if line.startswith(("BEGIN:", "END:")):
            kept[:0] = lines[: i + 1]
            break
        if level < depth and not first and not line.lstrip().startswith("#@"):
            kept[:0] = lines[: i + 1]
            break
        if level == depth and key_of(line[level:]) in keys:
            continue
        kept.insert(0, line)
        if first:
            kept[:0] = lines[:i]
            break
    added = [" " * depth + line for line in example.splitlines()]
    return bare("\n".join(kept + added + lines[at + 1:]) + "\n")


def compose(place, example):
    """The name of the file that holds the example, and its bytes."""
    word, _, rest = place.partition(" ")
    if example.startswith("@"):
        name, text = example[1:].strip(), bare((BASES / example[1:].strip()).read_text())
    elif word in WHOLE:
        name, text = rest, example + "\n"
    else:
        for name in KINDS:
            text = insert((BASES / name).read_text(), word, example)
            if text is not None:
                break
        else:
            raise ValueError(f"no base has a place {word!r}")
    if name.endswith(".ics"):
        text = text.replace("\n", "\r\n")
    return name, unescape(text)
