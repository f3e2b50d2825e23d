"""Tests of exhibits/balance/."""
