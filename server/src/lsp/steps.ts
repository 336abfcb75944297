import type { Replacement } from '../text/replacement.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

/** A text and how it came out of the one before; without `edit` it has nothing to do with it. */
export interface Step {
  readonly source: Source;
  readonly edit?: Replacement;
}

/** Changes further apart than this many characters are parsed on their own. */
const NEAR = 4_000;
/** More steps than this cost more than parsing what lies between the changes. */
const MOST_STEPS = 6;

/**
 * The changes since a document was last parsed, in as few steps as is exact: a change near the one before is made
 * one with it, as while somebody types. `replaced` of each step is a span of the text of the step before.
 */
export class Steps {
  private steps: Step[] = [];

  get isEmpty(): boolean {
    return this.steps.length === 0;
  }

  /** Notes that `span` of the current text was replaced by `inserted` characters, giving `source`. */
  add(span: Span, inserted: number, source: Source): void {
    const last = this.steps.at(-1);
    if (last === undefined) {
      this.steps.push({ source, edit: { replaced: span, inserted } });
      return;
    }
    if (last.edit === undefined) {
      this.steps[this.steps.length - 1] = { source };
      return;
    }
    const joined = join(last.edit, span, inserted);
    const apart = joined.inserted - last.edit.inserted - inserted > NEAR;
    if (apart && this.steps.length < MOST_STEPS)
      this.steps.push({ source, edit: { replaced: span, inserted } });
    else this.steps[this.steps.length - 1] = { source, edit: joined };
  }

  /** Notes a text that has nothing to do with the one before. */
  replace(source: Source): void {
    this.steps = [{ source }];
  }

  /** The steps so far, and none from now on. */
  take(): readonly Step[] {
    const { steps } = this;
    this.steps = [];
    return steps;
  }
}

/** One replacement that does what `first` and then `span` → `inserted` do; `span` refers to the text after `first`. */
export function join(first: Replacement, span: Span, inserted: number): Replacement {
  const { start } = first.replaced;
  const end = start + first.inserted;
  const from = Math.min(start, span.start);
  const to = Math.max(end, span.end);
  const grown = first.inserted - (first.replaced.end - start);
  return {
    replaced: { start: from, end: to - grown },
    inserted: to - from + inserted - (span.end - span.start),
  };
}
