# SPDX-License-Identifier: MIT
"""Where the rule files lie: in this package, or where libcomplaint was installed, or in its tree.

The environment variable COMPLAINT_RULES names another folder.
"""

from __future__ import annotations

import os
import pathlib
import sys
from typing import List, Tuple, Union

from .errors import NotFound

_HERE = pathlib.Path(__file__).resolve().parent


def _folders() -> List[pathlib.Path]:
    given = os.environ.get("COMPLAINT_RULES")
    if given:
        return [pathlib.Path(given)]
    shared = pathlib.PurePath("share") / "libcomplaint" / "rules"
    prefixes = dict.fromkeys([sys.prefix, sys.base_prefix, "/usr/local", "/usr"])
    return [_HERE / "_bundled" / "rules", *(pathlib.Path(one) / shared for one in prefixes),
            *(above / "rules" for above in _HERE.parents[2:3])]


def folder() -> pathlib.Path:
    """The folder with the rules."""
    folders = _folders()
    for one in folders:
        if (one / "vocabulary.yaml").is_file():
            return one
    raise NotFound("there are no bundled rules; looked for in " + ", ".join(map(str, folders))
                   + ". Set COMPLAINT_RULES to the folder `rules` of libcomplaint")


def below(top: Union[str, "os.PathLike[str]"]) -> List[pathlib.Path]:
    """Every policy.yaml below a folder."""
    found = sorted(pathlib.Path(top).glob("**/policy.yaml"))
    if not found:
        raise NotFound(f"no policy.yaml below {os.fspath(top)}")
    return found


def names() -> Tuple[str, ...]:
    """The policies there, as ``landlord/2022-08``."""
    top = folder()
    return tuple(path.parent.relative_to(top).as_posix() for path in below(top))


def find(name: str) -> pathlib.Path:
    """The file of one of them."""
    if name not in names():
        raise NotFound(f'there is no bundled policy "{name}"; there are ' + ", ".join(names()))
    return folder() / name / "policy.yaml"
