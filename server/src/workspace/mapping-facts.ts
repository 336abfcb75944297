import type { Library } from '../catalog/library.ts';
import { textField } from '../model/field.ts';
import type { MappingModel, SystemBlock } from '../model/mapping.ts';
import { at, START } from '../text/span.ts';
import type { Fact, FactData } from './facts.ts';
import { frameworksOf } from './frameworks.ts';
import { folderOf } from './paths.ts';

/** What `mapping:<path>` says. */
export interface MappingFact {
  readonly [key: string]: FactData;
  readonly system: string | null;
  readonly name: string | null;
  readonly owner: string | null;
  readonly role: string | null;
  readonly stage: string | null;
  readonly riskClass: string | null;
  readonly modelType: string | null;
  readonly sector: string | null;
  readonly framework: string;
  readonly frameworks: readonly string[];
}

/** What a mapping needs beside itself. */
export interface MappingContext {
  readonly library: Library;
  /** The framework of bare ids, where the mapping names none. */
  readonly framework: string;
  /** What its entries point at, as written. */
  readonly targets: readonly string[];
  /** Length of the whole text. */
  readonly length: number;
}

/** What a mapping says of its system, without its entries. */
export function mappingFacts(path: string, model: MappingModel, context: MappingContext): Fact[] {
  const { library, targets, length } = context;
  const system = model.system?.value;
  const framework = model.framework?.value.value ?? context.framework;
  const data: MappingFact = {
    system: system?.id?.value ?? null,
    name: system?.name?.value ?? null,
    owner: system?.owner?.value ?? null,
    role: system?.role?.value ?? null,
    stage: system?.stage?.value ?? null,
    riskClass: traitOf(system, 'riskClass'),
    modelType: traitOf(system, 'modelType'),
    sector: traitOf(system, 'sector'),
    framework,
    frameworks: frameworksOf(model, context.framework, library),
  };
  const span = model.system === undefined ? { start: 0, end: 0 } : at(model.system.start, model.system.value);
  return [
    { key: `mapping:${path}`, data, span },
    { key: `targets:${path}`, data: targets, span: START },
    { key: 'mappings', data: { path, system: data.system }, span: { start: 0, end: Math.min(1, length) } },
    { key: `mappings-in:${folderOf(path)}`, data: path, span: START },
    ...(data.system === null ? [] : [{ key: `mappings-of:${data.system}`, data: path, span: START }]),
  ];
}

function traitOf(system: SystemBlock | undefined, key: string): string | null {
  return textField(system?.fields.get(key))?.value ?? null;
}
