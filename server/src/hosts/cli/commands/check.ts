import { reaches, SEVERITIES, type Severity } from '../../../model/severity.ts';
import { jsonReport } from '../../../report/json.ts';
import { COLOURS, PLAIN } from '../../../report/paint.ts';
import type { CheckReport } from '../../../report/reported.ts';
import { summaryLine, summaryOf } from '../../../report/summary.ts';
import { textReport } from '../../../report/text.ts';
import { type Command, EXIT, type Terminal } from '../command.ts';
import { checkPlaces, type Outcome } from '../findings.ts';
import { openPlaces } from '../open.ts';
import { CONFIG_OPTION, OUTPUT_OPTION } from '../options.ts';
import { deliver } from '../output.ts';

const FORMATS: Readonly<
  Record<string, (report: CheckReport, coloured: boolean) => string | Iterable<string>>
> = {
  text: (report, coloured) => textReport(report, coloured ? COLOURS : PLAIN),
  json: jsonReport,
};

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
  },
  details: [
    'Without paths, everything below the working folder is checked. Documents are known by their name and content, by "clausewright: <kind>/1" at their top, or by "documents:" in clausewright.yaml; any other file has no finding.',
    'Evidence may lie anywhere below the working folder, or below the given folder where that lies elsewhere. Findings are printed for the given paths only.',
  ],
  async run({ positionals, values }, terminal) {
    const opened = await openPlaces(positionals, values['config'], terminal);
    const outcome = checkPlaces(opened);
    const format = FORMATS[values['format'] ?? 'text'] ?? jsonReport;
    const file = values['output'];
    await deliver(format(outcome.report, terminal.colours && file === undefined), file, terminal);
    if (file !== undefined && file !== '-')
      terminal.note(`${file}: ${summaryLine(summaryOf(outcome.report))}`);
    return exitCode(outcome, values['fail-on'] ?? 'error', terminal);
  },
};

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
