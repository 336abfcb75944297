import { gradeEntry } from '../workspace/evidence/grade.ts';
import { gradeContextOf } from '../workspace/evidence/grade-context.ts';
import type { Session } from '../workspace/session.ts';

/** A thing in the graph: a system, a control, a document or one of its sections. */
export interface GraphNode {
  readonly id: string;
  readonly kind: 'system' | 'control' | 'evidence' | 'document';
  readonly label: string;
}

/** A line of the graph: what stands at `from` is answered by, shown by or part of what stands at `to`. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** The workspace's evidence as nodes and lines. */
export interface EvidenceGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The graph from systems over controls to evidence, and from documents to the controls they claim. */
export function evidenceGraph(session: Session): EvidenceGraph {
  const graph = session.graph(new Set());
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  const node = (kind: GraphNode['kind'], id: string, label = id): string => {
    if (!nodes.has(id)) nodes.set(id, { id, kind, label });
    return id;
  };
  const controls = new Set<string>();
  for (const { path, system } of graph.mappings) {
    const name = node('system', `system:${system ?? path}`, graph.mapping(path)?.data.name ?? system ?? path);
    const context = gradeContextOf(session, graph, path);
    for (const entry of graph.entriesOf(path)) {
      const qualified = entry.key.slice('entry:'.length);
      controls.add(qualified);
      const control = node('control', qualified, titled(session, qualified));
      if (!entry.data.applicable) {
        edges.push({ from: name, to: control, label: 'excludes' });
        continue;
      }
      edges.push({ from: name, to: control, label: entry.data.status ?? 'answers' });
      for (const piece of gradeEntry(entry.data, context).evidence) {
        const place =
          piece.path === undefined
            ? piece.target
            : piece.fragment === undefined
              ? piece.path
              : `${piece.path}#${piece.fragment}`;
        edges.push({
          from: control,
          to: node('evidence', place),
          label: piece.suspect ? `${piece.strength}, suspect` : piece.strength,
        });
      }
      for (const served of entry.data.satisfies)
        edges.push({
          from: control,
          to: node('control', served, titled(session, served)),
          label: 'satisfies',
        });
    }
  }
  for (const kind of ['model-card', 'dataset-card', 'impact-assessment'] as const) {
    for (const path of graph.documents(kind)) node('document', path, `${path} (${kind})`);
  }
  for (const qualified of controls) {
    for (const claim of graph.claims(qualified))
      edges.push({ from: node('document', claim.path), to: qualified, label: 'claims' });
  }
  return { nodes: [...nodes.values()], edges };
}

function titled(session: Session, qualified: string): string {
  const known = session.library.item(qualified);
  return known === undefined ? qualified : `${known.item.id} ${known.item.title}`;
}

/** The graph as lines of text, grouped by where they start. */
export function graphText({ nodes, edges }: EvidenceGraph): string {
  const labels = new Map(nodes.map(each => [each.id, each.label]));
  const lines: string[] = [];
  for (const { id, kind, label } of nodes) {
    const own = edges.filter(edge => edge.from === id);
    if (own.length === 0 && kind !== 'document') continue;
    lines.push(
      kind === 'system' ? `${label} (${id})` : label,
      ...own.map(edge => `  ${edge.label} → ${labels.get(edge.to) ?? edge.to}`),
      '',
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The graph for Graphviz. */
export function graphDot({ nodes, edges }: EvidenceGraph): string {
  const shapes = { system: 'house', control: 'box', evidence: 'note', document: 'folder' };
  const quoted = (text: string): string =>
    `"${text.replace(/[\\"]/g, String.raw`\$&`).replace(/[\r\n]+/g, ' ')}"`;
  return [
    'digraph evidence {',
    '  rankdir=LR;',
    ...nodes.map(({ id, kind, label }) => `  ${quoted(id)} [shape=${shapes[kind]}, label=${quoted(label)}];`),
    ...edges.map(({ from, to, label }) => `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(label)}];`),
    '}',
    '',
  ].join('\n');
}

/** The graph for Mermaid. */
export function graphMermaid({ nodes, edges }: EvidenceGraph): string {
  const numbers = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const safe = (text: string): string =>
    text.replace(/["[\]{}()<>|#;`]/g, character => `#${character.charCodeAt(0)};`).replace(/[\r\n]+/g, ' ');
  const shapes = {
    system: ['[[', ']]'],
    control: ['[', ']'],
    evidence: ['>', ']'],
    document: ['[/', '/]'],
  } as const;
  return [
    'flowchart LR',
    ...nodes.map(
      ({ id, kind, label }) => `  ${numbers.get(id)}${shapes[kind][0]}"${safe(label)}"${shapes[kind][1]}`,
    ),
    ...edges.map(({ from, to, label }) => `  ${numbers.get(from)} -->|"${safe(label)}"| ${numbers.get(to)}`),
    '',
  ].join('\n');
}
