import { CARD_KINDS } from '../../model/kinds.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Report } from '../../workspace/finding.ts';
import { defineRule } from '../define.ts';
import { fits } from '../front-matter/types.ts';
import { type FrontValue, frontValues } from '../front-matter/values.ts';
import { misreadAs } from '../front-matter/yaml11.ts';
import { quoted } from '../wording.ts';
import { CARD_TEXT } from './example.ts';

/** A text without quotes that a YAML 1.1 loader reads as something else. */
export const yaml11Value = defineRule({
  id: 'card/yaml11-value',
  kinds: CARD_KINDS,
  reads: 'document',
  severity: 'error',
  since: '0.1.0',
  summary:
    'A text without quotes is read as something else by the YAML 1.1 loader of the Hugging Face libraries: `language: no` as false, a date, `1.10` as 1.1. An error where no loader gives back the text, else a warning.',
  why: 'The card then says something else to programs than to people; ISO/IEC 42001 clause 7.5.2 asks for a suitable format of documented information.',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `---
license: mit
language: ⟦no⟧
---
${CARD_TEXT}`,
    `---
language: [en, ⟦no⟧]
version: ⟦1.10⟧
new_version: ⟦2024-05-01⟧
---
${CARD_TEXT}`,
  ],
  good: [
    `---
license: mit
language: 'no'
version: 1.2.0
inference: no
released: 2024-05-01
license_name: nordic
---
${CARD_TEXT}`,
  ],
  check(model, context) {
    const { document, report } = context;
    for (const value of frontValues(model, context)) {
      const one = reportOf(value, document.path);
      if (one !== undefined) report(one);
    }
  },
});

function reportOf({ key, name, node, start, isItem }: FrontValue, path: string): Report | undefined {
  const types = isItem ? (key.items ?? ['text']) : key.types;
  const asText = types[0] === 'text' || (!isItem && types[0] === 'list' && types.includes('text'));
  const misread = node.kind === 'scalar' && asText ? misreadAs(node) : undefined;
  if (node.kind !== 'scalar' || misread === undefined) return undefined;
  return {
    at: at(start, node),
    severity: fits(node, types) ? 'warning' : 'error',
    what: `${quoted(node.source)} under "${name}" is read as ${misread.as} by YAML 1.1 loaders, such as that of the Hugging Face libraries`,
    why: 'Programs then read something else than the card says (ISO/IEC 42001 clause 7.5.2)',
    next: 'Put it in quotes',
    fixes: [
      {
        title: `Put ${node.source} in quotes`,
        kind: 'safe',
        change: () => [editFile(path, { span: at(start, node), text: JSON.stringify(node.source) })],
      },
    ],
  };
}
