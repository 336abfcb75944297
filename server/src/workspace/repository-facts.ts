import type { Source } from '../text/source.ts';
import { START } from '../text/span.ts';
import { type Fact, type Facts, groupFacts } from './facts.ts';
import { nameOf } from './paths.ts';

/** What `license-file:<path>` says: the licence that a file of licence text holds. */
export interface LicenseFact {
  readonly [key: string]: string;
  /** SPDX identifier. */
  readonly spdx: string;
}

/** Files that are no documents but tell something about the repository: who owns it, under which licence it is. */
export function isRepositoryFile(path: string): boolean {
  return /^(?:CODEOWNERS|LICEN[CS]E(?:[.-][\w.-]+)?|COPYING(?:\.\w+)?)$/i.test(nameOf(path));
}

/** What such a file tells. */
export function repositoryFacts(path: string, source: Source): Facts {
  return groupFacts(/codeowners/i.test(nameOf(path)) ? owners(source) : license(path, source));
}

function owners(source: Source): Fact[] {
  const names = source.text
    .split(/\r\n|\n|\r/)
    .flatMap(line => line.replace(/#.*/s, '').trim().split(/\s+/).slice(1));
  return [{ key: 'codeowners', data: [...new Set(names)], span: START }];
}

/** How licence texts begin; the first that is found near the top wins. */
const LICENSES: readonly (readonly [RegExp, string])[] = [
  [/apache license\s+version 2\.0/i, 'Apache-2.0'],
  [/gnu affero general public license\s+version 3/i, 'AGPL-3.0'],
  [/gnu lesser general public license\s+version 3/i, 'LGPL-3.0'],
  [/gnu general public license\s+version 3/i, 'GPL-3.0'],
  [/gnu general public license\s+version 2/i, 'GPL-2.0'],
  [/mozilla public license,? version 2\.0/i, 'MPL-2.0'],
  [/\bmit license\b/i, 'MIT'],
  [/bsd 3-clause|neither the name of/i, 'BSD-3-Clause'],
  [/bsd 2-clause/i, 'BSD-2-Clause'],
  [/creative commons attribution-noncommercial 4\.0/i, 'CC-BY-NC-4.0'],
  [/creative commons attribution-sharealike 4\.0/i, 'CC-BY-SA-4.0'],
  [/creative commons attribution 4\.0|attribution 4\.0 international/i, 'CC-BY-4.0'],
  [/cc0 1\.0 universal/i, 'CC0-1.0'],
];

function license(path: string, source: Source): Fact[] {
  const top = source.text.slice(0, 3000);
  const found = LICENSES.find(([pattern]) => pattern.test(top));
  if (found === undefined) return [];
  const hit = found[0].exec(top);
  const start = hit?.index ?? 0;
  return [
    {
      key: `license-file:${path}`,
      data: { spdx: found[1] },
      span: { start, end: start + (hit?.[0].length ?? 0) },
    },
  ];
}
