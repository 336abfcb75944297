import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Source } from '../text/source.ts';
import type { Finding } from '../workspace/finding.ts';
import { nameOf } from '../workspace/paths.ts';

/** Hexadecimal digits of a fingerprint: 128 bits. */
const LENGTH = 32;

/** More of a found text than this tells no findings apart that a person would. */
const MOST_TEXT = 1000;

/**
 * By what each finding of one document is known again in a later check: its rule, the text that was found, the
 * controls it touches, and what the finding says in the user's words. Where it stands, the file's own path, white
 * space, the quotes of YAML, dates and counts of days are no part of it. Equal findings of a document are told apart by their order.
 * Takes all findings of the document in their order, silenced ones included.
 */
export function fingerprintsOf(findings: readonly Finding[], source: Source): string[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const cause = causeOf(finding, source);
    const before = seen.get(cause) ?? 0;
    seen.set(cause, before + 1);
    return digest(before === 0 ? cause : `${cause}\n${before}`);
  });
}

/** A fingerprint that stands for another of the same value; for formats in which no two may be equal. */
export function distinguished(fingerprint: string, occurrence: number): string {
  return occurrence === 0 ? fingerprint : digest(`${fingerprint}\n${occurrence}`);
}

function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, LENGTH);
}

function causeOf(finding: Finding, source: Source): string {
  const { rule, span, controls, cause, message } = finding;
  const found = source.text.slice(span.start, Math.min(span.end, span.start + MOST_TEXT));
  return JSON.stringify([
    rule,
    plain(found.replace(/["']/g, '')),
    [...controls].sort(),
    ...wordsOfUser(cause ?? message),
  ]);
}

/** A text without what indentation and line breaks do to it. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * What a sentence takes from the documents: the texts that it quotes, and its names, numbers and paths. The rest is
 * our wording, which may be put better one day. Paths count by their last part, so that folders can be renamed.
 */
function wordsOfUser(sentence: string): string[] {
  const quoted: string[] = [];
  const rest = sentence.replace(/"([^"]*)"/g, (_, text: string) => {
    quoted.push(plain(text));
    return ' ';
  });
  const words = rest.split(/[\s,;()]+/).map(withoutStop);
  const named = words.filter(
    (word, index) => /[\d/#@_]/.test(word) && !isPassing(word, words[index - 1], words[index + 1]),
  );
  return [...quoted, ...named.map(nameOf)];
}

/** A word without the full stop or colon behind it. */
function withoutStop(word: string): string {
  let end = word.length;
  while (end > 0 && (word[end - 1] === '.' || word[end - 1] === ':')) end -= 1;
  return word.slice(0, end);
}

/** Whether a word is true today or in this layout of the file only. */
function isPassing(word: string, before: string | undefined, behind: string | undefined): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return true;
  if (!/^\d+$/.test(word)) return false;
  return /^days?$/.test(behind ?? '') || /^(?:lines?|columns?)$/.test(before ?? '');
}
