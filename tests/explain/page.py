# SPDX-License-Identifier: MIT
"""A page of HTML as Python's own parser reads it: what is wrong with its form, and its words by id."""

import html.parser
import re

VOID = {"meta", "link", "br", "hr", "img", "input", "rect", "line", "path"}
RAW = {"style", "script"}
LANDMARKS = ("header", "nav", "main", "footer")


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.ids, self.links = [], [], [], []
        self.tags, self.headings, self.words, self.within = [], [], [], {}
        self.text = text
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag, _ in self.open]

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        if len(given) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if "id" in given:
            self.ids.append(given["id"])
            self.within.setdefault(given["id"], [])
        if tag == "code":  # drawn otherwise; in plain text its brackets tell it from the words round it
            self.handle_data("[")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if given.get("href") is not None:
            self.links.append(given["href"])
        for name, value in attrs:
            if name.startswith("on"):
                self.faults.append(f"<{tag}> would run a script: {name}")
            if name in ("src", "srcset", "data", "action", "poster", "xlink:href"):
                self.faults.append(f"<{tag}> fetches something: {name}={value!r}")
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):
            self.open.append((tag, given.get("id")))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1][0] if self.open else 'nothing'}")
        elif self.open:
            self.open.pop()
        if tag == "code":
            self.handle_data("]")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_data(self, data):
        if any(tag in RAW for tag, _ in self.open):
            return
        self.words.append(data)
        for tag, name in self.open:
            if name:
                self.within[name].append(data)
            if tag == "title" and name is None:
                self.within.setdefault("(title)", []).append(data)

    def said(self, name=None):
        """All words, or those below one id, with single blanks."""
        return " ".join("".join(self.words if name is None else self.within.get(name, [])).split())

    def form(self):
        """Every fault of its form, as lines."""
        yield from self.faults
        for name in sorted({one for one in self.ids if self.ids.count(one) > 1}):
            yield f"the id {name} stands twice"
        for link in self.links:
            if not link.startswith("#") or link[1:] not in self.ids:
                yield f"a link leads nowhere on the page: {link}"
        if self.headings.count(1) != 1 or self.headings[0] != 1:
            yield f"there must be one h1, first: {self.headings[:5]}"
        for before, after in zip(self.headings, self.headings[1:]):
            if after > before + 1:
                yield f"h{after} follows h{before}"
        yield from self.form_of_parts()

    def form_of_parts(self):
        names = [tag for tag, _ in self.tags]
        given = {tag: attributes for tag, attributes in reversed(self.tags)}
        for landmark in LANDMARKS:
            if names.count(landmark) != 1:
                yield f"{names.count(landmark)} <{landmark}>, not one"
        if not given["html"].get("lang"):
            yield "the page does not say its language"
        if not self.text.startswith("<!DOCTYPE html>"):
            yield "there is no doctype"
        if {"script", "link", "iframe", "object", "embed", "img"} & set(names):
            yield "there is something that is not the page's own"
        if "@import" in self.text or re.search(r"url\((?!#)", self.text):
            yield "the style fetches something"
        if not self.within.get("(title)"):
            yield "the page has no title"
        for tag, attributes in self.tags:
            if tag == "th" and attributes.get("scope") not in ("col", "row"):
                yield "a table's header does not say what it heads"
            if tag == "section" and attributes.get("aria-labelledby") not in self.ids:
                yield "a section has no name"
        if names.count("table") != names.count("caption"):
            yield "a table has no caption"
        yield from self.form_of_drawing(given.get("svg"))

    def form_of_drawing(self, drawing):
        if drawing is None:
            yield "nothing is drawn"
            return
        said = drawing.get("aria-labelledby", "").split()
        if drawing.get("role") != "img" or len(said) != 2:
            yield "the drawing is not named as a picture"
        for name in said:
            if not self.said(name):
                yield f"the drawing's {name} says nothing"
        if ("rect", "url(#hatch)") in [(tag, one.get("fill")) for tag, one in self.tags] and \
                "hatch" not in self.ids:
            yield "a pattern is missing"
