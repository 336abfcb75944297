import type { Catalog } from '../../../server/src/catalog/catalog.ts';

/** What authors and word processors put in the place of a blank. */
const BLANKS = [' ', '\u00a0', '\u202f', '\u2009', '  '];
/** What they put in the place of a dash. */
const DASHES = ['-', '\u2010', '\u2011', '\u2013'];

/** Words that each framework's ids are written with, for the word that the publisher prints. */
const WORDS: Readonly<Record<string, readonly (readonly [RegExp, readonly string[]])[]>> = {
  'nist-ai-rmf': [
    [/^GOVERN/, ['GV', 'Govern', 'govern']],
    [/^MAP/, ['MP', 'Map']],
    [/^MEASURE/, ['MS', 'Measure']],
    [/^MANAGE/, ['MG', 'Manage']],
  ],
  'eu-ai-act': [
    [/^Art\. /, ['Article ', 'Art ', 'art. ', 'Art.', 'Articles ', 'Artikel ']],
    [/^Annex /, ['ANNEX ', 'annex ', 'Anhang ']],
  ],
  gdpr: [[/^GDPR Art\. /, ['Art. ', 'Article ', 'GDPR Article ', 'Art.']]],
  'iso-42001': [
    [/^A\./, ['Annex A.', 'Annex A ', 'annex a.', 'Control A.', 'A-', 'A ']],
    [/^(?=\d)/, ['Clause ', 'clause ', 'Clauses ', 'Subclause ']],
  ],
  'iso-27001': [
    [/^A\./, ['Annex A.', 'Annex A ', 'Control A.', 'A-', 'A ']],
    [/^(?=\d)/, ['Clause ', 'clause ']],
  ],
  'iso-23894': [[/^(?=\d)/, ['Clause ', 'clause ', 'Section ']]],
  'iso-42005': [[/^(?=\d)/, ['Clause ', 'clause ', 'Section ']]],
  hipaa: [[/^(?=164)/, ['§ ', '§', '45 CFR ', '45 CFR § ', '45 CFR Part ']]],
  'pci-dss': [[/^PCI /, ['Requirement ', 'PCI DSS Requirement ', 'Req. ', 'PCI DSS ']]],
  'owasp-llm-2025': [[/^LLM/, ['OWASP LLM', 'LLM-', 'llm']]],
  'owasp-llm-2026': [[/^LLM/, ['OWASP LLM', 'LLM-', 'llm']]],
  'mitre-atlas': [[/^AML\./, ['ATLAS AML.', 'aml.', '']]],
};

/** Every way to write an id that this test knows, without the framework in front. */
export function spellingsOf(catalog: Catalog, id: string): Set<string> {
  const worded = [id, ...(WORDS[catalog.id] ?? []).flatMap(([from, to]) => replaced(id, from, to))];
  const found = new Set(worded);
  for (const each of worded) {
    for (const blank of BLANKS) {
      found.add(each.replaceAll(' ', blank));
      found.add(each.replace(/(?<=[\w)])\(/g, `${blank}(`));
      found.add(each.replaceAll('.', `.${blank}`));
      found.add(`${blank}${each}${blank}`);
    }
    for (const dash of DASHES) {
      found.add(each.replaceAll('-', dash));
      found.add(each.replace(/[. ](?=\d)/g, dash));
    }
    found.add(each.toLowerCase());
    found.add(each.toUpperCase());
    found.add(each.replace(/(?<![\d])0+(?=\d)/g, ''));
    found.add(each.replace(/(?<![\d])(?=\d(?!\d))/g, '0'));
    found.add(each.replaceAll(/[()]/g, '.'));
    found.add(each.replace(/\d/g, digit => String.fromCharCode(0xff10 + Number(digit))));
    found.add(each.replace(/(?<=[.(-])/g, '\u200b'));
  }
  return found;
}

function replaced(id: string, from: RegExp, to: readonly string[]): string[] {
  return from.test(id) ? to.map(each => id.replace(from, each)) : [];
}
