import { existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nodeHost } from '../../../server/src/hosts/node/host.ts';
import type { Host } from '../../../server/src/workspace/host.ts';
import { become, commit, git, initGit } from '../../support/git.ts';

/** A repository in which Ana and then Sam have worked on `docs/a b.md`, which Sam has moved to `docs/b.md`. */
function repository(): { folder: string; host: Host } {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'clausewright-git-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'ws', 'docs'), { recursive: true });
  initGit(folder, 'Ana Ruiz', 'ana@example.org');
  writeFileSync(join(folder, 'ws/docs/a b.md'), '# One\n\nFirst line.\n\n  Second line.\n');
  commit(folder, 'first');
  become(folder, 'Sam', 'sam@example.org');
  renameSync(join(folder, 'ws/docs/a b.md'), join(folder, 'ws/docs/b.md'));
  commit(folder, 'moved');
  writeFileSync(join(folder, 'ws/docs/b.md'), '# One\n\nFirst line.\n\n  Another line.\n');
  commit(folder, 'second');
  return { folder, host: nodeHost([{ prefix: '', folder: join(folder, 'ws') }]) };
}

async function texts(host: Host, path: string, limit = 50): Promise<string[]> {
  const found: string[] = [];
  for await (const { source, author } of host.history?.(path, limit) ?? [])
    found.push(`${author} ${JSON.stringify(source.text.slice(0, 40))}`);
  return found;
}

test('the texts that a file had, newest first, also under its old name', async () => {
  const { host } = repository();
  expect(await texts(host, 'docs/b.md')).toEqual([
    `Sam <sam@example.org> ${JSON.stringify('# One\n\nFirst line.\n\n  Another line.\n')}`,
    `Sam <sam@example.org> ${JSON.stringify('# One\n\nFirst line.\n\n  Second line.\n')}`,
    `Ana Ruiz <ana@example.org> ${JSON.stringify('# One\n\nFirst line.\n\n  Second line.\n')}`,
  ]);
  expect(await texts(host, 'docs/b.md', 1)).toHaveLength(1);
});

test('who has written each line', async () => {
  const { host } = repository();
  const authors = await host.authors?.(['docs/b.md', 'docs/none.md']);
  expect(authors?.get('docs/b.md')).toEqual({
    '# One': ['Ana Ruiz <ana@example.org>'],
    'First line.': ['Ana Ruiz <ana@example.org>'],
    'Another line.': ['Sam <sam@example.org>'],
  });
  expect(authors?.get('docs/none.md')).toEqual({});
});

test('the person at work is whom git knows', async () => {
  expect(await repository().host.identity?.()).toBe('sam@example.org');
});

test('nothing is told where there is no repository, of files outside, or where git is off', async () => {
  const { folder } = repository();
  const off = nodeHost([{ prefix: '', folder: join(folder, 'ws') }], { git: false });
  expect(await texts(off, 'docs/b.md')).toEqual([]);
  expect((await off.authors?.(['docs/b.md']))?.get('docs/b.md')).toEqual({});
  expect(await off.identity?.()).toBeUndefined();
  writeFileSync(join(folder, 'out.md'), 'x\n');
  commit(folder, 'outside');
  const host = nodeHost([{ prefix: '', folder: join(folder, 'ws') }]);
  expect(await texts(host, '../out.md')).toEqual([]);
});

test('nothing that the repository configures is run', async () => {
  const { folder, host } = repository();
  const trap = join(folder, 'trap');
  const keys = ['core.fsmonitor', 'gpg.program', 'diff.external', 'diff.x.textconv', 'filter.x.clean'];
  for (const key of keys) git(folder, 'config', key, `touch ${trap}; cat`);
  git(folder, 'config', 'log.showSignature', 'true');
  writeFileSync(join(folder, 'ws/.gitattributes'), '*.md diff=x filter=x\n');
  writeFileSync(join(folder, 'ws/docs/b.md'), '# Changed\n');
  await host.times?.(['docs/b.md']);
  await host.authors?.(['docs/b.md']);
  await texts(host, 'docs/b.md');
  await host.identity?.();
  expect(existsSync(trap)).toBe(false);
  git(folder, 'status');
  expect(existsSync(trap), 'git itself falls into the trap').toBe(true);
});

test('the time of a file is that of its last commit as long as it is as committed', async () => {
  const { folder, host } = repository();
  const time = async (): Promise<string | undefined> =>
    (await host.times?.(['docs/b.md']))?.get('docs/b.md')?.basis;
  expect(await time()).toBe('git');
  writeFileSync(join(folder, 'ws/docs/b.md'), '# One\r\n\r\nFirst line.\r\n\r\n  Another line.\r\n');
  expect(await time(), 'checked out with other line breaks').toBe('git');
  writeFileSync(join(folder, 'ws/docs/b.md'), '# Other\n');
  expect(await time()).toBe('edited');
  const added = join(folder, 'ws/docs/added.md');
  writeFileSync(added, 'New.\n');
  expect((await host.times?.(['docs/added.md']))?.get('docs/added.md')?.basis, 'never committed').toBe(
    'file',
  );
  const off = nodeHost([{ prefix: '', folder: join(folder, 'ws') }], { git: false });
  expect((await off.times?.(['docs/b.md']))?.get('docs/b.md')?.basis, 'without git').toBe('file');
});

test('where a shallow clone ends, nobody is named and no time is known', async () => {
  const { folder } = repository();
  writeFileSync(join(folder, 'ws/docs/new.md'), 'New.\n');
  commit(folder, 'third');
  const clone = join(mkdtempSync(join(realpathSync(tmpdir()), 'clausewright-git-')), 'clone');
  onTestFinished(() => rmSync(join(clone, '..'), { recursive: true, force: true }));
  git(folder, 'clone', '-q', '--depth', '2', `file://${folder}`, clone);
  for (const [place, known] of [
    [folder, ['docs/b.md', 'docs/new.md']],
    [clone, ['docs/new.md']],
  ] as const) {
    const host = nodeHost([{ prefix: '', folder: join(place, 'ws') }]);
    const times = await host.times?.(['docs/b.md', 'docs/new.md']);
    expect([...(times?.keys() ?? [])].sort()).toEqual(known);
    const past = await host.past?.at('HEAD');
    if (past === undefined || 'fault' in past) throw new Error('no past');
    expect([...((await past.host.times?.(['docs/b.md', 'docs/new.md']))?.keys() ?? [])].sort()).toEqual(
      known,
    );
    const authors = await host.authors?.(['docs/b.md', 'docs/new.md']);
    expect(Object.keys(authors?.get('docs/b.md') ?? {})).toHaveLength(place === clone ? 0 : 3);
    expect(authors?.get('docs/new.md')).toEqual({ 'New.': ['Sam <sam@example.org>'] });
  }
});
