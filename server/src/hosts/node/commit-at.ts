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
 * The commit that a revision names; `REV...` is the commit at which the branch that is checked out left REV, and
 * `REV...OTHER` that at which OTHER left it. Works with a detached head and without a work tree to look at. Never
 * rejects.
 */
export async function commitAt(folder: string, written: string): Promise<CommitAt | RevisionFault> {
  const place = await askGit(folder, ['rev-parse', '--show-prefix', '--is-shallow-repository']);
  if (place.kind !== 'fine') return { fault: noRepository(place, folder) };
  const [prefix = '', shallow = ''] = place.text.split('\n');
  const isShallow = shallow.trim() === 'true';
  if (written.trim() === '' || written === '...')
    return { fault: 'no revision is named; give a branch, a tag or a commit, such as main...' };
  const [name = '', left] = written.split('...');
  const commit = await idOf(folder, name);
  if (commit === undefined) return { fault: await unknown(folder, name, isShallow) };
  if (left === undefined) return { written, commit, folder, prefix };
  const other = left === '' ? 'HEAD' : left;
  if ((await idOf(folder, other)) === undefined) return { fault: await unknown(folder, other, isShallow) };
  const found = await mergeBase(folder, commit, other);
  if (found !== undefined) return { written, commit: found, folder, prefix };
  const second = left === '' ? 'the commit that is checked out' : `"${left}"`;
  return { fault: `"${name}" and ${second} have no common ancestor here${isShallow ? SHALLOW : ''}` };
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

async function mergeBase(folder: string, commit: string, other: string): Promise<string | undefined> {
  const answer = await askGit(folder, ['merge-base', '--end-of-options', commit, other]);
  const id = answer.kind === 'fine' ? answer.text.trim() : '';
  return id === '' ? undefined : id;
}

async function unknown(folder: string, name: string, isShallow: boolean): Promise<string> {
  const said = `there is no revision "${name}" in this repository`;
  if (/[^.]\.\.[^.]/.test(name)) return `${said}; name one revision here, not a range`;
  if (isShallow) return `${said}${SHALLOW}`;
  const remote = `origin/${name}`;
  if ((await idOf(folder, remote)) !== undefined) return `${said}; did you mean "${remote}"?`;
  return `${said}; "git branch --all" and "git tag" list what there is`;
}
