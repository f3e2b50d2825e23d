"""The command line. Everything but `results` and `fetch` reads the committed tables and needs no raw file."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from data import associations, nutrients, package, survey, survey_intake

FORMATS = ("table", "csv", "json")
RESULTS = Path(__file__).resolve().parent.parent / "data" / "results"
NOT_ANSWERABLE = 2
FAILED = 1


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 on success, 1 where files are missing, 2 for a question the tables cannot answer."""
    options = build_parser().parse_args(arguments)
    try:
        options.run(options)
    except survey.SurveyQueryError as error:
        print(f"pipeline: {error}", file=sys.stderr)
        return NOT_ANSWERABLE
    except ValueError as error:  # a raw or committed file that cannot be used
        print(f"pipeline: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # whoever reads has seen enough, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(prog="python -m pipeline", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    for add in (add_raw_files, add_prevalence, add_models, add_intake):
        add(commands)
    return parser


def add_raw_files(commands: "argparse._SubParsersAction") -> None:
    """What works on the raw files."""
    results = commands.add_parser("results", help="recompute every survey table from the raw files")
    results.add_argument("--folder", type=Path, default=RESULTS, help="where to write (default: data/results)")
    results.add_argument("--shuffles", type=int, default=500, metavar="N", help="how often recalls are dealt anew")
    results.add_argument("--every-analysis", action="store_true", help="shuffle for every analysis, not the 48")
    results.add_argument("--scheduler", default="", metavar="ADDRESS", help="run the models on this Dask cluster")
    results.set_defaults(run=run_results)

    fetch = commands.add_parser("fetch", help="download the raw files from CDC")
    fetch.add_argument("--folder", type=Path, help="where to (default: NHANES_DIR, or nhanes/)")
    fetch.add_argument("--base-url", help="another server with CDC's layout")
    fetch.add_argument("--only", action="append", metavar="NAME", help="one file, such as DEMO_B; again for more")
    fetch.set_defaults(run=run_fetch)


def add_prevalence(commands: "argparse._SubParsersAction") -> None:
    """`prevalence`."""
    prevalence = commands.add_parser("prevalence", help="prevalence by intake for any group")
    prevalence.add_argument("--outcome", required=True)
    prevalence.add_argument("--by", default="quintile", help="quintile, band (50 mg steps) or none")
    add_where(prevalence)
    prevalence.add_argument("--standardize", default="none", help="age-sex or none")
    prevalence.add_argument("--variance", default="taylor", help="taylor or jackknife")
    add_format(prevalence)
    prevalence.set_defaults(run=run_prevalence)


def add_models(commands: "argparse._SubParsersAction") -> None:
    """`odds-ratios`, `curve`, `nutrients` and `multiverse`."""
    for name, run, what in (
        ("odds-ratios", run_odds_ratios, "odds ratios by quintile of intake, against the third"),
        ("curve", run_curve, "smooth odds ratio by intake"),
    ):
        model = commands.add_parser(name, help=what)
        model.add_argument("--outcome", required=True)
        model.add_argument("--adjustment", default="full", help="crude, demographic, full or full_energy_spline")
        model.add_argument("--nutrient", default="magnesium", help="such as calcium; `nutrients` lists them")
        model.add_argument("--scale", default="amount", help="amount, density (per 1,000 kcal) or residual")
        add_where(model)
        add_format(model)
        model.set_defaults(run=run)

    listed = commands.add_parser("nutrients", help="which nutrients were tested, and what came of it")
    listed.add_argument("--outcome", default="neuropathy")
    listed.add_argument("--adjustment", default="full", help="crude, demographic, full or full_energy_spline")
    add_format(listed)
    listed.set_defaults(run=run_nutrients)

    multiverse = commands.add_parser("multiverse", help="every listed analysis of neuropathy")
    add_where(multiverse)
    add_format(multiverse)
    multiverse.set_defaults(run=run_multiverse)


def add_intake(commands: "argparse._SubParsersAction") -> None:
    """`intake`."""
    intake = commands.add_parser("intake", help="how much magnesium adults get")
    intake.add_argument("--cycle", default="2021-2023", help="2017-2020 or 2021-2023")
    intake.add_argument("--source", default="food", help="food, food_and_supplements or supplements")
    intake.add_argument("--method", default="usual", help="usual or one_day")
    add_where(intake)
    add_format(intake)
    intake.set_defaults(run=run_intake)


def add_where(command: argparse.ArgumentParser) -> None:
    """`--where key=value`, as often as wanted; the same key again pools its values."""
    command.add_argument("--where", action="append", default=[], metavar="KEY=VALUE", help="such as sex=female")


def add_format(command: argparse.ArgumentParser) -> None:
    """`--format`."""
    command.add_argument("--format", default="table", choices=FORMATS)


def parse_where(pairs: list[str]) -> dict[str, list[str]]:
    """["sex=female", "age=60-74"] as {"sex": ["female"], "age": ["60-74"]}."""
    where: dict[str, list[str]] = {}
    for pair in pairs:
        key, separator, value = pair.partition("=")
        if not separator:
            raise survey.SurveyQueryError("where", pair, ["key=value, such as sex=female"], expected="the form")
        where.setdefault(key, []).append(value)
    return where


def run_results(options: argparse.Namespace) -> None:
    """Rebuild the committed tables; without NHANES_DIR, from files downloaded first."""
    # The steps bring svy and the raw files; the other commands do without either.
    from pipeline.fetch import fetch_all
    from pipeline.results import build_results

    if not os.environ.get("NHANES_DIR"):
        fetch_all()
    if options.shuffles < 1:
        raise survey.SurveyQueryError("shuffles", options.shuffles, ["a whole number from 1 on"], expected="")
    build_results(options.folder, options.shuffles, every_analysis=options.every_analysis, scheduler=options.scheduler)
    if options.folder.resolve() == RESULTS:
        package.main()  # which has the size and the hash of each table


def run_fetch(options: argparse.Namespace) -> None:
    """Download the raw files."""
    from pipeline import fetch
    from pipeline.sources import manifest

    for name in options.only or []:
        survey.check_choice("only", name, list(manifest().index))
    fetch.fetch_all(options.folder, options.base_url or fetch.BASE_URL, options.only)


def run_prevalence(options: argparse.Namespace) -> None:
    """Print `estimate_prevalence`."""
    where = parse_where(options.where)
    rows = survey.estimate_prevalence(options.outcome, options.by, where, options.standardize, options.variance)
    question = {
        "outcome": options.outcome,
        "where": plain_where(where),
        "by": options.by,
        "standardize": options.standardize,
    }
    show(rows[survey.COLUMNS], question, options.format)


def run_odds_ratios(options: argparse.Namespace) -> None:
    """Print `load_odds_ratios`."""
    where = single_where(options.where)
    rows = associations.load_odds_ratios(options.outcome, options.adjustment, where, options.nutrient, options.scale)
    show(rows, model_question(options, where), options.format)


def run_curve(options: argparse.Namespace) -> None:
    """Print `load_curve`; JSON also says what the curve rests on."""
    where = single_where(options.where)
    asked = (options.outcome, options.adjustment, where, options.nutrient, options.scale)
    rows = associations.load_curve(*asked)
    test = json_rows(associations.load_curve_test(*asked).to_frame().T)[0]
    show(rows, model_question(options, where) | {"test": test}, options.format)


def model_question(options: argparse.Namespace, where: dict[str, str]) -> dict:
    """What was asked of a model; nutrient and scale are told where they are not magnesium in milligrams."""
    question = {"outcome": options.outcome, "adjustment": options.adjustment, "where": where}
    if (options.nutrient, options.scale) != ("magnesium", "amount"):
        question |= {"nutrient": options.nutrient, "scale": options.scale}
    return question


def run_nutrients(options: argparse.Namespace) -> None:
    """Print each nutrient and scale with its tests, or why there is none."""
    survey.check_choice("adjustment", options.adjustment, associations.ADJUSTMENTS)
    survey.check_outcome(options.outcome, nutrients.outcomes_tested())
    rows = nutrients.nutrient_list(options.outcome, options.adjustment)
    show(rows, {"outcome": options.outcome, "adjustment": options.adjustment}, options.format)


def run_multiverse(options: argparse.Namespace) -> None:
    """Print `load_multiverse`."""
    where = single_where(options.where)
    show(associations.load_multiverse(where), {"outcome": "neuropathy", "where": where}, options.format)


def run_intake(options: argparse.Namespace) -> None:
    """Print `load_intake`."""
    where = single_where(options.where)
    rows = survey_intake.load_intake(options.cycle, where, options.source, options.method)
    question = {"cycle": options.cycle, "where": where, "source": options.source, "method": options.method}
    show(rows, question, options.format)


def single_where(pairs: list[str]) -> dict[str, str]:
    """As `parse_where`, for questions that take one value of a key."""
    where = parse_where(pairs)
    for key, values in where.items():
        if len(values) > 1:
            raise survey.SurveyQueryError(f"where {key}", ", ".join(values), values, expected="only one of")
    return {key: values[0] for key, values in where.items()}


def plain_where(where: dict[str, list[str]]) -> dict[str, str | list[str]]:
    """A value alone as text, several as a list."""
    return {key: values[0] if len(values) == 1 else values for key, values in where.items()}


def show(rows: pd.DataFrame, question: dict, form: str) -> None:
    """Print rows as a table, CSV or JSON (with the question beside them)."""
    printers: dict[str, Callable[[], str]] = {
        "table": lambda: plain_table(rows),
        "csv": lambda: rows.to_csv(index=False, lineterminator="\n").rstrip("\n"),
        "json": lambda: json.dumps({**question, "rows": json_rows(rows)}, indent=2),
    }
    print(printers[form]())


def plain_table(rows: pd.DataFrame) -> str:
    """Columns in line, four digits, missing values blank."""
    text = rows.map(lambda value: "" if pd.isna(value) else f"{value:.4g}" if isinstance(value, float) else str(value))
    return text.to_string(index=False)


def json_rows(rows: pd.DataFrame) -> list[dict]:
    """Rows with missing values as null."""
    return [{key: None if pd.isna(value) else value for key, value in row.items()} for row in rows.to_dict("records")]
