// What the Node extension host and a browser's web worker both have; the client compiles with the types of neither.

/** Calls back after `delay` milliseconds. */
declare function setTimeout(callback: () => void, delay: number): number;
/** Forgets a call that has not come yet. */
declare function clearTimeout(timer: number | undefined): void;

/** Turns bytes into text. */
declare class TextDecoder {
  constructor(encoding: 'utf-8', options: { readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

declare const crypto: { randomUUID(): string };
