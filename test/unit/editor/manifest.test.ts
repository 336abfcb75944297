// What package.json says twice, or says of other files.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../client/src/commands/names.ts';
import { mayBeOurs, TELLING_NAMES } from '../../../client/src/gate/recognise.ts';
import { OVERVIEW_TYPE, VIEWS } from '../../../client/src/views/names.ts';
import { MODIFIERS, TYPES } from '../../../server/src/features/semantic-tokens.ts';
import { ROOT } from '../../support/fixture.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: object }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
  };
}

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;

describe('package.json', () => {
  test('activates for the names that the gate looks for', () => {
    expect(manifest.activationEvents).toEqual([
      'onLanguage:markdown',
      'onLanguage:yaml',
      `onWebviewPanel:${OVERVIEW_TYPE}`,
      ...TELLING_NAMES.map(name => `workspaceContains:**/${name}`),
    ]);
  });

  test('lists the commands that exist, under one category', () => {
    const { commands } = manifest.contributes;
    expect(commands.map(({ command }) => command)).toEqual(COMMANDS.map(name => `clausewright.${name}`));
    expect(new Set(commands.map(({ category }) => category))).toEqual(new Set(['Clausewright']));
  });

  test('lists the views that exist, each with a first step for who has nothing to see', () => {
    const { views, viewsWelcome } = manifest.contributes;
    expect(views['clausewright']?.map(({ id }) => id)).toEqual(VIEWS.map(name => `clausewright.${name}`));
    for (const name of VIEWS) expect(viewsWelcome.map(({ view }) => view)).toContain(`clausewright.${name}`);
    for (const { contents } of viewsWelcome)
      expect(JSON.parse(read('package.nls.json'))[contents.replaceAll('%', '')]).toMatch(/\]\(command:/);
  });

  test('takes every text that a person reads from package.nls.json, which holds no other', () => {
    const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(hit => hit[1]);
    expect([...new Set(used)].sort()).toEqual(Object.keys(JSON.parse(read('package.nls.json'))).sort());
  });

  test('gives other extensions no schema: their completion and hover would stand beside ours', () => {
    expect(Object.keys(manifest.contributes)).not.toContain('yamlValidation');
    expect(Object.keys(manifest.contributes)).not.toContain('jsonValidation');
  });

  test('takes no language over', () => {
    expect(Object.keys(manifest.contributes)).not.toContain('languages');
  });

  test('names the semantic tokens that the server gives, and a colour for each that is special', () => {
    const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
    expect(semanticTokenTypes.map(({ id }) => id)).toEqual([...TYPES]);
    expect(semanticTokenModifiers.map(({ id }) => id)).toEqual([...MODIFIERS]);
    for (const { scopes } of semanticTokenScopes)
      for (const modifier of MODIFIERS)
        expect(Object.keys(scopes).filter(each => each.endsWith(`.${modifier}`))).toHaveLength(1);
  });

  test('names files that are there', () => {
    const { grammars, snippets } = manifest.contributes;
    expect(
      [...grammars, ...snippets].map(({ path }) => path).filter(path => !existsSync(join(ROOT, path))),
    ).toEqual([]);
    for (const { path, scopeName } of grammars) expect(JSON.parse(read(path)).scopeName).toBe(scopeName);
  });
});

describe('the gate', () => {
  const cardReadme = '---\nlicense: mit\npipeline_tag: text-classification\n---\n# A model\n';
  test.each([
    ['/w/MODEL_CARD.md', ''],
    ['/w/docs/hf_model_card.md', ''],
    ['/w/data/DATASET_CARD.md', ''],
    ['/w/datasheet.md', ''],
    ['/w/docs/fria.md', ''],
    ['/w/docs/ai-impact-assessment.yaml', ''],
    ['/w/controls.yml', ''],
    ['/w/scoring.controls.yaml', ''],
    ['/w/control_mapping.yaml', ''],
    ['/w/clausewright.yaml', ''],
    ['/w/anything.yaml', '# notes\nclausewright: control-mapping/1\n'],
    ['/w/README.md', cardReadme],
    ['/w/README.md', `\uFEFF\n${cardReadme}`],
    ['/w/README.md', cardReadme.replaceAll('\n', '\r\n')],
  ])('opens for %s', (path, head) => {
    expect(mayBeOurs(path, head)).toBe(true);
  });

  test.each([
    ['/w/README.md', '# A project\n\nlicense: mit\n'],
    ['/w/blog/post.md', '---\ntitle: A post\ntags: [x]\n---\n'],
    ['/w/.github/workflows/ci.yaml', 'on: push\njobs: {}\n'],
    ['/w/package.yaml', 'name: x\n'],
    ['/w/docs/card-games.txt', ''],
  ])('stays shut for %s', (path, head) => {
    expect(mayBeOurs(path, head)).toBe(false);
  });
});
