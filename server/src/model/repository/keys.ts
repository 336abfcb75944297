import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { factAt, type RepositoryFact, type Topic } from './fact.ts';

/** Facts that stand under keys of a map, in the order of the table. `false` and 0 are said as they are. */
export function factsByKey(
  root: YamlNode,
  keys: Readonly<Record<string, Topic>>,
  under = '',
): RepositoryFact[] {
  return Object.entries(keys).flatMap(([key, topic]) => factAt(topic, valueAt(root, key), `${under}${key}`));
}

/** Whether a text names a model or dataset of a hub, `owner/name`, and no folder of somebody's machine. */
export function isHubName(text: string): boolean {
  return (
    /^[A-Za-z0-9][\w.-]*\/[\w.-]*[A-Za-z0-9]$/.test(text) &&
    !/^(?:home|data|mnt|tmp|usr|var|models?|output|outputs|checkpoints?|runs|results)\//i.test(text)
  );
}
