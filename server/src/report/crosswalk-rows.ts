import type { Library } from '../catalog/library.ts';
import type { Basis } from '../catalog/types.ts';
import type { CoverageData } from './coverage-data.ts';

/** One pair of a control with another framework's, as a report lists it. */
export interface CrosswalkRow {
  /** Qualified ids. */
  readonly id: string;
  readonly title: string;
  readonly other: string;
  readonly otherTitle: string;
  readonly basis: Basis;
  readonly publisher: string;
  readonly caveat: string;
}

/** Everything that the controls of a coverage are paired with, each pair once. */
export function crosswalkRows({ controls }: CoverageData, library: Library): CrosswalkRow[] {
  const titles = new Map(controls.map(({ id, title }) => [id, title]));
  return [...titles].flatMap(([id, title]) =>
    library.crosswalks.of(id).map(({ id: other, basis, publisher, caveat }) => ({
      id,
      title,
      other,
      otherTitle: library.item(other)?.item.title ?? '',
      basis,
      publisher: publisher ?? '',
      caveat: caveat ?? '',
    })),
  );
}
