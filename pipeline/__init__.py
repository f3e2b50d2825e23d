"""Offline survey pipeline: NHANES public-use files in, committed result tables out. Never imported by the app."""
