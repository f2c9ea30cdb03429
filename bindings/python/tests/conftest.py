# SPDX-License-Identifier: MIT
"""What the tests share. They need COMPLAINT_LIBRARY; COMPLAINT_COMMAND is the command to compare
with, and what needs it is left out without it."""

import datetime
import os
import pathlib
import subprocess
import sys

import hypothesis
import pytest

import complaint

ROOT = pathlib.Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "bindings" / "python"
RULES = ROOT / "rules"
D = datetime.date

# The same examples in every run, and nothing left in the tree: a failure can be had again.
hypothesis.settings.register_profile("house", database=None, deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")


@pytest.fixture(scope="session")
def policy():
    return complaint.Policy.bundled("brighter-places/2022-08")


@pytest.fixture(scope="session")
def command():
    path = os.environ.get("COMPLAINT_COMMAND")
    if not path:
        pytest.skip("COMPLAINT_COMMAND does not say where the command is")

    def run(*arguments, input=None):
        return subprocess.run([path, *map(str, arguments)], capture_output=True, text=True,
                              input=input, cwd=ROOT)
    return run


@pytest.fixture
def python():
    """A fresh interpreter with an environment of its own."""

    def run(code, **environment):
        env = {**os.environ, "PYTHONPATH": str(PACKAGE), "PYTHONDONTWRITEBYTECODE": "1",
               **environment}
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                              env={key: value for key, value in env.items() if value is not None},
                              timeout=120)
    return run

