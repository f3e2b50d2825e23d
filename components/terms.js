// Explains the glossary's words where they stand: the first time in each text, on hover, focus, tap, and by Enter or Space.
// Abbreviations that stand only where nothing can be marked (in pictures, on buttons, in links) are told at the foot of the page.

const TEXTS = "[data-testid=stMain] :is([data-testid=stMarkdownContainer], [data-testid=stHtml])";
// What is pressed or chosen keeps its words, and so does what is to be copied as it is.
const AS_IT_IS = "a, button, label, summary, code, pre, h1, svg, style, script, textarea, .take, .term, .short-forms, "
  + "[role=tab], [role=button], [role=option], [role=radio], [data-testid=stWidgetLabel], [data-testid=stTooltipContent]";
const LEAVES_AFTER_MS = 250; // time to move the pointer from a word to its explanation

const state = (window.__terms = {
  tip: null, open: null, pinned: false, timer: 0, level: null, waiting: new Set(),
  any: new RegExp(KNOWN.any, "g"), short: new RegExp(KNOWN.short, "g"),
});

document.addEventListener("DOMContentLoaded", () => {
  const watch = new MutationObserver(changes => {
    for (const { target, addedNodes } of changes) if (addedNodes.length) later(target);
  });
  const later = target => {
    if (target.closest?.(".short-forms, #term-meanings, #term-tip")) return;
    const own = target.closest?.(TEXTS);
    for (const text of own ? [own] : target.querySelectorAll?.(TEXTS) ?? []) state.waiting.add(text);
    clearTimeout(state.soon);
    state.soon = setTimeout(() => { mark(); watch.takeRecords(); }, 120); // what was done here is not seen as a change
  };
  watch.observe(document.body, { childList: true, subtree: true });
});

function mark() {
  const main = document.querySelector("[data-testid=stMain]"), level = document.querySelector(".paper-foot")?.dataset.level;
  if (!main || !level) return; // the page is not whole yet: its foot comes last
  if (level !== state.level) {
    state.level = level;
    for (const told of document.querySelectorAll("#term-meanings > *")) tell(told.dataset.term, told);
  }
  if (!state.tip) listen();
  for (const text of state.waiting) if (text.isConnected) markIn(text);
  state.waiting.clear();
  listAtFoot(main, document.querySelector(".short-forms"));
}

const keyOf = found => KNOWN.forms[found] ?? KNOWN.forms[found[0].toLowerCase() + found.slice(1)];

function wordsOf(root, but) {
  return document.createTreeWalker(root, NodeFilter.SHOW_ALL, node => node.nodeType === Node.TEXT_NODE
    ? NodeFilter.FILTER_ACCEPT : node.matches?.(but) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP);
}

function markIn(text) {
  if (text.closest(AS_IT_IS)) return;
  const seen = new Set([...text.querySelectorAll(".term")].map(term => term.dataset.term)), places = [];
  for (const walk = wordsOf(text, AS_IT_IS); walk.nextNode();) {
    for (const found of walk.currentNode.data.matchAll(state.any)) {
      const key = keyOf(found[0]);
      if (seen.has(key)) continue;
      seen.add(key);
      places.push([walk.currentNode, found.index, found[0], key]);
    }
  }
  for (const [node, at, found, key] of places.reverse()) { // the last first, so that earlier places stay where they are
    const word = node.splitText(at);
    word.splitText(found.length);
    word.replaceWith(termOf(found, key));
  }
}

function termOf(found, key) {
  const term = document.createElement("span");
  term.className = "term";
  term.textContent = found;
  term.dataset.term = key;
  term.tabIndex = 0;
  term.setAttribute("role", "button");
  term.setAttribute("aria-describedby", meaningOf(key));
  return term;
}

// The meaning where a screen reader finds it; the same for every place of a term.
function meaningOf(key) {
  let home = document.getElementById("term-meanings");
  if (!home) {
    home = Object.assign(document.createElement("div"), { id: "term-meanings", hidden: true });
    document.body.append(home);
  }
  const id = `term-${key}`;
  if (!document.getElementById(id)) {
    const told = Object.assign(document.createElement("p"), { id });
    told.dataset.term = key;
    tell(key, told);
    home.append(told);
  }
  return id;
}

