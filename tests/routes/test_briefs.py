"""Briefs over HTTP, and whether a printed one is still current."""

import pytest

from brief.choices import BriefChoices
from brief.fit import fitted
from brief.ready import SHEETS
from data.releases import RELEASES, VERSION
from exhibits.catalog import exhibit
from exhibits.releases import Change
from routes import briefs
from sheets import one_page_html, typst
from tests.routes.conftest import HOME


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_sheet_is_answered_as_pdf_and_as_a_page(client, sheet):
    """The same record in both, black on white."""
    page = fitted(BriefChoices(sheet=sheet, unit="mg/dL"), HOME)
    pdf = client.get(f"/brief/{sheet}.pdf", params={"unit": "mg/dL"})
    assert pdf.content == typst.one_page(page) and pdf.headers["content-type"] == "application/pdf"
    html = client.get(f"/brief/{sheet}.html", params={"unit": "mg/dL"})
    assert one_page_html.article(page) in html.text
    assert "font-src 'self'" in html.headers["content-security-policy"]


def test_the_fonts_of_the_page_are_answered(client):
    for name in one_page_html.FONTS:
        answer = client.get(f"/brief/fonts/{name}")
        assert answer.status_code == 200 and answer.content.startswith(b"OTTO")
    assert client.get("/brief/fonts/other.otf").status_code == 404


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("gout.pdf", 404, "There is no sheet 'gout.pdf'."),
        ("low-magnesium.doc", 404, "There is no sheet 'low-magnesium.doc'."),
        ("low-magnesium.pdf?unit=mg", 400, "unit: 'mg' is not available here; allowed: mmol/L, mg/dL, mEq/L"),
        ("low-magnesium.pdf?patient=Jane", 400, "choice: 'patient' is not available here"),
    ],
)
def test_what_there_is_none_of_is_told(client, path, status, told):
    answer = client.get(f"/brief/{path}")
    assert answer.status_code == status and answer.json()["detail"].startswith(told)


def test_too_many_parts_are_told(client):
    answer = client.get("/brief/low-magnesium.pdf", params={"size": "letter", "include": [*briefs_parts()]})
    assert answer.status_code == 400 and "do not fit on one page" in answer.json()["detail"]


def briefs_parts() -> list[str]:
    """Every part there is."""
    return list(BriefChoices.control("include").offered())


def test_a_sheet_of_today_is_current(client):
    """The address behind the code answers it."""
    page = fitted(BriefChoices(sheet="magnesium-and-pain", unit="mg/dL"), HOME)
    answer = client.get(page.address.removeprefix(HOME))
    assert answer.status_code == 200 and f"Yes: data version {VERSION}" in answer.text
    assert "brief/magnesium-and-pain.pdf?" in answer.text


def test_a_sheet_of_an_older_version_tells_of_each_table(client):
    older = list(RELEASES)[-1]
    answer = client.get(f"/v/{older}/brief?sheet=before-a-supplement")
    assert "Not known" in answer.text and exhibit("interactions").title in answer.text
    assert client.get("/v/0.0.1/brief").status_code == 404


def test_a_changed_figure_asks_for_a_new_sheet():
    older = list(RELEASES)[1]
    found = {exhibit("target"): [Change("EAR", "US", 260, 265)], exhibit("answers"): []}
    assert briefs.answer(older, found).startswith(f"Take a new one: since data version {older} figures changed in")
    assert briefs.answer(older, {exhibit("answers"): []}).startswith("Yes, as far as was kept")
    assert briefs.answer(older, {}).startswith("Not known")
