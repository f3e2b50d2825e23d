"""The look of the frame: what Streamlit's theme cannot say. One text for each size of screen, the same at every run."""

from __future__ import annotations

from exhibits.base import MODES, Mode, Size

NARROW_PX, PROJECTOR_PX = 700, 1600
"""The widest screen composed as a phone, and the narrowest composed as a projector."""

# Streamlit's own white text on primary fills fails in dark (1.6:1), hence the first two rules. Letters are a share of what
# the reader has set in the browser: 17 px of the usual 16, and 24 px on a projector, where small print is 20 px then.
COMMON = """
html {font-size: 106.25% !important}
.stApp [data-tag], .stApp [data-tag] *, .stApp [data-testid='stBaseButton-primary'] {color: light-dark(#fff, #11181f) !important}
.stApp .stCheckbox label[data-selected] svg {stroke: light-dark(#fff, #11181f)}
[data-testid='stMainBlockContainer'] {max-width: 1164px; padding: 4.4rem 2rem 3rem}
[data-testid='stMainBlockContainer'] .stMarkdown p, [data-testid='stMainBlockContainer'] .stCaptionContainer p {max-width: 62em}
[data-testid='stMainBlockContainer'] h1 {padding: 0 0 .2rem}
[data-testid='stMainBlockContainer'] h2 {padding: .3rem 0 0}
[data-testid='stMainBlockContainer'] [data-testid='stHeading'] h2 {padding: .8rem 0 .4rem}
[data-testid='stMainBlockContainer'] h3 {padding: .5rem 0 1rem}
.st-key-methods h2 {font-size: 1rem; font-weight: 600; padding: 0 0 1rem}
[class*='st-key-heading-'] {gap: 1rem}
[class*='st-key-heading-'] p {font-size: 1.15rem; max-width: 62em}
.advice {background: light-dark(#F2F5F7, #1B252E); border-radius: 6px; padding: 14px 16px; margin-top: 2rem; line-height: 1.6}
.advice p {margin: 0; max-width: 62em} .advice .for-everybody {font-size: .875rem; margin-top: .7rem}
.advice a {color: light-dark(#1F5FA8, #86B4F5)}
[class*='st-key-card-deficiency-'] {border-left: 5px solid light-dark(#1C4489, #5E91E1)}
[class*='st-key-card-balance-'] {border-left: 5px solid light-dark(#117D6F, #64E3CF)}
[class*='st-key-card-toxicity-'] {border-left: 5px solid light-dark(#B1510A, #F38240)}
[class*='st-key-card-survey-'] {border-left: 5px solid light-dark(#7748A5, #BC87EB)}
[data-testid='stCaptionContainer'], [data-testid='stCaptionContainer'] p {opacity: 1; color: light-dark(#52606B, #A9B6C0)}
.st-key-viewport {display: none}
:is(a, button, summary, [role='tab'], [role='radio'], [tabindex='0']):focus-visible, :is(.react-aria-ComboBox, .react-aria-TextField):has(:is(input, textarea):focus-visible),
  [data-testid='stDataFrame']:has(canvas:focus) {outline: 2px solid light-dark(#0A5C53, #64E3CF) !important; outline-offset: 1px; border-radius: 4px}
[data-testid='stMain']:focus-visible {outline-offset: -2px}
.react-aria-ComboBox button, [data-testid='stTabs'] button[aria-label^='Scroll tabs'] {min-width: 24px; min-height: 24px}
[data-tag] button {min-width: 24px; min-height: 24px; justify-content: center}
[data-testid='stPageLink-NavLink'], [data-testid='stPageLink-NavLink'] * {white-space: normal !important; overflow-wrap: break-word}
[data-testid='stSidebar'][data-collapsed='true'] {visibility: hidden}
.stMarkdown :is(th, td), .stMarkdown :is(th, td) * {overflow-wrap: anywhere; white-space: normal !important}
.stMarkdown pre, .stCode pre, .stMarkdown pre code, .stCode pre code {white-space: pre-wrap !important; overflow-wrap: anywhere}
@media (forced-colors: active) {
  .stApp :is([role='radio'][aria-checked='true'], [aria-pressed='true']) {outline: 3px solid Highlight !important; outline-offset: -3px; font-weight: 700}
  .stApp [role='tab'][aria-selected='true'] p {font-weight: 700; text-decoration: underline 3px Highlight; text-underline-offset: .35em}
}
@media (prefers-reduced-motion: reduce) {
  .stApp *, .stApp *::before, .stApp *::after {transition-duration: 0s !important; animation-duration: 0s !important; animation-iteration-count: 1 !important;
    scroll-behavior: auto !important}
}
[data-testid='stButtonGroup'] :is([role='radiogroup'], [role='toolbar']) {flex-wrap: wrap; overflow: visible; row-gap: 4px}
[data-testid='stTabs'] [role='tablist'] {flex-wrap: nowrap; overflow-x: auto; scrollbar-width: thin}
[data-testid='stTabs'] [role='tab'] {flex: none}
[class*='st-key-controls-'] {row-gap: .5rem}
[data-testid='stPopoverBody'] {max-width: min(44rem, 94vw)}
.st-key-words {width: 100% !important; display: flex; flex-direction: row; justify-content: flex-end; margin: 0 0 -.75rem}
.st-key-words > div {width: auto !important}
.st-key-words [role='radio'] {text-transform: capitalize; min-height: 1.75rem; padding: .1rem .7rem}
@media (min-width: 76rem) {.st-key-words {position: fixed; top: .9rem; right: 4.5rem; width: auto !important; z-index: 999991; margin: 0;
  background: light-dark(#fff, #11181F); border-radius: .5rem}}
[data-testid='stExpandSidebarButton'] {width: auto !important; padding: 0 .5rem; gap: .2rem}
[data-testid='stExpandSidebarButton']::after {content: "Menu"; font-size: 1rem; font-weight: 600}
"""

