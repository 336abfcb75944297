import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldersUp, relativePath, resolvePath } from '../../../server/src/workspace/paths.ts';
import { checkProperty } from '../../support/cases.ts';

describe('a path is read from a folder', () => {
  test.each([
    ['docs', 'card.md', '', 'docs/card.md'],
    ['', 'a/b.md', '', 'a/b.md'],
    ['docs', './card.md', '', 'docs/card.md'],
    ['docs/deep', '../card.md', '', 'docs/card.md'],
    ['docs', 'a//b/./c.md', '', 'docs/a/b/c.md'],
    ['docs', 'reports/', '', 'docs/reports'],
    ['docs', '..\\reports\\a.md', '', 'reports/a.md'],
    ['docs', '..hidden/.github/x', '', 'docs/..hidden/.github/x'],
    ['a', 'b~c/d', '', 'a/b~c/d'],
    ['docs', '', '', 'docs'],
    ['docs', '..', '', ''],
  ])('%s, %s', (folder, relative, root, expected) => {
    expect(resolvePath(folder, relative, root)).toBe(expected);
  });
});

describe('a path stays inside its workspace folder', () => {
  test.each([
    ['docs', '../../etc/passwd', ''],
    ['one/docs', '../../two/secret.md', 'one'],
    ['docs', '/etc/passwd', ''],
    ['docs', '\\\\server\\share', ''],
    ['docs', 'C:/Windows', ''],
    ['docs', 'c:file', ''],
    ['docs', 'file:///etc/passwd', ''],
    ['docs', '~/secret', ''],
    ['docs', 'a/../../..', ''],
  ])('%s, %s', (folder, relative, root) => {
    expect(resolvePath(folder, relative, root)).toBeUndefined();
  });

  test('whatever it is made of', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b', '..a', 'c.', '~', '...');
    const path = fc.array(part, { maxLength: 8 }).map(parts => parts.join('/'));
    checkProperty(
      fc.property(fc.constantFrom('', 'one', 'one/docs/deep'), path, (folder, relative) => {
        const root = folder === '' ? '' : 'one';
        const resolved = resolvePath(folder, relative, root);
        if (resolved === undefined) return;
        expect(resolved.split('/')).not.toContain('..');
        expect(resolved === root || root === '' || resolved.startsWith(`${root}/`)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

test('a relative path leads back to where it came from', () => {
  const name = fc.constantFrom('a', 'b', 'c');
  const folder = fc.array(name, { maxLength: 3 }).map(parts => parts.join('/'));
  checkProperty(
    fc.property(folder, folder, name, (from, to, file) => {
      const path = to === '' ? file : `${to}/${file}`;
      expect(resolvePath(from, relativePath(from, path))).toBe(path);
    }),
  );
});

test('folders upwards end at the outermost', () => {
  expect(foldersUp('a/b')).toEqual(['a/b', 'a', '']);
  expect(foldersUp('')).toEqual(['']);
});
