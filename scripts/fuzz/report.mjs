/** The least share of inputs that are not the same; a generator that gives fewer tries little. */
const LEAST_DISTINCT = 0.25;

/** A whole number with commas. */
export const number = value => value.toLocaleString('en-US');

/** Milliseconds in words. */
export function duration(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Whether a suite tried the same inputs again and again, or nothing at all. */
export const degenerate = ({ state, cases, distinct }) =>
  state === 'done' && distinct < Math.max(1, cases * LEAST_DISTINCT);

/** One line on how far a run has come. */
export function progress(suites, ms, asked) {
  const sum = suites.reduce((total, each) => total + each.cases, 0);
  const done = suites.filter(each => each.state === 'done').length;
  const running = suites.filter(each => each.state === 'running');
  const failed = suites.filter(each => each.state === 'failed');
  return [
    `fuzz: ${duration(ms)}: ${number(sum)} of ${number(asked)} cases, ${done} suites done`,
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
    ...running.map(each => `${each.suite.split(' > ').at(-1)} (${number(each.cases)})`),
  ].join('; ');
}

/** What each suite tried, and the total. */
export function table(suites) {
  const total = suites.reduce(
    (sum, { cases, distinct, ms }) => ({
      cases: sum.cases + cases,
      distinct: sum.distinct + distinct,
      ms: sum.ms + ms,
    }),
    { cases: 0, distinct: 0, ms: 0 },
  );
  const rows = [
    ['suite', 'cases', 'distinct', 'time'],
    ...suites.map(each => [`${each.file}: ${each.suite}`, ...shown(each)]),
    ['total', ...shown(total)],
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  return rows
    .map(row =>
      row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]))).join('  '),
    )
    .join('\n');
}

const shown = ({ cases, distinct, ms }) => [number(cases), number(distinct), duration(ms)];
