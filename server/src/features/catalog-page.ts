import type { KnownItem, Library } from '../catalog/library.ts';
import type { Session } from '../workspace/session.ts';
import { contextOf } from './context.ts';
import { entryState } from './control-state.ts';
import { type ControlExplanation, explainItem } from './explain.ts';
import { basisInWords, itemLink } from './hover/control.ts';
import { evidenceLine } from './hover/workspace.ts';
import { blocks, code, controlLink, escaped, fileLink } from './markdown.ts';
import { dateInWords, restrictionInWords } from './scope-words.ts';

/**
 * The page of a catalog item as Markdown, for a document that can only be read; undefined for an id that no catalog
 * has. Links are tokens, as `features/markdown.ts` says.
 */
export function catalogPage(session: Session, id: string): string | undefined {
  const { library } = session;
  const known = library.item(id);
  if (known === undefined) return undefined;
  const told = explainItem(library, known);
  return `${blocks(
    `# ${escaped(known.item.id)} ${escaped(told.title)}`,
    subtitle(library, known, told),
    escaped(told.summary),
    section('Why it exists', told.purpose === undefined ? [] : [escaped(told.purpose)]),
    list('In this workspace', entriesOf(session, known)),
    list(
      'Controls under it',
      (told.controls ?? []).map(each => itemLink(library, each)),
    ),
    section(
      'In scope',
      told.scope === undefined
        ? []
        : [`For ${escaped(restrictionInWords(told.scope))}. ${escaped(told.scope.why)}`],
    ),
    list('Applies', (told.applies ?? []).map(dateInWords).map(escaped)),
    list('What an auditor asks to see', told.asks.map(escaped)),
    list('What counts as evidence', told.evidence.map(escaped)),
    list('Sections that can hold it', told.sections.map(escaped)),
    list('If no document exists yet', templateOf(known)),
    crosswalk(library, told),
    list(
      'Related',
      told.related.map(each => itemLink(library, each)),
    ),
    section('Where this comes from', sources(told)),
  )}\n`;
}

function subtitle(library: Library, { catalog }: KnownItem, told: ControlExplanation): string {
  const parent = told.parent === undefined ? undefined : library.item(told.parent);
  const above =
    parent === undefined
      ? ''
      : `, under ${controlLink(parent.item.id, catalog.id, parent.item.id)} ${escaped(parent.item.title)}`;
  const organisation = told.level === 'organization' ? ' Shown by the organisation, not by one system.' : '';
  const needed = told.needed === undefined ? '' : ` Evidence needed: ${told.needed}.`;
  const kind = told.kind.charAt(0).toUpperCase() + told.kind.slice(1);
  return `${escaped(kind)} of ${escaped(catalog.data.name)}${above}.${needed}${organisation}`;
}

/** The entries of all mappings, each with its evidence and how strong it is. */
function entriesOf(session: Session, known: KnownItem): string[] {
  const graph = session.graph(new Set());
  return graph.entries(known.catalog.qualified(known.item)).flatMap(stated => {
    const context = contextOf(session, stated.path);
    if (context === undefined) return [];
    const { entry, strength, needed, evidence } = entryState(context, known, stated);
    const system = entry.system === null ? '' : `${code(entry.system)}, `;
    const place = fileLink(stated.path, stated.path, stated.span);
    if (!entry.applicable) {
      const why = entry.justification === null ? 'without a justification' : escaped(entry.justification);
      return [`${system}${place}: excluded, ${why}`];
    }
    const lines = evidence.map(each => `  - ${evidenceLine(context, each)}`);
    return [[`${system}${place}: evidence **${strength}**, needed ${needed}`, ...lines].join('\n')];
  });
}

function templateOf({ item: { template } }: KnownItem): string[] {
  if (template === undefined) return [];
  const title = `Start ${code(template.file)}, “${escaped(template.title)}”, with these sections:`;
  const lines = template.sections.map(each => `  - ${escaped(each.heading)}: ${escaped(each.guidance)}`);
  return [[title, ...lines].join('\n')];
}

function crosswalk(library: Library, told: ControlExplanation): string {
  const lines = told.crosswalk.map(({ id, basis, publisher, caveat }) => {
    const framework = library.heads.find(head => id.startsWith(`${head.id}:`))?.name ?? '';
    const note = caveat === undefined ? '' : ` ${escaped(caveat)}`;
    return `${escaped(framework)} ${itemLink(library, id)} (${escaped(basisInWords(basis, publisher))}).${note}`;
  });
  const lead = 'Evidence for it is useful for these as well, and is never more than that.';
  return lines.length === 0 ? '' : section('Other frameworks', [lead, bulleted(lines)]);
}

function sources({ provenance, disclaimer, supersededBy }: ControlExplanation): string[] {
  return [
    supersededBy === undefined ? '' : `Superseded by ${escaped(supersededBy)}.`,
    provenance.own === undefined
      ? `Explained in Clausewright’s own words after ${escaped(provenance.name)}, as of ${provenance.retrieved}.`
      : `As ${escaped(provenance.own)} of this workspace has it.`,
    disclaimer === undefined ? '' : escaped(disclaimer),
    escaped(provenance.attribution ?? ''),
  ];
}

function section(title: string, paragraphs: readonly string[]): string {
  const text = blocks(...paragraphs);
  return text === '' ? '' : `## ${title}\n\n${text}`;
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : section(title, [bulleted(items)]);
}

function bulleted(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n');
}
