import { xmlText } from '../../text/xml.ts';

/** What a cell shows. */
export interface Cell {
  readonly text: string | number;
  /** Where a click leads: an address, a path beside the workbook, or `#'Sheet'!A1`. */
  readonly href?: string;
  readonly style?: CellStyle;
}

/** How a cell looks; each is a format of the workbook's styles. */
export type CellStyle = 'plain' | 'head' | 'title' | 'good' | 'bad' | 'link' | 'number';

/** Order of the formats in the workbook's styles. */
export const CELL_STYLES: readonly CellStyle[] = ['plain', 'head', 'title', 'good', 'bad', 'link', 'number'];

/** One sheet of a workbook. */
export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The longest text that a cell takes. */
const LONGEST = 32_767;

/** Text of a cell as XML: as much as a cell takes is kept. */
export function cellText(text: string): string {
  return xmlText(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
}

/** The name of a column, from 0: A, B, …, Z, AA. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
