import type { Local } from '../../text/span.ts';
import type { Block } from './blocks.ts';
import type { Section } from './section.ts';

/** A cell; its span holds the text without the blanks around it. */
export interface TableCell extends Local {
  readonly text: string;
}

/** A table of a section; spans are local to the section. */
export interface Table extends Local {
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** The tables of a section in the order of the text. */
export function tablesIn(section: Section): readonly Table[] {
  return section.blocks.filter(block => block.kind === 'table').map(block => tableOf(block, section.text));
}

function tableOf(block: Block, text: string): Table {
  const lines = [...text.slice(block.from, block.to).matchAll(/[^\r\n]+/g)];
  const rows = lines.map(line => cellsOf(line[0], block.from + line.index));
  return { from: block.from, to: block.to, header: rows[0] ?? [], rows: rows.slice(2) };
}

/** Cells lie between pipes; a backslash keeps a pipe from being one, and the outermost pipes are optional. */
function cellsOf(line: string, start: number): TableCell[] {
  const cells: TableCell[] = [];
  let from = line.search(/\S/) + (line.trimStart().startsWith('|') ? 1 : 0);
  for (let offset = from; offset <= line.length; offset += 1) {
    if (offset < line.length && (line[offset] !== '|' || line[offset - 1] === '\\')) continue;
    if (offset === line.length && line.slice(from).trim() === '' && cells.length > 0) break;
    const raw = line.slice(from, offset);
    const lead = raw.length - raw.trimStart().length;
    const cell = raw.trim();
    cells.push({ text: cell, from: start + from + lead, to: start + from + lead + cell.length });
    from = offset + 1;
  }
  return cells;
}
