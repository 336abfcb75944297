import { expect, test } from 'vitest';
import { MODIFIERS, semanticTokens, TYPES } from '../../../server/src/features/semantic-tokens.ts';
import { serverCapabilities } from '../../../server/src/lsp/capabilities.ts';
import { digestOf } from '../../../server/src/text/digest.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { LIBRARY } from '../../support/fixture.ts';
import { opened } from '../../support/navigation.ts';

/** The tokens of a document in the order of its text, as `type.modifier text`. */
function tokensOf(text: string, path: string, span?: Span): string[] {
  const { fixture, session } = opened(text);
  const source = fixture.files.get(path) ?? '';
  return [...semanticTokens(session, path, span)]
    .flat()
    .sort((a, b) => a.span.start - b.span.start)
    .map(
      ({ span: { start, end }, type, modifiers }) =>
        `${[type, ...modifiers].join('.')} ${source.slice(start, end)}`,
    );
}

function checkTokens(text: string, path: string, ...expected: string[]): void {
  expect(tokensOf(text, path)).toEqual(expected);
}

const SIGNED = 'The ledger is reconciled each night.\n';
const signature = (digest: string): string =>
  `reviewed: { by: sam@example.org, on: 2026-11-01, digest: ${digest} }`;

const MAPPING = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    satisfies: [nist-ai-rmf:MEASURE 2.3, nist-ai-rmf:MEASURE 9.9]
    evidence:
      - docs/card.md#ledger
      - JIRA-4
      - docs/none.md
  - id: A.6.2.99
    evidence: docs/card.md
  - id: A.10.4
    applicable: false
    justification: No customer receives the system.
    evidence: docs/card.md
  - id: A.7.4
    evidence:
      - { path: docs/card.md#ledger, ${signature(digestOf(SIGNED))} }
      - path: docs/card.md#metrics
        ${signature('000000000000')}
  - id: eu-ai-act:Art. 10(2)(f)
//- docs/card.md
---
clausewright: model-card/1
system: scoring
controls: [A.7.2, A.7.99]
---
# A card

## Ledger

${SIGNED}
## Metrics

<!-- evidence: A.10.4, A.5.44 -->
The AUC is 0.81. See A.10.4, EU AI Act Art. 15 and version A.9.99; \`A.7.2\` is code.

\`\`\`
A.7.2
\`\`\`
`;

test('a mapping: unknown ids, excluded controls, weak and suspect evidence', () => {
  checkTokens(
    MAPPING,
    'controls.yaml',
    'control A.6.2.4',
    'control nist-ai-rmf:MEASURE 2.3',
    'control.unknown nist-ai-rmf:MEASURE 9.9',
    'evidence docs/card.md#ledger',
    'evidence.weak JIRA-4',
    'evidence.weak docs/none.md',
    'control.unknown A.6.2.99',
    'control.excluded A.10.4',
    'control A.7.4',
    'evidence docs/card.md#ledger',
    'evidence.suspect docs/card.md#metrics',
  );
});

test('a card: what it claims and what it mentions', () => {
  checkTokens(
    MAPPING,
    'docs/card.md',
    'control A.7.2',
    'control.unknown A.7.99',
    'control.excluded A.10.4',
    'control.unknown A.5.44',
    'control.excluded A.10.4',
    'control Art. 15',
  );
});

test('a range gives what lies in it', () => {
  const { fixture } = opened(MAPPING);
  const source = fixture.files.get('controls.yaml') ?? '';
  const span = { start: source.indexOf('A.10.4'), end: source.indexOf('A.7.4') };
  expect(tokensOf(MAPPING, 'controls.yaml', span)).toEqual(['control.excluded A.10.4']);
});

test('another system may have what this one excludes', () => {
  const other = MAPPING.replace('system: scoring\n', 'system: other\n');
  expect(tokensOf(other, 'docs/card.md')).toContain('control A.10.4');
});

test('nothing where the syntax is at fault, no token over a line end, none in other files', () => {
  checkTokens(
    `//- controls.yaml
clausewright: control-mapping/1
controls:
  - id: A.7.2
    evidence: >
      docs/card.md
  - id: A.7.3
    evidence: [docs/card.md
//- notes.md
A.7.2
`,
    'controls.yaml',
    'control A.7.2',
  );
  checkTokens('//- notes.md\nA.7.2\n', 'notes.md');
});

test('the legend that clients are told is that of the feature', () => {
  const { semanticTokensProvider } = serverCapabilities({ processId: null, rootUri: null, capabilities: {} });
  expect(semanticTokensProvider?.legend).toEqual({ tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] });
});

test('a visible range costs little in a document of 50,000 lines', () => {
  const ids = (LIBRARY.catalog('iso-42001')?.controls ?? []).map(({ id }) => id);
  const entries = Array.from(
    { length: 12_500 },
    (_, n) =>
      `  - id: ${ids[n % ids.length]}\n    owner: o@example.org\n    evidence:\n      - docs/d${n}.md`,
  );
  const mapping = `clausewright: control-mapping/1\nsystem: { id: s }\ncontrols:\n${entries.join('\n')}\n`;
  const card = `---\nlicense: mit\n---\n# Card\n\n${'The AUC of A.6.2.4 is 0.81.\n'.repeat(50_000)}`;
  const { session } = opened(`//- controls.yaml\n${mapping}//- MODEL_CARD.md\n${card}`);
  for (const path of ['controls.yaml', 'MODEL_CARD.md']) {
    const range = { start: 300_000, end: 302_000 };
    const time = (span?: Span): number => {
      const begun = performance.now();
      expect([...semanticTokens(session, path, span)].flat().length).toBeGreaterThan(20);
      return performance.now() - begun;
    };
    const whole = time();
    const visible = Math.min(...Array.from({ length: 5 }, () => time(range)));
    expect(visible, path).toBeLessThan(whole / 5);
  }
});
