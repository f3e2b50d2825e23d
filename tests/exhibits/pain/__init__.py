"""Tests of exhibits/pain/."""
