// What a choice changed is told to whoever does not see it, and the focus of the keyboard stays where the reader was.
(() => {
  const STILL_MS = 350, MOST_TOLD = 2, ACTS = ["Enter", " ", "Escape", "Delete", "Backspace"];
  const FIELDS = ":is(a[href], button, input, select, textarea, summary, [tabindex='0']):not([disabled], [tabindex='-1'])";
  const app = () => document.querySelector("[data-testid=stApp]");
  const drawer = () => document.querySelector("[data-testid=stPopoverBody]");
  const main = () => document.querySelector("[data-testid=stMain]");
  const fields = (of = main()) => [...of.querySelectorAll(FIELDS)].filter(one => one.checkVisibility({visibilityProperty: true}));
  const keyed = one => one.closest("[class*=st-key-]");
  const ownKey = one => [...keyed(one)?.classList ?? []].find(name => name.startsWith("st-key-"));
  const waiting = () => app()?.dataset.testScriptState !== "notRunning" || document.querySelector("[data-testid=stSkeleton]");

  // The focus: what was acted on by key, and what stood after and before it.
  let acted = null;
  addEventListener("pointerdown", () => { acted = null }, true);
  addEventListener("keydown", event => {
    const at = document.activeElement;
    if (event.key === "Tab") acted = null;
    const part = [drawer(), main()].find(one => one?.contains(at));
    if (!ACTS.includes(event.key) || !part) return;
    const all = fields(part), place = all.indexOf(at), named = one => ({one, key: ownKey(one)});
    if (place >= 0) acted = {part, at, near: [at, ...all.slice(place + 1), ...all.slice(0, place).reverse()].map(named)};
  }, true);
  const rescue = () => {
    if (!acted || acted.at.isConnected) return;
    if (document.activeElement !== document.body) { acted = null; return }
    const part = acted.part.isConnected ? acted.part : main(), there = fields(part);
    const drawnAnew = key => key && there.find(one => ownKey(one) === key);
    const next = acted.near.map(({one, key}) => there.includes(one) ? one : drawnAnew(key)).find(Boolean) ?? there[0];
    acted = null;
    next?.focus({focusVisible: true});
  };

  // The drawer: Streamlit puts it at the end of the document, so that Tab would reach it after the whole page, out of sight.
  const handle = () => main()?.querySelector("[data-testid=stPopoverButton][aria-expanded=true]");
  const enter = () => {
    const opened = drawer(), button = handle();
    if (opened && button && document.activeElement === button && acted?.at === button) fields(opened)[0]?.focus({focusVisible: true});
  };
  addEventListener("keydown", event => {
    const opened = drawer(), button = handle(), at = document.activeElement;
    if (event.key !== "Tab" || !opened || !button) return;
    const inside = fields(opened), all = fields();
    let to = null;
    if (at === button && !event.shiftKey) to = inside[0];
    else if (at === inside.at(event.shiftKey ? 0 : -1)) to = event.shiftKey ? button : all[all.indexOf(button) + 1] ?? button;
    if (!to) return;
    event.preventDefault();
    if (to !== inside[0]) button.click();  // or it would lie over what has the focus
    to.focus({focusVisible: true});
  }, true);

  // What is told: the headings (findings, counts of what was found) that took the place of others, and the record that was opened.
  let page = "", heads = [];
  const region = document.createElement("div");
  region.role = "status";
  region.id = "told";
  region.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  const words = one => one.innerText.trim();
  const tell = () => {
    const query = new URLSearchParams(location.search);
    const here = `${location.pathname} ${query.get("tab")} ${query.get("step")}`;
    const shown = [...main().querySelectorAll("h2, h3")].filter(one => one.checkVisibility());
    const before = heads, now = shown.map(words);
    heads = now;
    if (page !== here) { page = here; return }
    const fresh = shown.filter(one => !before.includes(words(one)));
    const replaced = !before.length || before.some(text => !now.includes(text));
    const said = fresh.filter(one => replaced || one.closest("[class*=st-key-record-]")).map(words);
    if (!said.length) return;
    const more = said.length - MOST_TOLD;
    region.textContent = said.slice(0, MOST_TOLD).join(". ") + (more > 0 ? `. And ${more} more changed.` : "");
  };

  let timer = 0;
  const settle = () => {
    if (!main() || waiting()) { timer = setTimeout(settle, STILL_MS); return }
    timer = 0;
    if (!region.isConnected) document.body.append(region);
    rescue();
    enter();
    tell();
  };
  new MutationObserver(changes => {
    if (changes.every(change => region.contains(change.target))) return;
    clearTimeout(timer);
    timer = setTimeout(settle, STILL_MS);
  }).observe(document, {childList: true, subtree: true, characterData: true});
})();
