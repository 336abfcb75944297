import {
  type EvidenceGraph,
  evidenceGraph,
  graphDot,
  graphMermaid,
  graphText,
} from '../../../report/graph.ts';
import { type Command, EXIT } from '../command.ts';
import { openPlaces } from '../open.ts';
import { CONFIG_OPTION, OUTPUT_OPTION } from '../options.ts';
import { deliver } from '../output.ts';

const FORMATS: Readonly<Record<string, (graph: EvidenceGraph) => string>> = {
  text: graphText,
  dot: graphDot,
  mermaid: graphMermaid,
  json: graph => `${JSON.stringify({ version: 1, ...graph }, null, 2)}\n`,
};

/** `clausewright graph`: systems, controls, evidence and documents, and what leads from one to the other. */
export const graph: Command = {
  name: 'graph',
  summary: 'Prints what leads from systems over controls to evidence',
  operands: '[paths…]',
  options: {
    format: {
      value: 'FORMAT',
      values: Object.keys(FORMATS),
      default: 'text',
      description: 'How the graph is written',
    },
    output: OUTPUT_OPTION,
    config: CONFIG_OPTION,
  },
  details: ['Formats dot and mermaid are drawn by Graphviz and by Mermaid, as GitHub does in Markdown.'],
  async run({ positionals, values }, terminal) {
    const opened = await openPlaces(positionals, values['config'], terminal);
    const parts = opened.map(each => evidenceGraph(each.session));
    const whole: EvidenceGraph = {
      nodes: parts.flatMap(each => each.nodes),
      edges: parts.flatMap(each => each.edges),
    };
    await deliver((FORMATS[values['format'] ?? 'text'] ?? graphText)(whole), values['output'], terminal);
    return EXIT.fine;
  },
};
