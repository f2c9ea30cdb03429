#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What an install brings, and that a host's program builds against it by pkg-config alone, both ways.

  installed.py BUILD_DIR COMPILER
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from report import Report

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = """
#include <stdio.h>
#include <complaint/complaint.h>

int main(void)
{
	complaint_day day = 0;

	if (complaint_day_from_text("2022-09-19", COMPLAINT_NUL_TERMINATED, &day) != COMPLAINT_OK)
		return 1;
	printf("%s %d\\n", complaint_version_text(), (int)day);
	return 0;
}
"""


def run(command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)


def find(folder, pattern):
    return sorted(folder.rglob(pattern))


def flags(destination, *options):
    folders = ":".join(str(path.parent) for path in find(destination, "complaint.pc"))
    # The host's own files for yaml-0.1 and libical; ours moved to where it was installed.
    environment = {**os.environ, "PKG_CONFIG_PATH": folders}
    prefix = find(destination, "include/complaint/complaint.h")[0].parents[2]
    done = run(["pkg-config", f"--define-variable=prefix={prefix}", *options, "complaint"],
               env=environment)
    return done.stdout.split(), done.stderr


def build_and_run(report, name, compiler, destination, libraries, environment=None):
    cflags, complaint = flags(destination, "--cflags")
    report.check(f"{name}: pkg-config knows it", [complaint] if complaint else [])
    source = destination / "host.c"
    source.write_text(PROGRAM)
    program = destination / "host"
    built = run([*compiler, *cflags, source, "-o", program, *libraries])
    report.check(f"{name}: a host's program builds", built.stderr.splitlines()
                 if built.returncode else [])
    done = run([program], env={**os.environ, **(environment or {})}) if not built.returncode else None
    wanted = f"{version()} 19254\n"
    report.check(f"{name}: and runs", [] if done and done.stdout == wanted else [str(done)])


def version():
    text = (ROOT / "meson.build").read_text()
    return text.split("version: '")[1].split("'")[0]


def check_files(report, destination):
    headers = {path.name for path in find(destination, "include/complaint/*.h")}
    wanted = {path.name for path in (ROOT / "include" / "complaint").glob("*.h")}
    report.check("all headers, and nothing else", sorted(headers ^ wanted))
    rules = {path.relative_to(ROOT / "rules") for path in (ROOT / "rules").rglob("*")
             if path.is_file() and path.name != "meson.build"}
    places = find(destination, "share/libcomplaint/rules")
    found = {path.relative_to(places[0]) for path in places[0].rglob("*")
             if path.is_file()} if places else set()
    report.check("all rules as data", sorted(map(str, rules ^ found)) if rules else ["no rules"])


def main():
    build, compiler = sys.argv[1], sys.argv[2].split()
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        destination = pathlib.Path(folder)
        done = run(["meson", "install", "-C", build, "--no-rebuild", "--quiet", "--destdir", folder])
        report.check("meson install", done.stderr.splitlines() if done.returncode else [])
        check_files(report, destination)

        for library in find(destination, "libcomplaint.so.0"):
            environment = {"LD_LIBRARY_PATH": str(library.parent)}
            libraries, _ = flags(destination, "--libs")
            build_and_run(report, "shared", compiler, destination, libraries, environment)
        for library in find(destination, "libcomplaint.a"):
            libraries, _ = flags(destination, "--static", "--libs")
            libraries = [library if part == "-lcomplaint" else part for part in libraries]
            build_and_run(report, "static", compiler, destination, libraries)
        report.check("a library of either kind",
                     [] if find(destination, "libcomplaint.*") else ["there is none"])
        for command in find(destination, "bin/complaint"):
            path = next((str(library.parent) for library in find(destination, "libcomplaint.so.0")), "")
            done = run([command, "--version"], env={**os.environ, "LD_LIBRARY_PATH": path})
            report.check("the command says its version", [] if version() in done.stdout else [str(done)])
    report.finish()


if shutil.which("pkg-config"):
    main()
print("pkg-config is not here")
sys.exit(77)
