import type { Severity } from '../model/severity.ts';

/** How stretches of a text report are made to stand out. */
export interface Paint {
  readonly path: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
}

const asIs = (text: string): string => text;

/** No colours, for files and pipes. */
export const PLAIN: Paint = {
  path: asIs,
  faint: asIs,
  severity: { error: asIs, warning: asIs, information: asIs, hint: asIs },
};

function code(open: number, close: number): (text: string) => string {
  return text => `\u001b[${open}m${text}\u001b[${close}m`;
}

/** Colours of a terminal. */
export const COLOURS: Paint = {
  path: code(1, 22),
  faint: code(2, 22),
  severity: { error: code(31, 39), warning: code(33, 39), information: code(36, 39), hint: code(34, 39) },
};
