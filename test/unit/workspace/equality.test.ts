import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { difference } from '../../../server/src/text/edits.ts';
import type { TextChange } from '../../../server/src/text/source.ts';
import { forSeeds } from '../../support/cases.ts';
import { randomEdit } from '../../support/edits.ts';
import { ROOT } from '../../support/fixture.ts';
import { randomMarkdown } from '../../support/markdown-documents.ts';
import { Random } from '../../support/random.ts';
import { Workspace } from '../../support/rebuilt.ts';
import { randomYaml } from '../../support/yaml-documents.ts';

/** The examples of the repository: documents as people write them. */
function exampleDocuments(): { path: string; text: string }[] {
  const folder = join(ROOT, 'examples');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(?:md|ya?ml)$/.test(path) && statSync(join(folder, path)).isFile())
    .sort()
    .map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

const EXAMPLES = exampleDocuments();
const FRONT_MATTER = [
  '',
  '---\nlicense: mit\nlanguage: en\n---\n',
  '---\ncontrols: [A.7.2, A.6.2.4]\nsystem: x\n---\n',
];

function randomDocument(random: Random): { path: string; text: string } {
  const roll = random.next();
  if (EXAMPLES.length > 0 && roll < 0.5) return random.pick(EXAMPLES);
  if (roll < 0.7) return { path: 'MODEL_CARD.md', text: random.pick(FRONT_MATTER) + randomMarkdown(random) };
  if (roll < 0.78)
    return { path: 'impact-assessment.md', text: random.pick(FRONT_MATTER) + randomMarkdown(random) };
  if (roll < 0.84) return { path: 'clausewright.yaml', text: randomYaml(random) };
  return { path: 'controls.yaml', text: `clausewright: control-mapping/1\n${randomYaml(random)}` };
}

/** A document's model as text; what its units have derived so far is no part of it. */
function modelOf({ session }: Workspace, path: string): string {
  return JSON.stringify(session.document(path)?.model, (key, value) =>
    key === 'known' ? undefined : value instanceof Map ? [...value] : value,
  );
}

/** Checks that a workspace which was edited is what its texts give when they are read for the first time. */
function checkEqualsRebuilt(edited: Workspace, path: string, step: string): void {
  const fresh = new Workspace(edited.texts);
  expect(edited.session.index.dump(), step).toBe(fresh.session.index.dump());
  expect(modelOf(edited, path), step).toBe(modelOf(fresh, path));
  expect(edited.findings, step).toEqual(fresh.findings);
}

const EDITS = 8;

/** One document under a sequence of edits, some of them taken back. */
function checkDocument(seed: number, saw: (input: string) => void): void {
  const random = new Random(seed);
  const { path, text } = randomDocument(random);
  const workspace = new Workspace(new Map([[path, text]]));
  const undo: string[] = [];
  for (let step = 0; step < EDITS; step += 1) {
    const before = workspace.texts.get(path) ?? '';
    const back = undo.length > 0 && random.chance(0.15) ? difference(before, undo.pop() ?? '') : undefined;
    const change: TextChange = back ?? randomEdit(random, before);
    if (back === undefined) undo.push(before);
    workspace.edit(path, change);
    saw(workspace.texts.get(path) ?? '');
    checkEqualsRebuilt(workspace, path, `${path}, step ${step}: ${JSON.stringify(change)}`);
  }
}

describe('a document that is edited', () => {
  test('has the tree, model, facts and findings of one that is read for the first time', () => {
    const { cases, distinct } = forSeeds(60, checkDocument, 0.2);
    expect(distinct).toBeGreaterThan(cases * 0.7);
  });
});
