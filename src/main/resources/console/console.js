// Without it every page and form works too.
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
    rows().forEach((one) => one.tabIndex = -(one !== row));
    row.focus();
  };
  const move = (by) => {
    const at = rows().indexOf(current());
    const row = at < 0 && by < 0 ? rows().at(-1) : rows()[at + by];
    if (row) focusRow(row);
  };
  // Only the focused row acts: without one, the first gets the focus (numbers load late: any).
  const open = (key) => {
    const row = current();
    const sought = `[data-key="${key}"]`;
    const found = row && $(sought, row) || $(`main ${sought}:not([data-row] *), header ${sought}`);
    const first = !found && !row && rows().find((one) => /\d/.test(key) || $(sought, one));
    if (first) focusRow(first);
    else if (found) found.matches('input, select') ? found.focus() : found.click();
    return first || found;
  };

  when('keydown', (e) => {
    if (!letters() || $('dialog[open], .act.htmx-request') || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
    const field = e.target.closest('input, select, textarea');
    if (field) return e.key === 'Escape' && (current()?.focus() ?? field.blur());
    const key = CSS.escape(e.key);
    const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[key];
    let done = true;
    if (going) (done = $(`nav [data-go="${key}"]`))?.click();
    else if (by) move(by);
    else if (key === 'Escape') document.referrer.startsWith(location.origin) ? history.back() : open(key);
    else if (key === 'Enter') (done = $('[data-row]:focus a'))?.click();
    else done = key === 'g' || open(key);
    going = key === 'g' && !going;
    if (done) e.preventDefault();
  });

  // Back on the row one left.
  const place = `row ${location.pathname}`;
  when('click', (e) => {
    const row = e.target.closest('[data-row]') || current();
    if (row) sessionStorage[place] = rows().indexOf(row);
  });
  const left = sessionStorage[place];
  rows().forEach((row, n) => row.tabIndex = n && -1);
  const [{ type }] = performance.getEntriesByType('navigation');
  const said = $('#said');
  if (left && rows()[0] && (type === 'back_forward' || said.textContent)) focusRow(rows()[left] || rows().at(-1));

  // A key is about the order of the focused row.
  when('htmx:configRequest', ({ detail }) => {
    const order = current()?.dataset.order;
    if (order) detail.path = detail.path.replace(/(orders\/)[^/]+/, `$1${order}`);
  });

  // The panel opens on what is typed: Enter sends.
  when('htmx:afterSwap', (e) => {
    const panel = e.target.closest('dialog');
    if (!panel) return;
    const looked = panel.open && !$('[role=alert]', e.target);
    if (!panel.open) panel.showModal();
    $('.trouble').textContent = '';
    const next = $(looked ? '.send button' : '.fields input:not([type=hidden])', panel) || $('.fields select, .send button', panel);
    next?.focus();
    next?.select?.();
  });
  when('htmx:afterRequest', ({ detail: { xhr, failed } }) => {
    const why = xhr.getResponseHeader('Echeance-Said') || (failed || !xhr.status) && said.dataset.trouble;
    if (why) ($('dialog[open] .trouble') || said).textContent = decodeURIComponent(why);
  });

  const keys = $('#keys-switch');
  if (keys) {
    const show = () => { keys.hidden = ''; keys.textContent = keys.dataset[letters() ? 'off' : 'on']; };
    when('click', () => { localStorage[OFF] = letters() ? 1 : ''; show(); }, keys);
    show();
  }

  // Each row of the table is what is shown from its day on.
  const machine = $('#machine');
  if (machine) {
    const part = (name) => $(`[data-part=${name}]`);
    const shots = $$('[data-shot]');
    const dayOf = (row) => +row.dataset.shot;
    const [first, last, from, to] = machine.dataset.scale.split(' ').map(Number);
    const [play, slide] = ['play', 'slide'].map(part);
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
    const goTo = (on) => {
      day = Math.min(last, Math.max(first, on));
      part('cursor').setAttribute('transform', `translate(${from + (to - from) * (day - first) / (last - first || 1)})`);
      part('day').textContent = new Date(day * 864e5).toLocaleDateString(machine.lang, { dateStyle: 'medium', timeZone: 'UTC' });
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
    when('input', () => { then = 0; goTo(slide.value); }, slide);
    $$('[hidden]', machine).forEach((one) => one.hidden = false);
  }
})();
