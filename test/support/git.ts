import { spawnSync } from 'node:child_process';

/** Runs git in a folder, away from the settings of whoever runs the tests. */
export function git(folder: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Makes a folder a repository in which somebody works. */
export function initGit(folder: string, name: string, mail: string): void {
  git(folder, 'init', '-q');
  become(folder, name, mail);
}

/** Somebody else works in a repository from now on. */
export function become(folder: string, name: string, mail: string): void {
  git(folder, 'config', 'user.name', name);
  git(folder, 'config', 'user.email', mail);
}

/** Makes a folder a repository with one commit of all that lies in it, as a checkout is. */
export function checkedIn(folder: string): void {
  initGit(folder, 'Records', 'records@example.org');
  commit(folder, 'all');
}

/** Commits everything as it stands, at a time. */
export function commit(folder: string, message: string, at = '2026-10-01T12:00:00Z'): void {
  git(folder, 'add', '-A');
  git(folder, '-c', 'commit.gpgsign=false', 'commit', '-q', '--date', at, '-m', message);
}
