"""Tests, sorted as the rooms are; helpers for all of them are in conftest.py and site_map.py."""
