import type { CardKey } from '../../catalog/card-key.ts';
import { CARD_KINDS } from '../../model/kinds.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { keyText } from '../../syntax/yaml/nodes.ts';
import { pairsOf } from '../../syntax/yaml/tree.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix } from '../../workspace/finding.ts';
import { defineRule } from '../define.ts';
import { type FrontValue, frontValues } from '../front-matter/values.ts';
import { CARD_TEXT } from './example.ts';

/** A key of front matter that the hub no longer reads. */
export const deprecatedKey = defineRule({
  id: 'card/deprecated-key',
  kinds: CARD_KINDS,
  reads: 'document',
  severity: 'information',
  since: '0.1.0',
  summary:
    'A key of front matter has another name by now: `languages` and `licenses` are `language` and `license`, `license_details` is `license_name` with `license_link`.',
  why: 'The Hugging Face hub and its libraries read the new name alone, so that the card is found by nobody who looks for it; ISO/IEC 42001 clause 7.5.2 asks for identification and description of documented information.',
  clauses: ['iso-42001:7.5.2'],
  sources: ['Model card, dataset card and Space metadata of the Hugging Face hub'],
  bad: [
    `---
license: mit
⟦languages⟧: [en, de]
---
${CARD_TEXT}`,
    `---
license: other
⟦license_details⟧: Terms of the retail bank
---
${CARD_TEXT}`,
  ],
  good: [
    `---
license: mit
language: [en, de]
---
${CARD_TEXT}`,
  ],
  check(model, context) {
    const { document, library, report } = context;
    const keys = library.cards.keys(model.kind);
    for (const value of frontValues(model, context)) {
      const { key, name, keyNode, start, isItem } = value;
      if (key.instead === undefined || isItem || name !== key.name) continue;
      const names = key.instead.split(' and ');
      report({
        at: at(start, keyNode),
        what: `"${name}" has been replaced by ${names.map(each => `"${each}"`).join(' and ')}`,
        why: 'The Hugging Face hub reads the new name alone (ISO/IEC 42001 clause 7.5.2)',
        next: `Use ${names.map(each => `"${each}"`).join(' with ')}`,
        fixes: renaming(value, names[0], keys, model, document.path),
      });
    }
  },
});

/** Renames the key, where the new one is free and takes what stands here. */
function renaming(
  { key, keyNode, start, node }: FrontValue,
  name: string | undefined,
  keys: ReadonlyMap<string, CardKey>,
  { metadata, yaml }: SectionedModel,
  path: string,
): Fix[] {
  const renamed = name === undefined ? undefined : keys.get(name);
  if (renamed === undefined || metadata.has(renamed.name)) return [];
  // A key that stands twice would be as doubtful under its new name.
  const written =
    yaml === undefined ? [] : pairsOf(yaml).filter(each => keyText(each.value.key) === key.name);
  if (written.length > 1) return [];
  if (node.kind === 'seq' && !renamed.types.includes('list')) return [];
  const whole = key.instead === renamed.name;
  return [
    {
      title: `Rename the key to ${renamed.name}`,
      kind: whole ? 'safe' : 'assist',
      change: () => [editFile(path, { span: at(start, keyNode), text: renamed.name })],
    },
  ];
}
