import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** SHA-256 of a text as UTF-8, in Base64, as a content security policy wants it. */
export function base64Sha256(text: string): string {
  return base64(sha256(utf8ToBytes(text)));
}

/** SHA-256 of bytes, or of a text as UTF-8, as 64 hexadecimal digits. */
export function hexSha256(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += BASE64.charAt(bits >> 18) + BASE64.charAt((bits >> 12) & 63);
    text += b === undefined ? '=' : BASE64.charAt((bits >> 6) & 63);
    text += c === undefined ? '=' : BASE64.charAt(bits & 63);
  }
  return text;
}

/** The namespace of all ids that are derived from names; a random number, fixed for good. */
const NAMESPACE = 'b0a5e6d29f3c4c1e8d7705f6a2c94be1';

/**
 * A UUID (version 5, RFC 9562) for something that these names tell apart, the same each time. Names may hold anything:
 * they are joined as JSON, so that no two lists give the same text.
 */
export function uuidOf(...names: readonly string[]): string {
  const name = utf8ToBytes(JSON.stringify(names));
  const space = hexToBytes(NAMESPACE);
  const whole = new Uint8Array(space.length + name.length);
  whole.set(space);
  whole.set(name, space.length);
  const hash = sha1(whole).subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(hash);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
