// Keys of the console; without this script every page and form works too. What a key does is said by its page.
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
    return Boolean(link);
  };

  document.addEventListener('keydown', (event) => {
    if (!on() || document.querySelector('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const field = event.target.closest('input, select, textarea, [contenteditable]');
    if (field) {
      if (event.key === 'Escape') field.blur();
      return;
    }
    let done = true;
    if (going) {
      going = false;
      const place = document.querySelector(`nav [data-go="${CSS.escape(event.key)}"]`);
      if (place) place.click(); else done = false;
    } else if (event.key === 'j' || event.key === 'ArrowDown') move(1);
    else if (event.key === 'k' || event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') done = enter();
    else if (event.key === 'g') going = true;
    else if (event.key === 'Escape') done = open('Escape');
    else done = event.key.length === 1 && open(CSS.escape(event.key));
    if (done) event.preventDefault();
  });

  // Back on the row that was left, once the person comes back or something was done about it.
  const place = () => `row ${location.pathname}`;
  document.addEventListener('click', (event) => {
    const row = event.target.closest('[data-row]');
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

  // A form that is fetched stands in the panel; what goes wrong on its way is said.
  document.addEventListener('htmx:afterSwap', (event) => {
    const panel = event.target.closest('dialog');
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
})();
