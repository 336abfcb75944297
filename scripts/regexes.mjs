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

/** What was found out about expressions before, by key: those not listed were never checked. */
const known = JSON.parse(readFileSync(memory, 'utf8'));
const key = ({ pattern, flags }) =>
  createHash('sha256').update(`${flags}/${pattern}`).digest('hex').slice(0, 12);
const isFor = (exception, { pattern, file }) =>
  exception.file === file && pattern.startsWith(exception.begins);

/** `linear`, `polynomial`, or `worse`: exponential, or an expression that the checker gives no answer about. */
function verdictOn(literal) {
  const id = key(literal);
  if (!options.all && known.linear.includes(id)) return { kind: 'linear' };
  if (!options.all && known.polynomial.includes(id))
    return { kind: 'polynomial', what: 'polynomial', attack: '' };
  // Neither flag changes what is matched; the checker does not know them all.
  const result = checkSync(literal.pattern, literal.flags.replace(/[dy]/g, ''), { timeout: PATIENCE });
  if (result.status === 'safe') return { kind: 'linear' };
  const what = result.complexity?.summary ?? result.error?.kind ?? result.status;
  const attack = result.attack === undefined ? '' : `\n    attack: ${result.attack.pattern.slice(0, 160)}`;
  return { kind: result.complexity?.type === 'polynomial' ? 'polynomial' : 'worse', what, attack };
}

const all = literals(root);
const distinct = new Map(all.map(each => [key(each), each]));
const found = { linear: [], polynomial: [] };
const used = new Set();
const problems = [];
for (const [id, literal] of distinct) {
  const { kind, what, attack } = verdictOn(literal);
  if (kind !== 'worse') found[kind].push(id);
  if (kind === 'linear') continue;
  // What bounds the input makes polynomial time short, and exponential time not.
  const exception = EXCEPTIONS.find(each => isFor(each, literal) && (kind === 'polynomial' || each.unknown));
  if (exception !== undefined) used.add(exception);
  else
    problems.push(
      `${literal.file}:${literal.line}: ${what}\n    /${literal.pattern.slice(0, 160)}/${literal.flags}${attack}`,
    );
}
for (const each of EXCEPTIONS)
  if (!used.has(each))
    problems.push(`${each.file}: nothing that begins with "${each.begins}" needs an exception any more`);

if (options.write)
  writeFileSync(
    memory,
    `${JSON.stringify({ linear: found.linear.sort(), polynomial: found.polynomial.sort() }, undefined, 1)}\n`,
  );
for (const problem of problems) console.error(`regexes: ${problem}`);
console.log(
  `regexes: ${all.length} expressions, ${distinct.size} distinct: ${found.linear.length} linear, ${found.polynomial.length} with bounded input, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
