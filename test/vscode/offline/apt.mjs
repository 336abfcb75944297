// Installs Debian packages, for machines such as CI containers that start bare.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Finds the first of these commands on the PATH; `undefined` when there is none. */
export function findCommand(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (existsSync(file)) return file;
    }
  }
  return undefined;
}

/** The words to put before apt-get: none for root, `sudo -n` where it asks no password; `undefined` when neither. */
function privilege() {
  if (process.getuid?.() === 0) return [];
  const sudo = findCommand('sudo');
  return sudo && spawnSync(sudo, ['-n', 'true']).status === 0 ? [sudo, '-n'] : undefined;
}

/**
 * Installs packages by apt-get.
 * @param {string[]} packages Debian package names
 * @param {string} purpose what they are for, for the message
 * @throws when this is not Debian, there is neither root nor sudo, or apt-get fails
 */
export function aptInstall(packages, purpose) {
  const list = packages.join(' ');
  const apt = findCommand('apt-get');
  const before = privilege();
  if (!apt || !before) {
    const why = apt ? 'neither root nor sudo without a password is available' : 'there is no apt-get here';
    throw new Error(`${purpose} needs ${list}, and ${why}. Install it by hand and try again.`);
  }
  console.log(`setup: installing ${list} (${purpose})`);
  const [command, ...args] = [...before, apt];
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ]) {
    const { status, stdout, stderr } = spawnSync(command, [...args, ...step], {
      env: environment,
      encoding: 'utf8',
    });
    if (status !== 0)
      throw new Error(`apt-get ${step[0]} failed (${status}):\n${stdout ?? ''}${stderr ?? ''}`.trimEnd());
  }
}
