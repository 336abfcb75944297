import { CARD_KINDS } from '../../model/kinds.ts';
import { enumeration } from '../../text/enumeration.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix, Report } from '../../workspace/finding.ts';
import { defineRule } from '../define.ts';
import { alike, asOne } from '../front-matter/repeated.ts';
import { fits, typeInWords, typeOf, typesInWords } from '../front-matter/types.ts';
import { type FrontValue, frontValues } from '../front-matter/values.ts';
import { misreadAs } from '../front-matter/yaml11.ts';
import { CARD_TEXT } from './example.ts';

/** A value of another type than the hub takes. */
export const invalidType = defineRule({
  id: 'card/invalid-type',
  kinds: CARD_KINDS,
  reads: 'document',
  severity: 'error',
  since: '0.1.0',
  summary:
    'A key of front matter holds a value of another type than the Hugging Face hub takes, such as a text for `tags`, or one that is too long or too small.',
  why: 'The hub refuses such metadata, and programs that read the card fail or pass over it; ISO/IEC 42001 clause 7.5.2 asks for a suitable format of documented information.',
  clauses: ['iso-42001:7.5.2'],
  sources: ['Model card, dataset card and Space metadata of the Hugging Face hub'],
  bad: [
    `---
license: mit
tags: ⟦scoring⟧
---
${CARD_TEXT}`,
    `---
license_name: ⟦2024⟧
model-index:
  ⟦name: scoring⟧
---
${CARD_TEXT}`,
    `---
tags:
  - scoring
  - ⟦7⟧
---
${CARD_TEXT}`,
    `---
title: Scoring
sdk: docker
app_port: ⟦80⟧
short_description: ⟦Scores loan applications for the retail bank, with reasons for each score⟧
---
# Scoring
`,
  ],
  good: [
    `---
license: [mit, apache-2.0]
language: en
tags: [scoring]
datasets: loans
metrics: accuracy
base_model:
co2_eq_emissions: 12
own_key: { a: 1 }
---
${CARD_TEXT}`,
  ],
  check(model, context) {
    const { document, report } = context;
    const { text } = document.source;
    const found = frontValues(model, context).flatMap(value => {
      const one = reportOf(value, document.path, text) ?? beyondLimits(value);
      return one === undefined ? [] : [[`${value.name} ${value.isItem}`, one] as const];
    });
    for (const group of alike(found)) {
      const one = asOne(group, document.path, 'of another type as well');
      if (one !== undefined) report(one);
    }
  },
});

function reportOf(value: FrontValue, path: string, text: string): Report | undefined {
  const { key, name, node, start, isItem } = value;
  const types = isItem ? (key.items ?? ['text']) : key.types;
  // What only YAML 1.1 reads as something else is a finding of its own.
  const misread = node.kind === 'scalar' && types[0] === 'text' && misreadAs(node) !== undefined;
  if (fits(node, types) || misread) return undefined;
  const where = isItem ? `An item of "${name}"` : `"${name}"`;
  const expected = enumeration(typesInWords(types), 'or');
  const yesOrNo = types[0] === 'flag' && node.kind === 'scalar' && YES_OR_NO.test(node.source);
  return {
    at: firstLine(text, at(start, node)),
    // YAML 1.1 loaders still read these as true and false.
    ...(yesOrNo ? { severity: 'warning' } : {}),
    what: `${where} is ${typeInWords(node)} where ${expected} is expected`,
    why: 'The Hugging Face hub refuses the metadata, and what cannot be read does not describe the card (ISO/IEC 42001 clause 7.5.2)',
    next: `Write ${expected}`,
    fixes: fixesFor(value, path, text),
  };
}

/** A text or number of the right type that the hub refuses for its length or size. */
function beyondLimits({ key, name, node, start }: FrontValue): Report | undefined {
  if (node.kind !== 'scalar') return undefined;
  const length = typeof node.value === 'string' ? [...node.value.trim()].length : 0;
  const number = typeof node.value === 'number' ? node.value : Number.NaN;
  const said =
    key.longest !== undefined && length > key.longest
      ? { is: `is ${length} characters long`, limit: `${key.longest} characters at most` }
      : key.least !== undefined && number < key.least
        ? { is: `is ${number}`, limit: `${key.least} at least` }
        : undefined;
  if (said === undefined) return undefined;
  return {
    at: at(start, node),
    what: `"${name}" ${said.is}, and the hub takes ${said.limit}`,
    why: 'The Hugging Face hub refuses the metadata, and what cannot be read does not describe the card (ISO/IEC 42001 clause 7.5.2)',
    next: key.longest === undefined ? 'Choose another' : 'Shorten it',
  };
}

const YES_OR_NO = /^(?:yes|no|on|off)$/i;

function firstLine(text: string, span: { start: number; end: number }): { start: number; end: number } {
  const line = text.slice(span.start, span.end).search(/[\r\n]/);
  return line <= 0 ? span : { start: span.start, end: span.start + line };
}

/** A number is quoted where text is meant, a text becomes a list of one. */
function fixesFor({ key, node, start, isItem }: FrontValue, path: string, text: string): Fix[] {
  if (node.kind !== 'scalar' || node.style === 'block') return [];
  const span = at(start, node);
  const written = text.slice(span.start, span.end);
  const types = isItem ? (key.items ?? ['text']) : key.types;
  const type = typeOf(node);
  const change = (title: string, made: string): Fix[] => [
    { title, kind: 'safe', change: () => [editFile(path, { span, text: made })] },
  ];
  if (types.includes('text') && type !== 'text') return change('Put it in quotes', JSON.stringify(written));
  const one = types.includes('list') && !types.includes('text') && type === 'text';
  if (one && !/[,[\]{}]/.test(written)) return change('Make it a list', `[${written}]`);
  const flag = types[0] === 'flag' && YES_OR_NO.test(written);
  return flag ? change('Write true or false', /^(?:yes|on)$/i.test(written) ? 'true' : 'false') : [];
}
