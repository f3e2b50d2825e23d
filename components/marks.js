// Lets the marks of a picture open their records. The key of a record is the id of its point; the one that is open has a ring.

const FINGER_PX = 10; // a finger that lies still moves less
const ONCE_MS = 500; // a finger's tap may be told as a click too

export default function ({ data, setTriggerValue }) {
  const home = document.querySelector(`.st-key-picture-${data.chart}`);
  if (!home) return;
  const answers = (home.answers ??= {});
  answers.open = key => {
    if (answers.moved || answers.last === key && performance.now() - answers.at < ONCE_MS) return;
    Object.assign(answers, { last: key, at: performance.now() });
    setTriggerValue("mark", key);
  };
  answers.opened = data.opened;
  if (!answers.watched) watchFingers(home, answers);
  const look = () => {
    const plot = home.querySelector(".js-plotly-plot");
    if (plot?.on && !plot.answers) listen(plot, answers);
    return plot;
  };
  const plot = look();
  if (plot?.answers) ring(plot, answers);
  const watch = new MutationObserver(look); // a picture that changes is another element
  watch.observe(home, { childList: true, subtree: true });
  return () => watch.disconnect();
}

// A finger that scrolls begins on a mark and means none.
function watchFingers(home, answers) {
  let start = null;
  const far = event => start && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > FINGER_PX;
  answers.watched = true;
  home.addEventListener("pointerdown", event => { start = event; answers.moved = false }, true);
  home.addEventListener("pointermove", event => { if (far(event)) answers.moved = true }, true);
  home.addEventListener("pointercancel", () => { answers.moved = true }, true);
}

// A record with several marks in one trace has a number behind its key: exhibits/base.py.
const recordOf = id => String(id ?? "").split("#")[0];
const keyOf = event => event.points?.map(point => recordOf(point.id)).find(Boolean);

function listen(plot, answers) {
  plot.answers = true;
  plot.on("plotly_click", event => { const key = keyOf(event); if (key) answers.open(key); });
  plot.on("plotly_hover", event => plot.classList.toggle("on-a-record", Boolean(keyOf(event))));
  plot.on("plotly_unhover", () => plot.classList.remove("on-a-record"));
  plot.on("plotly_afterplot", () => ring(plot, answers));
  ring(plot, answers);
}

// Drawn over the picture and not by it: another figure would be another element.
function ring(plot, answers) {
  const box = plot.querySelector(".svg-container");
  if (!box) return;
  for (const old of box.querySelectorAll(".opened-mark")) old.remove();
  if (!answers.opened) return;
  const places = [];
  for (const trace of plot._fullData ?? []) {
    if (trace.visible !== true || trace.opacity === 0) continue;
    Array.from(trace.ids ?? []).forEach((id, at) => {
      const place = recordOf(id) === answers.opened ? placeOf(plot, trace, at) : null;
      if (place) places.push({ place, stacked: plot._fullLayout.barmode === "stack" });
    });
  }
  const stacked = places.filter(one => one.stacked && one.place.length > 2).map(one => one.place);
  if (stacked.length) draw(box, ...around(stacked));
  else for (const { place } of places) draw(box, ...place);
}

// The parts of a bar that is stacked are one record.
function around(bars) {
  const least = of => Math.min(...bars.map(of)), most = of => Math.max(...bars.map(of));
  const left = least(([x]) => x), top = least(([, y]) => y);
  return [left, top, most(([x, , width]) => x + width) - left, most(([, y, , height]) => y + height) - top];
}

// Left, top, and of a bar its width and height, in pixels of the drawing.
function placeOf(plot, trace, at) {
  const axis = name => plot._fullLayout[`${name[0]}axis${name.slice(1)}`];
  const across = axis(trace.xaxis), up = axis(trace.yaxis), mark = plot.calcdata?.[trace.index]?.[at];
  if (!across?.c2p || !up?.c2p || !mark) return null;
  const x = value => across._offset + across.c2p(value), y = value => up._offset + up.c2p(value);
  if (trace.type !== "bar") return [x(mark.x), y(mark.y)];
  const ends = [mark.s0, mark.s1];
  const [xs, ys] = trace.orientation === "h" ? [ends, [mark.p0, mark.p1]] : [[mark.p0, mark.p1], ends];
  const [left, right] = xs.map(x), [top, bottom] = ys.map(y);
  return [Math.min(left, right), Math.min(top, bottom), Math.abs(right - left), Math.abs(bottom - top)];
}

// A bar may end where the picture does, and what stands out is cut off.
function inside(box, left, top, width, height) {
  const start = Math.max(left, 0), end = Math.min(left + width, box.clientWidth);
  return { left: `${start}px`, top: `${top}px`, width: `${end - start}px`, height: `${height}px` };
}

function draw(box, left, top, width, height) {
  const mark = document.createElement("div"), room = 3;
  mark.className = width === undefined ? "opened-mark" : "opened-mark bar";
  Object.assign(mark.style, width === undefined ? { left: `${left}px`, top: `${top}px` }
    : inside(box, left - room, top - room, width + 2 * room, height + 2 * room));
  box.append(mark);
}
