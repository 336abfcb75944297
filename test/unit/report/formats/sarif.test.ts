import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../../server/src/text/edits.ts';
import { Lines } from '../../../../server/src/text/lines.ts';
import { parseFixture } from '../../../support/fixture.ts';
import { sarifFaults } from '../../../support/sarif-schema.ts';
import { GAPS, madeUp, reportOf, written } from './reports.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface Place {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region: Region;
  };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Place[];
  readonly relatedLocations?: readonly Place[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly artifactLocation: { readonly uri: string };
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
}
interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string;
          readonly help: { readonly text: string; readonly markdown: string };
          readonly properties: { readonly tags: readonly string[] };
        }[];
      };
    };
    readonly invocations: readonly {
      readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly results: readonly Result[];
  }[];
}

/** The log of a report, which the official schema finds valid. */
function checkLog(report: ReturnType<typeof reportOf>): {
  log: Log;
  results: readonly Result[];
  text: string;
} {
  const text = written('sarif', report);
  const log = JSON.parse(text) as Log;
  expect(sarifFaults(log)).toEqual([]);
  return { log, results: log.runs[0]?.results ?? [], text };
}

test('a log is valid, and each result names its rule', () => {
  const report = reportOf(GAPS);
  const { log, results } = checkLog(report);
  expect(log.runs).toHaveLength(1);
  expect(results).toHaveLength(report.findings.length + report.suppressed.length);
  const rules = log.runs[0]?.tool.driver.rules ?? [];
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
});

test('the schema would object', () => {
  const log = JSON.parse(written('sarif', reportOf(GAPS))) as { runs: { results: { level: string }[] }[] };
  for (const result of log.runs[0]?.results ?? []) result.level = 'bad';
  expect(sarifFaults(log)).not.toEqual([]);
});

test('an empty report is a valid log', () => {
  expect(checkLog(madeUp([])).results).toEqual([]);
});

describe('a result', () => {
  const { results } = checkLog(reportOf(GAPS));
  const of = (rule: string): Result => {
    const found = results.find(each => each.ruleId === rule);
    if (found === undefined) throw new Error(`no result of ${rule}`);
    return found;
  };

  test('stands at a place below the source root, counted from 1', () => {
    expect(of('evidence/missing-file').locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'controls.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 7, startColumn: 9, endLine: 7, endColumn: 30 },
    });
  });

  test('names related places', () => {
    expect(of('evidence/empty-section').relatedLocations?.[0]?.physicalLocation.artifactLocation.uri).toBe(
      'docs/notes.md',
    );
  });

  test('says why it is suppressed', () => {
    expect(of('mapping/missing-evidence').suppressions).toEqual([
      { kind: 'inSource', status: 'accepted', justification: 'arrives with the pilot' },
    ]);
    expect(of('evidence/missing-file').suppressions).toBeUndefined();
  });

  test('carries fixes that mend it', () => {
    const { files } = parseFixture(GAPS, '');
    const change = of('evidence/missing-heading').fixes?.[0]?.artifactChanges[0];
    const text = files.get(change?.artifactLocation.uri ?? '') ?? '';
    const lines = Lines.of(text);
    const edits = (change?.replacements ?? []).map(({ deletedRegion: region, insertedContent }) => ({
      span: {
        start: lines.offset({ line: region.startLine - 1, character: region.startColumn - 1 }, text),
        end: lines.offset({ line: region.endLine - 1, character: region.endColumn - 1 }, text),
      },
      text: insertedContent.text,
    }));
    expect(applyEdits(text, edits)).toContain('- docs/notes.md#evaluation\n');
  });
});

test('an address is one, whatever the path', () => {
  const { results } = checkLog(madeUp(['x'], { path: 'a b/ü#1?%.md' }));
  const uri = results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? '';
  expect(uri).toBe('a%20b/%C3%BC%231%3F%25.md');
  expect(decodeURIComponent(uri)).toBe('a b/ü#1?%.md');
});

describe('what GitHub takes', () => {
  test('rules have help in both forms and at most 20 tags', () => {
    for (const { id, help, properties } of checkLog(madeUp([])).log.runs[0]?.tool.driver.rules ?? []) {
      expect(help.text, id).toContain(id);
      expect(help.markdown, id).not.toMatch(/[⟦⟧]/);
      expect(help.markdown, id).toContain(`(https://example.org/${id}.md)`);
      expect(properties.tags.length, id).toBeLessThanOrEqual(20);
    }
  });

  test('at most 25,000 results, the most severe, and less than 10 MB when compressed', () => {
    const long = 'The evidence "docs/evaluation.md" does not exist. '.repeat(6);
    const report = madeUp(Array.from({ length: 26_000 }, (_, index) => `${long}${index}`));
    const findings = report.findings.map((each, index) =>
      index >= 25_900 ? { ...each, severity: 'error' as const } : each,
    );
    const text = written('sarif', { ...report, findings });
    const log = JSON.parse(text) as Log;
    const results = log.runs[0]?.results ?? [];
    expect(results).toHaveLength(25_000);
    expect(results.filter(each => each.level === 'error')).toHaveLength(100);
    expect(log.runs[0]?.invocations[0]?.toolExecutionNotifications[0]?.message.text).toMatch(/^1000 of/);
    expect(gzipSync(text).length).toBeLessThan(10 * 1024 * 1024);
  });

  test('at most 100 related places', () => {
    const place = madeUp(['x']).findings[0];
    if (place === undefined) throw new Error('nothing was made up');
    const related = Array.from({ length: 150 }, () => place);
    expect(checkLog(madeUp(['x'], { related })).results[0]?.relatedLocations).toHaveLength(100);
  });

  test('fingerprints tell all results of a document apart', () => {
    const { results } = checkLog(reportOf(GAPS));
    const own = results.map(
      each =>
        `${each.locations[0]?.physicalLocation.artifactLocation.uri} ${each.partialFingerprints['primaryLocationLineHash']}`,
    );
    expect(new Set(own).size).toBe(results.length);
    for (const { partialFingerprints } of results)
      expect(partialFingerprints['primaryLocationLineHash']).toMatch(/^[0-9a-f]{16}:1$/);
  });
});
