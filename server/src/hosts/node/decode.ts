import { isUtf8 } from 'node:buffer';
import { Source } from '../../text/source.ts';
import type { ReadResult } from '../../workspace/host.ts';

/** Files with more bytes are not documents that a person writes. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** As much of a file as tells whether it is text. */
const SAMPLE = 8192;

/**
 * The text of a file's bytes, with its BOM if it has one. Bytes that are no UTF-8 become U+FFFD and the result says
 * so; a zero byte makes a file binary.
 */
export function decoded(bytes: Buffer): ReadResult {
  if (bytes.length > MOST_BYTES) return { kind: 'unreadable', why: 'too-large' };
  if (bytes.subarray(0, SAMPLE).includes(0)) return { kind: 'unreadable', why: 'binary' };
  const source = new Source(bytes.toString('utf8'));
  return isUtf8(bytes) ? { kind: 'text', source } : { kind: 'text', source, lossy: true };
}
