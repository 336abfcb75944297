import type { KnownItem, Library } from '../../catalog/library.ts';
import { type ControlExplanation, explainItem } from '../explain.ts';
import { blocks, code, controlLink, escaped, listed } from '../markdown.ts';
import {
  answerInWords,
  dateInWords,
  type KnownSystem,
  restrictionInWords,
  type SystemScope,
  systemScope,
} from '../scope-words.ts';

/** More pairs with one framework than this fill a screen and say no more. */
const MOST_PAIRS = 6;

/** A control, clause or other item as Markdown: what it asks for, and what it is useful for elsewhere. */
export function controlMarkdown(
  library: Library,
  known: KnownItem,
  workspace = '',
  system?: KnownSystem,
): string {
  const told = explainItem(library, known);
  return blocks(
    head(library, told),
    escaped(told.summary),
    told.purpose === undefined ? undefined : `**Why it exists** ${escaped(told.purpose)}`,
    under(library, told),
    scope(told, system === undefined ? undefined : systemScope(known, system)),
    workspace,
    listed('What an auditor asks to see', told.asks.map(escaped)),
    listed('What counts as evidence', told.evidence.map(escaped)),
    licensed(known),
    sections(told.sections),
    crosswalk(library, told),
    related(library, told),
    foot(told),
  );
}

function head(library: Library, told: ControlExplanation): string {
  const { name } = told.provenance;
  const parent = told.parent === undefined ? undefined : library.item(told.parent);
  const above = parent === undefined ? '' : ` under ${escaped(`${parent.item.id} ${parent.item.title}`)}`;
  const who = told.level === 'organization' ? ' · shown by the organisation, not by one system' : '';
  const needs = told.needed === undefined ? '' : ` · evidence needed: ${told.needed}`;
  const id = told.id.slice(told.framework.length + 1);
  return `**${escaped(name)} · ${escaped(id)}** ${escaped(told.title)}\n\n*${capital(told.kind)}${above}${needs}${who}*`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** An objective line or a group is no control: it says which controls are meant. */
function under(library: Library, told: ControlExplanation): string {
  const controls = told.controls ?? [];
  if (controls.length === 0) return '';
  const title =
    told.kind === 'objective'
      ? 'The objective line is no control. A mapping answers the controls under it'
      : 'Controls under it';
  return listed(
    title,
    controls.map(id => itemLink(library, id)),
    20,
  );
}

/** Whom an item concerns and from when: for the document's own system where that is known, else in general. */
function scope(told: ControlExplanation, answer: SystemScope | undefined): string {
  if (answer !== undefined) {
    const name = answer.system === undefined ? undefined : code(answer.system);
    const [head = '', ...rest] = answerInWords(answer, name).split('. ');
    return blocks(
      answer.why === undefined ? undefined : `**${head}.** ${escaped(rest.join('. '))}`,
      listed('Applies', answer.dates.map(dateInWords).map(escaped)),
    );
  }
  const whom = told.scope === undefined ? '' : restrictionInWords(told.scope);
  return blocks(
    told.scope === undefined ? undefined : `**In scope for ${escaped(whom)}.** ${escaped(told.scope.why)}`,
    listed('Applies', (told.applies ?? []).map(dateInWords).map(escaped)),
  );
}

/** The sections by document: `Model card: A, B`. */
function sections(all: readonly string[]): string {
  const byDocument = new Map<string, string[]>();
  for (const each of all) {
    const colon = each.indexOf(': ');
    const title = each.slice(0, colon);
    byDocument.set(title, [...(byDocument.get(title) ?? []), each.slice(colon + 2)]);
  }
  return listed(
    'Sections that can hold it',
    [...byDocument].map(([title, headings]) => `${escaped(title)}: ${headings.map(escaped).join(', ')}`),
  );
}

function crosswalk(library: Library, told: ControlExplanation): string {
  const sets = new Map<string, { readonly title: string; readonly caveat: string; readonly ids: string[] }>();
  for (const { id, basis, publisher, caveat } of told.crosswalk) {
    const framework = id.slice(0, id.indexOf(':'));
    const key = `${framework} ${basis} ${publisher ?? ''} ${caveat ?? ''}`;
    const set = sets.get(key) ?? {
      title: `${frameworkName(library, framework)} (${basisInWords(basis, publisher)})`,
      caveat: caveat ?? '',
      ids: [],
    };
    set.ids.push(itemLink(library, id));
    sets.set(key, set);
  }
  const lists = [...sets.values()].map(({ title, caveat, ids }) =>
    blocks(
      listed(escaped(title), ids, MOST_PAIRS),
      caveat === '' ? undefined : `*${escaped(beginning(caveat))}*`,
    ),
  );
  return lists.length === 0 ? '' : blocks('Evidence for it is useful for these as well:', ...lists);
}

/** What a pair rests on, in words that nobody can take for more. */
export function basisInWords(basis: string, publisher: string | undefined): string {
  if (basis === 'editorial') return 'editorial: our judgement, published by nobody';
  return publisher === undefined ? basis : `${basis}: ${publisher}`;
}

/** Caveats are shown whole on the control's page; a hover has room for their first sentences. */
const MOST_CAVEAT = 240;

function beginning(caveat: string): string {
  const sentences = caveat.split(/(?<=\.)\s+(?=[A-Z])/);
  let shown = sentences[0] ?? '';
  for (const next of sentences.slice(1)) {
    if (shown.length + next.length + 1 > MOST_CAVEAT) return `${shown} …`;
    shown = `${shown} ${next}`;
  }
  return shown;
}

function frameworkName(library: Library, framework: string): string {
  return library.heads.find(head => head.id === framework)?.name ?? framework;
}

/** `A.5.3 Title`, with a link to its page. */
export function itemLink(library: Library, qualified: string): string {
  const known = library.item(qualified);
  if (known === undefined) return escaped(qualified);
  const { item, catalog } = known;
  return `${controlLink(item.id, catalog.id, item.id)} ${escaped(item.title)}`;
}

function related(library: Library, told: ControlExplanation): string {
  const shown = new Set(told.controls ?? []);
  return listed(
    'Related',
    told.related.filter(id => !shown.has(id)).map(id => itemLink(library, id)),
  );
}

/** What a private overlay adds. It is shown here and nowhere else: no report and no export reads it. */
function licensed({ item }: KnownItem): string {
  if (item.licensed === undefined) return '';
  const { text, summary, purpose, asks, evidence } = item.licensed;
  return blocks(
    '**From your own overlay** *(stays on this machine)*',
    ...[text, summary, purpose].map(each => (each === undefined ? undefined : escaped(each))),
    listed('Asked for', (asks ?? []).map(escaped)),
    listed('Evidence', (evidence ?? []).map(escaped)),
  );
}

function foot({ provenance, disclaimer, supersededBy, edition }: ControlExplanation): string {
  const { name, retrieved, attribution, own } = provenance;
  const edited = name.includes(edition) ? '' : `, edition ${edition}`;
  return `---\n\n${blocks(
    supersededBy === undefined ? undefined : `Superseded by ${escaped(supersededBy)}.`,
    own === undefined
      ? `*Explained in Clausewright’s own words after ${escaped(name)}${escaped(edited)}, as of ${retrieved}.*`
      : `*As ${escaped(own)} of this workspace has it.*`,
    disclaimer === undefined ? undefined : `*${escaped(disclaimer)}*`,
    attribution === undefined ? undefined : `*${escaped(attribution)}*`,
  )}`;
}
