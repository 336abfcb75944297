import type { Given, OptionSpec, Terminal } from '../command.ts';

/** Something that `clausewright export` writes. A subject is one file and one line in the table beside this one. */
export interface ExportSubject {
  readonly name: string;
  /** One sentence, without the full stop. */
  readonly summary: string;
  /** What may follow the subject's name. */
  readonly operands: string;
  /** Options beside `--format`, `--output` and `--config`. */
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** The first one is written where nothing else is asked for. */
  readonly formats: readonly string[];
  /** Its code, which is loaded when it is called. `given` is what follows the subject's name. */
  readonly run: () => Promise<(given: Given, terminal: Terminal) => Promise<number>>;
}
