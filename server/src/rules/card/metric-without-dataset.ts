import { metricsIn, type StatedMetric } from '../../model/metrics.ts';
import { masked } from '../../model/placeholders.ts';
import { textsAt } from '../../model/sectioned.ts';
import type { Section } from '../../syntax/markdown/section.ts';
import { at, type Placed } from '../../text/span.ts';
import { defineRule } from '../define.ts';
import { isUnfilledForm } from '../sections/form.ts';
import { quoted } from '../wording.ts';
import { contentsIn } from './contents.ts';

const MOST_RELATED = 20;

/** Numbers of which nobody can tell what they were measured on. */
export const metricWithoutDataset = defineRule({
  id: 'card/metric-without-dataset',
  kinds: ['model-card'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A card has results in tables, and neither the tables, nor the text, nor the front matter say on which data they were measured. One finding for the card.',
  why: 'ISO/IEC 42001 A.6.2.4 asks that verification and validation are documented with the data they used; a number without its data can be neither repeated nor compared.',
  clauses: ['iso-42001:A.6.2.4'],
  sources: ['EU AI Act Annex IV(2)(g)'],
  standIns: ['card/template-not-filled'],
  bad: [
    `# Ticket router

Sorts support tickets into twelve queues.

## Results

| Metric | Value |
|---|---|
| Macro F1 | ⟦0.88 ± 0.01⟧ |
| Accuracy | 0.91 |
`,
    `# Ticket router

Sorts support tickets into twelve queues.

## Results

<table>
<tr><th>Model</th><th>Accuracy (CI)</th><th>F1</th></tr>
<tr><td>large</td><td>0.91</td><td>⟦0.88 ± 0.01⟧</td></tr>
</table>
`,
  ],
  good: [
    `# Ticket router

Sorts support tickets into twelve queues.

## Results

On 6,912 tickets of September that training did not see:

| Metric | Value |
|---|---|
| Macro F1 | 0.88 ± 0.01 |
`,
    `# Ticket router

Sorts support tickets into twelve queues.

## Results

| Metric | test | dev |
|---|---|---|
| Macro F1 | 0.88 ± 0.01 | 0.89 |
`,
  ],
  check(model, context) {
    const { results, datasets } = context.derive(contentsIn);
    const [first, ...others] = results;
    if (first === undefined || datasets.length > 0 || context.derive(isUnfilledForm)) return;
    if (textsAt(model.metadata, 'datasets').length > 0 || model.metadata.has('model-index')) return;
    if (results.some(each => saysWhich(each.value))) return;
    if (model.body?.sections.some(({ value }) => value.derive(speaksOfData)) === true) return;
    if (model.body?.sections.some(({ value }) => value.derive(introducesResults)) === true) return;
    context.report({
      at: at(first.start, first.value),
      what: `${quoted(first.value.written)} is given for ${quoted(first.value.name)}, and the card does not say on which data it was measured`,
      why: 'A number without its data can be neither repeated nor compared (ISO/IEC 42001 A.6.2.4)',
      next: 'Name the data set and the split, in a column of the table or in the sentence above it, and link its card',
      controls: ['iso-42001:A.6.2.4'],
      related: others.slice(0, MOST_RELATED).map(each => relatedTo(each, context.document.path)),
    });
  },
});

function relatedTo({ start, value }: Placed<StatedMetric>, path: string) {
  return { path, span: at(start, value), message: `${value.name}: ${value.written}` };
}

const DATA =
  /\b(?:data(?:sets?|base|sheets?)?|test(?:ed|s|ing)?|evaluated|evaluation set|measured (?:on|over|with)|held[- ]?out|hold-?outs?|dev|validation|validated|corpus|corpora|benchmark(?:s|ed)?|splits?|folds?|cross-validation|samples?|cohorts?|sets?|challenge|leaderboard|images|sentences|documents|questions|utterances|recordings|hours|patients|queries|pairs|tweets|reviews|squad|glue|mnli|sst|conll|imagenet|coco|wmt|opus|tatoeba|newstest)\b|\d[\d,. ]{0,20} (?:\w{1,30} ){0,2}(?:tickets|messages|cases|records|rows|items|texts|examples|instances|entries|articles|users|applications)\b/i;

function saysWhich({ dataset, slice, where }: StatedMetric): boolean {
  return dataset !== undefined || slice !== undefined || DATA.test(where);
}

/** Whether a section's heading or text, tables and code left out, speaks of data at all. A miss is better than a guess. */
function speaksOfData(section: Section): boolean {
  if (section.heading !== undefined && DATA.test(section.heading.title)) return true;
  const text = masked(section);
  return section.content.some(
    block => block.kind !== 'table' && block.kind !== 'code' && DATA.test(text.slice(block.from, block.to)),
  );
}

const INTRODUCTION =
  /\b(?:on|over|from|using|against|across|for) (?:the|our|its|a|an|all|each|these|those|\d)\b/i;

/** Whether a sentence beside a table of results says what they are of, in words that nobody can foresee. */
function introducesResults(section: Section): boolean {
  if (metricsIn(section).length === 0) return false;
  const text = masked(section);
  return section.content.some(
    block => block.kind === 'paragraph' && INTRODUCTION.test(text.slice(block.from, block.to)),
  );
}
