"""Everything shown has a source that resolves, and nothing unverified is shown: every record, every loader."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping

import pytest
from pydantic import BaseModel, Field

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
        ({"authors": "Hu C, Zhu F", "year": 2020}, "Hu C 2020"),
        ({"authors": "Hu C"}, "Hu C (year not stated)"),
        ({"year": 2010}, "Magnesium Journal 2010"),
    ],
)
def test_a_source_is_named_shortly(fields, short):
    """First author or publisher, and the year or the words that it is not stated."""
    source = Source(
        key="a", title="On salts", publisher="Magnesium Journal", kind="review", quality="peer_reviewed", **fields
    )
    assert source.short == short


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
