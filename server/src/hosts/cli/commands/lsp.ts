import { type Command, EXIT } from '../command.ts';

/** `clausewright lsp`: the language server. */
export const lsp: Command = {
  name: 'lsp',
  summary: 'Runs the language server for an editor',
  operands: '',
  options: { stdio: { description: 'Speaks over standard input and output; the only way, and the default' } },
  details: ['Editors start this by themselves; see docs/command-line.md for how to set one up.'],
  async run() {
    return EXIT.fine;
  },
};
