import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { rulePage } from '../../../lsp/rule-pages.ts';
import type { CoverageData } from '../../../report/coverage-data.ts';
import { coverageMarkdown } from '../../../report/coverage-markdown.ts';
import { FORMATS } from '../../../report/formats/registry.ts';
import { type Merged, merged } from '../../../report/merge/merge.ts';
import { named, type Result, readResult } from '../../../report/merge/result.ts';
import { ResultError } from '../../../report/merge/value.ts';
import { PLAIN } from '../../../report/paint.ts';
import { RULES } from '../../../rules/registry.ts';
import { type Command, EXIT, type Terminal, UsageError } from '../command.ts';
import { OUTPUT_OPTION } from '../options.ts';
import { deliver, reasonOf } from '../output.ts';
import { today } from '../today.ts';
import { ownVersion } from '../version.ts';

/** A larger file is no result of ours. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_NAMED = 5;

const NOTHING: CoverageData = { version: 1, controls: [], clauses: [], frameworks: [] };

/** `clausewright merge`: the JSON results of many repositories or shards as one report. */
export const merge: Command = {
  name: 'merge',
  summary: 'Joins JSON results of several repositories or shards into one report',
  operands: '[NAME=]FILE…',
  options: {
    format: {
      value: 'FORMAT',
      values: ['json', 'sarif', 'html', 'markdown'],
      default: 'json',
      description: 'How the report is written',
    },
    output: OUTPUT_OPTION,
  },
  details: [
    'Takes what "check --format json", "coverage --format json" and "merge" itself have written. NAME is that of the repository: its paths are shown below it, and its systems bear it. Shards of one repository have the same NAME.',
    'The order of the files makes no difference. A finding that several results have counts once; documents are added up, so that shards should not overlap. SARIF holds findings only.',
  ],
  async run({ positionals, values }, terminal) {
    if (positionals.length === 0) throw new UsageError('name the JSON files to merge');
    const result = merged(positionals.map(each => readNamed(each, terminal)));
    for (const each of result.contradictions.slice(0, MOST_NAMED))
      terminal.note(`two results say different things of ${each}; were they made of the same commit?`);
    if (result.contradictions.length > MOST_NAMED)
      terminal.note(`so do they of ${result.contradictions.length - MOST_NAMED} more`);
    await deliver(await written(result, values['format'], terminal), values['output'], terminal);
    return EXIT.fine;
  },
};

/** @throws UsageError for a file that cannot be read or holds no result. */
function readNamed(given: string, terminal: Terminal): Result {
  const [, name, behind] = /^([^=/\\]+)=(.+)$/s.exec(given) ?? [];
  const file = behind ?? given;
  try {
    const path = resolve(terminal.folder, file);
    if (statSync(path).size > MOST_BYTES) throw new ResultError('it is larger than any result');
    const result = readResult(readFileSync(path, 'utf8'));
    return name === undefined ? result : named(result, name);
  } catch (error) {
    if (error instanceof ResultError) throw new UsageError(`${file} cannot be merged: ${error.message}`);
    if (error instanceof Error && 'code' in error)
      throw new UsageError(
        error.code === 'ENOENT' ? `"${file}" does not exist` : `cannot read ${file}: ${reasonOf(error)}`,
      );
    throw error;
  }
}

async function written(
  { check, coverage }: Merged,
  format: string | undefined,
  terminal: Terminal,
): Promise<string | Iterable<string>> {
  const context = { version: ownVersion(), rules: RULES, page: rulePage, paint: PLAIN };
  const findings = (name: string): string | Iterable<string> =>
    check === undefined ? '' : (FORMATS[name]?.write(check, context) ?? '');
  switch (format) {
    case 'sarif':
      if (check === undefined)
        throw new UsageError('SARIF holds findings, and none of the files is a result of "check"');
      return findings('sarif');
    case 'html': {
      const { htmlReport } = await import('../reports.ts');
      return htmlReport({
        data: coverage ?? NOTHING,
        date: today(terminal.environment),
        ...(check === undefined ? {} : { findings: check.findings }),
      });
    }
    case 'markdown':
      return [...findings('markdown'), coverage === undefined ? '' : `\n${coverageMarkdown(coverage)}`].join(
        '',
      );
    default: {
      if (check === undefined) return `${JSON.stringify(coverage, undefined, 2)}\n`;
      const text = [...findings('json')].join('');
      return coverage === undefined
        ? text
        : `${JSON.stringify({ ...JSON.parse(text), coverage }, undefined, 2)}\n`;
    }
  }
}
