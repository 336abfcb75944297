import { describe, expect, test } from 'vitest';
import { checkChosen, checkCompletions, checkLabels, HEAD } from './fixtures.ts';

const MAPPING = (entries: string): string => `${HEAD}controls:\n${entries}`;

describe('control ids', () => {
  test('part of a title finds them', () => {
    const found = checkCompletions(MAPPING('  - id: impact$0\n'));
    expect(found.slice(0, 4).map(each => each.label)).toEqual(['A.5.2', 'A.5.3', 'A.5.4', 'A.5.5']);
    for (const each of found.slice(0, 4)) expect(each.filterText.toLowerCase()).toContain('impact');
    expect(found[0]?.documentation?.()).toContain('What counts as evidence');
  });
  test('ids that have an entry come last and say so, in any spelling', () => {
    const found = checkCompletions(MAPPING('  - id: A.2.2\n  - id: A-2-3\n  - id: $0\n'));
    expect(found[0]?.label).toBe('A.2.4');
    expect(found.filter(each => each.used).map(each => each.label)).toEqual(['A.2.2', 'A.2.3']);
    expect(found.at(-1)?.detail).toContain('already here');
  });
  test('the id that is being changed does not count as used', () =>
    expect(
      checkCompletions(MAPPING('  - id: A.2.2$0\n')).find(each => each.label === 'A.2.2')?.used,
    ).toBeUndefined());
  test.each([
    ['a value', '  - id: A.5$0\n', '  - id: A.5.2\n'],
    ['an empty value', '  - id: $0\n', '  - id: A.5.2\n'],
    ['no blank yet', '  - id:$0\n', '  - id: A.5.2\n'],
    ['the middle of an id', '  - id: A.$06.2\n', '  - id: A.5.2\n'],
    ['quotes', '  - id: "A$0"\n', '  - id: "A.5.2"\n'],
    ['an open quote', "  - id: 'A$0\n    status: planned\n", "  - id: 'A.5.2\n    status: planned\n"],
    ['a new item', '  - $0\n', '  - id: A.5.2\n    status: planned\n'],
    ['a dash alone', '  -$0\n', '  - id: A.5.2\n    status: planned\n'],
    ['a new item, half-typed', '  - impa$0\n', '  - id: A.5.2\n    status: planned\n'],
    ['a wide dash', '  -   $0\n', '  -   id: A.5.2\n      status: planned\n'],
    ['a blank line', '  - id: A.2.2\n  $0\n', '  - id: A.2.2\n  - id: A.5.2\n    status: planned\n'],
    ['a word below the key', '  imp$0\n', '  - id: A.5.2\n    status: planned\n'],
    ['nothing below the key', '  $0\n', '  - id: A.5.2\n    status: planned\n'],
    [
      'a map',
      '  A.2.2:\n    status: planned\n  A.5$0\n',
      '  A.2.2:\n    status: planned\n  A.5.2:\n    status: planned\n',
    ],
    [
      'a blank line in a map',
      '  A.2.2:\n    status: planned\n  $0\n',
      '  A.2.2:\n    status: planned\n  A.5.2:\n    status: planned\n',
    ],
    ['a key that has its colon', '  A.5$0:\n    status: planned\n', '  A.5.2:\n    status: planned\n'],
    ['flow style', '  - { id: A$0 }\n', '  - { id: A.5.2 }\n'],
    ['compact', '- id: A$0\n', '- id: A.5.2\n'],
  ])('in %s', (_, before, after) => expect(checkChosen(MAPPING(before), 'A.5.2')).toBe(MAPPING(after)));
  test('ids of several frameworks are told apart, and are quoted where YAML would misread them', () => {
    const two = `${HEAD}frameworks: [nist-csf]\ncontrols:\n  - id: $0\n`;
    expect(checkLabels(two)).toContain('nist-csf:GV.OC-01');
    const own = `${HEAD}framework: iso-42005\ncontrols:\n  - id: $0\n`;
    expect(checkChosen(own, '6.2')).toContain('- id: "6.2"\n');
  });
  test('other frameworks are offered by name and opened by it', () => {
    expect(checkLabels(MAPPING('  - id: $0\n'))).toContain('nist-ai-rmf:');
    const opened = checkLabels(MAPPING('  - id: nist-ai-rmf:$0\n'));
    expect(opened.every(label => label.startsWith('nist-ai-rmf:'))).toBe(true);
    expect(opened.length).toBe(72);
  });
  test('satisfies begins with the pairs of the entry’s control and what they rest on', () => {
    const found = checkCompletions(MAPPING('  - id: A.7.5\n    satisfies: [$0]\n'));
    expect(found[0]?.label).toMatch(/^nist-ai-rmf:/);
    expect(found[0]?.detail).toContain('paired, published: Microsoft');
    expect(
      checkChosen(MAPPING('  - id: A.7.5\n    satisfies:\n      $0\n'), found[0]?.label ?? ''),
    ).toContain(`satisfies:\n      - ${found[0]?.label}\n`);
  });
  test('what satisfies lists already is marked', () => {
    const pair = checkLabels(MAPPING('  - id: A.7.5\n    satisfies: [$0]\n'))[0] ?? '';
    const found = checkCompletions(MAPPING(`  - id: A.7.5\n    satisfies: [${pair}, $0]\n`));
    expect(found.find(each => each.label === pair)?.used).toBe(true);
  });
});

