import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ControlData, CoverageData } from '../../server/src/report/coverage-data.ts';
import { ROOT } from '../support/fixture.ts';
import { folderWith } from './support/folder.ts';
import { HOSTILE } from './support/hostile.ts';
import { checkValid, cyclonedxSchema, oscalSchema } from './support/official.ts';
import { clausewright } from './support/program.ts';

const EXAMPLES = ['credit-scoring', 'complete', 'two-systems'];
const oscal = oscalSchema();
const cyclonedx = cyclonedxSchema();

const example = (name: string): string => join(ROOT, 'examples', name);

/** A copy of an example, to write into. */
function copyOf(name: string): string {
  const folder = folderWith({});
  cpSync(example(name), folder, { recursive: true });
  return folder;
}

function exported(cwd: string, ...args: string[]): string {
  const { code, out, err } = clausewright(['export', ...args], { cwd });
  expect([code, err]).toEqual([0, '']);
  return out;
}

function coverageOf(cwd: string): CoverageData {
  return JSON.parse(clausewright(['coverage', '--format', 'json'], { cwd }).out) as CoverageData;
}

/** What an export has to carry of each control. */
type Standing = Pick<
  ControlData,
  'id' | 'applicable' | 'strength' | 'needed' | 'status' | 'owner' | 'justification'
>;

function standings(data: CoverageData): (Standing & { evidence: string[][] })[] {
  return [...data.controls, ...data.clauses].map(each => ({
    id: each.id,
    applicable: each.applicable,
    strength: each.strength,
    needed: each.needed,
    status: each.status,
    owner: each.owner,
    justification: each.justification,
    evidence: each.evidence.map(({ target, strength }) => [target, strength]),
  }));
}

