# SPDX-License-Identifier: MIT
"""python -m complaint check|eval|test: as the command ``complaint``, which has more commands beside
these, and of ``test`` the coverage and suggestions.

Exit codes: 0 nothing is wrong; 1 faults were found in what was looked at; 2 the command was used
wrongly, or something could not be read or written.
"""

from __future__ import annotations

import argparse
import datetime
import os
import pathlib
import re
import sys
from typing import Any, Dict, List, Optional, Sequence, Tuple, Union

from . import _library as library
from . import _rules, checking
from ._asking import NOW_OF_CASE, CaseText
from ._reporting import FORMATS, Totals, escape, print_diagnostics
from ._testing import RUNS, TextRun, details_of, is_wanted
from .calendars import Calendar
from .enums import Ask, Detail
from .errors import ComplaintError, FileFault, NotFound, PolicyConflict
from .policies import Policy, PolicySet
from .scenarios import Scenarios

CLEAN, FAULTS, TROUBLE = 0, 1, 2
# What the command has beside: said to whoever asks here.
_ELSEWHERE = ("calendar", "vocabulary", "show", "explain", "new", "fmt", "case", "help")
_ELSEWHERE_TEST = ("coverage", "threshold", "suggest")
_CASE_LIMIT = 256 * 1024


class Trouble(Exception):
    """Ends the run with an exit code; what is to be said was said."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def _complain(what: str, name: Optional[str] = None) -> None:
    sys.stdout.flush()
    print("complaint: " + escape(what) + (f": {escape(name)}" if name else ""), file=sys.stderr)


def _told(error: ComplaintError, name: Optional[str] = None) -> int:
    """Say what an exception says; the exit code that it means."""
    if isinstance(error, FileFault) and error.diagnostics:
        print_diagnostics(sys.stderr, error.diagnostics)
        trouble = any(one.slug.startswith("file-") or one.slug == "not-a-file"
                      for one in error.diagnostics) and not isinstance(error, PolicyConflict)
        too_large = any(one.slug == "file-too-large" for one in error.diagnostics)
        return TROUBLE if trouble and not too_large else FAULTS
    _complain(str(error), name)
    return TROUBLE


# --- which policies ------------------------------------------------------------------------------


def _folder(rules: Optional[str]) -> pathlib.Path:
    return pathlib.Path(rules) if rules else _rules.folder()


def _policy(name: str, rules: Optional[str]) -> Policy:
    path = pathlib.Path(name)
    if not path.is_file():
        below = _folder(rules) / name / "policy.yaml"
        if below.is_file():
            path = below
        elif ".yaml" not in name:
            _complain("there is no such policy below the rules folder", name)
            raise Trouble(TROUBLE)
    return Policy.load(path)


def _policies(options: argparse.Namespace) -> Union[Policy, PolicySet]:
    if options.policy:
        return _policy(options.policy, options.rules)
    landlord = getattr(options, "landlord", None)
    folder = _folder(options.rules)
    try:
        return PolicySet.load(folder / landlord if landlord else folder)
    except NotFound:
        _complain("no policies there", str(folder / landlord if landlord else folder))
        raise Trouble(TROUBLE) from None


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


# --- check ---------------------------------------------------------------------------------------


def _examine(name: str, options: argparse.Namespace, report: Any, totals: Totals) -> None:
    for one in Policy.load(name).examine():
        totals.add(one)
        if one.accepted_because is None or options.accepted:
            report.one(one)


def _files_below(folder: str, pattern: str) -> List[str]:
    """In the order in which the command walks: that of the names, folder by folder."""
    found = [one.relative_to(folder) for one in pathlib.Path(folder).glob(f"**/{pattern}")]
    start = folder if folder.endswith("/") else folder + "/"
    return [start + one.as_posix() for one in sorted(found, key=lambda one: one.parts)
            if not any(part.startswith(".") for part in one.parts)]


def _check_file(name: str, options: argparse.Namespace, known: Dict[str, Any], report: Any,
                totals: Totals) -> None:
    kind = checking.kind_of(name)

    def policies() -> Union[None, Policy, PolicySet]:
        if not options.policy and (kind == "scenarios" or not options.rules):
            return None
        if "all" not in known:
            known["all"] = _policies(options)
        found: Union[Policy, PolicySet] = known["all"]
        return found

    totals.files += 1
    try:
        status, found = checking.run(name, policies)
    except (ComplaintError, Trouble) as error:
        if isinstance(error, ComplaintError):
            _told(error, name)
        what = "cases are not checked, since there is nothing to read them against"
        _complain(what if kind == "case" else "not checked, since its policy cannot be loaded",
                  None if kind == "case" else name)
        totals.trouble = True
        return
    for one in found:
        totals.add(one)
        report.one(one)
    if status not in (library.OK, library.INVALID_FILE):
        totals.trouble = True
        if not found:
            _complain(name, library.status_words(status))
    elif status == library.OK and kind in checking.POLICIES and not options.no_sense:
        _examine(name, options, report, totals)


def _check(options: argparse.Namespace) -> int:
    totals = Totals()
    known: Dict[str, Any] = {}
    report = FORMATS[options.format](sys.stdout)
    for name in options.files:
        # A folder without any is told like a file that is none.
        for file in (_files_below(name, "*.yaml") if os.path.isdir(name) else []) or [name]:
            _check_file(file, options, known, report, totals)
    report.end(totals)
    if report.counts and not options.quiet:
        accepted = f", {_plural(totals.accepted, 'accepted finding')}" if totals.accepted else ""
        print(f"{_plural(totals.files, 'file')}, {_plural(totals.errors, 'error')}, "
              f"{_plural(totals.warnings, 'warning')}{accepted}")
    if totals.trouble:
        return TROUBLE
    return FAULTS if totals.errors or (options.strict and totals.warnings) else CLEAN


# --- eval ----------------------------------------------------------------------------------------


def _wrap(text: str, width: int) -> str:
    lines = []
    for line in text.rstrip("\n").split("\n"):
        first = len(line) - len(line.lstrip(" "))
        number = re.match(r" *(?:\d+\. |- )", line)
        indent = number.end() if number else first
        piece = ""
        for word in line.split():
            start = " " * (indent if piece is None else first) if not piece else piece + " "
            if piece and len(piece) + 1 + len(word) > width:
                lines.append(piece)
                start = " " * indent
            piece = start + word
        lines.append(piece)
    return "\n".join(lines) + "\n"


def _now(text: Optional[str]) -> Any:
    if text is None:
        return NOW_OF_CASE
    if text == "none":
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return datetime.date.fromisoformat(text)
        moment = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
        if moment.tzinfo is not None:
            return moment
    except ValueError:
        pass
    _complain("not a day (2022-09-19) nor a moment with offset (2022-09-19T09:30+01:00)", text)
    raise Trouble(TROUBLE)


def _calendars(given: Sequence[str]) -> Dict[str, Calendar]:
    found = {}
    for text in given:
        name, equals, file = text.partition("=")
        if not equals or not name or not file:
            _complain("not NAME=FILE", text)
            raise Trouble(TROUBLE)
        found[name] = Calendar.load(file) if re.search("[./]", file) else Calendar.bundled(file)
    return found


def _case(path: str) -> Any:
    if path != "-":
        return pathlib.Path(path)
    data = sys.stdin.buffer.read(_CASE_LIMIT + 1)
    if len(data) > _CASE_LIMIT:
        _complain("standard input", "a case has at most 256 KiB")
        raise Trouble(TROUBLE)
    return CaseText("standard input", data)


def _eval(options: argparse.Namespace) -> int:
    policies = _policies(options)
    now, calendars = _now(options.now), _calendars(options.calendar)
    answer = policies.evaluate(_case(options.case), now=now, ask=options.ask or [Ask.STANDING],
                               detail=options.detail, calendars=calendars)
    if options.format == "json":
        print(answer.json)
    else:
        width = (80 if sys.stdout.isatty() else 0) if options.width is None else options.width
        text = escape(str(answer), keep_breaks=True)
        sys.stdout.write(_wrap(text, width) if width else text)
    return CLEAN


# --- test ----------------------------------------------------------------------------------------


def _run_file(file: str, options: argparse.Namespace, report: TextRun) -> Tuple[int, bool]:
    """How many of its scenarios were run, and whether the file could not be read."""
    report.begin_file(file)
    seen, trouble = 0, False
    try:
        policies = _policy(options.policy, options.rules) if options.policy else None
        scenarios = Scenarios.load(file, policies)
    except (ComplaintError, Trouble) as error:
        code = _told(error) if isinstance(error, ComplaintError) else error.code
        _complain("not run", file)
        report.lost(file, code == FAULTS)
        trouble = code == TROUBLE
    else:
        for scenario in scenarios:
            if is_wanted(scenario.name, options.name):
                seen += 1
                report.case(file, scenario.line, scenario.name,
                            details_of(file, scenario, scenario.differences()))
    report.end_file(file)
    return seen, trouble


def _test(options: argparse.Namespace) -> int:
    for option in _ELSEWHERE_TEST:
        if getattr(options, option):
            _complain(f"--{option} is an option of the command `complaint test` alone")
            return TROUBLE
    report = RUNS[options.format](sys.stdout, options.verbose)
    report.begin()
    seen, trouble = 0, False
    for path in options.files:
        files = _files_below(path, "scenarios.yaml") if os.path.isdir(path) else [path]
        if not files:
            _complain("no scenarios.yaml below this folder", path)
            trouble = True
        for file in files:
            run, lost = _run_file(file, options, report)
            seen, trouble = seen + run, trouble or lost
    report.end()
    if report.sums_up:
        print(f"{report.passed} passed, {report.failed} failed")
    if options.name and not seen and not report.failed:
        _complain("no scenario has this in its name", options.name)
        trouble = True
    return TROUBLE if trouble else FAULTS if report.failed else CLEAN


# --- arguments -----------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="complaint", description="Decides complaints by a landlord's published policy.",
        epilog="Exit codes: 0 nothing is wrong; 1 faults were found; 2 used wrongly, or something "
               "could not be read or written. The command `complaint`, which comes with "
               f"libcomplaint, also has {', '.join(_ELSEWHERE)}.")
    parser.add_argument("--version", action="version", version=f"complaint {library.version}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    rules = argparse.ArgumentParser(add_help=False)
    rules.add_argument("--policy", metavar="NAME|FILE",
                       help="a file, or a name such as brighter-places/2022-08")
    rules.add_argument("--rules", metavar="DIR", help="the folder with the rules")

    check = commands.add_parser(
        "check", parents=[rules],
        help="find the faults of rule files, calendars, cases and scenarios")
    check.add_argument("--strict", action="store_true", help="warnings count as faults")
    check.add_argument("--format", choices=list(FORMATS), default="text",
                       help="text, json, sarif or github")
    check.add_argument("--no-sense", action="store_true", help="faults of form only")
    check.add_argument("--accepted", action="store_true", help="show what the file accepts, too")
    check.add_argument("--quiet", action="store_true", help="only the faults, no last line")
    check.add_argument("files", nargs="+", metavar="FILE|DIR")
    check.set_defaults(run=_check)

    evaluate = commands.add_parser("eval", parents=[rules], help="answer a case")
    evaluate.add_argument("--landlord", metavar="NAME",
                          help="the case's own dates pick the version")
    evaluate.add_argument("--now", metavar="MOMENT",
                          help="a day, or a day with time and offset; none: no present")
    evaluate.add_argument("--ask", metavar="WHAT", action="append",
                          choices=[one.value for one in Ask], help="may be repeated")
    evaluate.add_argument("--detail", metavar="HOW", default="answer",
                          choices=[one.value for one in Detail], help="verdict, answer, working")
    evaluate.add_argument("--calendar", metavar="NAME=FILE", action="append", default=[],
                          help="use this calendar where the policy names NAME; may be repeated")
    evaluate.add_argument("--format", choices=["text", "json"], default="text")
    evaluate.add_argument("--width", metavar="N", type=int,
                          help="break lines of text there; 0: never")
    evaluate.add_argument("case", metavar="CASE", help="a file, YAML or JSON; - is standard input")
    evaluate.set_defaults(run=_eval)

    test = commands.add_parser(
        "test", parents=[rules], help="run scenarios against their policy",
        epilog="The command `complaint test` also has --coverage, --threshold and --suggest.")
    test.add_argument("--name", metavar="TEXT", help="only scenarios in whose name this stands")
    test.add_argument("--format", choices=list(RUNS), default="text",
                      help="text, tap (TAP 13) or junit (JUnit XML)")
    # Taken, so that it can be said where they are.
    test.add_argument("--coverage", action="store_true", help=argparse.SUPPRESS)
    test.add_argument("--suggest", action="store_true", help=argparse.SUPPRESS)
    test.add_argument("--threshold", help=argparse.SUPPRESS)
    test.add_argument("--verbose", action="store_true",
                      help="print the name of each scenario that passes too")
    test.add_argument("files", nargs="+", metavar="FILE|DIR")
    test.set_defaults(run=_test)
    return parser


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Run the command; returns its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given and given[0] in _ELSEWHERE:
        _complain(f"{given[0]} is a command of `complaint` alone, which comes with libcomplaint; "
                  "here are check, eval and test")
        return TROUBLE
    options = _parser().parse_args(given)
    if options.command == "eval" and bool(options.policy) == bool(options.landlord):
        _complain("name either a policy or a landlord")
        return TROUBLE
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except Trouble as error:
        return error.code
    except ComplaintError as error:
        return _told(error)
    except (OSError, UnicodeError) as error:
        _complain("standard output", str(error))
        # Nothing more can be written; the interpreter would complain of it once more.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")
        return TROUBLE
