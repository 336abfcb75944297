import { htmlTablesIn } from '../syntax/markdown/html-tables.ts';
import type { Section } from '../syntax/markdown/section.ts';
import { type Table, type TableCell, tablesIn } from '../syntax/markdown/tables.ts';
import type { Local } from '../text/span.ts';
import { type ColumnRole, namesGroup, roleOf } from './card/columns.ts';
import { type Interval, intervalIn } from './card/intervals.ts';
import { metricNamed } from './card/metric-names.ts';
import { type Measured, measured } from './numbers.ts';

/** A measured value that a table states; the span is the number's cell, local to the section. */
export interface StatedMetric extends Local {
  /** Name in the form that `metricNamed` gives. */
  readonly metric: string;
  /** Name as the author wrote it. */
  readonly name: string;
  readonly written: string;
  /** What else the row says, such as a dataset or a slice; empty where nothing does. */
  readonly where: string;
  readonly value: Measured;
  /** What the value was measured on, where a column or a row says it. */
  readonly dataset: TableCell | undefined;
  /** The part of the population that it is of, where a column or a row says it. */
  readonly slice: TableCell | undefined;
  readonly interval: Interval | undefined;
  /** Where the table begins in the section: values of one table share it. */
  readonly table: number;
}

/** The metric values in a section's tables, whether metrics stand in the header or in a column of names. */
export function metricsIn(section: Section): readonly StatedMetric[] {
  return section.derive(resultsOf);
}

function resultsOf(section: Section): readonly StatedMetric[] {
  const tables = [...section.derive(tablesIn), ...section.derive(htmlTablesIn)];
  return tables
    .filter(table => !isTrainingLog(table))
    .flatMap(table => [...byColumn(table), ...byRow(table)])
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Losses and scores by epoch are a record of the training, no result. */
function isTrainingLog({ header }: Table): boolean {
  const titles = header.map(cell => cell.text.toLowerCase());
  return titles.some(each => /\bloss\b/.test(each)) && titles.some(each => /^(?:epochs?|steps?)$/.test(each));
}

/** One metric for each column: the rows are datasets, groups or models. */
function byColumn({ header, rows, from }: Table): StatedMetric[] {
  const metrics = header.map(cell => metricNamed(cell.text));
  if (!metrics.some(each => each !== undefined)) return [];
  const roles = header.map((cell, index) => (metrics[index] === undefined ? roleOf(cell.text) : 'value'));
  return rows.flatMap(row => {
    const others = row.filter((_, index) => metrics[index] === undefined);
    const where = others.map(cell => cell.text).join(' ');
    return row.flatMap((cell, index) =>
      stated(metrics[index], header[index]?.text ?? '', cell, {
        where,
        dataset: cellIn(row, roles, 'dataset') ?? cellIn(row, roles, 'task'),
        slice:
          cellIn(row, roles, 'slice') ??
          [...others, header[index]].find(each => each !== undefined && namesGroup(each.text)),
        interval: row[roles.indexOf('interval', index + 1)],
        table: from,
      }),
    );
  });
}

/** One metric for each row: the columns are values, datasets or groups. */
function byRow({ header, rows, from }: Table): StatedMetric[] {
  if (header.some(cell => metricNamed(cell.text) !== undefined)) return [];
  const roles = header.map(cell => roleOf(cell.text));
  const named = Math.max(0, roles.indexOf('metric'));
  const valued = roles.includes('value');
  const interval = roles.indexOf('interval');
  return rows.flatMap(row => {
    const metric = metricNamed(row[named]?.text ?? '');
    if (metric === undefined) return [];
    return row.flatMap((cell, index) => {
      const role = roles[index] ?? 'other';
      const holds = valued ? role === 'value' : role === 'other' || role === 'dataset' || role === 'slice';
      if (index === named || !holds) return [];
      const column = role === 'value' ? undefined : header[index];
      const beside = row.filter(
        (_, other) => other !== named && (roles[other] === 'dataset' || roles[other] === 'slice') && valued,
      );
      const labels = [...(column === undefined ? [] : [column]), ...beside].filter(each => each.text !== '');
      return stated(metric, row[named]?.text ?? '', cell, {
        where: labels.map(each => each.text).join(' '),
        dataset: valued
          ? (cellIn(row, roles, 'dataset') ?? cellIn(row, roles, 'task'))
          : role === 'dataset' || namesData(column?.text ?? '')
            ? column
            : undefined,
        slice:
          (valued ? cellIn(row, roles, 'slice') : undefined) ??
          [...labels, row[named]].find(each => each !== undefined && namesGroup(each.text)),
        interval: interval < 0 ? undefined : row[interval],
        table: from,
      });
    });
  });
}

const DATA = /\b(?:test|dev|val|validation|train|eval|held-?out|set|data(?:set)?|corpus|bench(?:mark)?)\b/i;

/** Whether the header of a column of values says which data they are of. */
function namesData(header: string): boolean {
  return DATA.test(header.slice(0, 200));
}

/** The first cell whose column has a role, where it says something. */
function cellIn(
  row: readonly TableCell[],
  roles: readonly ColumnRole[],
  role: ColumnRole,
): TableCell | undefined {
  const cell = row[roles.indexOf(role)];
  return cell?.text === '' ? undefined : cell;
}

interface Around {
  readonly where: string;
  readonly dataset: TableCell | undefined;
  readonly slice: TableCell | undefined;
  readonly interval: TableCell | undefined;
  readonly table: number;
}

function stated(
  metric: string | undefined,
  name: string,
  cell: TableCell,
  { interval, ...around }: Around,
): StatedMetric[] {
  const value = metric === undefined ? undefined : inHeaderUnit(measured(cell.text), name);
  if (metric === undefined || value === undefined) return [];
  // Where a value comes from is told in a comment behind it.
  const comment = cell.text.indexOf('<!--');
  const written = comment < 0 ? cell.text : cell.text.slice(0, comment).trimEnd();
  const column = interval === undefined || interval.text === '' ? undefined : interval;
  return [
    {
      metric,
      name,
      written,
      value,
      ...around,
      interval:
        intervalIn(cell.text, cell.from) ??
        (column === undefined
          ? undefined
          : { kind: 'deviation', written: column.text, from: column.from, to: column.to }),
      from: cell.from,
      to: cell.from + written.length,
    },
  ];
}

/** `Accuracy (%)` over `91.2` is 0.912. */
function inHeaderUnit(value: Measured | undefined, name: string): Measured | undefined {
  if (value === undefined || value.percent || !name.includes('%')) return value;
  return { value: value.value / 100, tolerance: value.tolerance / 100, percent: true };
}
