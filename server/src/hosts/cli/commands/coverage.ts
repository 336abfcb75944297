import { type CoverageData, coverageData } from '../../../report/coverage-data.ts';
import { assessedRisks } from '../../../workspace/assessment/rated.ts';
import { type Command, EXIT, type Given, type Terminal } from '../command.ts';
import { type CoverageOutput, coverageWriter } from '../coverage/formats.ts';
import { historyOf } from '../coverage/history.ts';
import { assertFramework, coveredBy, linkBase } from '../covered.ts';
import { openPlaces } from '../open.ts';
import { CONFIG_OPTION, OUTPUT_OPTION } from '../options.ts';
import { deliver, deliverBytes } from '../output.ts';
import { isGiven } from '../places.ts';

/** `clausewright coverage`: how strong the evidence of each control is. */
export const coverage: Command = {
  name: 'coverage',
  summary: 'Prints how strong the evidence for each control is',
  operands: '[paths…]',
  options: {
    framework: { value: 'ID', description: 'Only this framework, such as iso-42001' },
    format: {
      value: 'FORMAT',
      values: ['text', 'json', 'markdown', 'csv', 'html', 'xlsx'],
      default: 'text',
      description: 'How the table is written',
    },
    history: { description: 'Adds how coverage went on over the last commits of the repository' },
    tags: { description: 'With --history: over its tags instead' },
    commits: {
      value: 'N',
      description: 'With --history: over so many commits or tags; 10 where nothing is said',
    },
    output: OUTPUT_OPTION,
    config: CONFIG_OPTION,
  },
  details: [
    'Covers the systems whose control mappings lie below the given paths, or below the working folder.',
    'Strengths, weakest first: missing, asserted (a link or a ticket), documented (a section with real text), reviewed (signed by somebody else, and unchanged since), tested (a machine-readable result that passes). The table shows what is evidenced; it is no statement of conformity.',
    'Formats text, markdown and html show the risk matrix of each impact assessment that rates its risks.',
    'Format html is one file with search, filters and charts that needs no network; xlsx is a workbook with the Statement of Applicability, the gaps, the crosswalk and a register of the evidence, and needs --output.',
  ],
  async run({ positionals, values, flags }, terminal) {
    const framework = values['framework'];
    const opened = await openPlaces(positionals, values['config'], terminal);
    if (framework !== undefined) assertFramework(framework, opened);
    const data = coverageData(opened.map(each => coveredBy(each, framework)));
    if (data.frameworks.length === 0 && framework !== undefined)
      terminal.note(`no control mapping that was given has ${framework} in scope`);
    const history = await historyOf({ positionals, values, flags }, opened, terminal);
    const [first] = opened;
    await hand(
      {
        data,
        date: first?.session.today ?? '',
        base: linkBase(values['output'], terminal.folder),
        library: first?.session.library,
        ...(history === undefined ? {} : { history }),
        risks: opened.flatMap(({ session, place, shown }) =>
          assessedRisks(session, path => isGiven(place, path)).map(each => ({
            ...each,
            path: shown(each.path),
          })),
        ),
      },
      values,
      terminal,
    );
    return EXIT.fine;
  },
};

/** Writes a coverage in the format that was asked for. */
export async function hand(
  output: Omit<CoverageOutput, 'colours'> & { readonly data: CoverageData },
  values: Given['values'],
  terminal: Terminal,
): Promise<void> {
  const file = values['output'];
  const write = await coverageWriter(values['format'] ?? 'text');
  const written = write({ ...output, colours: terminal.colours && file === undefined });
  if (typeof written === 'string') await deliver(written, file, terminal);
  else deliverBytes(written, file, 'a workbook', terminal);
}
