import type { CardKey } from '../../catalog/card-key.ts';
import { keyText, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { at, type Local } from '../../text/span.ts';
import type { Report } from '../../workspace/finding.ts';
import { defineRule } from '../define.ts';
import { alike, asOne } from '../front-matter/repeated.ts';
import { typeOf } from '../front-matter/types.ts';
import { type FrontValue, frontValues } from '../front-matter/values.ts';
import { CARD_TEXT, RESULT_HEAD } from './example.ts';

/** Evaluation results that fail to load because a key is missing. */
export const modelIndexIncomplete = defineRule({
  id: 'card/model-index-incomplete',
  kinds: ['model-card'],
  reads: 'document',
  severity: 'error',
  since: '0.1.0',
  summary:
    'An entry of `model-index` lacks a key without which the results are not loaded: `name`, `results`, `task.type`, `dataset.type`, `dataset.name`, `metrics`, `metrics.type`, `metrics.value` or `source.url`.',
  why: 'One missing key makes the Hugging Face libraries pass over all results of the card, so the evidence of an evaluation (ISO/IEC 42001 A.6.2.4) is not there for programs.',
  clauses: ['iso-42001:A.6.2.4'],
  sources: ['Model card metadata of the Hugging Face hub'],
  bad: [
    `---
model-index:
  - name: scoring
    results:
      - task:
          type: tabular-classification
        ⟦dataset⟧:
          name: Loans 2024
        metrics:
          - type: accuracy
            value: 0.81
---
${CARD_TEXT}`,
    `---
model-index:
  - ⟦name⟧: scoring
---
${CARD_TEXT}`,
    `---
${RESULT_HEAD}        metrics:
          - ⟦type⟧: accuracy
          - type: f1
---
${CARD_TEXT}`,
  ],
  good: [
    `---
${RESULT_HEAD}        metrics:
          - type: accuracy
            value: 0.81
---
${CARD_TEXT}`,
    `---
model-index:
  - name: scoring
    results: []
---
${CARD_TEXT}`,
  ],
  check(model, context) {
    const { document, report } = context;
    const found = frontValues(model, context).flatMap(value => {
      const one = reportOf(value);
      return one === undefined ? [] : [one];
    });
    for (const group of alike(found)) {
      const one = asOne(group, document.path, 'is missing here as well');
      if (one !== undefined) report(one);
    }
  },
});

/** What the map of a value lacks; the first part says what makes such gaps alike. */
function reportOf({
  key,
  name,
  node,
  keyNode,
  start,
  isItem,
}: FrontValue): readonly [string, Report] | undefined {
  const types = isItem ? key.items : key.types;
  if (node.kind !== 'map' || types?.includes('map') !== true || key.keys === undefined) return undefined;
  const missing = key.keys
    .filter(each => each.required === true && isMissing(each, node))
    .map(each => each.name);
  if (missing.length === 0) return undefined;
  const listed = missing.map(each => `"${each}"`).join(' and ');
  const verb = missing.length === 1 ? 'is' : 'are';
  return [
    `${name} ${listed}`,
    {
      at: at(start, isItem ? headOf(node) : keyNode),
      what: `${listed} ${verb} missing in ${isItem ? 'this entry of ' : ''}"${name}"`,
      why: 'Without it the Hugging Face libraries pass over all results of the card, so programs see no evaluation (ISO/IEC 42001 A.6.2.4)',
      next: `Add ${missing.map(each => `"${each}:"`).join(' and ')}`,
      controls: ['iso-42001:A.6.2.4'],
    },
  ];
}

/** A key that is not there, or empty where an empty one cannot be loaded either. */
function isMissing({ name, types }: CardKey, node: YamlNode & { kind: 'map' }): boolean {
  const pair = node.pairs.find(each => keyText(each.key) === name);
  if (pair === undefined) return !node.pairs.some(each => keyText(each.key) === '<<');
  return pair.value.kind !== 'alias' && typeOf(pair.value) === undefined && !types.includes('number');
}

/** The first key of an item, which shows where it begins. */
function headOf(node: YamlNode & { kind: 'map' }): Local {
  return node.pairs[0]?.key ?? node;
}
