"""The data interface by a real client: tables, exhibits, survey, search, citation; and random questions without a 500."""

import io
import json

import pandas as pd
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from starlette.applications import Starlette

from data.package import resources, table_frame
from data.survey import estimate_prevalence
from exhibits.catalog import catalog
from pipeline.commands import main
from routes.site import routes

SURVEY = "/api/v1/survey"


def rows(answer) -> list[dict]:
    """The rows of an answer that is one."""
    assert answer.status_code == 200, answer.text
    return answer.json()["rows"]


def test_the_start_leads_to_everything(client):
    """Each address that it names is there."""
    told = client.get("/api/v1").json()
    addresses = [value for value in told.values() if str(value).startswith("http")]
    for address in addresses:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("name", list(resources()))
def test_every_table_can_be_had_page_by_page(client, name):
    """As many rows as the table has, in its columns."""
    whole = table_frame(name)
    told = client.get(f"/api/v1/tables/{name}?size=7&page=1").json()
    assert told["total_rows"] == len(whole) and len(told["rows"]) == min(7, len(whole))
    assert list(told["rows"][0]) == list(whole.columns)
    last = client.get(f"/api/v1/tables/{name}?size=7&page={told['pages']}").json()
    assert len(last["rows"]) == (len(whole) - 1) % 7 + 1


def test_a_table_is_filtered_by_column_and_answers_the_columns_asked_for(client):
    """Several values of a column are either; a number as it is written."""
    found = rows(
        client.get(
            "/api/v1/tables/odds-ratios?outcome=neuropathy&adjustment=full&group=all&columns=quintile,odds_ratio"
        )
    )
    assert [set(row) for row in found] == [{"quintile", "odds_ratio"}] * 5
    either = rows(
        client.get("/api/v1/tables/odds-ratios?outcome=neuropathy&adjustment=full&group=all&quintile=1&quintile=5")
    )
    assert [row["quintile"] for row in either] == [1, 5]
    csv = client.get("/api/v1/tables/foods.csv?columns=key,magnesium_mg_per_100g&size=3")
    assert list(pd.read_csv(io.StringIO(csv.text)).columns) == ["key", "magnesium_mg_per_100g"]


@pytest.mark.parametrize(
    "query", ["columns=zebra", "zebra=1", "page=0", "page=99999", "size=1001", "size=²", "format=xml"]
)
def test_what_a_table_does_not_have_is_named(client, query):
    """400 with what is allowed."""
    answer = client.get(f"/api/v1/tables/foods?{query}")
    assert answer.status_code == 400 and answer.json()["allowed"]


def test_a_record_that_was_not_read_in_its_source_is_never_sent(client):
    """Verified records alone."""
    assert all(row["verified"] for row in rows(client.get("/api/v1/tables/studies?size=1000")))


@pytest.mark.parametrize("where", [{}, {"sex": "female"}, {"sex": "female", "age": "60-74", "diabetes": "yes"}])
def test_a_prevalence_is_that_of_the_survey_or_has_a_reason(client, where):
    """Interval, n, df; a withheld one has its reason in `flag` and no number."""
    expected = estimate_prevalence("neuropathy", where=where)
    asked = [("outcome", "neuropathy"), *(("where", f"{key}={value}") for key, value in where.items())]
    answer = client.get(f"{SURVEY}/prevalence", params=asked)
    assert answer.json()["cautions"]
    for said, row in zip(rows(answer), expected.to_dict(orient="records"), strict=True):
        assert said["n"] == row["n"] and said["df"] == row["df"]
        if row["reliable"]:
            assert said["prevalence"] == pytest.approx(row["prevalence"]) and said["ci_low"] == pytest.approx(
                row["ci_low"]
            )
        else:
            assert said["flag"]
            assert [said[name] for name in ("prevalence", "ci_low", "ci_high", "se", "cases", "population")] == [
                None
            ] * 6


def test_a_withheld_estimate_is_among_those_asked_for(client):
    """The test above sees one."""
    asked = [("outcome", "neuropathy"), ("where", "sex=female"), ("where", "age=60-74"), ("where", "diabetes=yes")]
    assert any(not row["reliable"] for row in rows(client.get(f"{SURVEY}/prevalence", params=asked)))


