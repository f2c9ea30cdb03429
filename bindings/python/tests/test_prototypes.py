# SPDX-License-Identifier: MIT
"""The table of prototypes against the public headers, and every function called."""

import ctypes
import re

import pytest
from conftest import ROOT

from complaint import _prototypes as table
from complaint._library import lib

HEADERS = sorted((ROOT / "include" / "complaint").glob("*.h"))
NUMBERS = {"complaint_status": ctypes.c_int32, "complaint_day": ctypes.c_int32,
           "complaint_moment": ctypes.c_int64, "int32_t": ctypes.c_int32,
           "uint32_t": ctypes.c_uint32, "int64_t": ctypes.c_int64, "uint8_t": ctypes.c_uint8,
           "size_t": ctypes.c_size_t}
STRUCTS = {one.__doc__.split()[-1]: one for one in table.STRUCTS}


def bare(path):
    return re.sub(r"/\*.*?\*/", " ", path.read_text(), flags=re.S)


def declared():
    for header in HEADERS:
        pattern = r"^COMPLAINT_API\s+([^;(#]*?)\b(complaint_\w+)\s*\(([^;]*?)\);"
        for result, name, arguments in re.findall(pattern, bare(header), flags=re.M | re.S):
            given = [] if arguments.strip() == "void" else arguments.split(",")
            yield name, result, [re.sub(r"\w+\s*$", "", one.strip()) for one in given]


def wanted(words, name="", is_struct=False):
    """The ctypes type of a C type."""
    const = "const" in words.split()
    words = " ".join(words.replace("const", " ").split())
    base, stars = words.replace("*", "").strip(), words.count("*")
    if base == "void":
        return ctypes.c_void_p if stars else None
    if base == "char":
        if name in ("complaint_string_free",):
            return ctypes.c_void_p  # not a text to be read, but memory to be given back
        if stars == 2:  # an owned text is no c_char_p: its address would be lost
            return ctypes.POINTER(ctypes.c_char_p if const else ctypes.c_void_p)
        return ctypes.c_char_p
    if base.startswith("struct"):
        struct = STRUCTS.get(base.split()[1])
        if stars == 2 or not stars:
            return ctypes.POINTER(ctypes.c_void_p)
        return ctypes.POINTER(struct) if struct else ctypes.c_void_p
    if is_struct and stars:
        return ctypes.c_void_p  # an array of the caller's
    return ctypes.POINTER(NUMBERS[base]) if stars else NUMBERS[base]


def row(name, result, arguments):
    """As it stands in the table."""
    aliases = {getattr(table, alias): alias for alias in (
        "I32", "U32", "I64", "SIZE", "TEXT", "HANDLE", "OUT_I32", "OUT_U32", "OUT_I64", "OUT_SIZE",
        "OUT_TEXT", "OUT_HANDLE")}
    aliases.update({ctypes.POINTER(one): f"POINTER({one.__name__})" for one in table.STRUCTS})
    aliases[None] = "None"
    comma = "," if len(arguments) == 1 else ""
    return f'("{name}", {aliases[result]}, ({", ".join(map(aliases.get, arguments))}{comma})),'


def test_every_function_is_in_the_table_with_its_types():
    rows = {name: (result, arguments) for name, result, arguments in table.PROTOTYPES}
    faults = []
    names = []
    for name, result, arguments in declared():
        names.append(name)
        right = (wanted(result), tuple(wanted(one, name) for one in arguments))
        if rows.get(name) != right:
            faults.append(f"the row must be\n    {row(name, *right)}\nthe table has "
                          f"{row(name, *rows[name]) if name in rows else 'none'}")
    assert len(names) > 300, "the headers were not read"
    faults += [f"{name} is in the table and not in the headers" for name in set(rows) - set(names)]
    assert not faults, "\n".join(faults)
    assert len(rows) == len(table.PROTOTYPES), "a function stands twice in the table"


def test_a_wrong_row_would_be_found():
    assert wanted("complaint_status") is ctypes.c_int32
    assert wanted("const char *") is ctypes.c_char_p
    assert wanted("char **") == ctypes.POINTER(ctypes.c_void_p)
    assert wanted("const char **") == ctypes.POINTER(ctypes.c_char_p)
    assert wanted("struct complaint_policy **") == ctypes.POINTER(ctypes.c_void_p)
    assert wanted("const struct complaint_options *") == ctypes.POINTER(table.Options)


def structs():
    for header in HEADERS:
        yield from re.findall(r"struct (complaint_\w+) \{(.*?)\};", bare(header), flags=re.S)


@pytest.mark.parametrize("name,body", [pytest.param(*one, id=one[0]) for one in structs()])
def test_every_request_struct_has_its_members(name, body):
    members = []
    for line in filter(None, (one.strip() for one in body.split(";"))):
        found = re.match(r"(.*?)(\w+)$", " ".join(line.split()))
        kind = found[1]
        if "*const *" in kind.replace(" ", "").replace("*const*", "*const *"):
            kind = "const char *const *"
            members.append((found[2], ctypes.POINTER(ctypes.c_char_p)))
            continue
        right = wanted(kind, "", True)
        members.append((found[2], right))
    assert [(one[0], one[1]) for one in STRUCTS[name]._fields_] == members


@pytest.mark.parametrize("row", table.PROTOTYPES, ids=lambda row: row[0])
def test_every_function_is_reached_and_survives_nothing(row):
    """NULL for every pointer, 0 for every number: an error or nothing, never a crash."""
    name, result, arguments = row
    function = getattr(lib, name)
    pointers = (ctypes.c_void_p, ctypes.c_char_p)
    given = [None if one in pointers or hasattr(one, "contents") else 0 for one in arguments]
    found = function(*given)
    if result is None:
        assert found is None
    elif result is ctypes.c_int32 and any(hasattr(one, "contents") for one in arguments) \
            and name not in ("complaint_day_get_date", "complaint_reason_get_condition"):
        assert found != 0, "a call without its output cannot succeed"
