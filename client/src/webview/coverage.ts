import type { FromPage, ToPage } from '../overview/messages.ts';

// The script of the coverage panel. The report's own script has made search and filters work before this one runs.

interface State {
  readonly filters?: Readonly<Record<string, string>>;
  readonly scroll?: number;
  /** Id of the row whose control had the focus. */
  readonly focus?: string;
}

interface Host {
  getState(): State | undefined;
  setState(state: State): void;
  postMessage(message: FromPage | { readonly kind: 'ready' }): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const form = document.querySelector<HTMLFormElement>('#filters');
const fields = [...(form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select') ?? [])];

/** Tells the report's style which of its colours fit the editor's theme. */
function followTheme(): void {
  const light = /\bvscode-(?:light|high-contrast-light)\b/.test(document.body.className);
  document.documentElement.dataset['theme'] = light ? 'light' : 'dark';
}

/** A button in place of a text, for what can be opened or filtered. */
function asButton(text: Element, label: string, act: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.title = label;
  button.append(...text.childNodes);
  button.addEventListener('click', act);
  text.append(button);
}

function makeControlsOpen(): void {
  for (const row of document.querySelectorAll<HTMLElement>('tr[data-row]')) {
    const id = row.dataset['id'];
    const text = row.querySelector('.id');
    if (id === undefined || text === null) continue;
    asButton(text, 'Open its entry', () =>
      host.postMessage({ kind: 'control', id, system: row.dataset['system'] ?? '' }),
    );
  }
}

/** A link to a file is not followed by the page, which may go nowhere, but opened by the editor. */
function makeFilesOpen(): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const target = link?.getAttribute('href') ?? '';
    if (!target.startsWith('#open/')) return;
    event.preventDefault();
    const [path = '', fragment] = target.slice('#open/'.length).split('#').map(decodeURIComponent);
    host.postMessage({ kind: 'file', path, ...(fragment === undefined ? {} : { fragment }) });
  });
}

/** Sets filters, has the report apply them, and goes to the controls. */
function show(filters: Readonly<Record<string, string>>): void {
  for (const field of fields) {
    if (field instanceof HTMLSelectElement) field.value = filters[field.id] ?? ' ';
    else field.value = filters[field.id] ?? '';
  }
  form?.dispatchEvent(new Event('input', { bubbles: true }));
  const heading = document.querySelector<HTMLElement>('#controls');
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
  keep();
}

/** The numbers of a framework or of a strength lead to the controls behind them. */
function makeNumbersLead(): void {
  const groups = [...document.querySelectorAll<HTMLElement>('[data-group]')];
  const heads = document.querySelectorAll('table.numbers tbody th[scope=row]');
  for (const [index, head] of [...heads].entries()) {
    const row = groups[index]?.querySelector<HTMLElement>('tr[data-row]');
    const { framework = '', system = '' } = row?.dataset ?? {};
    if (row !== undefined && row !== null)
      asButton(head, 'Show its controls', () => show({ framework, system }));
  }
  for (const term of document.querySelectorAll('dl.strengths dt')) {
    const strength = term.querySelector('.swatch')?.classList.item(1);
    if (strength) asButton(term, 'Show these controls', () => show({ strength }));
  }
}

function keep(): void {
  const focused = document.activeElement?.closest<HTMLElement>('tr[data-row]')?.dataset['id'];
  host.setState({
    filters: Object.fromEntries(fields.map(field => [field.id, field.value])),
    scroll: window.scrollY,
    ...(focused === undefined ? {} : { focus: focused }),
  });
}

function restore({ filters = {}, scroll = 0, focus }: State): void {
  for (const field of fields) {
    const value = filters[field.id];
    const known =
      !(field instanceof HTMLSelectElement) || [...field.options].some(each => each.value === value);
    if (value !== undefined && known) field.value = value;
  }
  form?.dispatchEvent(new Event('submit', { cancelable: true }));
  if (focus !== undefined)
    document.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(focus)}"] .id button`)?.focus();
  window.scrollTo(0, scroll);
}

followTheme();
new MutationObserver(followTheme).observe(document.body, { attributes: true, attributeFilter: ['class'] });
makeControlsOpen();
makeFilesOpen();
makeNumbersLead();
restore(host.getState() ?? {});
form?.addEventListener('input', keep);
form?.addEventListener('reset', () => setTimeout(keep));
document.addEventListener('focusin', keep);
let waiting = 0;
window.addEventListener('scroll', () => {
  clearTimeout(waiting);
  waiting = setTimeout(keep, 100);
});
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'filter') show({ framework: data.framework });
});
host.postMessage({ kind: 'ready' });
