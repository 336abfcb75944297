import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinguished, fingerprintsOf } from '../../../server/src/report/fingerprint.ts';
import { Checker } from '../../../server/src/rules/checker.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import type { Finding } from '../../../server/src/workspace/finding.ts';
import { checkProperty } from '../../support/cases.ts';
import { sessionOf } from '../../support/fixture.ts';

/** One entry of a mapping with a gap of its own. */
interface Gap {
  readonly id: string;
  readonly evidence: string;
}

const IDS = ['A.2.2', 'A.4.2', 'A.5.2', 'A.6.2.4', 'A.7.2', 'A.8.2', 'A.9.2'];

const gaps = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...IDS),
    evidence: fc.stringMatching(/^[a-z]{1,8}$/).map(name => `docs/${name}.md`),
  }),
  { minLength: 1, maxLength: 6, selector: gap => gap.id },
);

/** How a mapping is laid out, which says nothing about its gaps. */
const layouts = fc.record({
  indent: fc.integer({ min: 1, max: 5 }),
  above: fc.integer({ min: 0, max: 30 }),
  between: fc.integer({ min: 0, max: 3 }),
  crlf: fc.boolean(),
  quote: fc.constantFrom('', '"', "'"),
  path: fc.constantFrom(
    'controls.yaml',
    'soa.yaml',
    'governance/ai.controls.yaml',
    'a b/control-mapping.yaml',
  ),
});

const PLAIN = { indent: 2, above: 0, between: 0, crlf: false, quote: '', path: 'controls.yaml' };

function mapping(all: readonly Gap[], layout: typeof PLAIN): string {
  const { indent, above, between, crlf, quote } = layout;
  const by = ' '.repeat(indent);
  const lines = [
    'clausewright: control-mapping/1',
    ...Array.from({ length: above }, (_, index) => `# line ${index}`),
    'system: { id: scoring, owner: jane@example.org }',
    'controls:',
    ...all.flatMap(({ id, evidence }) => [
      ...Array.from({ length: between }, () => ''),
      `${by}- id: ${id}`,
      `${by}  status: implemented`,
      `${by}  evidence:`,
      `${by}  ${by}- ${quote}${evidence}${quote}`,
    ]),
  ];
  return lines.map(line => line + (crlf ? '\r\n' : '\n')).join('');
}

function checkFingerprints(path: string, text: string): { findings: readonly Finding[]; prints: string[] } {
  const session = sessionOf(new Map([[path, text]]));
  const findings = new Checker(session, RULES).findings(path);
  const source = session.source(path);
  if (source === undefined) throw new Error(`${path} is no document`);
  return { findings, prints: fingerprintsOf(findings, source) };
}

/** Fingerprints of the findings about evidence that does not exist, by the control and the name of the evidence. */
function missing(path: string, text: string): Map<string, string> {
  const { findings, prints } = checkFingerprints(path, text);
  return new Map(
    findings.flatMap((finding, index): [string, string][] =>
      finding.rule === 'evidence/missing-file'
        ? [[`${finding.controls.join()} ${/"([^"]+)"/.exec(finding.message)?.[1]}`, prints[index] ?? '']]
        : [],
    ),
  );
}

describe('a fingerprint', () => {
  test('stays when lines move, the file is renamed, indented or quoted otherwise', () => {
    checkProperty(
      fc.property(gaps, layouts, (all, layout) => {
        const plain = checkFingerprints('controls.yaml', mapping(all, PLAIN)).prints;
        expect(checkFingerprints(layout.path, mapping(all, layout)).prints).toEqual(plain);
        expect(plain.length).toBeGreaterThanOrEqual(all.length);
      }),
      { numRuns: 60 },
    );
  });

  test('changes with the cause, and with that only', () => {
    checkProperty(
      fc.property(gaps, fc.nat(), layouts, (all, pick, layout) => {
        const at = pick % all.length;
        const changed = all.map((gap, index) =>
          index === at ? { ...gap, evidence: 'other/place.md' } : gap,
        );
        const before = missing('controls.yaml', mapping(all, PLAIN));
        const after = missing(layout.path, mapping(changed, layout));
        expect(after.size).toBe(all.length);
        for (const [index, { id, evidence }] of all.entries())
          if (index === at)
            expect([...before.values()]).not.toContain(after.get(`iso-42001:${id} other/place.md`));
          else
            expect(after.get(`iso-42001:${id} ${evidence}`)).toBe(before.get(`iso-42001:${id} ${evidence}`));
      }),
      { numRuns: 60 },
    );
  });

  test('differs for every finding of a document', () => {
    checkProperty(
      fc.property(gaps, all => {
        const { prints } = checkFingerprints('controls.yaml', mapping(all, PLAIN));
        expect(new Set(prints).size).toBe(prints.length);
      }),
      { numRuns: 30 },
    );
  });
});

test('equal findings of a document are told apart, the same way each time', () => {
  const gap = { id: 'A.7.2', evidence: 'docs/data.md' };
  const prints = (all: readonly Gap[], layout: typeof PLAIN): string[] => {
    const { findings, prints: own } = checkFingerprints(layout.path, mapping(all, layout));
    return own.filter((_, index) => findings[index]?.rule === 'evidence/missing-file');
  };
  const twice = prints([gap, gap], PLAIN);
  expect(new Set(twice).size).toBe(2);
  expect(prints([gap, gap], { ...PLAIN, above: 7, between: 2, indent: 4 })).toEqual(twice);
  expect(prints([gap], PLAIN)).toEqual([twice[0]]);
});

test('the day of the check is no part of it', () => {
  const text = (day: string): string => `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - { path: docs/x.md, reviewed: { by: sam@example.org, on: 2025-01-01, digest: 3f9c2a71b0d4 } }
# ${day}
`;
  const printsOn = (today: string): string[] => {
    const session = sessionOf(
      new Map([
        ['controls.yaml', text(today)],
        ['docs/x.md', '# X\n\nThe model is retrained each month by the risk team.\n'],
      ]),
    );
    session.today = today;
    const source = session.source('controls.yaml');
    const findings = new Checker(session, RULES).findings('controls.yaml');
    return source === undefined ? [] : fingerprintsOf(findings, source);
  };
  expect(printsOn('2026-11-22')).not.toEqual([]);
  expect(printsOn('2026-11-22')).toEqual(printsOn('2026-12-24'));
});

test('a copy for formats in which no two may be equal', () => {
  expect(distinguished('abc', 0)).toBe('abc');
  expect(distinguished('abc', 1)).toMatch(/^[0-9a-f]{32}$/);
  expect(distinguished('abc', 1)).not.toBe(distinguished('abc', 2));
});
