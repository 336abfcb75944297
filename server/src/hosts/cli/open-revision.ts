import type { Host } from '../../workspace/host.ts';
import { loadWorkspace } from '../../workspace/load.ts';
import { Session } from '../../workspace/session.ts';
import { commitAt } from '../node/commit-at.ts';
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
 * the names they had. Evidence is graded for today, so that two revisions differ in what was changed alone.
 * @throws UsageError when the revision cannot be read.
 */
export async function openRevision(
  root: string,
  revision: string,
  config: string | undefined,
  terminal: Terminal,
): Promise<OpenedRevision> {
  const refused = (fault: string): UsageError =>
    new UsageError(`cannot compare with "${revision}": ${fault}`);
  const at = await commitAt(root, revision);
  if ('fault' in at) throw refused(at.fault);
  const tree = await treeHost(root, at.commit);
  if (tree === undefined) throw refused('git cannot list its files');
  const configuration = config === undefined ? undefined : readConfiguration(config, terminal.folder);
  const whole = counted(tree);
  const host = withConfiguration(whole.host, configuration);
  const session = new Session({ library: ownLibrary(), today: today(terminal.environment) });
  await loadWorkspace(session, host, { release: releaser(session) });
  if (whole.lacking.size > 0)
    throw refused(
      `${whole.lacking.size} of its files are not in this partial clone, the first being ${[...whole.lacking][0]}; fetch the history with its files first`,
    );
  const place: Place = { root, given: [{ written: '.', path: '', folder: true }] };
  const shown = naming(place, configuration, terminal);
  return { opened: { place, session, host, shown }, revision, commit: at.commit };
}

/** A host that notes files which the commit has and whose content is not here. */
function counted(host: Host): { readonly host: Host; readonly lacking: ReadonlySet<string> } {
  const listed = new Set<string>();
  const lacking = new Set<string>();
  return {
    lacking,
    host: {
      ...host,
      async *list(limit, cancelled) {
        for await (const batch of host.list(limit, cancelled)) {
          for (const path of batch) listed.add(path);
          yield batch;
        }
      },
      async read(paths) {
        const results = await host.read(paths);
        for (const [index, path] of paths.entries())
          if (results[index]?.kind === 'missing' && listed.has(path)) lacking.add(path);
        return results;
      },
    },
  };
}
