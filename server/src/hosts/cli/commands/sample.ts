import { coverageData } from '../../../report/coverage-data.ts';
import { COLOURS, PLAIN } from '../../../report/paint.ts';
import { chainOf, drawn, type Sample } from '../../../report/sample.ts';
import { sampleMarkdown, sampleText } from '../../../report/sample-text.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { assertFramework, coveredBy } from '../covered.ts';
import { openPlaces } from '../open.ts';
import { CONFIG_OPTION, OUTPUT_OPTION } from '../options.ts';
import { deliver } from '../output.ts';

const MOST = 10_000;

/** `clausewright sample`: controls that are drawn for an audit, with everything that leads to their evidence. */
export const sample: Command = {
  name: 'sample',
  summary: 'Draws controls for an audit and shows clause, claim, evidence and sign-off of each',
  operands: '[paths…]',
  options: {
    seed: { value: 'N', description: 'What the draw rests on; the same seed draws the same controls' },
    count: { value: 'K', default: '5', description: 'How many controls are drawn' },
    framework: { value: 'ID', description: 'Only from this framework, such as iso-42001' },
    format: {
      value: 'FORMAT',
      values: ['text', 'json', 'markdown'],
      default: 'text',
      description: 'How the sample is written',
    },
    output: OUTPUT_OPTION,
    config: CONFIG_OPTION,
  },
  details: [
    'Drawn are applicable controls of the systems whose control mappings lie below the given paths, with or without evidence. The draw is the same on every machine: each control has a lot, the SHA-256 of the seed, its system and its id, and the lowest lots win.',
  ],
  async run({ positionals, values }, terminal) {
    const { seed, framework } = values;
    if (seed === undefined) throw new UsageError('name a seed with --seed, so that the draw can be repeated');
    const count = countOf(values['count'] ?? '');
    const opened = await openPlaces(positionals, values['config'], terminal);
    if (framework !== undefined) assertFramework(framework, opened);
    const parts = opened.map(each => ({ opened: each, named: coveredBy(each, framework) }));
    const all = coverageData(parts.map(each => each.named));
    const chosen = new Set(drawn(all, seed, count).map(each => JSON.stringify([each.system, each.id])));
    const result: Sample = {
      seed,
      population: all.controls.filter(each => each.applicable).length,
      controls: parts.flatMap(({ opened: { session, shown }, named }) => {
        const paths = new Map(session.files.all.map(path => [shown(path), path]));
        return coverageData([named])
          .controls.filter(each => each.applicable && chosen.has(JSON.stringify([each.system, each.id])))
          .map(control => chainOf(control, session, named.naming, path => paths.get(path)));
      }),
    };
    const file = values['output'];
    const paint = terminal.colours && file === undefined ? COLOURS : PLAIN;
    await deliver(written(result, values['format'], paint), file, terminal);
    return EXIT.fine;
  },
};

function countOf(text: string): number {
  const count = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > MOST)
    throw new UsageError(`--count cannot be "${text}": a number from 1 to ${MOST}`);
  return count;
}

function written(result: Sample, format: string | undefined, paint: typeof PLAIN): string {
  if (format === 'json') return `${JSON.stringify({ version: 1, ...result }, undefined, 2)}\n`;
  return format === 'markdown' ? sampleMarkdown(result) : sampleText(result, paint);
}
