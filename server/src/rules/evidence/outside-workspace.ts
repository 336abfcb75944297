import { at, type Span } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix } from '../../workspace/finding.ts';
import { evidenceLink } from '../../workspace/scaffold/evidence-link.ts';
import { replaceScalar } from '../../workspace/scaffold/replace-scalar.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import { quoted } from '../wording.ts';
import { doubtfulLinks } from './links.ts';

const WAYS = {
  climbs: 'climbs out of the workspace folder',
  absolute: 'is a path of one machine',
  'file-url': 'is an address on one machine',
} as const;

/** Evidence that only one machine can open. */
export const outsideWorkspace = defineRule({
  id: 'evidence/outside-workspace',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'Evidence points out of the workspace folder, where nobody else can follow.',
  why: 'ISO/IEC 42001 clause 7.5.3 asks that documented information is available where it is needed, and protected; a path of one machine is neither.',
  clauses: ['iso-42001:7.5.3'],
  bad: [
    `//- governance/controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - ⟦../../other/evaluation.md⟧
      - ⟦C:\\work\\scoring\\docs\\evaluation.md⟧
      - ⟦file:///home/jane/report.pdf⟧
//- docs/evaluation.md
# Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.
`,
  ],
  good: [
    `//- governance/controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - ../docs/evaluation.md
      - /docs/evaluation.md#results
//- docs/evaluation.md
# Evaluation

## Results

The model reaches an AUC of 0.81 on the held-out quarter.
`,
  ],
  check(_, context) {
    const { document, report } = context;
    for (const { of, written, target } of context.derive(doubtfulLinks)) {
      if (target.kind !== 'outside') continue;
      const { entry, qualified } = of;
      const span = at(of.start, written);
      const inside = sameFileInside(written.value, context);
      const link = inside === undefined ? undefined : evidenceLink(document.path, inside, undefined);
      report({
        at: span,
        what: `The evidence ${quoted(written.value)} ${WAYS[target.why]}`,
        why: `Others cannot open it, and evidence has to be available where it is needed (ISO/IEC 42001 clause 7.5.3)${entry.id === undefined ? '' : `; ${entry.id.value} leans on it`}`,
        next:
          link === undefined
            ? 'Put the document into the repository, or link to where it can be read'
            : `Did you mean ${quoted(link)}, which is in the workspace?`,
        controls: qualified === undefined ? [] : [qualified],
        fixes: link === undefined ? [] : [correction(span, link, context)],
      });
    }
  },
});

/** The file of the workspace that a path of one machine ends in; of several endings the longest. */
function sameFileInside(written: string, { graph }: WorkspaceContext): string | undefined {
  const parts = written
    .replace(/^file:/i, '')
    .replace(/#.*/s, '')
    .split(/[\\/]/)
    .filter(part => part !== '' && part !== '.' && part !== '..');
  for (let from = 0; from < parts.length - 1; from += 1) {
    const path = parts.slice(from).join('/');
    if (graph.hasFile(path)) return path;
  }
  return undefined;
}

function correction(span: Span, link: string, { document }: WorkspaceContext): Fix {
  return {
    title: `Point to ${link}`,
    kind: 'assist',
    change: () => [editFile(document.path, replaceScalar(document.source.text, span, link))],
  };
}
