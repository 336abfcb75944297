import { resolve } from 'node:path';
import { type Command, EXIT, type Terminal, UsageError } from '../command.ts';
import { isUnchanged, mend } from '../mending.ts';
import { type Opened, openPlaces } from '../open.ts';
import { CONFIG_OPTION } from '../options.ts';
import { writeWhole } from '../output.ts';

/** `clausewright fix`: applies the fixes that change no meaning. */
export const fix: Command = {
  name: 'fix',
  summary: 'Applies the fixes that change no meaning',
  operands: '[paths…]',
  options: {
    'dry-run': { description: 'Prints what would be done and writes nothing' },
    config: CONFIG_OPTION,
  },
  details: [
    'Only safe fixes are applied: they change no meaning, and everything beside them stays as it is, byte for byte. All others need a decision or a text of yours; an editor offers them.',
  ],
  async run({ positionals, values, flags }, terminal) {
    const dry = flags.has('dry-run');
    let count = 0;
    let refused = false;
    for (const opened of await openPlaces(positionals, values['config'], terminal)) {
      const before = new Map(opened.session.paths.map(path => [path, opened.session.source(path)?.text]));
      const { texts, done } = mend(opened);
      const lost = dry ? [] : write(opened, before, texts, terminal);
      refused ||= lost.length > 0;
      for (const [path, titles] of done) {
        if (lost.includes(path)) continue;
        count += titles.length;
        for (const title of titles) await terminal.print(`${opened.shown(path)}: ${title}\n`);
      }
    }
    const fixes = `${count} ${count === 1 ? 'fix' : 'fixes'}`;
    await terminal.print(
      count === 0 ? 'Nothing to fix safely.\n' : dry ? `${fixes} to apply.\n` : `${fixes} applied.\n`,
    );
    return refused ? EXIT.usage : EXIT.fine;
  },
};

/** Writes the new texts; gives the files that were left as they are because writing them would lose something. */
function write(
  { place, shown }: Opened,
  before: ReadonlyMap<string, string | undefined>,
  texts: ReadonlyMap<string, string>,
  terminal: Terminal,
): string[] {
  const lost: string[] = [];
  for (const [path, text] of texts) {
    const isStill = (): boolean => isUnchanged(place.root, path, before.get(path));
    const why = isStill()
      ? refusal(resolve(place.root, path), text, shown(path), isStill)
      : `${shown(path)} was left as it is: it has changed meanwhile, or is not UTF-8`;
    if (why === undefined) continue;
    terminal.note(why);
    lost.push(path);
  }
  return lost;
}

/** Writes a file; gives why it could not be written, which is no reason to leave the others alone. */
function refusal(file: string, text: string, shown: string, isStill: () => boolean): string | undefined {
  try {
    writeWhole(file, text, shown, isStill);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}
