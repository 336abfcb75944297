import { distance } from 'fastest-levenshtein';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix } from '../../workspace/finding.ts';
import type { Graph } from '../../workspace/graph.ts';
import { folderOf, nameOf, relativePath } from '../../workspace/paths.ts';
import { targetOf } from '../../workspace/target.ts';
import { defineRule } from '../define.ts';

/** Evidence that is not there. */
export const missingFile = defineRule({
  id: 'evidence/missing-file',
  kinds: ['control-mapping'],
  reads: 'workspace',
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
  check(mapping, { document, root, graph, report }) {
    for (const { start, value: entry } of mapping.entries) {
      for (const { target: written } of entry.evidence) {
        const target = targetOf(written.value, document.path, root);
        if (target.kind !== 'file' && target.kind !== 'glob') continue;
        const found =
          target.kind === 'glob'
            ? graph.matching(target.pattern).length > 0
            : graph.hasFile(target.path) || graph.hasFolder(target.path);
        if (found) continue;
        const span = at(start, written);
        const near = target.kind === 'file' ? nearest(target.path, graph) : undefined;
        report({
          at: span,
          what:
            target.kind === 'glob'
              ? `No file matches "${written.value}"`
              : `The evidence "${written.value}" does not exist`,
          why: `An auditor follows each link of the Statement of Applicability (ISO/IEC 42001 clause 7.5.3)${entry.id === undefined ? '' : `, and ${entry.id.value} leans on this one`}`,
          next:
            near === undefined
              ? 'Correct the path, or create the document'
              : `Correct the path: did you mean "${relativePath(folderOf(document.path), near)}"?`,
          fixes: near === undefined ? [] : [correction(document.path, span, written.value, near)],
        });
      }
    }
  },
});

/** A file of a similar name: the same name elsewhere, or a path with few letters of difference. */
function nearest(path: string, graph: Graph): string | undefined {
  const otherCase = graph.otherCase(path);
  if (otherCase !== undefined) return otherCase;
  const same = graph.paths.filter(each => nameOf(each) === nameOf(path));
  if (same.length === 1) return same[0];
  const close = graph.paths.filter(
    each => Math.abs(each.length - path.length) <= 3 && distance(each, path) <= 3,
  );
  return close.length === 1 ? close[0] : undefined;
}

function correction(
  document: string,
  span: { start: number; end: number },
  written: string,
  path: string,
): Fix {
  const hash = written.indexOf('#');
  const fragment = hash < 0 ? '' : written.slice(hash);
  const text = relativePath(folderOf(document), path) + fragment;
  return { title: `Point to ${text}`, kind: 'assist', change: () => [editFile(document, { span, text })] };
}
