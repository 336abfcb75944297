import type { ParsedDocument } from '../../model/document.ts';
import type { Field } from '../../model/field.ts';
import { isPlaceholderValue, marksIn } from '../../model/placeholders.ts';
import { type SectionedModel, textAt } from '../../model/sectioned.ts';
import { isShrug } from '../../model/substance.ts';
import { keyText } from '../../syntax/yaml/nodes.ts';
import { lineBreakOf } from '../../text/eol.ts';
import { at, type Placed, type Span } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { conceptStates } from '../../workspace/concepts.ts';
import type { Fix } from '../../workspace/finding.ts';
import { defineRule } from '../define.ts';
import { statusOf } from './status.ts';

const CONTROLS = ['iso-42001:A.5.3', 'iso-42001:A.3.2'];

/** An assessment that counts as accepted though nobody accepted it, or only its own author. */
export const missingApproval = defineRule({
  id: 'assessment/missing-approval',
  kinds: ['impact-assessment'],
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'An assessment in review or approved names no approver, an approved one no date, or the approver is the assessor.',
  why: 'ISO/IEC 42001 A.5.3 asks that assessments are documented, clause 5.3 and A.3.2 that it is clear who decides; a result that nobody else accepted is an opinion.',
  clauses: ['iso-42001:A.5.3', 'iso-42001:5.3', 'iso-42001:A.3.2'],
  bad: [
    `---
system: scoring
assessor: jane@example.org
status: ⟦approved⟧
assessed: 2026-03-01
---
# Impact assessment of the scoring system

## Scope

The scoring of consumer credit.

## Harms

An applicant may be refused without learning why.

## Measures

A person reviews each refusal.
`,
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
assessor: jane@example.org
approver: ⟦Jane@example.org⟧
status: in-review
`,
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
assessor: jane@example.org
approver: sam@example.org
status: ⟦approved⟧
`,
  ],
  good: [
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
assessor: jane@example.org
approver: sam@example.org
status: approved
assessed: 2026-03-01
`,
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
assessor: jane@example.org
status: draft
`,
  ],
  check(model, { document, library, scope, report }) {
    const status = statusOf(model);
    const written = textAt(model.metadata, 'status');
    if (written === undefined || (status !== 'approved' && status !== 'in-review')) return;
    const place = at(written.start, written.value);
    const approver = person(model, 'approver');
    const assessor = person(model, 'assessor');
    const vocabulary = library.vocabulary(model.kind);
    const approval = conceptStates(model, vocabulary, scope.headings).states.get('approval');
    const inText =
      approval?.substance === 'text' &&
      (approval.headings.length > 0 || approval.keys.some(({ value }) => keyText(value.key) !== 'approver'));
    if (approver === undefined && !inText && !holds(model, 'approver')) {
      report({
        at: place,
        what: `The status is "${written.value.value}", but no approver is named`,
        why: 'A result counts once somebody other than the assessor has accepted it (ISO/IEC 42001 A.5.3 and A.3.2)',
        next: 'Name the person under "approver:", or set the status to "draft"',
        controls: CONTROLS,
        fixes: [
          ...keyFix('approver', 'who accepts the result, not the assessor', written, model, document),
          draft(document, place),
        ],
      });
    } else if (approver !== undefined && assessor !== undefined && samePerson(approver, assessor)) {
      report({
        at: at(approver.start, approver.value),
        what: `"${approver.value.value}" is both assessor and approver`,
        why: 'A result counts once somebody other than the assessor has accepted it (ISO/IEC 42001 A.5.3 and A.3.2)',
        next: 'Name another approver, and have them read the assessment',
        controls: CONTROLS,
      });
    }
    if (status === 'approved' && !inText && !DATES.some(key => textAt(model.metadata, key) !== undefined)) {
      if (approver === undefined) return; // one gap: whoever approves adds the date
      report({
        at: place,
        what: 'The assessment is approved, but no date says when it was carried out',
        why: 'Without a date nobody can tell which version of the system was accepted, or when the next assessment is due (ISO/IEC 42001 A.5.3 and clause 8.4)',
        next: 'Add "assessed:" with the date (YYYY-MM-DD)',
        controls: CONTROLS,
        fixes: keyFix('assessed', 'YYYY-MM-DD', written, model, document),
      });
    }
  },
});

const DATES = ['assessed', 'approved', 'approved_on', 'approval_date'];

/** A person that a key names; placeholders name nobody. */
function person(model: SectionedModel, key: string): Placed<Field<string>> | undefined {
  const found = textAt(model.metadata, key);
  if (found === undefined) return undefined;
  const { value } = found.value;
  return isPlaceholderValue(value) || isShrug(value) || marksIn(value).length > 0 ? undefined : found;
}

/** Whether a placeholder stands at a key: that is a finding of its own. */
function holds(model: SectionedModel, key: string): boolean {
  return textAt(model.metadata, key) !== undefined || model.metadata.get(key)?.value.value.kind === 'map';
}

function samePerson(a: Placed<Field<string>>, b: Placed<Field<string>>): boolean {
  const plain = (each: Placed<Field<string>>): string =>
    each.value.value.trim().toLowerCase().replace(/^@/, '');
  return plain(a) === plain(b);
}

function draft(document: ParsedDocument, span: Span): Fix {
  const quoted = /^["']/.exec(document.source.slice(span))?.[0] ?? '';
  const text = `${quoted}draft${quoted}`;
  return {
    title: 'Set the status to draft',
    kind: 'assist',
    change: () => [editFile(document.path, { span, text })],
  };
}

/** A key without a value below the status, with a comment that says what goes there; none where the key stands. */
function keyFix(
  key: string,
  comment: string,
  status: Placed<Field<string>>,
  model: SectionedModel,
  document: ParsedDocument,
): Fix[] {
  if (model.metadata.has(key)) return [];
  const { text } = document.source;
  const offset = at(status.start, status.value).end;
  const end = offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const line = `${lineBreakOf(text)}${key}: # ${comment}`;
  return [
    {
      title: `Add "${key}:" below the status`,
      kind: 'scaffold',
      change: () => [editFile(document.path, { span: { start: end, end }, text: line })],
    },
  ];
}
