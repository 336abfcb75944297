import type { Library } from '../catalog/library.ts';
import type { ParsedDocument } from '../model/document.ts';
import { systemAt } from '../model/sectioned.ts';
import type { Graph } from '../workspace/graph.ts';
import type { Session } from '../workspace/session.ts';
import type { Scope } from '../workspace/settings.ts';

/** What a feature knows of a document beside its text. */
export interface FeatureContext {
  readonly session: Session;
  readonly document: ParsedDocument;
  readonly library: Library;
  readonly scope: Scope;
  readonly graph: Graph;
  /** The framework of bare ids. */
  readonly framework: string;
  /** All frameworks in scope, that of bare ids first. */
  readonly frameworks: readonly string[];
  /** The AI system that the document belongs to, where it is known. */
  readonly system: string | undefined;
}

/** The context of a document; undefined for a file that is none. */
export function contextOf(session: Session, path: string): FeatureContext | undefined {
  const document = session.document(path);
  if (document === undefined) return undefined;
  const scope = session.scopeOf(path);
  // A feature answers once and is not asked again by itself, so nobody needs to know what it has read.
  const graph = session.graph(new Set());
  const { model } = document;
  const base = { session, document, library: session.library, scope, graph };
  if (model.kind === 'control-mapping') {
    const framework = model.framework?.value.value ?? scope.framework;
    const own = model.frameworks.map(each => each.value.value);
    return {
      ...base,
      framework,
      frameworks: [...new Set([framework, ...own, ...scope.frameworks])],
      system: model.system?.value.id?.value,
    };
  }
  const named = 'metadata' in model ? systemAt(model.metadata)?.value.value : undefined;
  const mapping = graph.mappingOf(path, named);
  return {
    ...base,
    framework: scope.framework,
    frameworks: [...new Set([scope.framework, ...(mapping?.data.frameworks ?? []), ...scope.frameworks])],
    system: named ?? mapping?.data.system ?? undefined,
  };
}
