# SPDX-License-Identifier: MIT
"""The loader's tables of keys, as its own compiler reads them: what a schema and a manual are made from.

Every file of lib/load/ goes through the preprocessor, so that macros are what they are to the compiler, and the
initialisers of `struct cmpl_field`, `cmpl_fields` and `cmpl_word` are taken from it. Nothing is guessed: a row of
another form stops the script.
"""

import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|[{}(),;=\[\]&.]|[^\s{}(),;=\[\]&."]+')
NULL = ("((void*)0)", "0", "NULL")  # of one compiler in seven tokens, of another in six
ESCAPES = {'"': '"', "\\": "\\", "n": "\n"}


class Row:
    """A key of a mapping: its reader by name, what the reader needs besides, and the phrase for people."""

    def __init__(self, key, read, must, extra, flag, doc):
        self.key, self.read, self.must, self.extra, self.flag, self.doc = key, read, must, extra, flag, doc


class Table:
    """The keys of one sort of mapping."""

    def __init__(self, file, what, rows):
        self.file, self.what, self.rows = file, what, rows


def compiler():
    return shlex.split(os.environ.get("CC", "cc"))


def preprocess(path):
    command = [*compiler(), "-std=c11", "-E", "-P", "-DCOMPLAINT_HAVE_ICAL", f"-I{ROOT / 'lib'}",
               f"-I{ROOT / 'include'}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


def unquote(token):
    return re.sub(r"\\(.)", lambda match: ESCAPES[match[1]], token[1:-1])


def parse(tokens, at):
    """A braced initialiser from its opening brace: nested lists of entries, each a list of tokens."""
    entries, entry = [], []
    depth = 0
    at += 1
    while True:
        token = tokens[at]
        if token == "{":
            inner, at = parse(tokens, at)
            entry.append(inner)
        elif token == "}" and depth == 0:
            return entries + ([entry] if entry else []), at
        elif token == "," and depth == 0:
            entries.append(entry)
            entry = []
        else:
            depth += (token in "([") - (token in ")]")
            entry.append(token)
        at += 1


def is_null(entry):
    return "".join(map(str, entry)) in NULL


def text_of(entry):
    """A string, also in pieces; None for NULL."""
    if is_null(entry):
        return None
    if not entry or not all(isinstance(one, str) and one.startswith('"') for one in entry):
        sys.exit(f"no text: {entry}")
    return "".join(map(unquote, entry))


def row_of(entry):
    key, read, _, must, extra, flag, doc = entry[0]
    name = None if is_null(extra) else "".join(extra).lstrip("&")
    return Row(text_of(key), read[0], must == ["1"], name, None if flag == ["0"] else "".join(flag), text_of(doc))


DEFINITION = re.compile(r"\bconst struct (cmpl_field|cmpl_fields|cmpl_word|rules_row|rule_row|cmpl_number_range) "
                        r"(\w+)(\[\w*\])?\s*=\s*\{")


def definitions(text):
    for match in DEFINITION.finditer(text):
        tokens = TOKEN.findall(text[match.end() - 1:])
        yield match[1], match[2], match[3] is not None, parse(tokens, 0)[0]


class Tables:
    """All of them, by file and name."""

    def __init__(self):
        self.tables, self.words, self.links, self.rules = {}, {}, {}, {}
        for path in sorted((ROOT / "lib" / "load").glob("*.c")):
            self.read(path.stem, preprocess(path))

    def read(self, file, text):
        rows = {}
        found = list(definitions(text))
        for kind, name, array, entries in found:
            if kind == "cmpl_field" and array and all(isinstance(one[0], list) and len(one[0]) == 7 for one in entries):
                rows[name] = [row_of(one) for one in entries]
            elif kind == "cmpl_word" and array:
                self.words[file, name] = [word for word in (text_of(one[0][0]) for one in entries) if word]
            elif kind == "rules_row":
                self.links[file, name] = entries[1][0].lstrip("&") if entries[1][0] != "&" else entries[1][1]
            elif kind == "rule_row":
                self.rules[file, name] = [text_of(one) for one in entries[1][0] if not is_null(one)]
        for kind, name, array, entries in found:
            if kind != "cmpl_fields":
                continue
            for one in [one[-1] for one in entries] if array else [entries]:
                if one[1][0] in rows:
                    self.tables[file, one[1][0]] = Table(file, text_of(one[0]), rows[one[1][0]])

    def words_of(self, file, name):
        """Words are static in their file, or shared by all."""
        own = self.words.get((file, name))
        return own or next(words for (_, other), words in self.words.items() if other == name)

    def table_of(self, file, name):
        """The table of a `struct cmpl_fields` by its rows' name, or by its own."""
        return self.tables.get((file, name)) or self.tables.get((file, name + "_rows"))
