import type { KnownItem } from '../../catalog/library.ts';
import { FOREIGN_FORMATS, FOREIGN_NAMES } from '../../model/foreign/model.ts';
import type { GradedEvidence } from '../../workspace/evidence/graded.ts';
import type { Stated } from '../../workspace/facts.ts';
import type { SupportFact } from '../../workspace/foreign-facts.ts';
import type { FeatureContext } from '../context.ts';
import { type CandidateSection, controlState, type EntryState } from '../control-state.ts';
import { code, escaped, fileLink, listed, shortened } from '../markdown.ts';

/** What this workspace holds for a control, each piece with its link and state. */
export function workspaceMarkdown(context: FeatureContext, known: KnownItem): string {
  const { entries, support, claims, candidates } = controlState(context, known);
  const parts = [
    ...entries.map(each => entryLine(context, each, entries.length > 1, isCounted(known))),
    ...support.map(supportLine),
    ...claims.map(({ path, span }) => `claimed in ${fileLink(path, path, span)}`),
    ...candidates.map(candidateLine),
  ];
  if (parts.length > 0) return listed('In this workspace', parts);
  return known.catalog.isControl(known.item) && context.frameworks.includes(known.catalog.id)
    ? '**In this workspace** nothing yet: no entry, no claim and no section that could be evidence.'
    : '';
}

/** Whether evidence for an item counts: as a control's, as that of a clause with records, or towards what holds it. */
function isCounted({ catalog, item }: KnownItem): boolean {
  return catalog.isRecord(item) || catalog.isControl(catalog.counted(item));
}

/** A mapping of another tool, in its own word for the status and in ours. */
export function supportLine({ path, span, data }: Stated<SupportFact>): string {
  const { format, status, said, component } = data;
  const name = FOREIGN_FORMATS.find(each => each === format);
  const what = name === undefined ? '' : `${FOREIGN_NAMES[name]}, read only`;
  const whose = component === null ? '' : ` for ${escaped(shortened(component, 60))}`;
  const ours = status !== null && status !== said ? ` (here: ${status})` : '';
  const state = said === null ? 'no status' : `${code(shortened(said, 60))}${ours}`;
  return `${fileLink(path, path, span)}${whose}: ${state}; ${what}, nothing here checks it`;
}

function entryLine(context: FeatureContext, state: EntryState, several: boolean, isControl: boolean): string {
  const { entry, path, span } = state;
  const system = several && entry.system !== null ? ` (${code(entry.system)})` : '';
  const link = `${fileLink(path, path, span)}${system}`;
  if (!entry.applicable) {
    const reason =
      entry.justification === null ? 'without a justification' : escaped(shortened(entry.justification, 200));
    return `${link}: excluded, ${reason}`;
  }
  const status = entry.status === null ? '' : ` ${code(entry.status)},`;
  const lines = state.evidence.map(each => `  - ${evidenceLine(context, each)}`);
  const needed = isControl ? `, needed ${state.needed}` : ' (this item is no control: nothing counts it)';
  return [`${link}:${status} evidence **${state.strength}**${needed}`, ...lines].join('\n');
}

/** A piece of evidence with a link to what it names, its strength, and why it is not stronger. */
export function evidenceLine({ graph }: FeatureContext, evidence: GradedEvidence): string {
  const { path, fragment, target, strength, reason, suspect } = evidence;
  const there = path !== undefined && graph.hasFile(path);
  const span = there && fragment !== undefined ? graph.section(path, fragment)?.span : undefined;
  const label = there ? fileLink(target, path, span) : code(target);
  const doubt = suspect ? ', **suspect**' : '';
  return `${label}: ${strength}${doubt}${reason === undefined ? '' : ` (${escaped(shortened(reason.text, 160))})`}`;
}

function candidateLine({ path, span, title, substance }: CandidateSection): string {
  const label = fileLink(`${path}: ${title}`, path, span);
  return `could be linked: ${label}, ${substanceInWords(substance)}`;
}

/** What a section holds, in words. */
export function substanceInWords(substance: string): string {
  if (substance === 'text') return 'holds real text';
  return substance === 'placeholder' ? 'holds only a placeholder' : 'holds no text';
}
