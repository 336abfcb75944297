import { describe, expect, test } from 'vitest';
import { addEvidence, setFields } from '../../../../server/src/workspace/scaffold/entry-fields.ts';
import { excludeEntry } from '../../../../server/src/workspace/scaffold/exclude.ts';
import { removeEntry } from '../../../../server/src/workspace/scaffold/remove-entry.ts';
import { edited, mappingIn } from './mapping.ts';

function entryIn(text: string) {
  const mapping = mappingIn(text);
  const entry = mapping.entries[0];
  if (entry === undefined) throw new Error('no entry');
  return { mapping, entry };
}

function checkEvidence(before: string, after: string | undefined): void {
  const { mapping, entry } = entryIn(before);
  expect(edited(before, addEvidence(before, mapping, entry, 'docs/a.md#b'))).toBe(after);
}

function checkFields(
  before: string,
  wanted: Parameters<typeof setFields>[3],
  after: string | undefined,
): void {
  const { mapping, entry } = entryIn(before);
  expect(edited(before, setFields(before, mapping, entry, wanted))).toBe(after);
}

describe('a link to evidence', () => {
  test('without any yet: behind the owner, with the dash as elsewhere in the file', () => {
    checkEvidence(
      'controls:\n  - id: A.5.2 # impact\n    status: partial\n    owner: jo # since May\n    notes: x\n  - id: A.5.3\n    evidence:\n    - x.md\n',
      'controls:\n  - id: A.5.2 # impact\n    status: partial\n    owner: jo # since May\n    evidence:\n    - docs/a.md#b\n    notes: x\n  - id: A.5.3\n    evidence:\n    - x.md\n',
    );
  });

  test('in a list that is there, in lines or in brackets', () => {
    checkEvidence(
      'controls:\n  - id: A.5.2\n    evidence:\n      - x.md # old\n      # more to come\n    notes: y\n',
      'controls:\n  - id: A.5.2\n    evidence:\n      - x.md # old\n      - docs/a.md#b\n      # more to come\n    notes: y\n',
    );
    checkEvidence(
      'controls:\n  - id: A.5.2\n    evidence: [x.md]\n',
      'controls:\n  - id: A.5.2\n    evidence: [x.md, docs/a.md#b]\n',
    );
    checkEvidence(
      'controls:\n  - id: A.5.2\n    evidence: []\n',
      'controls:\n  - id: A.5.2\n    evidence: [docs/a.md#b]\n',
    );
  });

  test('beside a lone text', () => {
    checkEvidence(
      'controls:\n  - id: A.5.2\n    evidence: x.md # old\n',
      'controls:\n  - id: A.5.2\n    evidence: [x.md, docs/a.md#b] # old\n',
    );
    checkEvidence(
      'controls:\n  - id: A.5.2\n    evidence: "x, y.md"\n',
      'controls:\n  - id: A.5.2\n    evidence: ["x, y.md", "docs/a.md#b"]\n',
    );
    checkEvidence('controls:\n  - id: A.5.2\n    evidence: x, y.md\n', undefined);
  });

  test('behind an empty key', () => {
    checkEvidence(
      'controls:\n  - id: A.5.2\n    evidence:   # soon\n    notes: y\n',
      'controls:\n  - id: A.5.2\n    evidence:   # soon\n      - docs/a.md#b\n    notes: y\n',
    );
  });

  test('in entries of every form', () => {
    checkEvidence(
      'controls:\n  A.5.2:\n  A.5.3:\n',
      'controls:\n  A.5.2:\n    evidence:\n      - docs/a.md#b\n  A.5.3:\n',
    );
    checkEvidence(
      'controls:\n  - A.5.2 # impact\n  - A.5.3\n',
      'controls:\n  - id: A.5.2 # impact\n    evidence:\n      - docs/a.md#b\n  - A.5.3\n',
    );
    checkEvidence('controls: [A.5.2]\n', 'controls: [{ id: A.5.2, evidence: [docs/a.md#b] }]\n');
    checkEvidence(
      'controls: { A.5.2: , A.5.3: }\n',
      'controls: { A.5.2: { evidence: [docs/a.md#b] }, A.5.3: }\n',
    );
    checkEvidence('controls: { A.5.2 }\n', 'controls: { A.5.2: { evidence: [docs/a.md#b] } }\n');
    checkEvidence(
      'controls:\n  - { id: A.5.2, owner: jo, notes: x }\n',
      'controls:\n  - { id: A.5.2, owner: jo, evidence: [docs/a.md#b], notes: x }\n',
    );
    checkEvidence('controls:\n  A.5.2: {}\n', 'controls:\n  A.5.2: { evidence: [docs/a.md#b] }\n');
  });

  test('with Windows line ends', () => {
    checkEvidence(
      'controls:\r\n  - id: A.5.2\r\n',
      'controls:\r\n  - id: A.5.2\r\n    evidence:\r\n      - docs/a.md#b\r\n',
    );
  });

  test('not where an alias stands for it, and not in an entry that cannot be read', () => {
    checkEvidence('a: &e [x.md]\ncontrols:\n  - id: A.5.2\n    evidence: *e\n', undefined);
    checkEvidence('controls:\n  - id: A.5.2\n    notes: "open\n', undefined);
  });
});

describe('fields of an entry', () => {
  test('texts that YAML would read as something else are quoted', () => {
    checkFields(
      'controls:\n  - id: A.5.2\n',
      [['notes', 'TODO: ask, then # decide']],
      'controls:\n  - id: A.5.2\n    notes: "TODO: ask, then # decide"\n',
    );
    checkFields(
      'controls:\n  - { id: A.5.2 }\n',
      [['notes', 'a, b']],
      'controls:\n  - { id: A.5.2, notes: "a, b" }\n',
    );
    checkFields(
      'controls:\n  - id: A.5.2\n',
      [['owner', 'no']],
      'controls:\n  - id: A.5.2\n    owner: "no"\n',
    );
  });

  test('a key that is there gets the value', () => {
    checkFields(
      'controls:\n  - id: A.5.2\n    owner: jo # since May\n',
      [['owner', 'sam']],
      'controls:\n  - id: A.5.2\n    owner: sam # since May\n',
    );
    checkFields(
      'controls:\n  - id: A.5.2\n    owner:\n',
      [['owner', 'sam']],
      'controls:\n  - id: A.5.2\n    owner: sam\n',
    );
  });
});

describe('an exclusion', () => {
  test('takes the place of the status', () => {
    const before = 'controls:\n  - id: A.10.4\n    status: implemented # checked\n    owner: jo\n';
    const { mapping, entry } = entryIn(before);
    expect(edited(before, excludeEntry(before, mapping, entry, 'A.10.4'))).toBe(
      'controls:\n  - id: A.10.4\n    applicable: false # checked\n    justification: TODO say why A.10.4 does not apply to this system\n    owner: jo\n',
    );
  });
});

describe('removing an entry', () => {
  test('takes its lines and nothing else', () => {
    const before =
      'controls:\n  # first\n  - id: A.10.4\n    status: planned # soon\n  # second\n  - id: A.5.2\n';
    const edit = removeEntry(before, entryIn(before).entry);
    expect(edited(before, edit === undefined ? undefined : [edit])).toBe(
      'controls:\n  # first\n  # second\n  - id: A.5.2\n',
    );
  });

  test('does nothing where the entry shares its line', () => {
    const before = 'controls: [{ id: A.10.4 }]\n';
    expect(removeEntry(before, entryIn(before).entry)).toBeUndefined();
  });
});
