import { describe, expect, test } from 'vitest';
import { complete } from '../../../../server/src/features/complete.ts';
import { definition } from '../../../../server/src/features/definition.ts';
import { explain } from '../../../../server/src/features/explain.ts';
import { hover } from '../../../../server/src/features/hover.ts';
import { references } from '../../../../server/src/features/references.ts';
import { coverageData } from '../../../../server/src/report/coverage-data.ts';
import { coverageJson } from '../../../../server/src/report/coverage-json.ts';
import { Checker } from '../../../../server/src/rules/checker.ts';
import { RULES } from '../../../../server/src/rules/registry.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { coverageOf } from '../../../../server/src/workspace/evidence/coverage.ts';
import { loadWorkspace } from '../../../../server/src/workspace/load.ts';
import { Session } from '../../../../server/src/workspace/session.ts';
import { freshLibrary, LIBRARY, parseFixture, sessionOf, TODAY } from '../../../support/fixture.ts';
import { hostOf } from '../../../support/memory-host.ts';
import { NIST_800_53, NIST_ID, NIST_PATH } from '../../../support/own-catalogs.ts';

const CONFIG = `catalogs: [catalogs/*.json, private/*.yaml, catalogs/*.yaml]\nframeworks: [iso-42001, ${NIST_ID}]\n`;

function workspace(text: string, also: Readonly<Record<string, string>> = {}) {
  const fixture = parseFixture(text, 'controls.yaml');
  const files = new Map([
    ...fixture.files,
    ['clausewright.yaml', CONFIG] as const,
    [NIST_PATH, NIST_800_53] as const,
    ...Object.entries(also),
  ]);
  const session = sessionOf(files);
  const checker = new Checker(session, RULES);
  return { fixture, session, checker, offset: fixture.cursor ?? 0 };
}

const MAPPING = `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
framework: ${NIST_ID}
controls:
  - id: AC-$02 (1)
    status: implemented
    evidence: [docs/accounts.md]
  - id: ac-1
    status: planned
`;

describe('a mapping against an own OSCAL catalog', () => {
  test('hover explains the control and says where it comes from', () => {
    const { session, offset } = workspace(MAPPING);
    const shown = hover(session, 'controls.yaml', offset)?.markdown ?? '';
    expect(shown).toContain('Automated System Account Management');
    expect(shown).toContain(NIST_PATH.replace(/_/g, String.raw`\_`));
    expect(shown).not.toContain('own words');
  });

  test.each([
    ['Accounts follow AC-$02 (1) since May.', 'Automated System Account Management'],
    ['Accounts follow ac-$03.', 'Access Enforcement'],
    ['NIST AI RMF MAP 4.1 and ISO/IEC 42001 A.$06.2.4', 'A.6.2.4'],
    [`${NIST_ID}:AC-$01, first of all`, 'Policy and Procedures'],
  ])('hover explains the id in %j', (prose, title) => {
    const card = parseFixture(`---\nlicense: mit\n---\n# Card\n\n${prose}\n`, 'docs/model-card.md');
    const { session } = workspace(MAPPING, Object.fromEntries(card.files));
    expect(hover(session, 'docs/model-card.md', card.cursor ?? 0)?.markdown).toContain(title);
  });

  test.each(['EU AI Act AC-$03', 'in AC-$099', 'the ACT-$03'])('%j names no control of it', prose => {
    const card = parseFixture(`---\nlicense: mit\n---\n# Card\n\n${prose}\n`, 'docs/model-card.md');
    const { session } = workspace(MAPPING, Object.fromEntries(card.files));
    expect(hover(session, 'docs/model-card.md', card.cursor ?? 0)).toBeUndefined();
  });

  test('completion offers its ids and its framework', () => {
    const { session, offset } = workspace(MAPPING.replace('AC-$02 (1)', 'AC-$0'));
    expect(complete(session, 'controls.yaml', offset).map(each => each.label)).toContain('AC-3');
    const framework = workspace(MAPPING.replace('$0', '').replace(`framework: ${NIST_ID}`, 'framework: n$0'));
    const labels = complete(framework.session, 'controls.yaml', framework.offset).map(each => each.label);
    expect(labels).toContain(NIST_ID);
  });

  test('findings name its controls', () => {
    const { checker } = workspace(MAPPING.replace('ac-1', 'AC-9'));
    const found = checker.findings('controls.yaml');
    expect(found.find(each => each.rule === 'mapping/unknown-control')?.message).toContain('"AC-9"');
    expect(found.find(each => each.rule === 'mapping/missing-controls')?.controls).toContain(
      `${NIST_ID}:AC-3`,
    );
    expect(checker.findings('clausewright.yaml')).toEqual([]);
    expect(checker.findings(NIST_PATH)).toEqual([]);
  });

  test('coverage counts it, groups and withdrawn controls left out', () => {
    const { session } = workspace(MAPPING, { 'docs/accounts.md': 'Accounts are made by a script.\n' });
    const coverage = coverageOf(session, NIST_ID);
    expect(coverage.frameworks).toMatchObject([{ id: NIST_ID, total: 4, strengths: { documented: 1 } }]);
  });

  test('explain finds an id with and without its framework', () => {
    const { session } = workspace(MAPPING);
    expect(explain(session.library, RULES, `${NIST_ID}:ac-2.1`)).toMatchObject({ id: `${NIST_ID}:AC-2(1)` });
    expect(explain(session.library, RULES, 'AC-2')).toMatchObject({ title: 'Account Management' });
  });
});

