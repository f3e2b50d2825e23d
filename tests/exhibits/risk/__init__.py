"""Tests of exhibits/risk/."""
