// Without this script every page and form works too.
'use strict';
(() => {
  const OFF = 'echeance-keys-off';
  const on = () => localStorage.getItem(OFF) === null;
  const rows = () => [...document.querySelectorAll('[data-list] [data-row]')];
  const current = () => document.activeElement && document.activeElement.closest('[data-row]');
  let going = false;

  const focusRow = (row) => {
    rows().forEach((other) => { other.tabIndex = other === row ? 0 : -1; });
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
  };
  const move = (by) => {
    const all = rows();
    if (all.length === 0) return;
    const at = all.indexOf(current());
    focusRow(all[Math.min(all.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by))]);
  };
  const open = (key) => {
    const row = current();
    const found = (row && row.querySelector(`[data-key="${key}"]`)) || document.querySelector(`main [data-key="${key}"], header [data-key="${key}"]`);
    if (!found) return false;
    if (found.matches('input, select, textarea')) found.focus(); else found.click();
    return true;
  };
  const enter = () => {
    const row = current();
    const link = row && document.activeElement === row && row.querySelector('a');
    if (link) link.click();
    return !!link;
  };

  document.addEventListener('keydown', (e) => {
    if (!on() || document.querySelector('dialog[open]') || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
    const field = e.target.closest('input, select, textarea, [contenteditable]');
    if (field) {
      if (e.key === 'Escape') field.blur();
      return;
    }
    let done = true;
    if (going) {
      going = false;
      const place = document.querySelector(`nav [data-go="${CSS.escape(e.key)}"]`);
      if (place) place.click(); else done = false;
    } else if (e.key === 'j' || e.key === 'ArrowDown') move(1);
    else if (e.key === 'k' || e.key === 'ArrowUp') move(-1);
    else if (e.key === 'Enter') done = enter();
    else if (e.key === 'g') going = true;
    else if (e.key === 'Escape') done = open('Escape');
    else done = (e.key.length === 1 || e.key.startsWith('Arrow')) && open(CSS.escape(e.key));
    if (done) e.preventDefault();
  });

  // Back on the row that was left.
  const place = () => `row ${location.pathname}`;
  document.addEventListener('click', (e) => {
    const row = e.target.closest('[data-row]');
    if (row) sessionStorage.setItem(place(), rows().indexOf(row));
  });
  const left = sessionStorage.getItem(place());
  const all = rows();
  all.forEach((row, n) => { row.tabIndex = n === 0 ? 0 : -1; });
  const arrived = performance.getEntriesByType('navigation')[0];
  const said = document.getElementById('said');
  if (left !== null && all.length > 0 && ((arrived && arrived.type === 'back_forward') || (said && said.textContent))) {
    focusRow(all[Math.min(left, all.length - 1)]);
  }

  // A form that is fetched stands in the panel.
  document.addEventListener('htmx:afterSwap', (e) => {
    const panel = e.target.closest('dialog');
    if (panel && !panel.open) panel.showModal();
  });
  const trouble = () => { said.textContent = said.dataset.trouble; };
  document.addEventListener('htmx:responseError', trouble);
  document.addEventListener('htmx:sendError', trouble);

  const keys = document.getElementById('keys-switch');
  if (keys) {
    const show = () => { keys.hidden = false; keys.textContent = on() ? keys.dataset.off : keys.dataset.on; };
    keys.addEventListener('click', () => { if (on()) localStorage.setItem(OFF, '1'); else localStorage.removeItem(OFF); show(); });
    show();
  }

  // Each row of the table is what is shown from its day on.
  const machine = document.getElementById('machine');
  if (machine) {
    const part = (name) => machine.querySelector(`[data-part=${name}]`);
    const shots = [...machine.querySelectorAll('[data-shot]')];
    const dayOf = (row) => +row.dataset.shot;
    const [first, last, from, to] = machine.dataset.scale.split(' ').map(Number);
    const play = part('play');
    const slide = part('slide');
    let shown = machine.querySelector('[aria-current]') || shots[0];
    let day = dayOf(shown);
    let then = 0;

    const show = (row) => {
      shown.removeAttribute('aria-current');
      shown = row;
      row.setAttribute('aria-current', 'true');
      row.querySelectorAll('[data-as]').forEach((said) => part(said.dataset.as).replaceChildren(...said.cloneNode(true).childNodes));
      row.dataset.widths.split(' ').forEach((width, n) => machine.querySelectorAll('.money-bar rect')[n].setAttribute('width', width));
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
      play.firstElementChild.textContent = running ? play.dataset.stop : play.dataset.play;
      part('now').ariaLive = running ? 'off' : 'polite';
      if (!running) goTo(dayOf(shown));
    };
    const run = (now) => {
      if (!then) return;
      goTo(day + part('speed').value * (now - then) / 1000);
      then = now;
      if (day < last) requestAnimationFrame(run); else say(0);
    };
    play.addEventListener('click', () => {
      if (!then && day >= dayOf(shots.at(-1))) goTo(first);
      say(then ? 0 : performance.now());
      requestAnimationFrame(run);
    });
    machine.querySelectorAll('[data-by]').forEach((step) => step.addEventListener('click', (e) => {
      e.preventDefault();
      say(0);
      const row = shots[shots.indexOf(shown) + +step.dataset.by];
      if (row) goTo(dayOf(row));
    }));
    slide.addEventListener('input', () => { then = 0; goTo(+slide.value); });
    machine.querySelectorAll('[hidden]').forEach((one) => { one.hidden = false; });
  }
})();
