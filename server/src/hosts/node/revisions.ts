import { git, isShallow } from './git.ts';

/** A commit, or a tag of one. */
export interface Revision {
  /** Full id of the commit. */
  readonly commit: string;
  /** The tag, or the abbreviated id. */
  readonly label: string;
  /** ISO time of the commit. */
  readonly at: string;
}

/** What git knows of a folder's past. */
export interface Past {
  /** Oldest first. */
  readonly revisions: readonly Revision[];
  /** Whether the clone lacks older commits. */
  readonly shallow: boolean;
}

/**
 * The last `most` commits that touched a folder, along the first parents, or the last tags on the way to what is
 * checked out. Undefined where there is no git or no commit. Never rejects.
 */
export async function pastOf(
  folder: string,
  by: 'commits' | 'tags',
  most: number,
): Promise<Past | undefined> {
  const printed = await (by === 'tags' ? tagLines(folder, most) : commitLines(folder, most));
  if (printed === undefined) return undefined;
  const revisions = printed.split('\n').flatMap(line => {
    const [label, at, commit, peeledAt, peeled] = line.split('\t');
    const id = peeled === undefined || peeled === '' ? commit : peeled;
    const time = peeledAt === undefined || peeledAt === '' ? at : peeledAt;
    return label === undefined || id === undefined || time === undefined || time === ''
      ? []
      : [{ commit: id, label, at: time }];
  });
  const shallow = await isShallow(folder);
  const times = new Map(revisions.map(each => [each, Date.parse(each.at)]));
  return {
    revisions: revisions.reverse().sort((a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0)),
    shallow,
  };
}

function commitLines(folder: string, most: number): Promise<string | undefined> {
  return git(folder, ['log', '--first-parent', `-n${most}`, '--format=%h%x09%cI%x09%H', 'HEAD', '--', '.']);
}

function tagLines(folder: string, most: number): Promise<string | undefined> {
  const format =
    '%(refname:short)%09%(committerdate:iso-strict)%09%(objectname)%09%(*committerdate:iso-strict)%09%(*objectname)';
  return git(folder, [
    'for-each-ref',
    // The last one counts first: by time, and by version where two were made in one second.
    '--sort=-version:refname',
    '--sort=-creatordate',
    `--count=${most}`,
    '--merged=HEAD',
    `--format=${format}`,
    'refs/tags',
  ]);
}
