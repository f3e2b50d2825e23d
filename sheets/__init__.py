"""Sheets of paper made from the data: handouts of lessons, as PDF and as a page from the same parts."""
