import type { Answer } from '../../../features/assistant/answer.ts';
import { isProblem, isToolName, type Problem } from '../../../features/assistant/input.ts';
import { inputSchema, TOOLS } from '../../../features/assistant/tools.ts';
import {
  CODES,
  type ErrorObject,
  type Incoming,
  isObject,
  type Outgoing,
  type Params,
  type RequestId,
  readMessage,
} from './message.ts';
import { agreed, BATCHES, SERVER_KEY, STATELESS, versionOf } from './versions.ts';

/** What a server is made with. */
export interface McpOptions {
  readonly version: string;
  /** What a language model is told about the tools as a whole. */
  readonly instructions: string;
  /** Answers a question; see features/assistant/answer.ts. */
  ask(tool: string, input: unknown): Promise<Answer | Problem>;
  /** Told of a fault of ours. */
  fault(error: unknown): void;
}

/** The tools do not change while the server runs. */
const HOUR = 3_600_000;

/**
 * The Model Context Protocol: what a message is answered with. It knows the revision that has no handshake and those
 * that have one, and offers tools, nothing else. Nothing that a client sends ends it.
 */
export class McpServer {
  private readonly options: McpOptions;
  private session: string | undefined;
  private readonly cancelled = new Set<RequestId>();
  private readonly running = new Set<RequestId>();

  constructor(options: McpOptions) {
    this.options = options;
  }

  /** What a line is answered with; undefined where nothing is to be said. */
  async receive(line: string): Promise<Outgoing | readonly Outgoing[] | undefined> {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      return failure(null, CODES.parse, error instanceof Error ? error.message : 'This is no JSON.');
    }
    if (!Array.isArray(value)) return this.message(readMessage(value));
    if (this.session !== BATCHES || value.length === 0)
      return failure(null, CODES.invalid, 'A list of messages is not understood; send them one by one.');
    const answers = await Promise.all(value.map(each => this.message(readMessage(each))));
    const said = answers.flatMap(each => each ?? []);
    return said.length === 0 ? undefined : said;
  }

  private async message(message: Incoming): Promise<Outgoing | undefined> {
    switch (message.kind) {
      case 'answer':
        return undefined;
      case 'invalid':
        return failure(message.id, CODES.invalid, message.why);
      case 'notification':
        this.notice(message.method, message.params);
        return undefined;
      case 'request':
        return this.request(message.id, message.method, message.params);
    }
  }

  private notice(method: string, { requestId }: Params): void {
    if (method !== 'notifications/cancelled') return;
    if ((typeof requestId === 'string' || typeof requestId === 'number') && this.running.has(requestId))
      this.cancelled.add(requestId);
  }

  private async request(id: RequestId, method: string, params: Params): Promise<Outgoing | undefined> {
    this.running.add(id);
    try {
      const result = await this.result(method, params);
      if (this.cancelled.has(id)) return undefined;
      return 'code' in result ? { jsonrpc: '2.0', id, error: result } : { jsonrpc: '2.0', id, result };
    } catch (error) {
      this.options.fault(error);
      return failure(id, CODES.internal, 'This is a fault of Clausewright; its standard error says more.');
    } finally {
      this.running.delete(id);
      this.cancelled.delete(id);
    }
  }

  private async result(method: string, params: Params): Promise<object | ErrorObject> {
    const version = versionOf(params);
    if (version !== undefined && version !== STATELESS) {
      const data = { supported: [STATELESS], requested: version };
      return problem(CODES.unsupportedVersion, `Revision ${version} is not supported.`, data);
    }
    const stateless = version !== undefined || method === 'server/discover';
    const given = await this.answer(method, params, stateless);
    if (!stateless || 'code' in given) return given;
    const cached = method === 'tools/call' ? {} : { ttlMs: HOUR, cacheScope: 'private' };
    return { resultType: 'complete', ...given, ...cached, _meta: { [SERVER_KEY]: this.info() } };
  }

  private async answer(method: string, params: Params, stateless: boolean): Promise<object | ErrorObject> {
    const capabilities = { tools: {} };
    const { instructions } = this.options;
    if (method === 'server/discover') return { supportedVersions: [STATELESS], capabilities, instructions };
    if (method === 'tools/list') return { tools: TOOL_LIST };
    if (method === 'tools/call') return this.call(params);
    if (stateless) return problem(CODES.unknownMethod, `There is no method "${method}".`);
    if (method === 'ping') return {};
    if (method !== 'initialize') return problem(CODES.unknownMethod, `There is no method "${method}".`);
    const protocolVersion = agreed(params['protocolVersion']);
    this.session = protocolVersion;
    return { protocolVersion, capabilities, serverInfo: this.info(), instructions };
  }

  private info(): object {
    return { name: 'clausewright', title: 'Clausewright', version: this.options.version };
  }

  private async call(params: Params): Promise<object | ErrorObject> {
    const { name, arguments: given } = params;
    if (typeof name !== 'string' || !isToolName(name)) {
      const known = TOOLS.map(each => each.name).join(', ');
      return problem(CODES.params, `There is no tool ${JSON.stringify(name)}; the tools are ${known}.`);
    }
    if (given !== undefined && !isObject(given))
      return problem(CODES.params, 'The arguments of a tool have to be an object.');
    const answer = await this.options.ask(name, given);
    // What a model has asked wrongly is told to the model, which can then ask better.
    if (isProblem(answer)) return { content: [{ type: 'text', text: answer.problem }], isError: true };
    return { content: [{ type: 'text', text: answer.text }], structuredContent: answer.data, isError: false };
  }
}

const TOOL_LIST = TOOLS.map(tool => ({
  name: tool.name,
  title: tool.title,
  description: tool.description,
  inputSchema: inputSchema(tool),
  annotations: { title: tool.title, readOnlyHint: true, idempotentHint: true, openWorldHint: false },
}));

function problem(code: number, message: string, data?: unknown): ErrorObject {
  return data === undefined ? { code, message } : { code, message, data };
}

function failure(id: RequestId | null, code: number, message: string): Outgoing {
  return { jsonrpc: '2.0', id, error: { code, message } };
}
