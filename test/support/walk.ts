// The walk of docs/impact-assessment.md: what a new assessment becomes with the snippets that the editor offers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}

const SNIPPETS = Object.values(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', 'snippets', 'markdown.code-snippets'), 'utf8'),
  ) as Record<string, Snippet>,
);

/** A snippet as somebody leaves it who keeps every default. */
export function inserted(prefix: string): string {
  const { body } = SNIPPETS.find(each => each.prefix.includes(prefix)) ?? { body: [] };
  return body
    .join('\n')
    .replace(/\$CURRENT_YEAR/g, '2026')
    .replace(/\$CURRENT_(MONTH|DATE)/g, '11')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$0/g, '');
}

/** The headings of the new assessment and the snippet that takes the place of each. */
const WRITTEN: readonly (readonly [heading: string, prefix: string])[] = [
  ['## Scope of the assessment', 'assessment-scope'],
  ['## AI system description', 'assessment-system-description'],
  ['## Data', 'assessment-data'],
  ['## Deployment environment', 'assessment-deployment'],
  ['### Benefits', 'assessment-benefits'],
  ['### Harms', 'assessment-harms'],
  ['### Fairness and bias', 'assessment-fairness'],
  ['### Privacy', 'assessment-privacy'],
  ['## Measures', 'assessment-measures'],
  ['### Human oversight', 'assessment-oversight'],
  ['## Consultation', 'assessment-consultation'],
  ['## Residual risk', 'assessment-residual'],
  ['## Review triggers', 'assessment-triggers'],
  ['## Retention of this assessment', 'assessment-retention'],
];

/** A new assessment with a snippet written below each heading; throws where a heading is not there. */
export function written(fresh: string): string {
  // One snippet has purpose and uses together: it takes the place of the three sections.
  const [front = '', rest = ''] = fresh.split(/^### Purpose\n[\s\S]*?(?=^## Data$)/m);
  return WRITTEN.reduce(
    (before, [heading, prefix]) => {
      const body = inserted(prefix).split('\n').slice(2).join('\n');
      const after = before.replace(`\n${heading}\n`, `\n${heading}\n\n${body}\n`);
      if (after === before) throw new Error(`the new assessment has no heading "${heading}"`);
      return after;
    },
    `${front}${inserted('assessment-uses')}\n${rest}`,
  );
}