// Name and meaning, at the level of words that is read.
const nameAndMeaning = key => [KNOWN.terms[key][0], KNOWN.terms[key][1][state.level]];

function tell(key, place) {
  const [name, meaning] = nameAndMeaning(key);
  place.replaceChildren(Object.assign(document.createElement("b"), { textContent: name }), ` ${meaning}`);
}

// --- The explanation ---------------------------------------------------------------------------------------------------

function listen() {
  const tip = state.tip = Object.assign(document.createElement("div"), { id: "term-tip", popover: "manual" });
  tip.setAttribute("aria-hidden", "true"); // a screen reader has it as the word's description
  document.querySelector(".stApp").append(tip);
  const termAt = event => event.target.closest?.(".term");
  const on = (name, act) => document.addEventListener(name, act, true);
  on("pointerover", event => {
    if (event.pointerType !== "mouse") return;
    const term = termAt(event);
    if (term || tip.contains(event.target)) clearTimeout(state.timer);
    if (term && term !== state.open && !state.pinned) open(term);
  });
  on("pointerout", event => {
    if (event.pointerType === "mouse" && !state.pinned && (termAt(event) || tip.contains(event.target))) {
      clearTimeout(state.timer);
      state.timer = setTimeout(close, LEAVES_AFTER_MS);
    }
  });
  on("focusin", event => { const term = termAt(event); if (term?.matches(":focus-visible")) open(term); });
  on("focusout", event => { if (termAt(event) === state.open) close(); });
  on("click", event => {
    const term = termAt(event);
    if (term) press(term); else if (!tip.contains(event.target)) close();
  });
  on("keydown", event => {
    const term = termAt(event);
    if (term && (event.key === "Enter" || event.key === " ")) press(term);
    else if (state.open && event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("scroll", () => { if (state.open) place(); }, true);
  addEventListener("resize", () => { if (state.open) place(); });
}

function press(term) {
  if (state.open === term && state.pinned) return close();
  open(term);
  state.pinned = true;
}

function open(term) {
  clearTimeout(state.timer);
  Object.assign(state, { open: term, pinned: false });
  tell(term.dataset.term, state.tip);
  state.tip.showPopover();
  place();
}

function close() {
  clearTimeout(state.timer);
  Object.assign(state, { open: null, pinned: false });
  state.tip.hidePopover();
}

function place() {
  const { open: term, tip } = state, margin = 8;
  const word = term.isConnected ? term.getClientRects()[0] : null;
  if (!word || word.bottom < 0 || word.top > innerHeight) return close();
  const { width, height } = tip.getBoundingClientRect(), below = word.bottom + margin;
  tip.style.left = `${Math.max(margin, Math.min(word.left, document.documentElement.clientWidth - width - margin))}px`;
  tip.style.top = `${below + height > innerHeight && word.top > height + margin ? word.top - height - margin : below}px`;
}

// --- The foot of the page ----------------------------------------------------------------------------------------------

function listAtFoot(main, foot) {
  if (!foot) return;
  const met = new Set(), marked = new Set();
  for (const term of main.querySelectorAll(".term")) if (!foot.contains(term)) marked.add(term.dataset.term);
  for (const walk = wordsOf(main, "style, script, .take, .short-forms"); walk.nextNode();) {
    for (const found of walk.currentNode.data.matchAll(state.short)) met.add(keyOf(found[0]));
  }
  const keys = [...met].sort((one, other) => nameAndMeaning(one)[0].localeCompare(nameAndMeaning(other)[0]));
  const said = JSON.stringify([keys, [...marked].sort(), state.level]);
  if (said === state.said && foot.childNodes.length) return;
  state.said = said;
  const parts = keys.map(key => {
    const [name, meaning] = nameAndMeaning(key), part = document.createElement("span");
    part.className = marked.has(key) ? "on-paper" : "also";
    const [head, ...rest] = name.split(", ");
    part.append(termOf(head, key), rest.length ? `, ${rest.join(", ")}` : `: ${meaning.replace(/\.$/, "")}`);
    return part;
  });
  const title = Object.assign(document.createElement("b"), { textContent: "Short forms on this page" });
  title.className = keys.every(key => marked.has(key)) ? "on-paper" : "also";
  foot.replaceChildren(...(keys.length ? [title, ...parts] : []));
}
