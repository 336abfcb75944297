import type { Section } from '../syntax/markdown/section.ts';
import type { Local } from '../text/span.ts';
import { masked } from './placeholders.ts';

/** A sentence that declares or denies that there is personal data; the span is local to the section. */
export interface PersonalDataStatement extends Local {
  /** True when it declares, false when it denies. */
  readonly present: boolean;
}

const SUBJECT = String.raw`(?:personal(?:ly identifiable)?\s+(?:data|information)|pii)`;
const DENIAL = new RegExp(
  String.raw`(?:[^.\n|]{0,60}?)\b(?:no|not\s+(?:contain|include|use|process|involve)\s+(?:any\s+)?|without(?:\s+any)?|free\s+of|contains?\s+no|includes?\s+no|does(?:n't| not)\s+(?:contain|include|use|process)\s+(?:any\s+)?)\s*${SUBJECT}\b`,
  'i',
);
const DECLARATION = new RegExp(
  String.raw`(?:[^.\n|]{0,60}?)\b(?:contains?|includes?|processes|uses|collects?|stores?)\s+(?:\w+\s+){0,3}?${SUBJECT}\b`,
  'i',
);

/** The statements about personal data in a section; hedged sentences ("may contain") say nothing here. */
export function personalDataIn(section: Section): readonly PersonalDataStatement[] {
  if (!/personal|\bpii\b/i.test(section.text)) return [];
  const text = masked(section);
  return section.content.flatMap(block => {
    if (block.kind !== 'paragraph') return [];
    return [...text.slice(block.from, block.to).matchAll(/[^.\r\n]{1,400}/g)].flatMap(sentence => {
      const said = sentence[0];
      if (/\b(?:may|might|could|should|must|if|whether|ensure|unless)\b|\?/i.test(said)) return [];
      const denial = DENIAL.exec(said);
      const hit = denial ?? DECLARATION.exec(said);
      if (hit === null) return [];
      const lead = hit[0].length - hit[0].trimStart().length;
      const from = block.from + sentence.index + hit.index + lead;
      return [{ present: denial === null, from, to: from + hit[0].trim().length }];
    });
  });
}

/** A list item as text; the span is local to the section. */
export interface ListItem extends Local {
  readonly text: string;
}

/** The one-line items of the lists in a section. */
export function itemsIn(section: Section): readonly ListItem[] {
  const text = masked(section);
  return section.content.flatMap(block => {
    if (block.kind !== 'paragraph' || block.depth === 0) return [];
    const raw = text.slice(block.from, block.to);
    const marker = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+/.exec(raw)?.[0].length ?? 0;
    const item = raw.slice(marker).trim();
    if (item === '' || /[\r\n]/.test(item)) return [];
    const from = block.from + marker + (raw.slice(marker).length - raw.slice(marker).trimStart().length);
    return [{ text: item.replace(/[.;,]$/, ''), from, to: from + item.length }];
  });
}
