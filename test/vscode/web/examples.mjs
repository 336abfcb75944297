// What the web suite is run with: the examples, what the command line finds in each, and the extension's files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { builtExtension } from '../harness/extension.mjs';
import { repositoryRoot } from '../harness/paths.mjs';

/** The names of the examples; the one with the most to find comes first. */
export function examples() {
  const names = readdirSync(path.join(repositoryRoot, 'examples'));
  return names.sort(
    (a, b) => Number(b === 'credit-scoring') - Number(a === 'credit-scoring') || (a < b ? -1 : 1),
  );
}

/**
 * Makes all files of a folder old. When a file was changed last is known on a disk and through git, not in a browser;
 * where nothing is new, that makes no difference.
 */
export function age(folder) {
  const long = new Date('2000-01-01T00:00:00Z');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    utimesSync(path.join(folder, name), long, long);
}

/** What the command line finds in a folder, today, as the editor shows it too. */
export function findingsOf(folder) {
  const environment = { ...process.env };
  delete environment.SOURCE_DATE_EPOCH;
  const cli = path.join(repositoryRoot, 'dist', 'cli.cjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'check', '--format', 'json', '--fail-on', 'never'],
    { cwd: folder, env: environment, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`clausewright check failed in ${folder} (${status}):\n${stderr}`);
  const { findings } = JSON.parse(stdout);
  return findings.map(({ path: file, rule, severity, range, message }) => ({
    path: file,
    rule,
    severity,
    range,
    message,
  }));
}

/** The folder of the extension under test: the development folder, or the files of a package. */
export function extensionFolder(vsix, scratch) {
  if (!vsix) return builtExtension(repositoryRoot);
  const folder = path.join(scratch, 'extension');
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(vsix)))) {
    const inside = /^extension\/(.+[^/])$/.exec(name)?.[1];
    if (!inside) continue;
    const file = path.join(folder, inside);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}
