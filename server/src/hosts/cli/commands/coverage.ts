import { coverageCsv } from '../../../report/coverage-csv.ts';
import { coverageJson, type NamedCoverage } from '../../../report/coverage-json.ts';
import { coverageMarkdown } from '../../../report/coverage-markdown.ts';
import { coverageText } from '../../../report/coverage-text.ts';
import { COLOURS, PLAIN } from '../../../report/paint.ts';
import { type Coverage, coverageOf } from '../../../workspace/evidence/coverage.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { suggestion } from '../nearest.ts';
import { type Opened, openPlaces } from '../open.ts';
import { CONFIG_OPTION, OUTPUT_OPTION } from '../options.ts';
import { deliver } from '../output.ts';
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
      values: ['text', 'json', 'markdown', 'csv'],
      default: 'text',
      description: 'How the table is written',
    },
    output: OUTPUT_OPTION,
    config: CONFIG_OPTION,
  },
  details: [
    'Covers the systems whose control mappings lie below the given paths, or below the working folder.',
    'Strengths, weakest first: missing, asserted (a link or a ticket), documented (a section with real text), reviewed (signed by somebody else, and unchanged since), tested (a machine-readable result that passes). The table shows what is evidenced; it is no statement of conformity.',
  ],
  async run({ positionals, values }, terminal) {
    const framework = values['framework'];
    const opened = await openPlaces(positionals, values['config'], terminal);
    if (framework !== undefined) assertFramework(framework, opened);
    const parts = opened.map(each => part(each, framework));
    const file = values['output'];
    if (parts.every(each => each.coverage.frameworks.length === 0) && framework !== undefined)
      terminal.note(`no control mapping that was given has ${framework} in scope`);
    const text = written(parts, values['format'], terminal.colours && file === undefined);
    await deliver(text, file, terminal);
    return EXIT.fine;
  },
};

/** @throws UsageError for a framework that neither the program nor a folder has a catalog of. */
function assertFramework(id: string, opened: readonly Opened[]): void {
  const known = [...new Set(opened.flatMap(each => each.session.library.heads.map(head => head.id)))];
  if (!known.includes(id))
    throw new UsageError(
      `there is no framework "${id}"${suggestion(id, known)} (the frameworks are ${known.join(', ')})`,
    );
}

/** The coverage of the systems that were asked for; the evidence of others only supports them. */
function part({ place, session, shown }: Opened, framework: string | undefined): NamedCoverage {
  const systems = new Set(
    session
      .graph(new Set())
      .mappings.filter(({ path }) => isGiven(place, path))
      .map(({ system }) => system),
  );
  const { controls, clauses, frameworks } = coverageOf(session, framework);
  return {
    coverage: {
      controls: controls.filter(each => systems.has(each.system)),
      clauses: clauses.filter(each => systems.has(each.system)),
      frameworks: frameworks.filter(each => systems.has(each.system)),
    },
    naming: { shown, source: path => session.source(path) },
  };
}

function written(parts: readonly NamedCoverage[], format: string | undefined, colours: boolean): string {
  if (format === 'json') return coverageJson(parts);
  const whole: Coverage = {
    controls: parts.flatMap(each => each.coverage.controls),
    clauses: parts.flatMap(each => each.coverage.clauses),
    frameworks: parts.flatMap(each => each.coverage.frameworks),
  };
  if (format === 'csv') return coverageCsv(whole);
  if (format === 'markdown') return coverageMarkdown(whole);
  return coverageText(whole, colours ? COLOURS : PLAIN);
}