def test_models_come_with_interval_and_what_they_rest_on(client):
    """Odds ratios, the curve with its test, the list of analyses, intakes."""
    for row in rows(client.get(f"{SURVEY}/odds-ratios?outcome=neuropathy")):
        assert row["ci_low"] <= row["odds_ratio"] <= row["ci_high"] and row["n"] and row["df"]
    curve = client.get(f"{SURVEY}/curve?outcome=neuropathy").json()
    assert curve["question"]["test"]["n"] == curve["rows"][0]["n"] > 5000
    assert len(rows(client.get(f"{SURVEY}/multiverse?where=weights=none"))) > 10
    assert {row["statistic"] for row in rows(client.get(f"{SURVEY}/intake?where=sex=female"))} >= {
        "mean",
        "share_below_ear",
    }


@pytest.mark.parametrize("question", ["odds-ratios", "curve"])
def test_a_model_of_another_nutrient_and_scale_is_that_of_the_command_line(client, question, capsys):
    """The same rows; bounds carry their unit; a nutrient without fifths says why."""
    told = rows(client.get(f"{SURVEY}/{question}?outcome=neuropathy&nutrient=calcium&scale=density"))
    command = [question, "--outcome", "neuropathy", "--nutrient", "calcium", "--scale", "density", "--format", "json"]
    assert main(command) == 0
    printed = json.loads(capsys.readouterr().out)["rows"]
    assert [row["odds_ratio"] for row in told] == pytest.approx([row["odds_ratio"] for row in printed])
    assert any(name.endswith("mg_per_1000kcal") for name in told[0])
    refused = client.get(f"{SURVEY}/{question}?outcome=neuropathy&nutrient=alcohol")
    assert refused.status_code == 400 and "calcium" in refused.json()["allowed"]


def test_every_nutrient_is_listed_with_its_test_or_a_reason(client):
    """As `python -m pipeline nutrients` prints them."""
    told = rows(client.get(f"{SURVEY}/nutrients?outcome=neuropathy"))
    assert {row["nutrient"] for row in told} >= {"magnesium", "calcium", "alcohol"}
    assert all(row["bend_p"] is not None or row["flag"] for row in told)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("prevalence", "outcome"),
        ("prevalence?outcome=gout", "outcome"),
        ("prevalence?outcome=neuropathy&by=week", "by"),
        ("prevalence?outcome=neuropathy&where=sex", "where"),
        ("prevalence?outcome=neuropathy&where=sex=zebra", "where sex"),
        ("odds-ratios?outcome=neuropathy&where=age=20-39", "where"),
        ("curve?outcome=neuropathy&unicorn=1", "parameter"),
    ],
)
def test_a_question_that_the_survey_cannot_answer_is_named(client, query, parameter):
    """The parameter, and what is allowed."""
    answer = client.get(f"{SURVEY}/{query}")
    assert answer.status_code == 400
    assert answer.json()["parameter"] == parameter and answer.json()["allowed"]


def test_the_search_finds_what_the_page_finds(client):
    """Each result with its address."""
    told = client.get("/api/v1/search?q=almonds").json()
    assert told["total"] and told["results"][0]["address"].startswith("http://testserver/")
    assert client.get("/api/v1/search?q=").status_code == 400


@pytest.mark.parametrize("form", ["text", "bibtex", "csl", "ris"])
def test_an_exhibit_is_cited_with_each_source_in_it(client, form):
    """Ours first, with version and date."""
    one = catalog()["comparison"]
    text = client.get(f"/api/v1/citation?exhibit=comparison&format={form}").text
    marks = {"text": "\n", "bibtex": "@misc{", "csl": '"id":', "ris": "TY  - "}
    assert text.count(marks[form]) == len(one.sources_of(one.shown_first)) + 1
    assert "Magnesium in Balance" in text and "2026" in text


def test_bibtex_reads_no_command_in_a_title(client):
    """Signs that BibTeX reads are written as text."""
    from exhibits.citing import Reference, bibtex

    made = bibtex([Reference("a b", r"50% of \input{x} & more")])
    assert r"50\% of \textbackslash{}input\{x\} \& more" in made and made.startswith("@misc{a_b,")


