import type { ControlData, CoverageData } from './coverage-data.ts';
import { bareId, grounds, isMet, standing, tablesOf, titleOf, totals } from './coverage-words.ts';
import { visible } from './excerpt.ts';
import type { Paint } from './paint.ts';

const TITLE_WIDTH = 42;
const GROUNDS_WIDTH = 70;

/** Coverage for people: a table for each framework and system. */
export function coverageText(coverage: CoverageData, paint: Paint): string {
  const tables = tablesOf(coverage);
  if (tables.length === 0) return 'No control mapping was found; there is nothing to cover.\n';
  return tables
    .map(({ framework, controls, clauses }) => {
      const width = Math.max(...[...controls, ...clauses].map(each => bareId(each.id).length), 7);
      const rows = controls.map(control => row(control, width, paint));
      const head = `    ${'control'.padEnd(width)}  ${''.padEnd(TITLE_WIDTH)}  ${'strength'.padEnd(10)}  evidence`;
      return [
        paint.path(visible(titleOf(framework))),
        '',
        paint.faint(head),
        ...rows,
        ...(clauses.length === 0 ? [] : ['', paint.faint('    clauses')]),
        ...clauses.map(clause => row(clause, width, paint)),
        '',
        totals(framework),
        '',
      ].join('\n');
    })
    .join('\n');
}

function row(control: ControlData, width: number, paint: Paint): string {
  const met = isMet(control);
  const colour = met
    ? (text: string) => text
    : paint.severity[control.strength === 'missing' ? 'error' : 'warning'];
  const cells = [
    colour(met ? '+' : '-'),
    bareId(control.id).padEnd(width),
    '',
    cut(control.title, TITLE_WIDTH).padEnd(TITLE_WIDTH),
    '',
    colour(standing(control).padEnd(10)),
    '',
    paint.faint(cut(visible(grounds(control)), GROUNDS_WIDTH)),
  ];
  return `  ${cells.join(' ')}`.trimEnd();
}

function cut(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`;
}
