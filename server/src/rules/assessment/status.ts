import { type SectionedModel, textAt } from '../../model/sectioned.ts';

/** Where an assessment says that it stands; undefined where it says nothing that is known. */
export function statusOf(model: SectionedModel): 'draft' | 'in-review' | 'approved' | 'retired' | undefined {
  const written = textAt(model.metadata, 'status')
    ?.value.value.trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return (['draft', 'in-review', 'approved', 'retired'] as const).find(each => each === written);
}
