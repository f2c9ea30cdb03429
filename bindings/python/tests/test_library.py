# SPDX-License-Identifier: MIT
"""Which libcomplaint is loaded, and what is said of one that cannot be used."""

import os
import shutil
import subprocess

import pytest

import complaint

IMPORT = "import complaint; print(complaint.library_version, complaint.library_path)"


def compiled(folder, source):
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not compiler:
        pytest.skip("no C compiler to make another library with")
    file, target = folder / "other.c", folder / "libother.so"
    file.write_text(source)
    subprocess.run([compiler, "-shared", "-fPIC", "-o", target, file], check=True)
    return str(target)


def test_the_library_that_the_environment_names_is_loaded(python):
    found = python(IMPORT)
    assert found.stdout.split() == ["0.1.0", os.environ["COMPLAINT_LIBRARY"]], found.stderr


def test_a_library_that_is_not_there_is_named_with_a_cure(python, tmp_path):
    path = tmp_path / "libcomplaint.so.0"
    shutil.copy(os.environ["COMPLAINT_LIBRARY"], path)
    assert python(IMPORT, COMPLAINT_LIBRARY=str(path)).returncode == 0
    path.unlink()
    found = python(IMPORT, COMPLAINT_LIBRARY=str(path))
    assert found.returncode == 1
    assert "LibraryNotFound" in found.stderr and str(path) in found.stderr
    assert "set COMPLAINT_LIBRARY" in found.stderr


def test_a_library_deleted_while_it_is_in_use_still_answers(python, tmp_path):
    path = tmp_path / "libcomplaint.so.0"
    shutil.copy(os.environ["COMPLAINT_LIBRARY"], path)
    found = python("import os, complaint; os.unlink(complaint.library_path);"
                   "print(complaint.Calendar.bundled('scotland').name)",
                   COMPLAINT_LIBRARY=str(path))
    assert found.stdout == "scotland\n", found.stderr


def test_a_system_library_is_taken_when_asked(python, tmp_path):
    shutil.copy(os.environ["COMPLAINT_LIBRARY"], tmp_path / "libcomplaint.so.0")
    found = python(IMPORT, COMPLAINT_LIBRARY="system", LD_LIBRARY_PATH=str(tmp_path))
    assert found.stdout.split() == ["0.1.0", "libcomplaint.so.0"], found.stderr


def test_without_any_library_it_is_said_where_one_was_sought(python, tmp_path):
    if shutil.which("ldconfig") and "libcomplaint" in subprocess.run(
            ["ldconfig", "-p"], capture_output=True, text=True).stdout:
        pytest.skip("libcomplaint is installed here")
    found = python(IMPORT, COMPLAINT_LIBRARY=None, LD_LIBRARY_PATH=None)
    assert "LibraryNotFound" in found.stderr and "not in this package" in found.stderr


OLD = "unsigned complaint_version_number(void) { return %d; }"


def test_an_old_library_is_refused_with_both_versions(python, tmp_path):
    path = compiled(tmp_path, OLD % 9)
    found = python(IMPORT, COMPLAINT_LIBRARY=path)
    assert "LibraryIncompatible" in found.stderr
    assert f"{path} is libcomplaint 0.0.9, and this package needs 0.1.0 or later" in found.stderr
    assert "update libcomplaint" in found.stderr


def test_a_library_of_another_major_version_is_refused(python, tmp_path):
    found = python(IMPORT, COMPLAINT_LIBRARY=compiled(tmp_path, OLD % 2000000))
    assert "another major version" in found.stderr and "update this package" in found.stderr


def test_a_library_without_a_function_is_refused_by_its_name(python, tmp_path):
    found = python(IMPORT, COMPLAINT_LIBRARY=compiled(tmp_path, OLD % 1000))
    assert "lacks complaint_status_text" in found.stderr


def test_what_is_no_libcomplaint_is_refused(python, tmp_path):
    found = python(IMPORT, COMPLAINT_LIBRARY=compiled(tmp_path, "int nothing;"))
    assert "is not libcomplaint" in found.stderr


def test_one_exception_tree_that_is_also_pythons():
    assert issubclass(complaint.LibraryNotFound, (complaint.ComplaintError, ImportError))
    for name in complaint.__all__:
        one = getattr(complaint, name)
        if isinstance(one, type) and issubclass(one, Exception):
            assert issubclass(one, complaint.ComplaintError), name
