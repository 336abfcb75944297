import { namesNothing } from '../../catalog/left-out.ts';
import type { KnownItem, Reference } from '../../catalog/library.ts';
import type { Span } from '../../text/span.ts';
import type { TokenContext } from './context.ts';
import type { SemanticToken } from './token.ts';

/** Short and with a number: free text where an id is expected is none. */
const ID_LIKE = /^(?=.*\d)[^\s#/\\][^\r\n#\\]{0,60}$/;

/** The token of a text that stands where only ids do; none for a text that is not read as one. */
export function idToken(span: Span, text: string, context: TokenContext): SemanticToken[] {
  const reference = context.library.resolve(text, context.framework);
  if (reference === undefined) return [];
  if (isUnknown(text, reference, context)) return [{ span, type: 'control', modifiers: ['unknown'] }];
  const { catalog, item } = reference;
  return item === undefined ? [] : [controlToken(span, { catalog, item }, context)];
}

/** The token of an id whose item is known. */
export function controlToken(span: Span, known: KnownItem, context: TokenContext): SemanticToken {
  return { span, type: 'control', modifiers: context.isExcluded(known) ? ['excluded'] : [] };
}

function isUnknown(text: string, reference: Reference, { library, framework }: TokenContext): boolean {
  return (
    ID_LIKE.test(text) &&
    namesNothing(text, reference, library) &&
    library.resolveAll(text, framework).length <= 1
  );
}
