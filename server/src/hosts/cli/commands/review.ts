import { resolve } from 'node:path';
import { applyEdits } from '../../../text/edits.ts';
import { isDate } from '../../../workspace/evidence/dates.ts';
import { signOff } from '../../../workspace/evidence/sign.ts';
import { printChanges } from '../changes.ts';
import { type Command, EXIT, type Terminal, UsageError } from '../command.ts';
import { isUnchanged } from '../mending.ts';
import { openPlaces } from '../open.ts';
import { CONFIG_OPTION } from '../options.ts';
import { writeWhole } from '../output.ts';
import { today } from '../today.ts';

/** `clausewright review`: signs a section off in every mapping whose evidence points at it. */
export const review: Command = {
  name: 'review',
  summary: 'Signs off a section in every mapping that points at it',
  operands: '<path#section>',
  options: {
    by: { value: 'NAME', description: 'Who has read it; somebody other than its author and owner' },
    on: { value: 'DATE', description: 'When, as YYYY-MM-DD; today where nothing is said' },
    changes: { description: 'Signs nothing, and shows what has changed since it was signed' },
    config: CONFIG_OPTION,
  },
  details: [
    'Writes "reviewed: { by, on, digest }" with the digest of the text as it stands. When the text changes later, the sign-off is suspect and the evidence counts as documented only, until somebody signs it again.',
    'Mappings are looked for below the working folder.',
    '"--changes" finds the text that was signed in the last 50 commits of the file.',
  ],
  async run({ positionals, values, flags }, terminal) {
    const [target, ...more] = positionals;
    if (target === undefined || more.length > 0)
      throw new UsageError('name one section: clausewright review docs/card.md#evaluation --by NAME');
    const { path, fragment } = targetOf(target);
    const signing = flags.has('changes') ? undefined : signingOf(values, terminal);
    const [opened] = await openPlaces(['.'], values['config'], terminal);
    if (opened === undefined) return EXIT.usage;
    if (signing === undefined) return printChanges(opened, path, fragment, terminal);
    const { by, on } = signing;
    const { session, place, shown } = opened;
    const { changes, signed, reason } = signOff(session, { path, fragment, by, on });
    if (reason !== undefined) throw new UsageError(reason);
    for (const change of changes) {
      const before = session.source(change.path)?.text;
      if (change.kind !== 'edit' || before === undefined) continue;
      const isStill = (): boolean => isUnchanged(place.root, change.path, before);
      if (!isStill()) throw new UsageError(`${shown(change.path)} has changed meanwhile, or is not UTF-8`);
      const file = resolve(place.root, change.path);
      writeWhole(file, applyEdits(before, change.edits), shown(change.path), isStill);
      await terminal.print(`${shown(change.path)}: signed ${target} by ${by} on ${on}\n`);
    }
    await terminal.print(`${signed} ${signed === 1 ? 'piece' : 'pieces'} of evidence signed.\n`);
    return EXIT.fine;
  },
};

function signingOf(
  values: Readonly<Record<string, string>>,
  { environment }: Terminal,
): { by: string; on: string } {
  const by = values['by']?.trim() ?? '';
  if (by === '') throw new UsageError('say who has read it: --by NAME');
  const on = values['on'] ?? today(environment);
  if (!isDate(on)) throw new UsageError(`"${on}" is no date; write it as YYYY-MM-DD`);
  return { by, on };
}

function targetOf(text: string): { path: string; fragment: string | undefined } {
  const hash = text.indexOf('#');
  const path = (hash < 0 ? text : text.slice(0, hash)).replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const fragment = hash < 0 ? undefined : text.slice(hash + 1);
  return { path, fragment: fragment === '' ? undefined : fragment };
}
