#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Format C as the house does: clang-format, and the return type of public functions on a line above.

  format.py [--check] [FILE...]    without files: all of include/, lib/, tools/, examples/, tests/

--check changes nothing and exits with 1 when something would change. Needs clang-format 14 or later.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parents[1]
FOLDERS = ["include", "lib", "tools", "examples", "tests"]
PUBLIC = re.compile(r"^(?!\s|static|return|else)[\w \*]*?\bcomplaint_\w+\(", flags=re.M)


def style(breaks):
    """The house's style, with return types broken off or not."""
    text = (ROOT / ".clang-format").read_text()
    options = dict(re.findall(r"^(\w+): (.+)$", text, flags=re.M))
    options["AlwaysBreakAfterReturnType"] = "All" if breaks else "None"
    return "{" + ", ".join(f"{key}: {value}" for key, value in options.items()) + "}"


def clang_format(text, breaks, name, lines=()):
    command = [shutil.which("clang-format") or "clang-format-14", f"--style={style(breaks)}",
               f"--assume-filename={name}", *(f"--lines={line}:{line}" for line in lines)]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def block_comment(match):
    """A comment that clang-format broke at its last word, as the house writes long ones."""
    indent = match[1]
    words = " ".join(line.strip().lstrip("*").strip() for line in match[2].splitlines()).strip()
    lines = textwrap.wrap(words, 100 - len(indent.expandtabs(8)) - 3, break_on_hyphens=False,
                          break_long_words=False)
    return f"{indent}/*\n" + "".join(f"{indent} * {line}\n" for line in lines) + f"{indent} */"


def block_comments(text):
    return re.sub(r"^(\t*)/\* ((?:(?!\*/)[\s\S])+?)\s*\*/$",
                  lambda match: block_comment(match) if "\n" in match[0] else match[0], text,
                  flags=re.M)


def formatted(path):
    text = path.read_text()
    # A table of codes is data, a row a line; what a script writes is laid out by the script.
    first = text.splitlines()[1:2]
    if path.suffix == ".def" or first and re.match(r"/\* (Made|Written) by scripts/", first[0]):
        return text
    if "include" in path.parts:
        return clang_format(text, True, path.name)
    text = block_comments(clang_format(text, False, path.name))
    lines = [text.count("\n", 0, match.start()) + 1 for match in PUBLIC.finditer(text)]
    return clang_format(text, True, path.name, lines) if lines else text


def main():
    arguments = sys.argv[1:]
    check = "--check" in arguments
    paths = [pathlib.Path(name).resolve() for name in arguments if name != "--check"]
    if not paths:
        paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.[ch]"))]
    changed = 0
    for path in paths:
        new = formatted(path)
        if new == path.read_text():
            continue
        changed += 1
        if check:
            print(f"{path.relative_to(ROOT)}: scripts/format.py would change it")
        else:
            path.write_text(new)
    sys.exit(1 if check and changed else 0)


main()
