import { compareStrength, type Strength } from '../../catalog/types.ts';
import type { EntryFact, EvidenceItem } from '../entry-facts.ts';
import { targetOf } from '../target.ts';
import { gradeFile } from './grade-file.ts';
import type { GradeContext, GradedEntry, GradedEvidence } from './graded.ts';

/** Grades the evidence of one entry; an excluded control has none to grade. */
export function gradeEntry(entry: EntryFact, context: GradeContext): GradedEntry {
  const evidence = entry.items.map(item => ({ ...gradeEvidence(item, entry, context), item }));
  const strength = evidence.reduce<Strength>(
    (best, each) => (compareStrength(each.strength, best) > 0 ? each.strength : best),
    'missing',
  );
  return { strength, evidence };
}

/** Grades one piece of evidence. */
export function gradeEvidence(item: EvidenceItem, entry: EntryFact, context: GradeContext): GradedEvidence {
  const target = targetOf(item.target, context.path, context.root);
  const plain = { target: item.target, path: undefined, fragment: undefined, suspect: false };
  if (item.expires !== null && item.expires < context.today) {
    const place = target.kind === 'file' ? { path: target.path, fragment: target.fragment } : {};
    return {
      ...plain,
      ...place,
      strength: 'asserted',
      reason: { code: 'expired', text: `it expired on ${item.expires}` },
    };
  }
  switch (target.kind) {
    case 'url':
      return {
        ...plain,
        strength: 'asserted',
        reason: { code: 'link', text: 'a link: nothing here can check what it shows' },
      };
    case 'ticket':
      return {
        ...plain,
        strength: 'asserted',
        reason: { code: 'ticket', text: 'a ticket: nothing here can check what it says' },
      };
    case 'outside':
      return {
        ...plain,
        strength: 'missing',
        reason: { code: 'outside', text: 'it leads out of the workspace, where nothing is read' },
      };
    case 'glob': {
      const found = context.graph.matching(target.pattern).length;
      return found === 0
        ? { ...plain, strength: 'missing', reason: { code: 'no-match', text: 'no file matches' } }
        : { ...plain, strength: 'documented', reason: undefined };
    }
    case 'file': {
      const { path, fragment } = target;
      return { target: item.target, path, fragment, ...gradeFile(path, fragment, item, entry, context) };
    }
  }
}
