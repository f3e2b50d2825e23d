"""A raw file that cannot be used is named, with what to do."""

import gzip

import pytest

from pipeline import sources
from pipeline.sources import SourceFileError, check_records, raw_bytes, read_nhanes

HEADER = b"HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!000000000000000000000000000000  "


def test_a_missing_file_is_named(tmp_path):
    """With the folder searched and the next step."""
    with pytest.raises(SourceFileError, match=r"DEMO\.xpt: not found in .*set NHANES_DIR.*python -m pipeline fetch"):
        raw_bytes("DEMO", tmp_path)


def test_an_html_page_is_no_data(tmp_path):
    """CDC's old addresses answer with a page."""
    (tmp_path / "DEMO.xpt").write_bytes(b"<!DOCTYPE html><html></html>")
    with pytest.raises(SourceFileError, match=r"DEMO\.xpt: is an HTML page"):
        raw_bytes("DEMO", tmp_path)


def test_a_truncated_file_is_refused(tmp_path):
    """Plain: no whole number of records. Gzipped: the stream ends early."""
    (tmp_path / "DEMO.xpt").write_bytes(HEADER + b"half")
    with pytest.raises(SourceFileError, match=r"DEMO\.xpt: is cut short"):
        raw_bytes("DEMO", tmp_path)
    (tmp_path / "BMX.xpt.gz").write_bytes(gzip.compress(HEADER * 100)[:-20])
    with pytest.raises(SourceFileError, match=r"BMX\.xpt\.gz: is damaged or cut short"):
        raw_bytes("BMX", tmp_path)


def test_a_file_with_another_number_of_records_is_refused():
    """A cut at a record's edge parses well and would go unseen."""
    with pytest.raises(SourceFileError, match="holds 9000 records where 9965 are expected"):
        check_records("DEMO", 9000)


def test_plain_and_gzipped_files_read_the_same(tmp_path):
    """The plain one wins where both are there."""
    (tmp_path / "DEMO.xpt.gz").write_bytes(gzip.compress(HEADER))
    assert raw_bytes("DEMO", tmp_path) == HEADER
    (tmp_path / "DEMO.xpt").write_bytes(HEADER * 2)
    assert raw_bytes("DEMO", tmp_path) == HEADER * 2


@pytest.mark.raw
def test_a_stored_zero_is_zero():
    """pandas.read_sas turns it into 5.4e-79, and `== 0` fails without a word."""
    assert (read_nhanes("LEXPN")["LEALPN"] == 0).sum() > 1000


@pytest.mark.parametrize("name", ["KIQ.XPT", "kiq.xpt", "KIQ.xpt.gz", "KIQ.XPT.GZ"])
def test_a_raw_file_is_found_whatever_the_case_of_its_name(tmp_path, name):
    """CDC served them as .XPT before."""
    content = (sources.XPORT_MAGIC + b" " * 80)[:80]
    (tmp_path / name).write_bytes(gzip.compress(content) if name.lower().endswith(".gz") else content)
    assert sources.raw_bytes("KIQ", tmp_path) == content
