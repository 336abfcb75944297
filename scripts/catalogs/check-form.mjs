// What a form must hold beyond its schema: ids are unique, conditions name questions and choices that exist, and what
// answers a question is a part of our impact assessment.
import { LABELS } from '../../server/src/model/assessment/shape.ts';

/** The problems of one form's file; `concepts` and `keys` are the sections and front-matter keys of an assessment. */
export function checkForm({ path, data }, concepts, keys) {
  const questions = data.groups.flatMap(group => group.questions);
  const choices = new Map(
    questions.map(({ id, choices = [] }) => [id, new Set(choices.map(each => each.id))]),
  );
  const problems = [];
  if (choices.size !== questions.length) problems.push('a question stands twice');
  for (const { id, from = [], unless = [], when = {}, choices: own = [] } of questions) {
    if (choices.get(id).size !== own.length) problems.push(`${id}: a choice stands twice`);
    for (const part of [...from, ...unless])
      if (!isPart(part, concepts, keys)) problems.push(`${id}: "${part}" is no part of an impact assessment`);
    for (const [other, values] of Object.entries(when))
      for (const value of values)
        if (!choices.get(other)?.has(value)) problems.push(`${id}: "${other}" has no choice "${value}"`);
  }
  const phases = new Set(data.groups.flatMap(group => group.phase ?? []));
  for (const phase of phases)
    if (!choices.get(data.score?.phase)?.has(phase)) problems.push(`"${phase}" is no phase`);
  if (data.score !== undefined && data.score.names.length !== data.score.levels.length + 1)
    problems.push('a level has no name');
  return problems.map(problem => `${path}: ${problem}`);
}

function isPart(part, concepts, keys) {
  if (part.startsWith('key:')) return keys.has(part.slice(4));
  const [concept, field] = part.split('.');
  return concepts.has(concept) && (field === undefined || LABELS[concept]?.[field] !== undefined);
}
