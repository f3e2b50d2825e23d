"""The one way to show a chart, with its words, table and download."""

import json

import plotly.graph_objects as go
from streamlit.testing.v1 import AppTest


def page():
    """A page with one chart."""
    import pandas as pd

    from components import show
    from exhibits.base import Chart, words
    from exhibits.layout import layout

    said = words(title="Almonds lead", subtitle="mg per serving", source="USDA", alt="Two bars")
    figure = Chart(
        data=[{"type": "bar", "x": [80, 37], "y": ["a", "b"]}], layout=layout("light", "wide", height=200, meta=said)
    )
    show.chart(figure, key="bars", table=pd.DataFrame({"Food": ["Almonds", "Rice"], "mg": [80.0, None]}))
    show.nothing("No food matches ‘tofoo’.")
    show.foot("")


def opened() -> AppTest:
    return AppTest.from_function(page, default_timeout=20).run()


def test_a_chart_stands_between_its_words():
    """Title above, subtitle and source as text, the alternative text on the chart itself."""
    at = opened()
    assert not at.exception
    assert at.markdown[0].value == "## Almonds lead"
    assert [caption.value for caption in at.caption] == ["mg per serving", "Source: USDA"]
    chart = at.get("plotly_chart")[0].proto
    assert chart.alt == "Two bars"
    assert len(go.Figure(json.loads(chart.spec)).data) == 1


def test_the_same_data_are_one_click_away():
    """The table is computed and sent only when asked for."""
    at = opened()
    assert len(at.dataframe) == 0
    at.toggle(key="bars-table").set_value(True).run()
    assert at.dataframe[0].value["Food"].tolist() == ["Almonds", "Rice"]


def test_nothing_left_is_said_in_words():
    """An empty result is a sentence, never an empty axis."""
    assert opened().info[0].value == "No food matches ‘tofoo’."


def test_the_advice_line_names_kidneys_and_emergencies():
    """Education, not advice, on every page; under it the way to the statement on accessibility."""
    text = opened().get("html")[-1].proto.body
    assert 'href="sources?tab=Accessibility"' in text
    assert "not medical advice" in text
    assert "kidney disease" in text
    assert "emergency" in text
