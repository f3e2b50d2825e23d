"""The command line keeps its promises."""

import json
import subprocess
import sys

import pytest

from pipeline.commands import main
from tests.site_map import ROOT

PROMISED = [
    "quintile", "intake_low_mg", "intake_high_mg", "n", "cases", "prevalence", "se", "ci_low", "ci_high", "n_eff", "df",
    "reliable", "flag",
]  # fmt: skip


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    code = main(list(arguments))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_prevalence_prints_the_promised_json(capsys):
    """The question beside the rows, and every promised column in order."""
    question = ["--outcome", "neuropathy", "--by", "quintile", "--where", "sex=female", "--where", "age=60-74"]
    code, out, _ = run(capsys, "prevalence", *question, "--standardize", "age-sex", "--format", "json")
    answer = json.loads(out)
    assert code == 0
    assert list(answer) == ["outcome", "where", "by", "standardize", "rows"]
    assert answer["where"] == {"sex": "female", "age": "60-74"}
    assert [list(row) for row in answer["rows"]] == [PROMISED] * 5
    assert answer["rows"][4]["intake_high_mg"] is None


def test_by_none_gives_one_row(capsys):
    """The whole sample."""
    _, out, _ = run(capsys, "prevalence", "--outcome", "neuropathy", "--by", "none", "--format", "json")
    rows = json.loads(out)["rows"]
    assert [(row["n"], row["cases"], row["quintile"]) for row in rows] == [(7726, 1378, None)]


def test_csv_has_a_header_and_a_row_per_quintile(capsys):
    """For a spreadsheet."""
    _, out, _ = run(capsys, "prevalence", "--outcome", "chronic_pain", "--format", "csv")
    assert out.splitlines()[0].split(",") == PROMISED
    assert len(out.splitlines()) == 6


def test_a_table_leaves_missing_values_blank(capsys):
    """The default format."""
    code, out, _ = run(capsys, "prevalence", "--outcome", "chronic_pain", "--by", "band")
    assert code == 0
    assert "NA" not in out
    assert "NaN" not in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--outcome", "gout"], "neuropathy_one_foot"),
        (["--outcome", "neuropathy", "--where", "sex=f"], "female, male"),
        (["--outcome", "neuropathy", "--where", "height=2"], "diabetes"),
        (["--outcome", "neuropathy", "--where", "sex"], "key=value"),
        (["--outcome", "neuropathy", "--by", "decile"], "quintile, band, none"),
    ],
)
def test_an_unknown_value_exits_2_and_prints_what_is_allowed(capsys, arguments, said):
    """On standard error, with nothing on standard output."""
    code, out, err = run(capsys, "prevalence", *arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_an_unknown_format_exits_2():
    """Said by the argument parser."""
    with pytest.raises(SystemExit) as stop:
        main(["prevalence", "--outcome", "neuropathy", "--format", "xml"])
    assert stop.value.code == 2


def test_odds_ratios_and_curves_have_the_group_and_its_rows(capsys):
    """The same question asked of the two tables."""
    asked = ["--outcome", "neuropathy", "--adjustment", "demographic", "--where", "age=60+", "--format", "json"]
    odds, curve = (json.loads(run(capsys, command, *asked)[1]) for command in ("odds-ratios", "curve"))
    assert odds["where"] == curve["where"] == {"age": "60+"}
    assert [row["quintile"] for row in odds["rows"]] == [1, 2, 3, 4, 5]
    assert curve["test"]["reference_mg"] == 257


def test_the_multiverse_can_be_narrowed(capsys):
    """By any of its choices."""
    _, out, _ = run(capsys, "multiverse", "--where", "weights=dietary", "--where", "cuts=weighted", "--format", "json")
    assert len(json.loads(out)["rows"]) == 96


def test_a_group_without_a_model_exits_2(capsys):
    """With the groups there are."""
    code, _, err = run(capsys, "odds-ratios", "--outcome", "neuropathy", "--where", "bmi=30plus")
    assert code == 2
    assert "sex=female" in err


def test_intake_prints_a_row_per_statistic(capsys):
    """Mean, seven percentiles and the share below the EAR."""
    _, out, _ = run(capsys, "intake", "--where", "sex=male", "--where", "age=75+", "--format", "json")
    answer = json.loads(out)
    assert answer["cycle"] == "2021-2023"
    assert len(answer["rows"]) == 9


@pytest.mark.parametrize(
    "arguments", [["--cycle", "1980"], ["--source", "water"], ["--method", "guess"], ["--where", "ppi=yes"]]
)
def test_an_intake_that_was_not_tabulated_exits_2(capsys, arguments):
    """2021-2023 has no drug names, for one."""
    code, _, err = run(capsys, "intake", *arguments)
    assert code == 2
    assert "expected one of" in err


def test_a_reader_who_stops_early_sees_no_traceback():
    """`… | head -1` closes the pipe; the command ends quietly."""
    command = f"{sys.executable} -m pipeline curve --outcome neuropathy --format csv | head -1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("intake_mg,")
    assert done.stderr == ""


def test_two_values_of_one_key_are_refused_where_one_is_asked(capsys):
    """Models were fitted for one value at a time, and the message says so."""
    code = main(["odds-ratios", "--outcome", "neuropathy", "--where", "sex=female", "--where", "sex=male"])
    assert code == 2
    assert "expected only one of female, male" in capsys.readouterr().err
