"""Everything shown has a source that resolves, and nothing unverified is shown: every record, every loader."""

import importlib
import inspect
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from pydantic import BaseModel, Field, ValidationError

import data
from data import base, package, sources
from data.base import Record, RecordError, Table, read_records
from data.sources import BIBLIOGRAPHY, Source, Sourced, load_sourced, load_sources, sourced_parts


def tables_of(kind: type) -> list[str]:
    """Names of the tables whose rows are of that kind."""
    return [name for name, table in package.tables().items() if issubclass(table.row, kind)]


def loaders() -> dict[str, object]:
    """Every public function of the data modules named load_… that can be called without an argument.

    A loader with "_not_" in its name (not found, not accepted) says that its records may not be shown as fact.
    """
    found = {}
    for module in pkgutil.iter_modules(data.__path__, "data."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if name.startswith("load_") and "_not_" not in name and callable(value):
                needed = [one for one in inspect.signature(value).parameters.values() if one.default is one.empty]
                if not needed:
                    found[f"{module.name}.{name}"] = value
    return found


def parts(value: object) -> Iterator[Sourced]:
    """Every sourced part in whatever a loader returns."""
    if isinstance(value, BaseModel):
        yield from sourced_parts(value)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from parts(item)
    elif isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from parts(item)


# --- All tables, all loaders ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", tables_of(Sourced))
def test_every_displayed_record_rests_on_a_source_that_resolves(name):
    """Every verified record, and every figure nested in one, names sources, and all are in the bibliography."""
    shown = load_sourced(package.tables()[name])
    assert shown, f"{name} has nothing to show"
    known = set(load_sources())
    for record in shown:
        for part in sourced_parts(record):
            assert part.sources and set(part.sources) <= known, f"{name}, {record.key}"


@pytest.mark.parametrize("name", sorted(set(tables_of(Record)) - set(tables_of(Sourced))))
def test_sources_named_outside_a_sourced_record_resolve_too(name):
    """A table whose rows are not themselves facts may still name sources; they are in the bibliography."""
    for record in read_records(package.tables()[name]):
        assert package.sources_of(record) <= set(load_sources()), f"{name}, {record.key}"


@pytest.mark.parametrize("name", sorted(set(package.tables()) - set(tables_of(Record))))
def test_result_tables_rest_on_known_sources(name):
    """A computed table names the survey files it was computed from."""
    named = set(package.tables()[name].sources)
    assert named and named <= set(load_sources())


@pytest.mark.parametrize("name", sorted(loaders()))
def test_no_loader_returns_an_unverified_record(name):
    """What a public loader returns may be shown as fact, nested figures included, or says that nothing was found."""
    parts_found = list(parts(loaders()[name]()))
    assert [part for part in parts_found if not part.verified and part.sources != ("none_found",)] == []


def test_the_loaders_are_found():
    """The scan sees at least the bibliography's loader, so the test above tests something."""
    assert "data.sources.load_sources" in loaders()


# --- The bibliography ----------------------------------------------------------------------------------------------


def test_no_document_is_listed_twice():
    """A DOI or PubMed number stands once in the bibliography."""
    for field in ("doi", "pmid", "pmcid"):
        numbers = [getattr(source, field).lower() for source in load_sources().values() if getattr(source, field)]
        assert sorted({one for one in numbers if numbers.count(one) > 1}) == [], field


def test_a_doi_is_linked_before_an_address():
    """The DOI outlives an address, so it is the link."""
    assert load_sources()["hu_2020"].link == "https://doi.org/10.1136/bmjopen-2020-039640"


def test_a_document_without_address_is_cited_but_not_linked():
    """The blurred-vision source lies at a test address of its publisher, so it has no link."""
    assert load_sources()["mgso4_dbl_overdose"].link is None


@pytest.mark.parametrize(
    "fields, short",
    [
        ({"authors": "Hu C, Zhu F", "year": 2020}, "Hu C 2020, review"),
        ({"authors": "Hu C"}, "Hu C (year not stated), review"),
        ({"year": 2010}, "Magnesium Journal 2010, review"),
        ({"quality": "authoritative", "kind": "drug label"}, "Magnesium Journal, regulator's text"),
    ],
)
def test_a_source_is_named_shortly(fields, short):
    """First author or publisher, the year or the words that a paper does not state it, and what it is."""
    said = {
        "key": "a",
        "title": "On salts",
        "publisher": "Magnesium Journal",
        "kind": "review",
        "quality": "peer_reviewed",
    }
    assert Source(**said | fields).short == short


def test_what_a_source_is_follows_from_its_kind():
    """Literal examples, near misses among them; every kind of document is used or stands for none."""
    expected = {
        "cochrane_cramps_2020": "systematic review",
        "mazidi_2018": "systematic review",
        "davies_fraser_1993": "review",
        "hypomg_clinical_inquiry": "review",
        "schuette_1994": "randomized trial",
        "bagis_2013": "open trial",
        "shils_depletion": "experiment in people",
        "blancquaert_2019": "experiment in people",
        "uysal_2019": "animals or cells",
        "nowak_1984": "animals or cells",
        "immanuel_2006": "observational study",
        "hicks_2020": "observational study",
        "fatal_laxative_2018": "case report",
        "uk_smpc_magnesium": "regulator's text",
        "fda_ppi_2011": "regulator's text",
        "nhs_lothian": "guideline",
        "rosanoff_2022": "expert opinion",
        "iom_dri_1997": "authority's report",
        "nih_ods_consumer_copy": "fact sheet",
        "nielsen_2024": "textbook",
        "alfred_pathology": "laboratory page",
        "msd_hypermagnesemia": "reference page",
        "medpill_quinolones": "consumer page",
        "usda_sr_legacy": "data set",
        "computed": "our calculation",
        "own_review": "our own reading",
    }
    assert {key: load_sources()[key].what for key in expected} == expected


def test_a_kind_that_says_nothing_is_refused():
    """A clinician must see what a source is, so a kind without a place is an error."""
    with pytest.raises(ValidationError, match="words that say what it is"):
        Source(key="a", title="On salts", publisher="P", kind="page", quality="reference_page")


def test_a_paper_without_author_or_year_says_that_the_page_read_does_not_state_it():
    """A hole in a citation is told as one."""
    holes = {
        key: {field for field in ("authors", "year") if not getattr(source, field)} - set(source.not_stated)
        for key, source in load_sources().items()
        if source.quality == "peer_reviewed"
    }
    assert {key: fields for key, fields in holes.items() if fields} == {}
    filled = {key for key, source in load_sources().items() for field in source.not_stated if getattr(source, field)}
    assert filled == set()


REFUSED = re.compile(
    r"""^(\d{1,3}\.){3}\d{1,3}(:|$)        # a bare IP address
    | (^|[.-])(test|dev|staging|uat|preview|mirror)([.-]|$)   # a host for trying out
    | wiki                                  # anybody's page
    | (^|\.)(eurekalert|scribd|docslib|studylib|doczz|vdocuments|coek|suppr|alljournals|ablesci|togows|aposbook|colab
      |netrition|nutrimuscle|wellnessresources|enduranceresearch|microvitamin|nutraingredients|physiciansweekly
      |entirelyhealth|the-medical-dictionary|the-eye|cricutcom-setup|e-signaturehome|medluna|qeeebo|ro)\.""",
    re.VERBOSE,
)
"""Hosts that no source may link: copies, test hosts, wikis, sellers, forums, news."""


def hosts(source: Source) -> set[str]:
    """Every host that a record links or prints."""
    texts = (source.link, source.url, source.note, source.publisher)
    return {host for text in texts if text for host in re.findall(r"https?://([^/\s]+)", text)}


def test_no_source_links_a_copy_a_seller_or_a_wiki():
    """The document itself, its publisher or its index; else no link."""
    assert REFUSED.search("47.251.13.51:8081") and REFUSED.search("acnpsearch.tweb-dev.unibo.it")
    assert not REFUSED.search("pmc.ncbi.nlm.nih.gov") and not REFUSED.search("www.medwave.cl")
    linked = {key: [host for host in hosts(source) if REFUSED.search(host)] for key, source in load_sources().items()}
    assert {key: found for key, found in linked.items() if found} == {}


def test_no_address_stands_twice():
    """Two records with one address are one document; only a portal of data sets is shared."""
    addresses = Counter(
        source.link.casefold().rstrip("/").replace("http://", "https://")
        for source in load_sources().values()
        if source.link and source.document != "dataset"
    )
    assert [address for address, count in addresses.items() if count > 1] == []


def test_every_document_is_named_by_a_record():
    """What nothing rests on is no source of this dashboard."""
    named = set()
    for table in package.tables().values():
        if issubclass(table.row, Record):
            named |= {key for record in read_records(table) for key in package.sources_of(record)}
        else:
            named |= set(table.sources)
    assert sorted(set(load_sources()) - named) == []


# --- Nothing that matters rests on a weak page alone -----------------------------------------------------------------

CLINICAL = (
    *("serum_levels", "serum_bands", "serum_context", "hero_stages", "comparison", "signs", "takeaways"),
    *("interactions", "upper_levels", "risk_groups", "safety", "status_tests", "reference_intakes", "label_values"),
)
"""Thresholds, emergencies, medicines, limits and kidneys."""


def clinical_parts() -> list:
    """Every displayed part of those tables that names sources: "risk-groups, kidney-impairment"."""
    return [
        pytest.param(part, id=f"{name}-{record.key}-{number}")
        for name in CLINICAL
        for record in load_sourced(package.tables()[name])
        for number, part in enumerate(sourced_parts(record))
        if part.verified
    ]


@pytest.mark.parametrize("part", clinical_parts())
def test_nothing_clinical_rests_on_a_weak_page_alone(part):
    """A consumer page, a page of unknown authorship, a wiki or our own reading never carries it without a better source.

    A clinical reference page (MSD, Medscape, a quick reference for clinicians), a textbook or a laboratory handbook may.
    """
    assert not all(load_sources()[key].weak for key in part.sources), part.sources


def test_what_is_weak_is_said_by_quality_and_kind():
    """Consumer pages are weak whatever quality they were given; textbooks and laboratory handbooks are not."""
    assert all(load_sources()[key].weak for key in ("medpill_quinolones", "own_review", "none_found"))
    assert not any(load_sources()[key].weak for key in ("nielsen_2024", "alfred_pathology", "msd_hypermagnesemia"))


# --- Bad input -----------------------------------------------------------------------------------------------------


class Figure(Sourced):
    value: float = Field(description="A value")


class Fact(Record, Sourced):
    figures: tuple[Figure, ...] = Field((), description="Figures")


@pytest.fixture
def facts(tmp_path, monkeypatch):
    """Write a small table of facts and get it; the bibliography stays the real one."""
    bibliography = load_sources()
    monkeypatch.setattr(sources, "load_sources", lambda: bibliography)
    monkeypatch.setattr(base, "DATA_FOLDER", tmp_path)

    def write(content: str) -> Table:
        (tmp_path / "facts.yml").write_text(content, encoding="utf-8")
        return Table(name="facts", path="facts.yml", row=Fact, title="Facts", description="")

    return write


def test_an_unknown_source_is_an_error_that_names_it(facts):
    """File, record, field, the unknown id, and what to do."""
    with pytest.raises(RecordError) as told:
        load_sourced(facts("one: {sources: [nowhere_1900], verified: true}"))
    assert str(told.value) == (
        "facts.yml, record 'one', field 'sources': names 'nowhere_1900', which is not in bibliography.yml. "
        "Add it there or correct it"
    )


def test_an_unknown_source_of_a_nested_figure_is_an_error(facts):
    """A figure inside a record is held to the same rule, even in a record that is not shown."""
    inner = "{value: 1, sources: [nowhere_1900], verified: true}"
    with pytest.raises(RecordError, match="record 'one', field 'sources': names 'nowhere_1900'"):
        load_sourced(facts(f"one: {{sources: [hu_2020], verified: false, figures: [{inner}]}}"))


def test_a_record_without_a_source_is_an_error(facts):
    """An empty list of sources is told with what was expected."""
    with pytest.raises(RecordError, match=r"record 'one', field 'sources': is \[\]; expected it to have at least 1"):
        load_sourced(facts("one: {sources: [], verified: true}"))


def test_only_verified_records_are_shown_unless_the_others_are_asked_for(facts):
    """The two kinds never come together."""
    table = facts("one: {sources: [hu_2020], verified: true}\ntwo: {sources: [hu_2020], verified: false}")
    assert [record.key for record in load_sourced(table)] == ["one"]
    assert [record.key for record in load_sourced(table, verified=False)] == ["two"]


def test_the_bibliography_itself_is_a_table():
    """It is read by the same rules as every other table."""
    assert BIBLIOGRAPHY.row is Source
