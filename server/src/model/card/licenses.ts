import type { Section } from '../../syntax/markdown/section.ts';
import type { Local } from '../../text/span.ts';
import { withoutComments } from '../placeholders.ts';

/** A licence that a body names; the span is local to the section. */
export interface NamedLicense extends Local {
  /** The hub's id, such as `apache-2.0`; `other` for one it has no id for. */
  readonly id: string;
  readonly written: string;
}

/** Licences by the ways people write them in a sentence. A bare "MIT" is a university as often as a licence. */
const NAMES: readonly (readonly [string, RegExp])[] = [
  [
    'apache-2.0',
    /\bapache(?:[ -]?licen[cs]e)?,?(?:[ -]?v(?:ersion)?)?\.?[ -]?2(?:\.0)?\b|\bapache licen[cs]e\b/i,
  ],
  [
    'mit',
    /\bmit[ -]licen[cs]ed?\b|\blicen[cs]ed?:? (?:is |under |under the |as )?mit\b|(?<=\b(?:under|with) (?:the |an )?)mit\b(?! press)/i,
  ],
  ['agpl-3.0', /\b(?:gnu )?(?:a|affero )gpl(?:[- ]?v?3(?:\.0)?)?\b/i],
  ['lgpl-3.0', /\b(?:gnu )?(?:l|lesser )gpl(?:[- ]?v?3(?:\.0)?)?\b/i],
  ['gpl-3.0', /\b(?:gnu )?gpl[- ]?v?3(?:\.0)?\b/i],
  ['gpl-2.0', /\b(?:gnu )?gpl[- ]?v?2(?:\.0)?\b/i],
  ['bsd-3-clause', /\b(?:bsd[- ]3|3)[- ]clause\b/i],
  ['bsd-2-clause', /\b(?:bsd[- ]2|2)[- ]clause\b/i],
  ['bsd', /\bbsd[- ]licen[cs]ed?\b/i],
  ['cc-by-nc-nd-4.0', /\bcc[ -]by[ -]nc[ -]nd(?:[ -]4(?:\.0)?)?\b/i],
  ['cc-by-nc-sa-4.0', /\bcc[ -]by[ -]nc[ -]sa(?:[ -]4(?:\.0)?)?\b/i],
  ['cc-by-nc-4.0', /\bcc[ -]by[ -]nc(?:[ -]4(?:\.0)?)?\b/i],
  ['cc-by-nd-4.0', /\bcc[ -]by[ -]nd(?:[ -]4(?:\.0)?)?\b/i],
  ['cc-by-sa-4.0', /\bcc[ -]by[ -]sa(?:[ -]4(?:\.0)?)?\b/i],
  ['cc-by-4.0', /\bcc[ -]by(?:[ -]4(?:\.0)?)?\b/i],
  ['cc0-1.0', /\bcc0(?:[ -]1(?:\.0)?)?\b/i],
  ['cc', /\bcreative commons\b/i],
  ['mpl-2.0', /\bmozilla public licen[cs]e\b|\bmpl[ -]?2(?:\.0)?\b/i],
  ['openrail', /\bopen-?rail(?:\+\+)?(?:-[ms])?\b|\brail (?:\d\.\d )?licen[cs]e/i],
  ['llama3', /\bllama[ -]?\d(?:\.\d)? (?:community )?licen[cs]e\b/i],
  ['gemma', /\bgemma (?:terms of use|licen[cs]e)\b/i],
  ['unlicense', /\bthe unlicense\b/i],
  ['odc-by', /\bodc[ -]by\b|\bopen data commons attribution\b/i],
  ['odbl', /\bodbl\b|\bopen database licen[cs]e\b/i],
  ['pddl', /\bpddl\b/i],
  ['other', /\bpublic domain\b|\bproprietary\b/i],
];

const HINT =
  /licen[cs]e|\bcc[ -]?(?:by|0)|apache|creative commons|\bmit\b|gpl|\bbsd\b|public domain|proprietary|rail|mpl|odbl|odc|pddl/i;

/** The licences that a section names, each once where it stands first in its line. */
export function licensesIn(section: Section): readonly NamedLicense[] {
  return section.derive(found);
}

function found(section: Section): readonly NamedLicense[] {
  if (!HINT.test(section.text)) return [];
  const text = withoutComments(section);
  const licenses: NamedLicense[] = [];
  for (const block of section.blocks) {
    if (block.kind === 'code' || block.kind === 'rule') continue;
    for (const line of text.slice(block.from, block.to).matchAll(/[^\r\n]+/g)) {
      if (!HINT.test(line[0])) continue;
      let rest = line[0];
      for (const [id, pattern] of NAMES) {
        const hit = pattern.exec(rest);
        if (hit === null) continue;
        const from = block.from + line.index + hit.index;
        licenses.push({ id, written: hit[0], from, to: from + hit[0].length });
        rest = rest.slice(0, hit.index) + ' '.repeat(hit[0].length) + rest.slice(hit.index + hit[0].length);
      }
    }
  }
  return licenses.sort((a, b) => a.from - b.from);
}
