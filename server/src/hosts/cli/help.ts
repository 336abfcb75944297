import type { Command, OptionSpec } from './command.ts';

const WIDTH = 88;

/** The help page of one command. */
export function commandHelp(command: Command): string {
  const usage = ['Usage: clausewright', command.name, '[options]', command.operands]
    .filter(part => part !== '')
    .join(' ');
  const options: Readonly<Record<string, OptionSpec>> = {
    ...command.options,
    help: { description: 'Prints this page' },
  };
  const rows = Object.entries(options).map(([name, spec]): [string, string] => [
    `--${name}${spec.value === undefined ? '' : ` ${spec.value}`}`,
    described(spec),
  ]);
  const parts = [
    `${command.summary}.`,
    usage,
    `Options:\n${table(rows)}`,
    ...command.details.map(each => wrap(each, '')),
  ];
  return `${parts.join('\n\n')}\n`;
}

function described({ description, values, default: fallback }: OptionSpec): string {
  const notes = [
    values === undefined ? '' : values.join(', '),
    fallback === undefined ? '' : `default ${fallback}`,
  ].filter(note => note !== '');
  return notes.length === 0 ? description : `${description} (${notes.join('; ')})`;
}

/** The help page of the program. */
export function programHelp(
  commands: readonly { readonly name: string; readonly summary: string }[],
): string {
  const rows = commands.map(({ name, summary }): [string, string] => [name, summary]);
  return [
    'Checks model cards, AI impact assessments and control mappings against ISO/IEC 42001.',
    'Usage: clausewright <command> [options]',
    `Commands:\n${table(rows)}`,
    `Options:\n${table([
      ['--help', 'Prints this page; "clausewright <command> --help" the page of a command'],
      ['--version', 'Prints the version'],
    ])}`,
    wrap(
      'Exit codes: 0 nothing to report at or above --fail-on; 1 findings; 2 wrong usage or configuration; 3 a fault of Clausewright.',
      '',
    ),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

/** Rows of two columns, the second wrapped. */
function table(rows: readonly (readonly [string, string])[]): string {
  const first = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(([name, text]) => `  ${name.padEnd(first)}  ${wrap(text, ' '.repeat(first + 4)).trimStart()}`)
    .join('\n');
}

/** A text on lines of a bearable length, each behind `indent`. */
export function wrap(text: string, indent: string, width = WIDTH): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(indent + line);
  return lines.join('\n');
}
