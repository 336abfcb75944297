import { isAbsolute, relative, resolve, sep } from 'node:path';
import { DEPTHS } from '../../../workspace/scaffold/new/assessment/front.ts';
import type { NewFormat, NewRequest } from '../../../workspace/scaffold/new/kind.ts';
import { newDocument } from '../../../workspace/scaffold/new/new-document.ts';
import { prepared } from '../../../workspace/scaffold/new/prepared.ts';
import { NEW_KINDS } from '../../../workspace/scaffold/new/registry.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { suggestion } from '../nearest.ts';
import { openPlaces } from '../open.ts';
import { CONFIG_OPTION } from '../options.ts';
import { writeNew } from '../output.ts';

const KINDS = NEW_KINDS.map(each => each.kind);

/** `clausewright new`: starts a document from what the repository knows. */
export const create: Command = {
  name: 'new',
  summary: 'Starts a document, filled with what the repository already says',
  operands: `<${KINDS.join('|')}>`,
  options: {
    system: { value: 'ID', description: 'The AI system that it is written for' },
    output: {
      value: 'FILE',
      description: 'Where it is written; each kind has a usual name beside what it documents',
    },
    format: {
      value: 'FORMAT',
      values: ['markdown', 'yaml'],
      description: 'How it is written, for kinds that can be both',
    },
    depth: {
      value: 'DEPTH',
      values: DEPTHS,
      description:
        'For an impact assessment: one page that decides whether a full one is needed, a full one (the default), or one that starts from the assessment before',
    },
    config: CONFIG_OPTION,
  },
  details: [
    'Everything that is filled in names its source in a comment; what no file says stays open, with the questions to answer. Nothing is asked and no file is overwritten. The path of the new file is printed.',
  ],
  async run({ positionals, values }, terminal) {
    const [kind, ...more] = positionals;
    if (kind === undefined || more.length > 0)
      throw new UsageError(`name one kind of document: clausewright new ${KINDS.join('|')}`);
    if (!KINDS.includes(kind))
      throw new UsageError(
        `there is no kind "${kind}" of document to start${suggestion(kind, KINDS)} (the kinds are ${KINDS.join(', ')})`,
      );
    const [opened] = await openPlaces(['.'], values['config'], terminal);
    if (opened === undefined) return EXIT.usage;
    const { session, host, place } = opened;
    const request: NewRequest = {
      kind,
      folder: '',
      system: values['system'],
      path: pathOf(values['output'], place.root, terminal.folder),
      format: formatOf(values['format']),
      git: await host.repository?.(''),
      ...answersOf(kind, values['depth']),
    };
    const made = newDocument(session, await prepared(session, request, host));
    if ('problem' in made) throw new UsageError(made.problem);
    const file = resolve(place.root, made.path);
    writeNew(file, made.text, made.path);
    for (const note of made.notes) terminal.note(note);
    await terminal.print(`${made.path}\n`);
    return EXIT.fine;
  },
};

/** @throws UsageError for a kind that has no depth. */
function answersOf(kind: string, depth: string | undefined): Pick<NewRequest, 'answers'> {
  if (depth === undefined) return {};
  if (kind !== 'impact-assessment') throw new UsageError('--depth is for an impact-assessment');
  return { answers: { depth } };
}

/**
 * The workspace path of a file that the user has named.
 * @throws UsageError for one outside of the folder that was read, where nothing could be linked.
 */
function pathOf(written: string | undefined, root: string, folder: string): string | undefined {
  if (written === undefined) return undefined;
  const path = relative(root, resolve(folder, written));
  if (path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path))
    throw new UsageError(
      `${written} lies outside of the working folder; run the command in the folder of what is documented`,
    );
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function formatOf(value: string | undefined): NewFormat | undefined {
  return value === 'markdown' || value === 'yaml' ? value : undefined;
}
