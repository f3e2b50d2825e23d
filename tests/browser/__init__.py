"""The dashboard in a real Chromium; helpers for these tests are in helpers.py."""
