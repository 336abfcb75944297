import { expect, test } from 'vitest';
import { codeLenses } from '../../../server/src/features/code-lenses.ts';
import { complete } from '../../../server/src/features/complete.ts';
import { definition } from '../../../server/src/features/definition.ts';
import { documentLinks } from '../../../server/src/features/document-links.ts';
import { documentSymbols } from '../../../server/src/features/document-symbols.ts';
import { foldingRanges } from '../../../server/src/features/folding.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { inlayHints } from '../../../server/src/features/inlay-hints.ts';
import { references } from '../../../server/src/features/references.ts';
import { prepareRename } from '../../../server/src/features/rename.ts';
import { selectionRanges } from '../../../server/src/features/selection-ranges.ts';
import { semanticTokens } from '../../../server/src/features/semantic-tokens.ts';
import { Checker } from '../../../server/src/rules/checker.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import { sessionOf } from '../../support/fixture.ts';

const MAPPING = 'clausewright: control-mapping/1\nsystem: { id: x }\ncontrols:\n';
const CARD = '---\nlicense: mit\nlanguage: en\n---\n# Model\n\n## Evaluation\n\n';

/** Everything that an editor asks about a document, at its start, in the hostile part, and at its end. */
function everything(path: string, text: string): void {
  const session = sessionOf(new Map([[path, text]]));
  const checker = new Checker(session, RULES);
  for (const finding of checker.findings(path).slice(0, 20)) for (const fix of finding.fixes) fix.change();
  documentSymbols(session, path);
  foldingRanges(session, path);
  documentLinks(session, path);
  codeLenses(session, path);
  inlayHints(session, path);
  for (const _ of semanticTokens(session, path));
  for (const offset of [0, Math.floor(text.length / 2), text.length]) {
    hover(session, path, offset);
    complete(session, path, offset);
    definition(session, path, offset);
    references(session, path, offset);
    prepareRename(session, path, offset);
    selectionRanges(session, path, offset);
  }
}

/** Processor milliseconds, the best of two runs. */
function timed(run: () => void): number {
  const once = (): number => {
    const started = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  const first = once();
  return first < 20 ? first : Math.min(first, once());
}

const SIZE = 25_000;
const GROWTH = 4;
/** Twice what linear growth gives; quadratic growth is four times as much. */
const MOST_RATIO = GROWTH * 2;
/** Times below this say more about the machine than about the code. */
const LEAST = 150;

/** Checks that four times the text takes about four times as long, by ratio and never by the clock alone. */
function checkLinear(path: string, lead: string, piece: string, tail: string): void {
  const of = (length: number): string => lead + piece.repeat(Math.ceil(length / piece.length)) + tail;
  const large = timed(() => everything(path, of(SIZE * GROWTH)));
  if (large < LEAST) return;
  const small = timed(() => everything(path, of(SIZE)));
  expect(large, `${small} ms for ${SIZE} characters`).toBeLessThan(Math.max(LEAST, small * MOST_RATIO));
}

/** Runs that make an expression try again from each of their characters, or read them twice. */
const RUNS = [
  ' ',
  '\t',
  '-',
  '0',
  '.0',
  'a',
  '(',
  '[',
  '\\[',
  '<!--',
  '# from x: ',
  ': ',
  ':#',
  '"',
  '|',
  '| ',
  '> ',
  '=',
  '@',
  'a.',
  'A.7.2 ',
  'A.7.2-',
  'ISO/IEC 42001:2023 ',
  '{{',
  '</a>',
  '<a id=x>',
  'TODO ',
  '**',
  '__a',
  '±',
  '1,000',
  '\u00a0',
  'https://a',
  'clausewright: ',
  '&amp;',
  'ü',
];

test.each(RUNS)('Markdown of %j takes linear time', run => {
  checkLinear('MODEL_CARD.md', CARD, run, 'x\n');
  checkLinear('MODEL_CARD.md', `${CARD}- **Metric:** `, run, 'x\n\n## End\n');
});

test.each(RUNS)('a mapping of %j takes linear time', run => {
  checkLinear('controls.yaml', `${MAPPING}  - id: A.7.2\n    notes: `, run, 'x\n');
  checkLinear('controls.yaml', `${MAPPING}  - id: "A.7.2`, run, 'x"\n    evidence: [a.md]\n');
});
