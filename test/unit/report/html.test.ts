import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceHref } from '../../../server/src/report/evidence-links.ts';
import { html } from '../../../server/src/report/html/markup.ts';
import { htmlReport } from '../../../server/src/report/html/page.ts';
import { REPORT_STYLE } from '../../../server/src/report/html/style.ts';
import { harmless, harmlessCell } from '../../../server/src/report/spreadsheet-text.ts';
import { uuidOf } from '../../../server/src/text/hashes.ts';
import { checkProperty } from '../../support/cases.ts';

/** The variables of a scheme: the first declares the light one, the second the dark one. */
function colours(scheme: number): ReadonlyMap<string, string> {
  const block = [...REPORT_STYLE.matchAll(/color-scheme:\w+;([^}]*)\}/g)][scheme]?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+):(#[0-9a-f]+);/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  );
}

/** How much two colours differ, as WCAG measures it. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each([
  ['light', 0],
  ['dark', 1],
])('the %s scheme', (_, scheme) => {
  const of = (name: string): string => colours(scheme).get(name) ?? '';
  const FILLS = ['missing', 'asserted', 'documented', 'reviewed', 'tested', 'enough', 'open'];

  test('has text that can be read (AA)', () => {
    for (const text of ['text', 'soft', 'link', 'open'])
      for (const back of ['back', 'raised'])
        expect([text, back, contrast(of(text), of(back)) >= 4.5]).toEqual([text, back, true]);
    for (const fill of FILLS) expect([fill, contrast(of('on-fill'), of(fill)) >= 4.5]).toEqual([fill, true]);
  });

  test('has bars, lines and marks that can be told from the ground', () => {
    for (const name of [...FILLS, 'focus', ...[0, 1, 2, 3, 4, 5].map(line => `line-${line}`)])
      expect([name, contrast(of(name), of('back')) >= 3]).toEqual([name, true]);
  });
});

describe('markup', () => {
  test('escapes whatever is put in', () => {
    checkProperty(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        expect(markup.match(/[<>"]/g)?.join('')).toBe('<""></p>'.replace('/p', ''));
      }),
    );
  });

  test('an empty report is whole', () => {
    const page = htmlReport({
      data: { version: 1, controls: [], clauses: [], frameworks: [] },
      date: '2026-11-22',
    });
    expect(page).toContain('nothing to cover');
    expect(page.endsWith('</html>\n')).toBe(true);
  });
});

test('links lead to web pages and to files, and to nothing else', () => {
  const at = (target: string, path: string | null = null): string | undefined =>
    evidenceHref({ target, path, fragment: null }, '../');
  expect(at('https://example.org/a?b#c')).toBe('https://example.org/a?b#c');
  for (const target of [
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    'data:text/html,x',
    'file:///etc',
    'https://a b',
    'https://a"b',
    '\u0000https://a',
  ])
    expect(at(target)).toBeUndefined();
  expect(at('x', 'a b/ü#.md')).toBe('../a%20b/%C3%BC%23.md');
  expect(at('x', '/etc/passwd')).toBeUndefined();
  expect(evidenceHref({ target: 'x', path: 'a.md', fragment: 'b' }, undefined)).toBeUndefined();
});

test('what begins like a formula is made harmless', () => {
  for (const text of [
    '=1',
    '+1',
    '-1',
    '@x',
    '\t=1',
    '\r=1',
    ' =1',
    '\u00a0=1',
    '＝1',
    '\n+1',
    '\tx',
    '"=1"',
    ' " +1',
  ])
    expect(harmless(text)).toBe(`'${text}`);
  for (const text of ['a=1', '1-2', '', 'A.6.2.4', "'=1"]) expect(harmless(text)).toBe(text);
});

test('nor does a cell of CSV run where a program splits it at semicolons or tabs', () => {
  expect(harmlessCell('x;=1+1')).toBe("x;'=1+1");
  expect(harmlessCell('x; "=1";\t@y')).toBe(`x; "'=1";\t'@y`);
  expect(harmlessCell('=1;-2')).toBe("'=1;'-2");
  for (const text of ['a; b', 'a;b=1', 'docs/a.md (documented); https://example.org (asserted)'])
    expect(harmlessCell(text)).toBe(text);
});

test('ids of names are UUIDs of version 5, and tell lists of names apart', () => {
  expect(uuidOf('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuidOf('a', 'b')).toBe('5d74d41e-5457-51a5-b737-a6b2157a27a6');
  expect(new Set([uuidOf('a', 'b'), uuidOf('ab'), uuidOf('a,b'), uuidOf('a', 'b', '')]).size).toBe(4);
});
