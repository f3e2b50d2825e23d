"""The tools: the functions of the data interface (`routes/`), asked by name.

An answer always carries interval, n, certainty, sources and cautions, or says why nothing is shown.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from typing import Any

from mcp.server import MCPServer

from data.base import DataError
from data.outside import visible
from data.releases import VERSION
from data.survey import SurveyQueryError
from exhibits.choices import ChoiceError
from routes import api, survey
from routes.answers import Answer, Asked, Problem

HOME = "http://localhost:8501"
MOST_ROWS = 60  # of an answer: an assistant asks for less by choices
INSTRUCTIONS = (
    "Magnesium, nerves and pain: figures with their sources, and survey estimates with their intervals. Quote an estimate with "
    "its interval, n and population, and with its cautions. Say 'associated with', never 'causes'. Where a figure is withheld "
    "or nothing was found, say so and give no number. Upper levels count supplements, never food. Education, not medical advice."
)


def server() -> MCPServer:
    """A server with all tools."""
    made = MCPServer("magnesium-in-balance", title="Magnesium in Balance", instructions=INSTRUCTIONS, version=VERSION)
    for tool in (search, list_exhibits, get_exhibit, prevalence, food, check_claim):
        made.tool()(tool)
    return made


def search(words: str) -> dict[str, Any]:
    """Search every exhibit, food, claim, study, sign, risk group, medicine and term; each result with its address."""
    return told(api.found, {}, {"q": [words]})


def list_exhibits() -> dict[str, Any]:
    """Every picture and table there is: key, title, choices with what is allowed, and cautions."""
    listed = told(api.exhibits, {}, {})
    wanted = ("key", "title", "page", "choices", "cautions")
    return listed | {"exhibits": [{name: one[name] for name in wanted} for one in listed["exhibits"]]}


def get_exhibit(key: str, choices: dict[str, str | list[str]] | None = None) -> dict[str, Any]:
    """One exhibit with its finding, rows, sources and cautions; `choices` as list_exhibits names them, {"sex": "female"}."""
    values = {name: [value] if isinstance(value, str) else list(value) for name, value in (choices or {}).items()}
    return shortened(told(api.exhibit, {"key": key}, values))


def prevalence(
    outcome: str, by: str = "quintile", where: list[str] | None = None, standardize: str = "none"
) -> dict[str, Any]:
    """How common an outcome is by magnesium intake in a group of US adults: estimates with 95% intervals, n and df.

    outcome: neuropathy, neuropathy_one_foot, chronic_pain or rheumatoid_arthritis; by: quintile, band or none; where: such as
    ["sex=female", "age=60-74"]; standardize: none or age-sex. A row that must not be shown has its reason in `flag`.
    """
    values = {"outcome": [outcome], "by": [by], "where": where or [], "standardize": [standardize]}
    return told(survey.estimates, {"name": "prevalence"}, {name: said for name, said in values.items() if said})


def food(name: str, per: str = "serving") -> dict[str, Any]:
    """Magnesium in foods of this name: per serving, 100g or 100kcal, with the share of the Daily Value and the source."""
    return get_exhibit("food-bars", {"q": name, "per": per})


def check_claim(words: str) -> dict[str, Any]:
    """What popular articles claim about these words, how it fares, how sure that is, and the studies for and against."""
    return get_exhibit("claims", {"q": words})


def told(make: Callable[[Asked], Answer], path: Mapping[str, str], values: Mapping[str, list[str]]) -> dict[str, Any]:
    """The answer of the data interface as an object; of a wrong question what is wrong and what is allowed."""
    query = tuple((name, visible(value)) for name, some in values.items() for value in some)
    try:
        return json.loads(make(Asked(path, query, os.environ.get("PUBLIC_URL", HOME).rstrip("/"))).content)
    except (ChoiceError, SurveyQueryError) as wrong:
        return {"problem": str(wrong), "allowed": list(wrong.allowed)}
    except Problem as wrong:
        return {"problem": wrong.detail} | wrong.more
    except DataError as fault:
        return {"problem": f"A data file of this dashboard is at fault: {fault}"}


def shortened(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer with its first rows, and how many there are."""
    rows = answer.get("rows", [])
    if len(rows) <= MOST_ROWS:
        return answer
    return answer | {"rows": rows[:MOST_ROWS], "total_rows": len(rows), "note": f"The first {MOST_ROWS} rows."}
