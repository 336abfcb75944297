import type { Library } from '../catalog/library.ts';
import { claimsIn } from '../model/claims.ts';
import { metricsIn } from '../model/metrics.ts';
import { personalDataIn } from '../model/statements.ts';
import type { Section } from '../syntax/markdown/section.ts';
import type { MarkdownTree } from '../syntax/markdown/tree.ts';
import type { Placed } from '../text/span.ts';
import type { UnitFact, UnitFacts } from './facts.ts';

/** What the facts of a section depend on beside the section. */
export interface SectionContext {
  readonly path: string;
  readonly library: Library;
  /** The framework of bare ids. */
  readonly framework: string;
  /** Whether other documents should agree with this one: a demo is none of the system's documents. */
  readonly isCompared: boolean;
}

/** The facts that sections state by themselves, kept for as long as the section and its context stay the same. */
export class SectionUnits {
  private readonly contexts = new Map<string, SectionContext>();
  private readonly known = new WeakMap<
    Section,
    { readonly context: SectionContext; readonly facts: UnitFacts }
  >();

  /** What the sections of a body state; those that state nothing are left out. */
  in(context: SectionContext, body: MarkdownTree): Placed<UnitFacts>[] {
    const before = this.contexts.get(context.path);
    const same = before !== undefined && isSame(before, context) ? before : context;
    this.contexts.set(context.path, same);
    const units: Placed<UnitFacts>[] = [];
    for (const { start, value } of body.sections) {
      const facts = this.of(value, same);
      if (facts.length > 0) units.push({ start, value: facts });
    }
    return units;
  }

  private of(section: Section, context: SectionContext): UnitFacts {
    const known = this.known.get(section);
    if (known?.context === context) return known.facts;
    const facts = [...claimFacts(section, context), ...(context.isCompared ? saidIn(section, context) : [])];
    this.known.set(section, { context, facts });
    return facts;
  }
}

function isSame(a: SectionContext, b: SectionContext): boolean {
  return a.library === b.library && a.framework === b.framework && a.isCompared === b.isCompared;
}

function claimFacts(section: Section, { library, framework }: SectionContext): UnitFact[] {
  return section
    .derive(claimsIn)
    .flatMap(({ id, from, to }) =>
      library
        .resolveAll(id, framework)
        .flatMap(({ catalog, item }): UnitFact[] =>
          item === undefined ? [] : [{ key: `claim:${catalog.qualified(item)}`, data: id, from, to }],
        ),
    );
}

/** What a section says that other documents may say otherwise. */
function saidIn(section: Section, { path }: SectionContext): UnitFact[] {
  const metrics = metricsIn(section).map(({ metric, written, where, value, from, to }): UnitFact => {
    const { tolerance, percent } = value;
    const data = { name: metric, written, where, value: value.value, tolerance, percent };
    return { key: `metric:${path}`, data, from, to };
  });
  const personal = section
    .derive(personalDataIn)
    .map(({ present, from, to }): UnitFact => ({ key: `personal-data:${path}`, data: present, from, to }));
  return [...metrics, ...personal];
}
