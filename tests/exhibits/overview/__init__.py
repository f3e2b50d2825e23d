"""Tests of exhibits/overview/."""