# Labels stand beside their controls, so that a line of controls is one line.
IN_ONE_LINE = f"""
@media (min-width: {NARROW_PX + 0.02}px) {{
  [class*='st-key-controls-'] :is([data-testid='stButtonGroup'], .stSelectbox, .stTextInput, .stMultiSelect) {{display: flex; flex-direction: row;
    align-items: center; gap: .5rem}}
  [class*='st-key-controls-'] :is([data-testid='stButtonGroup'], .stSelectbox, .stTextInput, .stMultiSelect) > [data-testid='stWidgetLabel'] {{margin: 0;
    flex: none; width: auto}}
  [class*='st-key-controls-'] :is(.stSelectbox, .stTextInput, .stMultiSelect) > :not(label) {{flex: 1; min-width: 0}}
  [class*='st-key-controls-'] .st-key-salt {{min-width: 24rem}}
  [class*='st-key-controls-'] .st-key-takes {{min-width: 22rem}}
}}
"""
PHONE = f"""
@media (max-width: {NARROW_PX}px) {{
  [data-testid='stMainBlockContainer'] {{padding: 4rem 1rem 2rem}}
  h1 {{font-size: 1.5rem !important}} h2 {{font-size: 1.12rem !important}} h3 {{font-size: 1.05rem !important}}
  .stMarkdown table {{table-layout: fixed; width: 100%; font-size: .8rem}} .stMarkdown :is(th, td) {{padding: .2rem !important}}
  [class*='st-key-heading-'] p {{font-size: 1.02rem}}
  [class*='st-key-controls-'] {{align-items: end !important}}
  [data-testid='stToolbar'] > div > :has([data-testid='stExpandSidebarButton']) {{flex: 1; width: 100%; min-width: 0; padding-right: .5rem}}
  [data-testid='stToolbar'] > div > div > :has([data-testid='stHeaderLogo']) {{flex: 1 1 0; min-width: 0}}
  [data-testid='stHeader'] div:has(> [data-testid='stHeaderLogo']), [data-testid='stLogoLink'] {{max-width: 100%; min-width: 0}}
  [data-testid='stHeaderLogo'] {{max-width: 100%; min-width: 0; object-fit: contain; object-position: left}}
  [data-testid='stHeader'] :has(> [data-testid='stExpandSidebarButton']) {{flex: none}}
  [data-testid='stMainBlockContainer'] > div > [data-testid='stVerticalBlock'], [role='tabpanel'] > [data-testid='stVerticalBlock'] {{gap: .7rem}}
}}
"""
VERY_LARGE_LETTERS = """
@media (max-width: 19rem) {
  [data-testid='stHeaderLogo'] {object-fit: cover}
}
"""
BACK_ROW = f"""
@media (min-width: {PROJECTOR_PX}px) {{
  html {{font-size: 150% !important}}
  [data-testid='stMainBlockContainer'] {{max-width: 88vw; padding-top: 4rem}}
}}
"""

