import { describe, expect, test } from 'vitest';
import { Source } from '../../../server/src/text/source.ts';
import { forSeeds, type Saw } from '../../support/cases.ts';
import { Random } from '../../support/random.ts';

const WORDS = ['ab', '\nab', 'bab', '\0'];
const PIECES = ['a', 'b', 'ab', '\n', ' ', '', 'ba'];

/** Edits a text at random and asks for words after each edit, or after some of them. */
function checkWords(seed: number, saw: Saw): void {
  const random = new Random(seed);
  let source = new Source('a b\nb a ');
  for (let step = 0; step < 12; step += 1) {
    const from = Math.floor(random.next() * (source.text.length + 1));
    const to = Math.min(source.text.length, from + Math.floor(random.next() * 3));
    source = source.change({ span: { start: from, end: to }, text: random.pick(PIECES) });
    saw(source.text);
    if (random.next() < 0.3) continue;
    for (const word of WORDS) expect(source.holds(word), source.text).toBe(source.text.includes(word));
    expect(source.holdsLine('ab'), source.text).toBe(/^ab/m.test(source.text));
  }
}

describe('a text', () => {
  test('knows which words it holds, also after changes', () => {
    forSeeds(200, checkWords, 0.02);
  });
});
