import { folderOf, relativePath } from '../../paths.ts';
import { DEFAULT_LAYOUT } from '../yaml-layout.ts';
import { pairLines, type YamlData } from '../yaml-write.ts';
import type { NewPlace } from './kind.ts';

/** Lines of `key: value` with the value's source in a comment behind the first of them. */
export function sourcedLines(key: string, value: YamlData, source: string): string[] {
  const [first = '', ...more] = pairLines(key, value, DEFAULT_LAYOUT);
  return [`${first} # from ${source.replace(/\s+/g, ' ')}`, ...more];
}

/** The `system:` of a document, where one is known. */
export function systemLines({ system, mapping, path, request }: NewPlace): string[] {
  if (system.id === undefined) return [];
  if (request.system !== undefined || mapping === undefined)
    return pairLines('system', system.id, DEFAULT_LAYOUT);
  return sourcedLines('system', system.id, `${relativePath(folderOf(path), mapping)}: system.id`);
}
