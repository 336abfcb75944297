import type { Section } from '../syntax/markdown/section.ts';
import type { Local } from '../text/span.ts';

/** A control id that a section claims to evidence; the span is local to the section. */
export interface Claim extends Local {
  readonly id: string;
}

const EVIDENCE = /^\s*evidence\s*:/i;

/** The ids in `<!-- evidence: A.7.5, A.7.6 -->` comments of a section. */
export function claimsIn(section: Section): readonly Claim[] {
  return section.comments.flatMap(comment => {
    const raw = section.slice(comment.inner);
    const lead = EVIDENCE.exec(raw);
    if (lead === null) return [];
    return [...raw.slice(lead[0].length).matchAll(/[^,;\r\n]+/g)].flatMap(hit => {
      const id = hit[0].trim();
      if (id === '') return [];
      const from = comment.inner.from + lead[0].length + hit.index + hit[0].indexOf(id);
      return [{ id, from, to: from + id.length }];
    });
  });
}
