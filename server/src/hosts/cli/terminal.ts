import type { Terminal } from './command.ts';

/** The process's own terminal. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  // A reader that has seen enough closes the pipe; that is no fault, and nothing more is to be said.
  stdout.on('error', quietly);
  stderr.on('error', quietly);
  return {
    folder: process.cwd(),
    environment: env,
    colours: stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    print: text =>
      new Promise(resolve => {
        if (text === '' || !stdout.writable) resolve();
        else stdout.write(text, () => resolve());
      }),
    note: message => {
      stderr.write(`clausewright: ${message}\n`);
    },
  };
}

function quietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
}
