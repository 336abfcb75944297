import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Editor, type EditorOptions, startEditor } from './editor.ts';
import { ROOT } from './fixture.ts';

/** Names of the example repositories. */
export const EXAMPLES: readonly string[] = globSync('*/', { cwd: join(ROOT, 'examples') })
  .map(path => path.replace(/[\\/]$/, ''))
  .sort();

/** The files of an example, by path. */
export function exampleFiles(name: string): Map<string, string> {
  const folder = join(ROOT, 'examples', name);
  const paths = globSync(['**/*', '**/.*/**/*', '**/.*'], { cwd: folder });
  const files = [...new Set(paths)].filter(path => statSync(join(folder, path)).isFile()).sort();
  return new Map(files.map(path => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]));
}

/** An editor on a copy of an example. */
export function openExample(name: string, options: EditorOptions = {}): Promise<Editor> {
  return startEditor({ files: Object.fromEntries(exampleFiles(name)), ...options });
}
