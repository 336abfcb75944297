import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { ROOT } from '../../support/fixture.ts';

/** What a run of the program gave. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The day on which the program runs in tests. */
const DAY = String(Date.UTC(2026, 10, 22) / 1000);

/** Runs the built program to its end, on the day of all tests. */
export function clausewright(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Run {
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [program(), ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, SOURCE_DATE_EPOCH: DAY, ...options.env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  if (error !== undefined) throw error;
  return { code: status, out: stdout, err: stderr };
}

let built: string | undefined;

/** The program's file: that of the last build when no source is newer, else one that is built for the tests. */
export function program(): string {
  built ??= isFresh() ? join(ROOT, 'dist', 'cli.cjs') : build();
  return built;
}

function isFresh(): boolean {
  const file = join(ROOT, 'dist', 'cli.cjs');
  if (!existsSync(file)) return false;
  const time = statSync(file).mtimeMs;
  return globSync('server/src/**/*.ts', { cwd: ROOT }).every(
    each => statSync(join(ROOT, each)).mtimeMs < time,
  );
}

function build(): string {
  const folder = join(ROOT, 'dist-test', `cli-${process.pid}-${Math.trunc(performance.timeOrigin)}`);
  mkdirSync(join(folder, 'dist'), { recursive: true });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(ROOT, 'dist', 'catalogs'), join(folder, 'dist', 'catalogs'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['server/src/hosts/cli/main.ts'],
    outfile: join(folder, 'dist', 'cli.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    logLevel: 'error',
  });
  return join(folder, 'dist', 'cli.cjs');
}
