import type { Reference } from '../../catalog/library.ts';
import type { Entry } from '../../model/entry.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { at } from '../../text/span.ts';
import { type Candidate, candidateSections } from '../../workspace/candidates.ts';
import { createFile, editFile, type FileChange } from '../../workspace/change.ts';
import type { Fix } from '../../workspace/finding.ts';
import { inFolder } from '../../workspace/paths.ts';
import { addEvidence } from '../../workspace/scaffold/entry-fields.ts';
import {
  evidenceDocument,
  evidenceFileName,
  systemFactsOf,
} from '../../workspace/scaffold/evidence-document.ts';
import { evidenceLink } from '../../workspace/scaffold/evidence-link.ts';
import { busiestFolder, evidenceFolders } from '../../workspace/scaffold/evidence-place.ts';
import { excludeEntry } from '../../workspace/scaffold/exclude.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import { nameOfFramework } from '../wording.ts';
import { controlsUnder } from './not-a-control.ts';
import { resolvedEntries } from './resolved.ts';

const MOST_CANDIDATES = 3;

/** A control that is said to be in place, with nothing to show for it. */
export const missingEvidence = defineRule({
  id: 'mapping/missing-evidence',
  kinds: ['control-mapping'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary: 'An entry says that a control is in place, fully or in part, and names no evidence.',
  why: 'ISO/IEC 42001 clause 8.1 asks for documented information that gives confidence that processes run as planned; an auditor asks to see it for each control that is called implemented.',
  clauses: ['iso-42001:8.1', 'iso-42001:7.5.1'],
  bad: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: ⟦A.6.2.4⟧
    status: implemented
  - id: ⟦A.7.5⟧
    status: partial
    evidence: []
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: planned
  - id: A.10.4
    status: implemented
    applicable: false
    justification: No customer receives the system; internal use only.
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence: docs/evaluation.md
//- docs/evaluation.md
# Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.
`,
  ],
  check(mapping, context) {
    const own = { path: context.document.path, system: mapping.system?.value.id?.value };
    const name = `candidates of ${own.system}`;
    const { library } = context;
    for (const { start, entry, reference, qualified } of context.derive(resolvedEntries)) {
      if (!lacksEvidence(entry) || entry.id === undefined || reference?.item === undefined) continue;
      if (qualified === undefined || controlsUnder(reference.catalog, reference.item).length > 0) continue;
      const candidates = context.remember(entry, name, (_, graph) =>
        candidateSections(qualified, own, graph, library).slice(0, MOST_CANDIDATES),
      );
      const [first] = candidates;
      const example = reference.item.evidence?.[0];
      context.report({
        at: at(start, entry.id),
        what: `${entry.id.value} (${reference.item.title}) is called ${entry.status?.value}, and no evidence is named`,
        why: `An auditor asks to see it for each control that is said to be in place (${nameOfFramework(reference.catalog)} ${reference.item.id}; ISO/IEC 42001 clause 8.1)`,
        next:
          first !== undefined
            ? `Link evidence, such as the section "${first.title}" of ${first.path}`
            : `Link evidence${example === undefined ? '' : `, such as: ${lowered(example)}`}`,
        controls: [qualified],
        fixes: fixesFor(candidates, start, entry, reference, mapping, context),
      });
    }
  },
});

/** In place by its own word, applicable, and without anything under `evidence`. */
function lacksEvidence(entry: Entry): boolean {
  const status = entry.status?.value;
  if (entry.faulty || entry.evidence.length > 0 || (status !== 'implemented' && status !== 'partial'))
    return false;
  if (entry.applicable?.value === false) return false;
  const node = entry.evidencePair?.value;
  if (node === undefined) return true;
  return node.kind === 'scalar' ? node.value === null : node.kind === 'seq' && node.items.length === 0;
}

function folderForNew({ document, root, graph, remember }: WorkspaceContext): string {
  const { model, path } = document;
  if (model.kind !== 'control-mapping') return '';
  // The same list for as long as the entries name the same.
  const targets = graph.targets(path);
  return remember(targets, `busiest folder below ${root}`, () =>
    busiestFolder(
      model.entries.flatMap(({ value }) => evidenceFolders(value, path, root)),
      path,
      root,
    ),
  );
}

function fixesFor(
  candidates: readonly Candidate[],
  start: number,
  entry: Entry,
  { catalog, item }: Reference,
  mapping: MappingModel,
  context: WorkspaceContext,
): Fix[] {
  const { document, graph } = context;
  const { path } = document;
  const { text } = document.source;
  if (item === undefined || (entry.node.kind === 'scalar' && entry.keyed && entry.node.value !== null))
    return [];
  const linking = (target: string, ...before: FileChange[]): readonly FileChange[] => {
    const edits = addEvidence(text, mapping, { start, value: entry }, target);
    return edits === undefined ? [] : [...before, editFile(path, ...edits)];
  };
  const links = candidates.map((each): Fix => {
    const target = evidenceLink(path, each.path, each.fragment);
    return {
      title: `Link ${target} as evidence of ${item.id}`,
      kind: 'assist',
      change: () => linking(target),
    };
  });
  const file = inFolder(context.derive(folderForNew), evidenceFileName(item));
  const target = evidenceLink(path, file, undefined);
  const created: Fix = graph.hasFile(file)
    ? { title: `Link ${target} as evidence of ${item.id}`, kind: 'assist', change: () => linking(target) }
    : {
        title: `Create ${target} for ${item.id} and link it`,
        kind: 'scaffold',
        change: () =>
          linking(target, createFile(file, evidenceDocument(catalog, item, systemFactsOf(mapping)))),
      };
  const excluded: Fix = {
    title: `Exclude ${item.id}, with a justification to fill in`,
    kind: 'assist',
    change: () => {
      const edits = excludeEntry(text, mapping, { start, value: entry }, item.id);
      return edits === undefined ? [] : [editFile(path, ...edits)];
    },
  };
  return [...links, created, ...(catalog.data.exclusions === false ? [] : [excluded])];
}

/** A phrase inside a sentence: its first word in lower case, unless it is an abbreviation. */
function lowered(phrase: string): string {
  return /^[A-Z][a-z]/.test(phrase) ? phrase.charAt(0).toLowerCase() + phrase.slice(1) : phrase;
}
