import { withoutEnd } from '../../text/trim.ts';
import type { GitFacts } from '../../workspace/host.ts';
import { git } from './git.ts';

/** What git knows of the repository around a folder; undefined where there is none. Never rejects. */
export async function repositoryOf(folder: string): Promise<GitFacts | undefined> {
  if ((await said(folder, ['rev-parse', '--is-inside-work-tree'])) !== 'true') return undefined;
  const [commit, tag, remote] = await Promise.all([
    said(folder, ['rev-parse', '--short=12', '--verify', '--quiet', 'HEAD']),
    said(folder, ['describe', '--tags', '--exact-match', 'HEAD']),
    said(folder, ['config', '--get', 'remote.origin.url']),
  ]);
  return { commit, tag, origin: remote === undefined ? undefined : webAddress(remote) };
}

async function said(folder: string, args: readonly string[]): Promise<string | undefined> {
  const text = (await git(folder, args))?.trim();
  return text === '' ? undefined : text;
}

/**
 * A remote as an address that a reader can open: `git@host:team/model.git` is `https://host/team/model`. Names and
 * passwords in it are left out; a path on this machine is nobody's address.
 */
export function webAddress(remote: string): string | undefined {
  const scp = /^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/\/)([^\s:]+)$/.exec(remote);
  const url = /^(?:https?|ssh|git):\/\/(?:[^@/\s]*@)?([\w.-]+)(?::(\d+))?\/([^\s?#]+)/.exec(remote);
  const secure = /^https?:/.test(remote);
  const host = scp?.[1] ?? (url === null ? undefined : secure && url[2] ? `${url[1]}:${url[2]}` : url[1]);
  const path = withoutEnd((scp?.[2] ?? url?.[3] ?? '').replace(/^\/+/, ''), /\//).replace(/\.git$/, '');
  return host === undefined || path === '' ? undefined : `https://${host}/${path}`;
}
