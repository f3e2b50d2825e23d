"""Which table of the data package: the choice that the data dictionary and the first rows share."""

from __future__ import annotations

from data import package
from exhibits.base import built_once
from exhibits.choices import Choices, one_of

FIRST = "absorption"  # by title, as the page opens


@built_once
def titles() -> dict[str, str]:
    """The titles of all tables by name, in alphabetical order."""
    named = {name: resource["title"] for name, resource in package.resources().items()}
    return dict(sorted(named.items(), key=lambda item: item[1].casefold()))


class TableChoices(Choices):
    """Which table."""

    table: str = one_of("Table", titles, default=FIRST)

    @property
    def title(self) -> str:
        """The title of the table chosen."""
        return titles()[self.table]


def source_line(name: str) -> str:
    """The file a table is read from, and its licence."""
    resource = package.resources()[name]
    return f"data/{resource['path']}, {resource['licenses'][0]['name']}."


def table_sources(choices: TableChoices) -> tuple[str, ...]:
    """The keys of the sources that the table chosen rests on."""
    return tuple(source["key"] for source in package.resources()[choices.table].get("sources", []))
