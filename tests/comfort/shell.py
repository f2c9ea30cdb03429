#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The manual pages and the completions say what the command says.

    shell.py COMMAND

REGENERATE=1 writes the pages in docs/man anew.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support"), str(HERE.parent / "api")]
import manual  # noqa: E402
from command import ROOT  # noqa: E402
from report import Report  # noqa: E402

COMMAND = str(pathlib.Path(sys.argv[1]).absolute())
COMPLETION = ROOT / "tools" / "completion"
report = Report()


def told(*words):
    return subprocess.run([COMMAND, *words], capture_output=True, text=True, check=True).stdout


def commands():
    return re.findall(r"^  ([a-z][a-z-]*)  ", told("--help").partition("Commands:")[2].partition("\n\n")[0], re.M)


def options(name):
    return re.findall(r"^  (--[a-z][a-z-]*)", told("help", name), re.M)


def pages():
    for name, text in manual.pages(COMMAND).items():
        path = ROOT / "docs" / "man" / name
        if os.environ.get("REGENERATE") == "1":
            path.write_text(text)
        faults = [] if path.exists() and path.read_text() == text else ["differs; REGENERATE=1 writes it anew"]
        report.check(f"{name} says what the command and the reference say", faults)
        for tool, arguments in (("mandoc", ["-Tlint", "-W", "warning"]), ("man", ["--warnings", "-E", "UTF-8", "-l"])):
            if shutil.which(tool):
                done = subprocess.run([tool, *arguments, str(path)], capture_output=True, text=True, check=False,
                                      env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8"})
                said = done.stdout if tool == "mandoc" else done.stderr
                report.check(f"{name} is clean to {tool}", said.splitlines())


def every_key():
    """Each key of the reference's tables is in complaint-policy(5)."""
    page = (ROOT / "docs" / "man" / "complaint-policy.5").read_text().replace("\\-", "-")
    reference = (ROOT / "docs" / "rule-format.md").read_text()
    reference = reference[reference.index("\n## 1. ") : reference.index("\n## 14. ")]
    keys = {key for row in re.findall(r"^\| (`[^|]*)\|", reference, re.M) for key in re.findall(r"`([a-z-]+)`", row)}
    report.check("the reference has keys to look for", [] if len(keys) > 60 else [f"{len(keys)} keys"])
    report.check("every key is in complaint-policy(5)", sorted(key for key in keys if f"\\fB{key}\\fR" not in page))


def complete_bash(*words):
    script = (
        f"source '{COMPLETION}/complaint.bash'; COMP_WORDS=(" + " ".join(f"'{word}'" for word in words) + "); "
        "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complaint; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)
    return set(done.stdout.split()), done.stderr


def complete_zsh(*words):
    script = (
        "_describe() { print -l -- ${(P)argv[-1]} }; _files() { print FILES }; "
        "compadd() { print -l -- ${(P)argv[-1]} }; "
        "words=(" + " ".join(f"'{word}'" for word in words) + "); CURRENT=$#words; "
        f"source '{COMPLETION}/_complaint'"
    )
    done = subprocess.run(["zsh", "-f", "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)
    return {line.partition(":")[0] for line in done.stdout.splitlines()}, done.stderr


def completions(shell, complete):
    def expect(name, words, wanted):
        found, err = complete(COMMAND, *words)
        faults = [f"{sorted(found)} instead of {sorted(wanted)}"] if found != set(wanted) else []
        report.check(f"{shell}: {name}", faults + err.splitlines())
    names = commands()
    globals_ = ["--help", "--version"] if shell == "bash" else []
    report.check(f"{shell}: there are commands to complete", [] if len(names) > 8 else [str(names)])
    expect("the commands", [""], [*names, *globals_])
    for name in names:
        if name != "help":
            expect(f"the options of {name}", [name, "--"], options(name))
    expect("what eval can be asked", ["eval", "--ask", ""], ["eligibility", "deadlines", "extension", "windows", "standing"])
    expect("formats", ["eval", "--format", ""], ["text", "json"])
    expect("formats of check", ["check", "--format", ""], ["text", "json", "sarif", "github"])
    expect("formats of test", ["test", "--format", ""], ["text", "tap", "junit"])
    expect("formats of another command", ["explain", "--format", ""], ["text", "markdown", "html"])
    expect("words of calendar", ["calendar", ""], ["list", "show", "add", "count", "next", "previous", "explain"])
    if shell == "bash":
        expect("half a command", ["chec"], ["check"])
        expect("half an option", ["check", "--str"], ["--strict"])
        expect("files", ["check", "READM"], ["README.md"])
    else:
        expect("files", ["check", ""], ["FILES"])


def main():
    pages()
    every_key()
    for shell, complete in (("bash", complete_bash), ("zsh", complete_zsh)):
        if shutil.which(shell):
            completions(shell, complete)
        else:
            print(f"skipped: there is no {shell} here")
    report.finish()


if __name__ == "__main__":
    main()
