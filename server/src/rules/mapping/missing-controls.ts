import type { Catalog } from '../../catalog/catalog.ts';
import { scopeFor, traitsKey } from '../../catalog/scope.ts';
import type { Item } from '../../catalog/types.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { keyText, type YamlNode } from '../../syntax/yaml/nodes.ts';
import type { YamlPart } from '../../syntax/yaml/tree.ts';
import { at, type Span } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix } from '../../workspace/finding.ts';
import { defaultFramework, frameworksOf } from '../../workspace/frameworks.ts';
import type { MappingFact } from '../../workspace/mapping-facts.ts';
import { addEntries, indexesFor } from '../../workspace/scaffold/entries.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import { listed, nameOfFramework } from '../wording.ts';
import { resolvedEntries } from './resolved.ts';

/** As many controls as a message names one by one, and as get a fix of their own. */
const MOST_NAMED = 40;
const MOST_SINGLE_FIXES = 5;

const EVERY =
  `A.2.2 A.2.3 A.2.4 A.3.2 A.3.3 A.4.2 A.4.3 A.4.4 A.4.5 A.4.6 A.5.2 A.5.3 A.5.4 A.5.5 A.6.1.2 A.6.1.3 A.6.2.2
A.6.2.3 A.6.2.4 A.6.2.5 A.6.2.6 A.6.2.7 A.6.2.8 A.7.2 A.7.3 A.7.4 A.7.5 A.7.6 A.8.2 A.8.3 A.8.4 A.8.5 A.9.2 A.9.3 A.9.4
A.10.2 A.10.3 A.10.4`.split(/\s+/);

