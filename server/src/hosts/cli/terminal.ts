import { type Terminal, UsageError } from './command.ts';
import { reasonOf } from './output.ts';

/** The process's own terminal. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  // Each write is told of its own error; where notes cannot be written, there is nobody to tell.
  stdout.on('error', () => undefined);
  stderr.on('error', () => undefined);
  return {
    folder: process.cwd(),
    environment: env,
    colours: wantsColours(env, stdout.isTTY === true),
    print: text =>
      new Promise((resolve, reject) => {
        if (text === '' || !stdout.writable) resolve();
        else
          stdout.write(text, error => {
            // A reader that has seen enough closes the pipe; that is no fault, and nothing more is to be said.
            if (error === null || error === undefined || isClosed(error)) resolve();
            else reject(new UsageError(`cannot write to the standard output: ${reasonOf(error)}`));
          });
      }),
    note: message => {
      stderr.write(`clausewright: ${message}\n`);
    },
  };
}

function isClosed(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}

/** NO_COLOR and FORCE_COLOR are what other programs look at; the logs of CI services show colours without a terminal. */
function wantsColours(env: NodeJS.ProcessEnv, onTerminal: boolean): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'] ?? '';
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return onTerminal && env['TERM'] !== 'dumb';
}
