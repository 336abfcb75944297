/**
 * The spelling-free form of an id: its runs of letters and digits, upper-cased, without leading zeros, joined by
 * dots. `A-6-2-4`, `a.6.2.4` and `A.6.2.4` give the same, and so do `AC-2(1)` and `AC-02 (1)`.
 */
export function idKey(text: string, grammar: IdGrammar = {}): string {
  const tokens = (text.toUpperCase().match(/[A-Z]+|[0-9]+/g) ?? []).map(token =>
    /^[0-9]/.test(token) ? String(Number(token)) : (grammar.words?.[token] ?? token),
  );
  while (tokens.length > 1 && grammar.noise?.includes(tokens[0] ?? '')) tokens.shift();
  return tokens.join('.');
}

/** What is particular about the ids of one framework. */
export interface IdGrammar {
  /** Words that stand for another word of an id, upper-case. */
  readonly words?: Readonly<Record<string, string>>;
  /** Words that may stand in front of an id and say nothing, upper-case. */
  readonly noise?: readonly string[];
  /** How a bare id looks in prose, as the source of a regular expression. */
  readonly prose?: string;
}

const ANNEX_A = String.raw`(?:Annex\s+)?A[.-]\d{1,2}(?:[.-]\d{1,2}){1,2}`;
const CLAUSE = String.raw`[Cc]lauses?\s+\d{1,2}(?:\.\d{1,2}){0,2}`;

/** The grammars of the frameworks we ship; a framework without one has its ids matched as they are printed. */
export const GRAMMARS: Readonly<Record<string, IdGrammar>> = {
  'iso-42001': {
    noise: ['CLAUSE', 'CLAUSES', 'CONTROL', 'CONTROLS', 'ANNEX'],
    prose: `${ANNEX_A}|${CLAUSE}`,
  },
  'iso-27001': {
    noise: ['CLAUSE', 'CLAUSES', 'CONTROL', 'CONTROLS', 'ANNEX'],
    prose: `${ANNEX_A}|${CLAUSE}`,
  },
  'nist-ai-rmf': {
    words: { GV: 'GOVERN', MP: 'MAP', MS: 'MEASURE', MG: 'MANAGE' },
    prose: String.raw`(?:GOVERN|MAP|MEASURE|MANAGE|GV|MP|MS|MG)[\s-]\d{1,2}(?:\.\d{1,2})?`,
  },
  'nist-csf': { prose: String.raw`(?:GV|ID|PR|DE|RS|RC)\.[A-Z]{2}(?:-\d{2})?` },
  'eu-ai-act': {
    words: { ARTICLE: 'ART', ARTICLES: 'ART' },
    prose: String.raw`(?:Art\.|Article)\s?\d{1,3}[a-z]?(?:\(\d{1,2}[a-z]?\))?(?:\([a-z]{1,2}\))?|Annex\s[IVX]+(?:\(\d{1,2}\)|\spoint\s\d{1,2})?`,
  },
  gdpr: {
    words: { ARTICLE: 'ART', ARTICLES: 'ART' },
    prose: String.raw`(?:Art\.|Article)\s?\d{1,2}(?:\(\d{1,2}\))?(?:\([a-z]\))?`,
  },
  'mitre-atlas': { prose: String.raw`AML\.(?:TA|T|M)\d{4}(?:\.\d{3})?` },
  'owasp-llm-2025': { prose: String.raw`LLM\d{2}:2025` },
  'owasp-llm-2026': { prose: String.raw`LLM\d{2}:2026` },
  'owasp-agentic': { prose: String.raw`ASI\d{2}(?::20\d{2})?` },
  'owasp-ml': { prose: String.raw`ML\d{2}:2023` },
  'hitrust-ai': { prose: String.raw`HT-\d{2}` },
};
