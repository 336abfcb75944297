import { rulePage } from '../../../lsp/rule-pages.ts';
import { reaches, SEVERITIES, type Severity } from '../../../model/severity.ts';
import { FORMATS } from '../../../report/formats/registry.ts';
import { COLOURS, PLAIN } from '../../../report/paint.ts';
import type { CheckReport } from '../../../report/reported.ts';
import { summaryLine, summaryOf } from '../../../report/summary.ts';
import { RULES } from '../../../rules/registry.ts';
import { withBaselines } from '../baselines.ts';
import { type Command, EXIT, type Given, type Terminal } from '../command.ts';
import { checkPlaces, type Outcome } from '../findings.ts';
import { openPlaces } from '../open.ts';
import { CONFIG_OPTION, OUTPUT_OPTION } from '../options.ts';
import { deliver } from '../output.ts';
import { inRepository } from '../rebased.ts';
import { sinceRevision } from '../since.ts';
import { ownVersion } from '../version.ts';

const FAIL_ON: readonly string[] = [...SEVERITIES.filter(each => each !== 'hint'), 'never'];

/** `clausewright check`: the findings of documents. */
export const check: Command = {
  name: 'check',
  summary: 'Checks documents and prints what is missing or wrong',
  operands: '[paths…]',
  options: {
    format: {
      value: 'FORMAT',
      values: Object.keys(FORMATS),
      default: 'text',
      description: 'How the findings are written',
    },
    output: OUTPUT_OPTION,
    'fail-on': {
      value: 'SEVERITY',
      values: FAIL_ON,
      default: 'error',
      description: 'Exit with 1 when a finding is at least this severe',
    },
    config: CONFIG_OPTION,
    since: {
      value: 'REV',
      description:
        'Only findings that the changes since a git revision cause or touch; REV... is since the branch left REV',
    },
    baseline: {
      value: 'FILE',
      description:
        'A file of known findings, which are not reported again; default is "baseline:" in clausewright.yaml',
    },
    'update-baseline': { description: 'Writes the baseline with what is found now' },
    'no-inline-config': { description: 'Comments in documents silence nothing' },
  },
  details: [
    'Without paths, everything below the working folder is checked. Documents are known by their name and content, by "clausewright: <kind>/1" at their top, or by "documents:" in clausewright.yaml; any other file has no finding.',
    'Evidence may lie anywhere below the working folder, or below the given folder where that lies elsewhere. Findings are printed for the given paths only.',
  ],
  async run(given, terminal) {
    const { positionals, values, flags } = given;
    const format = FORMATS[values['format'] ?? 'text'];
    const opened = await openPlaces(positionals, values['config'], terminal);
    const options = { inline: !flags.has('no-inline-config'), edits: format?.edits === true };
    const outcome = checkPlaces(opened, options);
    const use = { file: values['baseline'], update: flags.has('update-baseline'), opened };
    const known = withBaselines(outcome, use, terminal);
    const revision = values['since'];
    const report =
      revision === undefined ? known : await sinceRevision(known, opened, revision, given, terminal);
    await write(report, given, terminal);
    return exitCode({ ...outcome, report }, values['fail-on'] ?? 'error', terminal);
  },
};

async function write(report: CheckReport, { values }: Given, terminal: Terminal): Promise<void> {
  const format = FORMATS[values['format'] ?? 'text'];
  const file = values['output'];
  const placed = format?.repository === true ? inRepository(report, terminal.folder) : report;
  const paint = terminal.colours && file === undefined ? COLOURS : PLAIN;
  const context = { version: ownVersion(), rules: RULES, page: rulePage, paint };
  await deliver(format?.write(placed, context) ?? '', file, terminal);
  if (file !== undefined && file !== '-') terminal.note(`${file}: ${summaryLine(summaryOf(report))}`);
}

function exitCode({ report, misconfigured, internal }: Outcome, failOn: string, terminal: Terminal): number {
  for (const { path, range, message } of misconfigured)
    terminal.note(`${path}:${range.start.line + 1}:${range.start.character + 1}: ${message}`);
  if (internal) return EXIT.internal;
  if (misconfigured.length > 0) return EXIT.usage;
  const limit: Severity | undefined = SEVERITIES.find(each => each === failOn);
  return limit !== undefined && report.findings.some(each => reaches(each.severity, limit))
    ? EXIT.findings
    : EXIT.fine;
}
