"""The exhibits from the command line.

python -m exhibits list --format json
python -m exhibits show food-bars --choice per=100g --choice "group=Nuts" --format csv
python -m exhibits keys
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from data.base import DataError
from exhibits import catalog
from exhibits.base import Exhibit
from exhibits.choices import ChoiceError, pairs
from exhibits.keys import keys_page
from exhibits.releases import every_figure

NOT_AVAILABLE = 2
FAILED = 1


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 on success, 1 where a data file is at fault, 2 for what no exhibit has."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
        sys.stdout.flush()
    except ChoiceError as problem:
        print(f"exhibits: {problem}", file=sys.stderr)
        return NOT_AVAILABLE
    except DataError as problem:
        print(f"exhibits: {problem}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # whoever reads has seen enough, as `| head` does; Python shall not try again at its end
        sys.stdout = None
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m exhibits", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True, metavar="command")
    listed = commands.add_parser("list", help="every exhibit with its page and its choices")
    listed.add_argument("--format", default="table", choices=("table", "json"))
    listed.set_defaults(run=_list)
    shown = commands.add_parser("show", help="what one exhibit shows, as a table")
    shown.add_argument("key")
    shown.add_argument("--choice", action="append", default=[], metavar="NAME=VALUE", help="such as per=100g")
    shown.add_argument("--format", default="csv", choices=("csv", "json"))
    shown.set_defaults(run=_show)
    kept = commands.add_parser("release", help="the figures of every exhibit, to be kept as data/releases/VERSION.json")
    kept.set_defaults(run=_release)
    named = commands.add_parser("keys", help="every key as a page for people, which is docs/keys.md")
    named.set_defaults(run=_keys)
    return parser


def _list(options: argparse.Namespace) -> None:
    listed: list[dict[str, Any]] = [described(one) for one in catalog.catalog().values()]
    if options.format == "json":
        print(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    for one in listed:
        choices = ", ".join(choice["key"] for choice in one["choices"])
        print(f"{one['key']:24} /{one['page']:16} {one['title']}" + (f"  [{choices}]" if choices else ""))


def _release(options: argparse.Namespace) -> None:
    print(json.dumps(every_figure(), ensure_ascii=False, separators=(",", ":")))


def _keys(options: argparse.Namespace) -> None:
    print(keys_page(), end="")


def described(one: Exhibit) -> dict[str, Any]:
    """An exhibit for a list: key, title, page, tab, what to keep in mind with it, and choices."""
    told = {"key": one.key, "title": one.title, "page": one.page, "tab": one.tab, "cautions": list(one.cautions)}
    return told | {"choices": one.choices.described()}


def _show(options: argparse.Namespace) -> None:
    one = catalog.exhibit(options.key)
    choices = one.choices.read(pairs(options.choice))
    if reason := one.empty(choices):
        print(f"exhibits: nothing to see: {reason}", file=sys.stderr)
        return
    table = one.table(choices)
    if options.format == "csv":
        print(table.to_csv(index=False), end="")
    else:
        print(table.to_json(orient="records", force_ascii=False, indent=1))


if __name__ == "__main__":
    sys.exit(main())
