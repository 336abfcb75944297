import { StringDecoder } from 'node:string_decoder';

/** A line of input; `too-long` stands for one that nobody writes, which was not kept. */
export type Line = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-long' };

/** Longer lines are no question. In UTF-16 code units. */
export const MOST_LINE = 1_000_000;

/** Cuts a stream of bytes into lines; blank ones are left out. The last need not end. */
export async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncIterable<Line> {
  const decoder = new StringDecoder('utf8');
  let pieces: string[] = [];
  let length = 0;
  const take = (): Line[] => {
    const isLong = length > MOST_LINE;
    const text = isLong ? '' : pieces.join('').trim();
    pieces = [];
    length = 0;
    if (isLong) return [{ kind: 'too-long' }];
    return text === '' ? [] : [{ kind: 'text', text }];
  };
  for await (const chunk of stream) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    for (const [index, part] of parts.entries()) {
      if (index > 0) yield* take();
      length += part.length;
      if (length <= MOST_LINE) pieces.push(part);
      else pieces = [];
    }
  }
  yield* take();
}
