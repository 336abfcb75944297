import type { Concept } from '../catalog/types.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import { type Answered, answerIn } from '../model/card/answers.ts';
import { contactsIn } from '../model/card/contacts.ts';
import { licensesIn } from '../model/card/licenses.ts';
import { labelsIn } from '../model/labels.ts';
import type { OutlineItem } from '../model/outline.ts';
import { hasResults } from '../model/results-tables.ts';
import type { SectionedModel } from '../model/sectioned.ts';
import { personalDataIn } from '../model/statements.ts';
import { type Substance, substanceOf } from '../model/substance.ts';
import { substanceOfNode } from '../model/yaml-placeholders.ts';
import type { Section } from '../syntax/markdown/section.ts';
import { tablesIn } from '../syntax/markdown/tables.ts';
import { keyText, type YamlNode, type YamlPair } from '../syntax/yaml/nodes.ts';
import type { Placed } from '../text/span.ts';
import { leadSays, titleOf } from './lead.ts';

/** What a document says about one concept of its vocabulary. */
export interface ConceptState {
  readonly concept: Concept;
  /** The most that any of its places holds. */
  readonly substance: Substance;
  /** Indexes in the outline of the headings that stand for it, in the order of the text. */
  readonly headings: readonly number[];
  /** Keys of a YAML document that stand for it. */
  readonly keys: readonly Placed<YamlPair>[];
}

/** A document read against its vocabulary. */
export interface ConceptStates {
  /** Index in the outline of the document's own title; -1 where it has none. */
  readonly title: number;
  /** The concepts that each heading of the outline stands for; none for the title. */
  readonly ofHeading: readonly (readonly Concept[])[];
  /** By concept id; a concept without any place in the document has none. */
  readonly states: ReadonlyMap<string, ConceptState>;
  /** Whether the document holds real text for a concept, in a section of its own or of one that answers it as well. */
  answered(concept: Concept): boolean;
}

/** Concepts that plain text below the title answers, before any section begins. */
const LEAD: ReadonlySet<string> = new Set(['model-details', 'overview', 'dataset-description', 'summary']);
/** YAML assessments may group their keys; deeper ones are content. */
const KEY_DEPTH = 3;

/** Which concepts of its vocabulary a document answers, and where. `own` adds an organisation's own headings. */
export function conceptStates(
  model: SectionedModel,
  vocabulary: Vocabulary,
  own?: ReadonlyMap<string, string>,
): ConceptStates {
  const states = new Map<string, Gathered>();
  const note: Note = (concept, substance) => {
    const known = states.get(concept.id) ?? { concept, substance, headings: [], keys: [] };
    if (RANK[substance] > RANK[known.substance]) known.substance = substance;
    states.set(concept.id, known);
    return known;
  };
  const title = titleOf(model.outline, vocabulary, own);
  const ofHeading = model.outline.map((item, index) =>
    index === title || item.level === 0 ? [] : vocabulary.recogniseAll(item.title, own),
  );
  const sections = model.body?.sections ?? [];
  for (const [index, concepts] of ofHeading.entries()) {
    const item = model.outline[index];
    if (item === undefined || concepts.length === 0) continue;
    const substance = substanceOf(sections, item.extent);
    for (const concept of concepts) note(concept, substance).headings.push(index);
  }
  if (model.form === 'yaml') yamlKeys(model, vocabulary, own, note);
  for (const { concept: id, pair } of model.data ?? []) {
    const concept = vocabulary.concept(id);
    if (concept !== undefined) note(concept, substanceOfNode(pair.value.value)).keys.push(pair);
  }
  // A heading that an author wrote and left empty stays a gap, whatever is said elsewhere.
  const isOpen = (concept: Concept): boolean =>
    states.get(concept.id)?.substance !== 'text' &&
    ![concept.id, ...(concept.satisfiedBy ?? [])].some(id => (states.get(id)?.headings.length ?? 0) > 0);
  inPassing(model, vocabulary, own, ofHeading, note, isOpen);
  return {
    title,
    ofHeading,
    states,
    answered: concept =>
      [concept.id, ...(concept.satisfiedBy ?? [])].some(id => states.get(id)?.substance === 'text'),
  };
}

const RANK: Readonly<Record<Substance, number>> = { empty: 1, placeholder: 2, text: 3 };

/** A state while it is being put together. */
interface Gathered {
  readonly concept: Concept;
  substance: Substance;
  readonly headings: number[];
  readonly keys: Placed<YamlPair>[];
}

/** Takes down that a place of the document holds this much for a concept. */
type Note = (concept: Concept, substance: Substance) => Gathered;