describe('claims in documents', () => {
  const card = (front: string, body: string): string =>
    `---\nlicense: mit\nlibrary_name: x\n${front}---\n# Card\n\n${body}`;
  test.each([
    ['front matter', card('controls: [A.2.2, $0]\n', ''), card('controls: [A.2.2, A.5.2]\n', '')],
    ['a block list', card('controls:\n  - $0\n', ''), card('controls:\n  - A.5.2\n', '')],
    ['below the key', card('controls:\n  $0\n', ''), card('controls:\n  - A.5.2\n', '')],
    [
      'an evidence comment',
      card('', '<!-- evidence: A.2.2, imp$0 -->\n'),
      card('', '<!-- evidence: A.2.2, A.5.2 -->\n'),
    ],
    ['no blank yet', card('', '<!-- evidence:$0 -->\n'), card('', '<!-- evidence: A.5.2 -->\n')],
    [
      'between two',
      card('', '<!-- evidence: A.2.2,$0, A.2.3 -->\n'),
      card('', '<!-- evidence: A.2.2, A.5.2, A.2.3 -->\n'),
    ],
    [
      'an open comment',
      card('', '<!-- evidence: A.5$0\n\n## Next\n'),
      card('', '<!-- evidence: A.5.2\n\n## Next\n'),
    ],
  ])('%s', (_, before, after) => expect(checkChosen(before, 'A.5.2', 'MODEL_CARD.md')).toBe(after));
  test('what the comment claims already is marked', () => {
    const found = checkCompletions(card('', '<!-- evidence: A.5.2, $0 -->\n'), 'MODEL_CARD.md');
    expect(found.filter(each => each.used).map(each => each.label)).toEqual(['A.5.2']);
  });
});

describe('keys', () => {
  test('what is asked for comes first; what is there is left out', () => {
    expect(checkLabels(MAPPING('  - id: A.5.2\n    $0\n')).slice(0, 2)).toEqual(['status', 'evidence']);
    expect(checkLabels(MAPPING('  - id: A.5.2\n    applicable: false\n    $0\n'))[0]).toBe('justification');
    expect(checkLabels(MAPPING('  - id: A.5.2\n    status: planned\n    $0\n    owner: x\n'))).not.toContain(
      'owner',
    );
    expect(checkLabels('clausewright: control-mapping/1\n$0\n').slice(0, 3)).toEqual([
      'system',
      'framework',
      'controls',
    ]);
  });
  test.each([
    ['half-typed', '  - id: A.5.2\n    stat$0\n', 'status', '  - id: A.5.2\n    status: \n'],
    ['on a blank line', '  - id: A.5.2\n    $0\n', 'status', '  - id: A.5.2\n    status: \n'],
    [
      'with a value already',
      '  - id: A.5.2\n    stat$0: planned\n',
      'status',
      '  - id: A.5.2\n    status: planned\n',
    ],
    ['a list', '  - id: A.5.2\n    ev$0\n', 'evidence', '  - id: A.5.2\n    evidence:\n      - \n'],
    ['behind a dash', '  - st$0\n', 'status', '  - status: \n'],
    ['a list behind a dash', '  - ev$0\n', 'evidence', '  - evidence:\n      - \n'],
    ['a short list', '  - id: A.5.2\n    sat$0\n', 'satisfies', '  - id: A.5.2\n    satisfies: []\n'],
    ['in flow style', '  - { id: A.5.2, sta$0 }\n', 'status', '  - { id: A.5.2, status:  }\n'],
    [
      'in evidence',
      '  - id: A.5.2\n    evidence:\n      - path: x\n        ki$0\n',
      'kind',
      '  - id: A.5.2\n    evidence:\n      - path: x\n        kind: \n',
    ],
    [
      'as evidence',
      '  - id: A.5.2\n    evidence:\n      - pa$0\n',
      'path',
      '  - id: A.5.2\n    evidence:\n      - path: \n',
    ],
    [
      'below evidence',
      '  - id: A.5.2\n    evidence:\n      $0\n',
      'path',
      '  - id: A.5.2\n    evidence:\n      - path: \n',
    ],
    ['of an entry of a map', '  A.5.2:\n    stat$0\n', 'status', '  A.5.2:\n    status: \n'],
    [
      'of a sign-off',
      '  - id: A.5.2\n    evidence:\n      - path: x\n        reviewed: { $0 }\n',
      'digest',
      '  - id: A.5.2\n    evidence:\n      - path: x\n        reviewed: { digest:  }\n',
    ],
  ])('%s', (_, before, label, after) => expect(checkChosen(MAPPING(before), label)).toBe(MAPPING(after)));
  test('of the system', () =>
    expect(
      checkLabels(
        'clausewright: control-mapping/1\nsystem:\n  id: x\n  $0\ncontrols:\n  - id: A.5.2\n',
      ).slice(0, 4),
    ).toEqual(['name', 'owner', 'role', 'stage']));
  test('with CRLF, a BOM, and broken neighbours', () => {
    const text = `\uFEFF${MAPPING('  - id: A.2.2\n    "broken\n  - id: A.5.2\n    $0\n')}`;
    expect(checkLabels(text.replaceAll('\n', '\r\n'))[0]).toBe('status');
  });
});

