/** A JSON-RPC message of either side. */
export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/** A message with its header, as it goes over a stream. */
export function framed(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/** Cuts a stream of bytes into messages; `take` is called for each in its order. */
export function messageReader(take: (message: Message) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  return bytes => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      const header = /content-length: (\d+)/i.exec(rest.subarray(0, end).toString('ascii'));
      if (header === null) throw new Error(`a message without a length: ${rest.subarray(0, end).toString()}`);
      const from = end + 4;
      const to = from + Number(header[1]);
      if (rest.length < to) return;
      const message: unknown = JSON.parse(rest.subarray(from, to).toString('utf8'));
      rest = rest.subarray(to);
      take(message as Message);
    }
  };
}
