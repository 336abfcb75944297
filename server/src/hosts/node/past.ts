import type { EarlierState, Host, KnownRevision, Past, PastFault } from '../../workspace/host.ts';
import { besideHost } from './beside-host.ts';
import { commitAt } from './commit-at.ts';
import { countedHost, lackingText } from './counted-host.ts';
import { askGit } from './git-answer.ts';
import { joinedHost } from './joined-host.ts';
import type { HostRoot } from './roots.ts';

/**
 * Earlier states of folders from their repositories' objects; nothing is checked out. `diskOf` gives the host of a
 * folder as it is now: files that no commit can hold count as they are. Never rejects.
 */
export function pastOfFolders(folders: readonly HostRoot[], diskOf: (folder: string) => Host): Past {
  return {
    async revisions(limit) {
      const first = folders[0];
      return first === undefined ? { fault: 'no folder is open' } : revisionsOf(first.folder, limit);
    },
    async at(revision) {
      const states: (EarlierState & { readonly prefix: string })[] = [];
      for (const { prefix, folder } of folders) {
        const state = await stateAt(folder, revision, diskOf(folder));
        if ('fault' in state) return state;
        states.push({ ...state, prefix });
      }
      const [only] = states;
      if (only === undefined) return { fault: 'no folder is open' };
      if (states.length === 1 && only.prefix === '') return only;
      return {
        commit: states.map(each => each.commit).join(' '),
        host: joinedHost(states),
        lacking: () => states.flatMap(each => each.lacking() ?? [])[0],
      };
    },
  };
}

async function stateAt(folder: string, revision: string, disk: Host): Promise<EarlierState | PastFault> {
  const at = await commitAt(folder, revision);
  if ('fault' in at) return at;
  const tree = await besideHost(folder, at.commit, disk);
  if (tree === undefined) return { fault: 'git cannot list its files' };
  const { host, lacking } = countedHost(tree.host);
  return {
    commit: at.commit,
    host,
    lacking: () => (lacking.size === 0 ? undefined : lackingText(lacking)),
  };
}

const REF =
  '%(HEAD)%09%(refname)%09%(objectname)%09%(*objectname)%09%(committerdate:iso-strict)%09%(*committerdate:iso-strict)%09%(contents:subject)';

async function revisionsOf(folder: string, limit: number): Promise<readonly KnownRevision[] | PastFault> {
  const head = await commitAt(folder, 'HEAD');
  if ('fault' in head) return head;
  const refs = async (place: string, sort: string): Promise<KnownRevision[]> => {
    const answer = await askGit(folder, [
      'for-each-ref',
      `--sort=-${sort}`,
      `--count=${limit}`,
      `--format=${REF}`,
      place,
    ]);
    return answer.kind === 'fine' ? answer.text.split('\n').flatMap(refOf) : [];
  };
  const log = await askGit(folder, ['log', `-n${limit}`, '--format=%h%x09%H%x09%cI%x09%s', 'HEAD']);
  const commits = log.kind === 'fine' ? log.text.split('\n').flatMap(commitOf) : [];
  return [
    ...(await refs('refs/heads', 'committerdate')),
    ...(await refs('refs/tags', 'creatordate')),
    ...commits,
    ...(await refs('refs/remotes', 'committerdate')),
  ];
}

function refOf(line: string): KnownRevision[] {
  const [head, ref = '', object = '', peeled = '', time = '', peeledTime = '', ...subject] = line.split('\t');
  const [, place, name = ''] = /^refs\/(heads|tags|remotes)\/(.+)$/.exec(ref) ?? [];
  const at = time === '' ? peeledTime : time;
  // A tag of something else than a commit has no time, and "origin/HEAD" only points to another name.
  if (place === undefined || at === '' || (place === 'remotes' && name.endsWith('/HEAD'))) return [];
  const kind = place === 'heads' ? 'branch' : place === 'tags' ? 'tag' : 'remote';
  const commit = peeled === '' ? object : peeled;
  return [{ kind, name, commit, at, subject: subject.join('\t'), current: head === '*' }];
}

function commitOf(line: string): KnownRevision[] {
  const [name = '', commit, at, ...subject] = line.split('\t');
  if (commit === undefined || at === undefined) return [];
  return [{ kind: 'commit', name, commit, at, subject: subject.join('\t'), current: false }];
}
