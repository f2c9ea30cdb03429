# SPDX-License-Identifier: MIT
"""What a rule file and the calendar files beside it hold, so that it can be sent elsewhere."""

from __future__ import annotations

import ctypes
import os
import re
import stat
from typing import Any, Dict, Mapping, NamedTuple, Optional, Tuple, Union

from . import _library as library
from ._prototypes import Text

# The library reads no longer files; it says so itself when it gets one byte more.
_LONGEST = 256 * 1024 + 1
_NAMES_FILES = re.compile(rb"\.(?:ics|ya?ml)", re.IGNORECASE)
_ENDINGS = (".ics", ".yaml", ".yml")


class Content(NamedTuple):
    """A file's name and bytes, and those of the calendar files of its folder that it names."""

    name: str
    data: bytes
    files: Tuple[Tuple[str, bytes], ...]

    @classmethod
    def of(cls, name: str, source: Union[str, bytes],
           files: Optional[Mapping[str, Union[str, bytes]]]) -> Content:
        """Texts are sent as UTF-8, bytes as they are."""
        if files is not None and not isinstance(files, Mapping):
            raise TypeError("files are a mapping of names to texts, not "
                            f"{type(files).__name__}")
        return cls(library.encode(name, "the name").decode(), _bytes(source, name),
                   tuple((key, _bytes(value, key)) for key, value in (files or {}).items()))


def _bytes(source: Union[str, bytes], what: str) -> bytes:
    if isinstance(source, str):
        try:
            return source.encode("utf-8")
        except UnicodeEncodeError:
            library.encode(source, what)  # says which character
    if not isinstance(source, bytes):
        raise TypeError(f"{what}: a text or bytes are wanted, not {type(source).__name__}")
    return source


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a file")
        return file.read(_LONGEST)


def _companions(folder: str, data: bytes, own: str) -> Dict[str, bytes]:
    found: Dict[str, bytes] = {}
    waiting = [data]
    while waiting:
        text = waiting.pop()
        if not _NAMES_FILES.search(text):
            continue
        for entry in os.scandir(folder or "."):
            known = entry.name in found or entry.name == own
            if known or not entry.name.lower().endswith(_ENDINGS) or not entry.is_file():
                continue
            if os.fsencode(entry.name) in text:
                found[entry.name] = _read(entry.path)
                waiting.append(found[entry.name])
    return found


def capture(path: Union[str, os.PathLike[str]]) -> Optional[Content]:
    """The file and what it names; None when it cannot be read, which the library tells better."""
    try:
        name = os.fsdecode(path)
        if not stat.S_ISREG(os.stat(name).st_mode):
            return None
        data = _read(name)
        folder, own = os.path.split(name)
        return Content(name, data, tuple(sorted(_companions(folder, data, own).items())))
    except (OSError, ValueError):
        return None


def texts_of(content: Content) -> Tuple[Any, int]:
    """The companions as the library takes them; borrowed from ``content`` for the call."""
    count = len(content.files)
    texts = (Text * count)(*(
        Text(ctypes.sizeof(Text), os.fsencode(name), data, len(data))
        for name, data in content.files))
    return texts if count else None, count
