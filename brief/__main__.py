"""A one-page brief as a file: PDF, or HTML where the file's name ends so.

python -m brief low-magnesium --paper letter --out low.pdf
python -m brief magnesium-and-pain --choice topics=cramps --choice include=evidence --out cramps.html
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from brief.choices import PAPERS, BriefChoices
from brief.fit import fitted
from brief.ready import SHEETS
from data.base import DataError
from exhibits.choices import ChoiceError, pairs
from sheets import one_page_html, typst

NOT_AVAILABLE = 2
FAILED = 1
HOME = "http://localhost:8501"


def main(arguments: list[str] | None = None) -> int:
    """Write one sheet; 0 on success, 1 where a data file is at fault, 2 for a choice there is none of."""
    options = _parser().parse_args(arguments)
    try:
        choices = BriefChoices.read({"sheet": [options.sheet], "paper": [options.paper], **pairs(options.choice)})
        page = fitted(choices, options.home.rstrip("/"))
    except ChoiceError as problem:
        print(f"brief: {problem}", file=sys.stderr)
        return NOT_AVAILABLE
    except DataError as problem:
        print(f"brief: {problem}", file=sys.stderr)
        return FAILED
    made = one_page_html.document(page) if options.out.suffix == ".html" else typst.one_page(page)
    try:
        options.out.write_bytes(made)
    except OSError as problem:
        print(
            f"brief: --out {options.out} cannot be written ({problem.strerror}); name a file in a folder that is there.",
            file=sys.stderr,
        )
        return NOT_AVAILABLE
    print(f"{options.out}: {page.title}. {page.left_out}".strip())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m brief", description=__doc__.splitlines()[0])
    parser.add_argument("sheet", choices=list(SHEETS))
    parser.add_argument("--paper", default="a4", choices=list(PAPERS))
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="ends with .pdf or .html")
    parser.add_argument("--choice", action="append", default=[], metavar="NAME=VALUE", help="such as unit=mg/dL")
    home = os.environ.get("PUBLIC_URL", HOME)
    parser.add_argument(
        "--home", default=home, metavar="ADDRESS", help="where readers find the dashboard; PUBLIC_URL says it too"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
