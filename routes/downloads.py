"""What a page offers whole, as plain addresses that any process of the server answers: `/download/<name>`.

The tables of the data package with where each is from, and everything zipped.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from data.package import resources
from data.spreadsheets import zipped
from exhibits.files import EVERYTHING, table_csv, table_file
from routes.answers import Answer, Asked, Problem
from routes.asked import near

AT_WORK = ThreadPoolExecutor(
    1, "downloads"
)  # putting everything together takes seconds, and pictures do not wait for it


async def download(asked: Asked) -> Answer:
    """A file by its name. Raises Problem naming what is near where there is none, DataError for a file that is at fault."""
    return await asyncio.get_running_loop().run_in_executor(AT_WORK, made, asked)


def made(asked: Asked) -> Answer:
    """The same, made here and now."""
    name = asked.path["name"]
    attached = {"content-disposition": f'attachment; filename="{name}"'}
    if name == EVERYTHING:
        return Answer(zipped(), "application/zip", attached)
    tables = {table_file(table): table for table in resources()}
    if name not in tables:
        offered = [EVERYTHING, *tables]
        raise Problem(404, f"There is no file '{name}'.", parameter="name", near=near(name, offered))
    return Answer(table_csv(tables[name], site=asked.home), "text/csv; charset=utf-8", attached)
