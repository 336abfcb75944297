/** A value that a tool takes, as JSON Schema says it. */
export type Parameter = {
  readonly description: string;
} & (
  | { readonly type: 'string'; readonly enum?: readonly string[] }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum?: number }
);

/** The questions that an assistant can ask; none of them changes anything. */
export type ToolName = 'explain_control' | 'coverage' | 'gaps' | 'evidence_for';

/** A question with what it takes, in the words that a language model is told. */
export interface Tool {
  readonly name: ToolName;
  readonly title: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly required: readonly string[];
}

/** How many rows an answer has where nothing is said, and at most. */
export const ROWS = { usual: 25, most: 100 } as const;

const CONTROL: Parameter = {
  type: 'string',
  description:
    'Id of a control, clause or article in any usual spelling: "A.6.2.4", "iso-42001:A.6.2.4", "Clause 6.1.4", "GOVERN 1.1", "EU AI Act Article 10". An id without its framework is read as one of ISO/IEC 42001 where that has it.',
};
const SYSTEM: Parameter = {
  type: 'string',
  description: 'Id of one AI system, as the control mappings name it. Leave out for all systems.',
};
const FRAMEWORK: Parameter = {
  type: 'string',
  description: 'Id of one framework, such as "iso-42001" or "eu-ai-act". Leave out for all in scope.',
};
const FROM: Parameter = {
  type: 'integer',
  minimum: 0,
  description: 'How many rows to leave out at the start, to read on where an earlier answer ended.',
};
const LIMIT: Parameter = {
  type: 'integer',
  minimum: 1,
  maximum: ROWS.most,
  description: `How many rows are wanted at most; ${ROWS.usual} where nothing is said.`,
};

/** Every tool. package.json names them with the same words, which a test compares. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'explain_control',
    title: 'Explain a control',
    description:
      "Explains a control, clause or article of a governance framework for AI (ISO/IEC 42001, EU AI Act, NIST AI RMF, ISO/IEC 27001 and others) in our own words: what it asks for, what counts as evidence, related items of other frameworks, and where this workspace answers or names it, with file and line. Use it before saying what a control requires. It does not quote the standard's text.",
    parameters: { control: CONTROL, system: SYSTEM },
    required: ['control'],
  },
  {
    name: 'coverage',
    title: 'Coverage of frameworks',
    description:
      'How strong the evidence of each control is in this workspace: counts for each framework and AI system, then the controls with strength, needed strength, status, owner, and file and line of their entry in the control mapping. Strengths, weakest first: missing, asserted, documented, reviewed, tested. It says what is evidenced, never that anything is compliant.',
    parameters: {
      framework: FRAMEWORK,
      system: SYSTEM,
      strength: {
        type: 'string',
        enum: ['missing', 'asserted', 'documented', 'reviewed', 'tested'],
        description: 'Only applicable controls whose evidence is exactly this strong.',
      },
      from: FROM,
      limit: LIMIT,
    },
    required: [],
  },
  {
    name: 'gaps',
    title: 'Gaps in the evidence',
    description:
      'The controls of this workspace that lack the evidence they need, or whose evidence has changed since it was signed: why, what to do next, sections of existing documents that could be linked, and the file and line where that is to be written. Use it for "what is missing" and "what should I do next".',
    parameters: {
      framework: FRAMEWORK,
      system: SYSTEM,
      owner: {
        type: 'string',
        description: 'Only controls of this owner, as the mapping writes it. An empty text: without owner.',
      },
      from: FROM,
      limit: LIMIT,
    },
    required: [],
  },
  {
    name: 'evidence_for',
    title: 'Evidence for a control',
    description:
      'Everything that this workspace holds as evidence for one control: each piece with its strength, why it is not stronger, who has signed it, and file and line of both the entry and the evidence; further, sections that could be linked, and paired controls of other frameworks whose evidence is useful.',
    parameters: { control: CONTROL, system: SYSTEM },
    required: ['control'],
  },
];

/** JSON Schema of what a tool takes. */
export function inputSchema({ parameters, required }: Tool): object {
  return {
    type: 'object',
    properties: parameters,
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}
