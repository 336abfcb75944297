import { loadWorkspace } from '../../workspace/load.ts';
import { Session } from '../../workspace/session.ts';
import { besideHost } from '../node/beside-host.ts';
import { commitAt } from '../node/commit-at.ts';
import { countedHost, lackingText } from '../node/counted-host.ts';
import { nodeHost } from '../node/host.ts';
import { treeHost } from '../node/tree-host.ts';
import { type Terminal, UsageError } from './command.ts';
import { readConfiguration, withConfiguration } from './configured.ts';
import { ownLibrary } from './library.ts';
import { naming, type Opened, releaser } from './open.ts';
import type { Place } from './places.ts';
import { today } from './today.ts';

/** A folder that was read as it was at a commit. */
export interface OpenedRevision {
  readonly opened: Opened;
  /** As the user wrote it. */
  readonly revision: string;
  /** Full id of the commit. */
  readonly commit: string;
}

/**
 * Reads a folder as it was at a revision, from git's objects. All of it is given, so that documents are found under
 * the names they had. Evidence is graded for today, so that two revisions differ in what was changed alone. Where it is
 * compared with the work tree, what no commit can hold counts as it lies there now.
 * @throws UsageError when the revision cannot be read.
 */
export async function openRevision(
  root: string,
  revision: string,
  { config, against }: { readonly config: string | undefined; readonly against: 'work-tree' | 'commit' },
  terminal: Terminal,
): Promise<OpenedRevision> {
  const refused = (fault: string): UsageError =>
    new UsageError(`cannot compare with "${revision}": ${fault}`);
  const at = await commitAt(root, revision);
  if ('fault' in at) throw refused(at.fault);
  const disk = nodeHost([{ prefix: '', folder: root }]);
  const beside = against === 'commit' ? undefined : await besideHost(root, at.commit, disk);
  const tree = beside === undefined ? await treeHost(root, at.commit) : beside.host;
  if (tree === undefined) throw refused('git cannot list its files');
  const configuration = config === undefined ? undefined : readConfiguration(config, terminal.folder);
  const whole = countedHost(tree);
  const host = withConfiguration(whole.host, configuration);
  const session = new Session({ library: ownLibrary(), today: today(terminal.environment) });
  await loadWorkspace(session, host, { release: releaser(session) });
  if (whole.lacking.size > 0) throw refused(lackingText(whole.lacking));
  const place: Place = { root, given: [{ written: '.', path: '', folder: true }] };
  const shown = naming(place, configuration, terminal);
  const kept = session.files.all.filter(
    path => beside?.isBeside(path) === true && session.source(path) !== undefined,
  );
  const [first, ...others] = kept.map(shown);
  if (first !== undefined)
    terminal.note(
      `${others.length === 0 ? first : `${first} and ${others.length} more`}: ignored by git or in a submodule, so that its state at "${revision}" is not known; it counts as it is now on both sides`,
    );
  return { opened: { place, session, host, shown }, revision, commit: at.commit };
}
