import type { Concept, VocabularyData } from './types.ts';

/** What joins two concepts in one heading. */
const AND = /\s*(?:[,/]|&(?:amp;)?|(?<=\s)(?:and|und|et|y|e)(?=\s))\s*/i;
/** What may stand between a concept and what qualifies it. */
const JOINTS =
  /\s*(?:[,;:/+]|&(?:amp;)?|[—–|]|(?<=\s)-(?=\s)|(?<=\s)(?:and|und|et|y|e|or|on|of|for|with)(?=\s))\s*/i;
const MOST_PARTS = 6;
/** No beginning has more words. */
const MOST_WORDS = 4;
/** A longer line is no heading that stands for anything. */
const LONGEST = 300;
/** More headings than this are not remembered. */
const MOST_HEADINGS = 20_000;

/** What a vocabulary knows of one heading. */
interface ReadHeading {
  /** Its keys with and without the brackets at its end. */
  readonly keys: readonly [string, string];
  /** The concept that its first words stand for. */
  readonly first: Concept | undefined;
  /** The concept that it stands for where there are no own headings. */
  readonly plain: Concept | undefined;
  /** Every concept that it answers where there are no own headings, once somebody has asked. */
  all: readonly Concept[] | undefined;
}

/** The concepts of one document kind, found by any heading that authors use for them. */
export class Vocabulary {
  readonly data: VocabularyData;
  private readonly byId: ReadonlyMap<string, Concept>;
  private readonly read = new Map<string, ReadHeading>();
  /** Made when the first heading is read: a mapping asks only which concepts support a control. */
  private known: KnownHeadings | undefined;

  constructor(data: VocabularyData) {
    this.data = data;
    this.byId = new Map(data.concepts.map(concept => [concept.id, concept]));
  }

  /** All concepts in their conventional order. */
  get concepts(): readonly Concept[] {
    return this.data.concepts;
  }

  concept(id: string): Concept | undefined {
    return this.byId.get(id);
  }

  /**
   * The concept that a heading stands for. `also` adds an organisation's own headings: heading → concept id.
   * A heading that joins two ("Limitations and bias") is known only when the vocabulary lists it.
   */
  recognise(heading: string, also?: ReadonlyMap<string, string>): Concept | undefined {
    if (heading.length > LONGEST) return undefined;
    const { keys, first, plain } = this.readingOf(heading);
    if (also === undefined || also.size === 0) return plain;
    return this.exact(keys[0], also) ?? this.exact(keys[1], also) ?? first;
  }

  /** What is known of a heading by itself; a long document asks for the same at each edit. */
  private readingOf(heading: string): ReadHeading {
    const known = this.read.get(heading);
    if (known !== undefined) return known;
    const bare = heading.length > LONGEST ? heading : heading.replace(/\s*[([][^()[\]]*[)\]]\s*$/, '');
    const keys = [headingKey(heading), headingKey(bare)] as const;
    const first = this.byFirstWords(keys[0]);
    const plain = this.exact(keys[0], undefined) ?? this.exact(keys[1], undefined) ?? first;
    const made: ReadHeading = { keys, first, plain, all: undefined };
    if (this.read.size >= MOST_HEADINGS) this.read.clear();
    this.read.set(heading, made);
    return made;
  }

  /**
   * Every concept that a heading answers, the one it stands for first: "Performance and limitations" answers two,
   * "Evaluation: second run" and "Training on our data" one of their parts.
   */
  recogniseAll(heading: string, also?: ReadonlyMap<string, string>): readonly Concept[] {
    if (heading.length > LONGEST) return [];
    const reading = this.readingOf(heading);
    if (also !== undefined && also.size > 0) return this.allIn(heading, also);
    reading.all ??= this.allIn(heading, undefined);
    return reading.all;
  }

  private allIn(heading: string, also: ReadonlyMap<string, string> | undefined): readonly Concept[] {
    const whole = this.recognise(heading, also);
    // A heading that is known by its first words alone may say more: "Details of the task (QA) - Dataset".
    const inFull = this.readingOf(heading).keys.some(key => this.exact(key, also) !== undefined);
    const parts = heading.split(inFull ? AND : JOINTS);
    if (parts.length > MOST_PARTS) return whole === undefined ? [] : [whole];
    const found = parts.length < 2 ? [] : parts.flatMap(part => this.recognise(part, also) ?? []);
    return [...new Set(whole === undefined ? found : [whole, ...found])];
  }

  /** The concept of the most words with which a heading begins. */
  private byFirstWords(key: string): Concept | undefined {
    const words = key.split(' ', MOST_WORDS + 1);
    for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count -= 1) {
      const found = this.headings.byBeginning.get(words.slice(0, count).join(' '));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private exact(key: string, also: ReadonlyMap<string, string> | undefined): Concept | undefined {
    const own = also?.get(key);
    return (own === undefined ? undefined : this.byId.get(own)) ?? this.headings.byHeading.get(key);
  }

  private get headings(): KnownHeadings {
    this.known ??= headingsOf(this.data);
    return this.known;
  }

  /** The concepts whose sections can evidence a control. */
  supporting(qualified: string): readonly Concept[] {
    return this.data.concepts.filter(concept => concept.controls.includes(qualified));
  }
}

/** The headings of a vocabulary by their keys. */
interface KnownHeadings {
  readonly byHeading: ReadonlyMap<string, Concept>;
  /** Concepts by the words with which a heading begins. */
  readonly byBeginning: ReadonlyMap<string, Concept>;
}

function headingsOf({ concepts }: VocabularyData): KnownHeadings {
  const byHeading = new Map<string, Concept>();
  const byBeginning = new Map<string, Concept>();
  for (const concept of concepts) {
    for (const heading of [concept.title, ...Object.values(concept.synonyms).flat()])
      byHeading.set(headingKey(heading), concept);
    for (const words of concept.begins ?? []) byBeginning.set(headingKey(words), concept);
  }
  return { byHeading, byBeginning };
}

/** A heading without case, accents, numbering, emoji, brackets and punctuation at its ends; `&` is "and". */
export function headingKey(heading: string): string {
  return heading
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff]|\ufe0f/g, '')
    .replace(/[[({]\s*(?:optional|required|if applicable|recommended)\s*[\])}]/g, ' ')
    .replace(/&(?:amp;)?/g, ' and ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/^(?:(?:section|part|step)\s+)?(?:\d{1,2}(?:[.)-]\d{0,2}){0,4}|[ivx]{1,4}[.)]|[a-z][.)])\s+/, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '')
    .replace(/^(?:\d{1,2}(?:[.)]\d{0,2}){0,4})\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
