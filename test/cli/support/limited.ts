import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AS_NOBODY } from '../../support/nobody.ts';
import { program, type Run } from './program.ts';

function run(command: string, args: readonly string[], cwd: string): Run {
  const { stdout, stderr, status, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 22) / 1000) },
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (error !== undefined) throw error;
  return { code: status, out: stdout, err: stderr };
}

/** Runs the program as somebody whom permissions bind. */
export function asNobody(args: readonly string[], cwd: string): Run {
  const [command = '', ...rest] = [...AS_NOBODY, process.execPath, program(), ...args];
  return run(command, rest, cwd);
}

/**
 * Runs the program where no file may grow beyond some blocks of 512 bytes or more: writing fails in the middle, as it
 * does on a disk that is full.
 */
export function withoutSpace(blocks: number, args: readonly string[], cwd: string): Run {
  return run('sh', ['-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath, program(), ...args], cwd);
}

/** All files below a folder with their content and permissions. */
export function stateOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    files
      .filter(path => statSync(join(folder, path)).isFile())
      .map(path => {
        const file = join(folder, path);
        return [path, `${statSync(file).mode.toString(8)} ${readFileSync(file, 'latin1')}`];
      }),
  );
}
