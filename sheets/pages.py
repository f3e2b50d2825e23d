"""A sheet as the body of a page: the same parts as the PDF, every text escaped."""

from __future__ import annotations

from functools import partial
from html import escape

from sheets.parts import Grid, Heading, Listed, Part, Rules, Scale, Sheet, Title, Words

STYLE = """<style>
body{max-width:46rem}
.rule{border-bottom:1px solid var(--muted);height:2.2rem}
.boxes,.letters{list-style:none;padding:0}.letters{list-style:upper-alpha;padding-left:1.6rem}
.boxes li::before,.ticks li::before{content:"";display:inline-block;width:1rem;height:1rem;border:1.5px solid currentColor;margin-right:.6rem;vertical-align:-.15rem}
.boxes li,.ticks li{padding:.15rem 0}
.scale{display:flex;gap:.6rem;align-items:center;margin:1.2rem 0}.scale::before{content:attr(data-low)}
.scale i{flex:1;border-top:2px solid currentColor}
figure{margin:.8rem 0}svg{width:100%;height:auto}dd{margin:0 0 .6rem}dt{font-weight:650}
section{break-inside:avoid}
@page{margin:12mm 15mm}
@media print{body{max-width:none;padding:0;font-size:10pt}h1{margin-top:0}.rule{height:1.8rem}.scale{margin:.8rem 0}}
</style>"""
HIGH, WIDE, LEFT, BELOW, LINES = 240, 640, 60, 30, 6  # of the picture to draw in, px


def body(sheet: Sheet) -> str:
    """The sheet as HTML, its parts below one another."""
    parts: list[str] = []
    for part in sheet.parts:
        if isinstance(part, Heading | Title):
            parts.append(f"{'</section>' if parts else ''}<section>")
        parts.append(_drawn(part))
    foot = f'<p class="note">{escape(sheet.foot)}<br>{escape(sheet.address)}</p>'
    return f"{STYLE}<main>{''.join(parts)}</section>{foot}</main>"


def _drawn(part: Part) -> str:
    if isinstance(part, Title):
        return f"<h1>{escape(part.text)}</h1><p>{escape(part.under)}</p>"
    if isinstance(part, Heading):
        return f"<h2>{escape(part.text)}</h2>"
    if isinstance(part, Words):
        text = f"<strong>{escape(part.text)}</strong>" if part.strong else escape(part.text)
        return f'<p class="note">{text}</p>' if part.note else f"<p>{text}</p>"
    if isinstance(part, Listed):
        tag, name = {
            "bullet": ("ul", ""),
            "letter": ("ol", "letters"),
            "box": ("ul", "boxes"),
            "tick": ("ol", "letters ticks"),
        }[part.marks]
        return f'<{tag} class="{name}">{"".join(f"<li>{escape(item)}</li>" for item in part.items)}</{tag}>'
    if isinstance(part, Rules):
        return "".join(f'<div class="rule">{escape(part.begins if not n else "")}</div>' for n in range(part.count))
    if isinstance(part, Scale):
        return f'<div class="scale"><span>{escape(part.low)}</span><i></i><span>{escape(f"{part.high} {part.unit}")}</span></div>'
    if isinstance(part, Grid):
        return _grid(part)
    return "<dl>" + "".join(f"<dt>“{escape(a)}”</dt><dd>{escape(b)}</dd>" for a, b in part.pairs) + "</dl>"


def _grid(part: Grid) -> str:
    """An empty picture with its scale and points; on the teacher's sheet the heights that were found."""
    marks = "".join(
        (*map(partial(_line, part), range(LINES + 1)), *map(partial(_point, part), range(len(part.points))))
    )
    alt = f"A picture to draw in, from {part.low:g} to {part.high:g} {part.unit}: {', '.join(part.points)}"
    named = f'viewBox="0 0 {WIDE} {HIGH + BELOW + 10}" role="img" aria-label="{escape(alt)}"'
    return f"<figure><svg {named}>{marks}</svg></figure>"


def _line(part: Grid, line: int) -> str:
    """A line of the scale with its value."""
    value = part.low + (part.high - part.low) * line / LINES
    y = _height(part, value)
    return (
        f'<line x1="{LEFT}" x2="{WIDE}" y1="{y:g}" y2="{y:g}" stroke="currentColor" stroke-opacity=".35"/>'
        f'<text x="0" y="{y + 5:g}" font-size="14" fill="currentColor">{value:.3g} {escape(part.unit)}</text>'
    )


def _point(part: Grid, place: int) -> str:
    """The name of a point, and what was found there."""
    x = LEFT + (WIDE - LEFT) * (place + 0.5) / len(part.points)
    look = f'x="{x:g}" y="{HIGH + BELOW:g}" font-size="14" text-anchor="middle" fill="currentColor"'
    name = f"<text {look}>{escape(part.points[place])}</text>"
    if not part.found:
        return name
    return f'{name}<circle cx="{x:g}" cy="{_height(part, part.found[place]):g}" r="6" fill="#7748A5"/>'


def _height(part: Grid, value: float) -> float:
    return HIGH * (1 - (value - part.low) / (part.high - part.low)) + 8
