# SPDX-License-Identifier: MIT
"""The examples, and the pages with Python in them, do what they say."""

import os
import re
import subprocess
import sys

import pytest
from conftest import PACKAGE, ROOT

EXAMPLES = ROOT / "examples"


def run(name, *arguments, timeout=180):
    return subprocess.run([sys.executable, EXAMPLES / name, *map(str, arguments)], timeout=timeout,
                          capture_output=True, text=True, cwd=ROOT,
                          env={**os.environ, "PYTHONPATH": str(PACKAGE)})


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """A caseload that the sweeps share."""
    pytest.importorskip("pandas")
    path = tmp_path_factory.mktemp("caseload") / "cases.sqlite"
    sys.path.insert(0, str(EXAMPLES))
    try:
        import caseload_cases as caseload
        caseload.make_database(path, 12_000)
    finally:
        sys.path.remove(str(EXAMPLES))
    return path


@pytest.fixture(scope="module")
def report(database, tmp_path_factory):
    """What the sweep prints, and where it drew."""
    chart = tmp_path_factory.mktemp("chart") / "late.png"
    found = run("caseload_sqlite.py", "--database", database, "--cases", 1, "--chart", chart)
    assert found.returncode == 0, found.stderr
    return found, chart


def test_a_sweep_over_sqlite_reports_and_draws(report):
    found, chart = report
    assert found.stdout.startswith("Late cases among 12,000 on 2 April 2024\n")
    assert len(re.findall(r"^  case \d+ +due \d{4}-\d\d-\d\d, \d+ days late", found.stdout,
                          flags=re.M)) == 8
    try:
        import matplotlib  # noqa: F401
        assert chart.read_bytes().startswith(b"\x89PNG")
    except ImportError:
        assert "matplotlib is not installed" in found.stderr


def test_a_sweep_without_matplotlib_says_so(tmp_path, monkeypatch, capsys):
    pytest.importorskip("pandas")
    monkeypatch.syspath_prepend(str(EXAMPLES))
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    import caseload_sqlite
    monkeypatch.setattr(sys, "argv", ["caseload_sqlite.py", "--cases", "200", "--chart",
                                      str(tmp_path / "late.png")])
    caseload_sqlite.main()
    told = capsys.readouterr()
    assert "matplotlib is not installed" in told.err and told.out.startswith("Late cases among 200")
    assert not (tmp_path / "late.png").exists()


def test_the_late_cases_are_those_of_single_answers(tmp_path, monkeypatch):
    pytest.importorskip("pandas")
    monkeypatch.syspath_prepend(str(EXAMPLES))
    import caseload_cases as caseload

    from complaint import PolicySet
    path = tmp_path / "cases.sqlite"
    caseload.make_database(path, 120, seed=5)
    found = caseload.sweep(path, 1, 120, caseload.TODAY)
    import sqlite3
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    policies = PolicySet.bundled()
    for row in database.execute("SELECT * FROM cases"):
        answer = policies.evaluate({
            "now": caseload.TODAY, "facts": {"issue-ongoing": bool(row["ongoing"])},
            "events": {event: row[name] for name, event in caseload.EVENTS.items()}},
            landlord=row["landlord"], ask=["standing"], detail="verdict")
        for duty in caseload.DUTIES:
            assert found.loc[row["id"], f"state.{duty}"] == answer.deadlines[duty].state
        assert found.loc[row["id"], "overdue"] == len(answer.standing.overdue)


def test_the_same_sweep_over_a_cluster_gives_equal_answers(database, report):
    pytest.importorskip("distributed")
    found = run("caseload_dask.py", "--database", database)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "3 parts, swept by 2 workers" in found.stdout
    assert found.stdout.endswith("The answers equal those of a sweep in one process.\n")
    assert report[0].stdout.split("\nDrawn")[0].strip() in found.stdout


def blocks(path, heading=None):
    """Python of a page, with the text that stands after "It prints"."""
    text = path.read_text()
    if heading:
        text = text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    found = re.findall(r"```python\n(.*?)```\n(?:\nIt prints:\n\n```\n(.*?)```)?", text, flags=re.S)
    assert found, f"{path.name} has no Python"
    return found


@pytest.mark.parametrize("page,heading", [("README.md", "Python"),
                                          ("bindings/python/README.md", None),
                                          ("docs/python.md", None)])
def test_what_the_page_says_works_when_it_is_pasted(page, heading, tmp_path):
    """All blocks one after the other, as typed into a fresh interpreter."""
    code, wanted = [], []
    for source, output in blocks(ROOT / page, heading):
        code.append(source)
        wanted.append(output)
    assert any(wanted), "a page shows what comes of it"
    found = subprocess.run([sys.executable, "-i", "-q"], input="\n\n".join(code) + "\n", text=True,
                           capture_output=True, cwd=tmp_path,
                           env={**os.environ, "PYTHONPATH": str(PACKAGE), "PYTHONSTARTUP": ""})
    assert "Error" not in found.stderr and "Fault" not in found.stderr, found.stderr
    assert found.stdout == "".join(wanted)
