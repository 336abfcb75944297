import { type Directive, directivesIn } from '../model/directives.ts';
import type { ParsedDocument } from '../model/document.ts';
import { reaches, type Severity } from '../model/severity.ts';
import type { Finding, Report } from '../workspace/finding.ts';
import type { Session } from '../workspace/session.ts';
import type { Scope } from '../workspace/settings.ts';
import type { Rule } from './define.ts';
import { Memory } from './memory.ts';
import { RuleRun, type SharedContext, sharedContext } from './rule-run.ts';

/** Id of the finding that stands for a fault of ours. */
export const INTERNAL = 'internal';

/** The findings of one document, and the keys of everything they rest on. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly keys: ReadonlySet<string>;
  /** The keys of what is remembered; the same set from check to check while the outside stays as it is. */
  readonly remembered: ReadonlySet<string>;
}

/** Runs rules over one document. A rule that throws gives one internal finding and stops nothing else. */
export function runRules(
  document: ParsedDocument,
  session: Session,
  given: readonly Rule[],
  memory = new Memory(),
): Checked {
  const rules = isForeignCard(document) ? [] : given;
  const keys = new Set<string>();
  const scope = session.scopeOf(document.path);
  const found: Finding[] = [];
  const remembered = memory.of(session.outside.of(document.path));
  const shared = sharedContext(document, session, remembered, keys);
  for (const rule of rules) {
    if (!rule.kinds.includes(document.kind)) continue;
    const severity = severityFor(rule, scope);
    if (severity === 'off') continue;
    try {
      const report = (report: Report): number => found.push(asFinding(rule, severity, document, report));
      rule.run(document, new RuleRun(shared, rule, report));
    } catch (error) {
      found.push(internal(rule, document, error));
    }
  }
  const settled = silenced(found, document, scope, session.today);
  const concluded = conclusions(document, scope, rules, shared, settled);
  const findings = [...settled, ...silenced(concluded, document, scope, session.today)].sort(byPlace);
  return { findings, keys, remembered: remembered.keys };
}

/** A card in the format of another tool is read for what it evidences; its form is that tool's affair. */
function isForeignCard({ model }: ParsedDocument): boolean {
  return 'data' in model && model.data !== undefined;
}

/** What follows from the findings of the other rules; none of these sees another. */
function conclusions(
  document: ParsedDocument,
  scope: Scope,
  rules: readonly Rule[],
  shared: SharedContext,
  findings: readonly Finding[],
): Finding[] {
  const found: Finding[] = [];
  for (const rule of rules) {
    const severity = severityFor(rule, scope);
    if (rule.conclude === undefined || !rule.kinds.includes(document.kind) || severity === 'off') continue;
    try {
      const report = (report: Report): number => found.push(asFinding(rule, severity, document, report));
      rule.conclude(document, new RuleRun(shared, rule, report), findings);
    } catch (error) {
      found.push(internal(rule, document, error));
    }
  }
  return found;
}

/** Severity of a rule: its own setting, else its group's, else its default. */
export function severityFor(rule: Rule, scope: Scope): Severity | 'off' {
  if (scope.rules.size === 0) return rule.severity;
  const group = rule.id.slice(0, rule.id.indexOf('/'));
  return scope.rules.get(rule.id)?.severity ?? scope.rules.get(group)?.severity ?? rule.severity;
}

function asFinding(rule: Rule, severity: Severity, document: ParsedDocument, report: Report): Finding {
  return {
    rule: rule.id,
    severity: quieter(severity, report.severity ?? severity),
    path: document.path,
    span: report.at,
    message: `${sentence(report.what)}${following(report.why)}${following(report.next)}`,
    cause: report.cause ?? report.what,
    controls: report.controls ?? [],
    related: report.related ?? [],
    fixes: report.fixes ?? [],
  };
}

/** One more sentence of a message. */
function following(text: string): string {
  const added = sentence(text);
  return added === '' ? '' : ` ${added}`;
}

/** The quieter of the configured severity and what a report says of itself. */
function quieter(configured: Severity, own: Severity): Severity {
  return reaches(configured, own) ? own : configured;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function internal(rule: Rule, document: ParsedDocument, error: unknown): Finding {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    rule: INTERNAL,
    severity: 'error',
    path: document.path,
    span: { start: 0, end: 0 },
    message: `The rule ${rule.id} failed on this document (${detail}). This is a fault of Clausewright, not of the document. Please report it; every other rule has run.`,
    controls: [],
    related: [],
    fixes: [],
  };
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

/** Marks the findings that a comment with a reason silences, where configuration lets it. */
function silenced(found: Finding[], document: ParsedDocument, scope: Scope, today: string): Finding[] {
  if (!scope.inline) return found;
  const directives = directivesIn(document.source).filter(each => isInForce(each, today));
  if (directives.length === 0) return found;
  return found.map(finding => {
    if (scope.forbidden.some(each => names(each, finding.rule))) return finding;
    const reason = reasonFor(finding, document.source.lines.lineAt(finding.span.start), directives);
    return reason === undefined ? finding : { ...finding, suppressed: reason };
  });
}

function isInForce(directive: Directive, today: string): boolean {
  return (
    directive.scope === 'to' ||
    (directive.reason !== '' && (directive.until === undefined || directive.until >= today))
  );
}

function reasonFor(finding: Finding, line: number, directives: readonly Directive[]): string | undefined {
  let open: string | undefined;
  for (const each of directives) {
    if (each.rules.length > 0 && !each.rules.some(rule => names(rule, finding.rule))) continue;
    if (each.scope === 'line' && each.line === line) return each.reason;
    if (each.scope === 'next-line' && each.line + 1 === line) return each.reason;
    if (each.line <= line && each.scope === 'from') open = each.reason;
    if (each.line <= line && each.scope === 'to') open = undefined;
  }
  return open;
}

function names(rule: string, id: string): boolean {
  return rule === id || (!rule.includes('/') && id.startsWith(`${rule}/`));
}
