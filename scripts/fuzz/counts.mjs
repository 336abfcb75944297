import { readFileSync } from 'node:fs';

/**
 * What the suites have noted so far, the newest note of each: `file`, `suite`, `state` (`running`, `done` or `failed`),
 * `ms`, `cases`, `distinct`, and for one that failed the `seed` and the number of cases that repeat it. The properties
 * of one test count together.
 */
export function readCounts(file) {
  const newest = new Map();
  for (const line of readFileSync(file, 'utf8').split('\n').slice(0, -1)) {
    const note = JSON.parse(line);
    newest.set(note.id, note);
  }
  const suites = new Map();
  for (const note of newest.values()) {
    const key = `${note.file} ${note.suite}`;
    const other = suites.get(key);
    suites.set(key, other === undefined ? note : joined(other, note));
  }
  return [...suites.values()].sort((a, b) => compare(a.file, b.file) || compare(a.suite, b.suite));
}

const compare = (a, b) => Number(a > b) - Number(a < b);

function joined(one, other) {
  const worse = one.state === 'done' ? other : one;
  return {
    ...worse,
    ms: one.ms + other.ms,
    cases: one.cases + other.cases,
    distinct: one.distinct + other.distinct,
  };
}
