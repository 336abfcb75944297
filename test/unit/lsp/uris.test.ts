import { describe, expect, test } from 'vitest';
import { foldersAfter, foldersOf } from '../../../server/src/lsp/folders.ts';
import { Locations } from '../../../server/src/lsp/uris.ts';

function locations(...uris: string[]): Locations {
  return new Locations(uris.map(uri => ({ uri, name: decodeURIComponent(uri.split('/').at(-1) ?? '') })));
}

test.each([
  ['file:///home/me/ws', 'file:///home/me/ws/docs/a.md', 'docs/a.md'],
  ['file:///home/me/ws/', 'file:///home/me/ws/a.md', 'a.md'],
  ['file:///home/me/w%20s', 'file:///home/me/w s/%C3%A4%23%3F.md', 'ä#?.md'],
  ['file:///c%3A/ws', 'file:///C:/ws/a.md', 'a.md'],
  ['file:///C:/ws', 'file:///c%3A/ws/%5Ba%5D.md', '[a].md'],
  ['vscode-vfs://github/o/r', 'vscode-vfs://github/o/r/a%25.md', 'a%.md'],
  ['vscode-remote://ssh-remote%2Bhost/home/ws', 'vscode-remote://ssh-remote%2Bhost/home/ws/a.md', 'a.md'],
  ['file:///home/ws', 'FILE:///home/ws/50%.md', '50%.md'],
])('in %s the URI %s is %s', (folder, uri, path) => {
  expect(locations(folder).pathOf(uri)).toBe(path);
});

test.each([
  'file:///home/other/a.md',
  'file:///home/wsx/a.md',
  'file:///home/ws',
  'file:///home/ws/',
  'file:///home/ws/../secret.md',
  'file:///home/ws/%2E%2E/secret.md',
  'file:///home/ws/..%2Fsecret.md',
  'file:///home/ws/a%00.md',
  'file://server/home/ws/a.md',
  'untitled:Untitled-1',
  'no uri',
  '',
])('%s lies in no folder', uri => {
  expect(locations('file:///home/ws').pathOf(uri)).toBeUndefined();
});

describe('several folders', () => {
  const two = locations('file:///x/docs', 'file:///y/docs', 'file:///y/docs/inner');

  test('have their names in front, made distinct', () => {
    expect(two.roots).toEqual(['docs', 'docs-2']);
    expect(two.pathOf('file:///x/docs/a.md')).toBe('docs/a.md');
    expect(two.pathOf('file:///y/docs/a.md')).toBe('docs-2/a.md');
  });

  test('a folder in another is part of that one', () => {
    expect(two.pathOf('file:///y/docs/inner/a.md')).toBe('docs-2/inner/a.md');
  });

  test('paths lead back to the URIs', () => {
    expect(two.uriOf('docs-2/ä b/50%.md')).toBe('file:///y/docs/%C3%A4%20b/50%25.md');
    expect(two.uriOf('other/a.md')).toBeUndefined();
  });
});

test('no folder has one root and no paths', () => {
  const none = locations();
  expect(none.roots).toEqual(['']);
  expect(none.pathOf('file:///a.md')).toBeUndefined();
  expect(none.uriOf('a.md')).toBeUndefined();
});

test('old clients name one folder, or only its path', () => {
  const base = { processId: null, capabilities: {} };
  expect(foldersOf({ ...base, rootUri: 'file:///a/b%20c' })).toEqual([
    { uri: 'file:///a/b%20c', name: 'b c' },
  ]);
  expect(foldersOf({ ...base, rootUri: null, rootPath: '/a/b c' })).toEqual([
    { uri: 'file:///a/b%20c', name: 'b c' },
  ]);
  expect(foldersOf({ ...base, rootUri: null, rootPath: 'C:\\a\\b' })[0]?.uri).toBe('file:///C%3A/a/b');
  expect(foldersOf({ ...base, rootUri: null, workspaceFolders: null })).toEqual([]);
});

test('folders are removed however their URI is written', () => {
  const event = {
    added: [{ uri: 'file:///n', name: 'n' }],
    removed: [{ uri: 'file:///c%3A/a/', name: 'a' }],
  };
  expect(foldersAfter([{ uri: 'file:///C:/a', name: 'a' }], event)).toEqual(event.added);
});
