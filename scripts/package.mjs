// `npm run package`: builds for production and writes clausewright-<version>.vsix, then checks what is in it.
//
//   node scripts/package.mjs [--out FILE] [--twice]
//
// --twice builds everything a second time, and fails unless both packages are the same, byte by byte.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { checkContents, largest } from './package/contents.mjs';
import { readZip } from './package/zip.mjs';
import { root, run } from './run/run.mjs';

const { values } = parseArgs({
  options: { out: { type: 'string' }, twice: { type: 'boolean', default: false } },
});
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const vsix = path.resolve(values.out ?? path.join(root, `${name}-${version}.vsix`));

/** The time that all files in the package carry, so that one commit always gives the same package. */
function commitTime() {
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : '1700000000';
}

/** Builds the extension from its sources and packs it. */
async function pack(file) {
  run('scripts/generate.mjs');
  run('esbuild.mjs', '--production', '--sizes');
  rmSync(file, { force: true });
  mkdirSync(path.dirname(file), { recursive: true });
  // Everything is bundled: node_modules stays out.
  await createVSIX({ cwd: root, packagePath: file, dependencies: false });
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

try {
  process.env.SOURCE_DATE_EPOCH ??= commitTime();
  const hash = await pack(vsix);
  const files = readZip(readFileSync(vsix));
  const size = statSync(vsix).size;
  const problems = checkContents(files, size);
  if (values.twice) {
    const other = `${vsix}.again`;
    if ((await pack(other)) !== hash) problems.push('a second build gives another package');
    rmSync(other, { force: true });
  }
  for (const problem of problems) console.error(`package: ${problem}`);
  console.log(
    `package: ${path.relative(process.cwd(), vsix)}, ${files.length} files, ${(size / 1024).toFixed(0)} kB`,
  );
  console.log(`package: SHA-256 ${hash}${values.twice ? ', the same in two builds' : ''}`);
  console.log(`package: the largest: ${largest(files).join(', ')}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
} catch (error) {
  console.error(`package: ${error.message}`);
  process.exitCode = 1;
}
