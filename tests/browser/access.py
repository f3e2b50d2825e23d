"""Whether a page can be used at other sizes, without motion, in forced colors and with a coarse finger: one pass, many looks.

A page is opened once, at 1280 px with motion reduced, and looked at as zoom of 200% (640 px) and 400% (320 px) would show it,
with letters twice as large, and with the colors that a system forces. `look_over` gives what was found by check.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from tests.browser.helpers import cut_off, settled, sideways

ZOOMED = {"zoom of 200%": (640, 450), "zoom of 400%": (320, 256)}
LAPTOP = (1280, 900)
USUAL_PX, TWICE_PX = 16, 32
LEAST_CONTRAST = 3.0
STILL_MS = 250  # after a change of size

RUNNING = """() => document.getAnimations().filter(one => one.playState === 'running' && one.effect.getComputedTiming().duration > 0)
  .map(one => `${one.animationName ?? one.transitionProperty ?? 'animation'} on ${one.effect.target?.className || one.effect.target?.tagName}`)"""

# What is pressed and smaller than 24 px, unless a circle of 24 px round its middle meets no other target (WCAG 2.2, 2.5.8);
# links inside a sentence are excepted there, and so are they here.
SMALL = """() => {
  const parts = ':is([data-testid=stMain], [data-testid=stHeader], [data-testid=stPopoverBody])';
  const kinds = ':is(a[href], button, input, select, textarea, summary, [role=tab], [role=radio], [role=slider], [role=button])';
  const all = [...document.querySelectorAll(`${parts} ${kinds}`)].filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter(one => !(getComputedStyle(one).display === 'inline' && one.matches('a, span')))
    .map(one => ({one, box: (one.matches('input') ? one.closest('label, [data-testid=stTextInputRootElement], .react-aria-ComboBox') ?? one : one).getBoundingClientRect()}))
    .filter(({box}) => box.width > 1 && box.height > 1);
  const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
  const apart = ([x, y], box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const small = all.filter(({box}) => box.width < 23.5 || box.height < 23.5);
  return small.filter(({one, box}) => all.some(other => {
    if (other.one === one || other.one.contains(one) || one.contains(other.one)) return false;
    const both = small.includes(other), at = middle(box);
    return both ? Math.hypot(at[0] - middle(other.box)[0], at[1] - middle(other.box)[1]) < 23.5 : apart(at, other.box) < 11.5;
  })).map(({one, box}) => `${Math.round(box.width)}×${Math.round(box.height)} ${one.tagName.toLowerCase()} “${(one.ariaLabel || one.innerText || '').trim().slice(0, 40)}” in ${one.closest('[class*=st-key-]')?.className.match(/st-key-[\\w-]+/)?.[0] ?? one.parentElement.className}`);
}"""

# Words that are cut off with or without an ellipsis where letters are larger.
CLIPPED = """() => [...document.querySelectorAll('[data-testid=stMain] :is(p, li, h1, h2, h3, button, summary, label, td, th, dt, dd)')]
  .filter(one => one.checkVisibility() && one.textContent.trim() && ['hidden', 'clip'].includes(getComputedStyle(one).overflowX)
    && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
  .map(one => one.textContent.trim().slice(0, 60))"""

# In forced colors: pictures whose marks, or words, do not stand out from what the system puts behind them.
UNSEEN = """least => {
  const brush = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const rgba = color => { brush.clearRect(0, 0, 1, 1); brush.fillStyle = color; brush.fillRect(0, 0, 1, 1); return [...brush.getImageData(0, 0, 1, 1).data] };
  const light = rgb => { const [r, g, b] = rgb.map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b };
  const contrast = (color, ground) => {
    const [r, g, b, a] = rgba(color), over = [r, g, b].map((v, i) => v * a / 255 + ground[i] * (1 - a / 255));
    const [low, high] = [light(over), light(ground)].sort((x, y) => x - y);
    return (high + .05) / (low + .05);
  };
  return [...document.querySelectorAll('.js-plotly-plot')].filter(plot => plot.checkVisibility()).flatMap(plot => {
    const paper = getComputedStyle(plot.querySelector('.main-svg')).backgroundColor, under = rgba(getComputedStyle(document.body).backgroundColor).slice(0, 3);
    const painted = rgba(paper), ground = painted[3] ? painted.slice(0, 3) : under;
    const name = (plot.closest('[role=figure]')?.ariaLabel ?? plot.querySelector('[role=figure]')?.ariaLabel ?? '').slice(0, 60);
    const paints = one => { const style = getComputedStyle(one); return [style.fill, style.stroke].filter(paint => paint !== 'none') };
    const marks = [...plot.querySelectorAll('.points path, .point path, .js-line, .textpoint text, .shapelayer path, .layer-above path')];
    const words = [...plot.querySelectorAll('text')].filter(one => one.textContent.trim() && one.checkVisibility());
    const seen = marks.filter(one => paints(one).some(paint => contrast(paint, ground) >= least));
    const drawn = [...plot.querySelectorAll('path, rect')].filter(one => paints(one).length).map(one => [one.getBoundingClientRect(), getComputedStyle(one).fill]);
    const behind = ({left, right, top, bottom}) => { const x = (left + right) / 2, y = (top + bottom) / 2;
      return drawn.filter(([box, fill]) => fill !== 'none' && box.left <= x && x <= box.right && box.top <= y && y <= box.bottom).map(([, fill]) => rgba(fill).slice(0, 3)) };
    const stands = one => [ground, ...behind(one.getBoundingClientRect())].some(back => contrast(getComputedStyle(one).fill, back) >= least);
    const pale = words.filter(one => !stands(one));
    return [...(marks.length && !seen.length ? [`no mark of “${name}” is seen`] : []), ...pale.slice(0, 3).map(one => `“${one.textContent}” of “${name}” is not seen`)];
  });
}"""


def look_over(page: Page) -> dict[str, list[str]]:
    """What is wrong with a page that is open at 1280 px, check by check; each list is empty where all is well."""
    found = {"language": [] if page.evaluate("document.documentElement.lang") == "en" else ["the page has no language"]}
    found["targets at 1280 px"] = page.evaluate(SMALL)
    page.emulate_media(forced_colors="active")
    found["forced colors"] = page.evaluate(UNSEEN, LEAST_CONTRAST)
    page.emulate_media(forced_colors="none")
    with letters(page, TWICE_PX):
        found["letters twice as large"] = [*sideways(settled(page, STILL_MS)), *page.evaluate(CLIPPED)]
    found["motion"] = page.evaluate(RUNNING)
    for name, (width, height) in ZOOMED.items():
        page.set_viewport_size({"width": width, "height": height})
        found[name] = [*sideways(settled(page, STILL_MS)), *cut_off(page), *page.evaluate(CLIPPED)]
        found["motion"] += page.evaluate(RUNNING)
    found["targets at 320 px"] = page.evaluate(SMALL)
    page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    return found


@contextmanager
def letters(page: Page, px: int) -> Iterator[None]:
    """As for a reader who has set this size of letters in the browser."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Page.setFontSizes", {"fontSizes": {"standard": px}})
    try:
        yield
    finally:
        devtools.send("Page.setFontSizes", {"fontSizes": {"standard": USUAL_PX}})
        devtools.detach()
