/** A model card as what it says, whatever format it is written in. Texts are Markdown; absent means not said. */
export interface ExchangeCard {
  readonly name?: string;
  readonly version?: string;
  /** Release date as written. */
  readonly released?: string;
  /** What the model does, in a few sentences. */
  readonly overview?: string;
  readonly licenses: readonly CardLicense[];
  readonly people: readonly CardPerson[];
  readonly references: readonly string[];
  readonly citations: readonly string[];
  readonly tags: readonly string[];
  readonly task?: string;
  readonly baseModels: readonly string[];
  /** How it learned, such as `supervised`. */
  readonly approach?: string;
  readonly architectureFamily?: string;
  readonly architecture?: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly datasets: readonly CardDataset[];
  readonly metrics: readonly CardMetric[];
  readonly users: readonly string[];
  readonly useCases: readonly string[];
  readonly limitations: readonly string[];
  readonly tradeoffs: readonly string[];
  readonly ethics: readonly CardRisk[];
  readonly fairness: readonly CardFairness[];
  /** Everything that has no field of its own, in the order of the card. */
  readonly sections: readonly CardSection[];
}

/** Terms of use: an id where one is known, else words. */
export interface CardLicense {
  readonly id?: string;
  readonly name?: string;
  readonly url?: string;
}

/** Who answers for the model, and how to reach them. */
export interface CardPerson {
  readonly name?: string;
  readonly contact?: string;
}

/** Data that the model was made or measured with. */
export interface CardDataset {
  readonly name: string;
  readonly url?: string;
  readonly description?: string;
  readonly sensitive?: readonly string[];
}

/** One measured value. */
export interface CardMetric {
  readonly type: string;
  readonly value: string;
  readonly slice?: string;
  readonly dataset?: string;
  readonly lower?: string;
  readonly upper?: string;
}

/** A risk and what is done about it. */
export interface CardRisk {
  readonly name: string;
  readonly mitigation?: string;
}

/** What the model means for a group of people. */
export interface CardFairness {
  readonly group: string;
  readonly benefits?: string;
  readonly harms?: string;
  readonly mitigation?: string;
}

/** A section of text. */
export interface CardSection {
  /** Concept of our vocabulary that it stands for; absent where the heading is the author's own. */
  readonly concept?: string;
  readonly title: string;
  readonly text: string;
}

/** A card that says nothing yet. */
export const EMPTY_CARD: ExchangeCard = {
  licenses: [],
  people: [],
  references: [],
  citations: [],
  tags: [],
  baseModels: [],
  inputs: [],
  outputs: [],
  datasets: [],
  metrics: [],
  users: [],
  useCases: [],
  limitations: [],
  tradeoffs: [],
  ethics: [],
  fairness: [],
  sections: [],
};

/** A card that was read, with what of its file could not be taken over. */
export interface ReadCard {
  readonly card: ExchangeCard;
  readonly lost: readonly string[];
}
