// Without this script every page and form works too.
'use strict';
(() => {
  const $ = (sought, within = document) => within.querySelector(sought);
  const $$ = (sought, within = document) => [...within.querySelectorAll(sought)];
  const when = (name, then, what = document) => what.addEventListener(name, then);
  const OFF = 'echeance-keys-off';
  const letters = () => !localStorage[OFF];
  const rows = () => $$('[data-list] [data-row]');
  const current = () => document.activeElement.closest('[data-row]');
  let going = false;

  const focusRow = (row) => {
    rows().forEach((other) => { other.tabIndex = other === row ? 0 : -1; });
    row.focus();
  };
  const move = (by) => {
    const at = rows().indexOf(current());
    const row = rows()[at < 0 && by < 0 ? rows().length - 1 : at + by];
    if (row) focusRow(row);
  };
  // What a row does, only the focused row does: where none is, the first gets the focus.
  const open = (key) => {
    const row = current();
    const sought = `[data-key="${key}"]`;
    const found = (row && $(sought, row)) || $(`main ${sought}:not([data-row] *), header ${sought}`);
    const first = !found && !row && rows().find((one) => $(sought, one));
    if (first) focusRow(first);
    else if (found) found.matches('input, select') ? found.focus() : found.click();
    return first || found;
  };
  const back = () => document.referrer.startsWith(location.origin) ? history.back() : open('Escape');
  const enter = () => {
    const link = document.activeElement.matches('[data-row]') && $('a', current());
    if (link) link.click();
    return link;
  };

  when('keydown', (e) => {
    if (!letters() || $('dialog[open]') || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
    const field = e.target.closest('input, select');
    if (field) return e.key === 'Escape' && field.blur();
    const key = CSS.escape(e.key);
    let done = true;
    if (going) {
      done = $(`nav [data-go="${key}"]`);
      if (done) done.click();
    } else if (key === 'j' || key === 'ArrowDown') move(1);
    else if (key === 'k' || key === 'ArrowUp') move(-1);
    else if (key === 'Escape') back();
    else if (key === 'Enter') done = enter();
    else done = key === 'g' || open(key);
    going = key === 'g' && !going;
    if (done) e.preventDefault();
  });

  // Back on the row that was left.
  const place = `row ${location.pathname}`;
  when('click', (e) => {
    const row = e.target.closest('[data-row]');
    if (row) sessionStorage[place] = rows().indexOf(row);
  });
  const left = sessionStorage[place];
  rows().forEach((row, n) => { row.tabIndex = n && -1; });
  const [arrived] = performance.getEntriesByType('navigation');
  const said = $('#said');
  if (left && rows().length && (arrived.type === 'back_forward' || said.textContent)) focusRow(rows()[left] || rows().at(-1));

  // The panel opens on what is typed: Enter sends from there.
  when('htmx:afterSwap', (e) => {
    const panel = e.target.id === 'panel-body' && e.target.closest('dialog');
    if (!panel) return;
    const looked = panel.open && !$('#panel-body [role=alert]');
    if (!panel.open) panel.showModal();
    $('.trouble').textContent = '';
    const next = $(looked ? '.send button' : '.fields input:not([type=hidden])', panel) || $('.fields select, .send button', panel);
    next?.focus();
    next?.select?.();
  });
  const trouble = () => { ($('dialog[open] .trouble') || said).textContent = said.dataset.trouble; };
  when('htmx:responseError', trouble);
  when('htmx:sendError', trouble);

  const keys = $('#keys-switch');
  if (keys) {
    const show = () => { keys.hidden = false; keys.textContent = keys.dataset[letters() ? 'off' : 'on']; };
    when('click', () => { if (letters()) localStorage[OFF] = 1; else delete localStorage[OFF]; show(); }, keys);
    show();
  }

  // Each row of the table is what is shown from its day on.
  const machine = $('#machine');
  if (machine) {
    const part = (name) => $(`[data-part=${name}]`);
    const shots = $$('[data-shot]');
    const dayOf = (row) => +row.dataset.shot;
    const [first, last, from, to] = machine.dataset.scale.split(' ').map(Number);
    const play = part('play');
    const slide = part('slide');
    let shown = $('[aria-current]', machine) || shots[0];
    let day = dayOf(shown);
    let then = 0;

    const show = (row) => {
      shown.ariaCurrent = null;
      shown = row;
      row.ariaCurrent = 'true';
      $$('[data-as]', row).forEach((one) => part(one.dataset.as).replaceChildren(...one.cloneNode(true).childNodes));
      row.dataset.widths.split(' ').forEach((width, n) => $$('.money-bar rect')[n].setAttribute('width', width));
    };
    const goTo = (wanted) => {
      day = Math.min(last, Math.max(first, wanted));
      part('cursor').setAttribute('transform', `translate(${from + (to - from) * (day - first) / (last - first || 1)})`);
      part('day').textContent = new Date(Math.floor(day) * 864e5).toLocaleDateString(machine.lang, { dateStyle: 'medium', timeZone: 'UTC' });
      slide.value = day;
      show(shots.filter((shot) => dayOf(shot) <= day).at(-1) || shots[0]);
    };
    const say = (running) => {
      then = running;
      play.firstElementChild.textContent = play.dataset[running ? 'stop' : 'play'];
      part('now').ariaLive = running ? 'off' : 'polite';
      if (!running) goTo(dayOf(shown));
    };
    const run = (now) => {
      if (!then) return;
      goTo(day + part('speed').value * (now - then) / 1000);
      then = now;
      day < last ? requestAnimationFrame(run) : say(0);
    };
    when('click', () => {
      if (!then && day >= dayOf(shots.at(-1))) goTo(first);
      say(then ? 0 : performance.now());
      requestAnimationFrame(run);
    }, play);
    $$('[data-by]').forEach((step) => when('click', (e) => {
      e.preventDefault();
      say(0);
      const row = shots[shots.indexOf(shown) + +step.dataset.by];
      if (row) goTo(dayOf(row));
    }, step));
    when('input', () => { then = 0; goTo(+slide.value); }, slide);
    $$('[hidden]', machine).forEach((one) => { one.hidden = false; });
  }
})();
