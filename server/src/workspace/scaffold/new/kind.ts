import type { Library } from '../../../catalog/library.ts';
import type { EarlierTexts } from '../../assessment/basis-facts.ts';
import type { Graph } from '../../graph.ts';
import type { GitFacts } from '../../host.ts';
import type { Session } from '../../session.ts';
import type { Scope } from '../../settings.ts';
import type { SystemFacts } from '../evidence-document.ts';

/** How a new document is written. */
export type NewFormat = 'markdown' | 'yaml';

/** What a new document is asked for with. */
export interface NewRequest {
  /** Name of the kind, such as `model-card`. */
  readonly kind: string;
  /** Workspace folder of what is documented; empty for the outermost. */
  readonly folder: string;
  /** Id of the AI system that it is written for. */
  readonly system?: string | undefined;
  /** Workspace path of the new file; the kind has a usual one. */
  readonly path?: string | undefined;
  readonly format?: NewFormat | undefined;
  /** What the user was asked and has answered, by the names that the kind gives its questions. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
  /** The texts that documents had when the system was assessed before, where the host could tell. */
  readonly earlier?: EarlierTexts | undefined;
  /** What version control knows, where the host could tell. */
  readonly git?: GitFacts | undefined;
}

/** Where a new document is written, with everything that the workspace says of its surroundings. */
export interface NewPlace {
  readonly session: Session;
  readonly request: NewRequest;
  /** Path of the new file. */
  readonly path: string;
  readonly format: NewFormat;
  /** The system that it belongs to; each field undefined where nothing says. */
  readonly system: SystemFacts;
  /** Path of the mapping of that system. */
  readonly mapping: string | undefined;
  readonly library: Library;
  readonly scope: Scope;
  readonly graph: Graph;
}

/** What a kind writes. */
export interface NewText {
  /** Lines end in LF, the last one too. */
  readonly text: string;
  /** What the user should know or do next, one sentence each. */
  readonly notes: readonly string[];
}

/** A kind of document that can be started. It is one file in this folder and one line in the registry. */
export interface NewKind {
  readonly kind: string;
  /** With its article, as a sentence needs it: `a model card`. */
  readonly title: string;
  /** The first one is written where nothing else is asked for. */
  readonly formats: readonly NewFormat[];
  /** File name by convention, below the folder of what is documented. */
  fileName(request: NewRequest, format: NewFormat): string;
  /** A text instead of a result is the reason why it cannot be written. */
  write(place: NewPlace): NewText | string;
}
