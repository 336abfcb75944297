import { type Completion, complete } from '../../../server/src/features/complete.ts';
import { type Hover, hover } from '../../../server/src/features/hover.ts';
import { applyEdits } from '../../../server/src/text/edits.ts';
import type { RuleInfo } from '../../../server/src/workspace/finding.ts';
import type { Session } from '../../../server/src/workspace/session.ts';
import { parseFixture, sessionOf } from '../../support/fixture.ts';

/** Rules as hovers and completions see them; the registry's own are not needed here. */
export const SOME_RULES: readonly RuleInfo[] = [
  rule('mapping/missing-owner', 'An applicable control has no owner.'),
  rule('mapping/unknown-control', 'An id names no control.'),
  rule('evidence/missing-file', 'Evidence points at a file that does not exist.'),
];

function rule(id: string, summary: string): RuleInfo {
  const why = 'ISO/IEC 42001 clause 5.3 asks for assigned responsibilities.';
  return { id, severity: 'warning', since: '0.1.0', summary, why, clauses: ['iso-42001:5.3'] };
}

/** A mapping's head, for fixtures that are about entries. */
export const HEAD = 'clausewright: control-mapping/1\nsystem: { id: scoring, owner: jane@example.org }\n';

/** A card with one section of real text, one that claims a control, and one with a placeholder. */
export const CARD = `//- docs/MODEL_CARD.md
---
license: mit
library_name: sklearn
system: scoring
---
# Credit model

## Evaluation

AUC is 0.81 on the holdout of 2025.

## Training data

[More Information Needed]

## Data lineage

<!-- evidence: A.7.5 -->
Drawn from the ledger.
`;

/** What the fixture's cursor is in. */
export interface AtCursor {
  readonly session: Session;
  readonly path: string;
  readonly text: string;
  readonly cursor: number;
}

/** Reads a fixture that has a cursor. */
export function atCursor(text: string, path = 'controls.yaml'): AtCursor {
  const fixture = parseFixture(text, path);
  if (fixture.cursor === undefined) throw new Error('the fixture has no $0');
  const session = sessionOf(fixture.files);
  return { session, path: fixture.path, text: fixture.files.get(fixture.path) ?? '', cursor: fixture.cursor };
}

/** The hover at a fixture's cursor, with the text it is about. */
export function checkHover(text: string, path?: string): (Hover & { readonly about: string }) | undefined {
  const at = atCursor(text, path);
  const found = hover(at.session, at.path, at.cursor, SOME_RULES);
  return found && { ...found, about: at.text.slice(found.span.start, found.span.end) };
}

/** The completions at a fixture's cursor in the order in which an editor shows them. */
export function checkCompletions(text: string, path?: string): readonly Completion[] {
  const at = atCursor(text, path);
  const found = complete(at.session, at.path, at.cursor, SOME_RULES);
  return [...found].sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0));
}

/** The labels that are offered, in order. */
export function checkLabels(text: string, path?: string): readonly string[] {
  return checkCompletions(text, path).map(each => each.label);
}

/**
 * The document after a completion was chosen, as an editor inserts it: lines below the first are indented like the
 * cursor's line, and the places of a snippet are left out.
 */
export function checkChosen(text: string, label: string, path?: string): string {
  const at = atCursor(text, path);
  const item = complete(at.session, at.path, at.cursor, SOME_RULES).find(each => each.label === label);
  if (item === undefined) return `nothing is called ${label}`;
  const line =
    at.text
      .slice(0, item.span.start)
      .split(/\r\n|\n|\r/)
      .at(-1) ?? '';
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const plain = item.snippet ? withoutPlaces(item.insert) : item.insert;
  return applyEdits(at.text, [{ span: item.span, text: plain.replaceAll('\n', `\n${indent}`) }]);
}

function withoutPlaces(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');
}
