import { CARD_KINDS } from '../../model/kinds.ts';
import { textsAt } from '../../model/sectioned.ts';
import { lineBreakOf } from '../../text/eol.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { defineRule } from '../define.ts';
import { typeOf } from '../front-matter/types.ts';
import { frontValues } from '../front-matter/values.ts';
import { CARD_TEXT } from './example.ts';

/** A licence `other` that is not named or not linked. */
export const licenseNeedsName = defineRule({
  id: 'card/license-needs-name',
  kinds: CARD_KINDS,
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A card says `license: other` without `license_name` and `license_link`. Information where one of the two is there.',
  why: 'Nobody learns the terms from "other"; ISO/IEC 42001 A.8.2 and A.10.3 ask that users and customers are told them.',
  clauses: ['iso-42001:A.8.2', 'iso-42001:A.10.3'],
  sources: ['Licences page of the Hugging Face hub documentation'],
  bad: [
    `---
license: ⟦other⟧
language: en
---
${CARD_TEXT}`,
    `---
license: ⟦other⟧
license_name: our-terms
---
${CARD_TEXT}`,
  ],
  good: [
    `---
license: other
license_name: our-terms
license_link: LICENSE
---
${CARD_TEXT}`,
    `---
license: mit
---
${CARD_TEXT}`,
  ],
  check(model, context) {
    const { document, report } = context;
    const { text } = document.source;
    const values = frontValues(model, context);
    const other = textsAt(model.metadata, 'license').find(each => each.value.value === 'other');
    if (other === undefined || !values.some(each => each.name === 'license')) return;
    const { metadata } = model;
    const said = (key: string): boolean => {
      const value = metadata.get(key)?.value.value;
      return value !== undefined && typeOf(value) !== undefined;
    };
    // The old key holds both.
    if (said('license_details')) return;
    const missing = ['license_name', 'license_link'].filter(key => !said(key));
    if (missing.length === 0) return;
    const fresh = missing.filter(key => !metadata.has(key));
    const listed = missing.map(key => `"${key}"`).join(' and ');
    const lineBreak = lineBreakOf(text);
    const end = lineEnd(text, other.start + other.value.to);
    report({
      at: at(other.start, other.value),
      severity: missing.length === 1 ? 'information' : 'warning',
      what: `The licence is "other", and ${listed} ${missing.length === 1 ? 'is' : 'are'} not given`,
      why: 'Users are not told the terms (ISO/IEC 42001 A.8.2)',
      next: `Add ${listed}`,
      controls: ['iso-42001:A.8.2'],
      fixes:
        fresh.length === 0 || other.value.key === undefined
          ? []
          : [
              {
                title: `Add ${fresh.join(' and ')}`,
                kind: 'scaffold',
                change: () => [
                  editFile(document.path, {
                    span: { start: end, end },
                    text: fresh.map(key => `${lineBreak}${key}:`).join(''),
                  }),
                ],
              },
            ],
    });
  },
});

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end += 1;
  return end;
}
