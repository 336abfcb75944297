import { proposalsFor } from '../../features/overview/candidates.ts';
import { isOpen, listedRows } from '../../features/overview/filter.ts';
import { linkEvidence } from '../../features/overview/link-evidence.ts';
import { startEvidence } from '../../features/overview/start-evidence.ts';
import { withoutComments } from '../../syntax/markdown/raw-comments.ts';
import { editFile } from '../../workspace/change.ts';
import type { ControlCoverage } from '../../workspace/evidence/control-coverage.ts';
import type { Session } from '../../workspace/session.ts';
import type { Context } from '../context.ts';
import { workspaceEdit } from '../edits.ts';
import { refused } from '../errors.ts';
import { mappingOf } from '../overview-data.ts';
import type {
  EditResult,
  LinkParams,
  Proposal,
  ProposalsParams,
  ProposalsResult,
  ScaffoldParams,
} from '../protocol-actions.ts';

/** The characters of a section that a proposal shows. */
const EXCERPT = 140;

/** clausewright/proposals: sections of the workspace that could be evidence, for the user to choose from. */
export async function proposals(context: Context, params: ProposalsParams): Promise<ProposalsResult> {
  await context.loader().ready;
  const parts = await context.overview.parts();
  const { main: realm } = context.workspace;
  const { session } = realm;
  const all = session.graph(new Set()).mappings.flatMap(({ path, system }) => {
    const uri = realm.uriOf(path);
    return uri === undefined ? [] : [{ uri, path, system }];
  });
  const { mapping: uri, control } = params;
  const named = uri === undefined ? undefined : context.workspace.locations.pathOf(uri);
  const rows = parts
    .flatMap(listedRows)
    .filter(row =>
      control === undefined
        ? isOpen(row) && mappingOf(realm, row) === named
        : row.id === control.id && row.system === control.system,
    );
  const [first] = rows;
  const mapping = control === undefined ? named : first && mappingOf(realm, first);
  const own = all.find(each => each.path === mapping)?.uri;
  return {
    mappings: all,
    ...(own === undefined ? {} : { mapping: own }),
    proposals: mapping === undefined ? [] : rows.flatMap(row => proposed(session, row, mapping)),
  };
}

function proposed(session: Session, row: ControlCoverage, mapping: string): Proposal[] {
  return proposalsFor(session, row, mapping).map(({ control, path, fragment, heading }) => ({
    control,
    shortId: control.slice(control.indexOf(':') + 1),
    title: row.title,
    isNew: row.entry === undefined,
    path,
    fragment,
    heading,
    excerpt: excerptOf(session, path, fragment),
  }));
}

function excerptOf(session: Session, path: string, fragment: string): string {
  const place = session.graph(new Set()).section(path, fragment)?.span;
  const text =
    place === undefined ? undefined : session.source(path)?.text.slice(place.end, place.end + 4 * EXCERPT);
  const plain = withoutComments(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > EXCERPT ? `${plain.slice(0, EXCERPT - 1)}…` : plain;
}

/** clausewright/link: the edit that links what the user has chosen. */
export async function link(context: Context, { mapping, links }: LinkParams): Promise<EditResult> {
  await context.loader().ready;
  const view = context.workspace.view(mapping);
  if (view === undefined || view.realm !== context.workspace.main)
    throw refused('The control mapping is not there any more.');
  const wanted = links.map(({ control, path, fragment }) => ({ control, path, fragment }));
  const { edits, linked } = linkEvidence(view.session, view.path, wanted, 'partial');
  const edit =
    edits.length === 0
      ? undefined
      : workspaceEdit(view.realm, [editFile(view.path, ...edits)], context.client);
  if (edit === undefined)
    throw refused(`${view.path} cannot take the link without being written anew; add it by hand.`);
  return { edit, show: mapping, count: linked };
}

/** clausewright/scaffold: the edit that starts the evidence of a control. */
export async function scaffold(context: Context, { control, system }: ScaffoldParams): Promise<EditResult> {
  await context.loader().ready;
  const parts = await context.overview.parts();
  const { main: realm } = context.workspace;
  const row = parts.flatMap(listedRows).find(each => each.id === control && each.system === system);
  const mapping = row === undefined ? undefined : mappingOf(realm, row);
  const started = mapping === undefined ? undefined : startEvidence(realm.session, mapping, control);
  const edit = started === undefined ? undefined : workspaceEdit(realm, started.changes, context.client);
  const show = started === undefined ? undefined : realm.uriOf(started.path);
  if (edit === undefined || started === undefined)
    throw refused(`No evidence can be started for ${control}: its mapping cannot take a link by itself.`);
  return { edit, ...(show === undefined ? {} : { show }), count: started.changes.length };
}
