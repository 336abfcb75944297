import { describe, expect, test } from 'vitest';
import { findingsOf, fixed } from '../../support/fixes.ts';

const HEAD = 'clausewright: control-mapping/1\nsystem: { id: assistant, owner: jane@example.org }\n';
const RULES =
  /^reference\/(?:ambiguous-id|superseded-edition|wrong-title)$|^mapping\/(?:unknown-control|excluded-not-allowed)$/;

function checkFix(text: string, path: string, title: string, after: string): void {
  const result = fixed(text, path, title, RULES);
  expect([result.after, result.findings]).toEqual([after, []]);
}

describe('fixes', () => {
  test('the year behind every undated id', () => {
    checkFix(
      '# Assistant\n\nScreened for LLM01, LLM02 and (LLM03).\n',
      'MODEL_CARD.md',
      'Write the year 2026',
      '# Assistant\n\nScreened for LLM01:2026, LLM02:2026 and (LLM03:2026).\n',
    );
  });

  test('the framework of bare ids, with the line ends of the file', () => {
    const text =
      `${HEAD}frameworks: [iso-42001, iso-27001]\ncontrols:\n  - id: A.5.2\n    status: planned\n`.replaceAll(
        '\n',
        '\r\n',
      );
    checkFix(
      text,
      'controls.yaml',
      'Say that bare ids are those of ISO/IEC 27001',
      text.replace('frameworks:', 'framework: iso-27001\r\nframeworks:'),
    );
  });

  test('an id of a mapping without its year, or of a list that was replaced', () => {
    const mapping = (id: string): string => `${HEAD}controls:\n  - id: ${id}\n    status: planned\n`;
    checkFix(mapping('LLM03'), 'controls.yaml', 'Change to LLM03:2026', mapping('owasp-llm-2026:LLM03:2026'));
    checkFix(
      mapping('owasp-llm-2025:LLM03:2025'),
      'controls.yaml',
      'Change to owasp-llm-2026:LLM04:2026',
      mapping('owasp-llm-2026:LLM04:2026'),
    );
  });

  test('an edition that never was', () => {
    checkFix(
      '# Card\n\nWe follow ISO/IEC 42001:2022.\n',
      'MODEL_CARD.md',
      'Change to ISO/IEC 42001:2023',
      '# Card\n\nWe follow ISO/IEC 42001:2023.\n',
    );
    const mapping = (id: string): string => `${HEAD}controls:\n  - id: "${id}"\n    status: planned\n`;
    checkFix(
      mapping('ISO 42001:2022 A.5.2'),
      'controls.yaml',
      'Change to ISO 42001:2023 A.5.2',
      mapping('ISO 42001:2023 A.5.2'),
    );
  });

  test('the id that a title belongs to', () => {
    const mapping = (id: string): string =>
      `${HEAD}controls:\n  - id: ${id} # Data provenance\n    status: planned\n`;
    checkFix(mapping('A.7.2'), 'controls.yaml', 'Change the id to A.7.5', mapping('A.7.5'));
    checkFix(
      '# Card\n\nSee ISO/IEC 42001 A.7.2 (Data provenance).\n',
      'MODEL_CARD.md',
      'Change the id to A.7.5',
      '# Card\n\nSee ISO/IEC 42001 A.7.5 (Data provenance).\n',
    );
  });

  test('an exclusion that is none', () => {
    const mapping = (what: string): string =>
      `${HEAD}framework: hitrust-ai\ncontrols:\n  - id: HT-03\n    ${what}\n    justification: No time.\n`;
    checkFix(mapping('applicable: false'), 'controls.yaml', 'Answer HT-03', mapping('status: planned'));
  });
});

describe('what is none of their business', () => {
  test.each([
    ['a document that names the edition once', '# A\n\n## OWASP Top 10 for LLM 2025\n\n- LLM01\n- LLM06\n'],
    [
      'an id with a title that only one edition has',
      '# A\n\nLLM03: Supply Chain, and LLM07 System Prompt Leakage.\n',
    ],
    ['names of models', '# A\n\nLLM01-small, LLM02.1 and my/LLM03 are models.\n'],
    [
      'an article of the law itself',
      '# A\n\nUnder the EU AI Act, Article 52 says how models are classified.\n',
    ],
    ['an article of another law', '# A\n\nGDPR Article 28 on processors; the transparency of Article 52.\n'],
    ['the title of the same id', '# A\n\nISO/IEC 42001 A.7.5 Data provenance, A.7.2.\n'],
    ['a title in a list of several ids', '# A\n\nISO/IEC 42001 A.7.4 / A.7.5 Data provenance.\n'],
  ])('%s', (_, text) => expect(findingsOf(text, 'MODEL_CARD.md', RULES)).toEqual([]));

  test('ids that configuration gives a framework', () => {
    const text = `//- controls.yaml\n${HEAD}frameworks: [iso-42001, iso-27001]\ncontrols:\n  - id: A.5.2\n    status: planned\n//- clausewright.yaml\nframework: iso-27001\n`;
    expect(findingsOf(text, 'controls.yaml', RULES)).toEqual([]);
  });

  test('articles that exist and are not listed, in an entry', () => {
    const text = `${HEAD}framework: eu-ai-act\ncontrols:\n  - id: Art. 99\n  - id: Art. 10(2)(f)\n  - id: Annex VI\n`;
    expect(findingsOf(text, 'controls.yaml', RULES)).toEqual([]);
    expect(findingsOf(text.replace('Art. 99', 'Art. 199'), 'controls.yaml', RULES)).toHaveLength(1);
  });
});
