import type { DiffData } from '../../../report/diff/data.ts';
import { diffJson } from '../../../report/diff/json.ts';
import { diffMarkdown } from '../../../report/diff/markdown.ts';
import { diffText } from '../../../report/diff/text.ts';
import { COLOURS, PLAIN } from '../../../report/paint.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { compared } from '../diff-data.ts';
import { openPlaces } from '../open.ts';
import { openRevision } from '../open-revision.ts';
import { CONFIG_OPTION, OUTPUT_OPTION } from '../options.ts';
import { deliver } from '../output.ts';

const FORMATS: Readonly<Record<string, (data: DiffData, coloured: boolean) => string>> = {
  text: (data, coloured) => diffText(data, coloured ? COLOURS : PLAIN),
  markdown: diffMarkdown,
  json: diffJson,
};

/** `clausewright diff`: what a change does to the evidence. */
export const diff: Command = {
  name: 'diff',
  summary: 'Prints what a change does to the evidence of each control',
  operands: '<revision> [revision]',
  options: {
    format: {
      value: 'FORMAT',
      values: Object.keys(FORMATS),
      default: 'text',
      description: 'How the difference is written',
    },
    output: OUTPUT_OPTION,
    'fail-on': {
      value: 'CHANGE',
      values: ['weaker', 'never'],
      default: 'never',
      description: 'Exit with 1 when a control has become weaker',
    },
    config: CONFIG_OPTION,
  },
  details: [
    'Compares the working folder with a git revision, or two revisions with each other: controls whose evidence is weaker or stronger and why, new and resolved findings, coverage of each framework, documents that came, went or were renamed. "REV..." is the commit at which the current branch left REV; "A..B" is the same as "A B", and "A...B" compares B with the commit at which it left A.',
    'Reads the objects of git: nothing is checked out, and the work tree stays as it is. Both sides are graded for today, so that only what was changed makes a difference.',
  ],
  async run({ positionals, values }, terminal) {
    const [from, to] = revisionsOf(positionals);
    const config = values['config'];
    const opening = { config, against: to === undefined ? 'work-tree' : 'commit' } as const;
    const old = await openRevision(terminal.folder, from, opening, terminal);
    const now = to === undefined ? undefined : await openRevision(terminal.folder, to, opening, terminal);
    const after = now?.opened ?? (await openPlaces([], config, terminal))[0];
    if (after === undefined) return EXIT.internal;
    const data = compared(
      { opened: old.opened, revision: from, commit: old.commit },
      { opened: after, revision: to ?? null, commit: now?.commit ?? null },
    );
    const file = values['output'];
    const format = FORMATS[values['format'] ?? 'text'] ?? diffJson;
    await deliver(format(data, terminal.colours && file === undefined), file, terminal);
    const weaker = data.controls.some(each => each.direction === 'weaker');
    return weaker && values['fail-on'] === 'weaker' ? EXIT.findings : EXIT.fine;
  },
};

/** The revisions to compare, the second one undefined for the work tree; `A..B` is how git writes two of them. */
function revisionsOf(positionals: readonly string[]): readonly [string, string | undefined] {
  const [first, second, ...others] = positionals;
  if (first === undefined || others.length > 0)
    throw new UsageError('"diff" takes one revision, or two: clausewright diff main...');
  if (second !== undefined) return [first, second];
  const [, from = '', dots, to = ''] = /^(.*?[^.])(\.{2,3})([^.].*)$/.exec(first) ?? [];
  if (dots === undefined) return [first, undefined];
  return dots === '...' ? [`${from}...${to}`, to] : [from, to];
}
