"""Sources in a line, plain and with links."""

from exhibits.citations import cite, short


def test_a_source_is_named_once_with_what_it_is():
    """In the order given."""
    assert short(["iom_dri_2006", "nhs_lothian", "iom_dri_2006"]) == (
        "US IOM 2006, authority's report; NHS Lothian, guideline"
    )


def test_a_citation_is_a_link_where_there_is_an_address():
    """Name and year are the link; what it is stands behind it."""
    assert cite(["rosanoff_2022", "agus_1999"]) == (
        "[Rosanoff A 2022](https://doi.org/10.1007/s00394-022-02916-w), expert opinion; Agus ZS 1999, review"
    )
