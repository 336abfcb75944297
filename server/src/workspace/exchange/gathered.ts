import {
  type CardDataset,
  type CardFairness,
  type CardMetric,
  type CardPerson,
  type CardRisk,
  type CardSection,
  EMPTY_CARD,
  type ExchangeCard,
} from '../../model/exchange/card.ts';
import { defined } from '../../model/exchange/data.ts';
import { entriesOf, labelledLines, uncommented } from '../../model/exchange/text.ts';
import { isShrug } from '../../model/substance.ts';
import { withoutEnd } from '../../text/trim.ts';
import { type Row, tablesHeaded } from './tables.ts';

/** Labels of lines that are fields of their own in the other formats. */
const FIELDS = {
  name: ['model name', 'name'],
  version: ['version', 'model version'],
  released: ['released', 'release date', 'date'],
  approach: ['learning approach', 'approach'],
  architectureFamily: ['model type', 'architecture family'],
  architecture: ['architecture', 'model architecture'],
  inputs: ['input', 'inputs', 'input format'],
  outputs: ['output', 'outputs', 'output format'],
  task: ['task', 'model task'],
  base: ['base model', 'finetuned from model', 'fine-tuned from', 'parent model'],
} as const;
const LABELS: ReadonlySet<string> = new Set(Object.values(FIELDS).flat());

/** The parts of a Markdown card, put where they belong one section after the other. */
export class Gathered {
  private readonly values = new Map<string, string>();
  private readonly overview: string[] = [];
  private readonly lists = new Map<
    'users' | 'useCases' | 'limitations' | 'tradeoffs' | 'references' | 'citations',
    string[]
  >();
  private readonly people: CardPerson[] = [];
  private readonly datasets: CardDataset[] = [];
  private readonly metrics: CardMetric[] = [];
  private readonly ethics: CardRisk[] = [];
  private readonly fairness: CardFairness[] = [];
  private readonly sections: CardSection[] = [];

  /** Text below the title. */
  lead(text: string): void {
    const plain = uncommented(text);
    if (plain !== '') this.overview.push(plain);
  }

  /** A section that stands for a concept. Sections that say nothing are left out. */
  section(concept: string, title: string, text: string): void {
    const plain = uncommented(text);
    if (plain === '' || isShrug(plain) || this.byTitle(title, plain)) return;
    switch (concept) {
      case 'overview':
        this.overview.push(plain);
        return;
      case 'intended-use':
        this.add('useCases', entriesOf(plain));
        return;
      case 'limitations':
        this.add('limitations', entriesOf(plain));
        return;
      case 'citation':
        this.add('citations', [plain]);
        return;
      case 'ethical-considerations':
        this.ethics.push(...entriesOf(plain).map(riskOf));
        return;
      case 'contact':
        if (entriesOf(plain).every(isPerson)) this.people.push(...entriesOf(plain).map(personOf));
        else this.rest(concept, title, plain);
        return;
      default:
        this.rest(concept, title, this.known(concept, plain));
    }
  }

  /** A section under a heading of the author's own; `parents` are the concepts of the heading above it. */
  foreign(title: string, text: string, parents: readonly string[]): void {
    const plain = uncommented(text);
    if (plain === '' || this.byTitle(title, plain)) return;
    if (parents.includes('limitations')) this.add('limitations', entriesOf(plain));
    else this.sections.push({ title, text: plain });
  }

  /** Takes a section whose heading alone tells its field. */
  private byTitle(title: string, text: string): boolean {
    const list = TITLES.find(([pattern]) => pattern.test(title))?.[1];
    if (list !== undefined) this.add(list, entriesOf(text));
    return list !== undefined;
  }

  /** Takes what has a field of its own out of a section's text. */
  private known(concept: string, text: string): string {
    const tables = tablesHeaded(text, TABLES[concept] ?? new Set());
    for (const row of tables.rows) this.row(concept, row);
    if (concept !== 'model-details' && concept !== 'architecture' && concept !== 'versioning')
      return tables.rest;
    const { values, rest } = labelledLines(tables.rest, LABELS);
    for (const [label, value] of values) if (!this.values.has(label)) this.values.set(label, value);
    return rest;
  }

