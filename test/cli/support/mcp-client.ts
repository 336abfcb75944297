import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { program } from './program.ts';

/** An answer of the server. */
export interface McpAnswer {
  readonly id?: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: an answer may hold anything, which tests look at
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/** A client of `clausewright mcp` that speaks in lines of JSON over its pipes. */
export class McpClient {
  readonly child: ChildProcessWithoutNullStreams;
  readonly code: Promise<number | null>;
  /** Everything that the server has written to the standard error. */
  errors = '';
  private readonly queue: McpAnswer[] = [];
  private readonly waiting: ((answer: McpAnswer) => void)[] = [];
  private nextId = 1;

  constructor(cwd: string, args: readonly string[] = []) {
    this.child = spawn(process.execPath, [program(), 'mcp', ...args], { cwd });
    this.code = new Promise(resolve => this.child.on('exit', resolve));
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    createInterface({ input: this.child.stdout }).on('line', line => {
      const answer = JSON.parse(line) as McpAnswer;
      const next = this.waiting.shift();
      if (next === undefined) this.queue.push(answer);
      else next(answer);
    });
    onTestFinished(() => {
      this.child.kill();
    });
  }

  /** Writes a line as it is. */
  write(line: string): void {
    this.child.stdin.write(`${line}\n`);
  }

  /** The next message of the server. */
  next(): Promise<McpAnswer> {
    const there = this.queue.shift();
    return there === undefined ? new Promise(resolve => this.waiting.push(resolve)) : Promise.resolve(there);
  }

  /** Sends a request and gives the next message, which has to be its answer. */
  async request(method: string, params?: object): Promise<McpAnswer> {
    const id = this.nextId++;
    this.write(JSON.stringify({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) }));
    const answer = await this.next();
    if (answer.id !== id) throw new Error(`the answer to ${id} is ${JSON.stringify(answer)}`);
    return answer;
  }

  /** Calls a tool, which has to give a result. */
  async call(name: string, given: object = {}) {
    const { result, error } = await this.request('tools/call', { name, arguments: given });
    if (error !== undefined) throw new Error(error.message);
    return result;
  }

  /** Shakes hands as clients do. */
  async initialize(protocolVersion = '2025-11-25') {
    const clientInfo = { name: 'test', version: '1' };
    const answer = await this.request('initialize', { protocolVersion, capabilities: {}, clientInfo });
    this.write('{"jsonrpc":"2.0","method":"notifications/initialized"}');
    return answer.result;
  }

  /** Closes the input and gives the exit code. */
  end(): Promise<number | null> {
    this.child.stdin.end();
    return this.code;
  }
}
