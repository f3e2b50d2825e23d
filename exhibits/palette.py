"""Colors, type sizes and marks: the same meaning everywhere, and never by color alone."""

from __future__ import annotations

PALETTE = {
    "light": {
        "bg": "#FFFFFF",
        "panel": "#F2F5F7",
        "ink": "#0F1920",
        "muted": "#52606B",
        "axis": "#7B8893",
        "grid": "#DDE3E8",
        "deficiency": "#1C4489",
        "balance": "#117D6F",
        "toxicity": "#B1510A",
        "deficiency_fill": "#DBE5F6",
        "balance_fill": "#D3EDE8",
        "toxicity_fill": "#FBE3D3",
        "series": "#7748A5",
        "ribbon": "rgba(119,72,165,0.16)",
        "quiet": "#8593A0",
    },
    "dark": {
        "bg": "#11181F",
        "panel": "#1B252E",
        "ink": "#E8EEF2",
        "muted": "#A9B6C0",
        "axis": "#73818D",
        "grid": "#2B3843",
        "deficiency": "#5E91E1",
        "balance": "#64E3CF",
        "toxicity": "#F38240",
        "deficiency_fill": "#1C3157",
        "balance_fill": "#12433C",
        "toxicity_fill": "#52290F",
        "series": "#BC87EB",
        "ribbon": "rgba(188,135,235,0.22)",
        "quiet": "#71808D",
    },
}
TYPE = {  # body text, small text, strong text (px), line width, marker size
    "wide": {"body": 15, "small": 13, "strong": 17, "line": 2.5, "mark": 9},
    "narrow": {"body": 13, "small": 12, "strong": 15, "line": 2.25, "mark": 8},
    "projector": {"body": 24, "small": 21, "strong": 28, "line": 4.5, "mark": 16},
}
SIDE_SHAPE = {"deficiency": "▼", "balance": "●", "toxicity": "▲", "both": "◆"}
SIDE_SYMBOL = {"deficiency": "triangle-down", "balance": "circle", "toxicity": "triangle-up"}
FONT = '"Source Sans", "Source Sans Pro", sans-serif'
LINE_PX = {
    "wide": 27,
    "narrow": 25,
    "projector": 46,
}  # the height of a line, of a chart that is counted in lines of words
