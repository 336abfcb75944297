import { describe, expect, test } from 'vitest';
import { configOf } from '../../../server/src/model/config.ts';
import { parseYaml } from '../../../server/src/syntax/yaml/parse.ts';
import { Configurations } from '../../../server/src/workspace/settings.ts';

/** Configurations by folder. */
function configurations(texts: Readonly<Record<string, string>>): Configurations {
  const made = new Configurations();
  for (const [folder, text] of Object.entries(texts))
    made.set(folder, configOf(parseYaml(text, { start: 0, end: text.length })));
  return made;
}

describe('the nearest configuration wins, key by key', () => {
  const made = configurations({
    '': 'framework: iso-27001\nreview: { period: 90, people: [jane@example.org] }\nrules: { a/x: off, a/y: error }\n',
    team: 'framework: iso-42001\nrules: { a/y: hint }\n',
    'team/alone': 'root: true\nreview: { period: 10 }\n',
  });

  test('a key that is said again', () => {
    expect(made.scopeOf('controls.yaml').framework).toBe('iso-27001');
    expect(made.scopeOf('team/controls.yaml').framework).toBe('iso-42001');
    expect(made.scopeOf('team/deep/controls.yaml').rules.get('a/y')?.severity).toBe('hint');
  });

  test('a key that is not', () => {
    const scope = made.scopeOf('team/controls.yaml');
    expect([scope.reviewPeriod, scope.people, scope.rules.get('a/x')?.severity]).toEqual([
      90,
      ['jane@example.org'],
      'off',
    ]);
  });

  test('root: true looks no further up', () => {
    const scope = made.scopeOf('team/alone/controls.yaml');
    expect([scope.reviewPeriod, scope.people, scope.rules.size, scope.framework]).toEqual([
      10,
      [],
      0,
      'iso-42001',
    ]);
  });

  test('nothing said', () => {
    const scope = new Configurations().scopeOf('controls.yaml');
    expect([scope.framework, scope.reviewPeriod, scope.inline, scope.forbidden]).toEqual([
      'iso-42001',
      365,
      true,
      [],
    ]);
  });
});

describe('globs', () => {
  const made = configurations({
    '': 'exclude: [vendor/**]\ndocuments:\n  - files: ["docs/*.md", ./cards/*.md]\n    kind: model-card\n  - { files: plans/*.md, kind: none }\n  - { files: x.md, kind: unknown }\n',
    team: 'documents: [{ files: /sheet.md, kind: dataset-card }]\n',
  });

  test.each([
    ['docs/a.md', 'model-card'],
    ['cards/a.md', 'model-card'],
    ['docs/deep/a.md', undefined],
    ['team/docs/a.md', undefined],
    ['team/sheet.md', 'dataset-card'],
    ['plans/a.md', 'none'],
    ['vendor/deep/controls.yaml', 'none'],
    ['x.md', undefined],
  ])('%s is %s', (path, kind) => expect(made.kindOf(path)).toBe(kind));
});

test('a configuration that is taken away counts no more', () => {
  const made = configurations({ '': 'framework: iso-27001\n' });
  expect(made.scopeOf('a/b.md').framework).toBe('iso-27001');
  made.set('', undefined);
  expect(made.scopeOf('a/b.md').framework).toBe('iso-42001');
});

test('values of the wrong type count as absent', () => {
  const scope = configurations({
    '': 'framework: [a]\nreview: { period: soon }\nrules: { a/x: loud, a/y: 3 }\nroot: 1\nneeded: x\n',
  }).scopeOf('x');
  expect([scope.framework, scope.reviewPeriod, scope.rules.get('a/x')?.severity]).toEqual([
    'iso-42001',
    365,
    undefined,
  ]);
});

test('a glob that says nothing is for no file', () => {
  const made = configurations({ '': 'documents: [{ files: ["/", ""], kind: incident }]\n' });
  expect(made.kindOf('a.md')).toBeUndefined();
});

test('special characters of a folder are no part of its globs', () => {
  const made = configurations({ 'a (old)/[x]': 'documents: [{ files: "*.md", kind: model-card }]\n' });
  expect(made.kindOf('a (old)/[x]/y.md')).toBe('model-card');
  expect(made.kindOf('a old/x/y.md')).toBeUndefined();
});
