import type { NewPlace } from '../kind.ts';
import { documentsOf, mappingValue, type Sourced, shownFrom } from './sources.ts';

/** A question that decides whether a full assessment is needed. */
export interface Criterion {
  readonly question: string;
  /** Why a yes calls for a full assessment, with the clause or article. */
  readonly why: string;
  /** The answer, where the workspace tells it. */
  known(place: NewPlace): KnownAnswer | undefined;
}

/** An answer that some file gives. */
export interface KnownAnswer {
  readonly yes: boolean;
  readonly because: string;
  readonly source: string;
}

const HIGH = new Set(['high', 'prohibited', 'gpai-systemic']);
const LOW = new Set(['limited', 'minimal']);
const SENSITIVE =
  /financ|bank|insur|credit|health|medic|employ|recruit|educat|justice|police|law.?enforcement|border|migration|welfare|social|critical.?infra|energy/i;

/** The criteria in the order in which they are asked; one yes is enough. */
export const CRITERIA: readonly Criterion[] = [
  {
    question: 'Is the system high-risk under the law that applies to it?',
    why: 'EU AI Act Art. 6 and Art. 27',
    known: place => {
      const found = mappingValue('riskClass', place);
      if (found === undefined) return undefined;
      const yes = HIGH.has(found.value);
      return yes || LOW.has(found.value)
        ? { yes, because: `the risk class is "${found.value}"`, source: found.source }
        : undefined;
    },
  },
  {
    question:
      'Is it used where people depend on the outcome: credit, work, health, education, benefits, justice?',
    why: 'ISO/IEC 42001 A.5.4',
    known: place => yesFor(mappingValue('sector', place), each => SENSITIVE.test(each), 'the sector is'),
  },
  {
    question: 'Does it process personal data?',
    why: 'ISO/IEC 42001 A.5.4; GDPR Art. 35',
    known: place => {
      for (const kind of ['dataset-card', 'model-card'] as const)
        for (const { path } of documentsOf(kind, place))
          if (place.graph.personalData(path).some(each => each.data))
            return { yes: true, because: 'a card says so', source: shownFrom(place, path) };
      return undefined;
    },
  },
  {
    question: 'Does it act by itself, or decide about people without a person in between?',
    why: 'ISO/IEC 42001 A.9.3; GDPR Art. 22',
    known: place =>
      yesFor(mappingValue('modelType', place), each => each === 'agentic', 'the kind of model is'),
  },
  {
    question: 'Can it affect people who can hardly defend themselves: children, patients, people in need?',
    why: 'ISO/IEC 42001 A.5.4',
    known: () => undefined,
  },
  {
    question: 'Can an error hurt somebody, or do something that cannot be undone?',
    why: 'ISO/IEC 42001 A.5.4 and A.5.5',
    known: () => undefined,
  },
  {
    question: 'Does it touch many people, or society as a whole: elections, public debate, the environment?',
    why: 'ISO/IEC 42001 A.5.5',
    known: () => undefined,
  },
];

function yesFor(
  found: Sourced | undefined,
  test: (value: string) => boolean,
  words: string,
): KnownAnswer | undefined {
  return found === undefined || !test(found.value)
    ? undefined
    : { yes: true, because: `${words} "${found.value}"`, source: found.source };
}
