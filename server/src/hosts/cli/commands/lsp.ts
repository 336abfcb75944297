import { type Command, EXIT } from '../command.ts';
import { OWN_CATALOGS } from '../library.ts';
import { ownVersion } from '../version.ts';

/** `clausewright lsp`: the language server. */
export const lsp: Command = {
  name: 'lsp',
  summary: 'Runs the language server for an editor',
  operands: '',
  options: { stdio: { description: 'Speaks over standard input and output; the only way, and the default' } },
  details: ['Editors start this by themselves; docs/editors.md has set-ups.'],
  async run() {
    const { startServer } = await import('../../node/start.ts');
    startServer({ catalogs: OWN_CATALOGS, version: ownVersion(), transport: 'stdio' });
    return EXIT.fine; // the process lives on until its client ends it, and then says how that went
  },
};
