import { systemAt } from '../../model/sectioned.ts';
import { defineRule } from '../define.ts';

/** A use that one document intends and another rules out. */
export const intendedUse = defineRule({
  id: 'crossdoc/intended-use',
  kinds: ['model-card'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'The card lists a use as intended that the impact assessment, or the card itself, rules out.',
  why: 'ISO/IEC 42001 A.9.4 asks that the system is used as intended and documented; a use that is both intended and ruled out is neither.',
  clauses: ['iso-42001:A.9.4', 'iso-42001:A.5.2'],
  bad: [
    `//- MODEL_CARD.md
---
license: mit
system: scoring
---
# Scoring model

## Intended use

- Ranking loan applications for manual review
- ⟦Automatic rejection of loan applications⟧
//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
---
# Impact assessment

## Unintended uses

- Automatic rejection of a loan application
//- clausewright.yaml
rules: { card: off, assessment: off }
`,
  ],
  good: [
    `//- MODEL_CARD.md
---
license: mit
system: scoring
---
# Scoring model

## Intended use

- Ranking loan applications for manual review
//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
---
# Impact assessment

## Unintended uses

- Automatic rejection of a loan application
//- clausewright.yaml
rules: { card: off, assessment: off }
`,
  ],
  check(model, { document, graph, report }) {
    const intended = graph.uses('intended', document.path);
    if (intended.length === 0) return;
    const peers = graph.peers(document.path, systemAt(model.metadata)?.value.value);
    const excluded = [document.path, ...peers].flatMap(path => graph.uses('excluded', path));
    for (const use of intended) {
      const clash = excluded.find(each => sameUse(each.data, use.data));
      if (clash === undefined) continue;
      report({
        at: use.span,
        what: `"${use.data}" is an intended use here, and ${clash.path === document.path ? 'ruled out further down' : `${clash.path} rules it out`}`,
        why: 'The system is to be used as intended and documented; a use that is both intended and ruled out is neither (ISO/IEC 42001 A.9.4)',
        next: 'Decide which holds, and change the other',
        controls: ['iso-42001:A.9.4'],
        related: [{ path: clash.path, span: clash.span, message: 'Ruled out here', fact: clash.key }],
      });
    }
  },
});

/** Words that carry no meaning of their own when uses are compared. */
const NOISE = new Set([
  'a',
  'an',
  'the',
  'of',
  'for',
  'to',
  'in',
  'on',
  'and',
  'or',
  'by',
  'with',
  'any',
  'all',
  'as',
  'is',
  'be',
]);

/** Whether two short texts name the same use: nearly all words of either stand in the other. */
function sameUse(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (Math.min(left.size, right.size) < 2) return false;
  const shared = [...left].filter(word => right.has(word)).length;
  return shared / Math.max(left.size, right.size) >= 0.8;
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter(word => !NOISE.has(word)).map(word => word.replace(/(?:ies|es|s)$/, '')));
}
