import { signOffsOf } from '../../workspace/evidence/sign-offs.ts';
import { changeSinceSigned, shortenedRuns } from '../../workspace/evidence/signed-text.ts';
import { EXIT, type Terminal, UsageError } from './command.ts';
import type { Opened } from './open.ts';

const MARKS = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;

/**
 * Prints what has become of a text since each of its sign-offs.
 * @throws UsageError when nobody has signed it.
 */
export async function printChanges(
  { session, host, shown }: Opened,
  path: string,
  fragment: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const name = fragment === undefined ? path : `${path}#${fragment}`;
  const signOffs = signOffsOf(session, path, fragment);
  if (signOffs.length === 0) throw new UsageError(`nobody has signed ${name}`);
  const told = new Set<string>();
  for (const { mapping, item, suspect } of signOffs) {
    const head = `${name}, signed by ${item.by}${item.on === null ? '' : ` on ${item.on}`} (${shown(mapping)})`;
    if (told.has(head)) continue;
    told.add(head);
    const { digest } = item;
    if (!suspect || digest === null) {
      await terminal.print(`${head}\n  has not changed since.\n`);
      continue;
    }
    const change = await changeSinceSigned(session, host, { path, fragment, digest });
    await terminal.print(
      change === undefined
        ? `${head}\n  has changed since; the text that was signed is not in the last commits of the file.\n`
        : `${head}\n  has changed since commit ${change.commit} of ${change.at.slice(0, 10)}:\n${indented(change)}\n`,
    );
  }
  return EXIT.fine;
}

function indented({ runs }: { readonly runs: Parameters<typeof shortenedRuns>[0] }): string {
  const text = shortenedRuns(runs)
    .map(({ kind, text: words }) => {
      const [open, close] = MARKS[kind];
      const end = words.trimEnd();
      return `${open}${end}${close}${words.slice(end.length)}`;
    })
    .join('');
  return text.trim().replace(/^/gm, '    ');
}
