import { describe, expect, test } from 'vitest';
import { Source } from '../../../server/src/text/source.ts';
import { relativePath } from '../../../server/src/workspace/paths.ts';
import { Session } from '../../../server/src/workspace/session.ts';
import { checkerOf, LIBRARY, parseFixture, TODAY } from '../../support/fixture.ts';

function mapping(evidence: string): Source {
  return new Source(
    `clausewright: control-mapping/1\nsystem: { id: s, owner: o@example.org }\ncontrols:\n  - id: A.6.2.8\n    status: implemented\n    evidence: ${evidence}\n`,
  );
}

function sessionWith(evidence: string, files: readonly string[]): Session {
  const session = new Session({ library: LIBRARY, today: TODAY });
  session.setFiles(['controls.yaml', ...files]);
  session.setText('controls.yaml', mapping(evidence));
  return session;
}

describe('files that evidence names', () => {
  test('are read also where a glob names them, and code claims controls', () => {
    const session = sessionWith("'src/**/*.py'", ['src/a.py', 'src/deep/b.py', 'src/c.png', 'other.py']);
    expect(session.wanted()).toEqual(['src/a.py', 'src/deep/b.py']);
    session.setText('src/a.py', new Source('# clausewright: A.6.2.8\nlog()\n'));
    session.setText('src/deep/b.py', new Source('x = 1\n'));
    expect(session.graph(new Set()).claims('iso-42001:A.6.2.8')).toMatchObject([
      { path: 'src/a.py', span: { start: 16, end: 23 } },
    ]);
    session.setFiles(['src/new.py']);
    expect(session.wanted()).toEqual(['src/new.py']);
    session.setText('controls.yaml', mapping('other.py'));
    expect(session.wanted()).toEqual(['other.py']);
    expect(session.graph(new Set()).claims('iso-42001:A.6.2.8')).toEqual([]);
  });

  test('are asked for once when they hold no text, until they change', () => {
    const session = sessionWith('[data.bin2, LICENSE]', ['data.bin2', 'LICENSE']);
    expect(session.wanted()).toEqual(['data.bin2', 'LICENSE']);
    session.setText('data.bin2', undefined);
    session.setText('LICENSE', new Source('MIT License\n'));
    expect(session.wanted()).toEqual([]);
    session.setText('controls.yaml', mapping('[LICENSE, ./data.bin2]'));
    expect(session.wanted()).toEqual([]);
    session.setFiles([], ['data.bin2']);
    session.setFiles(['data.bin2']);
    expect(session.wanted()).toEqual(['data.bin2']);
    session.setText('data.bin2', new Source('now text\n'));
    expect(session.kindOf('data.bin2')).toBe('evidence');
  });

  test('are bounded in a folder of a hundred thousand, and quickly found', () => {
    const files = Array.from({ length: 100_000 }, (_, n) => `src/p${n % 100}/f${n}.py`);
    const session = sessionWith("'src/**'", files);
    const begun = performance.now();
    expect(session.wanted()).toHaveLength(300);
    session.setText('controls.yaml', mapping("'src/**' # again"));
    session.wanted();
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

/** Checks what is found at the evidence of a mapping in `gov/` beside files that it may mean. */
function checkLink(
  link: string,
  rule: string | undefined,
  files = '//- docs/card.md\n# Card\n\nText.\n',
): void {
  const fixture = parseFixture(`//- gov/controls.yaml\n${mapping(link).text}${files}`, '');
  const checker = checkerOf(fixture.files);
  const found = checker
    .findings('gov/controls.yaml')
    .map(each => each.rule)
    .filter(each => each.startsWith('evidence/'));
  expect(found).toEqual(rule === undefined ? [] : [rule]);
}

describe('links as people write them', () => {
  test.each([
    ['../docs/card.md', undefined],
    ['/docs/card.md', undefined],
    ["'..\\docs\\card.md'", undefined],
    ["'../docs/c%61rd.md'", undefined],
    ['../../docs/card.md', 'evidence/outside-workspace'],
    ["'..%2f..%2fetc/passwd'", 'evidence/outside-workspace'],
    ['/etc/passwd', 'evidence/missing-file'],
    ["'C:\\docs\\card.md'", 'evidence/outside-workspace'],
    ['file:///docs/card.md', 'evidence/outside-workspace'],
    ['~/docs/card.md', 'evidence/outside-workspace'],
    ['../docs/Card.md', 'evidence/missing-file'],
    ['../docs/card.md#none', 'evidence/missing-heading'],
    ["'../docs/*.txt'", 'evidence/missing-file'],
    ["'../../**'", 'evidence/outside-workspace'],
  ])('%s: %s', (link, rule) => checkLink(link, rule));

  test('entries that lead to each other do not go round', () => {
    checkLink(
      '../soa.yaml',
      undefined,
      '//- soa.yaml\ncontrols:\n  - { id: A.7.2, evidence: gov/controls.yaml }\n',
    );
    checkLink('controls.yaml', undefined);
  });
});

test.each([
  ['docs', 'docs', '.'],
  ['docs', 'docs/a.md', 'a.md'],
  ['docs/b', 'docs', '..'],
  ['', 'a', 'a'],
  ['', '', '.'],
  ['a/b', 'c', '../../c'],
])('from %j to %j is %j', (folder, path, expected) => {
  expect(relativePath(folder, path)).toBe(expected);
});
