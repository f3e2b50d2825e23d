// "Listen and step": the rows of an exhibit's table one after another, spoken with their interval and heard as tones.
// Loaded when a reader opens it; what is said comes from /exhibits/<key>.steps.json, and nothing here adds a figure.
import {c2mChart} from "./chart2music.js";

const KEYS = "Left and right arrow: one step. Down and up: the ends of its interval. Home, End: first, last. Ctrl with an arrow: a tenth on. Shift and End: all, one by one; Ctrl stops. H: more keys.";

/** Fill a fold that was opened, once. */
export async function opened(fold) {
  if (fold.dataset.ready) return;
  fold.dataset.ready = "yes";
  const stage = fold.querySelector("div");
  try {
    const answer = await fetch(fold.dataset.steps);
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.detail ?? answer.statusText);
    begin(stage, told);
  } catch (fault) {
    delete fold.dataset.ready;
    stage.replaceChildren(made("p", {textContent: `This could not be read just now (${fault.message}). Close it and open it again; the table has the same.`}));
  }
}

function made(kind, properties, ...inside) {
  const element = Object.assign(document.createElement(kind), properties);
  element.append(...inside);
  return element;
}

function begin(stage, told) {
  if (told.empty) return stage.replaceChildren(made("p", {textContent: told.empty}));
  const walk = made("div", {className: "walk", tabIndex: 0}), said = made("div", {className: "said"});
  walk.setAttribute("aria-label", `Steps of: ${told.title}`);
  const sound = made("input", {type: "checkbox", checked: true});
  const press = (key, more = {}) => { walk.focus(); walk.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, ...more})); };
  const button = (name, act) => made("button", {type: "button", textContent: name, onclick: act});
  const which = made("select", {});
  told.series.forEach((one, at) => which.append(made("option", {value: at, textContent: one.name})));
  const keys = made("p", {className: "keys", textContent: KEYS});
  const line = made("p", {className: "line"},
    button("Previous", () => press("ArrowLeft")), button("Next", () => press("ArrowRight")),
    button("Play all", () => press("End", {shiftKey: true})), button("Stop", () => press("Control", {ctrlKey: true})),
    made("label", {}, sound, " Sound"), ...(told.series.length > 1 ? [made("label", {}, "Figure ", which)] : []));
  walk.append(made("p", {textContent: told.alt}));
  stage.replaceChildren(walk, said, line, keys);
  let chart = null;
  const choose = () => { chart?.cleanUp(); said.replaceChildren(); chart = listened(walk, said, told, told.series[which.value || 0], sound); };
  which.onchange = choose;
  choose();
}

/** One series on the element that has the focus; its figure first, then the ends of its interval, as tones. */
function listened(walk, said, told, series, sound) {
  const steps = series.steps, heard = steps.some(step => audible(step).length);
  const spoken = {
    "point-xohlc": ({x}) => steps[x].text,
    "point-xy": ({x, y}) => `${steps[x].label}: ${y}`,
    "stat-open": () => "The figure", "stat-close": () => "The figure", "stat-high": () => "Upper end", "stat-low": () => "Lower end",
    "axis-desc": () => " ",
  };
  const {err, data} = asNoPhone(() => c2mChart({
    type: "candlestick", lang: "en", element: walk, cc: said, title: told.title, audioEngine: new Tones(sound),
    data: {[series.name || "Rows"]: steps.map(point)},
    axes: {x: {minimum: 0, maximum: Math.max(steps.length - 1, 1), format: String}, y: {label: series.name}},
    options: {
      enableSound: heard,
      onFocusCallback: ({index}) => { said.dataset.at = `${index + 1} of ${steps.length}`; },
      translationCallback: ({id, evaluators}) => id.startsWith("chart-")
        ? `${steps.length} steps${series.name ? `: ${series.name}` : ""}.` : spoken[id]?.(evaluators) ?? false,
    },
  }));
  if (err) throw new Error(err);
  return data;
}

/** Chart2Music does nothing where the browser names itself a phone, since a phone has no keys; here buttons press them. */
function asNoPhone(make) {
  Object.defineProperty(navigator, "userAgent", {value: "", configurable: true});
  try { return make(); } finally { delete navigator.userAgent; }
}

function audible({value, low, high}) {
  return [value, low, high].filter(one => one !== null);
}

/** A step as Chart2Music plays it: figure, upper end, lower end, figure. What is withheld has no tone. */
function point({value, low, high}, x) {
  const [first = NaN] = audible({value, low, high});
  return {x, open: value ?? low ?? first, high: high ?? first, low: low ?? first, close: value ?? high ?? first};
}

/** Soft tones, left to right; silent where there is no figure and where the reader wants no sound. */
class Tones {
  masterGain = 0.4;
  #context = null;

  constructor(sound) { this.sound = sound; }

  playDataPoint(hertz, panning, seconds) {
    if (!this.sound.checked || !Number.isFinite(hertz)) return;
    this.#context ??= new AudioContext();
    const context = this.#context, now = context.currentTime;
    const tone = new OscillatorNode(context, {frequency: hertz, type: "sine"});
    const gain = new GainNode(context, {gain: 0}), pan = new StereoPannerNode(context, {pan: panning || 0});
    gain.gain.linearRampToValueAtTime(this.masterGain, now + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, now + seconds);
    tone.connect(gain).connect(pan).connect(context.destination);
    tone.start();
    tone.stop(now + seconds);
  }
}
