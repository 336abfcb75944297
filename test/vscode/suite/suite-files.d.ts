// The module that harness/suite-bundle.mjs writes while bundling.
declare module 'suite:files' {
  /** Loads the chosen test files, which register their tests with mocha. */
  export function loadTests(): void;
}
