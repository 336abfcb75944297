import { tellsUncertainty } from '../../model/card/intervals.ts';
import { metricsIn } from '../../model/metrics.ts';
import { masked } from '../../model/placeholders.ts';
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

/** How many cases were measured, from which a reader can work out the interval: "6,912 messages", "n = 400". */
const COUNT = /\bn ?= ?\d|\b\d{1,3}(?:,\d{3}){1,4} [\p{L}-]|\b\d{3,6} (?:\p{L}{1,30} ){0,2}\p{L}{1,30}s\b/iu;

/** Whether a section tells the certainty of its results, or the number of cases that they are of. */
function tellsHowCertain(section: Section): boolean {
  if (tellsUncertainty(section.text)) return true;
  if (metricsIn(section).length === 0) return false;
  const text = masked(section);
  return section.content.some(
    block => block.kind === 'paragraph' && COUNT.test(text.slice(block.from, block.to)),
  );
}
