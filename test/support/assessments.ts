import fc from 'fast-check';
import type { AssessmentData } from '../../server/src/model/assessment/data.ts';
import { LABELS, RECORD_NAMES, RECORDS } from '../../server/src/model/assessment/shape.ts';
import { dataOfAssessment } from '../../server/src/model/assessment/to-data.ts';
import type { Assessment } from '../../server/src/model/assessment/types.ts';
import { readDocument } from '../../server/src/model/document.ts';
import { createBlockParser } from '../../server/src/syntax/markdown/blocks.ts';
import { Source } from '../../server/src/text/source.ts';
import { readAssessment } from '../../server/src/workspace/assessment/read.ts';
import { LIBRARY } from './fixture.ts';

export const VOCABULARY = LIBRARY.vocabulary('impact-assessment');

/** Reads a text as an assessment, whatever its name. */
export function assessmentIn(text: string, format: 'markdown' | 'yaml'): Assessment {
  const path = `impact-assessment.${format === 'markdown' ? 'md' : 'yaml'}`;
  const kind = 'impact-assessment';
  const document = readDocument(path, new Source(text), {
    blocks: createBlockParser(),
    kind,
    earlier: undefined,
  });
  if (document?.model.kind !== kind) throw new Error('no assessment');
  return readAssessment(document.model, text, VOCABULARY);
}

export function dataIn(text: string, format: 'markdown' | 'yaml'): AssessmentData {
  return dataOfAssessment(assessmentIn(text, format));
}

const NASTY = [
  '# Harms',
  '## Scope',
  '### Deeper',
  '#### Deep',
  '---',
  '===',
  '***',
  '```',
  '~~~',
  '<!-- open',
  '-->',
  '<pre>',
  '<script>',
  '<div>',
  '| Harm | Likelihood |',
  '|---|---|',
  '| a | b |',
  '|',
  '\\',
  '\\|',
  '\\\\',
  '\\#',
  '\\# x',
  '- item',
  '1. one',
  '1) one',
  '1\\. one',
  '**Purpose**',
  '**Purpose:** text',
  '- **Geography:** Finland',
  '- Geography: Finland',
  '> quote',
  '> # x',
  '    code',
  '\t# x',
  '[a]: b',
  '[a]:',
  'a<br>b',
  '<br/>',
  '&#10;',
  '&#123;',
  '{#id}',
  'title #',
  ';',
  ',',
  'a, b',
  'a; b',
  'a: b',
  ': x',
  '# c',
  '- ',
  '?',
  '!tag',
  '*alias',
  '&anchor',
  '%x',
  '@x',
  '`tick`',
  'null',
  'true',
  '1.10',
  '2026-01-01',
  '~',
  '漢字',
  '🎯',
  '\u00a0',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u000b',
  '\ud800',
  '\0',
  'é',
  '<h2>Harms</h2>',
  '<h2>Other</h2>',
  '**Bold**',
  '__Bold:__',
  'Other: x',
  'Other:',
  '  two',
  'trailing  ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  "it's",
  '"q"',
  '---\n',
  '...',
];

export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc
    .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 6 })), { maxLength: 8 })
    .map(parts => parts.join('')),
  fc.array(fc.constantFrom(...NASTY, 'plain words'), { maxLength: 8 }).map(parts => parts.join('\n')),
);

const metadata = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    anyText,
    fc.constantFrom('1.10', 'true', 'no', '2026-01-02', '0x1', '~'),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter(each => !Object.is(each, -0)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_ -]{0,8}$/), tie('value'), { maxKeys: 3 }),
  ),
})).value as fc.Arbitrary<AssessmentData['metadata'][string]>;

function fieldsOf(
  columns: Readonly<Record<string, { readonly list: boolean }>>,
): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(columns).map(
    ([field, { list }]) => [field, list ? fc.array(anyText, { maxLength: 3 }) : anyText] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

const extraTitle = fc.oneof(
  fc.constantFrom('Notes', 'Harm', 'Mitigation', 'Severity', 'harms', 'Risk', 'who', '#', 'Column 2'),
  anyText,
);

/** Any assessment, also such as nobody would write. */
export const anyAssessment: fc.Arbitrary<AssessmentData> = fc.record(
  {
    metadata: fc.dictionary(
      fc.oneof(
        fc.constantFrom(
          'system',
          'version',
          'scope',
          'title',
          'purpose',
          'front_matter',
          'other_sections',
          'lead',
        ),
        fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/),
      ),
      metadata,
      { maxKeys: 5 },
    ),
    title: anyText,
    lead: anyText,
    sections: fc.dictionary(fc.constantFrom(...VOCABULARY.concepts.map(each => each.id)), anyText, {
      maxKeys: 6,
    }),
    labels: fc.record(
      Object.fromEntries(Object.entries(LABELS).map(([concept, columns]) => [concept, fieldsOf(columns)])),
      { requiredKeys: [] },
    ),
    records: fc.record(
      Object.fromEntries(
        RECORD_NAMES.map(name => [
          name,
          fc.array(
            fc
              .tuple(fieldsOf(RECORDS[name]), fc.dictionary(extraTitle, anyText, { maxKeys: 2 }))
              .map(([fields, more]) => (Object.keys(more).length === 0 ? fields : { ...fields, more })),
            { maxLength: 3 },
          ),
        ]),
      ),
      { requiredKeys: [] },
    ),
    other: fc.array(fc.record({ title: anyText, text: anyText }), { maxLength: 3 }),
  },
  { requiredKeys: ['metadata'] },
) as fc.Arbitrary<AssessmentData>;