/** The clauses that a coverage has without an answer are no part of an export. */
function answered(data: CoverageData): CoverageData {
  const of = new Set(data.frameworks.filter(each => (each.clauses?.answered ?? 0) > 0).map(each => each.id));
  return { ...data, clauses: data.clauses.filter(({ id }) => of.has(id.slice(0, id.indexOf(':')))) };
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

interface Prop {
  readonly name: string;
  readonly value: string;
}
interface Requirement {
  readonly 'control-id': string;
  readonly props: readonly Prop[];
  readonly links?: readonly { readonly href: string }[];
}
interface Component {
  readonly 'component-definition': {
    readonly components: readonly {
      readonly 'control-implementations': readonly {
        readonly 'implemented-requirements': readonly Requirement[];
      }[];
    }[];
    readonly 'back-matter': {
      readonly resources: readonly {
        readonly uuid: string;
        readonly title: string;
        readonly props?: readonly Prop[];
      }[];
    };
  };
}

const propOf = (props: readonly Prop[] | undefined, name: string): string | null =>
  props?.find(each => each.name === name)?.value ?? null;

/** The standings that a component definition carries. */
function readComponents(text: string): object[] {
  const { components, 'back-matter': back } = (JSON.parse(text) as Component)['component-definition'];
  const resources = new Map(back.resources.map(each => [`#${each.uuid}`, each]));
  return components
    .flatMap(each => each['control-implementations'])
    .flatMap(each => each['implemented-requirements'])
    .map(({ props, links = [] }) => ({
      id: propOf(props, 'id'),
      applicable: propOf(props, 'applicable') === 'yes',
      strength: propOf(props, 'strength'),
      needed: propOf(props, 'needed'),
      status: propOf(props, 'status'),
      owner: propOf(props, 'owner'),
      justification: propOf(props, 'justification'),
      evidence: links.map(({ href }) => [
        resources.get(href)?.title,
        propOf(resources.get(href)?.props, 'strength'),
      ]),
    }));
}

describe('OSCAL', () => {
  test.each(EXAMPLES)('a component definition of %s is valid and carries the coverage', name => {
    const text = exported(example(name), 'oscal');
    checkValid(oscal, JSON.parse(text));
    expect(readComponents(text).sort(byText)).toEqual(
      standings(answered(coverageOf(example(name)))).sort(byText),
    );
  });

  test.each([
    ['credit-scoring', '.'],
    ['complete', '.'],
    ['two-systems', 'claims-triage'],
  ])('what our own reader makes of the export of %s changes no coverage', (name, folder) => {
    const cwd = copyOf(name);
    const before = coverageOf(cwd);
    writeFileSync(join(cwd, folder, 'component-definition.json'), exported(cwd, 'oscal', folder));
    const after = coverageOf(cwd);
    expect(after.frameworks).toEqual(before.frameworks);
    expect(after.controls.map(each => [each.id, each.strength, each.applicable])).toEqual(
      before.controls.map(each => [each.id, each.strength, each.applicable]),
    );
    // It was read: what has evidence is said to be in place there, too.
    const told = after.controls.flatMap(each => each.evidence);
    expect(told.some(each => each.path?.endsWith('component-definition.json'))).toBe(true);
  });

  test.each(EXAMPLES)('assessment results of %s are valid', name => {
    const document = JSON.parse(exported(example(name), 'oscal', '--type', 'assessment-results'));
    checkValid(oscal, document);
    const { controls } = coverageOf(example(name));
    const findings = document['assessment-results'].results.flatMap(
      (each: { findings: object[] }) => each.findings,
    );
    expect(findings.length).toBeGreaterThanOrEqual(controls.length);
  });

  test('the crosswalks are valid, and read back as the same pairs', () => {
    const cwd = copyOf('credit-scoring');
    const text = exported(cwd, 'oscal', '--type', 'mapping-collection');
    checkValid(oscal, JSON.parse(text));
    const config = readFileSync(join(cwd, 'clausewright.yaml'), 'utf8');
    writeFileSync(join(cwd, 'walks.json'), text);
    writeFileSync(join(cwd, 'clausewright.yaml'), `${config}\ncatalogs: [walks.json]\n`);
    const check = clausewright(['check', 'clausewright.yaml', '--format', 'json'], { cwd });
    expect(
      JSON.parse(check.out).findings.filter((each: { rule: string }) => each.rule.startsWith('catalog/')),
    ).toEqual([]);
    const again = exported(cwd, 'oscal', '--type', 'mapping-collection');
    const pairs = (document: string): string[] => [
      ...new Set(
        [
          ...document.matchAll(
            /"sources": \[\s*\{[^}]*"id-ref": "([^"]*)"[^\]]*\],\s*"targets": \[\s*\{[^}]*"id-ref": "([^"]*)"/g,
          ),
        ].map(([, from, to]) => `${from} ${to}`),
      ),
    ];
    expect(pairs(text).length).toBeGreaterThan(100);
    expect(pairs(again).sort()).toEqual(pairs(text).sort());
  });

  test('hostile texts stay valid', () => {
    for (const type of ['component-definition', 'assessment-results'])
      checkValid(oscal, JSON.parse(exported(folderWith(HOSTILE), 'oscal', '--type', type)));
  });
});

describe('CycloneDX', () => {
  test.each(EXAMPLES)('declarations of %s are valid and carry the coverage', name => {
    const bom = JSON.parse(exported(example(name), 'cyclonedx'));
    checkValid(cyclonedx, bom);
    const { claims, evidence, attestations } = bom.declarations;
    const values = new Map<string, string>(bom.properties.map((each: Prop) => [each.name, each.value]));
    const requirement = new Map<string, string>(
      attestations.flatMap(
        (each: { map: { requirement: string; claims?: string[]; counterClaims?: string[] }[] }) =>
          each.map.map(row => [[...(row.claims ?? []), ...(row.counterClaims ?? [])][0], row.requirement]),
      ),
    );
    const pieces = new Map(
      evidence.map((each: { 'bom-ref': string; propertyName: string; data: { name: string }[] }) => [
        each['bom-ref'],
        [each.data[0]?.name, each.propertyName.slice('clausewright:evidence:'.length)],
      ]),
    );
    const read = claims.map((claim: { 'bom-ref': string; evidence?: string[] }) => {
      const value = (key: string): string | null =>
        values.get(`clausewright:${key}:${claim['bom-ref']}`) ?? null;
      return {
        id: requirement.get(claim['bom-ref'])?.slice('requirement-'.length),
        applicable: value('applicable') === 'yes',
        strength: value('strength'),
        needed: value('needed'),
        status: value('status'),
        owner: value('owner'),
        justification: value('justification'),
        evidence: (claim.evidence ?? []).map(ref => pieces.get(ref)),
      };
    });
    expect(read.sort(byText)).toEqual(standings(answered(coverageOf(example(name)))).sort(byText));
  });

  test('every reference leads somewhere and no two things share one', () => {
    const text = exported(example('two-systems'), 'cyclonedx');
    const refs = [...text.matchAll(/"bom-ref": "([^"]+)"/g)].map(([, ref]) => ref);
    expect(new Set(refs).size).toBe(refs.length);
    for (const [, ref] of text.matchAll(/"(?:assessor|requirement|target)": "([^"]+)"/g))
      expect(refs).toContain(ref);
  });

  test('hostile texts stay valid', () => {
    checkValid(cyclonedx, JSON.parse(exported(folderWith(HOSTILE), 'cyclonedx')));
  });
});

describe('every export', () => {
  test.each([
    ['oscal'],
    ['oscal', '--type', 'assessment-results'],
    ['oscal', '--type', 'mapping-collection'],
    ['cyclonedx'],
  ])('is the same for the same files: %s %s %s', (...args) => {
    expect(exported(example('complete'), ...args)).toBe(exported(example('complete'), ...args));
  });

  test('keeps the text of private overlays out', () => {
    const files = {
      'clausewright.yaml': 'clausewright: config/1\ncatalogs: [iso.overlay.yaml]\n',
      'iso.overlay.yaml':
        'clausewright: overlay/1\nframework: iso-42001\nitems:\n  - { id: A.6.2.4, text: The words with a zebra. }\n',
      'controls.yaml':
        'clausewright: control-mapping/1\nsystem: { id: scoring }\ncontrols:\n  - { id: A.6.2.4, status: planned }\n',
    };
    const cwd = folderWith(files);
    for (const args of [
      ['oscal'],
      ['oscal', '--type', 'assessment-results'],
      ['oscal', '--type', 'mapping-collection'],
      ['cyclonedx'],
    ])
      expect(exported(cwd, ...args)).not.toContain('zebra');
    for (const format of ['json', 'html', 'csv', 'markdown', 'text'])
      expect(clausewright(['coverage', '--format', format], { cwd }).out).not.toContain('zebra');
  });

  test('names what is wrong', () => {
    const cwd = folderWith({ 'README.md': '# Nothing\n' });
    for (const [args, says] of [
      [['oscal'], 'nothing to export'],
      [['oscl'], 'oscal'],
      [['cyclonedx', '--type', 'ssp'], 'type'],
    ] as const) {
      const { code, out, err } = clausewright(['export', ...args], { cwd });
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(says);
    }
  });
});
