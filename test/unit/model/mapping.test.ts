import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../server/src/model/entry.ts';
import { type MappingModel, mappingOf } from '../../../server/src/model/mapping.ts';
import { parseYaml } from '../../../server/src/syntax/yaml/parse.ts';

const read = (text: string): MappingModel => mappingOf(parseYaml(text, { start: 0, end: text.length }));
const entriesOf = (text: string): Entry[] => read(text).entries.map(({ value }) => value);

/** Checks id, status and evidence of each entry. */
function checkEntries(text: string, ...expected: [string | undefined, string | undefined, string[]][]): void {
  const found = entriesOf(text).map(entry => [
    entry.id?.value,
    entry.status?.value,
    entry.evidence.map(each => each.target.value),
  ]);
  expect(found).toEqual(expected);
}

describe('entries in every writing', () => {
  test.each<[string, string]>([
    ['a list', 'controls:\n  - id: A.6.2.4\n    status: planned\n    evidence: [a.md]\n  - id: A.7.2\n'],
    ['a list at column 0', 'controls:\n- id: A.6.2.4\n  status: planned\n  evidence: a.md\n- id: A.7.2\n'],
    ['a map', 'controls:\n  A.6.2.4:\n    status: planned\n    evidence:\n      - a.md\n  A.7.2:\n'],
    ['quoted keys', 'controls:\n  "A.6.2.4": { status: planned, evidence: [a.md] }\n  \'A.7.2\': {}\n'],
    [
      'flow style',
      'controls: [{ id: A.6.2.4, status: planned, evidence: [{ path: a.md }] }, { id: A.7.2 }]\n',
    ],
    ['JSON', '{"controls": {"A.6.2.4": {"status": "planned", "evidence": ["a.md"]}, "A.7.2": null}}\n'],
    ['bare ids', 'controls:\n  - { id: A.6.2.4, status: planned, evidence: a.md }\n  - A.7.2\n'],
  ])('%s', (_, text) => {
    checkEntries(text, ['A.6.2.4', 'planned', ['a.md']], ['A.7.2', undefined, []]);
  });
});

describe('what is not what it should be counts as absent', () => {
  test.each<[string, string, [string | undefined, string | undefined, string[]][]]>([
    ['no entries', 'controls:\n', []],
    ['a scalar', 'controls: none\n', []],
    [
      'an entry of nothing',
      'controls:\n  -\n  - id: A.7.2\n',
      [
        [undefined, undefined, []],
        ['A.7.2', undefined, []],
      ],
    ],
    [
      'a status that is a list',
      'controls:\n  - id: A.7.2\n    status: [planned]\n',
      [['A.7.2', undefined, []]],
    ],
    [
      'evidence without a target',
      'controls:\n  - id: A.7.2\n    evidence:\n      - kind: test\n      -\n      - [a]\n',
      [['A.7.2', undefined, []]],
    ],
    ['numbers stay as written', 'controls:\n  - id: 7.20\n', [['7.20', undefined, []]]],
  ])('%s', (_, text, expected) => checkEntries(text, ...expected));
});

test('a fault in one entry leaves the others readable', () => {
  const entries = entriesOf(
    'controls:\n  - id: A.6.2.4\n    status: "open\n  - id: A.7.2\n    status: planned\n',
  );
  expect(entries.map(entry => [entry.id?.value, entry.faulty])).toEqual([
    ['A.6.2.4', true],
    ['A.7.2', false],
  ]);
});

test('an alias or a merge key may stand for what is absent', () => {
  expect(
    entriesOf('controls:\n  - &x { id: A.7.2 }\n  - *x\n  - { id: A.7.3, <<: *x }\n').map(
      entry => entry.faulty,
    ),
  ).toEqual([false, true, true]);
});

test('sign-off, expiry and the rest', () => {
  const [entry] = entriesOf(`controls:
  - id: A.7.2
    applicable: false
    justification: No data.
    until: 2027-03-31
    satisfies: [nist-ai-rmf:MEASURE 2.3]
    evidence:
      - path: a.md
        kind: report
        reviewed: { by: sam@example.org, on: 2026-09-30, digest: 3f9c }
        expires: 2027-09-30
`);
  const [evidence] = entry?.evidence ?? [];
  expect([entry?.applicable?.value, entry?.justification?.value, entry?.until?.value]).toEqual([
    false,
    'No data.',
    '2027-03-31',
  ]);
  expect(entry?.satisfies.map(each => each.value)).toEqual(['nist-ai-rmf:MEASURE 2.3']);
  expect([
    evidence?.type?.value,
    evidence?.reviewed?.by?.value,
    evidence?.reviewed?.on?.value,
    evidence?.reviewed?.digest?.value,
    evidence?.expires?.value,
  ]).toEqual(['report', 'sam@example.org', '2026-09-30', '3f9c', '2027-09-30']);
});

describe('the system', () => {
  test.each([
    ['a map', 'system: { id: x, owner: a@b }\n'],
    ['a block', 'system:\n  id: x\n  owner: a@b\n'],
    ['JSON', '{"system": {"id": "x", "owner": "a@b"}}\n'],
  ])('%s', (_, text) => {
    const { system } = read(text);
    expect([system?.value.id?.value, system?.value.owner?.value]).toEqual(['x', 'a@b']);
  });

  test('a name only', () => expect(read('system: x\n').system?.value.id?.value).toBe('x'));
});

test('every field covers what is written', () => {
  const text =
    'framework: "iso-27001"\nsystem:\n  id: x\n  name: y\ncontrols:\n  - id: A.5.1 # why\n    status: \'planned\'\n  - id: A.5.2\n';
  const model = read(text);
  const covered = [
    ...(model.framework === undefined
      ? []
      : [
          text.slice(
            model.framework.start + model.framework.value.from,
            model.framework.start + model.framework.value.to,
          ),
        ]),
    ...model.entries.flatMap(({ start, value }) =>
      [value.id, value.status].flatMap(field =>
        field === undefined ? [] : [text.slice(start + field.from, start + field.to)],
      ),
    ),
  ];
  expect(covered).toEqual(['"iso-27001"', 'A.5.1', "'planned'", 'A.5.2']);
});
