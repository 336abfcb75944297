import { tellsHowMany } from '../../model/card/counts.ts';
import { tellsUncertainty } from '../../model/card/intervals.ts';
import { metricsIn } from '../../model/metrics.ts';
import type { Section } from '../../syntax/markdown/section.ts';
import { at } from '../../text/span.ts';
import { defineRule } from '../define.ts';
import { isUnfilledForm } from '../sections/form.ts';
import { quoted } from '../wording.ts';
import { contentsIn } from './contents.ts';

/** Numbers of which nobody can tell how certain they are. */
export const metricWithoutUncertainty = defineRule({
  id: 'card/metric-without-uncertainty',
  kinds: ['model-card'],
  reads: 'workspace',
  severity: 'hint',
  since: '0.1.0',
  summary:
    'A card has results in tables, none of them with an interval or a deviation, and says nowhere in words how certain they are. One finding for the card.',
  why: 'ISO/IEC 42001 A.6.2.4 asks for verification against criteria, and a value whose margin is unknown cannot be held against a limit; the NIST AI RMF (MEASURE 2.5) asks that the limits of generalisation are documented.',
  clauses: ['iso-42001:A.6.2.4', 'nist-ai-rmf:MEASURE 2.5'],
  standIns: ['card/template-not-filled'],
  bad: [
    `# Ticket router

Sorts support tickets into twelve queues.

## Evaluation

On the tickets of January 2025:

| Metric | Value |
|---|---|
| Macro F1 | ⟦**0.88**⟧ |
`,
  ],
  good: [
    `# Ticket router

Sorts support tickets into twelve queues.

## Evaluation

On the tickets of January 2025:

| Metric | Value | 95% CI |
|---|---|---|
| Macro F1 | 0.88 | [0.87, 0.89] |
`,
    `# Ticket router

Sorts support tickets into twelve queues.

## Evaluation

The mean over five seeds, on the tickets of January 2025:

| Queue | F1 |
|---|---|
| Billing | 0.88 |
`,
    `# Ticket router

Sorts support tickets into twelve queues.

## Data

| Split | # samples |
|---|---|
| train | 40k |
| test | 6.9k |

## Evaluation

| Metric | Value |
|---|---|
| Macro F1 | 0.88 |
`,
  ],
  check(model, context) {
    const { results } = context.derive(contentsIn);
    const [first] = results;
    if (first === undefined || context.derive(isUnfilledForm)) return;
    if (results.some(each => each.value.interval !== undefined)) return;
    if (model.body?.sections.some(({ value }) => value.derive(tellsHowCertain)) === true) return;
    const many =
      results.length > 1
        ? `, and so ${results.length === 2 ? 'does the other result' : `do the other ${results.length - 1} results`} of the card`
        : '';
    context.report({
      at: at(first.start, first.value),
      what: `${quoted(first.value.written)} for ${quoted(first.value.name)} stands without an interval${many}`,
      why: 'A reader cannot tell a difference from chance, nor hold the value against a limit (ISO/IEC 42001 A.6.2.4)',
      next: 'Add a confidence interval or the deviation over several runs, or say how many cases were measured',
      controls: ['iso-42001:A.6.2.4'],
    });
  },
});

/** Whether a section tells the certainty of results, or the number of cases that they are of. */
function tellsHowCertain(section: Section): boolean {
  return tellsUncertainty(section.text) || tellsHowMany(section, metricsIn(section).length > 0);
}
