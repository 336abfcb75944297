// A new impact assessment as the client's command asks for it.
import { expect, test } from 'vitest';
import type { NewResult } from '../../server/src/lsp/protocol.ts';
import { startEditor } from '../support/editor.ts';

const CARD = `---
clausewright: model-card/1
system: scoring
version: 1.1.0
---
# Scoring

## Intended use

A credit officer reads the score while deciding on an application.
`;

test('answers of the steps and what the card says are in the text', async () => {
  const editor = await startEditor({ files: { 'MODEL_CARD.md': CARD } });
  const made = await editor.client.request<NewResult>('clausewright/new', {
    kind: 'impact-assessment',
    answers: { depth: 'full', modelType: 'predictive', affected: 'applicants', where: 'Finland' },
  });
  expect(made.uri).toBe(editor.uri('impact-assessment.md'));
  expect(made.text).toContain('version: 1.1.0 # from MODEL_CARD.md: version');
  expect(made.text).toContain('| applicants |');
  expect(made.text).toContain('**Geography:** Finland');
});

test('a reassessment without an assessment before is refused with the reason', async () => {
  const editor = await startEditor({ files: { 'MODEL_CARD.md': CARD } });
  await expect(
    editor.client.request('clausewright/new', {
      kind: 'impact-assessment',
      answers: { depth: 'reassessment' },
    }),
  ).rejects.toThrow(/no impact assessment of this system to start from/);
});
