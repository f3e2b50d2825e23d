(function () {
'use strict';
var w = window, d = document;
if (!w.fetch || !w.EventSource || !w.Promise || !w.URLSearchParams || !w.FormData || !w.FormData.prototype.entries) return;
var main = d.getElementById('now'), say = d.getElementById('say');
var home = location.pathname.replace(/\/(answer|time)?$/, ''), key = 'class ' + home;
var version = +main.dataset.version, more = main.dataset.more === '1', over = false;
var source = null, heard = 0, busy = false, failed = 0, timer = 0, ends = null, box = load();

// What this phone keeps: answers on their way, answers stored, and what is being filled in, each by step and round.
function load() {
  try { var kept = JSON.parse(localStorage.getItem(key)); if (kept && kept.out) return kept; } catch (e) {}
  return { out: {}, stored: {}, draft: {}, turn: {} };
}
function keep() { try { localStorage.setItem(key, JSON.stringify(box)); } catch (e) {} }
function tell(words, bad) { say.textContent = words; say.className = bad ? 'bad' : ''; }
function each(list, call) { Array.prototype.forEach.call(list, call); }
function ask() { return d.getElementById('ask'); }
function fresh(e) { return e.hasAttribute('data-fresh'); } // a slider that nobody has moved
function place() { var f = ask(); return f ? f.elements.step.value + ' ' + f.elements.round.value : ''; }
function typed(form) {
  var data = new URLSearchParams();
  each(form.elements, function (e) { if (e.name && (e.type !== 'radio' || e.checked)) data.append(e.name, fresh(e) ? '' : e.value); });
  return data.toString();
}

// Sending: one answer at a time, and again until the server has said that it is stored, or why not.
function send() {
  var names = Object.keys(box.out);
  if (busy || !names.length) return;
  busy = true; clearTimeout(timer);
  var name = names[0], body = box.out[name], stop = w.AbortController ? new AbortController() : null, status = 0;
  var late = setTimeout(function () { if (stop) stop.abort(); }, 8000);
  fetch(home + '/answer', { method: 'POST', body: body, credentials: 'same-origin', signal: stop ? stop.signal : undefined,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' } })
  .then(function (r) { status = r.status; return r.json(); })
  .then(function (a) {
    if (status === 429 || status >= 500) { again(a.words); return; }
    failed = 0;
    box = load();
    if (box.out[name] === body) delete box.out[name];
    if (status === 200) { box.stored[name] = a.words; box.last = box.last || {}; box.last[name] = body; delete box.draft[name]; box.turn[name] = Math.max(a.turn, box.turn[name] || 0); }
    keep();
    if (status === 200) { tell(name === place() ? 'Stored.' : a.words); mine(); } else tell(a.words, true);
  }, function () { again('No connection. Your answer is kept on this phone and is sent again.'); })
  .then(function () { clearTimeout(late); busy = false; if (!failed) send(); });
}
function again(words) {
  failed++; tell(words, true);
  timer = setTimeout(send, Math.min(10000, 500 * Math.pow(2, failed)) * (0.5 + Math.random()));
}
function mine() {
  var f = ask(), name = f ? place() : main.dataset.place, p = main.querySelector('.mine');
  if (p && box.stored[name]) { p.textContent = box.stored[name]; p.hidden = false; }
  if (f) f.querySelector('button').textContent = f.querySelector('[data-fresh]') ? 'Set every slider first' : box.stored[name] ? 'Send again' : 'Send';
}

// The page: what the server says it is now, with what this pupil had filled in.
function show(s) {
  if (s.left !== undefined) clock(s.left, s.slow);
  if (s.version === version && !s.ended) return;
  if (ask()) main.dataset.place = place();
  var next = d.createElement('div'), same;
  next.innerHTML = s.html;
  same = ask() && next.querySelector('#ask') && !s.ended && next.querySelector('[name=step]').value + ' ' + next.querySelector('[name=round]').value === place();
  version = s.version; over = s.ended;
  if (s.left === undefined) ends = null;
  if (same) { timed(next.querySelector('#more')); return; } // the teacher gave it time: whoever fills it in is not disturbed
  main.innerHTML = s.html; tell(''); wire();
  var title = main.querySelector('h1');
  if (title) title.focus();
  if (over && source) source.close();
}
function timed(form) {
  var before = d.getElementById('more');
  if (before) main.removeChild(before);
  if (form) main.appendChild(form);
  tick();
}
function wire() {
  var f = ask(), name = place();
  if (f) {
    each(f.querySelectorAll('input[type=number]'), function (e) { if (!e.value) e.setAttribute('data-fresh', ''); e.type = 'range'; });
    // A second answer begins from the first.
    var before = name.replace(/\d+$/, function (r) { return r - 1; }), from = box.draft[name] || (!box.stored[name] && (box.last || {})[before]);
    var draft = from && new URLSearchParams(from).getAll('value'), n = 0;
    if (draft) each(f.elements, function (e) {
      if (e.name === 'value') { if (e.type === 'radio') e.checked = e.value === draft[0]; else if (n < draft.length) { if (draft[n]) { e.value = draft[n]; e.removeAttribute('data-fresh'); } n++; } }
    });
    var given = +f.elements.turn.value;
    box.turn[name] = Math.max(box.turn[name] || 0, given - 1);
    each(f.querySelectorAll('select'), function (e) { e.dataset.was = e.value; });
    draw(f);
  }
  mine();
}
function draw(f) {
  var box_ = f.querySelector('.draw');
  if (!box_) return;
  var points = [], all = box_.querySelectorAll('input[type=range]'), svg = box_.querySelector('svg');
  each(all, function (e, i) {
    var said = fresh(e) ? 'not set' : e.value + box_.dataset.unit;
    e.parentNode.querySelector('b').textContent = said; e.setAttribute('aria-valuetext', said);
    if (!fresh(e)) points.push((i + 0.5) * 100 / all.length + ',' + (38 - 36 * (e.value - e.min) / (e.max - e.min)));
  });
  if (!svg) {
    svg = d.createElementNS('http://www.w3.org/2000/svg', 'svg');
    [['class', 'curve'], ['viewBox', '0 0 100 40'], ['preserveAspectRatio', 'none'], ['aria-hidden', 'true']].forEach(function (a) { svg.setAttribute(a[0], a[1]); });
    svg.appendChild(d.createElementNS('http://www.w3.org/2000/svg', 'polyline'));
    box_.insertBefore(svg, box_.children[1]);
  }
  svg.firstChild.setAttribute('points', points.join(' '));
}
// Touching a slider sets it, also where it already stands where it is wanted.
function touched(event) {
  var e = event.target;
  if (e.type !== 'range' || !fresh(e) || (event.type === 'keydown' && !/^(Arrow|Home|End|Page| )/.test(event.key))) return;
  e.removeAttribute('data-fresh'); draw(ask()); mine();
  if (event.key === ' ') event.preventDefault();
}
main.addEventListener('keydown', touched); main.addEventListener('mousedown', touched); // a tap sends the second as well
main.addEventListener('input', changed); main.addEventListener('change', changed);
function changed(event) {
  var f = ask(), e = event.target;
  if (!f || !f.contains(e)) return;
  if (e.tagName === 'SELECT' && e.dataset.was !== e.value) { // two items change places
    each(f.querySelectorAll('select'), function (o) { if (o !== e && e.value && o.value === e.value) o.value = o.dataset.was = e.dataset.was; });
    e.dataset.was = e.value;
  }
  if (e.type === 'range') e.removeAttribute('data-fresh');
  draw(f); mine(); box.draft[place()] = typed(f); keep();
}
main.addEventListener('submit', function (event) {
  var f = event.target, name = place();
  event.preventDefault();
  if (f.id === 'more') { slower(); return; }
  var unset = f.querySelector('[data-fresh]');
  if (unset) { tell('Set every slider first: ' + unset.parentNode.firstChild.textContent + '.', true); unset.focus(); return; }
  box = load();
  f.elements.turn.value = box.turn[name] = Math.max(box.turn[name] || 0, +f.elements.turn.value - 1) + 1;
  f.elements.turn.value = box.turn[name];
  box.out[name] = typed(f); box.draft[name] = typed(f); keep();
  tell('Sending …'); failed = 0; send();
});

// The clock: seconds that are left, as the server says; what time this phone has does not matter.
function clock(left, slow) { ends = { plain: w.performance.now() + left * 1000, slow: w.performance.now() + slow * 1000 }; tick(); }
function tick() {
  var at = d.getElementById('left'), f = ask();
  if (f && !ends) f.querySelector('button').disabled = false;
  if (!at || !ends || !f) return;
  var s = Math.max(0, Math.round(((more ? ends.slow : ends.plain) - w.performance.now()) / 1000));
  at.textContent = s > 90 ? 'about ' + Math.round(s / 60) + ' minutes' : s + ' seconds';
  f.querySelector('button').disabled = s === 0;
  if (s === 0) at.textContent = 'none, the time is up';
  if (more && at.parentNode.nextElementSibling) at.parentNode.nextElementSibling.hidden = true;
}
function slower() {
  fetch(home + '/time', { method: 'POST', credentials: 'same-origin', headers: { Accept: 'application/json' } })
  .then(function (r) { return r.json().then(function (a) { if (r.ok) more = true; tell(a.words, !r.ok); if (r.ok && !ask()) location.reload(); tick(); }); })
  .catch(function () { tell('No connection. Press it once more.', true); });
}

// Following: events, and asking every three seconds where none come.
function follow() {
  if (over || source) return;
  var s = source = new EventSource(home + '/events');
  s.onmessage = function (e) { heard = Date.now(); show(JSON.parse(e.data)); if (failed) send(); };
  s.addEventListener('beat', function () { heard = Date.now(); });
  s.onerror = function () { s.close(); if (source === s) source = null; heard = 0; setTimeout(follow, 1000 + 2000 * Math.random()); };
}
function poll(woken) {
  if (over || (!woken && Math.abs(Date.now() - heard) < 25000)) return; // a phone's clock may be set back
  fetch(home + '/state' + (woken ? '' : '?have=' + version), { credentials: 'same-origin' }).then(function (r) {
    if (r.status === 200) return r.json().then(show);
    if (r.status === 404 || r.status === 403) return r.json().then(function (a) { over = r.status === 404; tell(a.words, true); });
  }).catch(function () {});
}
setInterval(function () { poll(false); }, 3000); setInterval(tick, 1000);
w.addEventListener('online', function () { follow(); send(); });
w.addEventListener('pageshow', function (e) { if (e.persisted) location.reload(); });
w.addEventListener('storage', function (e) { if (e.key === key) { box = load(); mine(); } });
d.addEventListener('visibilitychange', function () { if (!d.hidden) { follow(); poll(true); send(); } }); // asleep, its seconds may have stood still
if (main.dataset.left) clock(+main.dataset.left, +main.dataset.slow);
wire(); follow(); send();
})();
