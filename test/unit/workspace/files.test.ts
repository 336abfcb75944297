import { describe, expect, test } from 'vitest';
import { FileSet } from '../../../server/src/workspace/files.ts';
import { targetOf } from '../../../server/src/workspace/target.ts';

function filesOf(...paths: string[]): FileSet {
  const files = new FileSet();
  for (const path of paths) files.add(path);
  return files;
}

test('folders come with their first file and go with their last', () => {
  const files = new FileSet();
  expect(files.add('a/b/c.md')).toEqual(['a/b', 'a', '']);
  expect(files.add('a/d.md')).toEqual([]);
  expect(files.add('a/d.md')).toBeUndefined();
  expect(files.hasFolder('a/b')).toBe(true);
  expect(files.delete('a/b/c.md')).toEqual(['a/b']);
  expect(files.hasFolder('a/b')).toBe(false);
  expect(files.delete('a/b/c.md')).toBeUndefined();
  expect(files.delete('a/d.md')).toEqual(['a', '']);
  expect(files.hasFolder('')).toBe(false);
});

test('globs match hidden files and are read again when a file comes or goes', () => {
  const files = filesOf('b.md', 'a/.x.md', 'a/y.txt');
  expect(files.matching('**/*.md')).toEqual(['a/.x.md', 'b.md']);
  files.add('a/z.md');
  expect(files.matching('**/*.md')).toEqual(['a/.x.md', 'a/z.md', 'b.md']);
  files.delete('b.md');
  expect(files.matching('**/*.md')).toEqual(['a/.x.md', 'a/z.md']);
});

test('a glob in a folder with special characters means that folder', () => {
  const target = targetOf('*.xml', 'a (old)/[x]/controls.yaml', '');
  const files = filesOf('a (old)/[x]/r.xml', 'a (old)/x/r.xml');
  expect(target.kind === 'glob' ? files.matching(target.pattern) : target).toEqual(['a (old)/[x]/r.xml']);
});

describe('a path that leads nowhere may have meant', () => {
  const files = filesOf(
    'docs/Card.md',
    'docs/evaluation.md',
    'reports/fairness.xml',
    'a/same.md',
    'b/same.md',
  );

  test.each([
    ['docs/card.md', 'docs/Card.md'],
    ['reports/evaluation.md', 'docs/evaluation.md'],
    ['reports/fairnes.xml', 'reports/fairness.xml'],
    ['c/same.md', undefined],
    ['something/else.txt', undefined],
  ])('%s: %s', (path, expected) => expect(files.similar(path)).toBe(expected));
});
