import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeLenses } from '../../server/src/features/code-lenses.ts';
import { complete } from '../../server/src/features/complete.ts';
import { definition } from '../../server/src/features/definition.ts';
import { documentLinks } from '../../server/src/features/document-links.ts';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { highlights } from '../../server/src/features/highlights.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { references } from '../../server/src/features/references.ts';
import { prepareRename } from '../../server/src/features/rename.ts';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import type { Span } from '../../server/src/text/span.ts';
import type { Session } from '../../server/src/workspace/session.ts';
import { ROOT } from './fixture.ts';
import type { Workspace } from './rebuilt.ts';

/** A folder of the examples as a workspace: texts by path. */
export function exampleFiles(example: string): Map<string, string> {
  const folder = join(ROOT, 'examples', example);
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(path => statSync(join(folder, path)).isFile())
      .sort()
      .map(path => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** Processor milliseconds for any one input of up to a few thousand characters, on a machine that is busy. */
const MOST_TIME = 4000;

/** Throws unless a workspace's findings come without a fault of ours, in due time, with every place in its text. */
export function survives(workspace: Workspace): void {
  const started = process.cpuUsage();
  const findings = [...workspace.texts.keys()].flatMap(path => workspace.checker.findings(path));
  for (const { rule, message, path, span, related, fixes } of findings) {
    if (rule === 'internal') throw new Error(`internal finding: ${message}`);
    inside(workspace.texts, path, span, rule);
    for (const each of related) inside(workspace.texts, each.path, each.span, `related of ${rule}`);
    for (const fix of fixes)
      for (const change of fix.change())
        if (change.kind === 'edit')
          for (const edit of change.edits) inside(workspace.texts, change.path, edit.span, fix.title);
  }
  const { user, system } = process.cpuUsage(started);
  if ((user + system) / 1000 > MOST_TIME) throw new Error(`took ${(user + system) / 1000} ms`);
}

/** Asks everything that an editor asks at an offset, and checks the places in the answers. */
export function answers(
  session: Session,
  texts: ReadonlyMap<string, string>,
  path: string,
  offset: number,
): void {
  const all: Readonly<Record<string, unknown>> = {
    hover: hover(session, path, offset),
    complete: complete(session, path, offset),
    definition: definition(session, path, offset),
    references: references(session, path, offset),
    highlights: highlights(session, path, offset),
    rename: prepareRename(session, path, offset),
    selection: selectionRanges(session, path, offset),
    symbols: documentSymbols(session, path),
    folding: foldingRanges(session, path),
    links: documentLinks(session, path),
    hints: inlayHints(session, path),
    lenses: codeLenses(session, path),
    tokens: [...semanticTokens(session, path)],
  };
  for (const [name, answer] of Object.entries(all)) checkPlaces(answer, path, texts, `${name} at ${offset}`);
}

/** Every span in an answer lies in the text of the nearest `path` around it. */
function checkPlaces(
  value: unknown,
  path: string,
  texts: ReadonlyMap<string, string>,
  what: string,
  depth = 0,
): void {
  if (typeof value !== 'object' || value === null || depth > 60) return;
  const record = value as Record<string, unknown>;
  const here = typeof record['path'] === 'string' ? record['path'] : path;
  const { start, end } = record;
  if (typeof start === 'number' && typeof end === 'number') inside(texts, here, { start, end }, what);
  for (const each of Object.values(record)) checkPlaces(each, here, texts, what, depth + 1);
}

function inside(texts: ReadonlyMap<string, string>, path: string, { start, end }: Span, what: string): void {
  const length = texts.get(path)?.length ?? 0;
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length))
    throw new Error(`${what}: ${start}–${end} in ${path}, which has ${length} characters`);
}
