import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepHeapSmall } from './heap.ts';
import { startServer } from './start.ts';

// The language server as a process of its own; dist/server.cjs with the catalogs beside it.

keepHeapSmall();
startServer({
  catalogs: join(import.meta.dirname, 'catalogs'),
  version: versionOf(join(import.meta.dirname, '..', 'package.json')),
  transport: process.argv.includes('--node-ipc') ? 'ipc' : 'stdio',
});

/** The version in the package's manifest. */
function versionOf(manifest: string): string {
  try {
    const data: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
    return typeof data === 'object' && data !== null && 'version' in data ? String(data.version) : 'unknown';
  } catch {
    return 'unknown'; // the server also runs without its package
  }
}
