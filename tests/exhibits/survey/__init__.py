"""Tests of exhibits/survey/."""
