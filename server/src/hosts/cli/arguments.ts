import { parseArgs } from 'node:util';
import { type Command, type Given, UsageError } from './command.ts';
import { suggestion } from './nearest.ts';

/**
 * Reads the arguments behind a command's name.
 * @throws UsageError naming the argument that is wrong and the nearest that would be right.
 */
export function readArguments(command: Command, args: readonly string[]): Given {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(command.options).map(([name, { value }]) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, string> = {};
  for (const [name, { default: fallback }] of Object.entries(command.options))
    if (fallback !== undefined) values[name] = fallback;
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const spec = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
    if (spec === undefined) throw unknownOption(command, rawName);
    if (spec.value === undefined) {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value, but got "${value}"`);
      flags.add(name);
    } else values[name] = checked(rawName, spec.values, value, token.inlineValue === true);
  }
  if (command.operands === '' && positionals.length > 0)
    throw new UsageError(`"${command.name}" takes no argument, but got "${positionals[0]}"`);
  return { positionals, values, flags };
}

function unknownOption(command: Command, name: string): UsageError {
  const known = [...Object.keys(command.options), 'help'].map(each => `--${each}`);
  const near = suggestion(name, known);
  return new UsageError(
    `"${command.name}" has no option ${name}${near === '' ? `; it has ${known.join(', ')}` : near}`,
  );
}

function checked(
  name: string,
  allowed: readonly string[] | undefined,
  value: string | undefined,
  inline: boolean,
): string {
  if (value === undefined || value === '' || (!inline && value.length > 1 && value.startsWith('-')))
    throw new UsageError(
      `${name} needs a value${allowed === undefined ? '' : `: one of ${allowed.join(', ')}`}`,
    );
  if (allowed !== undefined && !allowed.includes(value))
    throw new UsageError(
      `${name} cannot be "${value}"${suggestion(value, allowed)} (the values are ${allowed.join(', ')})`,
    );
  return value;
}
