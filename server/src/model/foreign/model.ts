import type { YamlNode } from '../../syntax/yaml/nodes.ts';
import type { YamlTree } from '../../syntax/yaml/tree.ts';
import type { Span } from '../../text/span.ts';
import type { Field } from '../field.ts';

/** The formats of other tools that are read as mappings. */
export const FOREIGN_FORMATS = ['oscal-component', 'opencontrol', 'compliance-as-code'] as const;

/** A format of another tool. */
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];

/** How people call the formats. */
export const FOREIGN_NAMES: Readonly<Record<ForeignFormat, string>> = {
  'oscal-component': 'OSCAL component definition',
  opencontrol: 'OpenControl component',
  'compliance-as-code': 'ComplianceAsCode control file',
};

/** Our word for a status; `excluded` is an exclusion, undefined a word that has no equal. */
export type ForeignStatus = 'planned' | 'partial' | 'implemented' | 'excluded';

/** What a file of another tool says of one control. Spans are offsets of the file. */
export interface ForeignEntry extends Span {
  /** The control's id with its place. */
  readonly id: Field<string>;
  /** What the file says of its catalog: a name, a path or an address, the most telling first. */
  readonly frameworks: readonly string[];
  readonly status: ForeignStatus | undefined;
  /** The status as the file words it. */
  readonly said: string | undefined;
  /** Who or what fulfils the control: a component, a policy. */
  readonly component: string | undefined;
  /** Whether the file says in words how the control is fulfilled. */
  readonly narrated: boolean;
}

/** A mapping in the format of another tool: read, shown and linked, never judged and never changed. */
export interface ForeignModel {
  readonly kind: 'foreign-mapping';
  readonly format: ForeignFormat;
  /** The YAML; absent for sound JSON. */
  readonly yaml: YamlTree | undefined;
  readonly entries: readonly ForeignEntry[];
}

/** The place of an entry and of its id, for readers. */
export function placeOf(entry: YamlNode): Span {
  return { start: entry.from, end: entry.to };
}
