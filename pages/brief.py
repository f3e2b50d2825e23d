"""What fits on one page for the consulting room? Tick what to take in; the sheet as it will be printed, PDF and page."""

from components import brief, show

show.heading(
    "What fits on one page for the consulting room?",
    "Begin from a ready-made sheet and tick what to take in; the address keeps your choices, and nothing about a patient is asked.",
)
brief.sheet()
