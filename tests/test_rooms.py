"""The walls between the rooms, read from the source: who may import whom, and who may open files."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = (
    "bench",
    "brief",
    "classroom",
    "components",
    "data",
    "deploy",
    "exhibits",
    "mcp_server",
    "pages",
    "pipeline",
    "routes",
    "sheets",
    "tests",
)
UPWARD = ("data", "exhibits", "components", "pages", "dashboard", "serve")
"""What a reader sees is made from left to right: a room may know those before it, none after it."""
SPEAKERS = {"title", "header", "subheader", "markdown", "caption", "text", "write", "latex", "badge", "metric"}
SPEAKERS |= {"info", "warning", "error", "success", "exception"}
DROPS_COMMAS = {"number_input"}
READERS = {"open", "read_text", "read_bytes", "read_csv", "read_parquet", "read_json", "read_excel", "read_table"}


def sources(*places: str) -> list[Path]:
    """Every Python file of these rooms or files."""
    found = []
    for place in places:
        path = ROOT / place
        found += [path] if path.suffix == ".py" else sorted(path.rglob("*.py"))
    return found


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module a file imports, wherever in the file: `from data import foods` gives data and data.foods."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def called(tree: ast.AST) -> Iterator[str]:
    """The last name of everything a file calls: `pd.read_csv(…)` gives read_csv."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).rsplit(".", 1)[-1]


def rooms_of(source: str) -> set[str]:
    """Our rooms and the packages a file imports, by their first name."""
    return {name.split(".")[0] for name in imported(ast.parse(source))}


def spoken(source: str, *, also: set[str] = frozenset()) -> list[str]:
    """Every call of a Streamlit function that puts words on the screen, on `st` or on a container, but not on `say`."""
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    named = (f for f in calls if isinstance(f, ast.Attribute) and f.attr in SPEAKERS | also)
    return [ast.unparse(f) for f in named if ast.unparse(f.value) not in ("say", "view", "self", "_LOG")]


def broken_rules(source: str, *, without: set[str], opens_files: bool) -> list[str]:
    """What a file does that its room may not."""
    tree = ast.parse(source)
    forbidden = tuple(f"{room}." for room in without)
    wrong = [f"imports {name}" for name in sorted(set(imported(tree))) if f"{name}.".startswith(forbidden)]
    if not opens_files:
        wrong += [f"calls {name}()" for name in sorted(READERS & set(called(tree)))]
    return wrong


def check(paths: list[Path], *, without: set[str], opens_files: bool = True) -> None:
    """Assert that none of these files breaks a rule; names file and import."""
    assert paths, "the room is empty: nothing was checked"
    wrong = [
        f"{path.relative_to(ROOT)} {fault}"
        for path in paths
        for fault in broken_rules(path.read_text(encoding="utf-8"), without=without, opens_files=opens_files)
    ]
    assert not wrong, "\n".join(wrong)


def test_nothing_imports_upward():
    """Data know no exhibit, exhibits no component, components no page; and none of them the tests or a measurement."""
    for place, room in enumerate(UPWARD):
        path = room if (ROOT / room).is_dir() else f"{room}.py"
        check(sources(path), without={*UPWARD[place + 1 :], "tests", "bench"})


def test_exhibits_know_the_data_and_how_to_draw():
    """So that a picture, a sheet or an answer to a program can be made of any of them: no Streamlit, and no file opened."""
    drawing = {"data", "exhibits", "numpy", "pandas", "plotly", "pydantic"}
    known = {name for path in sources("exhibits") for name in rooms_of(path.read_text(encoding="utf-8"))}
    assert known - sys.stdlib_module_names <= drawing
    shown = [path for path in sources("exhibits") if path.name != "__main__.py"]  # which may close its standard output
    check(shown, without={"streamlit", "yaml", "pathlib"}, opens_files=False)


def test_subjects_of_exhibits_do_not_know_one_another():
    """What two subjects share stands above both, and what stands above knows no subject: the catalog finds them."""
    subjects = {path.parent.name for path in ROOT.glob("exhibits/*/__init__.py")}
    assert "foods" in subjects
    check(sorted(ROOT.glob("exhibits/*.py")), without={f"exhibits.{name}" for name in subjects})
    for subject in subjects:
        check(sources(f"exhibits/{subject}"), without={f"exhibits.{name}" for name in subjects - {subject}})


def test_pages_read_no_files_and_draw_nothing_themselves():
    """A page chooses, asks a component and shows; files and figures are made elsewhere."""
    outside = {"yaml", "plotly", "pathlib", "pipeline", "tests", "bench"}
    check(sources("pages"), without=outside, opens_files=False)


def test_components_read_no_facts_of_their_own():
    """Components stand between exhibits and pages; what is true is told by the data."""
    check(sources("components"), without={"pipeline", "yaml"})


def test_routes_know_data_and_exhibits_and_no_streamlit():
    """What leaves the page is made without a page; only the server knows of it."""
    check(
        sources("routes"),
        without={"streamlit", "components", "pages", "dashboard", "serve", "pipeline", "tests", "bench", "yaml"},
    )
    check(sources("data", "exhibits", "components", "pages", "dashboard.py", "menu.py"), without={"routes"})


