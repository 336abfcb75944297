import GithubSlugger from 'github-slugger';
import { nearestWord } from '../../catalog/nearest.ts';
import type { TextChange } from '../../text/source.ts';
import { at, type Span } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix } from '../../workspace/finding.ts';
import { replaceScalar } from '../../workspace/scaffold/replace-scalar.ts';
import { targetOf } from '../../workspace/target.ts';
import { defineRule } from '../define.ts';
import { resolvedEntries } from '../mapping/resolved.ts';
import { quoted } from '../wording.ts';

/** Evidence that names a section which is not in its document. */
export const missingHeading = defineRule({
  id: 'evidence/missing-heading',
  kinds: ['control-mapping'],
  reads: 'workspace',
  severity: 'error',
  since: '0.1.0',
  summary: 'Evidence names a section that its document does not have.',
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
    const { document, root, graph, report } = context;
    for (const { start, entry, qualified } of context.derive(resolvedEntries)) {
      for (const { target: written } of entry.evidence) {
        const target = targetOf(written.value, document.path, root);
        if (target.kind !== 'file' || target.fragment === undefined || target.path === document.path)
          continue;
        const { path, fragment } = target;
        if (!/\.(?:md|mdx|markdown)$/i.test(path) || /^L\d+(?:-L?\d+)?$/.test(fragment)) continue;
        if (!graph.hasFile(path) || graph.substance(path) === undefined) continue;
        if (graph.section(path, fragment) !== undefined) continue;
        const known = graph.sections(path);
        const same = new GithubSlugger().slug(fragment);
        const exact = known.includes(same) ? same : undefined;
        const near = exact ?? nearestWord(fragment, new Set(known))?.word ?? containing(fragment, known);
        const span = at(start, written);
        report({
          at: fragmentSpan(document.source.text, span),
          what: `${path} has no section ${quoted(fragment)}`,
          why: `An auditor follows each link of the Statement of Applicability (ISO/IEC 42001 clause 7.5.3)${entry.id === undefined ? '' : `, and ${entry.id.value} leans on this one`}`,
          next:
            near !== undefined
              ? `Did you mean "#${near}"?`
              : known.length === 0
                ? 'The document has no headings: link to it as a whole, or give it some'
                : 'Correct the part behind "#", or add the section',
          controls: qualified === undefined ? [] : [qualified],
          fixes:
            near === undefined
              ? []
              : [
                  correction(
                    document.path,
                    document.source.text,
                    span,
                    written.value,
                    near,
                    exact !== undefined,
                  ),
                ],
        });
      }
    }
  },
});

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
  document: string,
  text: string,
  span: Span,
  written: string,
  near: string,
  sure: boolean,
): Fix {
  const change = (): TextChange =>
    replaceScalar(text, span, `${written.slice(0, written.indexOf('#'))}#${near}`);
  return {
    title: `Point to #${near}`,
    kind: sure ? 'safe' : 'assist',
    change: () => [editFile(document, change())],
  };
}
