/** An option of a command, as `--help` prints it and parsing reads it. */
export interface OptionSpec {
  /** What stands for the value in the usage line; absent for an option without a value. */
  readonly value?: string;
  /** The values that are accepted; absent where any text is. */
  readonly values?: readonly string[];
  readonly description: string;
  /** Stands for the value when the option is not given. */
  readonly default?: string;
}

/** What was given on the command line, already checked against the command's options. */
export interface Given {
  readonly positionals: readonly string[];
  /** Values by option name; defaults are filled in. */
  readonly values: Readonly<Record<string, string>>;
  /** Names of the options without a value that were given. */
  readonly flags: ReadonlySet<string>;
}

/** The surroundings of a command: where it runs, and what it may print to. */
export interface Terminal {
  /** Absolute path of the working folder. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether the standard output shows colours. */
  readonly colours: boolean;
  /** Writes to the standard output; resolves also when nobody reads any more. */
  print(text: string): Promise<void>;
  /** One line for the user on the standard error, after the program's name. */
  note(message: string): void;
}

/** What the process ends with: as expected, with findings, wrong usage or configuration, a fault of ours. */
export const EXIT = { fine: 0, findings: 1, usage: 2, internal: 3 } as const;

/** One command of the command line. A command is one file and one line in the command table. */
export interface Command {
  readonly name: string;
  /** One sentence, without the full stop. */
  readonly summary: string;
  /** What may follow the options, such as `[paths…]`; empty for a command that takes nothing. */
  readonly operands: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Further paragraphs of the help page. */
  readonly details: readonly string[];
  /** Runs to the end and gives the exit code. */
  run(given: Given, terminal: Terminal): Promise<number>;
}

/** Something the user has to put right before anything can run. The message says what and how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
