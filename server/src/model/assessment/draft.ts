import type { Span } from '../../text/span.ts';
import type { Metadata } from '../sectioned.ts';
import type { Columns } from './columns.ts';
import { unescapeLines } from './prose.ts';
import { filled } from './rows.ts';
import { LABELS, type LabelledConcept, RECORD_NAMES, type RecordName } from './shape.ts';
import type { Assessment, Filled, Labelled, RecordLists, Row, SectionContent, Value } from './types.ts';

/** Text that is gathered piece by piece. */
export class Target {
  /** Concept of the section; undefined for other sections and the text before the first. */
  readonly concept: string | undefined;
  readonly heading: Span;
  /** Whether anything stands in the section, be it taken out of the text. */
  said = false;
  private readonly pieces: string[] = [];
  private span: Span | undefined;

  constructor(concept: string | undefined, heading: Span) {
    this.concept = concept;
    this.heading = heading;
  }

  /** Adds a piece of Markdown; blank lines around it do not count. */
  add(markdown: string, span: Span): void {
    const lead = markdown.length - markdown.trimStart().length;
    const piece = markdown.trim();
    if (piece === '') return;
    this.said = true;
    this.pieces.push(piece);
    const start = this.span?.start ?? span.start + lead;
    this.span = { start, end: span.start + lead + piece.length };
  }

  /** What was gathered, with LF line breaks. `escaped`: whether marks of Markdown are escaped in it. */
  text(escaped: boolean): Value | undefined {
    const joined = this.pieces.join('\n\n').replace(/\r\n?/g, '\n');
    const value = escaped ? unescapeLines(joined) : joined;
    return this.span === undefined ? undefined : { value, span: this.span };
  }
}

/** An assessment while it is read. */
export class Draft {
  title: Value | undefined;
  readonly lead = new Target(undefined, { start: 0, end: 0 });
  private readonly metadata: Metadata;
  private readonly escaped: boolean;
  private readonly sections = new Map<string, Target>();
  private readonly others: { readonly title: string; readonly target: Target }[] = [];
  private readonly rows = new Map<RecordName, Row<Columns>[]>();
  private readonly labelled = new Map<string, readonly Value[]>();

  /** `escaped`: whether texts are Markdown of a file, in which marks may be escaped. */
  constructor(metadata: Metadata, escaped = true) {
    this.metadata = metadata;
    this.escaped = escaped;
  }

  /** The section of a concept; a second one of the same adds to the first. */
  section(concept: string, heading: Span): Target {
    const known = this.sections.get(concept);
    if (known !== undefined) return known;
    const made = new Target(concept, heading);
    this.sections.set(concept, made);
    return made;
  }

  /** A section that is no concept. */
  otherSection(title: string, heading: Span): Target {
    const target = new Target(undefined, heading);
    this.others.push({ title, target });
    return target;
  }

  addRows(name: RecordName, rows: readonly Row<Columns>[]): void {
    const list = this.rows.get(name);
    if (list === undefined) this.rows.set(name, [...rows]);
    else list.push(...rows);
  }

  /** Notes a labelled value; false where the label stood before, so that the second stays text. */
  label(concept: string, field: string, values: readonly Value[]): boolean {
    const name = `${concept}/${field}`;
    if (values.length === 0 || this.labelled.has(name)) return false;
    this.labelled.set(name, values);
    return true;
  }

  assessment(): Assessment {
    const sections = new Map<string, SectionContent>();
    for (const [concept, target] of this.sections)
      sections.set(concept, {
        concept,
        heading: target.heading,
        text: target.text(this.escaped),
        empty: !target.said,
      });
    return {
      metadata: this.metadata,
      title: this.title,
      lead: this.lead.text(this.escaped),
      sections,
      labels: this.labels(),
      // The rows of a list were read with the columns of that list.
      records: Object.fromEntries(
        RECORD_NAMES.map(name => [name, this.rows.get(name) ?? []]),
      ) as unknown as RecordLists,
      other: this.others.map(({ title, target }) => ({
        title,
        heading: target.heading,
        text: target.text(this.escaped),
      })),
    };
  }

  private labels(): Labelled {
    const of = <C extends LabelledConcept>(concept: C): Filled<(typeof LABELS)[C]> =>
      filled(LABELS[concept], field => this.labelled.get(`${concept}/${field}`) ?? []);
    return {
      scope: of('scope'),
      'system-description': of('system-description'),
      'intended-uses': of('intended-uses'),
      data: of('data'),
      'algorithm-and-model': of('algorithm-and-model'),
      'deployment-environment': of('deployment-environment'),
      'human-oversight': of('human-oversight'),
      approval: of('approval'),
      retention: of('retention'),
    };
  }
}
