import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { canBeNobody, chmodFor, giveToNobody } from '../support/nobody.ts';
import { folderWith } from './support/folder.ts';
import { asNobody, stateOf } from './support/limited.ts';

const MAPPING = `clausewright: control-mapping/1
system: { id: x, owner: a@b.org }
controls:
  - id: A.6.2.4
    status: Implemented
    evidence: [MODEL_CARD.md#evaluation]
`;
const FILES = {
  'clausewright.yaml': 'clausewright: config/1\nrules: { mapping/missing-controls: off }\n',
  'a/controls.yaml': MAPPING,
  'b/controls.yaml': MAPPING,
  'c/controls.yaml': MAPPING,
  'out/report.json': 'old\n',
};

/** A folder whose files belong to the one who runs the program, with these permissions. */
function workspace(modes: Readonly<Record<string, number>>): string {
  const folder = folderWith(FILES);
  giveToNobody(folder);
  for (const [path, mode] of Object.entries(modes)) chmodFor(join(folder, path), mode, onTestFinished);
  return folder;
}

const bound = test.skipIf(!canBeNobody());

bound('what may not be read is named, and the rest is checked', () => {
  const cwd = workspace({ a: 0, 'b/controls.yaml': 0 });
  const { code, out, err } = asNobody(['check', '--format', 'json'], cwd);
  expect(err).toContain('clausewright: a was not read: permission denied\n');
  expect(err).toContain('clausewright: b/controls.yaml was not read: permission denied\n');
  expect(err).not.toMatch(/kind of document|\n\s+at /);
  expect(out).toContain('c/controls.yaml');
  expect(code).toBe(1);
});

bound('a file or a folder that was asked for and may not be read is not called something else', () => {
  const cwd = workspace({ a: 0, 'b/controls.yaml': 0 });
  for (const path of ['a', 'b/controls.yaml']) {
    const { err } = asNobody(['check', path], cwd);
    expect(err, path).toBe(`clausewright: ${path} was not read: permission denied\n`);
  }
});

bound('a working folder that may not be listed', () => {
  const cwd = workspace({ '': 0o311 });
  expect(asNobody(['check'], cwd).err).toContain('. was not read: permission denied');
});

bound('a fix leaves a file that is read-only as it is, says so, and mends the others', () => {
  const cwd = workspace({ 'a/controls.yaml': 0o444, b: 0o555 });
  const before = stateOf(cwd);
  const { code, out, err } = asNobody(['fix'], cwd);
  for (const path of ['a', 'b'])
    expect(err).toContain(`cannot write ${path}/controls.yaml: permission denied`);
  expect(code).toBe(2);
  expect(out).toMatch(/^c\/controls\.yaml: .*\n1 fix applied\.\n$/);
  const after = stateOf(cwd);
  for (const [path, state] of before)
    if (path !== join('c', 'controls.yaml')) expect(after.get(path)).toBe(state);
  expect(after.get(join('c', 'controls.yaml'))).toContain('status: implemented');
  expect([...after.keys()]).toEqual([...before.keys()]);
});

bound('a file that is written keeps its permissions, also those that the mask takes from new ones', () => {
  const cwd = workspace({});
  const file = join(cwd, 'a/controls.yaml');
  chmodSync(file, 0o666);
  expect(asNobody(['fix', 'a'], cwd).code).toBe(0);
  expect((statSync(file).mode & 0o777).toString(8)).toBe('666');
});

bound('results, new documents and sign-offs that may not be written are said, and change nothing', () => {
  const cwd = workspace({ out: 0o555, a: 0o555, 'out/report.json': 0o444 });
  const before = stateOf(cwd);
  for (const [target, args] of [
    ['out/report.json', ['check', '--format', 'json', '--output', 'out/report.json']],
    ['out/new.json', ['check', '--format', 'json', '--output', 'out/new.json']],
    ['out/new.zip', ['bundle', '--output', 'out/new.zip']],
    ['a/MODEL_CARD.md', ['new', 'model-card', '--output', 'a/MODEL_CARD.md']],
    ['a/clausewright.yaml', ['init', 'a']],
    ['out/base.json', ['check', '--baseline', 'out/base.json', '--update-baseline']],
  ] as const) {
    const { code, err } = asNobody(args, cwd);
    expect(err, target).toContain(`cannot write ${target}: permission denied`);
    expect(err).not.toMatch(/\n\s+at /);
    expect(code, target).toBe(2);
  }
  expect(stateOf(cwd)).toEqual(before);
});
