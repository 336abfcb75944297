import { describe, expect, test } from 'vitest';
import { addEntries } from '../../../../server/src/workspace/scaffold/entries.ts';
import { edited, mappingIn } from './mapping.ts';

function checkAdded(
  before: string,
  after: string | undefined,
  index = Number.MAX_SAFE_INTEGER,
  comment?: string,
): void {
  const mapping = mappingIn(before);
  const at = Math.min(index, mapping.entries.length);
  const entry = { id: 'A.6.2.4', fields: { status: 'planned' }, index: at };
  const edits = addEntries(before, mapping, [comment === undefined ? entry : { ...entry, comment }]);
  expect(edited(before, edits)).toBe(after);
}

describe('an entry in a block list', () => {
  test('takes the indentation of its neighbours and leaves comments where they are', () => {
    checkAdded(
      'controls:\n    # first\n    - id: A.5.2   # about impact\n      status: planned # soon\n    # last\nother: 1\n',
      'controls:\n    # first\n    - id: A.5.2   # about impact\n      status: planned # soon\n    - id: A.6.2.4 # Verification\n      status: planned\n    # last\nother: 1\n',
      undefined,
      'Verification',
    );
  });

  test('keeps dashes at the column of the key, and wide gaps behind them', () => {
    checkAdded(
      'controls:\n-   id: A.5.2\n    status: planned\n',
      'controls:\n-   id: A.5.2\n    status: planned\n-   id: A.6.2.4\n    status: planned\n',
    );
  });

  test('goes in front of the first and between two others', () => {
    checkAdded(
      'controls:\n  - id: A.7.2\n  - id: A.8.2\n',
      'controls:\n  - id: A.6.2.4\n    status: planned\n  - id: A.7.2\n  - id: A.8.2\n',
      0,
    );
    checkAdded(
      'controls:\n  - id: A.5.2\n  - id: A.8.2\n',
      'controls:\n  - id: A.5.2\n  - id: A.6.2.4\n    status: planned\n  - id: A.8.2\n',
      1,
    );
  });

  test('keeps an empty line between entries where there is one', () => {
    checkAdded(
      'controls:\n  - id: A.5.2\n\n  - id: A.5.3\n',
      'controls:\n  - id: A.5.2\n\n  - id: A.5.3\n\n  - id: A.6.2.4\n    status: planned\n',
    );
  });

  test('follows Windows line ends, and a last line without any', () => {
    checkAdded(
      'controls:\r\n  - id: A.5.2\r\n    status: planned',
      'controls:\r\n  - id: A.5.2\r\n    status: planned\r\n  - id: A.6.2.4\r\n    status: planned',
    );
  });

  test('quotes ids and values as the neighbours do', () => {
    checkAdded(
      'controls:\n  - id: \'A.5.2\'\n    status: "planned"\n',
      'controls:\n  - id: \'A.5.2\'\n    status: "planned"\n  - id: \'A.6.2.4\'\n    status: "planned"\n',
    );
  });

  test('is written in braces where the others are', () => {
    checkAdded(
      'controls:\n  - { id: A.5.2, status: planned }\n',
      'controls:\n  - { id: A.5.2, status: planned }\n  - { id: A.6.2.4, status: planned } # Verification\n',
      undefined,
      'Verification',
    );
  });

  test('stands behind a block text', () => {
    checkAdded(
      'controls:\n  - id: A.5.2\n    notes: |\n      One line.\n\n      Another.\n',
      'controls:\n  - id: A.5.2\n    notes: |\n      One line.\n\n      Another.\n  - id: A.6.2.4\n    status: planned\n',
    );
  });
});

describe('an entry elsewhere', () => {
  test('in a map keyed by id', () => {
    checkAdded(
      'controls:\n   A.5.2:\n      status: planned # soon\n',
      'controls:\n   A.5.2:\n      status: planned # soon\n   A.6.2.4:\n      status: planned\n',
    );
    checkAdded(
      'controls:\n  "A.5.2": { status: planned }\n',
      'controls:\n  "A.5.2": { status: planned }\n  "A.6.2.4": { status: planned }\n',
    );
  });

  test('in brackets, on one line and on several', () => {
    checkAdded(
      'controls: [{ id: A.5.2 }]\n',
      'controls: [{ id: A.5.2 }, { id: A.6.2.4, status: planned }]\n',
    );
    checkAdded(
      'controls: { A.5.2: { status: planned } }\n',
      'controls: { A.5.2: { status: planned }, A.6.2.4: { status: planned } }\n',
    );
    checkAdded(
      'controls: [\n  { id: A.5.2 }, # impact\n  { id: A.5.3 } # records\n]\n',
      'controls: [\n  { id: A.5.2 }, # impact\n  { id: A.5.3 }, # records\n  { id: A.6.2.4, status: planned }\n]\n',
    );
    checkAdded(
      'controls: [\n  { id: A.5.2 }, # impact\n]\n',
      'controls: [\n  { id: A.5.2 }, # impact\n  { id: A.6.2.4, status: planned },\n]\n',
    );
  });

  test('as the first one', () => {
    const entry = '  - id: A.6.2.4\n    status: planned\n';
    checkAdded('controls: # none yet\nother: 1\n', `controls: # none yet\n${entry}other: 1\n`);
    checkAdded('controls: [] # none yet\n', `controls: # none yet\n${entry}`);
    checkAdded('controls: null\n', `controls:\n${entry}`);
    checkAdded('controls: {}\n', 'controls:\n  A.6.2.4:\n    status: planned\n');
    checkAdded('system: x\n# the end\n', `system: x\ncontrols:\n${entry}# the end\n`);
    checkAdded('  system: x\n', '  system: x\n  controls:\n    - id: A.6.2.4\n      status: planned\n');
    checkAdded('other:\n- a\ncontrols:\n', 'other:\n- a\ncontrols:\n- id: A.6.2.4\n  status: planned\n');
  });

  test('not where an alias stands for the entries', () => {
    checkAdded('shared: &s [A.5.2]\ncontrols: *s\n', undefined);
  });
});
