import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type { CardPerson, CardRisk, ExchangeCard } from '../../model/exchange/card.ts';
import { entriesText } from '../../model/exchange/text.ts';
import { DEFAULT_LAYOUT } from '../../workspace/scaffold/yaml-layout.ts';
import { pairLines, type YamlData } from '../../workspace/scaffold/yaml-write.ts';
import type { WrittenCard } from './written.ts';

/** A card as Markdown with front matter. Sections stand in the conventional order of the vocabulary. */
export function cardMarkdown(card: ExchangeCard, vocabulary: Vocabulary): WrittenCard {
  const order = vocabulary.concepts.map(each => each.id);
  const rank = (concept: string | undefined): number => {
    const at = concept === undefined ? -1 : order.indexOf(concept);
    return at < 0 ? order.length : at;
  };
  const sections = sectionsOf(card, vocabulary).sort((a, b) => rank(a.concept) - rank(b.concept));
  const body = [
    `# ${line(card.name ?? 'Model card')}`,
    ...sections.map(each => `## ${line(each.title)}\n\n${each.text}`),
  ];
  return {
    text: `---\n${frontMatter(card).join('\n')}\n---\n\n${body.join('\n\n')}\n`,
    lost:
      card.licenses.length > 1
        ? ['front matter has one licence; the others stand in the section "License"']
        : [],
  };
}

function frontMatter(card: ExchangeCard): string[] {
  const pairs: (readonly [string, YamlData | undefined])[] = [
    ['clausewright', 'model-card/1'],
    ['model_name', card.name],
    ['version', card.version],
    ...licenseKeys(card),
    ['pipeline_tag', card.task],
    ['base_model', card.baseModels.length === 1 ? card.baseModels[0] : listed(card.baseModels)],
    ['datasets', listed(card.datasets.filter(each => isPlain(each.name)).map(each => each.name))],
    ['tags', listed(card.tags)],
  ];
  return pairs.flatMap(([key, value]) => (value === undefined ? [] : pairLines(key, value, DEFAULT_LAYOUT)));
}

function licenseKeys({ licenses }: ExchangeCard): (readonly [string, YamlData | undefined])[] {
  const [license] = licenses;
  if (license === undefined) return [];
  const { id, name, url } = license;
  return [
    ['license', id?.toLowerCase() ?? 'other'],
    ['license_name', name === undefined ? undefined : line(name).slice(0, 200)],
    ['license_link', url],
  ];
}

interface Section {
  readonly concept?: string;
  readonly title: string;
  readonly text: string;
}

function sectionsOf(card: ExchangeCard, vocabulary: Vocabulary): Section[] {
  const made: Section[] = [];
  const add = (concept: string, text: string): void => {
    if (text !== '') made.push({ concept, title: vocabulary.concept(concept)?.title ?? concept, text });
  };
  const own = new Map(
    card.sections.flatMap(each => (each.concept === undefined ? [] : [[each.concept, each] as const])),
  );
  const merged = (concept: string, text: string): void => {
    const also = own.get(concept);
    own.delete(concept);
    const joined = [text, also?.text ?? ''].filter(each => each !== '').join('\n\n');
    if (joined !== '')
      made.push({
        concept,
        title: also?.title ?? vocabulary.concept(concept)?.title ?? concept,
        text: joined,
      });
  };
  merged('model-details', details(card));
  add('overview', card.overview ?? '');
  add('intended-use', uses(card));
  add('limitations', limits(card));
  merged(
    'training-data',
    table(
      ['Dataset', 'Address', 'Description', 'Sensitive data'],
      card.datasets
        .filter(
          each =>
            each.url !== undefined ||
            each.description !== undefined ||
            each.sensitive !== undefined ||
            !isPlain(each.name),
        )
        .map(each => [each.name, each.url, each.description, each.sensitive?.join('; ')]),
    ),
  );
  merged(
    'evaluation',
    table(
      ['Metric', 'Value', 'Dataset', 'Slice', 'Interval'],
      card.metrics.map(each => [
        each.type,
        each.value,
        each.dataset,
        each.slice,
        each.lower === undefined || each.upper === undefined ? undefined : `${each.lower} to ${each.upper}`,
      ]),
    ),
  );
  merged(
    'fairness',
    table(
      ['Group at risk', 'Benefits', 'Harms', 'Mitigation'],
      card.fairness.map(each => [each.group, each.benefits, each.harms, each.mitigation]),
    ),
  );
  add('ethical-considerations', entriesText(card.ethics.map(riskText)));
  merged(
    'license',
    card.licenses.length > 1
      ? entriesText(card.licenses.map(each => each.id ?? each.name ?? each.url ?? ''))
      : '',
  );
  add('contact', entriesText(card.people.map(personText)));
  add('citation', card.citations.join('\n\n'));
  for (const section of card.sections)
    if (section.concept === undefined || own.has(section.concept)) made.push(section);
  if (card.references.length > 0) made.push({ title: 'References', text: entriesText(card.references) });
  return made;
}

function details(card: ExchangeCard): string {
  const lines: (readonly [string, string | undefined])[] = [
    ['Released', card.released],
    ['Learning approach', card.approach],
    ['Model type', card.architectureFamily],
    ['Architecture', card.architecture],
    ['Input', card.inputs.join('; ')],
    ['Output', card.outputs.join('; ')],
  ];
  return lines
    .flatMap(([label, value]) =>
      value === undefined || value === '' ? [] : [`- **${label}:** ${line(value)}`],
    )
    .join('\n');
}

function uses({ useCases, users }: ExchangeCard): string {
  const who = users.length === 0 ? '' : `### Users\n\n${entriesText(users)}`;
  return [entriesText(useCases), who].filter(each => each !== '').join('\n\n');
}

function limits({ limitations, tradeoffs }: ExchangeCard): string {
  const traded = tradeoffs.length === 0 ? '' : `### Trade-offs\n\n${entriesText(tradeoffs)}`;
  return [entriesText(limitations), traded].filter(each => each !== '').join('\n\n');
}

function riskText({ name, mitigation }: CardRisk): string {
  return mitigation === undefined ? name : `${name} **Mitigation:** ${mitigation}`;
}

function personText({ name, contact }: CardPerson): string {
  return name === undefined || contact === undefined ? (name ?? contact ?? '') : `${name}, ${contact}`;
}

/** A table without the columns that no row fills. */
function table(heads: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string {
  if (rows.length === 0) return '';
  const kept = heads.map((_, index) => index < 1 || rows.some(row => (row[index] ?? '') !== ''));
  const lines = [heads, heads.map(() => '---'), ...rows].map(
    row =>
      `| ${row
        .filter((_, index) => kept[index])
        .map(cell)
        .join(' | ')} |`,
  );
  return lines.join('\n');
}

function cell(text: string | undefined): string {
  return line(text ?? '').replace(/[|\\<]/g, String.raw`\$&`);
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function listed(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values;
}

/** Whether a name can stand in front matter as the hub takes it: no blanks. */
function isPlain(name: string): boolean {
  return /^[\w.-]+(?:\/[\w.-]+)?$/.test(name);
}
