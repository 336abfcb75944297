/** A threat that an assessment of some kinds of model is expected to look at. */
export interface Threat {
  readonly name: string;
  /** Items of MITRE ATLAS and OWASP lists that stand for it; any of them, or a technique below it, will do. */
  readonly ids: readonly string[];
  /** Kinds of model that it concerns, as a mapping's `modelType` names them. */
  readonly modelTypes: readonly string[];
  /** Words that show that somebody has looked at it without naming an id. */
  readonly words: RegExp;
}

const LEARNED = ['predictive', 'generative', 'agentic'];
const LANGUAGE = ['generative', 'agentic'];

/** The threats that are asked for, by kind of model; ids are those of ATLAS 5.6.0, OWASP LLM 2026 and OWASP ML 2023. */
export const THREATS: readonly Threat[] = [
  {
    name: 'data poisoning',
    ids: ['AML.T0020', 'LLM05:2026', 'LLM04:2025', 'ML02:2023', 'ML10:2023', 'AML.T0018'],
    modelTypes: LEARNED,
    words: /poison|tampered? (?:with )?(?:training )?data|backdoor|vergift|empoisonnement|envenena|投毒/i,
  },
  {
    name: 'model inversion and extraction',
    ids: ['AML.T0024', 'AML.T0044', 'ML03:2023', 'ML04:2023', 'ML05:2023', 'LLM02:2026', 'LLM02:2025'],
    modelTypes: ['predictive', 'generative'],
    words:
      /inversion|extract|membership inference|model (?:theft|stealing)|stolen model|reconstruct|memori[sz]|leak/i,
  },
  {
    name: 'adversarial examples',
    ids: ['AML.T0043', 'AML.T0015', 'ML01:2023'],
    modelTypes: ['predictive'],
    words: /adversarial|evasion|evad|manipulated input|input manipulation|gaming|deceive the model|crafted/i,
  },
  {
    name: 'prompt injection',
    ids: ['AML.T0051', 'AML.T0054', 'LLM01:2026', 'LLM01:2025'],
    modelTypes: LANGUAGE,
    words: /prompt[- ]injection|jailbreak|injected (?:instructions|prompts?)|hidden instructions/i,
  },
  {
    name: 'supply chain',
    ids: ['AML.T0010', 'LLM04:2026', 'LLM03:2025', 'ML06:2023'],
    modelTypes: LEARNED,
    words:
      /supply[- ]chain|third[- ]party (?:model|data|component|librar)|upstream|dependenc|supplier|lieferkette/i,
  },
  {
    name: 'excessive agency',
    ids: ['LLM03:2026', 'LLM06:2025', 'AML.T0053'],
    modelTypes: ['agentic'],
    words:
      /excessive agency|tool (?:use|call|misuse|permission)|unintended action|too many rights|least privilege/i,
  },
];

/** The threats that a text does not name for a kind of model, by id or in words. */
export function threatsMissing(modelTypes: readonly string[], text: string): readonly Threat[] {
  return THREATS.filter(
    threat =>
      threat.modelTypes.some(type => modelTypes.includes(type)) &&
      !threat.words.test(text) &&
      !threat.ids.some(id => text.includes(id)),
  );
}
