// Charts on paper: scaled to the sheet, no letter too small to read, and one that is too tall for a sheet in parts, cut where
// nothing is drawn. Put before paper.js by components/paper.py; `change` and `put` are there.

const SHEET_PX = 702, TALLEST_PX = 820; // the room on an upright sheet of A4 for a chart, with its title and source, at 96 dots an inch
const FIRST_PX = 620; // for the first part of one, below the heading of a page
const LEAST_PX = 9.4; // 7 points
const MOST_GROWN = 1.16; // letters that would have to grow more would meet one another
const ENLARGED = 1.2; // at most, of what was drawn for a phone

function fitCharts() {
  for (const chart of seen("[data-testid=stPlotlyChart] .svg-container")) {
    const drawings = [...chart.querySelectorAll(":scope > .main-svg")];
    const { width, height } = sizeOf(drawings[0]);
    if (!width || !height) continue;
    for (const drawing of drawings) {
      change(drawing, "viewBox", `0 0 ${width} ${height}`);
      change(drawing, "style", `${drawing.getAttribute("style") ?? ""};--drawn:${width}px;background:none`);
      if (dark) lighten(drawing);
    }
    const texts = [...chart.querySelectorAll(".main-svg :is(text, tspan)")].filter(one => one.textContent.trim());
    const least = Math.min(...texts.map(letterPx)), across = Math.min(SHEET_PX / width, ENLARGED);
    const whole = Math.min(across, TALLEST_PX / height);
    if (least * whole * MOST_GROWN >= LEAST_PX || across === whole) grow(texts, LEAST_PX / whole);
    else inParts(chart, drawings, texts, width, height);
  }
}

const sizeOf = drawing => ({ width: Number.parseFloat(drawing?.getAttribute("width")), height: Number.parseFloat(drawing?.getAttribute("height")) });
const letterPx = text => Number.parseFloat(getComputedStyle(text).fontSize);

function grow(texts, leastPx) {
  for (const text of texts) {
    if (letterPx(text) >= leastPx - 0.01) continue;
    change(text, "style", `${text.getAttribute("style") ?? ""};font-size:${leastPx.toFixed(2)}px`);
  }
}

// What is narrow, as a phone's, stands in two columns.
function inParts(chart, drawings, texts, width, height) {
  const columns = width < SHEET_PX / 1.6 ? 2 : 1, scale = Math.min((SHEET_PX / columns - 8) / width, 1);
  grow(texts, LEAST_PX / scale);
  const taken = rowsTaken(chart), all = document.createElement("div");
  all.className = `paper-parts in-${columns}`;
  for (let top = 0; top < height - 1;) {
    const end = cutAt(top, (top ? TALLEST_PX : FIRST_PX) / scale, height, taken), part = document.createElement("div");
    part.className = "paper-part";
    part.style.setProperty("--tall", `${Math.round((end - top) * scale)}px`);
    for (const drawing of drawings) part.append(piece(drawing, width, top, end, scale));
    all.append(part);
    top = end;
  }
  put(all, chart, "afterend");
  change(chart, "style", `${chart.getAttribute("style") ?? ""};display:none!important`);
}

function piece(drawing, width, top, end, scale) {
  const made = drawing.cloneNode(true);
  made.setAttribute("class", "paper-piece");
  made.setAttribute("viewBox", `0 ${top} ${width} ${end - top}`);
  made.setAttribute("width", Math.round(width * scale));
  made.setAttribute("height", Math.round((end - top) * scale));
  made.setAttribute("style", "background:none;overflow:hidden");
  return made;
}

// From where to where something stands that must not be cut: words and marks, in pixels of the drawing.
function rowsTaken(chart) {
  const from = chart.getBoundingClientRect().top;
  return [...chart.querySelectorAll(".main-svg :is(text, .point, .points path, .bars path)")]
    .map(one => one.getBoundingClientRect()).filter(box => box.height && box.height < TALLEST_PX / 2)
    .map(box => [box.top - from - 2, box.bottom - from + 2]);
}

function cutAt(top, room, height, taken) {
  if (height - top <= room) return height;
  for (let at = Math.floor(top + room); at > top + room / 2; at -= 1) {
    if (!taken.some(([start, stop]) => at > start && at < stop)) return at;
  }
  return top + room;
}
