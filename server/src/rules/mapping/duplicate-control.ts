import { plain } from '../../model/config.ts';
import type { YamlNode } from '../../syntax/yaml/nodes.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Stated } from '../../workspace/facts.ts';
import type { Fix, Related } from '../../workspace/finding.ts';
import { defaultFramework } from '../../workspace/frameworks.ts';
import { removeEntry } from '../../workspace/scaffold/remove-entry.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import { type ResolvedEntry, resolvedEntries } from './resolved.ts';

/** One control answered twice. */
export const duplicateControl = defineRule({
  id: 'mapping/duplicate-control',
  kinds: ['control-mapping'],
  reads: 'workspace',
  severity: 'error',
  since: '0.1.0',
  summary: 'Two entries answer the same control, in one spelling or in two.',
  why: 'ISO/IEC 42001 clause 6.1.3 has the Statement of Applicability say one thing about each control; of two entries, one grows old unnoticed.',
  clauses: ['iso-42001:6.1.3'],
  bad: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: planned
  - id: A.5.2
    status: planned
  - id: ⟦A-6-2-4⟧
    status: planned
    notes: Waits for the new test data.
`,
    `//- a/soa.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: planned
//- b/soa.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: ⟦A.6.2.4⟧
    status: planned
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.5.2
    status: planned
  - id: iso-27001:A.5.2
    status: planned
`,
  ],
  check(_, context) {
    const firsts = new Map<string, ResolvedEntry>();
    const repeated = new Map<string, ResolvedEntry[]>();
    for (const each of context.derive(resolvedEntries)) {
      if (each.qualified === undefined) continue;
      const known = repeated.get(each.qualified);
      if (known !== undefined) known.push(each);
      else if (firsts.has(each.qualified)) repeated.set(each.qualified, [each]);
      else firsts.set(each.qualified, each);
    }
    const elsewhere = otherFiles(context);
    for (const [qualified, first] of firsts) {
      if (first.entry.id === undefined) continue;
      const others = repeated.get(qualified) ?? NONE;
      const earlier = elsewhere(first, qualified);
      const second = earlier.length > 0 ? first : others[0];
      if (second?.entry.id === undefined) continue;
      // The same key twice in one map is a fault of YAML, which syntax/yaml names.
      if (second !== first && second.entry.keyed && second.entry.id.value === first.entry.id.value) continue;
      const rest = [first, ...others].filter(each => each !== second);
      context.report({
        at: at(second.start, second.entry.id),
        what: `${second.entry.id.value} has ${rest.length + earlier.length > 1 ? `${rest.length + earlier.length} other entries` : 'an entry already'}`,
        why: 'The Statement of Applicability says one thing about each control (ISO/IEC 42001 clause 6.1.3), and of two entries one grows old unnoticed',
        next: 'Keep one entry, with the evidence of both',
        controls: [qualified],
        related: [...rest.flatMap(each => here(each, context)), ...earlier],
        fixes: removal(first, second, earlier.length === 0, context),
      });
    }
  },
});

function here({ start, entry, qualified }: ResolvedEntry, { document }: WorkspaceContext): Related[] {
  if (entry.id === undefined) return [];
  return [
    { path: document.path, span: at(start, entry.id), message: `Entry of ${qualified ?? entry.id.value}` },
  ];
}

const NONE: readonly ResolvedEntry[] = [];
const NOWHERE: readonly Related[] = [];

/** Entries of the same system in files that come first; those are where the finding is not. */
function otherFiles(
  context: WorkspaceContext,
): (first: ResolvedEntry, qualified: string) => readonly Related[] {
  const { model, path } = context.document;
  if (model.kind !== 'control-mapping') return () => NOWHERE;
  const system = model.system?.value.id?.value;
  if (system === undefined || context.graph.mappingsOf(system).length < 2) return () => NOWHERE;
  const name = `elsewhere ${system} ${defaultFramework(model, context.scope.framework)}`;
  return ({ entry }, qualified) => {
    const isElsewhere = context.remember(
      entry,
      name,
      (_, graph) => earlier(graph.entriesOfSystem(system, qualified), path).length > 0,
    );
    if (!isElsewhere) return NOWHERE;
    return earlier(context.graph.entriesOfSystem(system, qualified), path).map(
      ({ path: file, span, key }) => ({ path: file, span, message: `Entry of ${qualified}`, fact: key }),
    );
  };
}

/** An entry that says nothing the first one does not say can go. */
function removal(
  first: ResolvedEntry,
  second: ResolvedEntry,
  near: boolean,
  context: WorkspaceContext,
): Fix[] {
  const { document } = context;
  const says = (): boolean => saysNothingNew(first, second);
  if (!near || first.entry.faulty || second.entry.faulty) return [];
  if (!context.remember(second.entry, first.entry, says)) return [];
  const edit = removeEntry(document.source.text, { start: second.start, value: second.entry });
  if (edit === undefined) return [];
  return [
    {
      title: `Remove this entry, which repeats the first`,
      kind: 'safe',
      change: () => [editFile(document.path, edit)],
    },
  ];
}

function saysNothingNew(first: ResolvedEntry, second: ResolvedEntry): boolean {
  for (const [name, pair] of second.entry.fields) {
    const own = name === 'id' ? pair : first.entry.fields.get(name);
    if (own === undefined || !isSame(own.value, pair.value)) return false;
  }
  return true;
}

function isSame(a: YamlNode, b: YamlNode): boolean {
  if (a === b) return true;
  if (a.kind === 'scalar' && b.kind === 'scalar') return a.value === b.value;
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

/** Places beyond these say nothing more. */
const MOST_RELATED = 5;

/** The first places in files that come before a path. */
function earlier(places: readonly Stated[], path: string): Stated[] {
  const found: Stated[] = [];
  for (const each of places) {
    if (each.path >= path || found.length === MOST_RELATED) break;
    found.push(each);
  }
  return found;
}
