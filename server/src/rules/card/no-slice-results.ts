import { namesGroup } from '../../model/card/columns.ts';
import { masked } from '../../model/placeholders.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { htmlTablesIn } from '../../syntax/markdown/html-tables.ts';
import type { Section } from '../../syntax/markdown/section.ts';
import { tablesIn } from '../../syntax/markdown/tables.ts';
import { at, type Span } from '../../text/span.ts';
import { headingsOf } from '../../workspace/concepts.ts';
import type { Finding } from '../../workspace/finding.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import { isUnfilledForm } from '../sections/form.ts';
import { gapsOf } from '../sections/gaps.ts';
import { statesOf } from '../sections/states.ts';
import { nameOfSystem, systemOf } from '../sections/system.ts';
import { contentsIn } from './contents.ts';

/** Rules that tell of a section that is missing, empty or unfinished. */
const SECTION_RULES = ['card/missing-section', 'card/no-limitations', 'card/no-contact', 'card/placeholder'];

/** A high-risk system whose results are only averages. */
export const noSliceResults = defineRule({
  id: 'card/no-slice-results',
  kinds: ['model-card'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'The system is high-risk (`riskClass: high` in its mapping), and its model card gives results for everybody together only, for no group of people.',
  why: 'ISO/IEC 42001 A.5.4 asks for effects on groups of individuals and A.6.2.4 for verification; an average hides the group for which a system works worst. The EU AI Act wants the performance for the groups on which a high-risk system is to be used.',
  clauses: ['iso-42001:A.6.2.4', 'iso-42001:A.5.4', 'eu-ai-act:13(3)'],
  sources: ['EU AI Act Art. 13(3)(b)(v)'],
  standIns: [...SECTION_RULES, 'card/template-not-filled'],
  bad: [
    `//- MODEL_CARD.md
# Scoring model

Estimates the probability of default.

## Evaluation

On the applications of the held-out quarter, mean over five folds:

| Metric | Value |
|---|---|
| AUC | ⟦0.81⟧ |
//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, role: provider, riskClass: high }
controls:
  - id: A.6.2.4
    status: planned
//- clausewright.yaml
rules: { mapping/missing-controls: off, card/missing-section: off, card/no-limitations: off, card/no-contact: off }
`,
  ],
  good: [
    `//- MODEL_CARD.md
# Scoring model

Estimates the probability of default.

## Evaluation

On the applications of the held-out quarter, mean over five folds:

| Group | AUC |
|---|---|
| all | 0.81 |
| women | 0.80 |
| men | 0.81 |
//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, role: provider, riskClass: high }
controls:
  - id: A.6.2.4
    status: planned
//- clausewright.yaml
rules: { mapping/missing-controls: off, card/missing-section: off, card/no-limitations: off, card/no-contact: off }
`,
    `//- MODEL_CARD.md
# Routing model

Chooses the first queue of a message.

## Evaluation

On the messages of the held-out quarter, mean over five folds:

| Metric | Value |
|---|---|
| F1 | 0.81 |
//- controls.yaml
clausewright: control-mapping/1
system: { id: routing, owner: jane@example.org, role: provider, riskClass: minimal }
controls:
  - id: A.6.2.4
    status: planned
//- clausewright.yaml
rules: { mapping/missing-controls: off, card/missing-section: off, card/no-limitations: off, card/no-contact: off }
`,
  ],
  check() {
    // Whether a finding on the section itself stands for this one is known only once the other rules have run.
  },
  conclude(model, context, findings) {
    const system = context.derive(systemOf);
    if (system === undefined || system.data.riskClass !== 'high' || context.derive(isUnfilledForm)) return;
    const { results } = context.derive(contentsIn);
    const place = evaluationOf(model, context);
    if (place === undefined || results.some(each => each.value.slice !== undefined)) return;
    if (model.body?.sections.some(({ value }) => value.derive(measuresGroups)) === true) return;
    if (isToldAsSection(context, findings)) return;
    context.report({
      at: place,
      what: `The results are for everybody together, and none is for a group of people. ${nameOfSystem(system)} is high-risk`,
      why: 'An average hides the group for which the system works worst (ISO/IEC 42001 A.5.4 and A.6.2.4; EU AI Act Art. 13(3)(b))',
      next: 'Add the results for the groups that the system affects, such as by age or gender, or say which were looked at and why none can be measured',
      controls: ['iso-42001:A.6.2.4', 'iso-42001:A.5.4'],
      related: [{ path: system.path, span: system.span, message: 'riskClass: high', fact: system.key }],
    });
  },
});

/** The concept whose section gives results for groups of people, and the control that both findings serve. */
const SECTION = 'fairness';
const CONTROL = 'iso-42001:A.5.4';

/** Whether another finding asks for the section in which results for groups would stand: that is the same gap. */
function isToldAsSection(context: WorkspaceContext, findings: readonly Finding[]): boolean {
  const told = findings.filter(each => each.suppressed === undefined);
  if (context.derive(statesOf).states.get(SECTION)?.substance === 'placeholder')
    return told.some(each => each.rule === 'card/placeholder');
  const { absent, empty } = context.derive(gapsOf);
  const isGap = [...absent, ...empty.flatMap(each => each.gaps)].some(each => each.concept.id === SECTION);
  return isGap && told.some(each => SECTION_RULES.includes(each.rule) && each.controls.includes(CONTROL));
}

/** The first result, else the heading of a section on evaluation that holds text; undefined for a card without any. */
function evaluationOf(model: SectionedModel, context: WorkspaceContext): Span | undefined {
  const [first] = context.derive(contentsIn).results;
  if (first !== undefined) return at(first.start, first.value);
  const state = context.derive(statesOf).states.get('evaluation');
  return state?.substance === 'text' ? headingsOf(state, model)[0]?.heading : undefined;
}

/** Whether a section gives a number for a group: in a table with groups, or in a sentence. */
function measuresGroups(section: Section): boolean {
  const tables = [...section.derive(tablesIn), ...section.derive(htmlTablesIn)];
  const grouped = tables.some(({ header, rows }) =>
    [...header, ...rows.map(row => row[0])].some(cell => cell !== undefined && namesGroup(cell.text)),
  );
  if (grouped) return true;
  const text = masked(section);
  return section.content.some(
    block =>
      block.kind === 'paragraph' &&
      (text.slice(block.from, block.to).match(/[^.!?\r\n]{1,600}(?:\.\d[^.!?\r\n]{0,200})?/g) ?? []).some(
        sentence =>
          /\d/.test(sentence) && (namesGroup(sentence) || /\bgroups?\b|\bbetween\b/i.test(sentence)),
      ),
  );
}
