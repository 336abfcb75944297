import type { Library } from '../../catalog/library.ts';
import type { ParsedDocument } from '../../model/document.ts';
import type { SectionedKind } from '../../model/kinds.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { Graph } from '../graph.ts';
import type { GitFacts } from '../host.ts';
import type { Scope } from '../settings.ts';

/** What scaffolding knows of the document it writes into, and of the workspace around it. */
export interface ScaffoldContext {
  /** Path of the document; it need not exist yet. */
  readonly path: string;
  readonly kind: SectionedKind;
  /** Absent while the document is only about to be created. */
  readonly model: SectionedModel | undefined;
  /** Id of the system that a document which does not exist yet is written for. */
  readonly system?: string | undefined;
  /** What version control knows, where the host was asked. */
  readonly git?: GitFacts | undefined;
  readonly library: Library;
  readonly scope: Scope;
  readonly graph: Graph;
}

/** The context of a document that exists. */
export function scaffoldContext(
  document: ParsedDocument,
  model: SectionedModel,
  rest: Pick<ScaffoldContext, 'library' | 'scope' | 'graph'>,
): ScaffoldContext {
  return {
    path: document.path,
    // A Space's README is asked for no section, so none is ever written into it.
    kind: model.kind === 'space-card' ? 'model-card' : model.kind,
    model,
    library: rest.library,
    scope: rest.scope,
    graph: rest.graph,
  };
}
