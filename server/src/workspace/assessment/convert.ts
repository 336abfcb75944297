import { dataOfAssessment } from '../../model/assessment/to-data.ts';
import type { YamlNode } from '../../syntax/yaml/nodes.ts';
import type { Session } from '../session.ts';
import { readAssessment } from './read.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeYaml } from './write-yaml.ts';

/** An assessment in the other writing. */
export interface Converted {
  /** Workspace path beside the original; the host sees to it that nothing is written over. */
  readonly path: string;
  /** Lines end in LF. */
  readonly text: string;
}

/**
 * An impact assessment as Markdown or as YAML, with the same content; a text instead is the reason why it cannot be
 * converted, a sentence without its full stop. Pure.
 */
export function convertAssessment(
  session: Session,
  path: string,
  to: 'markdown' | 'yaml',
): Converted | string {
  const document = session.document(path);
  if (document?.model.kind !== 'impact-assessment') return `${path} is no impact assessment`;
  const { model, source } = document;
  if (model.form === to) return `${path} is written as ${to === 'yaml' ? 'YAML' : 'Markdown'} already`;
  if (model.yaml !== undefined && model.yaml.problems.length > 0)
    return `${path} has a fault in its YAML, behind which content would be lost; mend it first`;
  if ([...model.metadata.values()].some(pair => hasAlias(pair.value.value)))
    return `${path} uses YAML aliases (*name), which would be lost; write their values out first`;
  const vocabulary = session.library.vocabulary('impact-assessment');
  const read = readAssessment(model, source.text, vocabulary, session.scopeOf(path).headings);
  const data = dataOfAssessment(read);
  const marked = { ...data, metadata: { clausewright: 'impact-assessment/1', ...data.metadata } };
  const stem = path.replace(/\.[^./]*$/, '');
  return to === 'yaml'
    ? { path: `${stem}.yaml`, text: writeYaml(marked, vocabulary) }
    : { path: `${stem}.md`, text: writeMarkdown(marked, vocabulary) };
}

function hasAlias(node: YamlNode): boolean {
  if (node.kind === 'alias') return true;
  if (node.kind === 'seq') return node.items.some(hasAlias);
  return node.kind === 'map' && node.pairs.some(pair => hasAlias(pair.value));
}
