"""Every page on paper: the one place for what is printed, and how. Where an exhibit's own markup is printed otherwise than
it is shown, that stands with the markup.

The style sheet does what style sheets can. Charts are fitted to the sheet, notes opened, and tables told row by row by
`paper.js`, when the browser says that it prints.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from components import habits, levels, viewport
from data.releases import RELEASED, VERSION
from exhibits.foods.families import FAMILIES
from exhibits.palette import PALETTE

FOOT = f"Magnesium in Balance, data version {VERSION} of {RELEASED}"

# What is pressed, opened, or leads away.
CONTROLS = ", ".join(
    f"[data-testid='{name}']"
    for name in (
        *("stHeader", "stToolbar", "stSidebar", "stDecoration", "stStatusWidget", "stHeaderActionElements"),
        *("stButton", "stButtonGroup", "stLinkButton", "stPageLink", "stPopover", "stPopoverBody"),
        *("stSelectbox", "stMultiSelect", "stTextInput", "stTextArea", "stNumberInput", "stSlider", "stSelectSlider"),
        *(
            "stCheckbox",
            "stRadio",
            "stDateInput",
            "stFileUploader",
            "stElementToolbar",
            "stPagination",
            "stExpanderToggleIcon",
        ),
    )
)
# Sheets are wider than a phone (components/style.py) with these margins, so that tables keep their heads.
PAPER = f"""<style>
@page {{margin: 13mm 12mm 17mm}}
.paper-foot, .paper-table {{display: none}}
@media print {{
  html {{font-size: 10pt !important; color-scheme: light !important}}
  html, body, #root, .stApp, .stApp * {{color-scheme: light !important}}
  html, body, #root, .stApp, [data-testid='stAppViewContainer'], [data-testid='stMain'] {{background: #fff !important}}
  .stApp :not(svg, svg *) {{color: #000 !important; background-color: transparent !important; box-shadow: none !important; text-shadow: none !important}}
  .stApp a {{text-decoration: underline}}
  {CONTROLS}, .modebar, .hoverlayer, .take, .listen, .sheets, summary span:has(> [data-testid='stIconMaterial']), details:not([open]) > summary {{display: none !important}}
  [data-testid='stTabs'] [role='tablist'] {{overflow: visible}}
  [data-testid='stTabs'] [role='tab']:not([aria-selected='true']), [data-testid='stTabs'] [role='tablist'] ~ div:empty {{display: none !important}}
  [data-testid='stTabs'] [role='tabpanel'] {{padding-top: .4rem !important}}
  [data-testid='stTabs'] [role='tab'] {{padding: 0; border: 0}}
  [data-testid='stTabs'] [role='tab'] * {{font-size: 12.5pt !important; font-weight: 700 !important}}
  [data-testid='stMainBlockContainer'] {{padding: 0 !important; max-width: none !important}}
  h1 {{font-size: 19pt !important}} h2 {{font-size: 12pt !important}}
  [class*='st-key-heading-'] p {{font-size: 11.5pt}}
  [data-testid='stVerticalBlock'] {{display: block !important}}
  [data-testid='stVerticalBlock'] > * {{margin-bottom: .55rem}}
  [data-testid='stElementContainer']:has(> :is({CONTROLS})), [data-testid='stLayoutWrapper']:has(> [class*='st-key-controls-']):not(:has([data-testid='stMarkdown'])) {{display: none !important}}
  p, li, blockquote {{orphans: 3; widows: 3; line-height: 1.38 !important}}
  h1, h2, h3, h4, summary, [data-testid='stHeadingWithActionElements'], [data-testid='stElementContainer']:has([data-testid='stHeading'], [data-testid='stMarkdown'] [data-testid='stHeadingWithActionElements']:only-child) {{break-after: avoid; break-inside: avoid}}
  li {{break-inside: avoid}}
  thead {{display: table-header-group}}
  tr, article, [data-testid='stMetric'], [data-testid='stAlert'], [data-testid='stGridCell'], [data-testid='stPlotlyChart'] {{break-inside: avoid}}
  [class*='st-key-card-'] {{border-width: 1px 1px 1px 4px; padding: .5rem .7rem !important; height: auto !important}}
  [data-testid='stElementContainer']:has(+ [data-testid='stElementContainer'] > [data-testid='stFullScreenFrame'] [data-testid='stPlotlyChart']),
  [data-testid='stElementContainer']:has(+ [data-testid='stElementContainer'] > [data-testid='stPlotlyChart']) {{break-after: avoid}}
  [data-testid='stElementContainer']:has([data-testid='stPlotlyChart']) {{break-inside: avoid; break-after: avoid}}
  [data-testid='stElementContainer']:has([data-testid='stPlotlyChart']), [data-testid='stFullScreenFrame'],
  [data-testid='stPlotlyChart'], [data-testid='stPlotlyChart'] div {{height: auto !important; min-height: 0 !important; width: 100% !important}}
  .svg-container {{position: relative}}
  .main-svg {{position: absolute !important; top: 0; left: 0; width: 100% !important; height: auto !important; max-width: calc(var(--drawn) * 1.2); max-height: 217mm; overflow: visible}}
  .paper-parts.in-2 {{columns: 2; column-gap: 16px}}
  [data-testid='stPlotlyChart'] .paper-part {{position: relative; break-inside: avoid; overflow: hidden; margin-bottom: 4px; height: var(--tall) !important}}
  .paper-piece {{position: absolute; top: 0; left: 0}}
  [data-testid='stElementContainer']:has(.paper-parts), [data-testid='stPlotlyChart']:has(.paper-parts) {{break-inside: auto !important}}
  .main-svg:first-of-type {{position: static !important; display: block}}
  .st-key-card-survey-u-shape {{break-inside: avoid}}
  .advice {{border: 1px solid #777; display: inline-block; width: 100%; box-sizing: border-box; margin-top: .6rem; padding: 6px 10px}}
  .short-forms {{break-after: avoid}}
  .advice .for-everybody {{display: none}}
  [data-testid='stElementContainer']:has(.advice) {{break-before: avoid}}
  [data-testid='stElementContainer']:has(> [data-testid='stHtml'] > .take:first-child) {{display: none !important}}
  article.one {{break-inside: auto}}
  [data-testid='stMain']:has(article.one) [class*='st-key-heading-'] {{display: none !important}}
  .plain .noted {{break-before: avoid}}
  .plain .noted td {{border: 0; padding-left: 1.5rem}}
  .plain .noted p {{margin: 0 0 .15rem}}
  .plain .noted br {{display: none}}
  .plain tr:has(+ .noted) {{break-after: avoid}}
  [data-testid='stDataFrame']:has(+ .paper-table) {{display: none !important}}
  .paper-table, .paper-foot {{display: block; font-size: 8.5pt; line-height: 1.35}}
  .paper-table table {{border-collapse: collapse; width: 100%}}
  .paper-table :is(th, td) {{border-top: 1px solid #777; padding: .2rem .5rem .2rem 0; text-align: left; vertical-align: top}}
  .paper-table .row {{border-top: 1px solid #777; margin: 0; padding: .2rem 0; break-inside: avoid}}
}}
</style>"""


def _lighter() -> dict[str, tuple[int, ...]]:
    """The color of the light theme for each of the dark one: {"17,24,31": (255, 255, 255)}."""
    pairs = [(dark, PALETTE["light"][name]) for name, dark in PALETTE["dark"].items()]
    pairs += [(by_mode["dark"], by_mode["light"]) for *_, by_mode in FAMILIES.values()]
    return {
        ",".join(map(str, _parts(dark))): _parts(light) for dark, light in reversed(pairs)
    }  # the palette's own comes last


def _parts(color: str) -> tuple[int, ...]:
    """Red, green and blue of "#BC87EB" or "rgba(188,135,235,0.22)"."""
    if color.startswith("#"):
        return tuple(bytes.fromhex(color[1:]))
    return tuple(int(part) for part in color[color.index("(") + 1 :].split(",")[:3])


_SCRIPT = "\n".join(
    Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("paper_charts.js", "paper.js")
)
PRINTED = f"<script>(() => {{\nconst FOOT = {json.dumps(FOOT)}, DARK_TO_LIGHT = {json.dumps(_lighter())};\n{_SCRIPT}}})()</script>"
"""Gets the page ready when the browser prints. It is in the page itself, as is PAPER: what is the same at every run is not sent with each."""


def foot() -> str:
    """Markup where address, day and data version are put when the page is printed; nothing on the screen.

    It also tells the scripts in the page what they cannot see: the theme that charts are drawn for, what links take along, and the level of words.
    """
    kept = escape(json.dumps(habits.carried()))
    return f'<p class="paper-foot" data-mode="{viewport.mode()}" data-kept="{kept}" data-level="{levels.level()}">{escape(FOOT)}</p>'
