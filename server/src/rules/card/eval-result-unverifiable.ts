import { keyText } from '../../syntax/yaml/nodes.ts';
import { at } from '../../text/span.ts';
import type { Report } from '../../workspace/finding.ts';
import { defineRule } from '../define.ts';
import { asOne } from '../front-matter/repeated.ts';
import { type FrontValue, frontValues } from '../front-matter/values.ts';
import { CARD_TEXT, RESULT_HEAD } from './example.ts';

/** A result that says to be verified, without the signature that would show it. */
export const evalResultUnverifiable = defineRule({
  id: 'card/eval-result-unverifiable',
  kinds: ['model-card'],
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A result in `model-index` says `verified: true` and has no `verifyToken`, which only the Hugging Face hub can give.',
  why: 'Nobody can check the claim: ISO/IEC 42001 A.6.2.4 asks for verification that is documented, and an auditor counts the value as stated by its author.',
  clauses: ['iso-42001:A.6.2.4'],
  sources: ['Model card metadata of the Hugging Face hub'],
  bad: [
    `---
${RESULT_HEAD}        metrics:
          - type: accuracy
            value: 0.81
            ⟦verified: true⟧
---
${CARD_TEXT}`,
  ],
  good: [
    `---
${RESULT_HEAD}        metrics:
          - type: accuracy
            value: 0.81
            verified: true
            verifyToken: eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl
---
${CARD_TEXT}`,
    `---
${RESULT_HEAD}        metrics:
          - type: accuracy
            value: 0.81
            verified: false
---
${CARD_TEXT}`,
  ],
  check(model, context) {
    const { document, report } = context;
    const found = frontValues(model, context).flatMap(each => reportOf(each) ?? []);
    const one = asOne(found, document.path, 'says to be verified as well');
    if (one !== undefined) report(one);
  },
});

function reportOf({ name, node, start }: FrontValue): Report | undefined {
  if (name !== 'model-index.results.metrics' || node.kind !== 'map') return undefined;
  const pair = node.pairs.find(each => keyText(each.key) === 'verified');
  const says = pair?.value.kind === 'scalar' && pair.value.value === true;
  const token = node.pairs.find(each => keyText(each.key) === 'verifyToken')?.value;
  const signed =
    token !== undefined && !(token.kind === 'scalar' && (token.value === null || token.value === ''));
  if (pair === undefined || !says || signed) return undefined;
  return {
    at: at(start, pair),
    what: 'The result says "verified: true" and has no "verifyToken"',
    why: "Only the signature of the Hugging Face hub shows that a value was verified; without it the value is the author's own (ISO/IEC 42001 A.6.2.4)",
    next: 'Leave "verified" out, and name where the value comes from under "source"',
    controls: ['iso-42001:A.6.2.4'],
  };
}
