import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../server/src/model/document.ts';
import type { ForeignModel } from '../../../server/src/model/foreign/model.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import { createBlockParser } from '../../../server/src/syntax/markdown/blocks.ts';
import { Source } from '../../../server/src/text/source.ts';
import { checkerOf, parseFixture } from '../../support/fixture.ts';
import { mutated } from '../../support/mutated.ts';

const blocks = createBlockParser();

function checkForeign(path: string, text: string): ForeignModel | undefined {
  const document = readDocument(path, new Source(text), { blocks, kind: undefined, earlier: undefined });
  return document?.model.kind === 'foreign-mapping' ? document.model : undefined;
}

const OSCAL = JSON.stringify({
  'component-definition': {
    metadata: { title: 'Components' },
    components: [
      {
        title: 'Gateway',
        'control-implementations': [
          {
            source: '#cat',
            'implemented-requirements': [
              { 'control-id': 'ac-2', description: 'By script.' },
              {
                'control-id': 'ac-3',
                description: '',
                props: [{ name: 'implementation-status', value: 'implemented' }],
                statements: [{ props: [{ name: 'implementation-status', value: 'planned' }] }],
              },
            ],
          },
        ],
      },
    ],
    'back-matter': { resources: [{ uuid: 'cat', title: 'NIST SP 800-53', rlinks: [{ href: 'nist.json' }] }] },
  },
});

const OPENCONTROL = `name: Audit policy
satisfies:
  - control_key: ⟦AU-1⟧
    standard_key: NIST-800-53
    implementation_status: complete
    narrative: [{ text: Written down. }]
  - control_key: ⟦AU-2⟧
    standard_key: NIST-800-53
    implementation_status: none
`;

const COMPLIANCE = `policy: NIST 800-53
title: Moderate
id: nist
levels: [{ id: low }]
controls:
  - id: ⟦AC-1⟧
    levels: [low]
    status: automated
    rules: [accounts_checked]
    controls:
      - id: ⟦AC-1(a)⟧
        status: not applicable
        levels: [low]
  - id: ⟦AC-2⟧
    levels: [low]
    status: does not meet
`;

describe('mappings of other tools', () => {
  test('an OSCAL component definition: the weakest statement counts', () => {
    const model = checkForeign('oscal/component-definition.json', OSCAL);
    expect(model?.entries.map(each => [each.id.value, each.status, each.narrated])).toEqual([
      ['ac-2', undefined, true],
      ['ac-3', 'planned', false],
    ]);
    expect(model?.entries[0]).toMatchObject({
      component: 'Gateway',
      frameworks: ['nist.json', 'NIST SP 800-53'],
    });
  });

  test.each([
    ['component.yaml', OPENCONTROL, 'opencontrol', ['implemented', 'planned']],
    ['controls/nist.yml', COMPLIANCE, 'compliance-as-code', ['implemented', 'excluded', 'planned']],
  ])('%s is known by its content, each id at its place', (path, marked, format, statuses) => {
    const { files, marks } = parseFixture(marked, path);
    const model = checkForeign(path, files.get(path) ?? '');
    expect(model?.format).toBe(format);
    expect(model?.entries.map(each => each.status)).toEqual(statuses);
    const places = model?.entries.map(({ id }) => ({ start: id.from, end: id.to }));
    expect(places).toEqual(marks.get(path));
  });

  test('OpenControl with the standards as keys', () => {
    const text =
      'name: Old\nsatisfies:\n  NIST-800-53:\n    AU-1:\n      implementation_status: partial\n      narrative: Words\n';
    expect(checkForeign('component.yaml', text)?.entries).toMatchObject([
      { id: { value: 'AU-1' }, frameworks: ['NIST-800-53'], status: 'partial', narrated: true },
    ]);
  });

  test.each([
    ['.github/workflows/ci.yml', 'name: CI\non: push\njobs: { build: { steps: [] } }\n'],
    ['controls.yaml', 'policy: ours\ncontrols:\n  - { id: jump, key: space }\n'],
    ['values.yaml', 'policy: strict\ncontrols:\n  enabled: true\n'],
    ['x.yaml', 'satisfies: [PEP8]\nname: lint\n'],
    ['package.json', '{"name":"x","satisfies":[]}'],
    ['custodian.yml', 'policies:\n  - name: s3\n    resource: s3\ncontrols: []\n'],
  ])('%s is none', (path, text) => {
    expect(checkForeign(path, text)).toBeUndefined();
  });

  test('a mapping of ours stays ours', () => {
    const text =
      'clausewright: control-mapping/1\npolicy: x\ncontrols:\n  - { id: A.6.2.4, status: planned, rules: [a] }\n';
    expect(checkForeign('controls.yaml', text)).toBeUndefined();
  });

  test('they have findings for their syntax and for nothing else', () => {
    const files = new Map([
      ['component.yaml', OPENCONTROL.replace(/[⟦⟧]/g, '').replace('AU-2', 'A.99')],
      ['controls/nist.yml', `${COMPLIANCE.replace(/[⟦⟧]/g, '')}    status: "open\n`],
    ]);
    const checker = checkerOf(files, RULES);
    expect(checker.findings('component.yaml')).toEqual([]);
    expect([...new Set(checker.findings('controls/nist.yml').map(each => each.rule))]).toEqual([
      'syntax/yaml',
    ]);
  });

  test('whatever is changed in them, nothing throws and ids stand in the text', () => {
    for (const seed of [OSCAL, OPENCONTROL, COMPLIANCE])
      for (let round = 0; round < 150; round += 1) {
        const text = mutated(seed.replace(/[⟦⟧]/g, ''), round);
        for (const path of ['oscal/component-definition.json', 'component.yaml'])
          for (const { id } of checkForeign(path, text)?.entries ?? []) {
            expect(text.slice(id.from, id.to)).not.toBe('');
            expect(id.to).toBeLessThanOrEqual(text.length);
          }
      }
  });
});
