import { describe, expect, test } from 'vitest';
import { targetOf } from '../../../server/src/workspace/target.ts';

/** What a link in `docs/controls.yaml` points at, with the workspace folder outermost. */
function checkTarget(link: string, expected: unknown): void {
  expect(targetOf(link, 'docs/controls.yaml', '')).toEqual(expected);
}

const file = (path: string, fragment?: string) => ({ kind: 'file', path, fragment });

describe('evidence points at', () => {
  test.each([
    ['card.md', file('docs/card.md')],
    ['a/card.md#evaluation', file('docs/a/card.md', 'evaluation')],
    ['../reports/junit.xml', file('reports/junit.xml')],
    ['/reports/junit.xml', file('reports/junit.xml')],
    ['src/train.py#L10-L40', file('docs/src/train.py', 'L10-L40')],
    ['impact.yaml#/harms/0', file('docs/impact.yaml', '/harms/0')],
    ['#own-section', file('docs/controls.yaml', 'own-section')],
    ['a%20b/card.md#caf%C3%A9', file('docs/a b/card.md', 'café')],
    ['100%/card.md', file('docs/100%/card.md')],
    ['a\\b.md', file('docs/a/b.md')],
    ['card.md#', file('docs/card.md')],
    [' card.md ', file('docs/card.md')],
    ['reports/*.xml', { kind: 'glob', pattern: 'docs/reports/*.xml' }],
    ['../{a,b}/**', { kind: 'glob', pattern: '{a,b}/**' }],
    ['https://example.org/a#b', { kind: 'url', url: 'https://example.org/a#b' }],
    ['mailto:x@example.org', { kind: 'url', url: 'mailto:x@example.org' }],
    ['s3://bucket/key', { kind: 'url', url: 's3://bucket/key' }],
    ['RISK-42', { kind: 'ticket', ticket: 'RISK-42' }],
    ['#42', { kind: 'ticket', ticket: '#42' }],
    ['org/repo#42', { kind: 'ticket', ticket: 'org/repo#42' }],
    ['org/next.js#42', { kind: 'ticket', ticket: 'org/next.js#42' }],
    ['years/card.md#2024', file('docs/years/card.md', '2024')],
    ['card.md#2024', file('docs/card.md', '2024')],
  ])('%s', checkTarget);
});

describe('evidence that leads out is never looked at', () => {
  test.each([
    ['../../secret', { kind: 'outside', why: 'climbs' }],
    ['%2e%2e/%2e%2e/secret', { kind: 'outside', why: 'climbs' }],
    ['..%5c..%5csecret', { kind: 'outside', why: 'climbs' }],
    ['a/../../../secret#x', { kind: 'outside', why: 'climbs' }],
    ['file:///etc/passwd', { kind: 'outside', why: 'file-url' }],
    ['C:\\Windows', { kind: 'outside', why: 'absolute' }],
    ['\\\\server\\share', { kind: 'outside', why: 'absolute' }],
    ['~/secret', { kind: 'outside', why: 'absolute' }],
    ['/../secret', { kind: 'outside', why: 'climbs' }],
  ])('%s', checkTarget);

  test('a workspace folder does not lead into its neighbour', () => {
    expect(targetOf('../two/secret.md', 'one/controls.yaml', 'one')).toEqual({
      kind: 'outside',
      why: 'climbs',
    });
    expect(targetOf('/card.md', 'one/docs/controls.yaml', 'one')).toEqual(file('one/card.md'));
  });
});
