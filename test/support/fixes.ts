import { applyEdits } from '../../server/src/text/edits.ts';
import type { Finding } from '../../server/src/workspace/finding.ts';
import { checkerOf, parseFixture } from './fixture.ts';

/** What a fix made of a document. */
export interface Fixed {
  readonly before: string;
  readonly after: string;
  /** The text that was put in, where the fix only inserts; undefined where it replaces anything. */
  readonly inserted: string | undefined;
  /** `rule @"text": first sentence of the message` of each finding of the document afterwards. */
  readonly findings: readonly string[];
}

/** The findings of a fixture's first file, in the form of {@link Fixed.findings}. `rules` keeps those it matches. */
export function findingsOf(fixture: string, defaultPath: string, rules = /./): readonly string[] {
  const { files, path } = parseFixture(fixture, defaultPath);
  return shown(checkerOf(files).findings(path), files.get(path) ?? '', rules);
}

/** Applies the fix whose title begins so, of the first finding that has it, and checks the result again. */
export function fixed(fixture: string, defaultPath: string, title: string, rules = /./): Fixed {
  const { files, path } = parseFixture(fixture, defaultPath);
  const before = files.get(path) ?? '';
  const fix = checkerOf(files)
    .findings(path)
    .flatMap(finding => finding.fixes)
    .find(each => each.title.startsWith(title));
  if (fix === undefined) throw new Error(`no fix begins with "${title}"`);
  const change = fix.change()[0];
  if (change?.kind !== 'edit' || change.path !== path) throw new Error('the fix edits another file');
  const after = applyEdits(before, change.edits);
  const insertsOnly = change.edits.every(edit => edit.span.start === edit.span.end);
  const checker = checkerOf(new Map([...files, [path, after]]));
  return {
    before,
    after,
    inserted: insertsOnly ? change.edits.map(edit => edit.text).join('') : undefined,
    findings: shown(checker.findings(path), after, rules),
  };
}

function shown(findings: readonly Finding[], text: string, rules: RegExp): string[] {
  return findings
    .filter(each => rules.test(each.rule))
    .map(
      each =>
        `${each.severity} ${each.rule} @"${text.slice(each.span.start, each.span.end)}": ${each.message.split(/\. |(?<=\?) /)[0]}`,
    );
}
