import type { FactData } from '../facts.ts';

/** Concepts of a model card's sections that say what the system is for. */
const USES: readonly string[] = ['intended-use', 'intended-and-out-of-scope-use', 'out-of-scope-use'];

/** A section of a card with the digest of its text. */
export interface UseSection {
  readonly [key: string]: FactData;
  readonly title: string;
  /** Fragment under which links name it. */
  readonly slug: string;
  readonly digest: string;
}

/** What one document says that an impact assessment rests on: a card, or the mapping of the system. */
export interface Basis {
  readonly [key: string]: FactData;
  readonly version: string | null;
  readonly baseModels: readonly string[];
  readonly datasets: readonly string[];
  readonly stage: string | null;
  readonly uses: readonly UseSection[];
}

/** What a document states under a key. */
type ReadKey = (key: string) => readonly FactData[];

/** What the document at `path` says, from its facts. `digest` gives the digest of a section's text. */
export function basisOf(path: string, read: ReadKey, digest: (text: string) => string): Basis {
  const texts = (key: string): string[] => read(`${key}:${path}`).filter(each => typeof each === 'string');
  const uses = USES.flatMap(concept =>
    read(`concept:model-card/${concept}`).flatMap((fact): UseSection[] => {
      const { slug, title } = isRecord(fact) ? fact : {};
      if (typeof slug !== 'string' || typeof title !== 'string') return [];
      const [text] = read(`text:${path}#${slug}`);
      return typeof text === 'string' ? [{ title, slug, digest: digest(text) }] : [];
    }),
  );
  const [mapping] = read(`mapping:${path}`);
  const stage = mapping !== undefined && isRecord(mapping) ? mapping['stage'] : undefined;
  return {
    version: texts('version')[0] ?? null,
    baseModels: texts('base-model'),
    datasets: texts('dataset'),
    stage: typeof stage === 'string' ? stage : null,
    uses,
  };
}

/** What of a document an assessment rests on. */
export type BasisPart = 'version' | 'base_model' | 'datasets' | 'stage' | 'uses';

/** A difference between what a document said and what it says. */
export interface BasisChange {
  readonly part: BasisPart;
  /** What has changed, as part of a sentence. */
  readonly what: string;
}

/** What has changed in a document, which `name` names. What was not said before has not changed. */
export function basisChanges(was: Basis, is: Basis, name: string): readonly BasisChange[] {
  const value = (part: BasisPart, words: string, a: string, b: string): BasisChange[] =>
    a === '' || plain(a) === plain(b)
      ? []
      : [{ part, what: `${words} ${name} was ${a}${b === '' ? ' and is no longer named' : ` and is ${b}`}` }];
  const list = (part: BasisPart, words: string, a: readonly string[], b: readonly string[]): BasisChange[] =>
    sameSet(a, b) ? [] : value(part, words, a.join(', '), b.join(', '));
  return [
    ...value('version', 'the version in', was.version ?? '', is.version ?? ''),
    ...list('base_model', 'the base model in', was.baseModels, is.baseModels),
    ...list('datasets', 'the list of datasets in', was.datasets, is.datasets),
    ...value('stage', 'the stage of the system in', was.stage ?? '', is.stage ?? ''),
    ...useChanges(was.uses, is.uses, name),
  ];
}

function useChanges(was: readonly UseSection[], is: readonly UseSection[], name: string): BasisChange[] {
  if (was.length === 0) return [];
  const digests = new Map(is.map(each => [each.digest, each]));
  const known = new Set(was.map(each => each.digest));
  const gone = was.filter(each => !digests.has(each.digest));
  const fresh = is.filter(each => !known.has(each.digest));
  if (gone.length === 0 && fresh.length === 0) return [];
  const titles = [...new Set([...gone, ...fresh].map(each => `"${each.title}"`))];
  return [
    {
      part: 'uses',
      what: `${titles.join(' and ')} of ${name} ${titles.length > 1 ? 'have' : 'has'} changed`,
    },
  ];
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

/** Whether two lists hold the same names, whatever their order and case. */
export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const all = (names: readonly string[]): string => [...new Set(names.map(plain))].sort().join('\n');
  return all(a) === all(b);
}

function isRecord(data: FactData): data is { readonly [key: string]: FactData } {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
