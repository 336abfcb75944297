// The language server as a process, which a test may end as a crash or the system would.

import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Whether this system lists its processes as files; without that, servers are not found. */
export const hasProcessFiles = existsSync('/proc/self/cmdline');

/** Ids of the servers that this extension host has started and that still run. */
export function serverProcesses(): number[] {
  const ids = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  return ids.filter(isOurServer).map(Number);
}

function isOurServer(id: string): boolean {
  try {
    const [, program = ''] = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
    // The name of the program stands in brackets and may hold anything; behind it come the state and the parent.
    const [, parent] = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return /[\\/]dist[\\/]server\.cjs$/.test(program) && Number(parent) === process.pid;
  } catch {
    return false; // it ended meanwhile
  }
}
