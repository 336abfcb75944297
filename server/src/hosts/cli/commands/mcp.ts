import { resolve } from 'node:path';
import { answer } from '../../../features/assistant/answer.ts';
import type { Asked } from '../../../features/assistant/rows.ts';
import { coverageParts } from '../../../workspace/evidence/coverage.ts';
import { type Command, EXIT, type Terminal, UsageError } from '../command.ts';
import { linesOf } from '../mcp/lines.ts';
import { CODES, type Outgoing } from '../mcp/message.ts';
import { McpServer } from '../mcp/server.ts';
import { openPlaces } from '../open.ts';
import { CONFIG_OPTION } from '../options.ts';
import { placesFor } from '../places.ts';
import { ownVersion } from '../version.ts';

/** `clausewright mcp`: lets an assistant read the workspace. */
export const mcp: Command = {
  name: 'mcp',
  summary: 'Lets an AI assistant ask about controls, gaps and evidence (Model Context Protocol)',
  operands: '[folder]',
  options: { config: CONFIG_OPTION },
  details: [
    'Assistants start this by themselves and speak over standard input and output; docs/assistants.md has set-ups. The folder is the one to read, the working folder where none is given.',
    'The tools are explain_control, coverage, gaps and evidence_for. Each answer cites files and lines. The files are read anew for each question; nothing is written and nothing is sent anywhere.',
  ],
  async run({ positionals, values }, terminal) {
    const [given = '.', other] = positionals;
    if (other !== undefined) throw new UsageError('"mcp" takes one folder');
    const folder = resolve(terminal.folder, given);
    const [place] = placesFor([given], terminal.folder);
    if (place === undefined || place.given.some(each => !each.folder))
      throw new UsageError(`"${given}" is no folder`);
    const config = values['config'] === undefined ? undefined : resolve(terminal.folder, values['config']);
    const server = new McpServer({
      version: ownVersion(),
      instructions: `Reads the governance documents (model cards, impact assessments, control mappings) below ${folder}. Paths in answers are relative to that folder; lines count from 1. Cite path and line when you use an answer, and say what is evidenced rather than that anything is compliant. The tools change nothing.`,
      ask: reader({ ...terminal, folder }, config),
      fault: error =>
        terminal.note(`a fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    });
    await serve(server, terminal);
    return EXIT.fine;
  },
};

/** Answers from the files as they are. Questions that come while they are being read share one reading. */
function reader(terminal: Terminal, config: string | undefined) {
  let reading: Promise<Asked> | undefined;
  const read = async (): Promise<Asked> => {
    const [opened] = await openPlaces(['.'], config, terminal);
    if (opened === undefined) throw new Error('no folder was opened');
    const { session, shown } = opened;
    return { session, shown, parts: [...coverageParts(session)] };
  };
  return async (tool: string, input: unknown) => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    try {
      return answer(await reading, tool, input);
    } catch (error) {
      if (error instanceof UsageError) return { problem: error.message };
      throw error;
    }
  };
}

/** Answers until the client closes the input. Requests are answered as they are done, not in their order. */
async function serve(server: McpServer, terminal: Terminal): Promise<void> {
  const pending = new Set<Promise<void>>();
  const send = (message: Outgoing | readonly Outgoing[]): Promise<void> =>
    terminal.print(`${JSON.stringify(message)}\n`);
  for await (const line of linesOf(process.stdin)) {
    if (line.kind === 'too-long') {
      const error = { code: CODES.parse, message: 'The message is too long.' };
      await send({ jsonrpc: '2.0', id: null, error });
      continue;
    }
    const work = server
      .receive(line.text)
      .then(said => (said === undefined ? undefined : send(said)))
      .finally(() => pending.delete(work));
    pending.add(work);
  }
  await Promise.all(pending);
}
