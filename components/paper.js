// Gets the page ready for paper, and back for the screen: a browser tells of printing in two ways, and either is enough.
// DARK_TO_LIGHT and FOOT are put before this text by components/paper.py.

const MOST_ROWS = 100, MOST_COLUMNS = 8, LETTERS_A_LINE = 110;
// The comparison is opened on request, what leads away is no use on paper, and a note in a cell gets a row of its own.
const FOLDED_ON_PAPER = ".cmp, .take, .plain td";

let undo = null; // what takes back each change; null on the screen
let dark = false; // whether the charts were drawn for the dark theme

function toPaper() {
  if (undo) return;
  undo = [];
  dark = document.querySelector(".paper-foot")?.dataset.mode === "dark";
  for (const part of [foot, openNotes, rowsForNotes, fitCharts, tellTables]) {
    try { part(); } catch (fault) { console.warn("print", fault); } // the rest prints all the same
  }
}

function toScreen() {
  for (const back of (undo ?? []).reverse()) back();
  undo = null;
}

const seen = selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility());

function change(element, name, value) {
  const before = element.getAttribute(name);
  undo.push(() => before === null ? element.removeAttribute(name) : element.setAttribute(name, before));
  element.setAttribute(name, value);
}

function put(element, place, where) {
  place.insertAdjacentElement(where, element);
  undo.push(() => element.remove());
}

// Address, day and data version stand in the margin of every sheet; where a browser has no such boxes, below the last words.
function foot() {
  const day = new Date().toLocaleDateString("en-US", { dateStyle: "long" });
  const said = `${location.href} · Printed ${day} · ${FOOT}`, quoted = JSON.stringify(said).replaceAll("<", "\\3c ");
  const style = document.createElement("style");
  style.textContent = `@page { @bottom-left { content: ${quoted}; width: 86%; font: 7.5pt sans-serif; color: #333; text-align: left; overflow-wrap: anywhere; }
    @bottom-right { content: counter(page) " / " counter(pages); width: 14%; font: 7.5pt sans-serif; color: #333; text-align: right; } }`;
  put(style, document.head, "beforeend");
  const known = [...style.sheet.cssRules].some(rule => rule.cssText.includes("bottom-left"));
  for (const last of document.querySelectorAll(".paper-foot")) {
    const before = last.textContent;
    last.textContent = known ? "" : said;
    undo.push(() => { last.textContent = before; });
  }
}

function openNotes() {
  for (const note of seen("details:not([open])")) if (!note.closest(FOLDED_ON_PAPER)) change(note, "open", "");
}

// What is folded away in the cells of a row, as a row over the whole width.
function rowsForNotes() {
  for (const row of seen(".plain tr:has(td details)")) {
    const noted = element("tr", "noted"), cell = element("td", "");
    cell.colSpan = row.cells.length;
    for (const note of row.querySelectorAll("details > :not(summary)")) cell.append(note.cloneNode(true));
    noted.append(cell);
    put(noted, row, "afterend");
  }
}

function lighten(drawing) {
  for (const part of [drawing, ...drawing.querySelectorAll("*")]) {
    for (const name of ["style", "fill", "stroke", "stop-color"]) {
      const text = part.getAttribute(name);
      const light = text?.replace(/rgba?\((\d+), ?(\d+), ?(\d+)|#([0-9a-f]{6})/gi, inLight);
      if (light !== undefined && light !== text) change(part, name, light);
    }
  }
}

function inLight(found, red, green, blue, hex) {
  const parts = hex ? [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16)) : [red, green, blue].map(Number);
  const light = DARK_TO_LIGHT[parts.join(",")];
  if (!light) return found;
  return hex ? `rgb(${light.join(", ")})` : found.replace(/\(.*/, `(${light.join(", ")}`);
}

// A table on the screen is a canvas with the rows in sight; on paper its rows are told in words, from the file beside it.
function tellTables() {
  for (const grid of seen("[data-testid=stDataFrame]")) {
    const key = [...(grid.closest("[class*='st-key-']")?.classList ?? [])].find(name => name.startsWith("st-key-"))?.slice(7) ?? "";
    const taken = [...document.querySelectorAll(".take[data-exhibit]")].find(one => key === one.dataset.exhibit || key.startsWith(`${one.dataset.exhibit}-`));
    const rows = taken ? rowsFrom(taken.dataset.rows) : rowsInSight(grid);
    const count = Number(grid.querySelector("canvas [aria-rowcount]")?.getAttribute("aria-rowcount") ?? 1) - 1; // its head counts as one
    if (rows.length) put(told(rows, Math.max(count, rows.length)), grid, "afterend");
  }
}

function rowsFrom(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false); // the browser prints as soon as this function has ended
  request.send();
  return request.status === 200 ? JSON.parse(request.responseText).rows : [];
}

function rowsInSight(grid) {
  const heads = [...grid.querySelectorAll("canvas [role=columnheader]")].map(one => one.textContent);
  const cells = row => [...row.querySelectorAll("[role=gridcell]")].map((one, at) => [heads[at], one.textContent]);
  return [...grid.querySelectorAll("canvas tbody [role=row], canvas [role=row]:not(:has([role=columnheader]))")]
    .filter((row, at, all) => all.indexOf(row) === at).map(row => Object.fromEntries(cells(row)));
}

const words = value => value === null || value === undefined ? "" : typeof value === "number" ? value.toLocaleString("en-US", { maximumFractionDigits: 6, useGrouping: Math.abs(value) < 1e5 }) : String(value);

function told(rows, count) {
  const shown = rows.slice(0, MOST_ROWS), names = Object.keys(rows[0]);
  const letters = name => shown.reduce((sum, row) => sum + words(row[name]).length, 0) / shown.length;
  let room = LETTERS_A_LINE;
  const fitting = names.slice(0, MOST_COLUMNS).filter(name => (room -= letters(name)) >= 0);
  const asTable = fitting.length >= Math.min(names.length, 5), block = element("div", "paper-table");
  block.append(asTable ? table(shown, fitting) : blocks(shown, names));
  const notes = [];
  if (count > shown.length) notes.push(`The first ${shown.length} of ${count.toLocaleString("en-US")} rows.`);
  if (asTable && fitting.length < names.length) notes.push(`Not on paper: ${names.filter(name => !fitting.includes(name)).join(", ")}.`);
  if (notes.length) block.append(element("p", "", `${notes.join(" ")} The file at the address below has everything.`));
  return block;
}

function element(kind, name, text = "") {
  const made = document.createElement(kind);
  made.className = name;
  made.textContent = text;
  return made;
}

function table(rows, names) {
  const made = document.createElement("table"), line = (cells, kind) => {
    const row = document.createElement("tr");
    row.append(...cells.map(text => element(kind, "", text)));
    return row;
  };
  made.createTHead().append(line(names, "th"));
  made.createTBody().append(...rows.map(row => line(names.map(name => words(row[name])), "td")));
  return made;
}

function blocks(rows, names) {
  const all = document.createElement("div");
  for (const row of rows) {
    const one = element("p", "row"), filled = names.filter(name => words(row[name]));
    one.append(element("b", "", filled.slice(0, 1).map(name => words(row[name])).join("")));
    for (const name of filled.slice(1)) one.append(" · ", element("i", "", name.endsWith("?") ? `${name} ` : `${name}: `), words(row[name]));
    all.append(one);
  }
  return all;
}

addEventListener("beforeprint", toPaper);
addEventListener("afterprint", toScreen);
const sheets = matchMedia("print");
sheets.addEventListener("change", () => sheets.matches ? toPaper() : toScreen());
