"""Tests of exhibits/."""
