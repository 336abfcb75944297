import { controlPoints } from '../control-references.ts';
import { type ControlExplanation, explainItem } from '../explain.ts';
import { basisInWords } from '../hover/control.ts';
import { answerInWords, dateInWords, systemOfMapping, systemScope } from '../scope-words.ts';
import { type Citation, cite, placeText } from './cite.ts';
import type { Answer } from './coverage.ts';
import { type Input, isProblem, type Problem } from './input.ts';
import type { Asked } from './rows.ts';
import { subjectOf } from './subject.ts';

/** More places than these that name a control say no more. */
const MOST_PLACES = 20;
/** More pairs than these are a table, not an explanation. */
const MOST_PAIRS = 15;

/** `explain_control`: what a control asks for, and where the workspace answers or names it. */
export function explainAnswer(asked: Asked, input: Input): Answer | Problem {
  const known = subjectOf(asked, input.control ?? '');
  if (isProblem(known)) return known;
  const { session } = asked;
  const told = explainItem(session.library, known);
  const graph = session.graph(new Set());
  const { system } = input;
  const mapping = system === undefined || system === '' ? undefined : graph.mappingsOf(system)[0];
  if (system !== undefined && system !== '' && mapping === undefined)
    return { problem: `No control mapping here names the system "${system}".` };
  const traits = systemOfMapping(graph, mapping);
  const scope = traits === undefined ? undefined : systemScope(known, traits);
  const points = controlPoints(session, told.id);
  const places = points.slice(0, MOST_PLACES).map(({ path, span, declares }) => ({
    ...cite(asked, path, span),
    answers: declares,
  }));
  const inScope = scope === undefined ? undefined : answerInWords(scope);
  const text = [...explanation(told, inScope), ...workspaceText(places, points.length)].join('\n');
  return {
    text,
    data: { ...told, ...(inScope === undefined ? {} : { inScope }), places, placesTotal: points.length },
  };
}

function explanation(told: ControlExplanation, inScope: string | undefined): string[] {
  const { provenance } = told;
  const needs = told.needed === undefined ? '' : `; its evidence needs to be ${told.needed}`;
  const level = told.level === 'organization' ? ' that the organisation shows as a whole' : '';
  const pairs = told.crosswalk
    .slice(0, MOST_PAIRS)
    .map(({ id, basis, publisher }) => `${id} (${basisInWords(basis, publisher)})`);
  return [
    `${told.id} ${told.title}`,
    `${provenance.name}, edition ${told.edition}; ${told.kind}${level}${needs}.`,
    '',
    told.summary,
    ...(told.purpose === undefined ? [] : [told.purpose]),
    ...(inScope === undefined ? [] : [inScope]),
    ...list('Applies', (told.applies ?? []).map(dateInWords)),
    ...list('Controls under it', told.controls ?? []),
    ...list('An auditor asks to see', told.asks),
    ...list('Typical evidence', told.evidence),
    ...list('Sections that can hold it', told.sections),
    ...list('Evidence is also useful for', pairs),
    ...(told.disclaimer === undefined ? [] : [told.disclaimer]),
    'The wording is our own; the published text stays the reference.',
  ];
}

function workspaceText(
  places: readonly (Citation & { readonly answers: boolean })[],
  total: number,
): string[] {
  if (places.length === 0) return ['', 'Nothing in this workspace answers or names it.'];
  const lines = places.map(each => `${each.answers ? 'entry' : 'named'} [${placeText(each)}]`);
  const more = total > places.length ? [`${total - places.length} more places`] : [];
  return list('In this workspace', [...lines, ...more]);
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${title}:`, ...items.map(each => `- ${each}`)];
}
