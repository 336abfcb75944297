import { withoutEnd } from '../../text/trim.ts';
import type { RuleInfo } from '../../workspace/finding.ts';
import type { FeatureContext } from '../context.ts';
import type { DirectivePlace } from '../locate/directive.ts';
import type { CommentPlace } from '../locate/markdown.ts';
import { ruleCompletions } from './config.ts';
import { controlCompletions } from './controls.ts';
import { type Completion, rank } from './item.ts';

const COMMANDS: readonly (readonly [string, string])[] = [
  ['clausewright-disable-next-line', 'Silence a rule on the next line, with a reason'],
  ['clausewright-disable-line', 'Silence a rule on this line, with a reason'],
  ['clausewright-disable', 'Silence a rule from here on, with a reason'],
  ['clausewright-enable', 'End what clausewright-disable began'],
];

/** The words of suppression comments: what to silence, and how far. */
export function directiveCompletions(
  context: FeatureContext,
  place: DirectivePlace,
  rules: readonly RuleInfo[],
): Completion[] {
  const { span } = place;
  if (place.part === 'command') return commandCompletions(span);
  const forbidden = new Set([...context.scope.forbidden, ...place.before]);
  return ruleCompletions(context, rules, { span, scalar: id => id }, forbidden).map(each => ({
    ...each,
    insert: `${each.label}: $0`,
    snippet: true,
  }));
}

/** The commands that a comment of ours can begin with. */
export function commandCompletions(span: { readonly start: number; readonly end: number }): Completion[] {
  return COMMANDS.map(([label, detail], index) => ({
    label,
    kind: 'keyword' as const,
    detail,
    insert: `${label} `,
    snippet: false,
    span,
    filterText: label,
    sortText: rank(index),
    again: true,
  }));
}

/** Suggestions inside an HTML comment: `evidence:` with the ids that a section claims, or a command. */
export function commentCompletions(
  context: FeatureContext,
  comment: CommentPlace,
  offset: number,
): Completion[] {
  const before = comment.text.slice(0, offset - comment.inner.start);
  const evidence = /^\s*evidence\s*:/i.exec(before);
  if (evidence !== null) return claimCompletions(context, comment, offset, evidence[0].length);
  const word = /^\s*([a-z-]*)$/i.exec(before)?.[1];
  if (word === undefined) return [];
  const rest = withoutEnd(/^[a-z-]*/i.exec(comment.text.slice(before.length))?.[0] ?? '', /-/);
  const span = { start: offset - word.length, end: offset + rest.length };
  const lead = /\s/.test(before.charAt(0)) ? '' : ' ';
  const claim: Completion = {
    label: 'evidence:',
    kind: 'keyword',
    detail: 'Controls that this section is evidence for',
    insert: `${lead}evidence: `,
    snippet: false,
    span,
    filterText: 'evidence:',
    sortText: 'a',
    again: true,
  };
  return [
    claim,
    ...commandCompletions(span).map(each => ({
      ...each,
      insert: `${lead}${each.insert}`,
      sortText: `b${each.sortText}`,
    })),
  ];
}

function claimCompletions(
  context: FeatureContext,
  comment: CommentPlace,
  offset: number,
  head: number,
): Completion[] {
  const { library, framework, frameworks } = context;
  const at = offset - comment.inner.start;
  const separators = /[,;\r\n]/;
  let from = at;
  while (from > head && !separators.test(comment.text.charAt(from - 1))) from -= 1;
  let to = at;
  while (to < comment.text.length && !separators.test(comment.text.charAt(to))) to += 1;
  const piece = comment.text.slice(from, to);
  const start = Math.min(offset, comment.inner.start + from + (piece.length - piece.trimStart().length));
  const end = Math.max(offset, comment.inner.start + from + piece.trimEnd().length);
  const others = `${comment.text.slice(head, from)},${comment.text.slice(to)}`.split(/[,;\r\n]/);
  const used = new Set<string>();
  for (const id of others) {
    const found = id.trim() === '' ? undefined : library.resolve(id, framework);
    if (found?.item !== undefined) used.add(found.catalog.qualified(found.item));
  }
  const typed = comment.text.slice(start - comment.inner.start, at);
  const lead = start === offset && /[:,;]/.test(comment.text.charAt(at - 1)) ? ' ' : '';
  return controlCompletions(context, {
    span: { start, end },
    typed,
    frameworks,
    used,
    insert: id => ({ text: `${lead}${id}`, snippet: false }),
  });
}
