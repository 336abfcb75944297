/**
 * Folders whose files other tools write: version control, dependencies, caches, build results. They are not listed,
 * so nothing in them is a document of its own. A file there that an entry names as evidence is found all the same;
 * see `Host.find`.
 */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.jj',
  'node_modules',
  'bower_components',
  '.yarn',
  '.pnpm-store',
  '.venv',
  'venv',
  'site-packages',
  '__pycache__',
  '.eggs',
  '.tox',
  '.nox',
  '.mypy_cache',
  '.ruff_cache',
  '.pytest_cache',
  '.ipynb_checkpoints',
  '.cache',
  '.gradle',
  '.terraform',
  '.next',
  '.nuxt',
  '.turbo',
  '.vscode-test',
  'dist',
  'build',
  'target',
]);

/** Whether a path lies in a folder that is not listed. The path's own last part does not count. */
export function inSkippedFolder(path: string): boolean {
  const parts = path.split('/');
  return parts.some((part, index) => index < parts.length - 1 && SKIPPED_FOLDERS.has(part));
}
