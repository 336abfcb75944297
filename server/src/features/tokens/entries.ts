import { compareStrength } from '../../catalog/types.ts';
import type { Entry } from '../../model/entry.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { at, overlaps, type Placed, type Span } from '../../text/span.ts';
import { entryState } from '../control-state.ts';
import type { TokenContext } from './context.ts';
import { idToken } from './controls.ts';
import type { SemanticToken } from './token.ts';

/** The tokens of a mapping's entries, entry by entry, of those that touch `wanted`. */
export function* entryTokens(
  { entries }: MappingModel,
  context: TokenContext,
  wanted: Span,
): Iterable<SemanticToken[]> {
  for (const entry of entries)
    if (overlaps(at(entry.start, entry.value), wanted)) yield tokensOf(entry, context);
}

function tokensOf({ start, value }: Placed<Entry>, context: TokenContext): SemanticToken[] {
  const { id, satisfies, applicable, faulty } = value;
  if (faulty) return [];
  const own: SemanticToken[] = id === undefined ? [] : idToken(at(start, id), id.value, context);
  const excluded: SemanticToken[] =
    applicable?.value === false
      ? own.map(each => (each.modifiers.length > 0 ? each : { ...each, modifiers: ['excluded'] }))
      : own;
  return [
    ...excluded,
    ...satisfies.flatMap(each => idToken(at(start, each), each.value, context)),
    ...evidenceTokens({ start, value }, context),
  ];
}

/** What an entry points at; nothing of an excluded or unknown control, whose evidence counts for nothing. */
function evidenceTokens({ start, value }: Placed<Entry>, context: TokenContext): SemanticToken[] {
  const { id, evidence } = value;
  if (id === undefined || evidence.length === 0) return [];
  const reference = context.library.resolve(id.value, context.framework);
  if (reference?.item === undefined) return [];
  const known = { catalog: reference.catalog, item: reference.item };
  const stated = context.entryAt(known.catalog.qualified(known.item), start + id.from);
  if (stated?.data.applicable !== true) return [];
  const { evidence: graded, needed } = entryState(context, known, stated);
  return evidence.flatMap(({ target }, index): SemanticToken[] => {
    const grade = graded[index];
    if (grade?.target !== target.value) return [];
    const weak = compareStrength(grade.strength, needed) < 0;
    return [
      {
        span: at(start, target),
        type: 'evidence',
        modifiers: grade.suspect ? ['suspect'] : weak ? ['weak'] : [],
      },
    ];
  });
}
