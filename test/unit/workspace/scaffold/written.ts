import fc from 'fast-check';

/** How a generated mapping is written. */
export interface Style {
  readonly dash: number;
  readonly gap: number;
  readonly step: number;
  readonly form: 'list' | 'map' | 'flow-entries' | 'flow';
  readonly evidence: 'lines' | 'brackets' | 'text';
  readonly comments: boolean;
  readonly spaced: boolean;
  readonly lineBreak: '\n' | '\r\n';
  readonly lastBreak: boolean;
  readonly quote: '' | '"' | "'";
}

/** An entry before it is written. */
export interface Written {
  readonly id: string;
  readonly status: string | undefined;
  readonly owner: string | undefined;
  readonly notes: string | undefined;
  readonly evidence: readonly string[] | undefined;
}

/** Every way of writing. */
export const style: fc.Arbitrary<Style> = fc.record({
  dash: fc.constantFrom(0, 1, 2, 4),
  gap: fc.constantFrom(2, 3, 4),
  step: fc.constantFrom(1, 2, 4),
  form: fc.constantFrom('list', 'list', 'map', 'flow-entries', 'flow'),
  evidence: fc.constantFrom('lines', 'brackets', 'text'),
  comments: fc.boolean(),
  spaced: fc.boolean(),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  lastBreak: fc.boolean(),
  quote: fc.constantFrom('', '"', "'"),
});

const IDS = ['A.2.2', 'A.5.2', 'A.6.2.4', 'A.7.5', 'A.10.4', 'nist-ai-rmf:MEASURE 2.3', '6.1.3'];
const option = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });

/** Entries of every kind. */
export const entries: fc.Arbitrary<readonly Written[]> = fc
  .uniqueArray(fc.constantFrom(...IDS), { maxLength: 5 })
  .chain(ids =>
    fc.tuple(
      ...ids.map(id =>
        fc.record({
          id: fc.constant(id),
          status: option(fc.constantFrom('planned', 'partial', 'implemented')),
          owner: option(fc.constantFrom('jane@example.org', 'risk team')),
          notes: option(fc.constantFrom('one line', 'a: b', '# no comment', "it's", 'two\nlines\n')),
          evidence: option(
            fc.array(fc.constantFrom('docs/a.md#b', 'x, y.md', 'RISK-42', 'https://example.org/a?b=c#d'), {
              maxLength: 3,
            }),
          ),
        }),
      ),
    ),
  );

/** New values, also such as YAML reads as something else. */
export const text = fc.oneof(
  fc.constantFrom(
    'docs/new.md',
    'no',
    '6.1.3',
    '- x',
    'a: b',
    '#',
    '',
    ' x',
    "it's",
    '"',
    '{a}',
    'a, b',
    '2026-09-30',
    'x\\y',
    '*a',
    'ünï 漢字 🎯',
  ),
  fc.string({ maxLength: 12 }).filter(each => !/[\r\n]/.test(each)),
);

function quoted(value: string, { quote }: Style, flow: boolean): string {
  const safe = flow ? /^[A-Za-z][\w.@/# -]*$/ : /^[A-Za-z][\w.@/#,'?=-]*(?:[: ][\w.]+)*$/;
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  return quote === '' && safe.test(value) && value !== 'no' ? value : JSON.stringify(value);
}

/** Writes entries as a mapping. */
export function write(all: readonly Written[], how: Style): string {
  const lines = ['# top', 'clausewright: control-mapping/1', 'system:', `${' '.repeat(how.step)}id: scoring`];
  const flat = how.form === 'flow' || how.form === 'flow-entries';
  if (how.form === 'flow') lines.push(`controls: [${all.map(each => braces(each, how, true)).join(', ')}]`);
  else if (all.length === 0) lines.push('controls:');
  else {
    lines.push('controls:');
    for (const [index, each] of all.entries()) {
      if (how.spaced && index > 0) lines.push('');
      if (how.comments) lines.push(`${' '.repeat(how.dash + 1)}# entry ${index}`);
      if (how.form === 'flow-entries')
        lines.push(`${' '.repeat(how.dash)}-${' '.repeat(how.gap - 1)}${braces(each, how, true)}`);
      else lines.push(...block(each, how));
    }
  }
  if (how.comments) lines.push('# the end', 'other: 1');
  const body = lines.join(how.lineBreak) + (how.lastBreak ? how.lineBreak : '');
  return flat ? body : body.replace(/\r?\n/g, how.lineBreak);
}

function braces(each: Written, how: Style, withId: boolean): string {
  const pairs = [
    ...(withId ? [`id: ${quoted(each.id, how, true)}`] : []),
    ...(each.status === undefined ? [] : [`status: ${each.status}`]),
    ...(each.owner === undefined ? [] : [`owner: ${quoted(each.owner, how, true)}`]),
    ...(each.notes === undefined ? [] : [`notes: ${JSON.stringify(each.notes)}`]),
    ...(each.evidence === undefined
      ? []
      : [`evidence: [${each.evidence.map(item => quoted(item, how, true)).join(', ')}]`]),
  ];
  return `{ ${pairs.join(', ')} }`;
}

function block(each: Written, how: Style): string[] {
  const note = how.comments ? ' # said' : '';
  const pairs: string[] = [];
  if (each.status !== undefined) pairs.push(`status: ${each.status}${note}`);
  if (each.owner !== undefined) pairs.push(`owner: ${quoted(each.owner, how, false)}`);
  if (each.notes?.includes('\n') === true)
    pairs.push(
      `notes: |`,
      ...each.notes
        .trimEnd()
        .split('\n')
        .map(line => ' '.repeat(how.step) + line),
    );
  else if (each.notes !== undefined) pairs.push(`notes: ${JSON.stringify(each.notes)}${note}`);
  if (each.evidence !== undefined) {
    if (each.evidence.length === 0) pairs.push(`evidence: []${note}`);
    else if (how.evidence === 'text' && each.evidence.length === 1)
      pairs.push(`evidence: ${quoted(each.evidence[0] ?? '', how, false)}${note}`);
    else if (how.evidence === 'brackets')
      pairs.push(`evidence: [${each.evidence.map(item => quoted(item, how, true)).join(', ')}]`);
    else
      pairs.push(
        'evidence:',
        ...each.evidence.map(
          item => `${' '.repeat(how.dash)}-${' '.repeat(how.gap - 1)}${quoted(item, how, false)}${note}`,
        ),
      );
  }
  const id = quoted(each.id, how, false);
  if (how.form === 'map') {
    const pad = ' '.repeat(Math.max(1, how.dash));
    return [`${pad}${id}:${note}`, ...pairs.map(line => pad + ' '.repeat(how.step) + line)];
  }
  const pad = ' '.repeat(how.dash);
  return [
    `${pad}-${' '.repeat(how.gap - 1)}id: ${id}${note}`,
    ...pairs.map(line => pad + ' '.repeat(how.gap) + line),
  ];
}
