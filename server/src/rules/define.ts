import type { Library } from '../catalog/library.ts';
import type { CatalogFileModel } from '../model/catalog-file.ts';
import type { ConfigModel } from '../model/config.ts';
import type { EvidenceModel, ParsedDocument } from '../model/document.ts';
import type { ForeignModel } from '../model/foreign/model.ts';
import type { DocumentKind } from '../model/kinds.ts';
import type { MappingModel } from '../model/mapping.ts';
import type { SectionedModel } from '../model/sectioned.ts';
import type { Finding, Report, RuleInfo } from '../workspace/finding.ts';
import type { Graph } from '../workspace/graph.ts';
import type { Scope } from '../workspace/settings.ts';

/** The model of a document kind. */
export type ModelOf<K extends DocumentKind> = K extends 'control-mapping'
  ? MappingModel
  : K extends 'config'
    ? ConfigModel
    : K extends 'evidence'
      ? EvidenceModel
      : K extends 'catalog'
        ? CatalogFileModel
        : K extends 'foreign-mapping'
          ? ForeignModel
          : SectionedModel;

/** A setting of a rule that configuration can change. */
export interface RuleOption {
  readonly default: string | number | boolean | readonly string[];
  readonly description: string;
}

/** The values of a rule's options. */
export type OptionValues<O extends Readonly<Record<string, RuleOption>>> = {
  readonly [Name in keyof O]: Widened<O[Name]['default']>;
};
type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : readonly string[];

/** What a rule is given beside the model. */
export interface RuleContext<O extends Readonly<Record<string, RuleOption>> = Record<string, RuleOption>> {
  readonly document: ParsedDocument;
  readonly library: Library;
  readonly scope: Scope;
  /** Today as YYYY-MM-DD. */
  readonly today: string;
  /** Workspace folder of the document. */
  readonly root: string;
  readonly options: OptionValues<O>;
  report(report: Report): void;
  /**
   * What `compute` gives for a part of the document, remembered over edits elsewhere in it. Nothing may go in but the
   * part itself, the library, configuration and what `name` says.
   */
  remember<T, P extends object>(part: P, name: unknown, compute: (part: P) => T): T;
}

/** What a rule that looks beyond its document is given; each question to the graph is noted. */
export interface WorkspaceContext<O extends Readonly<Record<string, RuleOption>> = Record<string, RuleOption>>
  extends RuleContext<O> {
  readonly graph: Graph;
  /** What `compute` gives for this document, worked out once and shared by all rules of a run. */
  derive<T>(compute: (context: WorkspaceContext) => T): T;
  /**
   * As for rules on single documents; it may rest on what it asks the graph about other documents too, but on nothing
   * else of this document.
   */
  remember<T, P extends object>(part: P, name: unknown, compute: (part: P, graph: Graph) => T): T;
}

/**
 * A document that shows a rule at work. `⟦…⟧` marks the text that is found; several files are written with
 * `//- path` lines, the first being the one that is checked.
 */
export type Example = string;

/** A rule as its file states it; documentation, settings, SARIF metadata and tests derive from this value. */
export interface RuleSpec<
  K extends DocumentKind,
  R extends 'document' | 'workspace',
  O extends Readonly<Record<string, RuleOption>>,
> extends RuleInfo {
  readonly kinds: readonly K[];
  /** Whether the rule looks at its document alone. */
  readonly reads: R;
  /**
   * Whether the rule speaks of files that a document names, or of what other documents say. It has nothing to say of a
   * document that is open by itself, where no other file is known.
   */
  readonly needsOthers?: R extends 'workspace' ? true : never;
  readonly options?: O;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
  check(model: ModelOf<K>, context: R extends 'workspace' ? WorkspaceContext<O> : RuleContext<O>): void;
  /**
   * What follows from the findings of the other rules on the same document; called once all of them have run. What is
   * reported here is seen by no other rule.
   */
  conclude?(
    model: ModelOf<K>,
    context: R extends 'workspace' ? WorkspaceContext<O> : RuleContext<O>,
    findings: readonly Finding[],
  ): void;
}

/** A rule of any kind of document, as the runner sees it. */
export interface Rule
  extends Omit<
    RuleSpec<DocumentKind, 'workspace', Record<string, RuleOption>>,
    'check' | 'conclude' | 'reads' | 'options'
  > {
  readonly reads: 'document' | 'workspace';
  readonly options: Readonly<Record<string, RuleOption>>;
  run(document: ParsedDocument, context: WorkspaceContext): void;
  /** Absent for rules that rest on no other's findings. */
  readonly conclude?: (
    document: ParsedDocument,
    context: WorkspaceContext,
    findings: readonly Finding[],
  ) => void;
}

/** Turns a rule's statement into a rule that the runner can call on any document. */
export function defineRule<
  K extends DocumentKind,
  R extends 'document' | 'workspace',
  const O extends Readonly<Record<string, RuleOption>> = Record<never, RuleOption>,
>(spec: RuleSpec<K, R, O>): Rule {
  const kinds: readonly DocumentKind[] = spec.kinds;
  const { conclude, ...rest } = spec;
  return {
    ...rest,
    ...(conclude === undefined
      ? {}
      : {
          conclude: (document, context, findings) =>
            conclude.call(
              spec,
              document.model as ModelOf<K>,
              context as unknown as Parameters<typeof spec.check>[1],
              findings,
            ),
        }),
    options: spec.options ?? {},
    run(document, context) {
      if (!kinds.includes(document.kind)) return;
      spec.check(document.model as ModelOf<K>, context as unknown as Parameters<typeof spec.check>[1]);
    },
  };
}
