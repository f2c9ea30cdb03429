# SPDX-License-Identifier: MIT
"""Every small mistake that an author can make in a rule file: keys and values misspelt, deleted, doubled, retyped.

The file is read with PyYAML, whose marks say where each key and value stands; a mutant is the text with one piece of
it replaced. Nothing here knows the format but for two things: which values are prose, and which keys name a rule.
"""

import collections
import re

import yaml

# Values that are words for people. A letter lost in one of them no program can know of.
PROSE = {
    "says", "words", "because", "question", "title", "issued-by", "owner", "part", "refer-to", "by", "decided-by",
    "left-open", "silent-on", "wording", "source", "clause", "tell", "ask", "follows", "label", "strength", "sure",
    "approved", "review-by",
}
# Of those, the ones whose words are compared by nothing, but that a scenario can name.
COMPARED = {"part", "refer-to", "decided-by", "label"}

# `lines`: where a message about the mistake may stand: the entry itself, and where the mappings around it begin.
Mutant = collections.namedtuple("Mutant", "kind path line lines old text prose")


def end_of(text, node):
    """Where a node's own text ends: without the blank lines and remarks that follow it."""
    lines = text[node.start_mark.index : node.end_mark.index].split("\n")
    while len(lines) > 1 and re.match(r"\s*(#.*)?$", lines[-1]):
        lines.pop()
    return node.start_mark.index + len("\n".join(lines).rstrip())


class Mutants:
    """All mutants of one text, in the order of the file."""

    def __init__(self, text):
        self.text, self.found, self.around = text, [], []
        self.visit(yaml.compose(text), (), False)

    def add(self, kind, path, mark, piece, prose=False, old=""):
        """`piece`: where to where, and what to put there. `mark`: the node the mutant is about."""
        start, end, new = piece
        text = self.text[:start] + new + self.text[end:]
        if text == self.text:
            return
        first = mark.start_mark.line + 1
        last = self.text.count("\n", 0, end_of(self.text, mark)) + 1 + new.count("\n")
        lines = frozenset(range(first, last + 1)) | frozenset(self.around[-20:])
        self.found.append(Mutant(kind, "/".join(map(str, path)), first, lines, old, text, prose))

    def visit(self, node, path, prose):
        if isinstance(node, yaml.MappingNode):
            self.visit_mapping(node, path, prose)
        elif isinstance(node, yaml.SequenceNode):
            self.visit_sequence(node, path, prose)

    def visit_mapping(self, node, path, prose):
        for index, (key, value) in enumerate(node.value):
            here = (*path, key.value)
            own = key.value in PROSE or prose
            follower = node.value[index + 1][0] if index + 1 < len(node.value) else None
            start, end = key.start_mark.index, end_of(self.text, value)
            self.add("misspell-key", here, key, (start, key.end_mark.index, misspelt(key.value)), old=key.value)
            self.add("retype-key", here, key, (start, key.end_mark.index, "7"), old=key.value)
            self.around += [one.start_mark.line + 1 for one, _ in node.value]
            self.take_out(here, key, node, (start, end, follower and follower.start_mark.index))
            del self.around[-len(node.value) :]
            self.double(here, key, node, (start, end))
            self.value(here, value, own, key.value)
            self.around += [node.start_mark.line + 1, key.start_mark.line + 1]
            self.visit(value, here, own)
            del self.around[-2:]

    def visit_sequence(self, node, path, prose):
        for index, value in enumerate(node.value):
            here = (*path, index)
            follower = node.value[index + 1] if index + 1 < len(node.value) else None
            start, end = value.start_mark.index, end_of(self.text, value)
            self.around += [node.start_mark.line + 1]
            self.take_out(here, value, node, (start, end, follower and follower.start_mark.index))
            self.around.pop()
            self.double(here, value, node, (start, end))
            self.value(here, value, prose, path[-1] if path else "")
            self.around += [node.start_mark.line + 1, value.start_mark.line + 1]
            self.visit(value, here, prose)
            del self.around[-2:]

    def take_out(self, path, mark, parent, place):
        """The whole entry."""
        start, end, follower = place
        old = self.text[start:end]
        prose = path[-1] in PROSE or len(path) > 1 and path[-2] in PROSE
        if parent.flow_style:
            rest = re.match(r"\s*,\s*", self.text[end:])
            before = re.search(r",\s*$", self.text[:start])
            if rest:
                end += rest.end()
            elif before:
                start -= before.end() - before.start()
        else:
            start = self.text.rindex("-", 0, start) if isinstance(parent, yaml.SequenceNode) else start
            line = self.text.rfind("\n", 0, start) + 1
            if not self.text[line:start].strip(" "):
                start, end = line, self.text.find("\n", end) + 1 or len(self.text)
            elif follower:
                end = follower
        self.add("delete", path, mark, (start, end, ""), prose, old)

    def double(self, path, mark, parent, place):
        start, end = place
        old = self.text[start:end]
        column = start - (self.text.rfind("\n", 0, start) + 1)
        if parent.flow_style:
            new = old + ", "
        elif isinstance(parent, yaml.SequenceNode):
            new = old + "\n" + " " * (column - 2) + "- "
        else:
            new = old + "\n" + " " * column
        self.add("double", path, mark, (start, start, new), False, old)

    def value(self, path, node, prose, key):
        start, end = node.start_mark.index, end_of(self.text, node)
        old = self.text[start:end]
        if not isinstance(node, yaml.ScalarNode):
            self.add("retype", path, node, (start, end, "7"), old=old)
            return
        if node.style in "|>" if node.style else False:
            last = old.rfind(" ") + 1
            self.add("misspell", path, node, (start + last, end, misspelt(old[last:])), prose, old)
        else:
            quotes = 1 if node.style else 0
            inner = old[quotes : len(old) - quotes]
            self.add("misspell", path, node, (start + quotes, end - quotes, misspelt(inner)), prose and key not in COMPARED, inner)
            self.add("retype", path, node, (start, end, f"[{old}]"), old=inner)
            self.add("retype", path, node, (start, end, f"{{ {old}: {old} }}"), old=inner)
        self.add("retype", path, node, (start, end, "7" if not old.isdigit() else "seven"), prose, old)
        self.add("empty", path, node, (start, end, ""), old=old)


def misspelt(text):
    """The mistake that a hand makes: two letters changed round; a digit one higher; a short word without its first."""
    number = re.search(r"\d", text)
    letters = [i for i in range(len(text) - 1) if text[i : i + 2].isalpha() and text[i] != text[i + 1]]
    if number and (len(letters) < 3 or re.match(r"\d+ [a-z]", text)):
        at = number.start()
        while at + 1 < len(text) and text[at + 1].isdigit():
            at += 1
        return text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]
    if not letters:
        return text[1:] or "7"
    at = letters[len(letters) // 2]
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def mutants_of(text):
    return Mutants(text).found
