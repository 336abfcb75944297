import type { TextChange } from '../../server/src/text/source.ts';
import type { Random } from './random.ts';

/** Pieces whose coming and going changes how a text is read. */
const PIECES = [
  'a',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '-',
  '- ',
  ':',
  ': ',
  '#',
  '# ',
  '## ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '|',
  '>',
  '> ',
  '&a ',
  '*a',
  '!x ',
  '---',
  '---\n',
  '\n---\n',
  '...\n',
  '? ',
  ': x',
  '```',
  '~~~\n',
  '`',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '<h2>T</h2>',
  '\n===\n',
  '**bold**',
  '| a | b |\n|---|---|\n',
  '\u2028',
  '\ufeff',
  '\u00a0',
  '🎯',
  'é',
  '\n\n',
  '    ',
  '  ',
  '1. ',
  '* ',
  '[x]: y\n',
  '{#id}',
  '<a id="x">',
  'TODO',
  'key: value\n',
  '  - id: A.7.2\n',
  '- id: A.7.2\n',
  '  status: planned\n',
  '# Evaluation\n',
  '<!-- evidence: A.7.5 -->',
  '\\',
  '%',
];

/** One edit as people and tools make them: typing, deleting, lines, pasting, other line ends. */
export function randomEdit(random: Random, text: string): TextChange {
  const roll = random.next();
  if (roll < 0.35) return insertion(placeIn(random, text), random.pick(PIECES));
  if (roll < 0.55) return deletion(random, text, 1 + random.below(3));
  if (roll < 0.65)
    return { span: stretch(random, text, 12), text: random.chance(0.5) ? random.pick(PIECES) : '' };
  if (roll < 0.77)
    return { span: lineStretch(random, text, 3), text: random.chance(0.4) ? `${random.pick(PIECES)}\n` : '' };
  if (roll < 0.9) {
    const { start, end } = random.chance(0.7) ? lineStretch(random, text, 6) : stretch(random, text, 80);
    return insertion(
      random.chance(0.7) ? lineStart(random, text) : placeIn(random, text),
      text.slice(start, end),
    );
  }
  if (roll < 0.95) return otherLineEnd(random, text);
  return { span: stretch(random, text, 400), text: random.pick(PIECES) };
}

function insertion(offset: number, text: string): TextChange {
  return { span: { start: offset, end: offset }, text };
}

function deletion(random: Random, text: string, length: number): TextChange {
  const start = placeIn(random, text);
  return { span: { start, end: Math.min(text.length, start + length) }, text: '' };
}

/** Any offset, more often one where lines or words begin and end. */
function placeIn(random: Random, text: string): number {
  const roll = random.next();
  if (roll < 0.05) return 0;
  if (roll < 0.1) return text.length;
  const offset = random.below(text.length + 1);
  if (roll < 0.5) return offset;
  const found = text.slice(offset).search(roll < 0.75 ? /[\r\n]/ : /\W/);
  return found < 0 ? offset : offset + found + (random.chance(0.3) ? 1 : 0);
}

function stretch(random: Random, text: string, most: number): { start: number; end: number } {
  const start = placeIn(random, text);
  return { start, end: Math.min(text.length, start + random.below(most)) };
}

function lineStart(random: Random, text: string): number {
  return text.lastIndexOf('\n', random.below(text.length + 1)) + 1;
}

function lineStretch(random: Random, text: string, most: number): { start: number; end: number } {
  const start = lineStart(random, text);
  let end = start;
  for (let lines = 1 + random.below(most); lines > 0 && end < text.length; lines -= 1) {
    const next = text.indexOf('\n', end);
    end = next < 0 ? text.length : next + 1;
  }
  return { start, end };
}

function otherLineEnd(random: Random, text: string): TextChange {
  const at = text.indexOf('\n', random.below(text.length + 1));
  if (random.chance(0.2)) {
    const plain = text.replace(/\r\n?/g, '\n');
    return {
      span: { start: 0, end: text.length },
      text: random.chance(0.5) ? plain.replaceAll('\n', '\r\n') : plain,
    };
  }
  if (at < 0) return insertion(text.length, '\n');
  return text[at - 1] === '\r' ? { span: { start: at - 1, end: at }, text: '' } : insertion(at, '\r');
}
