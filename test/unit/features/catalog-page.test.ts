import { expect, test } from 'vitest';
import { catalogPage } from '../../../server/src/features/catalog-page.ts';
import { rewriteLinks } from '../../../server/src/features/markdown.ts';
import { LIBRARY } from '../../support/fixture.ts';
import { opened } from '../../support/navigation.ts';
import { SCORING } from '../../support/scoring.ts';

const { session } = opened(SCORING);

/** Lines that the page of an item holds, links as plain labels. */
function checkPage(id: string, ...lines: (string | RegExp)[]): void {
  const page = rewriteLinks(catalogPage(session, id) ?? '', {
    file: () => undefined,
    control: () => undefined,
  });
  for (const line of lines) {
    if (typeof line === 'string') expect(page.split('\n')).toContain(line);
    else expect(page).toMatch(line);
  }
}

test('a control: what it is, its evidence here, its pairs elsewhere', () => {
  checkPage(
    'iso-42001:A.6.2.4',
    '# A.6.2.4 AI system verification and validation',
    'Control of ISO/IEC 42001:2023, under A.6.2 AI system life cycle. Evidence needed: documented.',
    '## In this workspace',
    '- `scoring`, controls.yaml: evidence **documented**, needed documented',
    /docs\/MODEL\\_CARD\.md#evaluation: documented/,
    '## What an auditor asks to see',
    '## If no document exists yet',
    '## Other frameworks',
    '## Where this comes from',
  );
});

test('an excluded control says why, a control without an entry nothing', () => {
  checkPage('iso-42001:A.10.4', '- `scoring`, controls.yaml: excluded, No customer.');
  expect(catalogPage(session, 'iso-42001:A.9.2')).not.toContain('In this workspace');
});

test('a group lists its controls', () => {
  checkPage('iso-42001:A.6.2', '## Controls under it', /- A\.6\.2\.4 AI system verification/);
});

test('links lead to other pages and to places of the workspace', () => {
  const page = catalogPage(session, 'iso-42001:A.6.2.4') ?? '';
  expect(page).toContain('(clausewright-control:iso-42001/A.6.2)');
  const at = session.document('controls.yaml')?.source.text.indexOf('A.6.2.4') ?? 0;
  expect(page).toContain(`(clausewright-file:controls.yaml#${at}-${at + 7})`);
});

test('an id that no catalog has', () => {
  for (const id of ['iso-42001:A.99', 'nothing:A.1', 'A.7.2', '', ':'])
    expect(catalogPage(session, id)).toBeUndefined();
});

test('every item of every catalog has a page without gaps', () => {
  for (const { id } of LIBRARY.heads) {
    for (const item of LIBRARY.catalog(id)?.data.items ?? []) {
      const page = catalogPage(session, `${id}:${item.id}`) ?? '';
      expect(page, `${id}:${item.id}`).toMatch(/^# \S.*\n\n\S/);
      expect(page).not.toMatch(/undefined|\n\n\n|\[object|\bcompliant\b/);
    }
  }
});
