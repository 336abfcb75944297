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
  private readonly readers = new Map<string, Reader>();

  /** What the sections of a body state; those that state nothing are left out. */
  in(context: SectionContext, body: MarkdownTree): Placed<UnitFacts>[] {
    const read = this.readerFor(context);
    const units: Placed<UnitFacts>[] = [];
    for (const { start, value } of body.sections) {
      const facts = value.derive(read);
      if (facts.length > 0) units.push({ start, value: facts });
    }
    return units;
  }

  private readerFor(context: SectionContext): Reader['read'] {
    const before = this.readers.get(context.path);
    if (before !== undefined && isSame(before.context, context)) return before.read;
    const read = (section: Section): UnitFacts => {
      const claims = claimFacts(section, context);
      const said = context.isCompared ? saidIn(section, context) : NOTHING;
      return claims.length + said.length === 0 ? NOTHING : [...claims, ...said];
    };
    this.readers.set(context.path, { context, read });
    return read;
  }
}

/** Reads the sections of one document; what it gives is kept with each section. */
interface Reader {
  readonly context: SectionContext;
  readonly read: (section: Section) => UnitFacts;
}

const NOTHING: UnitFacts = [];

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
