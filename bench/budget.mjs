// Holds results against the budgets.
import { readFileSync } from 'node:fs';

const BUDGETS = JSON.parse(readFileSync(new URL('./budgets.json', import.meta.url), 'utf8'));

/** Each budget whose figures were measured, with what was reached. */
export function held(results) {
  return BUDGETS.flatMap(budget => {
    const ours = at(results, budget.ours);
    const peer = budget.peer === undefined ? 1 : at(results, budget.peer);
    if (ours === undefined || peer === undefined) return [];
    const reached = ours / peer;
    return [
      {
        ...budget,
        oursValue: ours,
        peerValue: budget.peer === undefined ? undefined : peer,
        reached,
        met: reached <= budget.limit,
      },
    ];
  });
}

function at(results, path) {
  return path.split('.').reduce((value, key) => value?.[key], results);
}
