/**
 * The spelling-free form of an id: its runs of letters and digits, upper-cased, without leading zeros, joined by
 * dots. `A-6-2-4`, `a.6.2.4` and `A.6.2.4` give the same, and so do `AC-2(1)` and `AC-02 (1)`. Blanks of any width,
 * dashes of any length and full-width digits make no difference.
 */
export function idKey(text: string, grammar: IdGrammar = {}): string {
  const tokens = (
    plain(text)
      .toUpperCase()
      .match(/[A-Z]+|[0-9]+/g) ?? []
  ).map(token => (/^[0-9]/.test(token) ? token.replace(/^0+(?=\d)/, '') : (grammar.words?.[token] ?? token)));
  while (tokens.length > 1 && grammar.noise?.includes(tokens[0] ?? '')) tokens.shift();
  const { filler } = grammar;
  if (filler === undefined) return tokens.join('.');
  const telling = tokens.filter(token => !filler.includes(token));
  return (telling.length === 0 ? tokens : telling).join('.');
}

/** Text in the letters and digits of ids; soft hyphens and blanks of no width stand inside of words. */
function plain(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKC').replace(INVISIBLE, '');
}

const INVISIBLE = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

/** What is particular about the ids of one framework. */
export interface IdGrammar {
  /** Words that stand for another word of an id, upper-case. */
  readonly words?: Readonly<Record<string, string>>;
  /** Words and numbers that may stand in front of an id and say nothing, upper-case. */
  readonly noise?: readonly string[];
  /** Words that say nothing wherever they stand, upper-case. */
  readonly filler?: readonly string[];
  /** How a bare id looks in prose, as the source of a regular expression. */
  readonly prose?: string;
}

const ANNEX_A = String.raw`(?:Annex\s+)?A[.-]\d{1,2}(?:[.-]\d{1,2}){1,2}`;
const CLAUSE = String.raw`[Cc]lauses?\s+\d{1,2}(?:\.\d{1,2}){0,2}`;
const DEEP_CLAUSE = String.raw`[Cc]lauses?\s+\d{1,2}(?:\.\d{1,2}){0,3}`;
const IN_ISO = ['CLAUSE', 'CLAUSES', 'SUBCLAUSE', 'CONTROL', 'CONTROLS', 'ANNEX', 'SECTION', 'OBJECTIVE'];
const ARTICLES = { ARTICLE: 'ART', ARTICLES: 'ART', ARTS: 'ART', ARTIKEL: 'ART' };
const IN_LAW = ['POINT', 'POINTS', 'PARAGRAPH', 'PARAGRAPHS', 'PARA', 'PAR', 'LIT'];

/** The grammars of the frameworks we ship; a framework without one has its ids matched as they are printed. */
export const GRAMMARS: Readonly<Record<string, IdGrammar>> = {
  'iso-42001': { filler: IN_ISO, prose: `${ANNEX_A}|${CLAUSE}` },
  'iso-27001': { filler: IN_ISO, prose: `${ANNEX_A}|${CLAUSE}` },
  'iso-23894': { filler: IN_ISO, prose: DEEP_CLAUSE },
  'iso-42005': { filler: IN_ISO, prose: `${DEEP_CLAUSE}|Annex\\s[A-E]` },
  'nist-ai-rmf': {
    words: { GV: 'GOVERN', MP: 'MAP', MS: 'MEASURE', MG: 'MANAGE' },
    noise: ['NIST', 'AI', 'RMF'],
    prose: String.raw`(?:GOVERN|MAP|MEASURE|MANAGE|Govern|Map|Measure|Manage|GV|MP|MS|MG)[\s.-]\d{1,2}(?:\.\d{1,2})?`,
  },
  'nist-ai-600-1': { prose: String.raw`GAI-\d{1,2}` },
  'nist-csf': { noise: ['CSF'], prose: String.raw`(?:GV|ID|PR|DE|RS|RC)\.[A-Z]{2}(?:-\d{1,2})?` },
  'eu-ai-act': {
    words: { ...ARTICLES, ANNEXE: 'ANNEX', ANHANG: 'ANNEX' },
    filler: [...IN_LAW, 'SECTION'],
    prose: String.raw`(?:Art\.?|Articles?)\s?\d{1,3}[a-z]?(?:\s?\(\d{1,2}[a-z]?\))?(?:\s?\([a-z]{1,2}\))?|Annex\s[IVX]+(?:[.,]?\s?(?:[Pp]oint\s)?\(?\d{1,2}\)?(?:\s?\([a-z]\))?)?`,
  },
  gdpr: {
    words: ARTICLES,
    filler: ['GDPR', ...IN_LAW],
    prose: String.raw`(?:Art\.?|Articles?)\s?\d{1,2}(?:\s?\(\d{1,2}\))?(?:\s?\([a-z]\))?`,
  },
  hipaa: {
    noise: ['HIPAA', '45', 'CFR', 'PART', 'SECTION'],
    prose: String.raw`(?:§\s?)?164\.3\d\d(?:\([a-z]\))?(?:\(\d\))?`,
  },
  'pci-dss': {
    noise: ['PCI', 'DSS', 'REQUIREMENT', 'REQUIREMENTS', 'REQ'],
    prose: String.raw`(?:PCI\s)?(?:Requirement|Req\.?)\s\d{1,2}`,
  },
  'mitre-atlas': { noise: ['MITRE', 'ATLAS', 'AML'], prose: String.raw`AML\.(?:TA|T|M)\d{4}(?:\.\d{3})?` },
  'owasp-llm-2025': { noise: ['OWASP'], prose: String.raw`LLM\d{2}:2025` },
  'owasp-llm-2026': { noise: ['OWASP'], prose: String.raw`LLM\d{2}:2026` },
  'owasp-agentic': { noise: ['OWASP'], prose: String.raw`ASI\d{2}(?::20\d{2})?` },
  'owasp-ml': { noise: ['OWASP'], prose: String.raw`ML\d{2}:2023` },
  'hitrust-ai': { noise: ['HITRUST'], prose: String.raw`HT-\d{2}` },
};
