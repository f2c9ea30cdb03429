#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""`complaint fmt`: layout alone changes; no remark is lost; a file is never half written.

    fmt.py COMMAND
"""

import collections
import os
import pathlib
import random
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "api")]
from command import BOUND_BY_PERMISSIONS, ROOT, WRAPPER, call  # noqa: E402
from report import Report  # noqa: E402

COMMAND = str(pathlib.Path(sys.argv[1]).absolute())
report = Report()

HEAD = """format: 1
kind: policy

document:
  issued-by: Example Homes
  title: Complaints Policy
  in-force: { from: 2024-04 }
  chosen-by: complaint-received

counting:
  calendar: england-and-wales

"""
STAGES = """stages:
  - id: stage-1
    clause: "4"
    says: A manager looks into the complaint and answers it.
    starts: complaint-received
    ends: stage-1-response-sent
    duties:
      - id: respond-stage-1
        clause: "4.2"
        says: We answer in full.
        within: 10 working days
        after: complaint-received
        done-by: stage-1-response-sent
"""


def expect(name, arguments, code=0, out=None, err=None, **more):
    result = call(COMMAND, *arguments, **more)
    report.check(name, result.faults(code, out, err))
    return result


def check(name, holds, told=""):
    report.check(name, [] if holds else [told or "it does not hold"])


def laid_out(name, scratch, before, code=0, err=None, file="policy.yaml"):
    path = scratch / file
    path.write_bytes(before if isinstance(before, bytes) else before.encode())
    expect(name, ["fmt", path], code, err=err)
    return path.read_bytes().decode("utf-8", "replace")


def remarks(text):
    """All remarks, with quotes and blocks left out of the reckoning."""
    found = []
    for line in text.split("\n"):
        line = re.sub(r"\"(\\.|[^\"\\])*\"|(?<![^\s\[{,])'[^']*'(?=[\s,\]}]|$)", "", line)
        match = re.search(r"(^|\s)#.*", line)
        if match:
            found.append(match[0].strip())
    return collections.Counter(found)


def every_file(scratch):
    shutil.copytree(ROOT / "rules", scratch / "rules")
    for path in sorted((scratch / "rules").rglob("*.yaml")):
        name = path.relative_to(scratch)
        before = path.read_text()
        shown = call(COMMAND, "show", path).out if path.name in ("policy.yaml", "example.yaml") else ""
        if "ics-not-built-in" in call(COMMAND, "check", path).out:
            continue  # what is not read is not laid out
        expect(f"{name} is laid out", ["fmt", path])
        after = path.read_text()
        check(f"{name} keeps every remark", remarks(before) == remarks(after), str(remarks(before) - remarks(after)))
        check(f"{name} keeps every word", re.sub(r">-(?=\n)|\s", "", before) == re.sub(r">-(?=\n)|\s", "", after))
        expect(f"{name} is laid out once", ["fmt", "--check", path], out="")
        if shown:
            same = re.sub(r'"line": ?\d+', "", shown) == re.sub(r'"line": ?\d+', "", call(COMMAND, "show", path).out)
            check(f"{name} means the same", same)
    for policy in sorted((scratch / "rules").glob("*/*/")):
        expect(f"{policy.relative_to(scratch)} passes still", ["test", policy], out=" 0 failed")


def rules_of_layout(scratch):
    after = laid_out("a policy written by hand", scratch, f"""

format:   1
kind: policy
document:
    issued-by:  Example Homes   # the landlord
    title: Complaints Policy   \r
    in-force: {{from: 2024-04}}
    chosen-by: complaint-received
counting: {{calendar:   england-and-wales,time-zone: Europe/London }}



exclusions:
- id: old
  clause: '2.1'
  says: It is old.
  tested-at: [acceptance,escalation]
  when:
     all:
     # both, as the text has it
     - issue-arose: {{more-than: 12 months,before: complaint-made}}
     -   not: issue-ongoing
  effect: may-decline
# of the court
- id: court
  clause: "2.2"
  says: >-
    A claim has been filed at court, and the court
    has
    not yet decided whether it will hear what the resident and we have to say.

    Or it has.
  tested-at: [acceptance]
  when: claim-filed-at-court
  effect: exclude
      # of the one above
