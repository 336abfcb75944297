import { coverageData } from '../../../report/coverage-data.ts';
import type { HistoryPoint } from '../../../report/coverage-history.ts';
import { loadWorkspace } from '../../../workspace/load.ts';
import { Session } from '../../../workspace/session.ts';
import { pastOf, type Revision } from '../../node/revisions.ts';
import { treeHost } from '../../node/tree-host.ts';
import { type Given, type Terminal, UsageError } from '../command.ts';
import { readConfiguration, withConfiguration } from '../configured.ts';
import { coveredBy } from '../covered.ts';
import { ownLibrary } from '../library.ts';
import type { Opened } from '../open.ts';

const USUAL = 10;
const MOST = 500;

/**
 * How coverage went on, oldest first, with the working folder as the last point; undefined where nobody asked.
 * @throws UsageError for options that make no sense together, and where there is no history.
 */
export async function historyOf(
  { values, flags }: Given,
  opened: readonly Opened[],
  terminal: Terminal,
): Promise<HistoryPoint[] | undefined> {
  const count = values['commits'];
  if (!flags.has('history')) {
    const alone = flags.has('tags') ? '--tags' : count === undefined ? undefined : '--commits';
    if (alone !== undefined) throw new UsageError(`${alone} needs --history`);
    return undefined;
  }
  const [only, ...others] = opened;
  if (only === undefined || others.length > 0)
    throw new UsageError('--history takes the paths of one folder only; run it for each');
  const by = flags.has('tags') ? 'tags' : 'commits';
  const past = await pastOf(only.place.root, by, counted(count));
  if (past === undefined)
    throw new UsageError('--history needs a git repository with a commit; this folder is in none');
  if (past.revisions.length === 0)
    throw new UsageError(
      by === 'tags' ? 'no tag leads to what is checked out' : 'no commit has a file of this folder',
    );
  if (past.shallow)
    terminal.note('this clone is shallow, so older commits are missing; "git fetch --unshallow" gets them');
  const points: HistoryPoint[] = [];
  for (const revision of past.revisions) {
    const point = await pointAt(revision, only, values, terminal);
    if (point === undefined) terminal.note(`${revision.label} was left out: git cannot read its files`);
    else points.push(point);
  }
  const { session } = only;
  return [
    ...points,
    { commit: null, label: 'now', at: session.today, frameworks: frameworksIn(only, values) },
  ];
}

function counted(text: string | undefined): number {
  if (text === undefined) return USUAL;
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > MOST)
    throw new UsageError(`--commits cannot be "${text}": a number from 1 to ${MOST}`);
  return count;
}

/** Coverage of the same paths in a commit, graded for the commit's own day. */
async function pointAt(
  { commit, label, at }: Revision,
  opened: Opened,
  values: Given['values'],
  terminal: Terminal,
): Promise<HistoryPoint | undefined> {
  const tree = await treeHost(opened.place.root, commit);
  if (tree === undefined) return undefined;
  const named = values['config'];
  const configuration = named === undefined ? undefined : readConfiguration(named, terminal.folder);
  const host = withConfiguration(tree, configuration);
  const session = new Session({ library: ownLibrary(), today: at.slice(0, 10) });
  await loadWorkspace(session, host, { release: true });
  const frameworks = frameworksIn({ ...opened, session, host }, values);
  return { commit, label, at, frameworks };
}

function frameworksIn(opened: Opened, values: Given['values']): HistoryPoint['frameworks'] {
  return coverageData([coveredBy(opened, values['framework'])]).frameworks;
}
