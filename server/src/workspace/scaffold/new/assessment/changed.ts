import type { ParsedDocument } from '../../../../model/document.ts';
import { type SectionedModel, textsAt } from '../../../../model/sectioned.ts';
import { digestOf } from '../../../../text/digest.ts';
import { conceptStates, headingsOf } from '../../../concepts.ts';
import { dataOf, type FactData, factsUnder } from '../../../facts.ts';
import type { NewPlace } from '../kind.ts';
import { RESTS_ON } from './rests-on.ts';
import { documentsOf, shownFrom } from './sources.ts';

/** Something that an assessment rests on and that is not what it was. */
export interface Changed {
  /** The key of {@link RESTS_ON} that names it. */
  readonly rests: string;
  /** What changed, in words. */
  readonly what: string;
}

/** Paths of the documents whose earlier texts are needed to find out what has changed. */
export function restedOn(place: NewPlace): readonly string[] {
  const cards = (['model-card', 'dataset-card'] as const).flatMap(kind => documentsOf(kind, place));
  return [...cards.map(each => each.path), ...(place.mapping === undefined ? [] : [place.mapping])];
}

/** What has changed in the documents that the system's assessment rests on, against texts that they had. */
export function changesSince(place: NewPlace): readonly Changed[] {
  const { session, request, mapping } = place;
  const before = (path: string): ParsedDocument | undefined => {
    const source = request.earlier?.texts.get(path);
    return source === undefined ? undefined : session.read(path, source);
  };
  const cards = (['model-card', 'dataset-card'] as const).flatMap(kind =>
    documentsOf(kind, place).flatMap(({ path, model }) => {
      const old = before(path)?.model;
      if (old === undefined) return [{ rests: `${kind}/`, what: `${shownFrom(place, path)} is new` }];
      return 'outline' in old ? changesIn(kind, path, old, model, place) : [];
    }),
  );
  return mapping === undefined ? cards : [...cards, ...systemChanges(mapping, place)];
}

/** What an answer of the assessment has to be looked at again for. */
export function reasonsFor(concept: string, changes: readonly Changed[]): readonly string[] {
  const rests = RESTS_ON[concept] ?? [];
  const hit = changes.filter(change =>
    rests.some(each => (change.rests.endsWith('/') ? each.startsWith(change.rests) : each === change.rests)),
  );
  return [...new Set(hit.map(each => each.what))];
}

const KEYS = ['version', 'base_model', 'datasets', 'language'] as const;

function changesIn(
  kind: 'model-card' | 'dataset-card',
  path: string,
  old: SectionedModel,
  now: SectionedModel,
  place: NewPlace,
): Changed[] {
  const name = shownFrom(place, path);
  const [was, is] = [sectionDigests(kind, path, old, place), sectionDigests(kind, path, now, place)];
  const sections = [...new Set([...was.keys(), ...is.keys()])].flatMap((concept): Changed[] => {
    const [a, b] = [was.get(concept), is.get(concept)];
    if (a?.digest === b?.digest) return [];
    const how = a === undefined ? 'is new' : b === undefined ? 'is gone' : 'has changed';
    return [{ rests: `${kind}/${concept}`, what: `"${(b ?? a)?.title}" of ${name} ${how}` }];
  });
  if (kind !== 'model-card') return sections;
  const keys = KEYS.flatMap((key): Changed[] => {
    const [a, b] = [old, now].map(model =>
      textsAt(model.metadata, key)
        .map(each => each.value.value)
        .join(', '),
    );
    return a === b ? [] : [{ rests: `card:${key}`, what: change(`"${key}" of ${name}`, a, b) }];
  });
  return [...sections, ...keys];
}

interface Digested {
  readonly title: string;
  readonly digest: string;
}

/** The digest of the sections that stand for each concept. `path` finds the text that a model was read from. */
function sectionDigests(
  kind: 'model-card' | 'dataset-card',
  path: string,
  model: SectionedModel,
  { library, scope, session, request }: NewPlace,
): ReadonlyMap<string, Digested> {
  const isNow = session.document(path)?.model === model;
  const text = (isNow ? session.source(path) : request.earlier?.texts.get(path))?.text ?? '';
  const { states } = conceptStates(model, library.vocabulary(kind), scope.headings);
  const found = new Map<string, Digested>();
  for (const [concept, state] of states) {
    const items = headingsOf(state, model);
    if (items.length === 0) continue;
    const own = items.map(item => text.slice(item.own.start, item.own.end).trim()).join('\n\n');
    found.set(concept, { title: items[0]?.title ?? concept, digest: digestOf(own) });
  }
  return found;
}

const SYSTEM_KEYS = ['role', 'stage', 'riskClass', 'modelType', 'sector'] as const;

function systemChanges(path: string, place: NewPlace): Changed[] {
  const { session, graph, request } = place;
  const source = request.earlier?.texts.get(path);
  const [fact] = source === undefined ? [] : factsUnder(session.factsOf(path, source), `mapping:${path}`);
  const was = fact === undefined ? undefined : dataOf(fact);
  const is = graph.mapping(path)?.data;
  if (was === undefined || is === undefined) return [];
  return SYSTEM_KEYS.flatMap((key): Changed[] => {
    const [a, b] = [textIn(was, key), textIn(is, key)];
    return a === b
      ? []
      : [
          {
            rests: `system:${key}`,
            what: change(`"${key}" of the system in ${shownFrom(place, path)}`, a, b),
          },
        ];
  });
}

function textIn(data: FactData, key: string): string | undefined {
  const value = typeof data === 'object' && data !== null && !isList(data) ? data[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function isList(data: FactData): data is readonly FactData[] {
  return Array.isArray(data);
}

function change(what: string, a: string | undefined, b: string | undefined): string {
  const shown = (value: string | undefined): string =>
    value === undefined || value === '' ? 'nothing' : `"${value}"`;
  return `${what} was ${shown(a)} and is ${shown(b)}`;
}
