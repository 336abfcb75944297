/** A run of words that two texts share, or that only one of them has. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Texts with more differing words than this are shown as replaced whole; comparing them would take too long. */
const MOST_WORDS = 2000;

/** What has changed from one text to another, word by word; white space stays with the word before it. */
export function wordRuns(before: string, after: string): WordRun[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < old.length && head < now.length && isSame(old[head], now[head])) head += 1;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && isSame(old.at(-1 - tail), now.at(-1 - tail))) tail += 1;
  const removed = old.slice(head, old.length - tail);
  const added = now.slice(head, now.length - tail);
  const middle =
    removed.length > MOST_WORDS || added.length > MOST_WORDS
      ? [...removed.map(run('removed')), ...added.map(run('added'))]
      : aligned(removed, added);
  return joined([
    ...now.slice(0, head).map(run('same')),
    ...middle,
    ...now.slice(now.length - tail).map(run('same')),
  ]);
}

function run(kind: WordRun['kind']): (text: string) => WordRun {
  return text => ({ kind, text });
}

function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a?.trimEnd() === b?.trimEnd();
}

/** The longest common run of words, by dynamic programming over the words that differ. */
function aligned(old: readonly string[], now: readonly string[]): WordRun[] {
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] = isSame(old[i], now[j])
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
  const runs: WordRun[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const [left, right] = [old[i], now[j]];
    if (left !== undefined && right !== undefined && isSame(left, right)) {
      runs.push({ kind: 'same', text: right });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ kind: 'removed', text: left });
      i += 1;
    } else {
      runs.push({ kind: 'added', text: right ?? '' });
      j += 1;
    }
  }
  return runs;
}

/** Neighbouring runs of one kind as one. */
function joined(runs: readonly WordRun[]): WordRun[] {
  const all: WordRun[] = [];
  for (const each of runs) {
    const last = all.at(-1);
    if (last?.kind === each.kind) all[all.length - 1] = { kind: last.kind, text: last.text + each.text };
    else all.push(each);
  }
  return all;
}
