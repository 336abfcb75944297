import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nodeHost } from '../../../server/src/hosts/node/host.ts';
import type { Host } from '../../../server/src/workspace/host.ts';

/** A scratch folder with these files. */
function scratch(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'clausewright-host-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

async function listed(host: Host, limit = 1000): Promise<string[]> {
  const files: string[] = [];
  for await (const batch of host.list(limit, () => false)) files.push(...batch);
  return files.sort();
}

async function shown(host: Host, ...paths: string[]): Promise<string[]> {
  const results = await host.read(paths);
  return results.map(each => {
    if (each.kind === 'text')
      return `${each.lossy === true ? 'lossy ' : ''}${JSON.stringify(each.source.text)}`;
    return each.kind === 'unreadable' ? each.why : each.kind;
  });
}

test('files are listed but for the folders that other tools write', async () => {
  const folder = scratch({
    'a.md': '',
    'docs/b/c.txt': '',
    '.github/d.yml': '',
    '.git/e': '',
    'x/node_modules/f.md': '',
    'build/g.md': '',
    'x/.venv/lib/h.md': '',
  });
  const host = nodeHost([{ prefix: '', folder }]);
  expect(await listed(host)).toEqual(['.github/d.yml', 'a.md', 'docs/b/c.txt']);
});

test('several folders have their prefix, and one that is not there has nothing', async () => {
  const folder = scratch({ 'one/a.md': 'A', 'two/a.md': 'B' });
  const host = nodeHost([
    { prefix: 'one', folder: join(folder, 'one') },
    { prefix: 'two', folder: join(folder, 'two') },
    { prefix: 'three', folder: join(folder, 'three') },
  ]);
  expect(await listed(host)).toEqual(['one/a.md', 'two/a.md']);
  expect(await shown(host, 'two/a.md', 'three/a.md', 'a.md')).toEqual(['"B"', 'missing', 'missing']);
});

test('listing ends early at the limit and when it is cancelled', async () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`d${n}/${n}.md`, '']));
  const host = nodeHost([{ prefix: '', folder: scratch(files) }]);
  expect((await listed(host, 10)).length).toBe(10);
  const found: string[] = [];
  for await (const batch of host.list(1000, () => true)) found.push(...batch);
  expect(found).toEqual([]);
});

test('texts keep their BOM and line breaks; what is no UTF-8 is said', async () => {
  const folder = scratch({
    'bom.md': '\ufeffa\r\nb\rc',
    'latin.md': Buffer.from('caf\xe9', 'latin1'),
    'zero.md': Buffer.from([65, 0, 66]),
    'huge.md': Buffer.alloc(16 * 1024 * 1024 + 1, 'a'),
    'empty.md': '',
    'folder/x.md': '',
  });
  const host = nodeHost([{ prefix: '', folder }]);
  expect(
    await shown(host, 'bom.md', 'latin.md', 'zero.md', 'huge.md', 'empty.md', 'folder', 'none.md'),
  ).toEqual(['"\ufeffa\\r\\nb\\rc"', 'lossy "caf\ufffd"', 'binary', 'too-large', '""', 'missing', 'missing']);
});

test('nothing outside the folder is read, whatever is asked', async () => {
  const folder = scratch({ 'ws/in.md': 'in', 'out.md': 'out', 'far/away.md': 'away' });
  const ws = join(folder, 'ws');
  symlinkSync(join(folder, 'out.md'), join(ws, 'link.md'));
  symlinkSync(join(folder, 'far'), join(ws, 'far'));
  symlinkSync(join(ws, 'in.md'), join(ws, 'same.md'));
  symlinkSync(ws, join(ws, 'loop'));
  symlinkSync(join(ws, 'nowhere'), join(ws, 'dangling.md'));
  const host = nodeHost([{ prefix: '', folder: ws }]);
  const paths = [
    '../out.md',
    'x/../../out.md',
    join(folder, 'out.md'),
    'link.md',
    'far/away.md',
    'a\0.md',
    'dangling.md',
    '',
  ];
  expect(await shown(host, ...paths)).toEqual(paths.map(() => 'missing'));
  expect(await host.find(paths.slice(0, -1), 100)).toEqual([]);
  expect(await listed(host)).toEqual(['in.md', 'same.md']);
  expect(await shown(host, 'same.md', 'loop/in.md')).toEqual(['"in"', '"in"']);
});

test('what is asked for by name is found in folders that are not listed', async () => {
  const folder = scratch({
    'build/a.xml': '',
    'dist/r/b.txt': '',
    'dist/r/node_modules/c.txt': '',
    'real/d.md': '',
  });
  symlinkSync(join(folder, 'real'), join(folder, 'linked'));
  const host = nodeHost([{ prefix: '', folder }]);
  const asked = ['build/a.xml', 'dist/r', 'linked/d.md', 'build/none.xml', 'dist/none'];
  expect(await host.find(asked, 100)).toEqual(['build/a.xml', 'dist/r/b.txt', 'linked/d.md']);
  expect(await host.find(asked, 1)).toEqual(['build/a.xml']);
});

test('a file that may not be read is missing', async context => {
  const folder = scratch({ 'secret.md': 'x' });
  chmodSync(join(folder, 'secret.md'), 0);
  if (process.getuid?.() === 0) context.skip();
  expect(await shown(nodeHost([{ prefix: '', folder }]), 'secret.md')).toEqual(['missing']);
});