test('an edited catalog re-checks what leans on it, a moved one nothing', () => {
  const { session, checker } = workspace(MAPPING);
  for (const path of session.paths) checker.findings(path);
  checker.refresh();
  const { library } = session;
  session.setText(NIST_PATH, new Source(`\n\n${NIST_800_53}`));
  expect(checker.refresh()).toEqual(new Set([NIST_PATH]));
  expect(session.library).toBe(library);
  session.setText(NIST_PATH, new Source(NIST_800_53.replace(/(ac-0?)1"/gi, '$19"')));
  expect(checker.refresh()).toContain('controls.yaml');
  const rules = checker.findings('controls.yaml').map(each => each.rule);
  expect(rules).toContain('mapping/unknown-control');
  session.setText('clausewright.yaml', new Source(''));
  expect(session.library).toBe(LIBRARY);
  expect(session.kindOf(NIST_PATH)).toBeUndefined();
});

const OVERLAY = `overlays: iso-42001
items:
  - id: A-6-2-4
    text: The words with a zebra.
    asks: [Another sentence with a zebra]
`;

test('licensed text is shown in a hover and in no report', () => {
  const { session, checker, offset } = workspace(
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.$02.4
    status: planned
`,
    { 'private/iso.overlay.yaml': OVERLAY },
  );
  expect(checker.findings('private/iso.overlay.yaml')).toEqual([]);
  expect(hover(session, 'controls.yaml', offset)?.markdown).toContain('The words with a zebra');
  const told = JSON.stringify(explain(session.library, RULES, 'iso-42001:A.6.2.4'));
  const naming = { shown: (path: string) => path, source: (path: string) => session.source(path) };
  const coverage = coverageJson(coverageData([{ coverage: coverageOf(session), naming }]));
  const findings = JSON.stringify(session.paths.flatMap(path => checker.findings(path)));
  for (const text of [told, coverage, findings]) expect(text.toLowerCase()).not.toContain('zebra');
});

test('an own crosswalk supports across frameworks, with its basis', () => {
  const { session, checker } = workspace(
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
frameworks: [iso-42001, ${NIST_ID}]
controls:
  - id: ${NIST_ID}:AC-2
    status: implemented
    evidence: [docs/accounts.md]
//- docs/accounts.md
Accounts are made by a script.
`,
    {
      'catalogs/nist-iso.yaml': `from: ${NIST_ID}\nto: iso-42001\npairs:\n  - { from: ac-2, to: A-4-6 }\n`,
    },
  );
  expect(checker.findings('catalogs/nist-iso.yaml')).toEqual([]);
  const row = coverageOf(session, 'iso-42001').controls.find(each => each.id === 'iso-42001:A.4.6');
  expect(row).toMatchObject({ strength: 'missing', supportedThrough: [`${NIST_ID}:AC-2`] });
  expect(session.library.crosswalks.of(`${NIST_ID}:AC-2`)).toMatchObject([
    { id: 'iso-42001:A.4.6', basis: 'editorial' },
  ]);
});

test('loading a workspace reads catalogs first, in a format that is no document otherwise', async () => {
  const fixture = parseFixture(MAPPING.replace('$0', ''), 'controls.yaml');
  const files = new Map([...fixture.files, ['clausewright.yaml', CONFIG], [NIST_PATH, NIST_800_53]] as const);
  const session = new Session({ library: LIBRARY, today: TODAY });
  const { host, reads } = hostOf(files);
  await loadWorkspace(session, host, { release: true });
  expect(session.kindOf(NIST_PATH)).toBe('catalog');
  expect(reads.indexOf(NIST_PATH)).toBeLessThan(reads.indexOf('controls.yaml'));
  expect(session.graph(new Set()).entries(`${NIST_ID}:AC-2(1)`)).toHaveLength(1);
});

test('a workspace that uses one framework loads one catalog', () => {
  const library = freshLibrary();
  const files = new Map([
    [
      'controls.yaml',
      MAPPING.replace('$0', '')
        .replace(NIST_ID, 'iso-42001')
        .replace('AC-2 (1)', 'A.6.2.4')
        .replace('ac-1', 'A.5.2'),
    ],
    ['MODEL_CARD.md', '# Scoring\n\n## Training data\n\nBanks give it. See clause 6.1.4.\n'],
  ]);
  const session = sessionOf(files, library);
  const checker = new Checker(session, RULES);
  for (const path of session.paths) checker.findings(path);
  coverageOf(session);
  expect(library.loaded).toEqual(['iso-42001']);
});

test('references and definition lead from a mapping of another tool to the entry and back', () => {
  const { session, offset } = workspace(MAPPING, {
    'components/aws.yaml': `name: AWS\nsatisfies:\n  - control_key: AC-2 (1)\n    standard_key: NIST-800-53\n    implementation_status: complete\n    narrative: [{ text: Scripts }]\n`,
  });
  const text = session.source('components/aws.yaml')?.text ?? '';
  const there = text.indexOf('AC-2');
  expect(references(session, 'components/aws.yaml', there).map(each => each.path)).toEqual([
    'components/aws.yaml',
    'controls.yaml',
  ]);
  expect(definition(session, 'components/aws.yaml', there)?.targets[0]).toMatchObject({
    path: 'controls.yaml',
  });
  expect(hover(session, 'components/aws.yaml', there)?.markdown).toContain(
    'Automated System Account Management',
  );
  expect(hover(session, 'controls.yaml', offset)?.markdown).toContain('OpenControl component');
  const row = coverageOf(session, NIST_ID).controls.find(each => each.id === `${NIST_ID}:AC-2(1)`);
  expect(row?.evidence.at(-1)).toMatchObject({ target: 'components/aws.yaml', strength: 'asserted' });
});
