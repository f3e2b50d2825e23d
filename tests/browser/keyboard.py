"""A reader without a mouse: presses keys, and at every stop sees where the focus is.

    walk = Walk(visit("foods", tab="Build a day"))
    walk.to(page.get_by_role("button", name="Add to the day"))
    walk.press("Enter")

Each stop must be on the page, on the screen, and marked by a ring that stands out 3 to 1 from what lies behind (WCAG 2.2,
1.4.11, 2.4.7, 2.4.11); a key that is pressed never leaves the focus on nothing.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.browser.helpers import settled

LEAST_CONTRAST = 3.0
MOST_STOPS = 90

STOP = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return null;
  const brush = (window.__brush ??= new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true}));
  const rgba = color => { brush.clearRect(0, 0, 1, 1); brush.fillStyle = color; brush.fillRect(0, 0, 1, 1); return brush.getImageData(0, 0, 1, 1).data };
  const light = rgb => { const [r, g, b] = [...rgb].map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b };
  const ground = rgba(getComputedStyle(document.querySelector('[data-testid=stApp]') ?? document.body).backgroundColor).slice(0, 3);
  const contrast = color => {
    const [r, g, b, a] = rgba(color), over = [r, g, b].map((v, i) => v * a / 255 + ground[i] * (1 - a / 255));
    const [low, high] = [light(over), light(ground)].sort((x, y) => x - y);
    return (high + .05) / (low + .05);
  };
  let ring = 0;
  for (let one = at, up = 0; one && up < 8; one = one.parentElement, up++) {
    const style = getComputedStyle(one);
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) ring = Math.max(ring, contrast(style.outlineColor));
  }
  const told = at.matches('h1[tabindex="-1"]');
  const box = (at.matches('input') ? at.closest('label') ?? at : at).getBoundingClientRect();
  const onTop = document.elementFromPoint(Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1));
  const tall = box.height > innerHeight / 2;
  return {
    name: `${at.tagName.toLowerCase()} “${(at.ariaLabel || at.innerText || at.closest('label')?.innerText || at.name || '').trim().slice(0, 60)}”`,
    ring: told ? 21 : ring, seen: at.checkVisibility({visibilityProperty: true}) && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    covered: !tall && Boolean(onTop) && !at.contains(onTop) && !onTop.contains(at) && !onTop.shadowRoot?.contains(at) && !at.closest('label')?.contains(onTop),
  };
}"""
HAS_FOCUS = "one => one.contains(one.getRootNode().activeElement)"


class Walk:
    """One reader on one page; `stops` is where the focus has been."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stops: list[str] = []

    def press(self, key: str) -> None:
        """Press a key, wait for what it sets off, and look where the focus is."""
        self.page.keyboard.press(key)
        if key not in ("Tab", "Shift+Tab"):
            self.look_later()
        elif self.page.evaluate(STOP) is None:  # round the end of the page, by way of the browser's own bars
            self.page.keyboard.press(key)
        self.look(key)

    def look_later(self) -> None:
        """What a choice sets off has ended, and what falls out of the page has been put back."""
        if self.page.get_by_test_id("stApp").count():
            settled(self.page, 900)

    def look(self, after: str) -> None:
        """Note the stop; fails where the focus is lost, hidden or not marked."""
        stop = self.page.evaluate(STOP)
        assert stop, f"after {after} the focus is on nothing; before: {self.stops[-3:]}"
        assert stop["seen"] and not stop["covered"], f"after {after} the focus is out of sight: {stop}"
        assert stop["ring"] >= LEAST_CONTRAST, f"after {after} the focus is not marked: {stop}"
        self.stops.append(stop["name"])

    def to(self, target: Locator, key: str = "Tab") -> None:
        """Press a key until the target has the focus."""
        for _ in range(MOST_STOPS):
            if target.count() and target.first.evaluate(HAS_FOCUS):
                return
            self.press(key)
        raise AssertionError(f"{MOST_STOPS} times {key}, and {target} was never reached; last: {self.stops[-8:]}")

    def type(self, text: str) -> None:
        """Type letters where the focus is."""
        self.page.keyboard.type(text)
