import type { Concept } from '../catalog/types.ts';
import type { OutlineItem } from '../model/outline.ts';
import { type SectionedModel, systemAt, textAt, textsAt } from '../model/sectioned.ts';
import { itemsIn } from '../model/statements.ts';
import { at, encloses, type Span } from '../text/span.ts';
import { assessedAt } from './assessment/assessed.ts';
import type { Fact, FactData } from './facts.ts';
import { folderOf } from './paths.ts';

/** What `card:<path>` says: the metadata that documents of one system should agree on. */
export interface CardFact {
  readonly [key: string]: FactData;
  readonly kind: string;
  readonly system: string | null;
}

/** What `cards-in:<folder>` and `cards-of:<system>` say. */
export interface NeighbourFact {
  readonly [key: string]: FactData;
  readonly kind: string;
}

/** What `metric:<path>` says: one number of a table. */
export interface MetricFact {
  readonly [key: string]: FactData;
  readonly name: string;
  readonly written: string;
  readonly where: string;
  readonly value: number;
  readonly tolerance: number;
  readonly percent: boolean;
}

/** Metadata that is compared across documents. */
const COMPARED = ['license', 'version', 'model_name', 'owner', 'approver', 'pretty_name'] as const;

/** Metadata that lists of documents show. */
const SHOWN = ['review_by', 'status'] as const;

/** What a card or assessment says that other documents may say otherwise, and what lists of documents show. */
export function cardFacts(path: string, model: SectionedModel): Fact[] {
  const start: Span = { start: 0, end: 0 };
  const system = systemAt(model.metadata)?.value.value ?? null;
  const facts: Fact[] = [
    { key: `card:${path}`, data: { kind: model.kind, system }, span: start },
    {
      key: system === null ? `cards-in:${folderOf(path)}` : `cards-of:${system}`,
      data: { kind: model.kind },
      span: start,
    },
  ];
  const assessed = model.kind === 'impact-assessment' ? assessedAt(model.metadata) : undefined;
  if (assessed !== undefined)
    facts.push({ key: `assessed:${path}`, data: assessed.data, span: assessed.span });
  for (const key of [...COMPARED, ...SHOWN]) {
    const field = textAt(model.metadata, key);
    if (field !== undefined)
      facts.push({ key: `${key}:${path}`, data: field.value.value, span: at(field.start, field.value) });
  }
  for (const { start: base, value } of textsAt(model.metadata, 'datasets'))
    facts.push({ key: `dataset:${path}`, data: value.value, span: at(base, value) });
  for (const { start: base, value } of textsAt(model.metadata, 'base_model'))
    facts.push({ key: `base-model:${path}`, data: value.value, span: at(base, value) });
  return facts;
}

const INTENDED = new Set(['intended-use', 'intended-uses']);
const EXCLUDED = new Set(['out-of-scope-use', 'unintended-uses']);

/** The uses that a section lists, where its heading stands for a concept of use. */
export function useFacts(path: string, { own, section }: OutlineItem, { id }: Concept): Fact[] {
  const which = INTENDED.has(id) ? 'intended' : EXCLUDED.has(id) ? 'excluded' : undefined;
  if (which === undefined) return [];
  const items = section.value.derive(itemsIn).map(item => ({ item, span: at(section.start, item) }));
  return items
    .filter(({ span }) => encloses(own, span))
    .map(({ item, span }) => ({ key: `use-${which}:${path}`, data: item.text, span }));
}
