import type { Library } from '../../catalog/library.ts';
import type { Host } from '../../workspace/host.ts';
import { loadWorkspace } from '../../workspace/load.ts';
import { Session } from '../../workspace/session.ts';
import { nodeHost } from '../node/host.ts';
import type { Terminal } from './command.ts';
import {
  type NamedConfiguration,
  ROOT_CONFIGURATION,
  readConfiguration,
  withConfiguration,
} from './configured.ts';
import { ownLibrary } from './library.ts';
import { isGiven, type Place, placesFor, shownPath } from './places.ts';
import { today } from './today.ts';

/** More unread files than this are counted, not named. */
const MOST_NAMED = 10;

/** A folder that was read. */
export interface Opened {
  readonly place: Place;
  readonly session: Session;
  readonly host: Host;
  /** A workspace path as the user knows it. */
  readonly shown: (path: string) => string;
}

/** Reads a folder into a session, and tells the user which files that were asked for could not be read. */
async function openPlace(
  place: Place,
  library: Library,
  configuration: NamedConfiguration | undefined,
  terminal: Terminal,
): Promise<Opened> {
  const session = new Session({ library, today: today(terminal.environment) });
  const host = withConfiguration(nodeHost([{ prefix: '', folder: place.root }]), configuration);
  const shown = naming(place, configuration, terminal);
  const { unreadable, truncated, files } = await loadWorkspace(session, host, { release: releaser(session) });
  const unread = unreadable.filter(({ path }) => isGiven(place, path));
  for (const { path, why } of unread.slice(0, MOST_NAMED))
    terminal.note(`${shown(path) || '.'} was not read: ${WHY[why]}`);
  if (unread.length > MOST_NAMED) terminal.note(`${unread.length - MOST_NAMED} more files were not read`);
  if (truncated)
    terminal.note(
      `only the first ${files} files below ${place.root} were looked at; name the folders to check`,
    );
  const documents = new Set(session.paths);
  for (const { path, written, folder } of place.given)
    if (!folder && !documents.has(path) && !unread.some(each => each.path === path))
      terminal.note(
        `${written} is not a kind of document that is checked; "documents:" in clausewright.yaml gives it one`,
      );
  return { place, session, host, shown };
}

/** Trees of so many characters of text are kept; they need not be parsed again for the check. */
const KEPT = 2_000_000;

/** How a place's files are called in front of the user. */
export function naming(
  place: Place,
  configuration: NamedConfiguration | undefined,
  terminal: Terminal,
): Opened['shown'] {
  return path =>
    configuration !== undefined && path === ROOT_CONFIGURATION
      ? configuration.written
      : shownPath(place, path, terminal.folder);
}

/** Drops trees once enough of them are kept: ten thousand documents have more than memory should hold. */
export function releaser(session: Session): (path: string) => boolean {
  let kept = 0;
  return path => {
    kept += session.source(path)?.text.length ?? 0;
    return kept > KEPT;
  };
}

const WHY = {
  binary: 'it is no text',
  'too-large': 'it is larger than anything a person writes',
  denied: 'permission denied',
} as const;

/**
 * Reads the folders that the paths of a command line need.
 * @throws UsageError when a path or the named configuration is not there.
 */
export async function openPlaces(
  paths: readonly string[],
  config: string | undefined,
  terminal: Terminal,
): Promise<Opened[]> {
  const places = placesFor(paths, terminal.folder);
  const configuration = config === undefined ? undefined : readConfiguration(config, terminal.folder);
  const library = ownLibrary();
  const opened: Opened[] = [];
  for (const place of places) opened.push(await openPlace(place, library, configuration, terminal));
  return opened;
}
