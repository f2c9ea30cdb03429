# SPDX-License-Identifier: MIT
"""A wheel that carries libcomplaint, the rules and nothing that needs a compiler to install.

The library is built with Meson from the tree above this folder, or from the copy of it in a source
distribution: libyaml linked in, libical left out, since its static library is not made to be part
of a shared one.
"""

import os
import pathlib
import platform
import re
import shutil
import subprocess
import tempfile

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist
from wheel.bdist_wheel import bdist_wheel

HERE = pathlib.Path(__file__).resolve().parent
COPY = HERE / "libcomplaint"
TREE = COPY if COPY.is_dir() else HERE.parents[1]
NAME = "libcomplaint.so.0"
# What the library is built from.
PARTS = ("meson.build", "meson_options.txt", "LICENSE", "include", "lib", "rules", "docs/schema")


def build_library(target):
    """libcomplaint.so.0 that asks for nothing but the C library."""
    with tempfile.TemporaryDirectory(prefix="complaint-") as folder:
        subprocess.run(
            ["meson", "setup", folder, str(TREE), "--prefer-static", "-Dical=disabled",
             "-Ddefault_library=shared", "-Dbuildtype=release", "-Db_ndebug=true",
             "-Dcompact-relocations=disabled",
             "-Dtools=false", "-Dtests=false", "-Dexamples=false", "-Dstrip=true"], check=True)
        subprocess.run(["ninja", "-C", folder, "lib/libcomplaint.so.0.0.0"], check=True)
        shutil.copy(os.path.realpath(pathlib.Path(folder) / "lib" / NAME), target)


def check_library(path):
    """A wheel whose library needs a libyaml that may not be there is no use."""
    data = path.read_bytes()
    for name in (b"libyaml-0.so", b"libical.so"):
        if name in data:
            raise SystemExit(f"{path.name} asks for {name.decode()}: install its static library")


def platform_tag(path):
    """The oldest C library that has every symbol the library asks for (PEP 600)."""
    machine = platform.machine()
    versions = re.findall(rb"GLIBC_2\.(\d+)", path.read_bytes())
    if not versions:
        return f"linux_{machine}"
    return f"manylinux_2_{max(17, *map(int, versions))}_{machine}"


class BuildWithLibrary(build_py):
    """The package, with library and rules in complaint/_bundled."""

    def run(self):
        super().run()
        bundled = pathlib.Path(self.build_lib) / "complaint" / "_bundled"
        shutil.rmtree(bundled, ignore_errors=True)
        bundled.mkdir(parents=True)
        build_library(bundled / NAME)
        check_library(bundled / NAME)
        shutil.copytree(TREE / "rules", bundled / "rules",
                        ignore=shutil.ignore_patterns("meson.build"))
        shutil.copy(TREE / "LICENSE", bundled)
        shutil.copy(HERE / "NOTICE", bundled)


class PlatformWheel(bdist_wheel):
    """One wheel for every Python 3: there is no extension module, only a shared library."""

    def finalize_options(self):
        super().finalize_options()
        self.root_is_pure = False

    def get_tag(self):
        built = pathlib.Path(self.bdist_dir) / "complaint" / "_bundled" / NAME
        if not built.exists():
            built = next(pathlib.Path(self.get_finalized_command("build").build_base).glob(
                f"lib*/complaint/_bundled/{NAME}"), None)
        return "py3", "none", platform_tag(built) if built else f"linux_{platform.machine()}"


class SourceWithLibrary(sdist):
    """A source distribution has the library's sources too."""

    def make_release_tree(self, base_dir, files):
        super().make_release_tree(base_dir, files)
        copy = pathlib.Path(base_dir) / "libcomplaint"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        for part in PARTS:
            if (TREE / part).is_dir():
                shutil.copytree(TREE / part, copy / part)
            else:
                shutil.copy(TREE / part, copy)


class WithLibrary(Distribution):
    """Not pure, so that it is installed where libraries belong."""

    def has_ext_modules(self):
        return True


setup(
    distclass=WithLibrary,
    cmdclass={"build_py": BuildWithLibrary, "bdist_wheel": PlatformWheel,
              "sdist": SourceWithLibrary},
)
