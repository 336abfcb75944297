import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './fixture.ts';

const FOLDER = join(ROOT, 'dist-test');

let built: Promise<string> | undefined;

/**
 * Bundles the language server as it stands and gives the path of its file; the catalogs lie beside it. Test files
 * that run at the same time write the same file, each in one step.
 */
export function builtServer(): Promise<string> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const own = join(FOLDER, `server-${process.pid}-${Math.random().toString(36).slice(2)}.cjs`);
  await build({
    entryPoints: [join(ROOT, 'server', 'src', 'hosts', 'node', 'server.ts')],
    outfile: own,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    logLevel: 'error',
  });
  const file = join(FOLDER, 'server.cjs');
  renameSync(own, file);
  const catalogs = join(FOLDER, 'catalogs');
  if (!existsSync(catalogs)) {
    rmSync(catalogs, { force: true });
    try {
      symlinkSync(join(ROOT, 'dist', 'catalogs'), catalogs, 'junction');
    } catch (error) {
      if (!existsSync(catalogs)) throw error; // another test file was faster
    }
  }
  return file;
}
