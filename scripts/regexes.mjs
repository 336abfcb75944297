// `npm run regexes`: no regular expression of ours takes more than linear time on any input.
//
//   node scripts/regexes.mjs           checks the expressions that were not checked before
//   node scripts/regexes.mjs --write   the same, and remembers those that are linear in scripts/regexes/checked.json
//   node scripts/regexes.mjs --all     checks every expression again; takes minutes
//
// The answer rests on the expression alone, which is why it can be remembered. An expression that is not linear is
// either rewritten, often as a small scanner, or listed in scripts/regexes/exceptions.mjs with what bounds its input.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { literals } from './regexes/collect.mjs';
import { EXCEPTIONS } from './regexes/exceptions.mjs';

// The checker would start a Java or native program otherwise.
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

/** Milliseconds that one expression may take to be checked. */
const PATIENCE = 20_000;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const memory = path.join(root, 'scripts/regexes/checked.json');
const { values: options } = parseArgs({
  options: { write: { type: 'boolean', default: false }, all: { type: 'boolean', default: false } },
});

const known = new Set(JSON.parse(readFileSync(memory, 'utf8')));
const key = ({ pattern, flags }) =>
  createHash('sha256').update(`${flags}/${pattern}`).digest('hex').slice(0, 12);
const exceptionFor = ({ pattern, file }) =>
  EXCEPTIONS.find(each => each.file === file && pattern.startsWith(each.begins));

const all = literals(root);
const distinct = new Map(all.map(each => [key(each), each]));
const excepted = all.filter(exceptionFor);
const linear = new Set();
const problems = [];
for (const [id, literal] of distinct) {
  if (exceptionFor(literal) !== undefined) continue;
  if (known.has(id) && !options.all) {
    linear.add(id);
    continue;
  }
  // Neither flag changes what is matched; the checker does not know them all.
  const result = checkSync(literal.pattern, literal.flags.replace(/[dy]/g, ''), { timeout: PATIENCE });
  if (result.status === 'safe') linear.add(id);
  else {
    const what = result.complexity?.summary ?? result.error?.kind ?? result.status;
    const attack = result.attack === undefined ? '' : `\n    attack: ${result.attack.pattern.slice(0, 160)}`;
    problems.push(
      `${literal.file}:${literal.line}: ${what}\n    /${literal.pattern.slice(0, 160)}/${literal.flags}${attack}`,
    );
  }
}
for (const each of EXCEPTIONS)
  if (!excepted.some(literal => exceptionFor(literal) === each))
    problems.push(
      `${each.file}: no expression begins with "${each.begins}" any more; take the exception out`,
    );

if (options.write) writeFileSync(memory, `${JSON.stringify([...linear].sort(), undefined, 1)}\n`);
for (const problem of problems) console.error(`regexes: ${problem}`);
console.log(
  `regexes: ${all.length} expressions, ${distinct.size} distinct: ${linear.size} linear, ${excepted.length} with bounded input, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