  private row(concept: string, row: Row): void {
    const at = (...names: readonly string[]): string | undefined =>
      names.map(name => row.get(name)).find(each => each !== undefined && each !== '');
    if (concept === 'fairness')
      this.fairness.push(
        defined({
          group: at('group at risk', 'group') ?? '',
          benefits: at('benefits'),
          harms: at('harms'),
          mitigation: at('mitigation'),
        }),
      );
    else if (concept === 'training-data')
      this.datasets.push(
        defined({
          name: at('dataset') ?? '',
          url: at('address'),
          description: at('description'),
          sensitive: at('sensitive data')
            ?.split(';')
            .map(each => each.trim()),
        }),
      );
    else
      this.metrics.push(
        defined({
          type: at('metric') ?? '',
          value: at('value') ?? '',
          slice: at('slice'),
          dataset: at('dataset'),
          ...bounds(at('interval')),
        }),
      );
  }

  private rest(concept: string, title: string, text: string): void {
    if (text !== '') this.sections.push({ concept, title, text });
  }

  private add(
    list: 'users' | 'useCases' | 'limitations' | 'tradeoffs' | 'references' | 'citations',
    entries: readonly string[],
  ): void {
    this.lists.set(list, [...(this.lists.get(list) ?? []), ...entries]);
  }

  /** What was gathered. */
  card(): ExchangeCard {
    const field = (names: readonly string[]): string | undefined =>
      names.map(name => this.values.get(name)).find(each => each !== undefined);
    const listOf = (names: readonly string[]): readonly string[] =>
      (field(names)?.split(';') ?? []).map(each => each.trim());
    const base = field(FIELDS.base);
    return defined({
      ...EMPTY_CARD,
      name: field(FIELDS.name),
      version: field(FIELDS.version),
      released: field(FIELDS.released),
      approach: field(FIELDS.approach),
      architectureFamily: field(FIELDS.architectureFamily),
      architecture: field(FIELDS.architecture),
      inputs: listOf(FIELDS.inputs),
      outputs: listOf(FIELDS.outputs),
      task: field(FIELDS.task),
      baseModels: base === undefined ? [] : [base],
      overview: this.overview.length === 0 ? undefined : this.overview.join('\n\n'),
      people: this.people,
      datasets: this.datasets,
      metrics: this.metrics.filter(each => each.type !== '' && each.value !== ''),
      ethics: this.ethics,
      fairness: this.fairness.filter(each => each.group !== ''),
      sections: this.sections,
      ...Object.fromEntries(this.lists),
    });
  }
}

const TITLES: readonly (readonly [RegExp, 'users' | 'tradeoffs' | 'references'])[] = [
  [/^(?:intended )?users$/i, 'users'],
  [/^(?:performance )?trade-?offs?$/i, 'tradeoffs'],
  [/^references?$/i, 'references'],
];

/** Whether an entry is no more than a name with one address; sentences are kept as they are. */
function isPerson(entry: string): boolean {
  return entry.length < 120 && entry.split('@').length < 3 && !/[.;]\s/.test(entry);
}

/** Which tables are fields of their own, by the first head. */
const TABLES: Readonly<Record<string, ReadonlySet<string>>> = {
  evaluation: new Set(['metric']),
  metrics: new Set(['metric']),
  fairness: new Set(['group at risk']),
  'training-data': new Set(['dataset']),
};

/** `name. Mitigation: what is done`. */
function riskOf(entry: string): CardRisk {
  const at = entry.search(/\s(?:\*\*)?Mitigation:(?:\*\*)?\s/);
  if (at < 0) return { name: entry };
  return {
    name: entry.slice(0, at).trim(),
    mitigation: entry.slice(at).replace(/^\s(?:\*\*)?Mitigation:(?:\*\*)?\s+/, ''),
  };
}

/** `Name, contact`, `Name <address>`, a lone address. */
function personOf(entry: string): CardPerson {
  const line = entry.replace(/^\*\*[^*]{1,60}:\*\*\s*/, '');
  const address = /<?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)>?/.exec(line);
  if (address === null) return { name: line };
  const name = withoutEnd(line.replace(address[0], '').replace(/^[\s,;:(]+/, ''), /[\s,;:()]/);
  return name === '' ? { contact: address[1] ?? '' } : { name, contact: address[1] ?? '' };
}

/** `0.8 to 0.9`, `[0.8, 0.9]`, `0.8–0.9`. */
function bounds(text: string | undefined): { lower?: string; upper?: string } {
  const [, lower, upper] = /^[[(]?\s*(-?[\d.]+)\s*(?:to|,|–|-)\s*(-?[\d.]+)\s*[\])]?$/.exec(text ?? '') ?? [];
  return lower === undefined || upper === undefined ? {} : { lower, upper };
}
