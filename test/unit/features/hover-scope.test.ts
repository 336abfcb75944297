import { describe, expect, test } from 'vitest';
import { checkHover } from './fixtures.ts';

/** The hover of an article in a mapping whose system is described like this. */
function checkArticle(system: string, id: string): string {
  const text = `//- controls.yaml\nclausewright: control-mapping/1\nsystem: { id: scoring, owner: jane@example.org${system} }\nframework: eu-ai-act\ncontrols:\n  - id: ${id.slice(0, -1)}$0${id.slice(-1)}\n    status: planned\n`;
  return checkHover(text)?.markdown ?? '';
}

describe('whether an item concerns the system of the document', () => {
  test('it does: why, and its dates with source and what they were', () => {
    const markdown = checkArticle(', role: provider, riskClass: high', 'Art. 9');
    expect(markdown).toContain('**In scope for `scoring`.** A duty of the provider');
    expect(markdown).toMatch(
      /from 2027-12-02 to provider, high \(before the amendment: 2026-08-02\): .*Art\. 113 as amended/,
    );
  });

  test('it does not: why, and no dates', () => {
    const markdown = checkArticle(', role: deployer, riskClass: high', 'Art. 9');
    expect(markdown).toContain('**Out of scope for `scoring`.** The role of this system is deployer. ');
    expect(markdown).not.toContain('2027-12-02');
  });

  test('nobody says: what would decide', () => {
    const markdown = checkArticle('', 'Art. 9');
    expect(markdown).toContain('Its mapping does not say its role, risk class');
  });

  test('the dates that do not concern it are left out', () => {
    expect(checkArticle(', role: deployer, riskClass: limited', 'Art. 50')).not.toContain('2026-12-02');
    expect(checkArticle(', role: provider, riskClass: limited', 'Art. 50')).toContain('2026-12-02');
  });

  test('a part that is not listed is shown with the article that holds it', () => {
    const found = checkHover('//- MODEL_CARD.md\n# Card\n\nSee EU AI Act Article 10(2$0)(f).\n');
    expect(found?.about).toBe('Article 10(2)(f)');
    expect(found?.markdown).toContain('Data and data governance');
    expect(found?.markdown).toContain('**In scope for role provider; risk class high.**');
  });
});

test('a clause with documented information counts, and says so', () => {
  const { markdown = '' } =
    checkHover(
      '//- controls.yaml\nclausewright: control-mapping/1\nsystem: { id: scoring, owner: jane@example.org }\ncontrols:\n  - id: "6.1$0.2"\n    status: planned\n',
    ) ?? {};
  expect(markdown).toContain('AI risk assessment');
  expect(markdown).toContain('needed documented');
  expect(markdown).not.toContain('nothing counts it');
});