stages:
- id: stage-1
  clause: "4"
  says: A manager looks into the complaint and answers it, and says so to everybody who has asked about it.
  starts: complaint-received
  ends: stage-1-response-sent
  duties:
  - id: respond-stage-1
    clause: "4.2"
    says: We answer
      in full.
    within: 10 working days
    after: complaint-received
    done-by: stage-1-response-sent
    tell:    resident
    about: [ reasons , "stage" ,
        decision ]
# the end

""")
    wanted = """format: 1
kind: policy

document:
  issued-by: Example Homes      # the landlord
  title: Complaints Policy
  in-force: { from: 2024-04 }
  chosen-by: complaint-received

counting: { calendar: england-and-wales, time-zone: Europe/London }

exclusions:
  - id: old
    clause: "2.1"
    says: It is old.
    tested-at: [acceptance, escalation]
    when:
      all:
        # both, as the text has it
        - issue-arose: { more-than: 12 months, before: complaint-made }
        - not: issue-ongoing
    effect: may-decline

  # of the court
  - id: court
    clause: "2.2"
    says: >-
      A claim has been filed at court, and the court has not yet decided whether
      it will hear what the resident and we have to say.

      Or it has.
    tested-at: [acceptance]
    when: claim-filed-at-court
    effect: exclude
    # of the one above

stages:
  - id: stage-1
    clause: "4"
    says: >-
      A manager looks into the complaint and answers it, and says so to
      everybody who has asked about it.
    starts: complaint-received
    ends: stage-1-response-sent
    duties:
      - id: respond-stage-1
        clause: "4.2"
        says: We answer in full.
        within: 10 working days
        after: complaint-received
        done-by: stage-1-response-sent
        tell: resident
        about: [ reasons , "stage" ,
            decision ]
