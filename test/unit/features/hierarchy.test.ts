import { expect, test } from 'vitest';
import {
  type HierarchyItem,
  prepareHierarchy,
  subtypes,
  supertypes,
} from '../../../server/src/features/hierarchy.ts';
import { opened } from '../../support/navigation.ts';
import { cursorAt, SCORING } from '../../support/scoring.ts';

/** Prepares at `$0`, then takes steps up and down from the first item; names at the end. */
function checkWalk(text: string, steps: readonly ('up' | 'down')[], ...expected: string[]): void {
  const { session, path, offset } = opened(text);
  let items: readonly HierarchyItem[] = prepareHierarchy(session, path, offset);
  for (const step of steps) {
    const first = items[0];
    items = first === undefined ? [] : step === 'up' ? supertypes(session, first) : subtypes(session, first);
  }
  expect(items.map(each => `${each.kind} ${each.name}`)).toEqual(expected);
}

const CONTROL = 'control A.6.2.4 AI system verification and validation';

test('a control: its evidence below, its group above', () => {
  const text = cursorAt('docs/MODEL_CARD.md', 'A.6.2.4');
  checkWalk(text, [], CONTROL);
  checkWalk(text, ['down'], 'section Evaluation', 'file train.py');
  checkWalk(text, ['up'], 'control A.6.2 AI system life cycle');
});

test('a section: the controls it supports above, nothing below', () => {
  const text = cursorAt('docs/MODEL_CARD.md', 'Evaluation');
  checkWalk(text, [], 'section Evaluation');
  checkWalk(text, ['up'], CONTROL);
  checkWalk(text, ['up', 'down'], 'section Evaluation', 'file train.py');
  checkWalk(text, ['down']);
});

test('text belongs to its section, the top to the file', () => {
  checkWalk(cursorAt('docs/MODEL_CARD.md', 'All applications'), [], 'section Training data');
  checkWalk(cursorAt('docs/MODEL_CARD.md', 'license'), [], 'file MODEL_CARD.md');
  checkWalk(
    cursorAt('docs/MODEL_CARD.md', 'license'),
    ['up'],
    CONTROL,
    'control A.7.2 Data for development and enhancement of AI system',
  );
});

test('evidence in a mapping is what it names', () => {
  checkWalk(cursorAt('controls.yaml', 'src/train'), [], 'file train.py');
  checkWalk(cursorAt('controls.yaml', 'src/train'), ['up'], CONTROL);
});

test('a group: the controls in it', () => {
  const text = cursorAt('docs/MODEL_CARD.md', 'A.6.2.4');
  checkWalk(text, ['up', 'down', 'up'], 'control A.6.2 AI system life cycle');
});

test('nothing there', () => {
  const { session } = opened(SCORING);
  expect(prepareHierarchy(session, 'none.md', 0)).toEqual([]);
});
