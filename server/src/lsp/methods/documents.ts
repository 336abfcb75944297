import { type DocumentRow, documentRows } from '../../features/overview/documents.ts';
import type { Context } from '../context.ts';
import type { DocumentsParams, DocumentsResult, ListedDocument } from '../protocol-overview.ts';

/** clausewright/documents: how many there are of each kind, and those of the kind that was opened. */
export async function documents(
  context: Context,
  { kind, from = 0, limit = 500 }: DocumentsParams,
): Promise<DocumentsResult> {
  await context.loader().ready;
  context.overview.answering();
  const rows = documentRows(context.workspace.main.session);
  const kinds = new Map<string, { kind: string; count: number; overdue: number }>();
  for (const row of rows) {
    const counted = kinds.get(row.kind) ?? { kind: row.kind, count: 0, overdue: 0 };
    counted.count += 1;
    if (isOverdue(row)) counted.overdue += 1;
    kinds.set(row.kind, counted);
  }
  const wanted =
    kind === undefined ? [] : rows.filter(row => (kind === 'overdue' ? isOverdue(row) : row.kind === kind));
  const ordered =
    kind === 'overdue' ? wanted.sort((a, b) => (a.due?.days ?? 0) - (b.due?.days ?? 0)) : wanted;
  return {
    kinds: [...kinds.values()],
    overdue: rows.filter(isOverdue).length,
    documents: ordered.slice(from, from + limit).flatMap(row => listed(context, row)),
  };
}

function isOverdue({ due, status }: DocumentRow): boolean {
  return due !== undefined && due.days < 0 && status !== 'retired';
}

function listed({ workspace }: Context, row: DocumentRow): ListedDocument[] {
  const { path, kind, system, owner, status, due } = row;
  const uri = workspace.main.uriOf(path);
  if (uri === undefined) return [];
  return [
    {
      uri,
      path,
      kind,
      ...(system === undefined ? {} : { system }),
      ...(owner === undefined ? {} : { owner }),
      ...(status === undefined ? {} : { status }),
      ...(due === undefined ? {} : { due }),
    },
  ];
}