# the end
"""
    faults = [f"{a!r} instead of {b!r}" for a, b in zip(after.split("\n"), wanted.split("\n")) if a != b]
    report.check("and every rule of it", faults or ([] if after == wanted else ["longer or shorter", after]))


def small_things(scratch):
    for name, line, wanted in (
        ("a flow mapping", "    counting: {calendar:  scotland}", "    counting: { calendar: scotland }"),
        ("nested ones", "    when: {all: [issue-ongoing,{not: complex}]}", "    when: { all: [issue-ongoing, { not: complex }] }"),
        ("a hash in a word", "    by: a#b", "    by: a#b"),
        ("a hash in quotes", "    by: \"a # b\" # c", "    by: \"a # b\" # c"),
        ("a remark with one blank", "    by: somebody # c", "    by: somebody # c"),
        ("a remark far off", "    by:  somebody         # c", "    by: somebody          # c"),
        ("single quotes that are no clause", "    by: 'some''body'", "    by: 'some''body'"),
        ("a bracket in quotes", "    by: \"a ] b\"", "    by: \"a ] b\""),
        ("an apostrophe", "    by: the landlord's people", "    by: the landlord's people"),
        ("a colon without a blank", "    by: a:b", "    by: a:b"),
        ("quotes inside", "    by: the \"people\" there", "    by: the \"people\" there"),
        ("letters of two bytes", "    by:  Tŷ Cymru   # ŷ", "    by: Tŷ Cymru    # ŷ"),
    ):
        duty = STAGES.replace("    duties:\n", "    duties:\n").rstrip("\n") + "\n    " + line + "\n"
        after = laid_out(name, scratch, HEAD + duty)
        check(f"{name} comes out", after == HEAD + STAGES + "    " + wanted + "\n", repr(after[-120:]))
    after = laid_out("a byte order mark goes", scratch, b"\xef\xbb\xbf" + (HEAD + STAGES).encode())
    check("and nothing else", after == HEAD + STAGES)
    after = laid_out("lines that end in CR LF", scratch, (HEAD + STAGES).replace("\n", "\r\n"))
    check("end in LF", after == HEAD + STAGES)
    literal = HEAD + STAGES.replace("says: We answer in full.", "says: |-\n          We answer\n            in full.")
    check("a text under |- stays", laid_out("a text under |-", scratch, literal) == literal)
    deeper = HEAD + STAGES.replace("says: We answer in full.", "says: >-\n          We  answer\n            in full.\n          Yes.")
    check("so does one that is set in further", laid_out("a text set in further", scratch, deeper) == deeper)
    ends = HEAD + STAGES.replace("says: We answer in full.", "says: >-\n          We answer  \n          in full.")
    check("blanks that belong to a text stay", laid_out("blanks in a text", scratch, ends) == ends)


def disarranged(text, chance):
    """The same file as a careless hand would write it: other steps, blanks, empty lines, endings."""
    step = chance.choice((1, 3, 4, 5))
    made, block = [], None
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and line.strip() and indent <= block:
            block = None
        new = " " * (indent // 2 * step) + line.lstrip(" ")
        if indent % 2:
            return None
        if block is None:
            # A hyphen keeps its step, so that keys behind it stay in line.
            new = re.sub(r"^( *)- ", lambda match: match[1] + "-" + " " * (step - 1), new) if step > 1 else new
            new += " " * chance.choice((0, 0, 1, 3)) if new.strip() else ""
            if chance.random() < 0.1:
                made += [""] * chance.randint(1, 3)
        if re.search(r": [>|]-?$|- >-$", line):
            block = indent
        made.append(new)
    end = chance.choice(("\n", "\r\n"))
    return end.join(made)


def careless_hands(scratch):
    """Every policy, disarranged in many ways, comes out as it went in."""
    chance, done = random.Random(4), 0
    for source in sorted((ROOT / "rules").glob("*/*/policy.yaml")) + [ROOT / "rules" / "example.yaml"]:
        path = scratch / "policy.yaml"
        shutil.copy(source, path)
        expect(f"{source.parent.name} is laid out", ["fmt", path])
        wanted = path.read_text()
        for _ in range(6):
            text = disarranged(wanted, chance)
            if text is None or re.search(r"(?m)^ *-(?! )\S", text):
                continue
            path.write_text(text, newline="")
            if call(COMMAND, "check", "--quiet", "--no-sense", path).code != 0:
                continue
            done += 1
            result = call(COMMAND, "fmt", path)
            after = path.read_text()
            faults = list(result.faults(0))
            faults += [f"{a!r} instead of {b!r}" for a, b in zip(
                re.sub(r"\n\n+", "\n", after).split("\n"), re.sub(r"\n\n+", "\n", wanted).split("\n"))
                if re.sub(r" +#", " #", a) != re.sub(r" +#", " #", b)][:4]
            report.check(f"{source.parent.name}, disarranged, number {done}", faults)
    check("many were tried", done >= 20, str(done))


def noisy(text, chance):
    """Remarks where nobody expects them, blanks, values over two lines."""
    made = []
    for line in text.split("\n"):
        dice = chance.random()
        indent = len(line) - len(line.lstrip(" -"))
        if dice < 0.03:
            made.append(" " * chance.randint(0, 14) + f"# note {chance.randint(0, 9)}: a \"b\" [c")
        elif dice < 0.05:
            made.append(" " * chance.randint(0, 4))
        elif dice < 0.07:
            line += " " * chance.randint(1, 3) + ("# side \"x" if line.strip() and line.lstrip()[0] != "#" else "")
        elif dice < 0.09:
            line = line.replace(", ", chance.choice((",  ", ",")))
        elif dice < 0.11:
            line = line.replace(": ", ":    ", 1)
        elif dice < 0.13 and line.rstrip().endswith("]") and ", " in line:
            at = line.rindex(", ")
            line = line[: at + 1] + "\n" + " " * chance.randint(12, 16) + line[at + 2 :]
        elif dice < 0.16 and re.search(r"says: \w+ \w+ \w+", line):
            at = line.index(" ", line.index("says: ") + 9)
            line = line[:at] + "\n" + " " * (indent + chance.randint(1, 9)) + line[at + 1 :]
        made.append(line)
    return "\n".join(made)


def noise(scratch):
    """Whatever a file looks like: laid out once, it stays, and nothing of it is lost; or it is refused."""
    chance, done = random.Random(9), 0
    sources = sorted((ROOT / "rules").glob("*/*/policy.yaml")) + [ROOT / "rules" / "example.yaml"]
    path = scratch / "policy.yaml"

    def meaning():
        return re.sub(r'"line": ?\d+', "", call(COMMAND, "show", path).out)

    def kept(text):
        return collections.Counter(re.findall(r"# *(?:note|side)", re.sub(r"\s+", " ", text)))
    for number in range(36):
        before = noisy(chance.choice(sources).read_text(), chance)
        path.write_text(before)
        meant, result, faults = meaning(), call(COMMAND, "fmt", path), []
        after = path.read_text()
        if result.code == 0:
            done += 1
            faults += ["it means something else"] if meaning() != meant else []
            faults += ["a remark is lost"] if kept(before) != kept(after) else []
            faults += ["it changes once more"] if call(COMMAND, "fmt", "--check", path).code != 0 else []
        elif result.code != 1 or after != before or "stays as it is" not in result.err:
            faults += [f"exit code {result.code}", result.err[-300:]]
        report.check(f"noise {number}", faults)
    check("most could be laid out", done >= 18, str(done))


def refusals(scratch):
    for name, text, code, told in (
        ("a file with faults", HEAD + STAGES.replace("working days", "days"), 1, "mend its faults first"),
        ("no YAML", "a: [", 1, "mend its faults first"),
        ("an empty file", "", 1, "stays as it is"),
        ("not UTF-8", b"format: 1\nkind: policy\n# \xff\n", 1, "stays as it is"),
        ("a control character", "format: 1\nkind: policy\n# \033[31m\n", 1, "stays as it is"),
        ("300 KiB", "#" * (300 * 1024), 2, "longer than 256 KiB"),
        ("marks of a document", "---\n" + HEAD + STAGES, 1, "stays as it is"),
        ("a text under >+", HEAD + STAGES.replace("says: We answer in full.", "says: >+\n          We answer."), 1, "write this text under >-"),
        ("a text with its own step", HEAD + STAGES.replace("says: We answer in full.", "says: >2-\n          We answer."), 1, ">-"),
        ("JSON", '{"format": 1, "kind": "case"}', 2, "only YAML"),
    ):
        given = text if isinstance(text, bytes) else text.encode()
        after = laid_out(name, scratch, given, code, err=told)
        check(f"{name}: it is as it was", (scratch / "policy.yaml").read_bytes() == given, after[:200])
        result = call(COMMAND, "fmt", scratch / "policy.yaml")
        check(f"{name}: nothing raw is said", not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", result.err + result.out), result.err)
    expect("a file that is not there", ["fmt", "nowhere.yaml"], 2, err="nowhere.yaml: No such file")
    expect("a folder", ["fmt", scratch], 2, err="Is a directory")
    expect("a device", ["fmt", "/dev/null"], 2, err="a device or a pipe")
    pipe = scratch / "pipe.yaml"
    os.mkfifo(pipe)
    expect("a pipe is not waited for", ["fmt", pipe], 2, err="a device or a pipe")
    pipe.unlink()
    expect("an .ics file", ["fmt", "rules/calendars/scotland.ics"], 2, err="only YAML")
    expect("no file", ["fmt"], 2, err="no file to lay out")
    expect("a name with a control character", ["fmt", "a\033b"], 2, err="a\\x1bb")
    check("nothing lies beside", sorted(os.listdir(scratch)) == ["policy.yaml"], str(os.listdir(scratch)))


UNTIDY = (HEAD + STAGES).replace("kind: policy", "kind:  policy")


def writing(scratch):
    path = scratch / "policy.yaml"
    path.write_text(UNTIDY)
    os.chmod(path, 0o640)
    expect("--check says so", ["fmt", "--check", path], 1, out=f"{path}\n")
    check("and writes nothing", path.read_text() == UNTIDY)
    expect("a file that changes is named", ["fmt", path], out=f"{path}\n")
    check("keeps its mode", stat.S_IMODE(path.stat().st_mode) == 0o640)
    before = path.stat().st_ino
    expect("one that does not change is not", ["fmt", path], out="")
    check("nor touched", path.stat().st_ino == before)
    (scratch / "below").mkdir()
    link = scratch / "below" / "link.yaml"
    link.symlink_to("../policy.yaml")
    path.write_text(UNTIDY)
    expect("through a link", ["fmt", link])
    check("the link stays and the file changes", link.is_symlink() and path.read_text() == HEAD + STAGES)
    path.write_text(UNTIDY)
    os.link(path, scratch / "second.yaml")
    expect("a file with two names", ["fmt", path], 2, err="several names")
    check("stays", path.read_text() == UNTIDY)
    os.unlink(scratch / "second.yaml")
    calendar = scratch / "own.yaml"
    calendar.write_text("format: 1\nkind: calendar\ncovers: { from: 2024-01-01, until: 2025-12-31 }\nweekend: [saturday,sunday]\n"
                        "holidays: [england-and-wales]\nsource:  ours\n")
    path.write_text(UNTIDY.replace("calendar: england-and-wales", "calendar: own.yaml"))
    result = call(COMMAND, "fmt", path, calendar)
    check("a policy with a calendar beside it", result.code == 0 and "own" in path.read_text(), result.err)
    expect("a full disk under the output", ["fmt", "--check", POLICY_UNTIDY(scratch)], 2, stdout=open("/dev/full", "wb"))  # noqa: SIM115
    reading, closed = os.pipe()
    os.close(reading)
    expect("a closed pipe", ["fmt", "--check", scratch / "untidy.yaml"], 2, err="standard output", stdout=closed)
    os.close(closed)
    path.write_text(UNTIDY)
    os.chmod(scratch, 0o555)
    expect("a read-only folder", ["fmt", path], 2, err="nothing can be written beside it", **BOUND_BY_PERMISSIONS)
    os.chmod(scratch, 0o755)
    check("is left as it was", path.read_text() == UNTIDY)
    check("nothing lies beside", not [one for one in os.listdir(scratch) if "yaml." in one], str(os.listdir(scratch)))


def POLICY_UNTIDY(scratch):  # noqa: N802
    path = scratch / "untidy.yaml"
    path.write_text(UNTIDY)
    return path


def a_full_disk(scratch):
    """No room for the new text: the old one stays whole."""
    path = scratch / "policy.yaml"
    path.write_text(UNTIDY)
    done = subprocess.run(["bash", "-c", "ulimit -f 0; trap '' XFSZ; exec \"$@\"", "-", COMMAND, "fmt", str(path)],
                          capture_output=True, text=True, check=False)
    check("no room: it says so", done.returncode == 2 and "File too large" in done.stderr, str(done))
    check("and the old text stays", path.read_text() == UNTIDY and os.listdir(scratch) == ["policy.yaml"])


def changed_meanwhile(scratch):
    """Somebody saves the file while it is being laid out: their text stays."""
    path, kept = scratch / "policy.yaml", 0
    mine = HEAD + STAGES + "# mine\n"
    for delay in range(12):
        path.write_text(UNTIDY)
        process = subprocess.Popen([COMMAND, "fmt", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(delay * 0.0007)
        other = scratch / "mine"
        other.write_text(mine)
        os.replace(other, path)
        _, err = process.communicate(timeout=60)
        now = path.read_text()
        kept += "changed meanwhile" in err
        # Either fmt was done before, or it saw the new text whole, or it saw the change.
        report.check(f"saved meanwhile, after {delay} steps", [] if now == mine else [f"{process.returncode} {err} {now[:80]!r}"])
        check("nothing lies beside", os.listdir(scratch) == ["policy.yaml"], str(os.listdir(scratch)))
    print(f"seen while it was written: {kept} of 12")


def main():
    groups = [every_file, rules_of_layout, small_things, refusals, writing]
    if not WRAPPER:
        groups += [careless_hands, noise, a_full_disk, changed_meanwhile]
    for group in groups:
        with tempfile.TemporaryDirectory() as scratch:
            group(pathlib.Path(scratch))
    report.finish()


if __name__ == "__main__":
    main()
