import type { Library } from '../library.ts';
import type { FrameworkHead } from '../types.ts';
import { frameworkNamed, itemNamed } from './names.ts';
import type {
  At,
  FrameworkName,
  OwnCatalog,
  OwnCrosswalk,
  OwnFile,
  OwnOverlay,
  OwnProblem,
} from './types.ts';

/** More unknown ids than this in one file say no more. */
const MOST_UNKNOWN = 50;

/** What is wrong with a file in view of the other catalogs: ids that are taken, names and ids that nothing has. */
export function problemsAmong(file: OwnFile, path: string, library: Library): OwnProblem[] {
  return [
    ...file.catalogs.flatMap(each => takenId(each, path, library)),
    ...file.crosswalks.flatMap(each => crosswalkProblems(each, library)),
    ...file.overlays.flatMap(each => overlayProblems(each, library)),
  ].slice(0, MOST_UNKNOWN);
}

function takenId({ data, span }: OwnCatalog, path: string, library: Library): OwnProblem[] {
  const head: FrameworkHead | undefined = library.heads.find(each => each.id === data.id);
  if (head === undefined || head.own === path) return [];
  const next =
    head.own === undefined
      ? 'Give it another id; to add your own text to that catalog, write an overlay with "overlays:"'
      : 'Give one of the two another id; this one is not used';
  const holder = head.own === undefined ? 'a catalog that comes with Clausewright' : head.own;
  return [
    {
      kind: 'duplicate',
      span,
      what: `The framework id "${data.id}" is taken by ${holder} (${head.name})`,
      next,
    },
  ];
}

function crosswalkProblems({ from, to, pairs }: OwnCrosswalk, library: Library): OwnProblem[] {
  const ends = [from, to].map(name => frameworkNamed(name.names, library));
  const unknown = [from, to].filter((_, index) => ends[index] === undefined);
  if (unknown.length > 0) return unknown.map(unknownFramework);
  const [source, target] = ends.map(id => (id === undefined ? undefined : library.catalog(id)));
  if (source === undefined || target === undefined) return [];
  const problems = new Map<string, OwnProblem>();
  for (const pair of pairs) {
    for (const [end, catalog] of [
      [pair.from, source],
      [pair.to, target],
    ] as const) {
      const key = `${catalog.id} ${end.value}`;
      if (problems.size >= MOST_UNKNOWN || problems.has(key) || itemNamed(catalog, end.value) !== undefined)
        continue;
      problems.set(key, unknownItem(end, catalog.data.name, catalog.nearest(end.value)?.id));
    }
  }
  return [...problems.values()];
}

function overlayProblems({ framework, items }: OwnOverlay, library: Library): OwnProblem[] {
  const id = frameworkNamed([framework.value], library);
  const catalog = id === undefined ? undefined : library.catalog(id);
  if (catalog === undefined) return [unknownFramework({ names: [framework.value], span: framework.span })];
  return items.flatMap(each =>
    catalog.find(each.id.value) === undefined
      ? [unknownItem(each.id, catalog.data.name, catalog.nearest(each.id.value)?.id)]
      : [],
  );
}

function unknownFramework({ names, span }: FrameworkName): OwnProblem {
  return {
    kind: 'unknown',
    span,
    what: `No catalog here is "${names.at(-1) ?? ''}"`,
    next: 'Correct the name, or add that catalog to "catalogs:" of clausewright.yaml; until then none of this counts',
  };
}

function unknownItem({ value, span }: At<string>, name: string, near: string | undefined): OwnProblem {
  return {
    kind: 'unknown',
    span,
    what: `${name} has no item "${value}"`,
    next: near === undefined ? 'Correct the id, or take it away' : `Did you mean "${near}"?`,
  };
}
