# SPDX-License-Identifier: MIT
"""The manual pages, made from what is said elsewhere, so that they cannot say something else.

complaint(1) is made from `complaint --help` and `complaint help COMMAND`, complaint-policy(5) from sections 1 to 13 of
docs/rule-format.md. The pages are kept in docs/man; the test compares, and REGENERATE=1 writes them anew.
"""

import pathlib
import re
import subprocess
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MONTHS = ("January February March April May June July August September October November December").split()


def released():
    """The day of the release, from the changelog, and its version."""
    version, year, month, day = re.search(
        r"^## \[([\d.]+)\] - (\d+)-(\d+)-(\d+)", (ROOT / "CHANGELOG.md").read_text(), re.M
    ).groups()
    return f"{MONTHS[int(month) - 1]} {int(day)}, {year}", version


def escape(text, literal=False):
    text = text.replace("\\", "\\e")
    return text.replace("-", "\\-") if literal else text


def shield(line):
    """A line of text that begins like a request is none."""
    return "\\&" + line if line[:1] in (".", "'") else line


def inline(text):
    """Emphasis, code and links of Markdown as text; code is bold."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    pieces = re.split(r"(`[^`]*`|\*\*[^*]+\*\*|\*[^*]+\*)", text)
    made = ""
    for piece in pieces:
        if piece.startswith("`"):
            made += "\\fB" + escape(piece[1:-1], True) + "\\fR"
        elif piece.startswith("*"):
            made += "\\fI" + escape(piece.strip("*")) + "\\fR"
        else:
            made += escape(piece.replace("\\e", "\\"))
    return made


def paragraph(text):
    """Each sentence on lines of its own, as mdoc likes it, none too long."""
    sentences = re.sub(r"(?<=[.?!]) +(?=[A-Z(\"\\])|(?<=[.?!]\)) +(?=[A-Z\\])", "\n", text).split("\n")
    return [shield(line) for one in sentences for line in textwrap.wrap(one, 78, break_long_words=False, break_on_hyphens=False)]


def literal(lines):
    return [".Bd -literal -offset indent", *(shield(escape(line.rstrip(), True)) for line in lines), ".Ed"]


# --- complaint(1) -----------------------------------------------------------------------------------------------

HEAD = """.\\" SPDX-License-Identifier: MIT
.\\" Made by tests/comfort/manual.py from `complaint --help`; REGENERATE=1 makes it anew.
.Dd {date}
.Dt COMPLAINT 1
.Os
.Sh NAME
.Nm complaint
.Nd decide complaints by a landlord's published policy
.Sh SYNOPSIS
.Nm
.Ar command
.Op Ar option ...
.Op Ar argument ...
.Nm
.Cm help
.Op Ar command
.Nm
.Fl -version
.Sh DESCRIPTION
.Nm
answers, from a landlord's published complaints policy written as a file: may
this complaint be refused, and on which clause; what is due by when, and counted
how; may a limit be extended; which doors are open to the resident.
The files are described in
.Xr complaint-policy 5 .
.Pp
The commands are:
"""

TAIL = """.Sh ENVIRONMENT
.Bl -tag -width Ds
.It Ev NO_COLOR
If it is set and not empty, nothing is printed in colour.
.El
.Sh FILES
A policy named
.Pa landlord/YYYY-MM
is looked for below the folder given with
.Fl -rules ,
else below the installed one,
.Pa share/libcomplaint/rules
below the prefix, else below
.Pa rules
in this folder or one above it.
.Sh EXIT STATUS
.Bl -tag -width Ds
.It 0
Nothing is wrong.
.It 1
Faults were found in what was looked at.
.It 2
The command was used wrongly, or something could not be read or written.
.El
.Sh EXAMPLES
Begin a policy, check it and try it:
.Bd -literal -offset indent
$ complaint new "Example Homes" \\-\\-from 2024\\-04
$ complaint check example\\-homes/2024\\-04/policy.yaml
$ complaint test example\\-homes/2024\\-04
.Ed
.Pp
Answer a case, and one told in an interview:
.Bd -literal -offset indent
$ complaint eval case.yaml \\-\\-policy brighter\\-places/2022\\-08
$ complaint case brighter\\-places/2022\\-08 \\-\\-output case.yaml
.Ed
.Sh SEE ALSO
.Xr complaint-policy 5
"""


def option_entry(line):
    """"--policy NAME|FILE  the policy" as a flag, its argument and what is said of it."""
    flag, argument, said = re.match(r"  --([a-z-]+)(?: ([A-Z]\S*|\S+\|\S+))?(?: +|$)(.*)", line).groups()
    return f".It Fl -{flag}" + (f" Ar {escape(argument)}" if argument else ""), said


def command_section(name, told):
    """One command: how it is called, what it does, its options."""
    usage, _, rest = told.partition("\n\n")
    body, _, options = rest.partition("Options:\n")
    made = [f".Ss {name}", *literal([line[len("usage: ") :] for line in usage.split("\n")])]
    for block in body.strip("\n").split("\n\n"):
        lines = block.split("\n")
        if lines[0].startswith("  "):
            made += literal([line[2:] for line in lines])
        elif block:
            made += [".Pp", *paragraph(escape(" ".join(lines)))]
    made += [".Bl -tag -width Ds"]
    for entry in re.split(r"\n(?=  --)", options.rstrip("\n")):
        lines = entry.split("\n")
        tag, said = option_entry(lines[0])
        made += [tag, *paragraph(escape(" ".join([said, *(line.strip() for line in lines[1:])]).strip()))]
    return made + [".El"]


def command_page(command):
    def told(*words):
        return subprocess.run([command, *words], capture_output=True, text=True, check=True).stdout
    date, _ = released()
    summary = told("--help").partition("Commands:\n")[2].partition("\n\n")[0]
    commands = [found for found in re.findall(r"^  ([a-z][a-z-]*) +(.*)$", summary, re.M) if found[0] != "help"]
    made = [".Bl -tag -width vocabulary"]
    for name, said in commands:
        made += [f".It Cm {name}", escape(said)]
    made += [".El", ".Pp", "What each does, and its options:"]
    for name, _ in commands:
        made += command_section(name, told("help", name))
    return HEAD.format(date=date) + "\n".join(made) + "\n" + TAIL


# --- complaint-policy(5) -----------------------------------------------------------------------------------------

POLICY_HEAD = """.\\" SPDX-License-Identifier: MIT
.\\" Made by tests/comfort/manual.py from docs/rule-format.md; REGENERATE=1 makes it anew.
.Dd {date}
.Dt COMPLAINT-POLICY 5
.Os
.Sh NAME
.Nm complaint-policy
.Nd a landlord's complaints policy as a file
.Sh DESCRIPTION
A rule file says what one published complaints policy says, clause by clause,
so that
.Xr complaint 1
can answer from it.
The same form has files of scenarios, cases, calendars and names.
The letters E, D, X, W say which question reads a key: eligibility, deadlines,
extension, windows.
A number such as 2.1 names the section of this page.
"""

POLICY_TAIL = """.Sh SEE ALSO
.Xr complaint 1
.Pp
The hard cases (section 15) and the limits (16) stand in the reference,
docs/rule\\-format.md; how a policy is written, step by step, in rules/README.md.
"""


def cells(row):
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip().strip("|"))]


def table(rows):
    """The first column is what is written; the last says what it means, those between what it is."""
    made = [".Bl -tag -width Ds"]
    for row in rows[2:]:
        first, *between, last = cells(row)
        if "left out" in rows[0]:
            last = "When it is left out: " + last
        kind = ", ".join(cell for cell in between if cell)
        made += [f".It {inline(first)}" if first[0] not in ".'" else f".It \\&{inline(first)}"]
        made += paragraph(f"({inline(kind)}) {inline(last)}" if kind else inline(last))
    return made + [".El"]


def block(lines):
    """A paragraph, a table, a list or a piece of YAML."""
    if lines[0].startswith("|"):
        return table(lines)
    if lines[0].startswith("```"):
        return literal(lines[1:-1])
    if re.match(r"(- |\d+\. )", lines[0]):
        made, items = [".Bl -bullet -compact"], re.split(r"\n(?=- |\d+\. )", "\n".join(lines))
        for item in items:
            made += [".It", *paragraph(inline(re.sub(r"\s*\n\s*", " ", re.sub(r"^(- |\d+\. )", "", item))))]
        return made + [".El"]
    return [".Pp", *paragraph(inline(" ".join(lines)))]


def blocks_of(text):
    found, lines, fenced = [], [], False
    for line in text.split("\n"):
        fenced ^= line.startswith("```")
        if not line.strip() and not fenced or line.startswith("#") and not fenced:
            found += [lines] if lines else []
            found += [[line]] if line.startswith("#") else []
            lines = []
        else:
            lines.append(line)
    return found + ([lines] if lines else [])


def policy_page():
    date, _ = released()
    text = (ROOT / "docs" / "rule-format.md").read_text()
    text = text[text.index("\n## 1. ") : text.index("\n## 14. ")]
    made = []
    for lines in blocks_of(text):
        heading = re.match(r"(#+) (.*)", lines[0])
        if lines == ["---"]:
            continue
        if heading:
            macro = ".Sh" if heading[1] == "##" else ".Ss"
            title = heading[2].replace("`", "")
            made.append(f"{macro} {escape(title.upper() if macro == '.Sh' else title)}")
        else:
            made += block(lines)
    cleaned = [line for number, line in enumerate(made) if line != ".Pp" or not made[number - 1].startswith(".S")]
    return POLICY_HEAD.format(date=date) + "\n".join(cleaned) + "\n" + POLICY_TAIL


def pages(command):
    return {"complaint.1": command_page(command), "complaint-policy.5": policy_page()}
