import GithubSlugger from 'github-slugger';
import { nearestWord } from '../../catalog/nearest.ts';
import { at, type Span } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix } from '../../workspace/finding.ts';
import type { Graph } from '../../workspace/graph.ts';
import { replaceScalar } from '../../workspace/scaffold/replace-scalar.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import { quoted } from '../wording.ts';
import { doubtfulLinks } from './links.ts';

/** Evidence that names a section which is not in its document. */
export const missingHeading = defineRule({
  id: 'evidence/missing-heading',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'error',
  since: '0.1.0',
  summary:
    'Evidence names a section that its document does not have, or a value that is not in its YAML or JSON file.',
  why: 'ISO/IEC 42001 clause 7.5.3 asks that documented information is available where it is needed; an auditor follows each link of the Statement of Applicability.',
  clauses: ['iso-42001:7.5.3'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/evaluation.md⟦#reslts⟧
      - 'docs/evaluation.md⟦#Test Data⟧'
//- docs/evaluation.md
# Evaluation

## Results

The model reaches an AUC of 0.81 on the held-out quarter.

## Test data

The last quarter of 2025, which training has not seen.
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.8.2
    status: implemented
    evidence:
      - model_card.yaml⟦#/limitation⟧
      - model_card.yaml#/limitations
//- model_card.yaml
name: Scoring model
intended_use: Ranking of applications for a person to read.
limitations:
  - Young applicants are scored less reliably.
`,
  ],
  good: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/evaluation.md#results
      - docs/evaluation.md#own-anchor
      - src/train.py#L10-L20
//- docs/evaluation.md
# Evaluation

## Results

The model reaches an AUC of 0.81 on the held-out quarter.

## Drift {#own-anchor}

The input distribution is compared each month.
//- src/train.py
`,
  ],
  check(_, context) {
    const { document, report } = context;
    const known = new Map<string, Missing | undefined>();
    for (const { of, written, target } of context.derive(doubtfulLinks)) {
      if (target.kind !== 'file' || target.fragment === undefined || target.path === document.path) continue;
      const { path, fragment } = target;
      const key = `${path}#${fragment}`;
      if (!known.has(key)) known.set(key, missingIn(path, fragment, context));
      const missing = known.get(key);
      if (missing === undefined) continue;
      const { near } = missing;
      const { entry, qualified } = of;
      const span = at(of.start, written);
      report({
        at: fragmentSpan(document.source.text, span),
        what: `${path} has no ${fragment.startsWith('/') ? 'value' : 'section'} ${quoted(fragment)}`,
        why: `An auditor follows each link of the Statement of Applicability (ISO/IEC 42001 clause 7.5.3)${entry.id === undefined ? '' : `, and ${entry.id.value} leans on this one`}`,
        next:
          near !== undefined
            ? `Did you mean "#${near}"?`
            : missing.empty
              ? 'The document has no headings: link to it as a whole, or give it some'
              : `Correct the part behind "#", or add the ${fragment.startsWith('/') ? 'value' : 'section'}`,
        controls: qualified === undefined ? [] : [qualified],
        fixes: near === undefined ? [] : [correction(span, written.value, near, missing.sure, context)],
      });
    }
  },
});

/** A section that is not there, with what was probably meant. */
interface Missing {
  readonly near: string | undefined;
  /** Whether nothing else can have been meant. */
  readonly sure: boolean;
  /** Whether the document has no section at all. */
  readonly empty: boolean;
}

/** Undefined where the section exists, or nothing is known of the document. */
function missingIn(path: string, fragment: string, { graph }: WorkspaceContext): Missing | undefined {
  if (/^L\d+(?:-L?\d+)?$/.test(fragment)) return undefined;
  if (/\.(?:json|ya?ml)$/i.test(path)) return missingPointer(path, fragment, graph);
  if (!/\.(?:md|mdx|markdown)$/i.test(path)) return undefined;
  if (!graph.hasFile(path) || graph.substance(path) === undefined) return undefined;
  if (graph.section(path, fragment) !== undefined) return undefined;
  const known = graph.sections(path);
  const same = new GithubSlugger().slug(fragment);
  const sure = known.includes(same);
  const near = sure ? same : (nearestWord(fragment, new Set(known))?.word ?? containing(fragment, known));
  return { near, sure, empty: known.length === 0 };
}

/** A value of a YAML or JSON file by its pointer; undefined where it exists, or where not every value was taken down. */
function missingPointer(path: string, fragment: string, graph: Graph): Missing | undefined {
  const known = graph.sections(path);
  if (!fragment.startsWith('/') || known.length === 0 || graph.section(path, fragment) !== undefined)
    return undefined;
  const plain = (text: string): string => text.toLowerCase().replace(/[-_ ]/g, '');
  const same = known.filter(each => plain(each) === plain(fragment));
  const near = same.length === 1 ? same[0] : nearestWord(fragment, new Set(known))?.word;
  return { near, sure: same.length === 1, empty: false };
}

/** The only section whose name has the wanted one in it, or the other way round. */
function containing(fragment: string, known: readonly string[]): string | undefined {
  const wanted = fragment.toLowerCase();
  if (wanted.length < 4) return undefined;
  const found = [...new Set(known)].filter(
    each => each.includes(wanted) || (each.length >= 4 && wanted.includes(each)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The part behind and with `#`, without a closing quote. */
function fragmentSpan(text: string, span: Span): Span {
  const written = text.slice(span.start, span.end);
  const hash = written.indexOf('#');
  if (hash < 0) return span;
  return { start: span.start + hash, end: span.end - (/^["']/.test(written) ? 1 : 0) };
}

function correction(
  span: Span,
  written: string,
  near: string,
  sure: boolean,
  { document }: WorkspaceContext,
): Fix {
  const link = `${written.slice(0, written.indexOf('#'))}#${near}`;
  return {
    title: `Point to #${near}`,
    kind: sure ? 'safe' : 'assist',
    change: () => [editFile(document.path, replaceScalar(document.source.text, span, link))],
  };
}
