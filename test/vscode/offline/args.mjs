// Reads arguments as desktop VS Code does: `--name=value`, `--name value` for the names that take one, and paths.
import path from 'node:path';

/** Options that may be given more than once. */
const repeated = new Set(['extensionDevelopmentPath', 'install-extension', 'enable-proposed-api']);

/** Options whose value may follow as an argument of its own. */
const valued = new Set([
  ...repeated,
  'extensionTestsPath',
  'user-data-dir',
  'extensions-dir',
  'locale',
  'log',
]);

/**
 * Reads a command line. Switches that mean nothing here (`--no-sandbox` and the like) are kept and do no harm.
 * @param {string[]} argv
 * @returns {{ one: Map<string, string | true>, many: (name: string) => string[], paths: string[] }} paths are absolute
 */
export function readArguments(argv) {
  const one = new Map();
  const lists = new Map();
  const paths = [];
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index];
    const option = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
    if (!option) {
      paths.push(path.resolve(argument));
      continue;
    }
    const name = option[1];
    const value = option[2] ?? (valued.has(name) ? argv[++index] : true);
    if (value === undefined) throw new Error(`--${name} needs a value`);
    if (repeated.has(name)) lists.set(name, [...(lists.get(name) ?? []), value]);
    else one.set(name, value);
  }
  return { one, many: name => lists.get(name) ?? [], paths };
}
