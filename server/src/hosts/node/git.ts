import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TimeFact } from '../../workspace/graph.ts';

/** A hung git is given up after this many milliseconds. */
const PATIENCE = 10_000;
const MOST_OUTPUT = 16 * 1024 * 1024;
/** Questions to git at a time. */
const TOGETHER = 4;

/**
 * When files were last changed: by their last commit where they are in git as committed, else by the file's own time.
 * Files are given as absolute paths; those that are not there are left out. Never rejects.
 */
export async function changeTimes(
  files: readonly string[],
  withGit: boolean,
): Promise<ReadonlyMap<string, TimeFact>> {
  const times = new Map<string, TimeFact>();
  const queue = [...files];
  const worker = async (): Promise<void> => {
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      const time = (withGit ? await commitTime(file) : undefined) ?? fileTime(file);
      if (time !== undefined) times.set(file, time);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
  return times;
}

async function commitTime(file: string): Promise<TimeFact | undefined> {
  const folder = dirname(file);
  const changed = await git(folder, ['status', '--porcelain', '--', file]);
  if (changed === undefined || changed.trim() !== '') return undefined;
  const time = (await git(folder, ['log', '-1', '--format=%cI', '--', file]))?.trim();
  return time === undefined || time === '' ? undefined : { at: time, basis: 'git' };
}

function fileTime(file: string): TimeFact | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? undefined : { at: stats.mtime.toISOString(), basis: 'file' };
}

/** What a git command prints as text; see {@link gitBytes}. */
export async function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  return (await gitBytes(folder, args))?.toString('utf8');
}

/** Settings that keep git quiet, off the network, and from running what a repository configures. */
const QUIET = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'log.showSignature=false',
  'protocol.allow=never',
].flatMap(setting => ['-c', setting]);

/**
 * What a git command prints; undefined where there is no git, no repository, or git refuses. Arguments are passed as
 * they are, never through a shell, and nothing that the repository configures is run.
 */
export function gitBytes(folder: string, args: readonly string[]): Promise<Buffer | undefined> {
  return new Promise(resolve => {
    execFile(
      'git',
      [...QUIET, '--no-optional-locks', '--literal-pathspecs', ...args],
      {
        cwd: folder,
        timeout: PATIENCE,
        maxBuffer: MOST_OUTPUT,
        windowsHide: true,
        encoding: 'buffer',
        env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' },
      },
      (error, stdout) => resolve(error === null ? stdout : undefined),
    );
  });
}
