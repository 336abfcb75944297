import type { Unknown, ValueList } from '../../catalog/value-list.ts';
import { CARD_KINDS } from '../../model/kinds.ts';
import type { YamlScalar } from '../../syntax/yaml/nodes.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Report } from '../../workspace/finding.ts';
import { replaceScalar } from '../../workspace/scaffold/replace-scalar.ts';
import { defineRule } from '../define.ts';
import { unknownLanguage } from '../front-matter/languages.ts';
import { alike, asOne } from '../front-matter/repeated.ts';
import { type FrontValue, frontValues } from '../front-matter/values.ts';
import { misreadAs } from '../front-matter/yaml11.ts';
import { quoted } from '../wording.ts';
import { CARD_TEXT } from './example.ts';

/** A value that our list of the hub's values does not have. */
export const unknownValue = defineRule({
  id: 'card/unknown-value',
  kinds: CARD_KINDS,
  reads: 'document',
  severity: 'information',
  since: '0.1.0',
  summary:
    'A value of front matter is not among those that the Hugging Face hub knew when our list was made, such as a task, a size category or a language code.',
  why: 'The hub passes over values that it does not know, so that readers and programs miss what the card says; ISO/IEC 42001 clause 7.5.2 asks for identification and description of documented information.',
  clauses: ['iso-42001:7.5.2'],
  sources: ['Metadata of model cards, dataset cards and Spaces of the Hugging Face hub'],
  bad: [
    `---
license: mit
pipeline_tag: ⟦text-classifcation⟧
---
${CARD_TEXT}`,
    `---
license: mit
language:
  - ⟦English⟧
  - de
library_name: ⟦Transformers⟧
---
${CARD_TEXT}`,
  ],
  good: [
    `---
license: mit
pipeline_tag: text-classification
library_name: our-library
metrics: [gini]
language: [en, swe, code]
tags: [anything]
---
${CARD_TEXT}`,
  ],
  check(model, context) {
    const { document, library, report } = context;
    const { text } = document.source;
    const found = frontValues(model, context).flatMap(value => {
      const { key, name, node, start } = value;
      const list = name === 'license' || name === 'licenses' ? undefined : library.cards.listOf(key);
      const isText =
        node.kind === 'scalar' && typeof node.value === 'string' && misreadAs(node) === undefined;
      if (list === undefined || !isText) return [];
      const unknown = unknownIn(String(node.value).trim(), key.values, list);
      return unknown === undefined
        ? []
        : [[`${name} ${start}`, reportOf(value, node, unknown, list, document.path, text)] as const];
    });
    for (const group of alike(found)) {
      const one = asOne(group, document.path, 'not in our list either');
      if (one !== undefined) report(one);
    }
  },
});

/** Of a list that is not complete only what was plainly meant to be one of its values is unknown. */
function unknownIn(written: string, name: string | undefined, list: ValueList): Unknown | undefined {
  if (name === 'languages') return unknownLanguage(written, list);
  const unknown = list.lookUp(written);
  return list.data.complete || (unknown?.same === true && unknown.meant !== undefined) ? unknown : undefined;
}

function reportOf(
  { name, start }: FrontValue,
  node: YamlScalar,
  { meant, same, retired, next }: Unknown,
  list: ValueList,
  path: string,
  text: string,
): Report {
  const span = at(start, node);
  const hint =
    meant === undefined
      ? ''
      : same
        ? `Write "${meant}"`
        : retired
          ? `Use "${meant}"`
          : `Did you mean "${meant}"?`;
  return {
    at: span,
    what: `${quoted(String(node.value))} under "${name}" is ${retired ? 'no longer' : 'not'} among the ${list.data.title} of the Hugging Face hub that we know, as of ${list.data.date}`,
    why: 'The hub passes over values that it does not know, and the card is then not found by them (ISO/IEC 42001 clause 7.5.2)',
    next: next ?? (hint === '' ? 'Check it against the list of the hub' : hint),
    fixes:
      meant === undefined || node.style === 'block'
        ? []
        : [
            {
              title: `Change to ${meant}`,
              kind: same ? 'safe' : 'assist',
              change: () => [editFile(path, replaceScalar(text, span, meant))],
            },
          ],
  };
}
