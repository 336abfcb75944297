import type { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver';
import type { Severity } from '../model/severity.ts';
import { INTERNAL } from '../rules/run.ts';
import type { Span } from '../text/span.ts';
import type { Finding, Related } from '../workspace/finding.ts';
import type { ClientTraits } from './client.ts';
import { rangeOf } from './positions.ts';
import { type Realm, sourceAt, type View } from './realm.ts';
import { rulePage } from './rule-pages.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};

/** The findings of a document that are shown, as the protocol writes them. */
export function diagnosticsOf(view: View, findings: readonly Finding[], client: ClientTraits): Diagnostic[] {
  return findings
    .filter(finding => finding.suppressed === undefined)
    .map(finding => diagnosticOf(view, finding, client));
}

/** One finding as the protocol writes it. */
export function diagnosticOf({ realm, source }: View, finding: Finding, client: ClientTraits): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(source, finding.span),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: 'clausewright',
    message: finding.message,
  };
  if (client.codeDescription && finding.rule !== INTERNAL)
    diagnostic.codeDescription = { href: rulePage(finding.rule) };
  const related = client.relatedInformation
    ? finding.related.flatMap(each => relatedInformation(realm, each))
    : [];
  if (related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}

function relatedInformation(realm: Realm, related: Related): DiagnosticRelatedInformation[] {
  const uri = realm.uriOf(related.path);
  const source = sourceAt(realm, related.path);
  if (uri === undefined || source === undefined) return [];
  return [{ location: { uri, range: rangeOf(source, placeNow(realm, related)) }, message: related.message }];
}

/** Where a related place is now: other documents may have moved since the finding was made. */
function placeNow({ session }: Realm, { path, span, fact }: Related): Span {
  if (fact === undefined) return span;
  const there = session.index.stated(fact).filter(each => each.path === path);
  const distance = (each: Span): number => Math.abs(each.start - span.start);
  return there.map(each => each.span).sort((a, b) => distance(a) - distance(b))[0] ?? span;
}

/** Where a finding's places in other documents are now, as a text that differs when one has moved. */
export function relatedPlaces(realm: Realm, findings: readonly Finding[]): string {
  return findings
    .flatMap(each => each.related)
    .map(each => {
      const source = sourceAt(realm, each.path);
      const now = source === undefined ? undefined : source.position(placeNow(realm, each).start);
      return `${each.path}:${now?.line}:${now?.character}`;
    })
    .join(' ');
}
