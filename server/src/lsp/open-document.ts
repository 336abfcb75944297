import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { Source } from '../text/source.ts';
import { spanOf } from './positions.ts';
import { type Step, Steps } from './steps.ts';

/** A document that an editor shows. Its text counts, whatever the file says. */
export class OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  private current: Source;
  private counted: number;
  private readonly steps = new Steps();

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.counted = version;
    this.current = new Source(text);
    this.steps.replace(this.current);
  }

  get source(): Source {
    return this.current;
  }

  get version(): number {
    return this.counted;
  }

  /** Applies changes in their order; each refers to the text after the one before. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change) {
        const span = spanOf(this.current, change.range);
        this.current = this.current.change({ span, text: change.text });
        this.steps.add(span, change.text.length, this.current);
      } else {
        this.current = new Source(change.text);
        this.steps.replace(this.current);
      }
    }
    this.counted = version;
  }

  /** Makes the next steps give the whole text, for a session that does not know it. */
  touch(): void {
    this.steps.replace(this.current);
  }

  /** What happened to the text since the last call. */
  takeSteps(): readonly Step[] {
    return this.steps.take();
  }
}
