import type { TextChange } from '../text/source.ts';
import { editFile, type FileChange } from '../workspace/change.ts';
import { systemOf } from '../workspace/navigation-facts.ts';
import type { Session } from '../workspace/session.ts';
import type { RenameResult } from './rename.ts';

/** What a system's id may be, as the format of mappings says. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** Plain values that YAML reads as something else than text. */
const NO_TEXT = /^(?:null|true|false|yes|no|on|off|y|n|[\d.].*)$/i;

/** Gives an AI system another id in every document that names it. Refused for an id that is taken or no id. */
export function renameSystem(session: Session, id: string, name: string): RenameResult {
  const next = name.trim();
  if (!ID.test(next))
    return refused(`"${next}" is no id of a system: use letters, digits, dots, dashes and underscores`);
  const taken = next === id ? undefined : session.index.stated(`system:${next}`)[0];
  if (taken !== undefined)
    return refused(`"${next}" is the id of another system already, in ${taken.path}. Choose another id`);
  const changes: FileChange[] = [];
  for (const path of new Set(session.index.stated(`system:${id}`).map(each => each.path))) {
    const document = session.document(path);
    const system = document === undefined ? undefined : systemOf(document);
    if (document === undefined || system?.id !== id) continue;
    const change = withId(document.source.slice(system.span), next);
    if (change === undefined)
      return refused(`${path} writes "${id}" over several lines; put it on one line first`);
    const edit: TextChange = { span: system.span, text: change };
    if (change !== document.source.slice(system.span)) changes.push(editFile(path, edit));
  }
  return { kind: 'changes', changes };
}

/** The id in the quotes of the old one; in quotes of its own where YAML would read a number or a truth value. */
function withId(written: string, id: string): string | undefined {
  if (/[\r\n]/.test(written) || /^[|>]/.test(written)) return undefined;
  const quote = /^["']/.exec(written)?.[0] ?? (NO_TEXT.test(id) ? '"' : '');
  return `${quote}${id}${quote}`;
}

function refused(reason: string): RenameResult {
  return { kind: 'refused', reason };
}
