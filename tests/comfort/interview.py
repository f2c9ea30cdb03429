#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""`complaint case`: only what still matters is asked; the answer and the case file agree with `eval`.

    interview.py COMMAND
"""

import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api")]
from command import ROOT, WRAPPER, call, has_terminals  # noqa: E402
from report import Report  # noqa: E402

COMMAND = str(pathlib.Path(sys.argv[1]).absolute())
RULES = ["--rules", "rules"]
NOW = ["--now", "2022-09-20"]
POLICIES = sorted(f"{path.parent.parent.name}/{path.parent.name}" for path in (ROOT / "rules").glob("*/*/policy.yaml"))
report = Report()


def expect(name, arguments, code=0, out=None, err=None, **more):
    result = call(COMMAND, *arguments, **more)
    report.check(name, result.faults(code, out, err))
    return result


def check(name, holds, told=""):
    report.check(name, [] if holds else [told or "it does not hold"])


def asked(result):
    return re.findall(r"^\d+\. (.*)$", result.err, re.M)


def answer_of(name, choices, reply):
    """An answer of the right kind to a question, by what it offers."""
    if choices.startswith("yes"):
        return reply
    if choices.startswith("a number"):
        return "6" if reply != "unknown" else "unknown"
    if choices.startswith("a day"):
        return {"yes": "2022-09-01", "no": "not-yet", "unknown": "unknown"}[reply]
    return {"yes": "1", "no": "2", "unknown": "unknown"}[reply]


def talk(policy, reply, *more):
    """Answers one question after the other: what was asked, and the last result."""
    given = []
    for _ in range(120):
        result = call(COMMAND, "case", policy, *RULES, *NOW, *more, stdin="".join(one + "\n" for one in given))
        pieces = re.findall(r"^\d+\. (.*)\n  (.*)$", result.err, re.M)
        if len(pieces) <= len(given):
            return given, asked(result), result
        given.append(answer_of(*pieces[-1], reply))
    return given, asked(result), result


def every_policy(scratch):
    """Answered alike to the end, each policy's interview gives a case that eval answers the same."""
    # A wrapper such as valgrind makes each of some hundred calls slow: one interview then.
    for number, policy in enumerate(POLICIES[-2:-1] if WRAPPER else POLICIES):
        for reply in ("no",) if WRAPPER else ("yes", "no", "unknown"):
            name = f"{policy}, all {reply}"
            given, questions, _ = talk(policy, reply)
            check(f"{name}: nothing is asked twice", len(set(questions)) == len(questions), str(questions))
            check(f"{name}: it comes to an end", 0 < len(given) < 100, str(len(given)))
            file = scratch / f"{number}-{reply}.yaml"
            lines = "".join(one + "\n" for one in given)
            told = expect(f"{name}: with a file", ["case", policy, *RULES, *NOW, "--output", file], stdin=lines)
            expect(f"{name}: the file is sound", ["check", "--strict", "--policy", policy, *RULES, file], out="0 errors, 0 warnings")
            again = call(COMMAND, "eval", file, "--policy", policy, *RULES)
            check(f"{name}: eval says the same", again.out == told.out, again.out[:400])
            expect(f"{name}: it is laid out as fmt would", ["fmt", "--check", file])
            left = json.loads(call(COMMAND, "eval", file, "--policy", policy, *RULES, "--format", "json").out)
            open_ = {one["name"] if isinstance(one, dict) else one for one in left["eligibility"]["questions"]}
            check(f"{name}: what is left is what was answered unknown",
                  all(re.search(rf"^  {one}: unknown$", file.read_text(), re.M) for one in open_), str(open_))


def only_what_matters():
    first = asked(call(COMMAND, "case", "settle/2020-10", *RULES, *NOW))
    check("a first question", len(first) == 1, str(first))
    whole = talk("settle/2020-10", "no")[1]
    excluded = call(COMMAND, "case", "brighter-places/2022-08", *RULES, *NOW, stdin="yes\ndone\n")
    check("an exclusion ends the questions about grounds", "Normally, yes." in excluded.out, excluded.out[:600])
    after = call(COMMAND, "case", "brighter-places/2022-08", *RULES, *NOW, stdin="yes\n")
    check("what follows asks for dates", "When" in asked(after)[1], str(asked(after)))
    check("and leaves fewer to ask", len(talk("settle/2020-10", "yes")[1]) < len(whole), str(whole))
    order = asked(call(COMMAND, "case", "brighter-places/2022-08", *RULES, *NOW, stdin="\n" * 3))
    empty = call(COMMAND, "eval", "-", "--policy", "brighter-places/2022-08", *RULES, *NOW, "--format", "json", stdin="{}")
    words = [one["question"] for one in json.loads(empty.out)["eligibility"]["question-words"]]
    check("the most decisive first, as eval has them", order[:3] == words[:3], f"{order[:3]} {words[:3]}")
    later = expect("--at", ["case", "brighter-places/2022-08", *RULES, *NOW, "--at", "escalation", "--output", "/dev/null"], 2)
    check("an output that is there is refused before the first question", not asked(later), later.err)


