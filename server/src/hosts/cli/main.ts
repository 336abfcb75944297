import { existsSync } from 'node:fs';
import { growHeapOnce } from '../node/heap.ts';
import { readArguments } from './arguments.ts';
import { EXIT, type Terminal, UsageError } from './command.ts';
import { COMMANDS } from './commands/table.ts';
import { commandHelp, programHelp } from './help.ts';
import { nearest } from './nearest.ts';
import { processTerminal } from './terminal.ts';
import { ownVersion } from './version.ts';

/** Runs the program and gives its exit code. */
async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args[0] === 'help' ? [args[1] ?? '--help', '--help'] : args;
  if (name === '--version' || name === '-v') {
    await terminal.print(`${ownVersion()}\n`);
    return EXIT.fine;
  }
  if (name === undefined || name === '--help' || name === '-h') {
    await terminal.print(programHelp(await Promise.all(Object.values(COMMANDS).map(load => load()))));
    return name === undefined ? EXIT.usage : EXIT.fine;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) throw unknownCommand(name);
  const command = await load();
  const beforeOperands = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : undefined);
  if (beforeOperands.some(each => each === '--help' || each === '-h')) {
    await terminal.print(commandHelp(command));
    return EXIT.fine;
  }
  return command.run(readArguments(command, rest), terminal);
}

function unknownCommand(name: string): UsageError {
  const names = Object.keys(COMMANDS);
  if (name.startsWith('-'))
    return new UsageError(
      `there is no option ${name} before a command; the commands are ${names.join(', ')}`,
    );
  const near = nearest(name, names);
  if (near !== undefined) return new UsageError(`there is no command "${name}"; did you mean "${near}"?`);
  if (existsSync(name))
    return new UsageError(`there is no command "${name}"; did you mean "clausewright check ${name}"?`);
  return new UsageError(`there is no command "${name}"; the commands are ${names.join(', ')}`);
}

growHeapOnce();
const terminal = processTerminal();
run(process.argv.slice(2), terminal).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) {
      terminal.note(error.message);
      process.exitCode = EXIT.usage;
      return;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.note(`this is a fault of Clausewright, please report it:\n${detail}`);
    process.exitCode = EXIT.internal;
  },
);
