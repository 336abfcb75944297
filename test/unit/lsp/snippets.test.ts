import { expect, test } from 'vitest';
import { snippetText } from '../../../server/src/features/complete/item.ts';
import { withoutPlaceholders } from '../../../server/src/lsp/snippets.ts';

test.each([
  ['owner: $0', 'owner: '],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the syntax of snippets
  ['id: ${1:A.6.2.4}\nstatus: ${2|planned,partial|}$0', 'id: A.6.2.4\nstatus: planned'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the syntax of snippets
  ['${1:a\\}b} $2c', 'a}b c'],
  [snippetText('100 $ {and} \\ more'), '100 $ {and} \\ more'],
])('%j reads %j', (snippet, text) => {
  expect(withoutPlaceholders(snippet)).toBe(text);
});
