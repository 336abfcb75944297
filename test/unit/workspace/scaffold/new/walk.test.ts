// The walk of docs/impact-assessment.md: a folder with nothing but a model card, the new assessment, and the snippets.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDocument } from '../../../../../server/src/workspace/scaffold/new/new-document.ts';
import { checkerOf, ROOT, sessionOf } from '../../../../support/fixture.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}

const SNIPPETS = Object.values(
  JSON.parse(readFileSync(join(ROOT, 'snippets', 'markdown.code-snippets'), 'utf8')) as Record<
    string,
    Snippet
  >,
);

const CARD = readFileSync(join(ROOT, 'examples', 'credit-scoring', 'MODEL_CARD.md'), 'utf8');

/** A snippet as somebody leaves it who keeps every default. */
function inserted(prefix: string): string {
  const { body } = SNIPPETS.find(each => each.prefix.includes(prefix)) ?? { body: [] };
  return body
    .join('\n')
    .replace(/\$CURRENT_YEAR/g, '2026')
    .replace(/\$CURRENT_(MONTH|DATE)/g, '11')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$0/g, '');
}

/** The headings of the new assessment and the snippet that is inserted below each, its own heading left out. */
const WRITTEN: readonly (readonly [heading: string, prefix: string])[] = [
  ['## Scope of the assessment', 'assessment-scope'],
  ['## AI system description', 'assessment-system-description'],
  ['## Data', 'assessment-data'],
  ['## Deployment environment', 'assessment-deployment'],
  ['### Benefits', 'assessment-benefits'],
  ['### Harms', 'assessment-harms'],
  ['### Fairness and bias', 'assessment-fairness'],
  ['### Privacy', 'assessment-privacy'],
  ['## Measures', 'assessment-measures'],
  ['### Human oversight', 'assessment-oversight'],
  ['## Consultation', 'assessment-consultation'],
  ['## Residual risk', 'assessment-residual'],
  ['## Review triggers', 'assessment-triggers'],
  ['## Retention of this assessment', 'assessment-retention'],
];

test('from a card alone to an assessment without an error, with what the editor offers', () => {
  const files = new Map([['MODEL_CARD.md', CARD]]);
  const answers = { affected: 'applicants, credit officers', where: 'Finland', modelType: 'predictive' };
  const made = newDocument(sessionOf(files), { kind: 'impact-assessment', folder: '', answers });
  if ('problem' in made) throw new Error(made.problem);
  expect(made.text).toContain('system: credit-scoring # from MODEL_CARD.md: system');
  // One snippet has purpose and uses together: it takes the place of the three sections.
  const [front = '', rest = ''] = made.text.split(/^### Purpose\n[\s\S]*?(?=^## Data$)/m);
  const text = WRITTEN.reduce(
    (before, [heading, prefix]) => {
      const body = inserted(prefix).split('\n').slice(2).join('\n');
      const after = before.replace(`\n${heading}\n`, `\n${heading}\n\n${body}\n`);
      expect([heading, after === before]).toEqual([heading, false]);
      return after;
    },
    `${front}${inserted('assessment-uses')}\n${rest}`,
  );
  const checker = checkerOf(new Map([...files, [made.path, text]]));
  const found = checker.findings(made.path).filter(each => !each.suppressed);
  expect(
    found.filter(each => each.severity === 'error').map(each => `${each.rule}: ${each.message}`),
  ).toEqual([]);
  const left = found.filter(each => each.severity === 'warning').map(each => `${each.rule}: ${each.message}`);
  expect(left).toEqual([]);
});
