# SPDX-License-Identifier: MIT
"""What the tests share that run our programs: call one, under a wrapper when there is one."""

import ctypes
import itertools
import os
import pathlib
import pty
import shlex
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WRAPPER = shlex.split(os.environ.get("COMPLAINT_WRAPPER", ""))
_CALLS = itertools.count()


def wrapper():
    """What stands before the program in this call: nothing, or what COMPLAINT_WRAPPER says.

    Valgrind takes a second a call, so that each fifth has it; a sanitizer's build watches all of them,
    and the programs in C run under valgrind whole.
    """
    return WRAPPER if next(_CALLS) % 5 == 0 else []


def _bound_by_permissions():
    """In the child: drop CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, by which root reads and writes all.

    Becoming another user would not do: a checkout below /root cannot be reached by anyone else.
    """
    for capability in (1, 2):
        if ctypes.CDLL(None).prctl(24, capability, 0, 0, 0) != 0:  # PR_CAPBSET_DROP
            raise OSError("the capability cannot be dropped")


# Options of subprocess.run() with which file permissions hold for root, too.
BOUND_BY_PERMISSIONS = {"preexec_fn": _bound_by_permissions} if os.geteuid() == 0 else {}


def has_terminals():
    """A bare chroot has none."""
    try:
        for end in pty.openpty():
            os.close(end)
        return True
    except OSError:
        return False


class Result:
    """What a program did: its exit code, and both streams as text."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def faults(self, code=0, out=None, err=None):
        """How it differs from what is expected: the code, and a text that each stream must hold."""
        if self.code != code:
            yield f"exit code {self.code}, not {code}"
            yield f"standard error: {self.err[-600:]!r}"
        for name, stream, wanted in (("output", self.out, out), ("standard error", self.err, err)):
            for text in [wanted] if isinstance(wanted, str) else wanted or []:
                if text not in stream:
                    yield f"{name} lacks {text!r}: {stream[-600:]!r}"


def call(program, *arguments, cwd=ROOT, stdin=b"", env=None, **more):
    """Run a program; standard input is empty unless it is given."""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    done = subprocess.run(
        [*wrapper(), str(pathlib.Path(program).absolute()), *map(str, arguments)], input=stdin, cwd=cwd, check=False,
        stdout=more.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE,
        env={**os.environ, **(env or {})}, timeout=600, **more,
    )
    return Result(
        done.returncode, (done.stdout or b"").decode("utf-8", "replace"),
        done.stderr.decode("utf-8", "replace"),
    )
