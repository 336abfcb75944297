// The snippets of whole cards hold every concept of the vocabulary, and agree with it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cardTemplate } from '../../../server/src/workspace/scaffold/new/template.ts';
import { checkerOf, LIBRARY, ROOT } from '../../support/fixture.ts';

const SNIPPETS = JSON.parse(readFileSync(join(ROOT, 'snippets/cards.code-snippets'), 'utf8')) as Record<
  string,
  { readonly body: readonly string[] }
>;

test.each(['Model card', 'Dataset card'])('%s', title => {
  const kind = title === 'Model card' ? 'model-card' : 'dataset-card';
  const { concepts } = LIBRARY.vocabulary(kind);
  const snippet = SNIPPETS[`${title} with all sections`];
  expect(snippet).toEqual(cardTemplate(kind, title, concepts));
  const text = (snippet?.body ?? [])
    .join('\n')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, 'Written out by the author in plain words.')
    .replace(/\\([\\$}])/g, '$1');
  for (const concept of concepts)
    expect(text.includes(` ${concept.title}\n`), concept.id).toBe(concept.combines === undefined);
  const path = `${kind}.md`;
  const checker = checkerOf(new Map([[path, text]]));
  expect(checker.findings(path).filter(each => /section|placeholder|template/.test(each.rule))).toEqual([]);
});
