import { describe, expect, test } from 'vitest';
import { conflictOf } from '../../../../server/src/workspace/evidence/independence.ts';
import type { Session } from '../../../../server/src/workspace/session.ts';
import { parseFixture, sessionOf } from '../../../support/fixture.ts';

const ANA = 'Ana Ruiz <ana@example.org>';
const SAM = 'Sam <sam@example.org>';

function session(): Session {
  const { files } = parseFixture(
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: s, owner: jane@example.org }
controls:
  - { id: A.6.2.4, status: implemented, evidence: docs/plan.md }
//- docs/plan.md
---
author: kim@example.org
---
# Plan

First line.

## Steps

Second line.
`,
    '',
  );
  const made = sessionOf(files);
  const lines = { '---': [SAM], 'author: kim@example.org': [SAM], '# Plan': [SAM], 'First line.': [SAM] };
  made.told.setAuthors(new Map([['docs/plan.md', { ...lines, '## Steps': [ANA], 'Second line.': [ANA] }]]));
  return made;
}

function checkConflict(by: string, fragment: string | undefined, expected: string | undefined): void {
  const owner = 'jane@example.org';
  const graph = session().graph(new Set());
  expect(conflictOf({ by, owner, path: 'docs/plan.md', fragment }, graph)).toBe(expected);
}

describe('a reviewer is bound to a text', () => {
  test.each([
    ['Jane <JANE@example.org>', undefined, 'owner'],
    ['ana@example.org', 'steps', 'only-committer'],
    ['Ana Ruiz', 'steps', 'only-committer'],
    ['ana@example.org', undefined, undefined],
    ['sam@example.org', 'steps', undefined],
    ['lee@example.org', 'steps', undefined],
  ])('%s and #%s: %s', checkConflict);

  test('a line that is not committed yet leaves it open', () => {
    const made = session();
    made.told.setAuthors(new Map([['docs/plan.md', { '## Steps': [ANA] }]]));
    const signed = { by: 'ana@example.org', owner: null, path: 'docs/plan.md', fragment: 'steps' };
    expect(conflictOf(signed, made.graph(new Set()))).toBeUndefined();
    made.setFiles([], ['docs/plan.md']);
    expect(made.graph(new Set()).committers('docs/plan.md', 'steps')).toBeUndefined();
  });
});
