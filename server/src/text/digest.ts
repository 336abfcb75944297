import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { normalised } from './eol.ts';

/** Hexadecimal digits of a digest as sign-offs write it: 48 bits tell an accident from a change. */
export const DIGEST_LENGTH = 12;

/** Digest of a text as a sign-off records it: SHA-256 of the normalised text, its first 12 hexadecimal digits. */
export function digestOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(normalised(text)))).slice(0, DIGEST_LENGTH);
}
