import type { Catalog } from '../catalog/catalog.ts';
import { compareStrength } from '../catalog/types.ts';
import { evidencePlaces } from '../features/evidence-places.ts';
import { proposalsFor } from '../features/overview/candidates.ts';
import { at, type Span } from '../text/span.ts';
import type { ControlCoverage } from '../workspace/evidence/control-coverage.ts';
import type { GradedEvidence } from '../workspace/evidence/graded.ts';
import { targetOf } from '../workspace/target.ts';
import type { ClientTraits } from './client.ts';
import { linkTo, locationOf } from './destinations.ts';
import { pageOf } from './pages.ts';
import type { CoverageControl, CoverageEvidence, Place } from './protocol-overview.ts';
import type { Realm } from './realm.ts';

/** What turning coverage into a client's words needs. */
export interface Telling {
  readonly realm: Realm;
  readonly client: ClientTraits;
}

/** The mapping that answers, or would answer, a control of a system: that of its entry, else the system's first. */
export function mappingOf({ session }: Realm, control: ControlCoverage): string | undefined {
  if (control.entry !== undefined) return control.entry.path;
  const framework = control.id.slice(0, control.id.indexOf(':'));
  const graph = session.graph(new Set());
  const own = graph.mappings.filter(each => each.system === control.system).map(each => each.path);
  return own.find(path => graph.mapping(path)?.data.frameworks.includes(framework)) ?? own[0];
}

/** Where a control's entry stands; for one without an entry, where its mapping lists controls. */
export function controlPlace(realm: Realm, control: ControlCoverage): Place | undefined {
  if (control.entry !== undefined) return placeAt(realm, control.entry.path, control.entry);
  const mapping = mappingOf(realm, control);
  return mapping === undefined ? undefined : placeAt(realm, mapping, controlsKey(realm, mapping));
}

/** A control as the protocol writes it. */
export function controlData(telling: Telling, catalog: Catalog, control: ControlCoverage): CoverageControl {
  const { realm } = telling;
  const { session } = realm;
  const mapping = mappingOf(realm, control);
  const met = !control.applicable || compareStrength(control.strength, control.needed) >= 0;
  const why = control.applicable ? null : (control.scopeReason ?? control.justification);
  const place = controlPlace(realm, control);
  return {
    id: control.id,
    shortId: control.id.slice(catalog.id.length + 1),
    title: control.title,
    system: control.system,
    applicable: control.applicable,
    met,
    strength: control.strength,
    needed: control.needed,
    ...(control.status === null ? {} : { status: control.status }),
    ...(control.owner === null ? {} : { owner: control.owner }),
    ...(why === null ? {} : { why }),
    organizational: control.organizational,
    supportedThrough: control.supportedThrough,
    evidence: control.evidence.map(each => evidenceData(telling, control, each)),
    ...(place === undefined ? {} : { place }),
    hasEntry: control.entry !== undefined,
    candidates: met || mapping === undefined ? 0 : proposalsFor(session, control, mapping).length,
    page: pageOf(control.id),
  };
}

function evidenceData(
  { realm, client }: Telling,
  control: ControlCoverage,
  evidence: GradedEvidence,
): CoverageEvidence {
  const { session } = realm;
  const { target: written, path, fragment, strength, suspect, reason } = evidence;
  const mapping = control.entry?.path ?? path ?? '';
  const target = targetOf(written, mapping, session.rootOf(mapping));
  const [first] = evidencePlaces(session, target, control.id);
  const link = first === undefined ? undefined : linkTo(realm, first, client);
  const graph = session.graph(new Set());
  const signable =
    path !== undefined && reason?.code !== 'foreign' && graph.digest(path, fragment) !== undefined;
  return {
    target: written,
    strength,
    suspect,
    ...(reason === undefined ? {} : { reason: reason.text }),
    ...(link === undefined ? {} : { place: { uri: link.targetUri, range: link.targetSelectionRange } }),
    ...(target.kind === 'url' && /^https?:/i.test(target.url) ? { url: target.url } : {}),
    ...(signable ? { signable: { path, ...(fragment === undefined ? {} : { fragment }) } } : {}),
  };
}

/** A stretch of a document as the protocol writes it. */
function placeAt(realm: Realm, path: string, span: Span): Place | undefined {
  const found = locationOf(realm, path, span);
  if (found !== undefined) return found;
  const uri = realm.uriOf(path);
  const top = { line: 0, character: 0 };
  return uri === undefined ? undefined : { uri, range: { start: top, end: top } };
}

function controlsKey({ session }: Realm, mapping: string): Span {
  const model = session.document(mapping)?.model;
  if (model?.kind !== 'control-mapping' || model.controls === undefined) return { start: 0, end: 0 };
  return at(model.controls.start, model.controls.value.key);
}
