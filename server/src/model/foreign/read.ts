import type { YamlNode } from '../../syntax/yaml/nodes.ts';
import type { YamlTree } from '../../syntax/yaml/tree.ts';
import { complianceEntries } from './compliance-as-code.ts';
import type { ForeignEntry, ForeignFormat, ForeignModel } from './model.ts';
import { openControlEntries } from './opencontrol.ts';
import { oscalEntries } from './oscal.ts';
import { foreignFormat } from './recognise.ts';

/** Reads a mapping of another tool; undefined for a file of none of their formats. */
export function foreignOf(root: YamlNode, yaml: YamlTree | undefined): ForeignModel | undefined {
  const format = foreignFormat(root);
  return format === undefined
    ? undefined
    : { kind: 'foreign-mapping', format, yaml, entries: READERS[format](root) };
}

const READERS: Readonly<Record<ForeignFormat, (root: YamlNode) => ForeignEntry[]>> = {
  'oscal-component': oscalEntries,
  opencontrol: openControlEntries,
  'compliance-as-code': complianceEntries,
};
