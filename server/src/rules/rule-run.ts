import type { Library } from '../catalog/library.ts';
import type { ParsedDocument } from '../model/document.ts';
import type { Report } from '../workspace/finding.ts';
import type { Graph } from '../workspace/graph.ts';
import type { Session } from '../workspace/session.ts';
import type { Scope } from '../workspace/settings.ts';
import type { OptionValues, Rule, RuleOption, WorkspaceContext } from './define.ts';
import type { Remembered } from './memory.ts';

type Options = OptionValues<Record<string, RuleOption>>;

/** What all rules of a run are given alike. */
export interface SharedContext {
  readonly document: ParsedDocument;
  readonly library: Library;
  readonly scope: Scope;
  readonly today: string;
  readonly root: string;
  readonly graph: Graph;
  readonly remember: WorkspaceContext['remember'];
  /** What rules have derived from the document so far, by computation. */
  readonly derived: Map<unknown, unknown>;
}

/** What the rules of a run over one document share; `keys` notes what they ask the graph. */
export function sharedContext(
  document: ParsedDocument,
  session: Session,
  remembered: Remembered,
  keys: Set<string>,
): SharedContext {
  const asking = session.graph(remembered.keys);
  return {
    document,
    library: session.library,
    scope: session.scopeOf(document.path),
    today: session.today,
    root: session.rootOf(document.path),
    graph: session.graph(keys),
    derived: new Map(),
    remember: (part, name, compute) => remembered.recall(part, name, compute, asking),
  };
}

/** What one rule is given. Each check makes one for each rule, so that it copies no more than it has to. */
export class RuleRun implements WorkspaceContext {
  readonly document: ParsedDocument;
  readonly library: Library;
  readonly scope: Scope;
  readonly today: string;
  readonly root: string;
  readonly graph: Graph;
  readonly remember: WorkspaceContext['remember'];
  readonly options: Options;
  readonly report: (report: Report) => void;
  private readonly derived: Map<unknown, unknown>;

  constructor(shared: SharedContext, rule: Rule, report: (report: Report) => void) {
    this.document = shared.document;
    this.library = shared.library;
    this.scope = shared.scope;
    this.today = shared.today;
    this.root = shared.root;
    this.graph = shared.graph;
    this.remember = shared.remember;
    this.derived = shared.derived;
    this.options = optionsFor(rule, shared.scope);
    this.report = report;
  }

  derive<T>(compute: (context: WorkspaceContext) => T): T {
    const known = this.derived.get(compute);
    if (known !== undefined || this.derived.has(compute)) return known as T;
    const made = compute(this);
    this.derived.set(compute, made);
    return made;
  }
}

/** Most rules have no options, and share this. */
const NO_OPTIONS: Options = {};

function optionsFor(rule: Rule, scope: Scope): Options {
  const names = Object.keys(rule.options);
  if (names.length === 0) return NO_OPTIONS;
  const given = scope.rules.get(rule.id)?.options;
  const options: Record<string, RuleOption['default']> = {};
  for (const name of names) {
    const standard = rule.options[name]?.default;
    const value = given?.get(name);
    if (standard !== undefined) options[name] = sameShape(value, standard) ? value : standard;
  }
  return options;
}

function sameShape(value: unknown, model: RuleOption['default']): value is RuleOption['default'] {
  return Array.isArray(model) ? Array.isArray(value) : typeof value === typeof model;
}
