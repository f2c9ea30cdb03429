#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The library beside engines that others use for the same jobs: one table.

    tests/bench/peers/peers.py BUILD [--install] [--quick] [--json FILE]

BUILD is a build directory. What is not installed is left out and named, with what brings it;
--install brings it first: Debian's packages by apt-get (with sudo where that is needed), npm's into
BUILD, and then builds what can be built with them.
Each peer must give the library's answers before it is timed, and is timed in turn with the library,
so that both meet the same neighbours. Times are of the processor, the least of the rounds of a
turn; told are the medians of the turns, and of their ratios.
"""
import argparse
import dataclasses
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ABSENT, WRONG = 4, 3
ROUNDS, TURNS, ROWS = 15, 7, 1000000
QUICK_ROUNDS, QUICK_TURNS, QUICK_ROWS = 1, 1, 20000
NPM = {"json-logic-js": "2.0.5", "json-logic-engine": "5.0.7", "@marcbachmann/cel-js": "8.0.0"}

JOBS = {"exclusions": "eleven exclusions of a row", "days": "working days added",
        "judging": "eleven exclusions of a case that is there"}
OF = {"exclusions": "case", "days": "addition", "judging": "case"}
BITS = "no unknown: what is missing {}; no clause, no outcome, no reason"
TWO_VALUED = BITS.format("reads as no")


@dataclasses.dataclass(frozen=True)
class Peer:
    name: str
    job: str
    command: tuple          # what is run, with FOLDER and ROUNDS behind it
    package: str            # what brings it
    lacks: str              # beside the library
    program: str = ""       # a program of BUILD that must be there


def python_with_numpy():
    """Debian's packages are for Debian's Python, whatever Python this is."""
    for python in (sys.executable, "/usr/bin/python3"):
        if not shutil.which(python):
            continue
        done = subprocess.run([python, "-c", "import numpy"], capture_output=True, check=False)
        if done.returncode == 0:
            return python
    return sys.executable


def peers(build):
    here = build / "tests" / "bench" / "peers"
    node = ("node", str(HERE / "node_peer.mjs"))
    return [
        Peer("NumPy", "days", (python_with_numpy(), str(HERE / "numpy_peer.py")), "python3-numpy",
             "counts on where no holidays are known any more; no reason why a day is closed"),
        Peer("QuantLib", "days", (str(here / "quantlib_peer"),), "libquantlib0-dev",
             "the same; its own calendar of the United Kingdom lacks single days",
             "quantlib_peer"),
        Peer("Lua", "exclusions", (str(here / "lua_peer"),), "liblua5.4-dev", TWO_VALUED,
             "lua_peer"),
        Peer("CLIPS", "exclusions", (str(here / "clips_peer"),), "libclips-dev", TWO_VALUED,
             "clips_peer"),
        *(Peer(name, "judging", (*node, name, str(here)), f"npm's {package}", lacks)
          for name, package, lacks in (
              ("json-logic-js", "json-logic-js", TWO_VALUED),
              ("json-logic-engine", "json-logic-engine", TWO_VALUED),
              ("cel-js", "@marcbachmann/cel-js", BITS.format("is an error")))),
    ]


class Left(Exception):
    """Why a peer is left out."""


class Wrong(Exception):
    """A peer that answers otherwise: no time of it is told."""


def complaint_of(words):
    """Of what a program said when it broke, the line that names the fault."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return next((line for line in lines if "Error" in line), lines[-1] if lines else "no word")


def run(command, folder, rounds):
    try:
        done = subprocess.run([*command, str(folder), str(rounds)], capture_output=True, text=True,
                              check=False)
    except OSError as error:
        raise Left(f"{command[0]} cannot be run: {error.strerror}") from None
    if done.returncode == ABSENT:
        raise Left(done.stderr.strip() or "not installed")
    if done.returncode == WRONG:
        raise Wrong(done.stderr.strip())
    if done.returncode != 0:
        raise Left(f"it ended with {done.returncode}: {complaint_of(done.stderr)}")
    return json.loads(done.stdout)


def compare(peer, ours, folder, rounds, turns):
    """Times of the peer and of the library, turn by turn; the median of their ratios."""
    if peer.program and not shutil.which(peer.command[0]):
        raise Left("its program is not built")
    times = []
    for _ in range(turns):
        mine = run((str(ours), peer.job), folder, rounds)
        theirs = run(peer.command, folder, rounds)
        times.append((theirs["nanoseconds"], mine["nanoseconds"]))
    return {
        "job": peer.job, "peer": peer.name, "version": theirs["version"], "lacks": peer.lacks,
        "nanoseconds": statistics.median(a for a, _ in times),
        "ours": statistics.median(b for _, b in times),
        "ratio": statistics.median(a / b for a, b in times),
    }


