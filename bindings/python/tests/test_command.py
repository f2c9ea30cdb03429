# SPDX-License-Identifier: MIT
"""python -m complaint says what the command says, byte for byte, with the same exit code."""

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from conftest import PACKAGE, ROOT

from complaint.command import main

DIAGNOSTICS = ROOT / "tests" / "diagnostics"
POLICIES = sorted(DIAGNOSTICS.glob("*/*.yaml")) + sorted(DIAGNOSTICS.glob("*/*.ics")) \
    + sorted(DIAGNOSTICS.glob("*/*.json"))
RULES = sorted((ROOT / "rules").glob("**/*.yaml"))


def ours(*arguments, input=""):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main([str(one) for one in arguments])
        except SystemExit as error:
            code = error.code
    return code, out.getvalue(), err.getvalue()


def same(command, *arguments):
    theirs = command(*arguments)
    found = ours(*arguments)
    assert found == (theirs.returncode, theirs.stdout, theirs.stderr)
    return found[0]


@pytest.fixture(autouse=True)
def at_the_top(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("path", [one.relative_to(ROOT) for one in POLICIES], ids=str)
def test_faulty_files_are_told_alike(command, path):
    same(command, "check", path)


@pytest.mark.parametrize("path", [one.relative_to(ROOT) for one in RULES], ids=str)
def test_the_rules_are_told_alike(command, path):
    same(command, "check", path)
    same(command, "check", "--strict", "--accepted", path)
    same(command, "check", "--quiet", "--no-sense", path)


@pytest.mark.parametrize("path", [
    "tests/diagnostics/too-many-faults/policy.yaml", "tests/diagnostics/yaml-syntax/policy.yaml",
    "tests/diagnostics/duplicate-key/policy.yaml", "rules/example.yaml", "absent%,:.yaml",
    "rules/settle/2020-10/policy.yaml"])
def test_programs_are_told_alike(command, path):
    same(command, "check", "--format", "github", "--accepted", path, "rules/vocabulary.yaml")
    for form in ("json", "sarif"):
        theirs = command("check", "--format", form, "--accepted", path)
        code, out, err = ours("check", "--format", form, "--accepted", path)
        assert (code, json.loads(out), err) == (theirs.returncode, json.loads(theirs.stdout),
                                                theirs.stderr)


@pytest.mark.parametrize("line", [
    b"  says: " + b"x" * 200, b"x" * 200 + b": y: z", b"\ta: b", b"a: \x1b[31m",
    "é: ".encode() + "日本".encode() * 60 + b": x: y", b"\xff", b"a: 'b", b"a\r",
    b"\xef\xbb\xbf"])
def test_lines_are_shown_alike(command, line, tmp_path):
    path = tmp_path / "policy.yaml"
    path.write_bytes(b"format: 1\nkind: policy\n" + line + b"\nx: [\n")
    same(command, "check", path)


def test_cases_and_scenarios_are_checked_alike(command, tmp_path):
    case = tmp_path / "case.yaml"
    case.write_text("format: 1\nkind: case\nfacts:\n  isue-ongoing: true\n")
    same(command, "check", case)
    same(command, "check", case, "--rules", "rules")
    same(command, "check", case, "--policy", "rules/settle/2020-10/policy.yaml")
    same(command, "check", tmp_path / "absent.yaml", tmp_path)
    same(command, "check", f"{tmp_path}/", tmp_path)
    (tmp_path / "empty").mkdir()
    same(command, "check", tmp_path / "empty")
    same(command, "check", "rules")
    assert same(command, "check", "rules/settle/2020-10/scenarios.yaml") == 0


EVALS = [
    ["--policy", "rules/settle/2020-10/policy.yaml"],
    ["--landlord", "livewest", "--rules", "rules"],
    ["--landlord", "settle", "--rules", "rules", "--now", "none"],
    ["--landlord", "settle", "--rules", "rules", "--now", "2023-02-01", "--detail", "working"],
    ["--landlord", "settle", "--rules", "rules", "--now", "2023-02-01T10:00Z", "--ask", "windows",
     "--ask", "deadlines"],
    ["--landlord", "settle", "--rules", "rules", "--width", "50"],
    ["--landlord", "settle", "--rules", "rules", "--format", "json"],
    ["--landlord", "settle", "--rules", "rules", "--calendar", "england-and-wales=scotland"],
    ["--landlord", "settle", "--rules", "rules", "--calendar",
     "england-and-wales=rules/calendars/scotland.yaml"],
    ["--landlord", "nobody", "--rules", "rules"],
    ["--policy", "no-such-policy", "--rules", "rules"],
    ["--policy", "tests/diagnostics/unit-missing/policy.yaml"],
]


@pytest.mark.parametrize("arguments", EVALS, ids=lambda one: " ".join(one))
def test_cases_are_answered_alike(command, arguments):
    for path in sorted((ROOT / "examples" / "cases").glob("*.yaml")):
        same(command, "eval", path.relative_to(ROOT), *arguments)


def test_a_faulty_case_is_told_alike(command, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("format: 1\nkind: case\nfacts: { isue-ongoing: yes }\n")
    same(command, "eval", path, "--landlord", "settle", "--rules", "rules")
    same(command, "eval", tmp_path / "absent.yaml", "--landlord", "settle", "--rules", "rules")


@pytest.mark.parametrize("arguments", [
    ["test", "rules"], ["test", "--verbose", "rules/settle/2020-10/scenarios.yaml"],
    ["test", "examples"], ["test", "tests/diagnostics/unit-missing/policy.yaml"],
    ["test", "rules/settle/2020-10/scenarios.yaml", "--policy",
     "rules/livewest/2020-06/policy.yaml"]], ids=lambda one: " ".join(one))
def test_scenarios_run_alike(command, arguments):
    same(command, *arguments)


SETTLE = "rules/settle/2020-10/scenarios.yaml"


@pytest.mark.parametrize("form", ["text", "tap", "junit"])
@pytest.mark.parametrize("arguments", [
    ["rules/settle", "rules/livewest/2018-10"], ["--name", "FUNERAL", SETTLE],
    ["--name", "nobody says this", SETTLE], ["--verbose", "--name", "É", SETTLE],
    ["absent.yaml", SETTLE], ["tests/diagnostics/unit-missing/policy.yaml"], ["tests/cli"],
    ["tests/hard-cases"]], ids=lambda one: " ".join(one))
def test_what_was_run_is_told_alike(command, form, arguments):
    same(command, "test", "--format", form, *arguments)


@pytest.mark.parametrize("form", ["text", "tap", "junit"])
def test_differences_are_told_alike_to_programs(command, form, tmp_path):
    policy = (ROOT / SETTLE).with_name("policy.yaml")
    path = tmp_path / "a&b <é>.yaml"
    text = re.sub(r"due: (\d{4}-\d\d)-\d\d", r"due: \1-01", (ROOT / SETTLE).read_text())
    text = text.replace("- name: ", r'- name: "\u202e # <&> \x27 \\ é; "' + "\n    # ", 1)
    path.write_text(text)
    assert same(command, "test", "--format", form, path, "--policy", policy) == 1


@pytest.mark.skipif(os.fsencode("\udcff") != b"\xff", reason="names are no bytes here")
def test_a_name_that_is_no_text_is_shown_alike(command, tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff\x1b.yaml"
    shutil.copy(ROOT / SETTLE, path)
    policy = str((ROOT / SETTLE).with_name("policy.yaml"))
    for form in ("text", "tap", "junit"):
        asked = ["test", "--verbose", "--format", form, path, "--policy", policy]
        theirs = subprocess.run([os.environ["COMPLAINT_COMMAND"], *asked], capture_output=True)
        found = ours(*map(os.fsdecode, asked))
        assert found == (theirs.returncode, theirs.stdout.decode(), theirs.stderr.decode())


def test_what_only_the_command_has_is_said():
    for arguments in (["test", "--coverage", SETTLE], ["test", "--threshold", "50", SETTLE],
                      ["test", "--suggest", SETTLE], ["explain", "settle/2020-10"], ["help"]):
        code, out, err = ours(*arguments)
        assert code == 2 and not out and "alone" in err, arguments


@pytest.mark.parametrize("arguments", [
    [], ["chekc"], ["check"], ["eval"], ["eval", "x"], ["test"], ["check", "--nope", "x"],
    ["eval", "x", "--policy", "a", "--landlord", "b"], ["eval", "x", "--now", "soon", "--policy",
                                                        "rules/settle/2020-10/policy.yaml"],
    ["eval", "x", "--calendar", "y", "--policy", "rules/settle/2020-10/policy.yaml"]], ids=str)
def test_wrong_use_has_the_commands_exit_code(command, arguments):
    code, out, err = ours(*arguments)
    assert code == command(*arguments).returncode == 2
    assert not out and err


def run(*arguments, **options):
    return subprocess.run([sys.executable, "-m", "complaint", *arguments], capture_output=True,
                          text=True, env={**os.environ, "PYTHONPATH": str(PACKAGE)}, **options)


def test_as_a_module_with_standard_input_and_a_closed_pipe():
    case = (ROOT / "examples" / "cases" / "settle.yaml").read_text()
    found = run("eval", "-", "--policy", "settle/2020-10", input=case)
    assert found.returncode == 0 and found.stdout.startswith("settle: ")
    faulty = run("eval", "-", "--policy", "settle/2020-10", input="{")
    assert faulty.returncode == 1 and faulty.stderr.startswith("standard input:1")
    large = run("eval", "-", "--policy", "settle/2020-10", input="#" * 300000)
    assert large.returncode == 2
    assert run("--version").stdout == "complaint 0.1.0\n"
    with open("/dev/full", "w", encoding="utf-8") as full:
        found = subprocess.run([sys.executable, "-m", "complaint", "test", SETTLE], stdout=full,
                               stderr=subprocess.PIPE, text=True,
                               env={**os.environ, "PYTHONPATH": str(PACKAGE)})
    assert found.returncode == 2 and "standard output" in found.stderr
