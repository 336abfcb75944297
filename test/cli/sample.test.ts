import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';
import { folderWith } from './support/folder.ts';
import { clausewright } from './support/program.ts';

const EXAMPLE = join(ROOT, 'examples', 'two-systems');

interface SampleJson {
  readonly population: number;
  readonly controls: readonly { readonly clause: { readonly id: string }; readonly system: string }[];
}

function sampleOf(...args: string[]): SampleJson {
  const { code, out } = clausewright(['sample', '--format', 'json', ...args], { cwd: EXAMPLE });
  expect(code).toBe(0);
  return JSON.parse(out) as SampleJson;
}

const idsOf = ({ controls }: SampleJson): string[] =>
  controls.map(each => `${each.system} ${each.clause.id}`);

describe('sample', () => {
  test('draws the same controls for a seed, others for another, and more with a larger count', () => {
    const first = sampleOf('--seed', '42', '--count', '4', '--framework', 'iso-42001');
    // Pinned: a seed means the same on every machine and in every release.
    expect(idsOf(first)).toMatchInlineSnapshot(`
      [
        "fraud-screening iso-42001:A.3.3",
        "fraud-screening iso-42001:A.4.4",
        "fraud-screening iso-42001:A.7.3",
        "fraud-screening iso-42001:A.10.2",
      ]
    `);
    expect(sampleOf('--seed', '42', '--count', '4', '--framework', 'iso-42001')).toEqual(first);
    expect(idsOf(sampleOf('--seed', '43', '--count', '4', '--framework', 'iso-42001'))).not.toEqual(
      idsOf(first),
    );
    expect(idsOf(sampleOf('--seed', '42', '--count', '9', '--framework', 'iso-42001'))).toEqual(
      expect.arrayContaining(idsOf(first)),
    );
  });

  test('draws everything that applies where the count is larger', () => {
    const { population, controls } = sampleOf('--seed', 'x', '--count', '1000', '--framework', 'iso-42001');
    expect([controls.length, new Set(idsOf({ population, controls })).size]).toEqual([
      population,
      population,
    ]);
  });

  test('shows the chain from the clause to the signature', () => {
    const cwd = folderWith({
      'clausewright.yaml': 'clausewright: config/1\nframeworks: [iso-42001]\n',
      'controls.yaml': `clausewright: control-mapping/1
system: { id: scoring }
controls:
  - id: A.6.2.4
    status: implemented
    owner: jane@example.org
    evidence:
      - { path: MODEL_CARD.md#evaluation, reviewed: { by: sam@example.org, on: 2026-09-30, digest: 3f9c2a71b0d4 } }
`,
      'MODEL_CARD.md':
        '# Card\n\n## Evaluation\n\n<!-- evidence: A.6.2.4 -->\nThe model reaches an AUC of 0.81.\n',
    });
    const { out } = clausewright(['sample', '--seed', '1', '--count', '100'], { cwd });
    const chain = out.slice(out.indexOf('A.6.2.4 ')).split('\n\n')[0];
    expect(chain).toMatch(/^ {2}clause {4}\S/m);
    expect(chain).toContain('  claim     controls.yaml:4: implemented, owner jane@example.org');
    expect(chain).toContain('  marked    MODEL_CARD.md:5');
    expect(chain).toContain('  evidence  MODEL_CARD.md#evaluation (MODEL_CARD.md:3): documented');
    expect(chain).toMatch(
      /sign-off {2}sam@example\.org on 2026-09-30 for digest 3f9c2a71b0d4, changed since; the text has digest [0-9a-f]{12} now/,
    );
    const markdown = clausewright(['sample', '--seed', '1', '--count', '100', '--format', 'markdown'], {
      cwd,
    }).out;
    expect(markdown).toContain('- [ ] MODEL\\_CARD.md\\#evaluation');
  });

  test.each([
    [[], '--seed'],
    [['--seed', '1', '--count', '0'], '"0"'],
    [['--seed', '1', '--framework', 'iso-42002'], 'iso-42001'],
  ])('refuses %j', (args, says) => {
    const { code, out, err } = clausewright(['sample', ...args], { cwd: EXAMPLE });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });
});
