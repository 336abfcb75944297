import { describe, expect, test } from 'vitest';
import { complete } from '../../../server/src/features/complete.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { atCursor } from './fixtures.ts';

const SPACE = '//- README.md\n---\ntitle: Router\nsdk: gradio\napp_file: app.py\n';

function cardWith(front: string): string {
  return `//- MODEL_CARD.md\n---\nlibrary_name: timm\n${front}\n---\n# Router\n`;
}

/** These are offered first, with what is written for them. */
function checkOffers(fixture: string, ...inserts: readonly string[]): void {
  const { session, path, cursor } = atCursor(fixture);
  const offered = complete(session, path, cursor).map(each => each.insert);
  for (const insert of inserts) expect(offered).toContain(insert);
}

function checkHover(fixture: string, ...parts: readonly string[]): void {
  const { session, path, cursor } = atCursor(fixture);
  const markdown = hover(session, path, cursor)?.markdown ?? '';
  for (const part of parts) expect(markdown).toContain(part);
}

describe('completion in the front matter of cards', () => {
  test.each([
    ['behind a key', 'license: $0', 'mit'],
    ['between brackets', 'language: [$0]', 'de'],
    ['behind a comma', 'language: [en, $0]', 'yue'],
    ['the first item below a key', 'language:\n  $0', '- de'],
    ['behind a dash', 'metrics:\n- $0', 'accuracy'],
    ['deep inside', 'model-index:\n- name: a\n  results:\n  - task:\n      type: $0', 'text-generation'],
    ['keys at the top', '$0', 'co2_eq_emissions:\n  $0'],
    ['keys of a map below its key', 'co2_eq_emissions:\n  $0', 'hardware_used: $0'],
    ['keys of a map in braces', 'co2_eq_emissions: { $0 }', 'emissions: $0'],
    ['keys of the first item', 'model-index:\n  $0', '- name: $0'],
    ['keys behind a dash', 'model-index:\n  - $0', 'name: $0'],
    ['further keys of an item', 'widget:\n- text: a\n  $0', 'example_title: $0'],
  ])('%s', (_, front, insert) => {
    checkOffers(cardWith(front), insert);
  });

  test('of a Space', () => {
    checkOffers(`${SPACE}$0\n---\n`, 'pinned: $0', 'models:\n  - $0', 'hf_oauth_scopes:\n  - $0');
    checkOffers(`${SPACE}colorFrom: $0\n---\n`, 'indigo');
    checkOffers(`${SPACE}pinned: $0\n---\n`, 'true', 'false');
  });

  test('what the list holds already is faded', () => {
    const { session, path, cursor } = atCursor(cardWith('language: [en, $0]'));
    const used = complete(session, path, cursor).filter(each => each.used === true);
    expect(used.map(each => each.label)).toEqual(['en']);
  });

  test('a value is found by its name', () => {
    const { session, path, cursor } = atCursor(cardWith('language: $0'));
    const german = complete(session, path, cursor).find(each => each.label === 'de');
    expect(german?.filterText).toBe('de German');
  });

  test('every suggestion has its documentation', () => {
    const { session, path, cursor } = atCursor(cardWith('$0'));
    for (const each of complete(session, path, cursor))
      expect(each.documentation?.(), each.label).toBeTruthy();
  });
});

test('a card in another format is not offered the keys of the hub', () => {
  const card =
    '//- model_card.json\n{ "model_details": { "name": "Router", "overview": "Sorts." }, $0 "model_parameters": {} }\n';
  const { session, path, cursor } = atCursor(card);
  expect(session.document(path)?.kind).toBe('model-card');
  expect(complete(session, path, cursor)).toEqual([]);
});

describe('hover in the front matter of cards', () => {
  test('a key says what it takes, and of which day that is', () => {
    checkHover(cardWith('lic$0ense: mit'), '**license**', 'text, list', 'apache-2.0', 'as of 2026-11-22');
    checkHover(cardWith('model-index:\n- na$0me: a'), '**name**', 'leaderboards');
    checkHover(
      `${SPACE}suggested_hard$0ware: t4-small\n---\n`,
      '**suggested\\_hardware**',
      'Hardware for people',
    );
    checkHover(cardWith('licen$0ses: mit'), 'No longer advised: use license');
  });

  test('a value says what it means', () => {
    checkHover(cardWith('license: m$0it'), 'MIT License', 'as of 2026-11-22');
    checkHover(cardWith('language: [d$0e, en]'), 'German');
    checkHover(cardWith('language:\n- sw$0e'), 'Swedish');
    checkHover(cardWith('pipeline_tag: fo$0o'), 'is not in our list', 'as of 2026-11-22');
  });
});