# In the page itself, before anything comes from the server: without the style sheet nothing of a page is shown, or its
# letters and column would jump when that comes.
UNTIL_STYLED = f"""<style>
html {{font-size: 106.25% !important}}
@media (min-width: {PROJECTOR_PX}px) {{html {{font-size: 150% !important}}}}
@keyframes shown {{to {{visibility: visible}}}}
[data-testid='stMainBlockContainer'] {{visibility: hidden; animation: shown 0s 10s forwards}}
</style>"""
STYLED = "[data-testid='stMainBlockContainer'] {visibility: visible; animation: none}"

# What is composed for another size of screen is not shown while the right one is on its way, so that nothing jumps; after
# some seconds it is shown all the same.
WAITS = """
@keyframes shown {{to {{visibility: visible}}}}
@media screen and {other} {{
  [data-testid='stMainBlockContainer'] {{visibility: hidden; animation: shown 0s 4s forwards}}
}}
"""
OTHER: dict[Size, str] = {
    "narrow": f"(min-width: {NARROW_PX + 0.02}px)",
    "wide": f"(max-width: {NARROW_PX}px), screen and (min-width: {PROJECTOR_PX}px)",
    "projector": f"(max-width: {PROJECTOR_PX - 0.02}px)",
}
TAKE = """
.take {font-size: .9rem; margin: .1rem 0 .6rem}
.take summary {cursor: pointer; padding: .35rem 0; min-height: 24px}
.listen {font-size: .9rem; margin: -.3rem 0 .6rem} .listen summary {cursor: pointer; padding: .35rem 0; min-height: 24px}
.listen .walk {padding: .5rem .7rem; border: 1px solid light-dark(#7B8893, #73818D); border-radius: .25rem}
.listen .walk p, .listen .keys {margin: 0} .listen .said {min-height: 3.2rem; margin: .5rem 0 .2rem; font-size: 1.15rem; overflow-wrap: anywhere}
.listen .said::before {content: attr(data-at); display: block; font-size: .9rem; font-weight: 600}
.listen .line {display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: center; margin: .3rem 0}
.listen button, .listen select {font: inherit; color: inherit; background: transparent; min-height: 2rem; padding: .1rem .7rem;
  border: 1px solid light-dark(#7B8893, #73818D); border-radius: .25rem; max-width: 100%}
.take dl {display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; margin: .4rem 0; align-items: start}
.take dt {font-weight: 600} .take dd {margin: 0; overflow-wrap: anywhere}
.take a {display: inline-block; padding: .15rem 0; margin-right: .9rem; color: light-dark(#1F5FA8, #86B4F5)}
.take input, .take textarea {width: 100%; font: inherit; font-size: .85rem; color: inherit; background: transparent;
  border: 1px solid light-dark(#7B8893, #73818D); border-radius: 4px; padding: .25rem .4rem; box-sizing: border-box}
.take img {display: block; width: min(100%, 13rem); margin-top: .4rem}
@media (max-width: 37.5rem) {.take dl {grid-template-columns: 1fr} .take dd {margin-bottom: .4rem}}
"""

# Words that are explained where they stand, their explanation, and the foot of the page.
TERMS = """
.term {text-decoration: underline dotted light-dark(#52606B, #A9B6C0) 1.5px; text-underline-offset: .22em; cursor: help; border-radius: 2px}
.term:focus-visible {outline: 2px solid light-dark(#0A5C53, #64E3CF); outline-offset: 1px}
#term-tip {position: fixed; inset: auto; margin: 0; box-sizing: border-box; width: max-content; max-width: min(23rem, calc(100vw - 16px));
  padding: .6rem .8rem; border: 1px solid light-dark(#7B8893, #73818D); border-radius: 6px; font-size: .92rem; line-height: 1.4;
  color: light-dark(#0F1920, #E8EEF2); background: light-dark(#fff, #1B252E); box-shadow: 0 3px 14px rgba(0, 0, 0, .25)}
#term-tip b {display: block; font-weight: 650}
.short-forms {font-size: .88rem; line-height: 1.5; color: light-dark(#52606B, #A9B6C0); margin: 0; max-width: none}
.short-forms > b {font-weight: 600; margin-right: .6rem} .short-forms > span {margin-right: .9rem}
.short-forms .on-paper {display: none}
.short-forms:empty {display: none}
@media print {.term {text-decoration: none} #term-tip {display: none} .short-forms .on-paper {display: inline}}
"""

