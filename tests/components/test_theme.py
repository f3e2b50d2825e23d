"""The theme that is sent is the one that Streamlit would read."""

import pytest
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from components import theme

SECTIONS = ["theme", *(f"theme.{part}" for part in ("light", "dark", "sidebar", "light.sidebar", "dark.sidebar"))]


@pytest.mark.parametrize("section", SECTIONS)
def test_what_is_kept_is_what_would_be_read(section, monkeypatch):
    """Every part of it, with nothing told as set that is not."""
    reading = getattr(app_session._populate_theme_msg, "__wrapped__", app_session._populate_theme_msg)
    monkeypatch.setattr(app_session, "_populate_theme_msg", reading)
    theme.read_once()
    assert app_session._populate_theme_msg is not reading
    was = CustomThemeConfig()
    for _ in range(2):
        kept = CustomThemeConfig()
        app_session._populate_theme_msg(kept, section)
    reading(was, section)
    assert kept == was
    assert bool(kept.ListFields()) == (section in ("theme", "theme.light", "theme.dark"))


def test_reading_is_asked_for_once(monkeypatch):
    """A second call finds the first one's work."""
    reading = getattr(app_session._populate_theme_msg, "__wrapped__", app_session._populate_theme_msg)
    monkeypatch.setattr(app_session, "_populate_theme_msg", reading)
    theme.read_once()
    once = app_session._populate_theme_msg
    theme.read_once()
    assert app_session._populate_theme_msg is once
