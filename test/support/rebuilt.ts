import { Checker } from '../../server/src/rules/checker.ts';
import type { Rule } from '../../server/src/rules/define.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { Source, type TextChange } from '../../server/src/text/source.ts';
import type { Finding } from '../../server/src/workspace/finding.ts';
import { Session } from '../../server/src/workspace/session.ts';
import { LIBRARY, TODAY } from './fixture.ts';

const isConfiguration = (path: string): boolean => /(?:^|\/)clausewright\.ya?ml$/i.test(path);

/** A workspace that is edited step by step, as a host would tell the session of it. */
export class Workspace {
  readonly session = new Session({ library: LIBRARY, today: TODAY });
  readonly checker: Checker;
  readonly texts = new Map<string, string>();
  private readonly seen = new Set<string>();

  constructor(files: ReadonlyMap<string, string>, rules: readonly Rule[] = RULES) {
    this.checker = new Checker(this.session, rules);
    this.session.setFiles(files.keys());
    const paths = [...files.keys()].sort((a, b) => Number(isConfiguration(b)) - Number(isConfiguration(a)));
    for (const path of paths) this.read(path, files.get(path) ?? '');
    this.readWanted();
  }

  private read(path: string, text: string): void {
    this.seen.add(path);
    this.texts.set(path, text);
    this.session.setText(path, new Source(text));
  }

  private readWanted(): void {
    for (const path of this.session.wanted())
      this.session.setText(path, new Source(this.texts.get(path) ?? ''));
  }

  /** Files that were no documents may have become some. */
  private readUnknown(): void {
    for (const [path, text] of this.texts)
      if (this.session.kindOf(path) === undefined) this.session.setText(path, new Source(text));
  }

  /** Replaces a stretch of a file, as an editor tells it. */
  edit(path: string, change: TextChange): void {
    const before = this.session.source(path) ?? new Source(this.texts.get(path) ?? '');
    const after = before.change(change);
    this.texts.set(path, after.text);
    this.session.setText(path, after, { replaced: change.span, inserted: change.text.length });
    this.settle(path);
  }

  /** Writes a file, new or not. */
  write(path: string, text: string): void {
    this.session.setFiles([path]);
    this.read(path, text);
    this.settle(path);
  }

  delete(path: string): void {
    this.texts.delete(path);
    this.session.setFiles([], [path]);
    this.settle(path);
  }

  private settle(path: string): void {
    if (isConfiguration(path)) this.readUnknown();
    this.readWanted();
  }

  /** The findings of all files that there are or were, by path; those without any are left out. */
  get findings(): Map<string, readonly Shown[]> {
    const found = [...this.seen].sort().map(path => [path, this.checker.findings(path).map(shown)] as const);
    return new Map(found.filter(([, findings]) => findings.length > 0));
  }
}

/** As much of a finding as has to be equal: a related place is found again by its fact, and fixes are closures. */
type Shown = Omit<Finding, 'fixes' | 'related'> & {
  readonly related: readonly unknown[];
  readonly fixes: readonly string[];
};

function shown(finding: Finding): Shown {
  return {
    ...finding,
    related: finding.related.map(({ path, span, message, fact }) => ({ path, message, at: fact ?? span })),
    fixes: finding.fixes.map(fix => `${fix.kind}: ${fix.title}`),
  };
}
