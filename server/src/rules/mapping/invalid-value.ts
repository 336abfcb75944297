import { FORMATS } from '../../generated/formats.ts';
import { validateMapping } from '../../generated/validators.js';
import type { Field } from '../../model/field.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { keyText, type YamlMap, type YamlPair } from '../../syntax/yaml/nodes.ts';
import { pairsOf, type YamlPart } from '../../syntax/yaml/tree.ts';
import { at, type Placed } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { replaceScalar } from '../../workspace/scaffold/replace-scalar.ts';
import { defineRule, type RuleContext } from '../define.ts';
import { formatReport, keyFormatFaults, valueFormatFaults } from '../format-faults.ts';
import { knownKeys } from '../key-faults.ts';
import { quoted } from '../wording.ts';
import { entryFaults, unitFaults } from './entry-faults.ts';
import { nearestFramework } from './foreign-id.ts';

type Context = RuleContext<Record<never, never>>;

const WHY =
  'The mapping is the Statement of Applicability (ISO/IEC 42001 clause 6.1.3), and what cannot be read does not count in it';
const FORMAT = FORMATS['control-mapping'];
const TOP_KEYS = knownKeys(FORMAT);
const SYSTEM_KEYS = knownKeys(FORMAT?.definitions?.['system']);

/** Something that the format of a mapping does not allow. */
export const invalidValue = defineRule({
  id: 'mapping/invalid-value',
  kinds: ['control-mapping'],
  reads: 'document',
  severity: 'error',
  since: '0.1.0',
  summary:
    'A value of a mapping is not one of those allowed, has the wrong form, or stands under a misspelt key.',
  why: 'ISO/IEC 42001 clause 6.1.3 asks for a Statement of Applicability, and clause 7.5.2 for documented information in a suitable format; what cannot be read does not count.',
  clauses: ['iso-42001:6.1.3', 'iso-42001:7.5.2'],
  bad: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, role: ⟦seller⟧ }
controls:
  - id: A.6.2.4
    status: ⟦done⟧
  - id: A.5.2
    status: ⟦Planned⟧
    ⟦ownr⟧: jane@example.org
  - id: A.10.4
    applicable: ⟦no⟧
    justification: No customer receives the system; internal use only.
    until: ⟦31.3.2027⟧
`,
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
framework: ⟦ISO 42001⟧
controls:
  - ⟦status⟧: planned
  - id: A.6.2.4
    status: implemented
    evidence:
      - path: https://example.org/evaluation
        kind: ⟦picture⟧
        expires: ⟦2026-02-30⟧
      - ⟦kind⟧: record
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, role: provider, stage: operation }
frameworks: [iso-42001, nist-ai-rmf]
team: scoring # keys of your own are left alone
controls:
  6.1.3:
    status: planned
  A.10.4:
    applicable: false
    justification: No customer receives the system; internal use only.
    until: 2027-03-31
`,
  ],
  check(mapping, context) {
    checkTop(mapping, context);
    checkFrameworks(mapping, context);
    const { tree, controls, entries } = mapping;
    const part = tree.parts.find(each => each.span.start === controls?.start && each.entries !== undefined);
    if (part?.entries !== undefined) {
      for (const { start, value } of part.entries)
        for (const fault of value.derive(unitFaults))
          context.report(formatReport(fault, start, WHY, context));
      return;
    }
    for (const { start, value } of entries)
      for (const fault of entryFaults(value)) context.report(formatReport(fault, start, WHY, context));
  },
});

function checkTop(mapping: MappingModel, context: Context): void {
  const { tree } = mapping;
  const first = tree.parts[0];
  if (
    (tree.shape === 'list' || tree.shape === 'other') &&
    first !== undefined &&
    tree.problems.length === 0
  ) {
    const { from, to } = first.unit.node;
    context.report({
      at: at(first.span.start, { from, to: Math.min(to, from + 1) }),
      what: 'This control mapping holds no keys',
      why: WHY,
      next: 'Put "system:" and "controls:" at the outermost level',
    });
    return;
  }
  const pairs = topPairs(mapping);
  const present = new Set(tree.parts.map(part => keyOfPart(part)));
  const free = TOP_KEYS.filter(key => !present.has(key));
  for (const { start, value } of pairs) {
    const alone: YamlMap = { kind: 'map', flow: false, pairs: [value], from: value.from, to: value.to };
    const faults = [
      ...(TOP_KEYS.includes(keyText(value.key) ?? '') ? [] : keyFormatFaults(alone, free)),
      ...valueFormatFaults(validateMapping, alone),
    ];
    if (keyText(value.key) === 'system') faults.push(...keyFormatFaults(value.value, SYSTEM_KEYS));
    for (const fault of faults) context.report(formatReport(fault, start, WHY, context));
  }
}

function keyOfPart({ unit }: YamlPart): string | undefined {
  const key = unit.node.kind === 'map' ? unit.node.pairs[0]?.key : undefined;
  return key === undefined ? undefined : keyText(key);
}

/** The top-level pairs that were read without a fault; `controls` without its entries. */
function topPairs({ tree, controls }: MappingModel): Placed<YamlPair>[] {
  return tree.parts.flatMap((part): Placed<YamlPair>[] => {
    if (part.unit.fault !== undefined || part.entries?.some(each => each.value.fault !== undefined) === true)
      return [];
    if (part.span.start === controls?.start) {
      const { value } = controls.value;
      return value.kind === 'scalar'
        ? [controls]
        : [{ start: controls.start, value: { ...controls.value, value: { ...value, ...EMPTY } } }];
    }
    return pairsOf({ ...tree, parts: [part] });
  });
}

const EMPTY = { kind: 'seq', flow: true, items: [] } as const;

function checkFrameworks(mapping: MappingModel, context: Context): void {
  const { framework, frameworks } = mapping;
  const named = [...(framework === undefined ? [] : [framework]), ...frameworks];
  for (const { start, value } of named) {
    if (context.library.catalog(value.value) !== undefined) continue;
    unknown(start, value, context);
  }
}

function unknown(start: number, field: Field<string>, { document, library, report }: Context): void {
  const near = nearestFramework(field.value, library);
  const named = library.nameIn(field.value)?.rest === '';
  const span = at(start, field);
  report({
    at: span,
    what: `There is no catalog of the framework ${quoted(field.value)}`,
    why: WHY,
    next:
      near === undefined
        ? `Known are ${library.heads.map(head => head.id).join(', ')}`
        : `Did you mean "${near}"?`,
    fixes:
      near === undefined
        ? []
        : [
            {
              title: `Change to ${near}`,
              kind: named ? 'safe' : 'assist',
              change: () => [editFile(document.path, replaceScalar(document.source.text, span, near))],
            },
          ],
  });
}