def test_a_source_is_cited_alone_and_an_unknown_one_is_named(client):
    """By its key."""
    assert client.get("/api/v1/citation?source=gregg_2004").text.count("\n") == 1
    files = {"bibtex": "cite_curve.bib", "ris": "cite_curve.ris", "csl": "cite_curve.json", "text": "cite_curve.txt"}
    for form, name in files.items():
        told = client.get(f"/api/v1/citation?exhibit=curve&format={form}").headers["content-disposition"]
        assert told == f'inline; filename="{name}"'
    assert client.get("/api/v1/citation?source=greg_2004").json()["near"]
    assert client.get("/api/v1/citation").status_code == 400


def test_the_description_names_every_address(client):
    """OpenAPI 3.1, a schema for each table's rows, a path for each table, exhibit and question."""
    told = client.get("/api/v1/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert set(resources()) <= set(told["components"]["schemas"])
    assert {f"/api/v1/exhibits/{key}" for key in catalog()} | {f"/api/v1/tables/{name}" for name in resources()} <= set(
        told["paths"]
    )


APP = Starlette(routes=routes(""))
SCHEMA = schemathesis.openapi.from_asgi("/api/v1/openapi.json", APP)


@SCHEMA.exclude(path_regex=r"^/exhibits/").parametrize()
@settings(
    max_examples=4, derandomize=True, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
def test_no_question_ends_in_a_fault_of_ours(case):
    """Random parameters, allowed and not: an answer or a problem in words."""
    answer = case.call()
    assert answer.status_code in (200, 304, 400, 404, 405, 406, 413, 414), answer.text


def test_a_csv_is_whole_and_a_page_of_rows_leads_to_the_next(client):
    """A file that ends early would be taken for all there is."""
    whole = table_frame("foods")
    assert len(pd.read_csv(io.BytesIO(client.get("/api/v1/tables/foods?format=csv").content))) == len(whole) > 100
    first = client.get("/api/v1/tables/foods?group=Fruit&size=2")
    assert first.links["next"]["url"].endswith("/api/v1/tables/foods?group=Fruit&size=2&page=2")
    assert client.get(first.links["next"]["url"]).json()["page"] == 2
    assert "next" not in client.get("/api/v1/tables/foods?size=1000").links


def test_a_withheld_figure_cannot_be_worked_out_and_a_very_uncertain_one_says_so(client):
    """In the interface and in the exhibit's file alike: 19 of 79 would be a percentage."""
    where = "&".join(f"where={one}" for one in ("sex=female", "diabetes=yes"))
    told = rows(client.get(f"{SURVEY}/prevalence?outcome=neuropathy&{where}"))
    file = pd.read_csv(
        io.BytesIO(client.get("/exhibits/prevalence.csv?sex=female&diabetes=yes").content), encoding="utf-8-sig"
    )
    assert [row["reliable"] for row in told] == list(file["Shown"] == "yes")
    hidden = file["Shown"] == "no"
    assert hidden.any() and file.loc[hidden, "With the condition, unweighted"].isna().all()
    unsure = [row["very_uncertain"] for row in told]
    assert any(unsure) and not any(row["very_uncertain"] for row in told if not row["reliable"])
    assert unsure == list(file["Remark"].str.startswith("very uncertain", na=False))
    assert all(row["ci_high"] > 2 * row["ci_low"] for row in told if row["very_uncertain"])


def test_an_address_that_is_none_and_a_missing_outcome_are_told_in_words(client):
    """As problem+json for a program, as a page for a reader who came by a link, with nothing of the address as markup."""
    told = client.get("/api/v1/exhibit", headers={"accept": "application/json"})
    assert told.status_code == 404 and "/api/v1/exhibits" in told.json()["near"]
    assert "missing" in client.get(f"{SURVEY}/prevalence", headers={"accept": "*/*"}).json()["detail"]
    page = client.get("/exhibits/<b>x.csv", headers={"accept": "text/html,*/*"})
    assert page.status_code == 404 and page.headers["content-type"].startswith("text/html")
    assert "There is no exhibit" in page.text and "<b>x" not in page.text and "&lt;b&gt;x" in page.text