def measure(build, quick=False, listed=None):
    """Rows, why others are left out, and who answered wrongly."""
    build = build.resolve()
    ours = build / "tests" / "bench" / "peers" / "complaint_peer"
    rounds, turns, rows = ((QUICK_ROUNDS, QUICK_TURNS, QUICK_ROWS) if quick
                           else (ROUNDS, TURNS, ROWS))
    found, left, wrong = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([str(ours), "inputs", folder, str(rows)], check=True)
        for peer in listed if listed is not None else peers(build):
            try:
                found.append(compare(peer, ours, folder, rounds, turns))
            except Left as why:
                left.append(f"{peer.name}: {why} ({peer.package} brings it)")
            except Wrong as fault:
                wrong.append(f"{peer.name} answers otherwise than the library: {fault}")
    return found, left, wrong


def figure(number):
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def table(found):
    lines = ["| job | peer | version | takes | the library | times slower | what it leaves out |",
             "|---|---|---|---|---|---|---|"]
    for row in sorted(found, key=lambda row: (row["job"], row["ratio"])):
        lines.append(f"| {JOBS[row['job']]} | {row['peer']} | {row['version']} | "
                     f"{figure(row['nanoseconds'])} ns | {figure(row['ours'])} ns | "
                     f"{figure(row['ratio'])} | {row['lacks']} |")
    return "\n".join(lines)


# --- installing ---------------------------------------------------------------------------------

def is_installed(package):
    done = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status}", package],
                          capture_output=True, text=True, check=False)
    return done.stdout == "installed"


def install_packages(listed):
    wanted = sorted({peer.package for peer in listed if not peer.package.startswith("npm")})
    if not shutil.which("apt-get"):
        print("This system has no apt-get; install what corresponds to: " + " ".join(wanted))
        return
    wanted = [package for package in wanted if not is_installed(package)]
    wanted += [package for program, package in (("node", "nodejs"), ("npm", "npm"))
               if not shutil.which(program)]
    if not wanted:
        return
    rights = [] if os.geteuid() == 0 else ["sudo"]
    print("Installing " + " ".join(wanted), flush=True)
    for command in (["update"], ["install", "-y", *wanted]):
        if subprocess.run([*rights, "apt-get", "-q", *command], check=False).returncode != 0:
            print(f"apt-get {command[0]} failed; what is not here is left out")


def install_modules(folder):
    if not shutil.which("npm"):
        print("npm is not installed; what it brings is left out")
        return
    packages = [f"{name}@{version}" for name, version in NPM.items()]
    print(f"Installing {' '.join(packages)} into {folder}", flush=True)
    if subprocess.run(["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund",
                       *packages], check=False).returncode != 0:
        print("npm failed; what is not here is left out")


def build_again(build):
    """What has come can be built against now."""
    for command in (["meson", "setup", "--reconfigure", str(build)], ["ninja", "-C", str(build)]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def install(build):
    folder = build / "tests" / "bench" / "peers"
    folder.mkdir(parents=True, exist_ok=True)
    install_packages(peers(build))
    install_modules(folder)
    build_again(build)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path, help="a build directory")
    parser.add_argument("--install", action="store_true", help="bring first what is missing")
    parser.add_argument("--quick", action="store_true",
                        help="small inputs, one turn; no figures to keep")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE",
                        help="write the rows there, too")
    asked = parser.parse_args()
    build = asked.build.resolve()
    if not (build / "build.ninja").exists():
        sys.exit(f"{asked.build} is no build directory; this makes one: "
                 f"meson setup {asked.build} -Dbuildtype=release")
    if asked.install:
        install(build)
    if not (build / "tests" / "bench" / "peers" / "complaint_peer").exists():
        sys.exit(f"{asked.build} has no complaint_peer: run ninja -C {asked.build} first, with the "
                 "option `tests` on and without sanitizers")
    found, left, wrong = measure(build, asked.quick)
    print(table(found))
    for line in left:
        print(f"Left out: {line}")
    for line in wrong:
        print(f"Wrong: {line}")
    if asked.json:
        asked.json.write_text(json.dumps({"rows": found, "left-out": left, "wrong": wrong},
                                         indent=2) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
