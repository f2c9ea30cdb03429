# SPDX-License-Identifier: MIT
"""Every scenario of rules/ and of the hard cases, through Python."""

import re

import pytest
from conftest import ROOT

from complaint import Policy, ScenarioFault, Scenarios

FILES = sorted((ROOT / "rules").glob("*/*/scenarios.yaml"))
HARD = sorted((ROOT / "tests" / "hard-cases").glob("*/scenarios.yaml"))


def name_of(path):
    return f"{path.parent.parent.name}/{path.parent.name}"


def scenarios():
    for path in FILES + HARD:
        for scenario in Scenarios.load(path):
            yield pytest.param(scenario, id=f"{name_of(path)}: {scenario.name}"[:100])


@pytest.mark.parametrize("scenario", scenarios())
def test_scenario(scenario):
    assert not scenario.differences(), "\n".join(map(str, scenario.differences()))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_as_many_as_the_command_runs(path, command):
    assert command("test", path).stdout.endswith(f"{len(Scenarios.load(path))} passed, 0 failed\n")


def mutated(text):
    """Other states, dates and lists than the author expects; and a rule that a policy may not
    have, with which nothing of the file is run."""
    yield text.replace("because: []", "because: [over-6-months-old]")
    text = text.replace("outcome: accepted", "outcome: excluded")
    text = text.replace("state: running", "state: overdue")
    text = text.replace("projected: true", "projected: false")
    yield re.sub(r"(due|opens|closes): (\d{4}-\d\d)-\d\d", r"\1: \2-01", text)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_what_differs_is_told_as_the_command_tells_it(path, command, tmp_path, capsys):
    from complaint.command import main
    (tmp_path / "policy.yaml").write_text(path.with_name("policy.yaml").read_text())
    file = tmp_path / "scenarios.yaml"
    differing = 0
    for text in mutated(path.read_text()):
        file.write_text(text)
        code = main(["test", str(file)])
        found, wanted = capsys.readouterr(), command("test", file)
        assert (code, found.out, found.err) == (wanted.returncode, wanted.stdout, wanted.stderr)
        differing += code == 1
    assert differing > 0


def test_scenarios_of_another_policy_and_faulty_ones(tmp_path):
    with pytest.raises(ScenarioFault):
        Scenarios.load(FILES[0], Policy.bundled("housing-ombudsman/2024-04"))
    with pytest.raises(ScenarioFault, match="absent"):
        Scenarios.load(tmp_path / "absent.yaml")
    path = tmp_path / "scenarios.yaml"
    path.write_text("format: 1\nkind: scenarios\npolicy: policy.yaml\n")
    with pytest.raises(Exception, match="policy.yaml"):
        Scenarios.load(path)
    found = Scenarios.load(FILES[0])
    assert found[0].expected and found[len(found) - 1].line > found[0].line
    with pytest.raises(IndexError):
        found[len(found)]


def test_a_date_that_differs_tells_how_it_was_counted(tmp_path):
    path = ROOT / "rules" / "settle" / "2020-10" / "scenarios.yaml"
    text = re.sub(r"due: (\d{4}-\d\d)-\d\d", r"due: \1-01", path.read_text())
    file = tmp_path / "scenarios.yaml"
    file.write_text(text)
    found = [one for scenario in Scenarios.load(file, Policy.bundled("settle/2020-10"))
             for one in scenario.differences() if one.path.startswith("deadlines.")]
    assert found and all(one.counted for one in found if "beyond" not in one.actual)
    for one in found:
        assert one.counted[-1].text == "due" and str(one.counted[-1].day) == one.actual
        assert str(one).count("\n") == 2 + len(one.counted)
    # An answer of the caller's own is compared as it is.
    scenario = Scenarios.load(file, Policy.bundled("settle/2020-10"))[0]
    assert not any(one.counted for one in scenario.differences(scenario.evaluate()))
