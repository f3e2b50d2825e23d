// Leads a lesson from the keyboard, and keeps two windows of it in step. Data of components/teach/screen.py:
// {lesson, steps: [{key, name, minutes}], at, window, texts, qr, host}

const ENOUGH = 0.45, GAP = 2000, AGAIN = 1200, TRIES = 8, MINUTE = 60000, HOURS = 3 * 60 * MINUTE;
const KEYS = {
  ArrowRight: "next", " ": "next", n: "next", PageDown: "next", ArrowLeft: "back", p: "back", PageUp: "back",
  Home: "first", End: "last", f: "full", s: "notes", b: "blank", q: "code",
};
// Where keys have a meaning of their own; on a button or a link the space bar presses it.
const TYPED_IN = "input:not([type=checkbox]):not([type=radio]), textarea, select, [role=slider], [role=combobox], [role=listbox], [role=tablist], [role=radiogroup], [contenteditable]";
const PRESSED = "button, a, summary, [role=button], [role=checkbox], [role=switch], input";

export default function ({ parentElement, data, setTriggerValue, setStateValue }) {
  const root = parentElement, host = root.host ?? root;
  const screen = (window.__lesson ??= { wanted: null, blank: false });
  if (screen.lesson !== data.lesson) Object.assign(screen, { lesson: data.lesson, wanted: null, blank: false, shown: null, told: false });
  clearTimeout(screen.ending);
  screen.stop?.();
  if (screen.wanted?.to === data.at) screen.wanted = null;
  const last = data.steps.length - 1;
  const at = () => screen.wanted?.to ?? data.at;
  const channel = new BroadcastChannel("lesson");
  const say = what => channel.postMessage({ lesson: data.lesson, ...what });
  const part = name => root.querySelector(`[data-part="${name}"]`);

  // Where the lesson is -------------------------------------------------------------------------------------------------

  const go = (place, told = true) => {
    const to = Math.min(Math.max(place, 0), last);
    if (told) say({ at: to });
    if (to === at()) return;
    if (to > 0) start();
    screen.wanted = { to, tries: TRIES };
    ask();
  };
  // Streamlit may drop a wish that comes while it answers another: it is said again until the step is there.
  const ask = () => {
    clearTimeout(screen.asking);
    if (!screen.wanted) return;
    if (!screen.wanted.tries--) { screen.wanted = null; return; }
    setTriggerValue("go", data.steps[screen.wanted.to].key);
    screen.asking = setTimeout(ask, AGAIN);
  };
  if (screen.wanted) { clearTimeout(screen.asking); screen.asking = setTimeout(ask, AGAIN); }
  const blank = (dark, told = true) => {
    screen.blank = dark;
    part("dark").hidden = !dark || data.window === "notes";
    for (const one of root.querySelectorAll('[data-does="blank"]')) one.setAttribute("aria-pressed", dark);
    if (told) say({ blank: dark });
  };
  const notes = () => {
    const to = new URL(location.href);
    to.searchParams.set("window", "notes");
    window.open(to, "lesson-notes", "popup,width=1000,height=760");
  };
  const full = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  const code = () => { part("code").hidden = !part("code").hidden; };
  const does = {
    next: () => go(at() + 1), back: () => go(at() - 1), first: () => go(0), last: () => go(last),
    full, notes, code, blank: () => blank(!screen.blank), restart: () => { start(true); tick(); },
    leave: () => setTriggerValue("leave", true),
  };

  // The clock -----------------------------------------------------------------------------------------------------------

  const kept = `lesson-start-${data.lesson}`;
  const started = () => {
    const at = Number(localStorage.getItem(kept));
    return at && Date.now() - at < HOURS ? at : null;
  };
  const start = (anew = false) => { if (anew || !started()) localStorage.setItem(kept, Date.now()); };
  const clock = ms => `${Math.floor(ms / MINUTE)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;
  // A picture is composed for a screen of 1920 x 1080 (stage.py) and drawn as wide as there is room, and no taller than it.
  // What plotly drew is scaled, and not the frame that it measures itself by; a pointer would then meet the wrong mark, so it meets none.
  const fit = () => {
    const end = root.querySelector("nav").getBoundingClientRect().top, scrolled = document.querySelector("[data-testid=stMain]")?.scrollTop ?? 0;
    for (const stage of document.querySelectorAll("[class*=st-key-stage-]")) {
      const frame = stage.querySelector("[data-testid=stPlotlyChart]"), drawn = frame?.querySelector(".plot-container");
      if (!drawn || !stage.checkVisibility()) continue;
      const place = stage.parentElement.getBoundingClientRect(), wide = place.width / drawn.offsetWidth, height = drawn.offsetHeight;
      const below = end - frame.getBoundingClientRect().top - scrolled, room = below > end * ENOUGH ? below : end;
      const fits = Math.min(wide, room / height), scale = Math.abs(fits - 1) < 0.01 ? 1 : fits, aside = Math.max(0, (place.width - drawn.offsetWidth * scale) / 2);
      const is = scale === 1 ? "" : `translateX(${aside.toFixed(1)}px) scale(${scale.toFixed(4)})`;
      if (drawn.style.transform === is) continue;
      Object.assign(drawn.style, { transformOrigin: "0 0", transform: is, pointerEvents: is ? "none" : "" });
      stage.style.marginBottom = is ? `${height * (scale - 1)}px` : "";
    }
  };
  const tick = () => {
    fit();
    const done = data.steps.slice(0, data.at).reduce((sum, step) => sum + step.minutes, 0), now = data.steps[data.at].minutes;
    const total = data.steps.reduce((sum, step) => sum + step.minutes, 0), begun = started();
    part("bar").style.width = `${(data.at + 1) / data.steps.length * 100}%`;
    part("where").textContent = `Step ${data.at + 1} of ${data.steps.length} · ${data.steps[data.at].name} · ${now} min`;
    part("time").textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    if (!begun) { part("pace").textContent = `${total} min planned`; return; }
    const ms = Date.now() - begun, off = ms / MINUTE - (done + now), early = done - ms / MINUTE;
    const pace = off > 0.5 ? `▲ ${Math.ceil(off)} min behind` : early > 0.5 ? `▼ ${Math.ceil(early)} min ahead` : "● on time";
    part("pace").textContent = `${clock(ms)} of ${total} min · ${pace}`;
  };

  // Keys, buttons, the other window --------------------------------------------------------------------------------------

  const pressed = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const on = event.composedPath()[0];
    if (!(on instanceof Element) || on.closest(TYPED_IN)) return;
    if (event.key === " " && on.closest(PRESSED)) return;
    const does_ = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!does_ || (screen.blank && event.key === " ")) return;
    event.preventDefault();
    does[does_]();
  };
  window.addEventListener("keydown", pressed);
  for (const button of root.querySelectorAll("[data-does]")) button.onclick = () => does[button.dataset.does]();
  part("dark").onclick = () => blank(false);
  channel.onmessage = ({ data: told }) => {
    if (told.lesson !== data.lesson) return;
    if (told.at !== undefined) go(told.at, false);
    if (told.blank !== undefined) blank(told.blank, false);
    if (told.asks && data.window === "notes") say({ at: data.at, blank: screen.blank });
  };
  if (!screen.asked && data.window !== "notes") { screen.asked = true; say({ asks: true }); }

  // What a class's host keeps in this browser ----------------------------------------------------------------------------

  const held = `lesson-class-${data.lesson}`;
  if (data.host === "forget") localStorage.removeItem(held);
  else if (data.host) localStorage.setItem(held, JSON.stringify(data.host));
  else if (!screen.told) {
    const found = localStorage.getItem(held);
    if (found) { screen.told = true; setStateValue("host", JSON.parse(found)); }
  }

  part("time").hidden = data.window !== "notes";
  root.querySelector('[data-does="restart"]').hidden = data.window !== "notes";
  root.querySelector('[data-does="notes"]').hidden = data.window === "notes";
  root.querySelector("nav").setAttribute("aria-label", data.window === "notes" ? "Lead the lesson" : "The lesson");
  part("code-picture").innerHTML = "";
  const picture = document.createElement("img");
  picture.src = data.qr; picture.alt = "Code to scan: this step";
  const address = document.createElement("p");
  address.textContent = data.address;
  part("code-picture").append(picture, address);
  for (const [name, end] of [["back", 0], ["first", 0], ["next", last], ["last", last]])
    root.querySelector(`[data-does="${name}"]`).toggleAttribute("data-end", data.at === end);
  // A new step is read out, and no button of the step before, which React may have made into another, keeps the keys.
  if (screen.shown !== data.at) {
    screen.shown = data.at;
    setTimeout(() => {
      const title = document.querySelector("[data-testid=stMain] h1"), on = document.activeElement;
      if (!title || (on && (on === host || host.contains(on)))) return;
      title.tabIndex = -1;
      title.style.outline = "none";
      title.focus({ preventScroll: true });
    }, 50);
  }
  blank(screen.blank, false);
  tick();
  const timer = setInterval(tick, 1000), soon = setInterval(fit, 100);
  setTimeout(() => clearInterval(soon), 3000);
  window.addEventListener("resize", fit);
  screen.stop = () => { clearInterval(timer); clearInterval(soon); window.removeEventListener("resize", fit); clearTimeout(screen.asking); window.removeEventListener("keydown", pressed); channel.close(); };
  // Between two runs Streamlit takes the old one away before the new one comes: a key pressed meanwhile is not lost.
  return () => { screen.ending = setTimeout(() => { screen.stop(); delete window.__lesson; }, GAP); };
}
