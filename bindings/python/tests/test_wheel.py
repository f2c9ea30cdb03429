# SPDX-License-Identifier: MIT
"""Source distribution and wheel, built offline with what the distribution has, and installed where
there is no compiler."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile

import pytest
from conftest import PACKAGE, ROOT

CLEAN = {key: value for key, value in os.environ.items()
         if not key.startswith(("COMPLAINT_", "PYTHON", "MESON", "NINJA", "CC", "CXX", "CFLAGS"))}


def run(*arguments, env=CLEAN, **options):
    found = subprocess.run([str(one) for one in arguments], capture_output=True, text=True, env=env,
                           **options)
    assert found.returncode == 0, found.stdout[-3000:] + found.stderr[-3000:]
    return found.stdout


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """The source distribution, made of a copy so that the tree stays as it is."""
    top = tmp_path_factory.mktemp("tree")
    for part in ("meson.build", "meson_options.txt", "LICENSE"):
        shutil.copy(ROOT / part, top)
    for part in ("include", "lib", "rules", "docs/schema"):
        shutil.copytree(ROOT / part, top / part)
    ignored = shutil.ignore_patterns("build", "dist", "*.egg-info", "__pycache__", ".*")
    shutil.copytree(PACKAGE, top / "bindings" / "python", ignore=ignored)
    run(sys.executable, "-m", "build", "--no-isolation", "--sdist", "--outdir", top / "dist",
        top / "bindings" / "python")
    (found,) = (top / "dist").glob("complaint-*.tar.gz")
    return found


@pytest.fixture(scope="module")
def wheel(source, tmp_path_factory):
    """The wheel, made of the source distribution alone."""
    folder = tmp_path_factory.mktemp("wheel")
    # How the compiler makes it fast is tried elsewhere; here it is tried what is in it.
    run(sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--no-index",
        "--wheel-dir", folder, source, cwd=folder, env={**CLEAN, "CFLAGS": "-O0"})
    (found,) = folder.glob("complaint-*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A fresh environment with the wheel, whose PATH has no compiler, and no NumPy either."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    env = {"PATH": str(folder / "bin"), "HOME": str(folder)}
    # pip from here, which works there: to give each environment its own takes longer than the rest.
    run(sys.executable, "-m", "pip", "--python", folder / "bin" / "python", "install", "--no-index",
        wheel, env=env)

    def python(*arguments, **more):
        return subprocess.run([str(folder / "bin" / "python"), *arguments], capture_output=True,
                              text=True, cwd=folder, env={**env, **more})
    return python


def test_the_source_has_the_library_and_the_tests(source):
    with tarfile.open(source) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"libcomplaint/meson.build", "libcomplaint/lib/libcomplaint.map", "libcomplaint/LICENSE",
            "libcomplaint/rules/vocabulary.yaml", "tests/test_wheel.py", "NOTICE",
            "complaint/py.typed"} <= names


def test_the_wheel_is_for_this_platform_and_every_python(wheel):
    name = wheel.name
    assert "-py3-none-" in name and "linux" in name, name
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        library = archive.read("complaint/_bundled/libcomplaint.so.0")
        metadata = archive.read("complaint-0.1.0.dist-info/METADATA").decode()
    assert {"complaint/py.typed", "complaint/_bundled/LICENSE", "complaint/_bundled/NOTICE",
            "complaint/_bundled/rules/settle/2020-10/policy.yaml"} <= names
    assert not any(name.startswith("tests") for name in names)
    assert b"libyaml-0.so" not in library and b"libical.so" not in library
    assert "Requires-Python: >=3.9" in metadata
    needed = [line for line in metadata.splitlines() if line.startswith("Requires-Dist")]
    assert all("extra ==" in line for line in needed), "nothing else is needed to run"


def test_it_answers_where_there_is_no_compiler(installed):
    found = installed("-c", """
import complaint, datetime, os, shutil
assert not any(map(shutil.which, ("cc", "gcc", "clang", "meson", "ninja")))
assert "_bundled" in complaint.library_path and "_bundled" in str(complaint.rules_folder())
policy = complaint.Policy.bundled("brighter-places/2022-08")
answer = policy.evaluate({"events": {"complaint-logged": datetime.date(2022, 9, 2)}})
print(answer.deadlines["respond-stage-1"].due)
""")
    assert found.stdout == "2022-09-16\n", found.stderr


def test_columns_without_numpy_say_what_is_missing(installed):
    found = installed("-c", "import complaint\n"
                      "policy = complaint.Policy.bundled('settle/2020-10')\n"
                      "policy.evaluate_columns({'issue-ongoing': [True]})")
    assert "No module named 'numpy'" in found.stderr and found.returncode == 1


def test_the_command_comes_with_it(installed):
    assert installed("-m", "complaint", "--version").stdout == "complaint 0.1.0\n"
    rules = installed("-c", "import complaint; print(complaint.rules_folder())").stdout.strip()
    found = installed("-m", "complaint", "test", rules)
    assert found.returncode == 0 and found.stdout.endswith(" 0 failed\n"), found.stdout
    assert int(found.stdout.split()[0]) > 500


def test_ics_is_not_built_in_and_the_cure_is_told(installed):
    found = installed("-c", """
import complaint, pathlib
path = complaint.rules_folder() / "calendars" / "scotland.ics"
try:
    complaint.Calendar.load(path)
except complaint.NotBuiltIn as error:
    print(error)
""")
    assert "COMPLAINT_LIBRARY=system" in found.stdout, found.stderr
    ics = installed("-c", """
import complaint, datetime
answer = complaint.Policy.bundled("settle/2020-10").evaluate({"now": datetime.date(2022, 1, 1)})
try:
    answer.to_ics("1", "homes.example", datetime.datetime.now(datetime.timezone.utc))
except complaint.NotBuiltIn:
    print("not built in")
""")
    assert ics.stdout == "not built in\n", ics.stderr


def test_a_deleted_library_is_named(installed):
    path = installed("-c", "import complaint; print(complaint.library_path)").stdout.strip()
    os.rename(path, path + ".away")
    try:
        found = installed("-c", "import complaint", LD_LIBRARY_PATH="")
        if found.returncode:  # else a libcomplaint is installed on this system
            assert "LibraryNotFound" in found.stderr and path in found.stderr
    finally:
        os.rename(path + ".away", path)
    if os.environ.get("COMPLAINT_LIBRARY"):
        folder = os.path.dirname(os.path.realpath(os.environ["COMPLAINT_LIBRARY"]))
        system = installed("-c", "import complaint; print(complaint.library_path)",
                           COMPLAINT_LIBRARY="system", LD_LIBRARY_PATH=folder)
        assert system.stdout == "libcomplaint.so.0\n", system.stderr
