// `npm run package`: builds for production and writes clausewright-<version>.vsix, then checks what is in it.
//
//   node scripts/package.mjs [--out FILE]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { checkContents, largest } from './package/contents.mjs';
import { readZip } from './package/zip.mjs';
import { root, run } from './run/run.mjs';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const vsix = path.resolve(values.out ?? path.join(root, `${name}-${version}.vsix`));

/** The time that all files in the package carry, so that one commit always gives the same package. */
function commitTime() {
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : '1700000000';
}

try {
  run('scripts/generate.mjs');
  run('esbuild.mjs', '--production', '--sizes');
  rmSync(vsix, { force: true });
  mkdirSync(path.dirname(vsix), { recursive: true });
  process.env.SOURCE_DATE_EPOCH ??= commitTime();
  // Everything is bundled: node_modules stays out.
  await createVSIX({ cwd: root, packagePath: vsix, dependencies: false });
  const files = readZip(readFileSync(vsix));
  const size = statSync(vsix).size;
  const problems = checkContents(files, size);
  for (const problem of problems) console.error(`package: ${problem}`);
  console.log(
    `package: ${path.relative(process.cwd(), vsix)}, ${files.length} files, ${(size / 1024).toFixed(0)} kB`,
  );
  console.log(`package: the largest: ${largest(files).join(', ')}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
} catch (error) {
  console.error(`package: ${error.message}`);
  process.exitCode = 1;
}