def what_is_typed(scratch):
    def case(name, lines, wanted, code=0, **more):
        file = scratch / "case.yaml"
        file.unlink(missing_ok=True)
        result = expect(name, ["case", "brighter-places/2022-08", *RULES, *NOW, "--output", file, *more.pop("options", [])], code,
                        stdin=lines, **more)
        if code == 0:
            text = file.read_text()
            report.check(f"{name}: the file", [f"lacks {one!r}: {text}" for one in wanted if one not in text])
        else:
            check(f"{name}: no file", not file.exists())
        return result
    case("yes and its friends", "y\nYES\n", ["restriction-in-force: true"], 1, err="this is no answer to the question: YES")
    case("yes, no", "yes\n", ["now: 2022-09-20", "facts:\n  restriction-in-force: true\n"])
    case("with blanks and CR LF", "  no \t\r\nunknown\r\n", ["restriction-in-force: false", "first-time-service-request: unknown"])
    case("done", "no\ndone\nyes\n", ["restriction-in-force: false"])
    result = case("an empty line leaves it out", "\nno\n", ["first-time-service-request: false"])
    check("it is not in the file", "restriction" not in (scratch / "case.yaml").read_text().replace("brighter", ""))
    check("and not asked again", len(set(asked(result))) == len(asked(result)))
    result = case("back", "no\nback\nyes\n", ["restriction-in-force: true"])
    check("asks again", asked(result)[0] == asked(result)[2], str(asked(result)))
    result = case("back from the beginning", "back\nyes\n", ["restriction-in-force: true"], err="This is the first question.")
    result = case("help", "?\nyes\n", ["restriction-in-force: true"], err=["restriction-in-force", "hang", "yes, no, unknown"])
    case("no answer at all", "", ["kind: case"])
    case("a moment", "yes\n", ["request: { at: acceptance }"], options=["--at", "acceptance"])
    case("no present", "yes\n", ["kind: case\nfacts:"], options=["--now", "none"])
    case("a present with a time", "yes\n", ["now: 2022-09-20T09:30+01:00"], options=["--now", "2022-09-20T09:30+01:00"])
    for name, typed, told in (
        ("another word", "perhaps", "no answer to the question: perhaps"),
        ("a control character", "\033[31mred", "\\x1b[31mred"),
        ("bytes that are no UTF-8", b"\xff\xfe", "\\xff\\xfe"),
        ("a NUL", b"ye\0s", "ye\\x01s"),
        ("a line of 300 KiB", "x" * 300 * 1024, "a line of 128 bytes or more"),
        ("a date for a yes or no", "2022-09-01", "no answer"),
    ):
        given = typed if isinstance(typed, bytes) else typed.encode()
        result = case(name, b"no\n" + given + b"\nyes\n", [], 1, err=[told, "line 2 of the answers"])
        check(f"{name}: nothing raw is said", not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", result.err), repr(result.err[:200]))
        check(f"{name}: no answer is printed", result.out == "", result.out)


def kinds_of_answers(scratch):
    policy = scratch / "policy.yaml"
    policy.write_text((ROOT / "rules" / "example.yaml").read_text())
    seen = {}
    given, _, result = talk(policy, "yes", "--at", "acceptance")
    for words, choices in re.findall(r"^\d+\. (.*)\n  (.*)$", result.err, re.M):
        seen.setdefault(choices.split(",")[0].split(" ")[0 if choices[0] != "a" else 1], words)
    check("numbers, dates, choices and truths are asked for", {"yes", "number", "day", "1"} <= set(seen), str(seen))
    for typed, wanted in (("007", "households-affected: 7"), ("12", "households-affected: 12"), ("unknown", "households-affected: unknown")):
        file = scratch / "case.yaml"
        file.unlink(missing_ok=True)
        lines, number = [], None
        for words, choices in re.findall(r"^\d+\. (.*)\n  (.*)$", result.err, re.M):
            if choices.startswith("a number"):
                number = len(lines)
                break
            lines.append(given[len(lines)])
        expect(f"a number, {typed}", ["case", policy, *NOW, "--at", "acceptance", "--output", file],
               stdin="\n".join([*lines, typed]) + "\n")
        check(f"{typed} is written as {wanted}", number is not None and wanted in file.read_text(), file.read_text())
    expect("a number too large", ["case", policy, *NOW, "--at", "acceptance"], 1, stdin="\n".join([*lines, "99999999999"]) + "\n", err="no answer")
    expect("a number below nothing", ["case", policy, *NOW, "--at", "acceptance"], 1, stdin="\n".join([*lines, "-1"]) + "\n", err="no answer")
    for typed, code in (("2022-02-30", 1), ("2022-09", 0), ("today", 0), ("not yet", 0), ("2022-09-01T09:30", 1), ("2022-09-01T09:30+01:00", 0), ("1850-01-01", 1)):
        expect(f"a date, {typed}", ["case", "settle/2020-10", *RULES, *NOW], code, stdin=f"{typed}\n")


def usage_and_trouble(scratch):
    for name, arguments, told in (
        ("no policy", [], "one policy"),
        ("two", ["a", "b"], "one policy"),
        ("a policy nobody knows", ["acme/2020-01", *RULES], "no such policy"),
        ("a file that is not there", ["nowhere.yaml"], "nowhere.yaml"),
        ("no moment", ["settle/2020-10", *RULES, "--now", "yesterday"], "not a day"),
        ("no such question", ["settle/2020-10", *RULES, "--at", "dawn"], "not acceptance"),
        ("no width", ["settle/2020-10", *RULES, "--width", "wide"], "not a number"),
    ):
        expect(name, ["case", *arguments], 2, err=told)
    bad = scratch / "policy.yaml"
    bad.write_text("format: 1\nkind: policy\n")
    expect("a policy with faults", ["case", bad], 1, err="missing-key")
    for name, text, told in (
        ("a policy of 300 KiB", b"#" * 300 * 1024, "file-too-large"),
        ("a policy that is not UTF-8", b"format: 1\n# \xff\n", "not-utf8"),
        ("a policy with a control character", b"format: 1\n# \033[31m\n", "control-character"),
    ):
        bad.write_bytes(text)
        result = expect(name, ["case", bad], 1, err=told)
        check(f"{name}: nothing raw is said", not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", result.err), repr(result.err[:200]))
    os.mkfifo(scratch / "pipe.yaml")
    expect("a pipe for a policy is not waited for", ["case", scratch / "pipe.yaml"], 2)
    expect("a folder for a policy", ["case", scratch], 2)
    expect("no folder for the output", ["case", "settle/2020-10", *RULES, *NOW, "--output", scratch / "no" / "case.yaml"], 2, err="No such file")
    expect("a full disk", ["case", "settle/2020-10", *RULES, *NOW], 2, err="standard output", stdout=open("/dev/full", "wb"))  # noqa: SIM115
    reading, writing = os.pipe()
    os.close(reading)
    expect("a closed pipe", ["case", "settle/2020-10", *RULES, *NOW], 2, err="standard output", stdout=writing)
    os.close(writing)
    expect("a width", ["case", "settle/2020-10", *RULES, *NOW, "--width", "60"])
    today = call(COMMAND, "case", "settle/2020-10", *RULES, "--output", scratch / "today.yaml")
    check("today is the present", today.code == 0 and re.search(r"^now: 20\d\d-\d\d-\d\d$", (scratch / "today.yaml").read_text(), re.M), today.err)


def at_a_terminal():
    """A person is asked again, and the questions do not mix with the answer."""
    main_end, their_end = pty.openpty()
    process = subprocess.Popen([COMMAND, "case", "settle/2020-10", *RULES, *NOW], stdin=their_end, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, cwd=ROOT)
    os.close(their_end)
    os.write(main_end, b"perhaps\n2022-08\ndone\n")
    out, err = process.communicate(timeout=60)
    os.close(main_end)
    check("a wrong answer is asked for again", process.returncode == 0 and b"no answer to the question: perhaps" in err and
          b"Answer with a day" in err, err.decode()[:400])
    check("and the answer printed", b"May the complaint be refused?" in out, out.decode()[:200])


def main():
    with tempfile.TemporaryDirectory() as scratch:
        every_policy(pathlib.Path(scratch))
    only_what_matters()
    for group in (what_is_typed, kinds_of_answers, usage_and_trouble):
        with tempfile.TemporaryDirectory() as scratch:
            group(pathlib.Path(scratch))
    if not has_terminals():
        print("no terminals here (no /dev/pts): what is asked on one is not tested")
    elif not WRAPPER:
        at_a_terminal()
    report.finish()


if __name__ == "__main__":
    main()
