import { LABELS, type LabelledConcept } from '../../../../model/assessment/shape.ts';
import { inline } from '../../known.ts';
import type { NewPlace } from '../kind.ts';
import { answered, mappingValue, type Sourced, valuesIn } from './sources.ts';

/** A labelled value of a section that something says already. */
export interface KnownLabel {
  readonly concept: LabelledConcept;
  /** Key of the field in YAML. */
  readonly field: string;
  /** What the field is called in Markdown. */
  readonly title: string;
  readonly values: readonly Sourced[];
}

/** The labelled values that card, dataset cards, mapping and the user's answers give. */
export function knownLabels(place: NewPlace): readonly KnownLabel[] {
  const one = (value: Sourced | undefined): Sourced[] => (value === undefined ? [] : [value]);
  const where = answered('where', place);
  const made = answered('modelType', place) ?? mappingValue('modelType', place);
  const found: readonly KnownLabel[] = [
    label('system-description', 'stage', one(mappingValue('stage', place))),
    label('system-description', 'risk_class', one(mappingValue('riskClass', place))),
    label('data', 'datasets', valuesIn('model-card', 'datasets', place)),
    label('algorithm-and-model', 'model_type', one(made)),
    label('algorithm-and-model', 'base_model', valuesIn('model-card', 'base_model', place)),
    label('deployment-environment', 'geography', where === undefined ? [] : parts(where)),
    label('deployment-environment', 'languages', valuesIn('model-card', 'language', place)),
  ];
  return found.filter(each => each.values.length > 0);
}

/** The people that the user named as affected. */
export function knownParties(place: NewPlace): readonly Sourced[] {
  const affected = answered('affected', place);
  return affected === undefined ? [] : parts(affected);
}

function label<C extends LabelledConcept>(
  concept: C,
  field: keyof (typeof LABELS)[C] & string,
  values: readonly Sourced[],
): KnownLabel {
  const columns: Readonly<Record<string, { readonly title: string }>> = LABELS[concept];
  return { concept, field, title: columns[field]?.title ?? field, values };
}

function parts({ value, source }: Sourced): Sourced[] {
  return value
    .split(/[,;\n]/)
    .map(inline)
    .filter(each => each !== '')
    .map(each => ({ value: each, source }));
}