# What the marks of a picture open: beside it where there is room, else at the lower edge of the screen, and under the picture.
# Beside some pictures there never is room: their words would be cut off.
WIDE_PICTURES = ("benchmarks", "food-comparison", "forest", "risk-map", "salts")


def _under(of: str = "") -> str:
    """A record under its picture, at the lower edge of the screen: of all pictures, or of the one of this key."""
    part = "[class*='st-key-{name}-']" if not of else f".st-key-{{name}}-{of}"
    answers, picture, record = (part.format(name=name) for name in ("answers", "picture", "record"))
    wrapped = "[data-testid='stLayoutWrapper']:has(> {})".format
    return f"""{answers}.stHorizontalBlock, {answers} {{flex-direction: column !important; align-items: stretch; width: 100% !important}}
{wrapped(picture)} {{flex: none !important}}
{wrapped(record)} {{flex: none !important; top: auto; bottom: 0}}
{record} {{max-height: {34 if of else 42}vh; box-shadow: 0 -2px 12px rgba(0, 0, 0, .25)}}
"""


OPENED = """
[class*='st-key-answers-'] {align-items: flex-start; flex-wrap: nowrap; --margin: calc((100vw - min(100vw, 1164px)) / 2)}
@media (min-width: 1000.02px) {[class*='st-key-answers-']:has([class*='st-key-record-']) {width: calc(100% + var(--margin) + .6rem) !important; max-width: none !important}}
[data-testid='stLayoutWrapper']:has(> [class*='st-key-picture-']) {flex: 1 1 0; min-width: 0}
[data-testid='stLayoutWrapper']:has(> [class*='st-key-record-']) {flex: 0 0 17.5rem; min-width: 0; position: sticky; top: 4.2rem; z-index: 5}
[class*='st-key-record-'] {background: light-dark(#fff, #11181F); border: 1px solid light-dark(#7B8893, #73818D); border-radius: 6px;
  padding: .6rem .9rem; max-height: calc(100vh - 5.4rem); overflow: auto; gap: .3rem}
[data-testid='stElementContainer']:has(> [data-testid='stButton']):is([class*='st-key-close-']) {position: sticky; top: -.6rem; align-self: flex-end;
  margin: 0 0 -2rem; z-index: 1; background: inherit; border-radius: 6px}
[class*='st-key-record-'] h3 {padding-right: 4.6rem !important}
[class*='st-key-record-'] .cards {columns: 1} [class*='st-key-record-'] .cards article {border: 0; padding: 0}
.opened-mark {position: absolute; pointer-events: none; box-sizing: border-box; border: 3px solid light-dark(#0F1920, #E8EEF2) !important; border-radius: 50%;
  width: 1.6rem; height: 1.6rem; transform: translate(-50%, -50%)}
.opened-mark.bar {border-radius: 3px; transform: none}
.on-a-record .nsewdrag {cursor: pointer !important}
@media (forced-colors: active) {.opened-mark {border-color: Highlight !important}}
@media (min-width: 1600px) {
  [class*='st-key-answers-'] {--margin: 6vw}
  [data-testid='stLayoutWrapper']:has(> [class*='st-key-record-']) {flex-basis: 14rem}
}
@media (max-width: 1000px) {UNDER}
UNDER_ALWAYS
@media print {.opened-mark {display: none} [class*='st-key-answers-'] {display: block !important; width: auto !important} [class*='st-key-record-'] {max-height: none !important; overflow: visible !important}
  [data-testid='stLayoutWrapper']:has(> [class*='st-key-record-']) {position: static}}
"""


def _opened() -> str:
    """Where the record behind a mark stands."""
    always = "".join(_under(key) for key in WIDE_PICTURES)
    return OPENED.replace("UNDER_ALWAYS", always).replace("UNDER", f"\n{_under()}")


OVERLAYS: dict[Mode, str] = {mode: f"<style>[data-st-overlay-root] {{color-scheme: {mode}}}</style>" for mode in MODES}
"""Drawers and lists lie outside the app, which alone has the scheme: in the dark theme they would take our colors for the light one."""

STYLE: dict[Size, str] = {
    size: f"<style>{COMMON}{IN_ONE_LINE}{PHONE}{VERY_LARGE_LETTERS}{BACK_ROW}{TAKE}{TERMS}{_opened()}{STYLED}{WAITS.format(other=other)}</style>"
    for size, other in OTHER.items()
}
