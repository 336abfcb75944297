import { COLOURS, PLAIN } from '../../../report/paint.ts';
import { type Roadmap, roadmapsOf } from '../../../report/roadmap.ts';
import { roadmapJson, roadmapMarkdown, roadmapText } from '../../../report/roadmap-text.ts';
import { coverageOf } from '../../../workspace/evidence/coverage.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { suggestion } from '../nearest.ts';
import { type Opened, openPlaces } from '../open.ts';
import { CONFIG_OPTION, OUTPUT_OPTION } from '../options.ts';
import { deliver } from '../output.ts';
import { isGiven } from '../places.ts';

/** `clausewright roadmap`: what is open on the way to a certification, in order. */
export const roadmap: Command = {
  name: 'roadmap',
  summary: 'Prints what is open on the way to a certification, in order',
  operands: '[paths…]',
  options: {
    system: { value: 'ID', description: 'Only this system' },
    format: {
      value: 'FORMAT',
      values: ['text', 'json', 'markdown'],
      default: 'text',
      description: 'How the roadmap is written',
    },
    output: OUTPUT_OPTION,
    config: CONFIG_OPTION,
  },
  details: [
    'Arranges the gaps of the control mappings in the phases of a certification project: foundation, risk management, operation, certification preparation, in about twelve months. Each step names the controls and clauses that it closes.',
    'Clauses 4 to 10 of ISO/IEC 42001 are answered in a mapping as controls are: "id: 6.1.2" with evidence.',
  ],
  async run({ positionals, values }, terminal) {
    const opened = await openPlaces(positionals, values['config'], terminal);
    const all = opened.flatMap(given);
    const system = values['system'];
    const roadmaps = system === undefined ? all : all.filter(each => each.system === system);
    if (system !== undefined && roadmaps.length === 0) {
      const known = [...new Set(all.flatMap(each => each.system ?? []))];
      throw new UsageError(
        `no mapping names the system "${system}"${suggestion(system, known)}${known.length === 0 ? '' : ` (the systems are ${known.join(', ')})`}`,
      );
    }
    const file = values['output'];
    await deliver(
      written(roadmaps, values['format'], terminal.colours && file === undefined),
      file,
      terminal,
    );
    return EXIT.fine;
  },
};

/** The roadmaps of the systems whose mappings were asked for. */
function given({ place, session }: Opened): Roadmap[] {
  const systems = new Set(
    session
      .graph(new Set())
      .mappings.filter(({ path }) => isGiven(place, path))
      .map(({ system }) => system),
  );
  return roadmapsOf(coverageOf(session), framework => session.library.catalog(framework)).filter(each =>
    systems.has(each.system),
  );
}

function written(roadmaps: readonly Roadmap[], format: string | undefined, colours: boolean): string {
  if (format === 'json') return roadmapJson(roadmaps);
  return format === 'markdown' ? roadmapMarkdown(roadmaps) : roadmapText(roadmaps, colours ? COLOURS : PLAIN);
}
