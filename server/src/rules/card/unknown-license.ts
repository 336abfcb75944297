import type { Unknown } from '../../catalog/value-list.ts';
import { CARD_KINDS } from '../../model/kinds.ts';
import type { YamlScalar } from '../../syntax/yaml/nodes.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix } from '../../workspace/finding.ts';
import { replaceScalar } from '../../workspace/scaffold/replace-scalar.ts';
import { defineRule } from '../define.ts';
import { type FrontValue, frontValues } from '../front-matter/values.ts';
import { quoted } from '../wording.ts';
import { CARD_TEXT } from './example.ts';

/** A licence that is none of the hub's ids. */
export const unknownLicense = defineRule({
  id: 'card/unknown-license',
  kinds: CARD_KINDS,
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary: 'The licence of a card is none of the ids that the Hugging Face hub knows.',
  why: 'The hub refuses other ids, and users do not find the terms; ISO/IEC 42001 A.8.2 and A.10.3 ask that users and customers are told them.',
  clauses: ['iso-42001:A.8.2', 'iso-42001:A.10.3'],
  sources: ['Licences page of the Hugging Face hub documentation'],
  bad: [
    `---
license: ⟦MIT⟧
---
${CARD_TEXT}`,
    `---
license:
  - ⟦Apache License 2.0⟧
  - cc-by-4.0
---
${CARD_TEXT}`,
    `---
license: ⟦our-own-terms⟧
---
${CARD_TEXT}`,
  ],
  good: [
    `---
license: mit
---
${CARD_TEXT}`,
    `---
license: [apache-2.0, cc-by-4.0]
---
${CARD_TEXT}`,
    `---
license: unknown
---
${CARD_TEXT}`,
  ],
  check(model, context) {
    const { document, library, report } = context;
    const list = library.cards.list('licenses');
    if (list === undefined) return;
    const { text } = document.source;
    for (const value of frontValues(model, context)) {
      const { name, node, start } = value;
      if (name !== 'license' || node.kind !== 'scalar' || typeof node.value !== 'string') continue;
      const unknown = list.lookUp(node.value.trim());
      if (unknown === undefined) continue;
      report({
        at: at(start, node),
        what: `${quoted(node.value)} is no licence id of the Hugging Face hub, as of ${list.data.date}`,
        why: 'The hub refuses it, and users are not told the terms in a form that programs read (ISO/IEC 42001 A.8.2)',
        next:
          unknown.meant === undefined
            ? 'Use "license: other" with "license_name" and "license_link"'
            : `${unknown.same ? 'Write' : 'Did you mean'} "${unknown.meant}"${unknown.same ? '' : '? For a licence that the hub does not know use "other" with "license_name" and "license_link"'}`,
        controls: ['iso-42001:A.8.2'],
        fixes: fixesFor(value, node, unknown, document.path, text),
      });
    }
  },
});

function fixesFor(
  { isItem, start, keyNode }: FrontValue,
  node: YamlScalar,
  { meant, same }: Unknown,
  path: string,
  text: string,
): Fix[] {
  const span = at(start, node);
  if (node.style === 'block') return [];
  if (meant !== undefined)
    return [
      {
        title: `Change to ${meant}`,
        kind: same ? 'safe' : 'assist',
        change: () => [editFile(path, replaceScalar(text, span, meant))],
      },
    ];
  const written = text.slice(span.start, span.end);
  const key = at(start, keyNode);
  if (isItem || /[\r\n]/.test(text.slice(key.start, span.end))) return [];
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return [
    {
      title: 'Change to other, with this as its name',
      kind: 'assist',
      change: () => [editFile(path, { span, text: `other${lineBreak}license_name: ${written}` })],
    },
  ];
}
