# SPDX-License-Identifier: MIT
"""Types, Python 3.9, documentation, and the house's measures."""

import ast
import importlib
import inspect
import re
import shutil
import subprocess

import pytest
from conftest import PACKAGE

import complaint
from complaint import _outputs

FILES = sorted((PACKAGE / "complaint").glob("*.py")) + sorted((PACKAGE / "tests").glob("*.py")) \
    + [PACKAGE / "setup.py"]


USER = """\
import complaint
answer = complaint.Policy.bundled('settle/2020-10').evaluate({})
reveal_type(answer.deadlines['x'].state)
answer.deadlines['x'].sate
"""


def test_types_are_strict_and_a_user_sees_them(tmp_path):
    """The package has no fault; a user's file has the one that was made. One run for both: mypy
    takes most of its time to read what the standard library says of itself."""
    mypy = shutil.which("mypy", path="/usr/bin") or shutil.which("mypy")
    assert mypy, "mypy is missing: apt-get install mypy"
    user = tmp_path / "user.py"
    user.write_text(USER)
    found = subprocess.run([mypy, "--cache-dir", tmp_path / "cache", "--no-error-summary",
                            "complaint", user], cwd=PACKAGE, capture_output=True, text=True)
    told = found.stdout.replace(f"{user}:", "").splitlines()
    assert [line.split(": ", 1)[0] for line in told] == ["3", "4"], found.stdout + found.stderr
    assert 'Revealed type is "complaint.enums.DutyState"' in told[0]
    assert 'has no attribute "sate"' in told[1]
    assert (PACKAGE / "complaint" / "py.typed").exists()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_as_the_house_has_it(path):
    source = path.read_text()
    ast.parse(source, feature_version=(3, 9))
    assert source.splitlines()[0] == "# SPDX-License-Identifier: MIT"
    lines = source.splitlines()
    assert all(len(line) <= 100 for line in lines), "longer than 100 columns"
    if path.parent.name == "complaint" and path.name not in ("_prototypes.py", "enums.py"):
        assert len(lines) <= 460
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                length = node.end_lineno - node.lineno + 1
                assert length - len((ast.get_docstring(node) or "").split("\n")) <= 60, node.name


def public():
    for name in complaint.__all__:
        one = getattr(complaint, name)
        if inspect.isclass(one) or inspect.isfunction(one):
            yield name, one
            if inspect.isclass(one) and one.__module__.startswith("complaint"):
                for attribute, member in vars(one).items():
                    if attribute.startswith("_") or attribute.isupper():
                        continue
                    if callable(member) or isinstance(member, (property, classmethod,
                                                               staticmethod)):
                        yield f"{name}.{attribute}", member


def test_everything_public_says_what_it_is():
    silent = [name for name, one in public() if not inspect.getdoc(
        getattr(one, "__func__", one)) or inspect.getdoc(one).startswith(f"{name}(")]
    allowed = {"Severity", "Truth", "State"}
    assert not set(silent) - allowed, silent


def test_the_manual_names_everything_public():
    """Each name of the package, each method and attribute of what one works with, each column."""
    page = (PACKAGE.parents[1] / "docs" / "python.md").read_text()
    named = set(re.findall(r"[\w-]+", page))
    wanted = set(complaint.__all__) | set(_outputs.SORTS) | set(_outputs.BY_RULE)
    for cls in (complaint.Answer, complaint.Policy, complaint.PolicySet, complaint.Calendar,
                complaint.Scenario, complaint.Scenarios, complaint.Difference):
        wanted |= {name for one in cls.__mro__[:-1] if one.__module__.startswith("complaint")
                   for name in vars(one) if not name.startswith("_")}
    for method in (complaint.Policy.evaluate, complaint.Policy.evaluate_columns,
                   complaint.Policy.evaluate_frame, complaint.Answer.to_ics):
        wanted |= set(inspect.signature(method).parameters) - {"self"}
    assert not wanted - named, sorted(wanted - named)


def test_every_module_says_what_it_is():
    for path in (PACKAGE / "complaint").glob("*.py"):
        if path.stem != "__main__":
            name = f"complaint.{path.stem}".replace(".__init__", "")
            assert importlib.import_module(name).__doc__


def test_the_version_is_that_of_the_build():
    assert f'version = "{complaint.__version__}"' in (PACKAGE / "pyproject.toml").read_text()
    build = (PACKAGE.parents[1] / "meson.build").read_text()
    assert f"version: '{complaint.__version__}'" in build
