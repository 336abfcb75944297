// What a language model in the editor's chat is told.

import assert from 'node:assert/strict';
import { callTool, toolNames } from '../tools.ts';

describe('an assistant', () => {
  before(function () {
    if (toolNames() === undefined) this.skip();
  });

  it('is offered the tools', () => {
    assert.deepEqual(toolNames(), [
      'clausewright_coverage',
      'clausewright_evidence_for',
      'clausewright_explain_control',
      'clausewright_gaps',
    ]);
  });

  it('is answered with file and line', async () => {
    assert.match(await callTool('clausewright_gaps', {}), /A\.2\.3 .*\[controls\.yaml:\d+\]/);
    assert.match(
      await callTool('clausewright_coverage', { framework: 'iso-42001' }),
      /for credit-scoring: \d+ of/,
    );
    assert.match(
      await callTool('clausewright_evidence_for', { control: 'A.6.2.4' }),
      /verification\.junit\.xml: tested \[reports\/verification\.junit\.xml:1\]/,
    );
    assert.match(
      await callTool('clausewright_explain_control', { control: 'A.7.4' }),
      /^iso-42001:A\.7\.4 [\s\S]*entry \[controls\.yaml:\d+\]/,
    );
  });

  it('is told what was wrong with its question', async () => {
    assert.match(await callTool('clausewright_explain_control', { control: 'A.99.9' }), /No framework has/);
  });
});
