import type { MappingModel } from '../../model/mapping.ts';
import { at, type Span } from '../../text/span.ts';
import { createFile, editFile } from '../../workspace/change.ts';
import type { Fix } from '../../workspace/finding.ts';
import { evidenceDocument, systemFactsOf } from '../../workspace/scaffold/evidence-document.ts';
import { evidenceLink } from '../../workspace/scaffold/evidence-link.ts';
import { replaceScalar } from '../../workspace/scaffold/replace-scalar.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import type { ResolvedEntry } from '../mapping/resolved.ts';
import { doubtfulLinks, isInForce } from './links.ts';

/** Evidence that is not there. */
export const missingFile = defineRule({
  id: 'evidence/missing-file',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'error',
  since: '0.1.0',
  summary: 'Evidence points at a file, a folder or a glob that matches nothing.',
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
      - ⟦docs/evaluation.md⟧
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
      - docs/evaluation.md
//- docs/evaluation.md
# Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.
`,
  ],
  check(mapping, context) {
    const { document, graph, report } = context;
    for (const { of, written, target } of context.derive(doubtfulLinks)) {
      // What is only planned may name the document that is still to be written.
      if (!isInForce(of) || (target.kind !== 'file' && target.kind !== 'glob') || isSentence(written.value))
        continue;
      const found =
        target.kind === 'glob'
          ? graph.matching(target.pattern).length > 0
          : graph.hasFile(target.path) || graph.hasFolder(target.path);
      if (found) continue;
      const { entry, qualified } = of;
      const span = at(of.start, written);
      const near = target.kind === 'file' ? graph.similar(target.path) : undefined;
      const corrected =
        near === undefined || target.kind !== 'file'
          ? undefined
          : evidenceLink(document.path, near, target.fragment);
      report({
        at: span,
        what:
          target.kind === 'glob'
            ? `No file matches "${written.value}"`
            : `The evidence "${written.value}" does not exist`,
        why: `An auditor follows each link of the Statement of Applicability (ISO/IEC 42001 clause 7.5.3)${entry.id === undefined ? '' : `, and ${entry.id.value} leans on this one`}`,
        next:
          corrected === undefined
            ? 'Correct the path, or create the document'
            : `Correct the path: did you mean "${corrected}"?`,
        controls: qualified === undefined ? [] : [qualified],
        fixes: [
          ...(corrected === undefined ? [] : [correction(span, corrected, context)]),
          ...(target.kind === 'file' ? creation(target.path, target.fragment, of, mapping) : []),
        ],
      });
    }
  },
});

/** Words rather than a path: a claim that nothing here can check. */
function isSentence(written: string): boolean {
  return /\S\s+\S/.test(written) && !/[\\/*]|\.\w{1,8}(?:#|$)/.test(written.trim());
}

function correction(span: Span, text: string, { document }: WorkspaceContext): Fix {
  return {
    title: `Point to ${text}`,
    kind: 'assist',
    change: () => [editFile(document.path, replaceScalar(document.source.text, span, text))],
  };
}

/** The document that is missing, begun from the template of its control. */
function creation(
  path: string,
  fragment: string | undefined,
  { reference }: ResolvedEntry,
  mapping: MappingModel,
): Fix[] {
  const item = reference?.item;
  if (reference === undefined || item === undefined || !/[^/]\.(?:md|markdown)$/i.test(path)) return [];
  const heading = fragment?.replace(/[-_]+/g, ' ').trim();
  const section =
    heading === undefined || heading === '' ? undefined : heading.charAt(0).toUpperCase() + heading.slice(1);
  return [
    {
      title: `Create ${path} from the template of ${item.id}`,
      kind: 'scaffold',
      change: () => [
        createFile(path, evidenceDocument(reference.catalog, item, systemFactsOf(mapping), section)),
      ],
    },
  ];
}
