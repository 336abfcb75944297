/**
 * The whole script of a report: search, filters, the theme and printing. It changes only what is shown, keeps no data
 * of its own and calls nobody. It is a text, as it runs in a reader's browser and not here.
 */
export const REPORT_SCRIPT = `(() => {
'use strict';
const byId = id => document.getElementById(id);
const root = document.documentElement;

// Search and filters
const form = byId('filters');
if (form) {
  const rows = [...document.querySelectorAll('tr[data-row]')];
  const groups = [...document.querySelectorAll('[data-group]')];
  let known;
  const texts = () =>
    (known ??= rows.map(row =>
      [row.textContent, row.dataset.framework, row.dataset.system].join(' ').toLowerCase(),
    ));
  const selects = [...form.querySelectorAll('select[data-filter]')];
  const search = byId('search');
  const shown = byId('shown');
  const apply = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(word => word !== '');
    const wanted = selects.filter(select => select.value !== ' ').map(select => [select.dataset.filter, select.value]);
    const searched = words.length === 0 ? [] : texts();
    let count = 0;
    rows.forEach((row, index) => {
      const fits =
        words.every(word => searched[index].includes(word)) &&
        wanted.every(([name, value]) => row.dataset[name] === value);
      if (row.hidden === fits) row.hidden = !fits;
      if (fits) count += 1;
    });
    for (const group of groups) group.hidden = group.querySelector('tr[data-row]:not([hidden])') === null;
    const all = words.length + wanted.length === 0;
    shown.textContent = all
      ? rows.length + ' controls and clauses'
      : count === 0
        ? 'Nothing fits; "Clear" shows everything again'
        : count + ' of ' + rows.length + ' controls and clauses';
  };
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 80);
  };
  form.addEventListener('input', soon);
  form.addEventListener('reset', () => setTimeout(apply));
  form.addEventListener('submit', event => {
    event.preventDefault();
    apply();
  });
  form.hidden = false;
  // A browser that comes back to the page fills in what stood there.
  apply();
}

// Theme and printing
const tools = byId('tools');
if (tools) {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const button = byId('theme');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
  const tell = () => button.setAttribute('aria-pressed', String(isDark()));
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    tell();
  });
  dark.addEventListener('change', tell);
  byId('print').addEventListener('click', () => window.print());
  tools.hidden = false;
  tell();
}
})();
`;
