// `npm run fuzz`: the suites with random cases, at length, and what they tried, counted.
//
//   node scripts/fuzz.mjs [--cases N] [--seed S] [--only TEXT]
//
// `--cases` is the total over all suites, each of which has its share (the last argument of `forSeeds` in
// test/support/cases.ts); `--seed` is where the seeds begin; `--only` takes the test files whose path holds a text.
// The exit code is 0 when every case passed, 1 when one failed or a suite tried the same input again and again, and 2
// for wrong use. A failure comes with the command that repeats it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readCounts } from './fuzz/counts.mjs';
import { degenerate, duration, number, progress, table } from './fuzz/report.mjs';
import { seededFiles } from './fuzz/suites.mjs';
import { root } from './run/run.mjs';

/** Milliseconds between two lines of progress. */
const PACE = 10_000;

function readOptions() {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
    },
  });
  const cases = Number(values.cases);
  const seed = Number(values.seed);
  if (!(Number.isInteger(cases) && cases > 0))
    throw new Error(`--cases is "${values.cases}", expected a number above 0`);
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31))
    throw new Error(`--seed is "${values.seed}", expected a whole number of at most 31 bits`);
  const files = seededFiles().filter(file => file.includes(values.only));
  if (files.length === 0) throw new Error(`no file with random cases has "${values.only}" in its path`);
  return { cases, seed, files, isWhole: values.only === '' };
}

/** Runs the suites; gives their exit code and what they printed. */
function runSuites({ cases, seed, files }, counts) {
  return new Promise((resolve, reject) => {
    const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', ...files, '--testTimeout=0', '--hookTimeout=0'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        CLAUSEWRIGHT_FUZZ: String(cases),
        CLAUSEWRIGHT_SEED: String(seed),
        CLAUSEWRIGHT_FUZZ_COUNTS: counts,
        NO_COLOR: '1',
      },
    });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', data => printed.push(data));
    child.once('error', reject);
    child.once('close', code => resolve({ code: code ?? 1, printed: Buffer.concat(printed).toString() }));
  });
}

async function fuzz(options) {
  const { cases, seed, files, isWhole } = options;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clausewright-fuzz-'));
  const counts = path.join(folder, 'counts.jsonl');
  writeFileSync(counts, '');
  const started = Date.now();
  console.log(`fuzz: ${number(cases)} cases in ${files.length} files, from seed ${seed}`);
  const timer = setInterval(
    () => console.log(progress(readCounts(counts), Date.now() - started, cases)),
    PACE,
  );
  const { code, printed } = await runSuites(options, counts).finally(() => clearInterval(timer));
  const suites = readCounts(counts);
  rmSync(folder, { recursive: true, force: true });

  if (code !== 0) console.log(printed);
  console.log(table(suites));
  const total = suites.reduce((sum, each) => sum + each.cases, 0);
  const problems = [];
  for (const each of suites.filter(({ state }) => state !== 'done')) {
    const again =
      each.seed === undefined
        ? ''
        : `: npm run fuzz -- --cases ${each.replay} --seed ${each.seed} --only ${each.file}`;
    problems.push(`"${each.suite}" ${each.state === 'failed' ? 'failed' : 'did not end'}${again}`);
  }
  for (const each of suites.filter(degenerate))
    problems.push(
      `"${each.suite}" tried ${number(each.distinct)} different inputs in ${number(each.cases)} cases`,
    );
  if (code !== 0 && problems.length === 0) problems.push('a test failed beside its random cases; see above');
  if (code === 0 && isWhole && total < cases)
    problems.push(`the shares of the suites add up to ${number(total)} cases only`);
  for (const problem of problems) console.error(`fuzz: ${problem}`);
  console.log(
    `fuzz: ${number(total)} cases, ${suites.length} suites, seeds from ${seed}, ${duration(Date.now() - started)}, ${problems.length} problems`,
  );
  return problems.length === 0 ? 0 : 1;
}

let options;
try {
  options = readOptions();
} catch (error) {
  console.error(`fuzz: ${error.message}`);
  process.exit(2);
}
process.exitCode = await fuzz(options);
