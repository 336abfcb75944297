import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { readJUnit } from '../../../../server/src/model/results/junit.ts';
import { checkProperty } from '../../../support/cases.ts';
import { GAPS, madeUp, reportOf, written } from './reports.ts';

describe('github', () => {
  /** Reads a workflow command as the runner does. */
  function command(line: string): { name: string; properties: Record<string, string>; text: string } {
    const parts = /^::(\w+) ([^:]*)::(.*)$/.exec(line);
    if (parts === null) throw new Error(`no workflow command: ${line}`);
    const plain = (text: string): string =>
      text
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%25', '%');
    const pairs = (parts[2] ?? '').split(',').map(pair => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), plain(pair.slice(equals + 1))] as const;
    });
    const text = (parts[3] ?? '').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
    return { name: parts[1] ?? '', properties: Object.fromEntries(pairs), text };
  }

  test('any text comes back as it was', () => {
    checkProperty(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (message, path) => {
        const [line = ''] = written('github', madeUp([message], { path })).split('\n');
        expect(command(line)).toMatchObject({ name: 'warning', text: message, properties: { file: path } });
      }),
    );
    const odd = '100%25 done::\r\n::error file=x::, a: b';
    const [line = ''] = written('github', madeUp([odd], { path: 'a,b:c%2C.md' })).split('\n');
    expect(command(line)).toMatchObject({ text: odd, properties: { file: 'a,b:c%2C.md', line: '1' } });
  });

  test('columns are counted from 1 and the last is part of it; severe ones come first', () => {
    const report = madeUp(['first', 'second', 'third']);
    const findings = report.findings.map((each, index) => ({
      ...each,
      severity: (['hint', 'warning', 'error'] as const)[index] ?? 'error',
    }));
    const lines = written('github', { ...report, findings })
      .trimEnd()
      .split('\n');
    expect(lines.slice(0, 3).map(line => command(line).name)).toEqual(['error', 'warning', 'notice']);
    expect(command(lines[0] ?? '').properties).toEqual({
      file: 'controls.yaml',
      line: '3',
      endLine: '3',
      col: '3',
      endColumn: '9',
      title: 'evidence/missing-file',
    });
    expect(lines.at(-1)).toBe('1 error, 1 warning, 1 hint in 1 document (1 control mapping).');
  });
});

describe('gitlab', () => {
  const validate = new Ajv().compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', not: { pattern: '^(?:/|\\./)' } },
            lines: {
              type: 'object',
              required: ['begin'],
              properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
            },
          },
        },
      },
    },
  });

  test.each([
    ['of gaps', reportOf(GAPS)],
    ['of nothing', madeUp([])],
  ])('a report %s has the form that GitLab reads', (_, report) => {
    const issues: unknown = JSON.parse(written('gitlab', report));
    expect(validate(issues) ? [] : validate.errors).toEqual([]);
    expect(issues).toHaveLength(report.findings.length);
  });

  test('no fingerprint occurs twice', () => {
    const report = madeUp(['a', 'b', 'c'], { fingerprint: 'f'.repeat(32) });
    const issues = JSON.parse(written('gitlab', report)) as { fingerprint: string }[];
    expect(new Set(issues.map(each => each.fingerprint)).size).toBe(3);
    expect(issues[0]?.fingerprint).toBe('f'.repeat(32));
  });
});

describe('junit', () => {
  const numbers = (element: XmlElement): number[] =>
    ['tests', 'failures', 'errors', 'skipped'].map(name => Number(element.attributes[name]));
  const inside = (element: XmlElement): XmlElement[] =>
    element.children.filter(child => child instanceof XmlElement);

  test('counts add up, and a reader of test results understands it', () => {
    const report = reportOf(GAPS);
    const text = written('junit', report);
    const { root } = parseXml(text);
    if (root === null) throw new Error('no root');
    const suites = inside(root);
    const sums = suites.map(numbers).reduce((all, each) => all.map((sum, at) => sum + (each[at] ?? 0)));
    expect(numbers(root)).toEqual(sums);
    for (const suite of suites) expect(Number(suite.attributes['tests'])).toBe(inside(suite).length);
    const failing = report.findings.filter(each => each.severity === 'error' || each.severity === 'warning');
    expect(readJUnit(text)).toMatchObject({ failed: failing.length });
    expect(failing.length).toBeGreaterThan(0);
    expect(text).toContain('<skipped message="suppressed by comment: arrives with the pilot"/>');
  });

  test('a document without findings passes', () => {
    expect(readJUnit(written('junit', madeUp([])))).toMatchObject({ passed: 1, failed: 0 });
  });

  test('any text makes a well-formed document', () => {
    checkProperty(
      fc.property(fc.string({ unit: 'binary' }), message => {
        const { root } = parseXml(written('junit', madeUp([message, 'x\u0000\ud800<>&"\n'])));
        expect(root?.name).toBe('testsuites');
      }),
    );
  });
});

describe('markdown', () => {
  test('is bounded by what a comment may hold, and says what was left out', () => {
    const text = written(
      'markdown',
      madeUp(Array.from({ length: 900 }, (_, at) => `Gap ${at}. `.repeat(20))),
    );
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/\n\d+ more findings do not fit into a comment/);
  });

  test('says nothing of the kind where all fits', () => {
    const text = written('markdown', reportOf(GAPS));
    expect(text).not.toContain('do not fit');
    expect(text).toContain('<summary>1 suppressed</summary>');
    expect(text.startsWith('<!-- clausewright check -->\n')).toBe(true);
  });

  test('a row stays a row: no markup, no person and no issue is taken from a message', () => {
    const odd = 'a | b <script>alert(1)</script> [x](http://y) @jane fixes #12 `c` **d**\n\n# e';
    const html = new MarkdownIt({ html: true }).render(written('markdown', madeUp([odd])));
    expect(html.match(/<tr>/g)).toHaveLength(2);
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<strong>d');
    expect(html).not.toContain('href="http://y"');
    expect(html).not.toMatch(/@jane|#12/);
    expect(html.replace(/<!-- -->/g, '')).toContain('@jane fixes #12');
  });
});
