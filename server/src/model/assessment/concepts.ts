/** What headings and keys stand for, as the vocabulary of assessments says. */
export interface Concepts {
  /** Id of the concept that a heading stands for. */
  ofHeading(title: string): string | undefined;
  /** Id of the concept that a YAML key stands for. */
  ofKey(key: string): string | undefined;
}