/** Answers without a heading: text below the title, labelled values, front matter. */
function inPassing(
  model: SectionedModel,
  vocabulary: Vocabulary,
  own: ReadonlyMap<string, string> | undefined,
  ofHeading: ConceptStates['ofHeading'],
  note: Note,
  isOpen: (concept: Concept) => boolean,
): void {
  const columns = new Set<Concept>();
  for (const { value } of model.body?.sections ?? []) {
    const { labels, heads } = value.derive(namedIn);
    for (const label of labels) {
      const concept = vocabulary.recognise(label, own);
      if (concept !== undefined) note(concept, 'text');
    }
    for (const head of heads) {
      const concept = vocabulary.recognise(head);
      if (concept !== undefined) columns.add(concept);
    }
  }
  const measured = vocabulary.concept('evaluation');
  if (measured !== undefined && model.body?.sections.some(({ value }) => value.derive(hasResults)) === true)
    note(measured, 'text');
  const lead = leadSays(model, ofHeading);
  for (const concept of vocabulary.concepts) {
    if (lead && LEAD.has(concept.id)) note(concept, 'text');
    for (const key of concept.frontMatter ?? []) {
      const pair = model.metadata.get(key);
      if (pair !== undefined && substanceOfNode(pair.value.value) === 'text') note(concept, 'text');
    }
  }
  if (model.kind !== 'impact-assessment') inBody(model, vocabulary, columns, note, isOpen);
}

/** Whether a section of a card answers a concept in passing. */
type Tells = (section: Section) => boolean;

const says =
  (of: Answered): Tells =>
  section =>
    answerIn(section, of) !== undefined;
const licensed: Tells = section => licensesIn(section).length > 0;

/** Concepts of cards that their text may answer without a heading, by what tells. */
const TOLD: ReadonlyMap<string, Tells> = new Map([
  ['limitations', says('limitations')],
  ['known-limitations', says('limitations')],
  ['intended-use', says('intended-use')],
  ['uses', says('intended-use')],
  ['training-data', says('training-data')],
  ['evaluation', says('evaluation')],
  ['source-data', says('source-data')],
  ['contact', section => contactsIn(section).length > 0],
  ['license', licensed],
  ['licensing', licensed],
  ['personal-and-sensitive-information', section => section.derive(personalDataIn).length > 0],
]);

/**
 * Answers of a card that stand in its text without a heading: a sentence, an address, a licence, a column of a table. Only
 * what is open is looked for.
 */
function inBody(
  model: SectionedModel,
  vocabulary: Vocabulary,
  columns: ReadonlySet<Concept>,
  note: Note,
  isOpen: (concept: Concept) => boolean,
): void {
  const sections = model.body?.sections ?? [];
  for (const concept of vocabulary.concepts) {
    const tells = TOLD.get(concept.id);
    if (tells === undefined && !columns.has(concept)) continue;
    if (!isOpen(concept)) continue;
    if (columns.has(concept) || (tells !== undefined && sections.some(({ value }) => tells(value))))
      note(concept, 'text');
  }
}

/** The words of a section that may name what it answers. */
interface Named {
  /** Labels with an answer: "**Licence:** MIT". */
  readonly labels: readonly string[];
  /** The heads of columns that hold anything: a column "Training data" answers as a section does. */
  readonly heads: readonly string[];
}

/** Most sections have none, and share this. */
const NONE: Named = { labels: [], heads: [] };

function namedIn(section: Section): Named {
  const labels = labelsIn(section).flatMap(({ label, answered }) => (answered ? [label] : []));
  const heads = section
    .derive(tablesIn)
    .flatMap(({ header, rows }) =>
      header.filter(
        (cell, index) => cell.text !== '' && rows.some(row => /[\p{L}\p{N}]/u.test(row[index]?.text ?? '')),
      ),
    )
    .map(cell => cell.text);
  return labels.length + heads.length === 0 ? NONE : { labels, heads };
}

function yamlKeys(
  model: SectionedModel,
  vocabulary: Vocabulary,
  own: ReadonlyMap<string, string> | undefined,
  note: Note,
): void {
  const read = (start: number, pair: YamlPair, depth: number): void => {
    const concept = conceptOfKey(keyText(pair.key), vocabulary, own);
    if (concept !== undefined) note(concept, substanceOfNode(pair.value)).keys.push({ start, value: pair });
    if (depth < KEY_DEPTH) for (const each of pairsIn(pair.value)) read(start, each, depth + 1);
  };
  for (const { start, value } of model.metadata.values()) read(start, value, 1);
}

function pairsIn(node: YamlNode): readonly YamlPair[] {
  return node.kind === 'map' ? node.pairs : [];
}

/** The concept that a key of a YAML assessment stands for: its id with `_`, or one of its headings. */
export function conceptOfKey(
  key: string | undefined,
  vocabulary: Vocabulary,
  own?: ReadonlyMap<string, string>,
): Concept | undefined {
  if (key === undefined) return undefined;
  return vocabulary.concept(key.replaceAll('_', '-')) ?? vocabulary.recognise(key.replace(/[_-]/g, ' '), own);
}

/** The headings of a state, as items of the outline. */
export function headingsOf(state: ConceptState, model: SectionedModel): OutlineItem[] {
  return state.headings.flatMap(index => model.outline[index] ?? []);
}
