import type { CoverageData } from './coverage-data.ts';
import { bareId, grounds, isMet, standing, tablesOf, titleOf, totals } from './coverage-words.ts';

/** Coverage as Markdown tables, for pull requests and reports. */
export function coverageMarkdown(coverage: CoverageData): string {
  const tables = tablesOf(coverage).map(({ framework, controls, clauses }) =>
    [
      `## ${cell(titleOf(framework))}`,
      '',
      totals(framework),
      '',
      '| control | title | applicable | strength | needed | enough | evidence |',
      '|---|---|---|---|---|---|---|',
      ...[...controls, ...clauses].map(
        control =>
          `| ${[
            bareId(control.id),
            control.title,
            control.applicable ? 'yes' : 'no',
            standing(control),
            control.needed,
            isMet(control) ? 'yes' : 'no',
            grounds(control),
          ]
            .map(cell)
            .join(' | ')} |`,
      ),
      '',
    ].join('\n'),
  );
  return tables.length === 0 ? 'No control mapping was found.\n' : tables.join('\n');
}

/** Text that stays inside its cell and is not read as Markdown or HTML. */
export function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|<>*_`[\]]/g, each => `\\${each}`);
}
