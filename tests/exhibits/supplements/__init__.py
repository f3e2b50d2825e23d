"""Tests of exhibits/supplements/."""
