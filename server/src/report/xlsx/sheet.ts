import { harmless } from '../spreadsheet-text.ts';
import { CELL_STYLES, type Cell, cellText, columnName, type Sheet } from './cells.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** More links than this a sheet does not take. */
const MOST_LINKS = 60_000;

/** A sheet as the files of its workbook: its own, and the one of its links. */
export interface SheetFiles {
  readonly sheet: string;
  /** Absent where nothing is linked. */
  readonly links: string | undefined;
}

/** Writes a sheet: the first row stays in view, has filters and is repeated on each printed page. */
export function sheetFiles({ columns, rows }: Sheet, first: boolean): SheetFiles {
  const last = `${columnName(columns.length - 1)}${rows.length + 1}`;
  const head = columns.map(({ title }): Cell => ({ text: title, style: 'head' }));
  const linked = rows
    .flatMap((row, index) => row.map((cell, column) => ({ cell, at: `${columnName(column)}${index + 2}` })))
    .flatMap(({ cell, at }) => (cell.href === undefined ? [] : [{ at, href: cell.href }]))
    .slice(0, MOST_LINKS);
  const outside = linked.filter(({ href }) => !href.startsWith('#'));
  const ids = new Map(
    [...new Set(outside.map(each => each.href))].map((href, index) => [href, `rId${index + 1}`]),
  );
  const links = linked.map(({ at, href }) => {
    const id = ids.get(href);
    return id === undefined
      ? `<hyperlink ref="${at}" location="${cellText(href.slice(1))}"/>`
      : `<hyperlink ref="${at}" r:id="${id}"/>`;
  });
  const sheet = [
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${last}"/>`,
    `<sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${[head, ...rows].map(rowXml).join('')}</sheetData>`,
    `<autoFilter ref="A1:${last}"/>`,
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>',
  ];
  return { sheet: sheet.join(''), links: ids.size === 0 ? undefined : relations(ids) };
}

function rowXml(cells: readonly Cell[], index: number): string {
  return `<row r="${index + 1}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`)).join('')}</row>`;
}

function cellXml({ text, href, style }: Cell, at: string): string {
  const format = CELL_STYLES.indexOf(style ?? (href === undefined ? 'plain' : 'link'));
  if (typeof text === 'number') return `<c r="${at}" s="${format}"><v>${text}</v></c>`;
  if (text === '') return `<c r="${at}" s="${format}"/>`;
  // Texts stand in the sheet itself: a table of shared ones saves little in a file that is packed anyway.
  return `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${cellText(harmless(text))}</t></is></c>`;
}

function relations(ids: ReadonlyMap<string, string>): string {
  const each = [...ids].map(
    ([href, id]) =>
      `<Relationship Id="${id}" Type="${RELATIONS}/hyperlink" Target="${cellText(href)}" TargetMode="External"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}
