import { describe, expect, test } from 'vitest';
import { LIBRARY } from '../support/fixture.ts';
import { folderWith } from './support/folder.ts';
import { clausewright } from './support/program.ts';

/** The JSON of an explanation. */
function checkExplained(words: string, ...options: string[]): unknown {
  const { code, out, err } = clausewright(['explain', ...words.split(' '), '--format', 'json', ...options]);
  expect({ code, err }).toMatchObject({ code: 0 });
  return JSON.parse(out);
}

describe('one item of each framework', () => {
  const FIRST: Readonly<Record<string, string>> = {
    'eu-ai-act': 'EU AI Act Article 14',
    gdpr: 'GDPR Article 35',
    hipaa: '45 CFR § 164.308(a)(1)',
    'hitrust-ai': 'HT-10',
    'iso-23894': 'ISO/IEC 23894:2023 Clause 6.4',
    'iso-27001': 'ISO 27001 A.8.16',
    'iso-42001': 'Annex A.6.2.4',
    'iso-42005': 'ISO/IEC 42005 clause 6.8',
    'mitre-atlas': 'AML.T0051',
    'nist-ai-600-1': 'NIST AI 600-1 GAI-2',
    'nist-ai-rmf': 'GV-1.1',
    'nist-csf': 'NIST CSF 2.0 GV.RM-03',
    'owasp-agentic': 'ASI01',
    'owasp-llm-2025': 'LLM03:2025',
    'owasp-llm-2026': 'OWASP LLM Top 10 2026 LLM03',
    'owasp-ml': 'ML06:2023',
    'pci-dss': 'PCI DSS v4.0.1 Requirement 6',
  };

  test.each(LIBRARY.heads.map(head => head.id))('%s', framework => {
    const words = FIRST[framework];
    if (words === undefined) throw new Error(`say which item of ${framework} is tried`);
    const told = checkExplained(words);
    expect(told).toMatchObject({ framework, provenance: { retrieved: expect.any(String) } });
  });
});

test('a part that is not listed is explained with the article that holds it', () => {
  expect(checkExplained('EU AI Act Art. 10(2)(f)')).toMatchObject({ id: 'eu-ai-act:Art. 10' });
});

test('a range is every control in it', () => {
  const told = checkExplained('A.5–A.6') as { id: string }[];
  expect(told.map(each => each.id)).toHaveLength(13);
  expect(clausewright(['explain', 'EU', 'AI', 'Act', 'Articles', '9–15']).out).toContain('eu-ai-act:Art. 15');
});

test.each([
  ['LLM03', 'LLM03:2025', 'LLM03:2026'],
  ['EU AI Act Art. 99', 'is not explained here', '113 articles'],
  ['PCI DSS Requirement 3.4', 'is not explained here', 'twelve'],
])('%s is not guessed', (words, ...says) => {
  const { code, err } = clausewright(['explain', ...words.split(' ')]);
  expect(code).toBe(2);
  for (const each of says) expect(err).toContain(each);
});

describe('dates and scope', () => {
  const MAPPING = `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, role: deployer, riskClass: high }
frameworks: [eu-ai-act]
controls: []
`;

  test('text says for whom, from when, what it was before, and the source', () => {
    const { out } = clausewright(['explain', 'eu-ai-act:Annex', 'IV.2(d)']);
    for (const part of [
      'In scope for role provider; risk class high',
      '2027-12-02',
      'before the amendment',
      'Art. 113',
    ])
      expect(out.replace(/\s+/g, ' ')).toContain(part);
  });

  test('with a system: whether it concerns it, and why', () => {
    const cwd = folderWith({ 'controls.yaml': MAPPING });
    const out = clausewright(['explain', 'eu-ai-act:Art.', '9', '--system', 'scoring'], { cwd }).out;
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Out of scope for scoring. The role of this system is deployer.',
    );
    const json = clausewright(
      ['explain', 'eu-ai-act:Art.', '26', '--system', 'scoring', '--format', 'json'],
      { cwd },
    ).out;
    expect(JSON.parse(json)).toMatchObject({ inScope: { inScope: true, system: 'scoring', unsaid: [] } });
    const none = clausewright(['explain', 'eu-ai-act:Art.', '26', '--system', 'other'], { cwd });
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('the mappings name scoring')]);
  });
});

test('roadmap: what is open, in order', () => {
  const cwd = folderWith({
    'controls.yaml':
      'clausewright: control-mapping/1\nsystem: { id: scoring, owner: jane@example.org }\ncontrols:\n  "6.1.2": { status: implemented, evidence: [risk.md] }\n',
    'risk.md': '# Risks\n\nEach risk is assessed by likelihood and consequence.\n',
  });
  const { code, out } = clausewright(['roadmap', '--format', 'json'], { cwd });
  expect(code).toBe(0);
  const { roadmaps } = JSON.parse(out) as {
    roadmaps: { open: number; items: number; phases: { id: string }[] }[];
  };
  expect(roadmaps).toMatchObject([{ framework: 'iso-42001', system: 'scoring', items: 55, open: 54 }]);
  expect(clausewright(['roadmap'], { cwd }).out).toContain('Foundation (months 1 to 3)');
  expect(clausewright(['roadmap', '--system', 'scorin'], { cwd }).err).toContain('scoring');
});
