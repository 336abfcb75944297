import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { TimeFact } from '../../workspace/host-facts.ts';

/** A hung git is given up after this many milliseconds. */
const PATIENCE = 10_000;
const MOST_OUTPUT = 16 * 1024 * 1024;
/** Questions to git at a time. */
const TOGETHER = 4;

/**
 * When files were last changed: by their last commit where they are in git as committed, else by the file's own time.
 * Files whose last commit a shallow clone lacks are left out. Files are given as absolute paths; those that are not there are left out. Never rejects.
 */
export async function changeTimes(
  files: readonly string[],
  withGit: boolean,
): Promise<ReadonlyMap<string, TimeFact>> {
  const times = new Map<string, TimeFact>();
  const queue = [...files];
  const worker = async (): Promise<void> => {
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      const committed = withGit ? await commitTime(file) : 'none';
      const time = typeof committed === 'string' ? fileTime(file, committed) : committed;
      if (time !== undefined) times.set(file, time);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
  return times;
}

/**
 * Time of the last commit of a file that is as it was committed. `git status` would tell the same, but it runs the
 * filters that a repository sets up, so the text is compared by its object id.
 */
async function commitTime(file: string): Promise<TimeFact | Uncommitted> {
  const folder = dirname(file);
  const name = basename(file);
  const committed = (await git(folder, ['rev-parse', '--verify', '--quiet', `HEAD:./${name}`]))?.trim();
  if (committed === undefined || committed === '') return 'none';
  if (!isSameBlob(file, committed) && !(await isPointer(folder, committed))) return 'edited';
  return (await lastCommit(folder, 'HEAD', name)) ?? 'none';
}

/** Why a file has no commit that tells its time: there is none, it was edited since, or a shallow clone lacks it. */
type Uncommitted = 'none' | 'edited' | 'unknown';

/**
 * Time of the last commit of a path below a folder, seen from a commit. Unknown where a shallow clone ends: its oldest
 * commits seem to have brought all files, long after they were written.
 */
export async function lastCommit(
  folder: string,
  commit: string,
  path: string,
): Promise<TimeFact | 'unknown' | undefined> {
  const printed = (await git(folder, ['log', '-1', '--format=%cI %P', commit, '--', path]))?.trim() ?? '';
  const [at = '', parent] = printed.split(' ');
  if (at === '') return undefined;
  return parent === undefined && (await isShallow(folder)) ? 'unknown' : { at, basis: 'git' };
}

/** Whether a clone has only the last commits of its repository. */
export async function isShallow(folder: string): Promise<boolean> {
  return (await git(folder, ['rev-parse', '--is-shallow-repository']))?.trim() === 'true';
}

/** Files with more bytes are not compared; what was committed counts as what is there. */
const MOST_COMPARED = 10_000_000;

/** Whether a file has the content of a committed one, line breaks aside, which a checkout may change. */
function isSameBlob(file: string, id: string): boolean {
  const bytes = contentOf(file);
  if (typeof bytes === 'boolean') return bytes;
  const algorithm = id.length > 40 ? 'sha256' : 'sha1';
  const idOf = (content: Buffer): string =>
    createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest('hex');
  if (idOf(bytes) === id) return true;
  const unix = (): Buffer => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return bytes.includes('\r\n') && idOf(unix()) === id;
}

/** What a file holds; true where it is too large to look, false where it cannot be read. */
function contentOf(file: string): Buffer | boolean {
  try {
    return statSync(file).size > MOST_COMPARED ? true : readFileSync(file);
  } catch {
    return false; // gone or not permitted since it was seen
  }
}

/** Whether what was committed only stands for a file that is kept elsewhere. */
async function isPointer(folder: string, id: string): Promise<boolean> {
  const size = Number(await git(folder, ['cat-file', '-s', id]));
  if (!(size < 1024)) return false;
  return (await git(folder, ['cat-file', 'blob', id]))?.startsWith('version https://git-lfs') === true;
}

function fileTime(file: string, why: Uncommitted): TimeFact | undefined {
  const stats = why === 'unknown' ? undefined : statSync(file, { throwIfNoEntry: false });
  const basis = why === 'edited' ? 'edited' : 'file';
  return stats === undefined ? undefined : { at: stats.mtime.toISOString(), basis };
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
  const call = gitCall(folder, args);
  return new Promise(resolve => {
    execFile(
      call.command,
      call.args,
      { ...call.options, timeout: PATIENCE, maxBuffer: MOST_OUTPUT, encoding: 'buffer' },
      (error, stdout) => resolve(error === null ? stdout : undefined),
    );
  });
}

/** How git is run, for those who speak to it while it runs. */
export interface GitCall {
  readonly command: string;
  readonly args: string[];
  readonly options: {
    readonly cwd: string;
    readonly windowsHide: true;
    readonly env: NodeJS.ProcessEnv;
  };
}

/** A call of git that asks nothing, stays off the network and runs nothing that the repository configures. */
export function gitCall(folder: string, args: readonly string[]): GitCall {
  return {
    command: 'git',
    args: [...QUIET, '--no-optional-locks', '--literal-pathspecs', ...args],
    options: {
      cwd: folder,
      windowsHide: true,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' },
    },
  };
}
