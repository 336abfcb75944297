// The module that harness/suite-bundle.mjs writes while bundling.
declare module 'suite:files' {
  /** Loads the chosen test files, which register their tests with mocha. */
  export function loadTests(): void;
}

// The module that web/bundles.mjs writes while bundling.
declare module 'suite:expected' {
  /** A finding as the command line prints it in JSON. */
  export interface ExpectedFinding {
    readonly path: string;
    readonly rule: string;
    readonly severity: string;
    readonly range: {
      readonly start: { readonly line: number; readonly character: number };
      readonly end: { readonly line: number; readonly character: number };
    };
    readonly message: string;
  }
  /** What the command line finds in each example, by its name. */
  export const expected: Readonly<Record<string, readonly ExpectedFinding[]>>;
}
