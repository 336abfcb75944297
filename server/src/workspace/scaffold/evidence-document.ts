import type { Catalog } from '../../catalog/catalog.ts';
import type { Item } from '../../catalog/types.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { DEFAULT_LAYOUT } from './yaml-layout.ts';
import { pairLines } from './yaml-write.ts';

/** What the repository already says of the system that a document is started for. */
export interface SystemFacts {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly owner: string | undefined;
}

/** The system that a mapping governs. */
export function systemFactsOf(mapping: MappingModel): SystemFacts {
  const system = mapping.system?.value;
  return { id: system?.id?.value, name: system?.name?.value, owner: system?.owner?.value };
}

/** The file name that a control's evidence document takes by convention. */
export function evidenceFileName(item: Item): string {
  return (
    item.template?.file ??
    `${item.id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}.md`
  );
}

/**
 * A Markdown document that can become evidence for a control: what is known stands in its front matter, what the
 * author has to say is asked in comments, so that nothing in it counts as evidence before somebody has written it.
 * `heading` is added as a section where the template has none of that name.
 */
export function evidenceDocument(
  catalog: Catalog,
  item: Item,
  system: SystemFacts,
  heading?: string,
): string {
  const title = item.template?.title ?? item.title;
  const sections = item.template?.sections ?? [
    { heading: 'What is in place', guidance: (item.asks ?? []).join('; ') },
  ];
  const missing = heading !== undefined && !sections.some(each => slugOf(each.heading) === slugOf(heading));
  const all = missing
    ? [...sections, { heading, guidance: 'The control mapping links to this section.' }]
    : sections;
  const front: (readonly [string, string | readonly string[]])[] = [];
  if (system.id !== undefined) front.push(['system', system.id]);
  if (system.owner !== undefined) front.push(['owner', system.owner]);
  front.push(['controls', [catalog.qualified(item)]]);
  const of = system.name === undefined ? '' : ` for ${oneLine(system.name)}`;
  return [
    '---',
    ...front.flatMap(([key, value]) => pairLines(key, value, DEFAULT_LAYOUT)),
    '---',
    `# ${oneLine(title)}`,
    '',
    comment(`Evidence${of} towards ${catalog.data.name} ${item.id}, ${item.title}. ${item.summary}`),
    '',
    ...all.flatMap(each => [
      `## ${oneLine(each.heading)}`,
      '',
      ...(each.guidance === '' ? [] : [comment(each.guidance), '']),
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function comment(text: string): string {
  return `<!-- ${oneLine(text).replaceAll('--', '–')} -->`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
