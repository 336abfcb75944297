import type { OptionSpec } from './command.ts';

/** `--output`, as every command that prints a report has it. */
export const OUTPUT_OPTION: OptionSpec = {
  value: 'FILE',
  description: 'Writes to a file instead of the standard output',
};

/** `--config`, as every command that reads documents has it. */
export const CONFIG_OPTION: OptionSpec = {
  value: 'FILE',
  description: 'Takes the place of the clausewright.yaml in the root folder',
};
