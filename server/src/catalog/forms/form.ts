/** What is known of a form before it is loaded. */
export interface FormHead {
  readonly id: string;
  readonly title: string;
  /** The law or standard that asks, as a reader knows it. */
  readonly regime: string;
}

/** One of the answers that a question offers. */
export interface FormChoice {
  readonly id: string;
  readonly text: string;
  /** Absent where it counts for nothing. */
  readonly points?: number;
}

/** A question of a form, with the id that its regime gives it and our own words. */
export interface FormQuestion {
  readonly id: string;
  readonly text: string;
  /** Text where nothing is said; `choices` takes several of them. */
  readonly answer?: 'text' | 'choice' | 'choices';
  /** What of an impact assessment answers it: `concept`, `concept.field` for a labelled value, `key:name`. */
  readonly from?: readonly string[];
  /** Why that may not be the whole answer, and what to look for. */
  readonly partly?: string;
  /** Parts that make the answer whole when all of them are there. */
  readonly unless?: readonly string[];
  /** Asked only where each of these questions has one of these choices. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
  readonly choices?: readonly FormChoice[];
}

/** Questions that belong together. */
export interface FormGroup {
  readonly id: string;
  readonly title: string;
  /** Which score the points of the group count for. */
  readonly score?: 'raw' | 'mitigation';
  /** Choice of the phase question for which the group is asked. */
  readonly phase?: string;
  readonly questions: readonly FormQuestion[];
}

/** How points become a level. */
export interface ScoreRule {
  /** Upper ends of the levels but the last, in percent of the highest raw score. */
  readonly levels: readonly number[];
  readonly names: readonly string[];
  /** From this percentage of the highest mitigation score on, the raw score is lowered by that percentage. */
  readonly mitigation: { readonly from: number; readonly lowers: number };
  /** The question whose choice says which groups with a phase are asked. */
  readonly phase: string;
}

/** A form, as its file in catalogs/forms holds it. */
export interface FormData extends FormHead {
  readonly edition: string;
  readonly publisher: string;
  readonly provenance: {
    readonly sources: readonly string[];
    readonly retrieved: string;
    readonly licence: string;
    readonly attribution?: string;
    readonly notes?: readonly string[];
  };
  readonly score?: ScoreRule;
  readonly groups: readonly FormGroup[];
}

/** A form with its questions by id. */
export class Form {
  readonly data: FormData;
  private readonly byId = new Map<string, FormQuestion>();

  constructor(data: FormData) {
    this.data = data;
    for (const group of data.groups)
      for (const question of group.questions) this.byId.set(question.id, question);
  }

  /** All questions in the order of the form. */
  get questions(): readonly FormQuestion[] {
    return [...this.byId.values()];
  }

  question(id: string): FormQuestion | undefined {
    return this.byId.get(id);
  }
}
