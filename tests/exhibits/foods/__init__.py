"""Tests of exhibits/foods/."""
