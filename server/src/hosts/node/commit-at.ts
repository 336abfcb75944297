import { type Answer, askGit } from './git-answer.ts';

/** A commit, seen from a folder of its repository. */
export interface CommitAt {
  /** As the user wrote it. */
  readonly written: string;
  /** Full object id of the commit. */
  readonly commit: string;
  /** Absolute path of the folder. */
  readonly folder: string;
  /** The folder in the repository, with `/` at its end; empty for its root. */
  readonly prefix: string;
}

/** Why a revision cannot be used, as a sentence for the user. */
export interface RevisionFault {
  readonly fault: string;
}

/**
 * The commit that a revision names; `REV...` is the commit at which the branch that is checked out left REV. Works
 * with a detached head and without a work tree to look at. Never rejects.
 */
export async function commitAt(folder: string, written: string): Promise<CommitAt | RevisionFault> {
  const place = await askGit(folder, ['rev-parse', '--show-prefix', '--is-shallow-repository']);
  if (place.kind !== 'fine') return { fault: noRepository(place, folder) };
  const [prefix = '', shallow = ''] = place.text.split('\n');
  const isShallow = shallow.trim() === 'true';
  const range = written.endsWith('...');
  const name = range ? written.slice(0, -3) : written;
  const commit = await idOf(folder, name);
  if (commit === undefined) return { fault: await unknown(folder, name, isShallow) };
  const found = range ? await mergeBase(folder, commit) : commit;
  if (found !== undefined) return { written, commit: found, folder, prefix };
  return {
    fault: `"${name}" and the commit that is checked out have no common ancestor here${isShallow ? SHALLOW : ''}`,
  };
}

const SHALLOW =
  '; this is a shallow clone, so fetch the history first: "git fetch --unshallow", or "fetch-depth: 0" for actions/checkout, or "GIT_DEPTH: 0" in GitLab';

function noRepository(answer: Exclude<Answer, { kind: 'fine' }>, folder: string): string {
  if (answer.kind === 'absent') return 'git is not installed, or not found in PATH';
  if (/not a git repository/.test(answer.said)) return `${folder} lies in no git repository`;
  return `git cannot be asked about ${folder}: ${answer.said}`;
}

async function idOf(folder: string, name: string): Promise<string | undefined> {
  const answer = await askGit(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ]);
  const id = answer.kind === 'fine' ? answer.text.trim() : '';
  return /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
}

async function mergeBase(folder: string, commit: string): Promise<string | undefined> {
  const answer = await askGit(folder, ['merge-base', '--end-of-options', commit, 'HEAD']);
  const id = answer.kind === 'fine' ? answer.text.trim() : '';
  return id === '' ? undefined : id;
}

async function unknown(folder: string, name: string, isShallow: boolean): Promise<string> {
  const said = `there is no revision "${name}" in this repository`;
  if (isShallow) return `${said}${SHALLOW}`;
  const remote = `origin/${name}`;
  if ((await idOf(folder, remote)) !== undefined) return `${said}; did you mean "${remote}"?`;
  return `${said}; "git branch --all" and "git tag" list what there is`;
}
