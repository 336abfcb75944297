import { uuidOf } from '../../text/hashes.ts';
import type { ControlData } from '../coverage-data.ts';
import type { ExportInput } from '../oscal/common.ts';

/** What an export is made of. */
export interface CycloneInput extends ExportInput {
  /** The catalogs of the frameworks in scope, by id. */
  readonly standards: ReadonlyMap<string, Standard>;
  /** Version of the program that writes it. */
  readonly toolVersion: string;
}

/** What is said of a framework. */
export interface Standard {
  readonly name: string;
  readonly edition: string;
  readonly publisher: string;
}

/** A piece of a CycloneDX document. */
export type CyclonePart = Readonly<Record<string, unknown>>;

/** The reference of a framework. */
export function standardRef(framework: string): string {
  return `standard-${framework}`;
}

/** The reference of a control of a framework. */
export function requirementRef(qualified: string): string {
  return `requirement-${qualified}`;
}

/** The reference of what is said of a control for one system; the same in each export. */
export function claimRef({ entry, system, id }: ControlData): string {
  return `claim-${uuidOf('claim', entry?.path ?? '', system ?? '', id)}`;
}

/** The reference of a system; null for mappings that name none. */
export function targetRef(system: string | null): string {
  return `system-${uuidOf('system', system ?? '')}`;
}

/** The keys that have a value. */
export function given(values: Readonly<Record<string, unknown>>): CyclonePart {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
