"""`python -m brief`: the same sheet as a file."""

import pypdfium2
import pytest

from brief.__main__ import FAILED, HOME, NOT_AVAILABLE, main
from brief.choices import BriefChoices
from brief.fit import fitted
from data.base import DataError
from sheets import typst


def test_it_writes_what_the_page_gives(tmp_path, capsys):
    """Byte for byte, for one address."""
    file = tmp_path / "pain.pdf"
    assert main(["magnesium-and-pain", "--paper", "letter", "--home", HOME, "--out", str(file)]) == 0
    choices = BriefChoices(sheet="magnesium-and-pain", paper="letter")
    assert file.read_bytes() == typst.one_page(fitted(choices, HOME))
    assert "Magnesium and pain: what the evidence says." in capsys.readouterr().out


def test_choices_are_taken_and_a_page_is_written_with_its_fonts_inside(tmp_path):
    file = tmp_path / "low.html"
    asked = ["--choice", "include=levels", "--choice", "unit=mg/dL", "--out", str(file)]
    assert main(["low-magnesium", *asked]) == 0
    html = file.read_text(encoding="utf-8")
    assert "mg/dL, by source" in html and "Red flags" not in html and "data:font/otf;base64," in html


@pytest.mark.parametrize(("choice", "told"), [("unit=mg", "unit: 'mg' is not available"), ("unit", "NAME=VALUE")])
def test_a_wrong_choice_is_named_with_what_is_allowed(tmp_path, capsys, choice, told):
    assert main(["low-magnesium", "--choice", choice, "--out", str(tmp_path / "x.pdf")]) == NOT_AVAILABLE
    assert told in capsys.readouterr().err and not list(tmp_path.iterdir())


def test_a_fault_in_the_data_is_told(tmp_path, capsys, monkeypatch):
    def broken(choices, home):
        raise DataError("studies.yml: broken")

    monkeypatch.setattr("brief.__main__.fitted", broken)
    assert main(["low-magnesium", "--out", str(tmp_path / "x.pdf")]) == FAILED
    assert "studies.yml: broken" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told(tmp_path, capsys):
    assert main(["low-magnesium", "--out", str(tmp_path / "none" / "x.pdf")]) == NOT_AVAILABLE
    assert "none" in capsys.readouterr().err


def test_no_sheet_of_this_name(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["gout", "--out", str(tmp_path / "x.pdf")])
    assert "low-magnesium" in capsys.readouterr().err


def test_the_pdf_can_be_opened(tmp_path):
    file = tmp_path / "before.pdf"
    main(["before-a-supplement", "--out", str(file)])
    assert len(pypdfium2.PdfDocument(file)) == 2
