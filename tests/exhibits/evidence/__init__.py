"""Tests of exhibits/evidence/."""