/** Controls that a Statement of Applicability says nothing about. */
export const missingControls = defineRule({
  id: 'mapping/missing-controls',
  kinds: ['control-mapping'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Controls of a framework in scope have no entry.',
  why: 'ISO/IEC 42001 clause 6.1.3 compares the necessary controls with all of Annex A, so that none is overlooked: each is either answered or excluded with a reason.',
  clauses: ['iso-42001:6.1.3'],
  bad: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
⟦controls⟧:
  - id: A.6.2.4
    status: planned
  - id: A.10.4
    status: planned
`,
    `//- a/soa.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
⟦controls⟧:
${EVERY.slice(2)
  .map(id => `  ${id}: { status: planned }\n`)
  .join('')}//- b/soa.yaml
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.2.2
    status: planned
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
${EVERY.map(id => `  ${id}: { status: planned }\n`).join('')}`,
  ],
  check(mapping, context) {
    if (!meansAll(mapping) || isPartlyUnread(mapping)) return;
    const place = placeOf(mapping);
    const traits = context.graph.mapping(context.document.path)?.data;
    if (place === undefined || traits === undefined) return;
    for (const framework of frameworksOf(mapping, context.scope.framework, context.library)) {
      const catalog = context.library.catalog(framework);
      if (catalog === undefined || !isReporter(framework, mapping, context)) continue;
      const asked = askedOf(catalog, traits, context);
      const missing = asked.filter(item => !hasEntry(catalog.qualified(item), mapping, context));
      if (missing.length === 0) continue;
      context.report({
        at: place,
        what: `${missing.length} of the ${asked.length} controls of ${nameOfFramework(catalog)} in scope ${missing.length === 1 ? 'has' : 'have'} no entry: ${listed(
          missing.map(item => item.id),
          MOST_NAMED,
        )}`,
        why: 'The Statement of Applicability compares what is done with every control, so that none is overlooked (ISO/IEC 42001 clause 6.1.3)',
        next: 'Add an entry for each, or exclude it with "applicable: false" and a justification',
        controls: missing.map(item => catalog.qualified(item)),
        fixes: fixesFor(catalog, missing, mapping, context),
      });
    }
  },
});

/** A list of a few controls with nothing around it may be a part of something else. */
function meansAll({ mark, system, framework, frameworks }: MappingModel): boolean {
  return mark !== undefined || system !== undefined || framework !== undefined || frameworks.length > 0;
}

/** Whether there may be entries that were not read. */
function isPartlyUnread({ tree, controls, entries }: MappingModel): boolean {
  const units = new Set(entries.map(each => each.start));
  const lost = entries.some(
    ({ start, value }) =>
      value.faulty && (value.id === undefined || value.node.kind === 'scalar' || start === controls?.start),
  );
  if (lost || (controls !== undefined && !canHold(controls.value.value))) return true;
  if (tree.parts.filter(part => keyOf(part) === 'controls').length > 1) return true;
  return tree.problems.some(({ start, value: { code } }) => {
    if (code === 'yaml-multiple-documents') return true;
    if (code === 'yaml-duplicate-key' || units.has(start)) return false;
    if (controls === undefined) return true;
    const key = keyOf(tree.parts.find(part => part.span.start === start));
    return key === undefined || key === 'controls';
  });
}

/** Whether entries stand here, or could. */
function canHold(node: YamlNode): boolean {
  return node.kind === 'seq' || node.kind === 'map' || (node.kind === 'scalar' && node.value === null);
}

function keyOf(part: YamlPart | undefined): string | undefined {
  const node = part?.unit.node;
  const key = node?.kind === 'map' ? node.pairs[0]?.key : undefined;
  return key === undefined ? undefined : keyText(key);
}

function placeOf({ controls, mark, system, framework }: MappingModel): Span | undefined {
  if (controls !== undefined) return at(controls.start, controls.value.key);
  if (mark !== undefined) return at(mark.start, mark.value);
  if (system !== undefined) return at(system.start, system.value.key);
  return framework === undefined ? undefined : at(framework.start, framework.value);
}

/** Of several mapping files of one system that name a framework, the first one tells. */
function isReporter(
  framework: string,
  mapping: MappingModel,
  { document, graph }: WorkspaceContext,
): boolean {
  const system = mapping.system?.value.id?.value;
  if (system === undefined) return true;
  return !graph
    .mappingsOf(system)
    .some(path => path < document.path && graph.mapping(path)?.data.frameworks.includes(framework) === true);
}

/** The controls that a system with these traits has to answer. */
function askedOf(catalog: Catalog, traits: MappingFact, context: WorkspaceContext): readonly Item[] {
  return context.remember(catalog, `asked ${traitsKey(traits)}`, () =>
    catalog.controls.filter(
      item => item.supersededBy === undefined && scopeFor(catalog, item, traits).inScope,
    ),
  );
}

/** What this mapping answers by itself; anything else takes a look at the others of its system. */
function ownControls(context: WorkspaceContext): ReadonlySet<string> {
  return new Set(context.derive(resolvedEntries).flatMap(({ qualified }) => qualified ?? []));
}

function hasEntry(qualified: string, mapping: MappingModel, context: WorkspaceContext): boolean {
  const system = mapping.system?.value.id?.value;
  if (context.derive(ownControls).has(qualified)) return true;
  // Most systems have one mapping.
  if (system === undefined || context.graph.mappingsOf(system).length < 2) return false;
  return context.graph.entriesOfSystem(system, qualified).length > 0;
}

function fixesFor(
  catalog: Catalog,
  missing: readonly Item[],
  mapping: MappingModel,
  context: WorkspaceContext,
): Fix[] {
  if (mapping.entries.some(each => each.value.faulty)) return [];
  const adding = (title: string, items: readonly Item[]): Fix => ({
    title,
    kind: 'scaffold',
    change: () => {
      const edits = additions(catalog, items, mapping, context);
      return edits === undefined ? [] : [editFile(context.document.path, ...edits)];
    },
  });
  const single = missing
    .slice(0, MOST_SINGLE_FIXES)
    .map(item => adding(`Add an entry for ${item.id} (${item.title})`, [item]));
  if (missing.length === 1) return single;
  return [
    adding(`Add entries for all ${missing.length} controls of ${nameOfFramework(catalog)}`, missing),
    ...single,
  ];
}

function additions(
  catalog: Catalog,
  items: readonly Item[],
  mapping: MappingModel,
  context: WorkspaceContext,
) {
  const entries = context.derive(resolvedEntries);
  const known = entries.map(({ reference }) => (reference?.catalog === catalog ? reference.item : undefined));
  const indexes = indexesFor(catalog, items, known);
  const bare = catalog.id === defaultFramework(mapping, context.scope.framework);
  return addEntries(
    context.document.source.text,
    mapping,
    items.map((item, index) => ({
      id: bare ? item.id : catalog.qualified(item),
      fields: { status: 'planned' },
      comment: item.title,
      index: indexes[index] ?? entries.length,
    })),
  );
}