describe('values', () => {
  test('enum values with their meaning', () => {
    const found = checkCompletions(MAPPING('  - id: A.5.2\n    status: $0\n'));
    expect(found.map(each => [each.label, each.detail])).toEqual([
      ['planned', 'Decided, not started; no evidence is asked for yet.'],
      ['partial', 'In place for a part of the system or of the control.'],
      ['implemented', 'In place; an auditor will ask for the evidence.'],
    ]);
  });
  test.each([
    [
      'half-typed',
      '  - id: A.5.2\n    status: imp$0\n',
      'implemented',
      '  - id: A.5.2\n    status: implemented\n',
    ],
    [
      'quoted',
      '  - id: A.5.2\n    status: "imp$0"\n',
      'implemented',
      '  - id: A.5.2\n    status: "implemented"\n',
    ],
    ['without a blank', '  - id: A.5.2\n    status:$0\n', 'planned', '  - id: A.5.2\n    status: planned\n'],
    ['a flag', '  - id: A.5.2\n    applicable: $0\n', 'false', '  - id: A.5.2\n    applicable: false\n'],
    [
      'a person',
      '  - id: A.5.2\n    owner: $0\n',
      'jane@example.org',
      '  - id: A.5.2\n    owner: jane@example.org\n',
    ],
    [
      'a date to come',
      '  - id: A.5.2\n    until: $0\n',
      '2027-11-22',
      '  - id: A.5.2\n    until: 2027-11-22\n',
    ],
    [
      'a date past',
      '  - id: A.5.2\n    evidence:\n      - path: x\n        reviewed: { on: $0 }\n',
      '2026-11-22',
      '  - id: A.5.2\n    evidence:\n      - path: x\n        reviewed: { on: 2026-11-22 }\n',
    ],
    [
      'evidence kind',
      '  - id: A.5.2\n    evidence:\n      - path: x\n        kind: $0\n',
      'policy',
      '  - id: A.5.2\n    evidence:\n      - path: x\n        kind: policy\n',
    ],
  ])('%s', (_, before, label, after) => expect(checkChosen(MAPPING(before), label)).toBe(MAPPING(after)));
  test('roles, frameworks, the mark', () => {
    expect(
      checkLabels('clausewright: control-mapping/1\nsystem: { role: $0 }\ncontrols:\n  - id: A.5.2\n'),
    ).toContain('deployer');
    expect(checkLabels(`${HEAD}framework: $0\ncontrols:\n  - id: A.5.2\n`)).toContain('eu-ai-act');
    expect(
      checkLabels(`${HEAD}framework: iso-27001\nframeworks: [$0]\ncontrols:\n  - id: A.5.2\n`),
    ).not.toContain('iso-27001');
    expect(checkLabels('clausewright: control-mapping/1$0\ncontrols:\n  - id: A.5.2\n')).toEqual([
      'control-mapping/1',
    ]);
  });
});
