import type { KnownItem } from '../catalog/library.ts';
import { compareStrength, type Strength } from '../catalog/types.ts';
import type { SectionedKind } from '../model/kinds.ts';
import type { Span } from '../text/span.ts';
import type { EntryFact } from '../workspace/entry-facts.ts';
import { gradeEntry } from '../workspace/evidence/grade.ts';
import { gradeContextOf } from '../workspace/evidence/grade-context.ts';
import type { GradedEvidence } from '../workspace/evidence/graded.ts';
import { neededStrength } from '../workspace/evidence/needed.ts';
import type { Stated } from '../workspace/facts.ts';
import type { SupportFact } from '../workspace/foreign-facts.ts';
import type { FeatureContext } from './context.ts';
import { SECTIONED_KINDS } from './explain.ts';

/** An entry of a control in a mapping, graded. */
export interface EntryState {
  readonly path: string;
  readonly span: Span;
  readonly entry: EntryFact;
  readonly strength: Strength;
  readonly needed: Strength;
  readonly evidence: readonly GradedEvidence[];
}

/** A section that could be evidence for a control and that no entry links yet. */
export interface CandidateSection {
  readonly path: string;
  readonly span: Span;
  readonly kind: SectionedKind;
  readonly title: string;
  readonly substance: string;
}

/** What the workspace holds for a control. */
export interface ControlState {
  readonly entries: readonly EntryState[];
  /** What mappings of other tools say of it, which is shown and not graded. */
  readonly support: readonly Stated<SupportFact>[];
  /** Sections and documents that claim it. */
  readonly claims: readonly Stated<string>[];
  readonly candidates: readonly CandidateSection[];
}

/** Gathers what the workspace holds for a control; entries of the document's own system come first. */
export function controlState(context: FeatureContext, known: KnownItem): ControlState {
  const { graph, library } = context;
  const qualified = known.catalog.qualified(known.item);
  const own = (entry: EntryFact): number => (entry.system === (context.system ?? null) ? 0 : 1);
  const entries = [...graph.entries(qualified)].sort((a, b) => own(a.data) - own(b.data));
  const graded = entries.map(stated => entryState(context, known, stated));
  const linked = new Set(
    graded.flatMap(({ evidence }) => evidence.map(({ path, fragment }) => `${path}#${fragment}`)),
  );
  const candidates = SECTIONED_KINDS.flatMap(kind =>
    library
      .vocabulary(kind)
      .supporting(qualified)
      .flatMap(concept =>
        graph
          .conceptSections(kind, concept.id)
          .map(({ path, span, data }) => ({ path, span, kind, ...data })),
      ),
  );
  const seen = new Set<string>();
  const isNew = (place: string): boolean => !seen.has(place) && seen.add(place).has(place);
  return {
    entries: graded,
    support: graph.support(qualified),
    claims: graph.claims(qualified),
    candidates: candidates
      .filter(({ path, slug, span }) => !linked.has(`${path}#${slug}`) && isNew(`${path}:${span.start}`))
      .map(({ path, span, kind, title, substance }) => ({ path, span, kind, title, substance })),
  };
}

/** Grades one entry. */
export function entryState(
  { session, graph }: FeatureContext,
  known: KnownItem,
  { path, span, data }: Stated<EntryFact>,
): EntryState {
  const scope = session.scopeOf(path);
  const { strength, evidence } = gradeEntry(data, gradeContextOf(session, graph, path));
  return { path, span, entry: data, strength, needed: neededStrength(known, scope, data.needed), evidence };
}

/** How a control stands in one line, for lists of controls. */
export function stateInWords(context: FeatureContext, known: KnownItem): string {
  const entries = context.graph.entries(known.catalog.qualified(known.item));
  const own = entries.filter(({ data }) => context.system === undefined || data.system === context.system);
  if (own.length === 0) return 'no entry';
  if (own.every(({ data }) => !data.applicable)) return 'excluded';
  const best = own
    .map(stated => entryState(context, known, stated))
    .reduce((a, b) => (compareStrength(b.strength, a.strength) > 0 ? b : a));
  return compareStrength(best.strength, best.needed) < 0
    ? `${best.strength}, needs ${best.needed}`
    : best.strength;
}
