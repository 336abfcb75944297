// Child processes that never outlive the harness. Each is started as the leader of a process group of its own, so that
// one signal also reaches what it started itself (the extension host, and the language server below that).
import { spawn } from 'node:child_process';

const grouped = process.platform !== 'win32';

/** Ends a child and everything below it, at once. Safe to call for one that has ended already. */
export function killTree(child) {
  if (!child.pid) return;
  try {
    process.kill(grouped ? -child.pid : child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // ESRCH: it has ended already
  }
}

/**
 * Starts a process that is ended with this one, also after a signal or an uncaught error.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnOwned(command, args, options) {
  const child = spawn(command, args, { ...options, detached: grouped });
  const kill = () => killTree(child);
  process.once('exit', kill);
  child.once('exit', () => {
    process.removeListener('exit', kill);
    kill(); // its children, should it have died before them
  });
  return child;
}

/**
 * Turns the signals that end a program into a call, so that the `exit` handlers above are run. Later signals are
 * swallowed, lest an impatient second Ctrl+C end this process in the middle of its clearing up.
 * @param {(exitCode: number, signal: string) => void} stop called once, with the conventional exit code
 */
export function onStopSignal(stop) {
  let stopping = false;
  for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop(128 + number, signal);
    });
  }
}

/** Calls `stop` when the process that started this one is gone, which no signal tells. */
export function onOrphaned(stop) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 1000).unref();
}
