import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeFixes } from '../../lsp/fix-all.ts';
import { RULES } from '../../rules/registry.ts';
import { runRules } from '../../rules/run.ts';
import { applyEdits } from '../../text/edits.ts';
import { Source } from '../../text/source.ts';
import type { Opened } from './open.ts';
import { isGiven } from './places.ts';

/** A fix may uncover the next; more rounds than this are a fault of ours. */
const MOST_ROUNDS = 10;

/** What the safe fixes made of the documents that were asked for. */
export interface Mended {
  /** New texts by workspace path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was done: titles of fixes by workspace path. */
  readonly done: ReadonlyMap<string, readonly string[]>;
}

/** Applies the safe fixes to the session until there are none left; no file is touched. */
export function mend({ place, session }: Opened): Mended {
  const texts = new Map<string, string>();
  const done = new Map<string, string[]>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let changed = false;
    for (const path of session.paths.filter(each => isGiven(place, each))) {
      const document = session.document(path);
      if (document === undefined) continue;
      const findings = runRules(document, session, RULES).findings.filter(
        each => each.suppressed === undefined,
      );
      const { changes, fixes } = safeFixes(findings);
      if (changes.length === 0) continue;
      for (const change of changes) {
        const before = session.source(change.path)?.text;
        if (change.kind === 'create' && (before !== undefined || session.files.has(change.path))) continue;
        const after = change.kind === 'create' ? change.text : applyEdits(before ?? '', change.edits);
        if (after === before) continue;
        changed = true;
        texts.set(change.path, after);
        session.setFiles([change.path]);
        session.setText(change.path, new Source(after));
      }
      done.set(path, [...(done.get(path) ?? []), ...fixes.map(each => each.title)]);
    }
    if (!changed) break;
  }
  return { texts, done };
}

/** Whether a file on disk still holds exactly the text that was read, so that writing loses nothing. */
export function isUnchanged(root: string, path: string, text: string | undefined): boolean {
  try {
    const bytes = readFileSync(join(root, path));
    return text !== undefined && bytes.equals(Buffer.from(text, 'utf8'));
  } catch {
    return text === undefined; // a file that is to be created is not there yet
  }
}