def test_the_classroom_knows_data_and_a_database():
    """A class is led by the page and answered by phones; neither is known to it, nor how anything is drawn."""
    check(
        sources("classroom"),
        without={
            "streamlit",
            "plotly",
            "starlette",
            "exhibits",
            "routes",
            "mcp_server",
            *UPWARD[2:],
            "pipeline",
            "tests",
            "bench",
        },
    )
    check(sources("data", "exhibits"), without={"classroom"})


def test_sheets_know_data_and_exhibits_and_no_page():
    """What is printed is made without a page, and nothing but the routes asks for it."""
    check(
        sources("sheets"),
        without={"streamlit", "components", "pages", "routes", "classroom", "serve", "pipeline", "yaml", "tests"},
    )
    check(sources("data", "exhibits", "components", "pages", "classroom"), without={"sheets", "typst"})


def test_briefs_know_what_they_are_made_of_and_no_page():
    """A brief is a record from the exhibits; the page, the routes and the command line show the same one."""
    without = {"streamlit", "components", "pages", "routes", "classroom", "serve", "pipeline", "yaml", "tests", "bench"}
    check(sources("brief"), without={*without, "typst"})
    check(sources("data", "exhibits", "sheets", "classroom", "pages"), without={"brief"})


def test_data_know_no_streamlit_and_draw_nothing():
    """The data can be used without the dashboard."""
    check(sources("data"), without={"streamlit", "plotly", "pipeline"})


def test_the_app_never_imports_the_pipeline():
    """What is computed offline reaches the app as committed files only."""
    check(
        sources("dashboard.py", "menu.py", "serve.py", "pages", "components", "exhibits", "data"),
        without={"pipeline", "svy", "polars", "tests"},
    )


def test_the_pipeline_knows_no_page_and_no_streamlit():
    """The pipeline runs where no dashboard is."""
    check(sources("pipeline"), without={"streamlit", *UPWARD[1:], "tests"})


def test_the_entry_loads_none_of_our_rooms_before_the_navigation():
    """A slow import before st.navigation lets a menu made from file names flash up."""
    body = ast.parse((ROOT / "dashboard.py").read_text(encoding="utf-8")).body
    navigation = next(i for i, statement in enumerate(body) if "st.navigation(" in ast.unparse(statement))
    before = rooms_of("\n".join(ast.unparse(statement) for statement in body[:navigation]))
    assert before == {"streamlit", "menu"}
    assert rooms_of((ROOT / "menu.py").read_text(encoding="utf-8")).isdisjoint(ROOMS)


@pytest.mark.parametrize(
    "path",
    [*sources("pages"), *sources("components"), ROOT / "dashboard.py", ROOT / "menu.py"],
    ids=lambda path: path.name,
)
def test_words_reach_the_screen_through_say_alone(path):
    """Else a translated page keeps old figures; and a number field of Streamlit's own would drop a typed comma."""
    if path.name != "say.py":
        assert not spoken(path.read_text(encoding="utf-8"), also=DROPS_COMMAS)


def test_the_rule_on_words_finds_each_way_round_it():
    """On `st`, on a container, in a lambda; not the dashboard's own functions."""
    found = spoken("st.markdown('a')\nslot.info('b')\nf = lambda: st.caption('c')\nsay.markdown('d')\nview.warning(e)")
    assert found == ["st.markdown", "slot.info", "st.caption"]
    assert spoken("st.number_input('a')", also=DROPS_COMMAS) == ["st.number_input"]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("import streamlit as st", ["imports streamlit"]),
        ("from streamlit.testing import v1", ["imports streamlit.testing", "imports streamlit.testing.v1"]),
        ("def late():\n    import streamlit", ["imports streamlit"]),
        ("import pandas as pd\npd.read_csv('x')", ["calls read_csv()"]),
        ("from pathlib import Path\nPath('x').read_text()", ["calls read_text()"]),
        ("with open('x') as file: pass", ["calls open()"]),
        ("import plotly.graph_objects as go\nimport streamlit_like", []),
        ("from exhibits import foods, base", ["imports exhibits.foods"]),
        (
            "from exhibits.foods.shared import found",
            ["imports exhibits.foods.shared", "imports exhibits.foods.shared.found"],
        ),
    ],
)
def test_the_rules_catch_what_they_forbid(source, fault):
    """A rule that finds nothing must be able to find something."""
    assert broken_rules(source, without={"streamlit", "exhibits.foods"}, opens_files=False) == fault


def test_a_rule_may_forbid_a_part_of_a_room():
    """As one subject of the exhibits to another."""
    source = "from exhibits.foods.bars import FOOD_BARS\nfrom exhibits import foods_of_old"
    faults = broken_rules(source, without={"exhibits.foods"}, opens_files=True)
    assert faults == ["imports exhibits.foods.bars", "imports exhibits.foods.bars.FOOD_BARS"]


def test_every_room_is_known():
    """A new folder with code needs a rule here."""
    folders = {
        path.parent.relative_to(ROOT).parts[0] for path in ROOT.glob("[!.]*/**/*.py") if ".venv" not in path.parts
    }
    assert folders <= set(ROOMS)
