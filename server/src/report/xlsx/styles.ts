import { CELL_STYLES, type CellStyle } from './cells.ts';

const FONTS = [
  '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF0B5C94"/><name val="Calibri"/><family val="2"/></font>',
];

/** The first two are laid down by the format. */
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  ...['FF1F3A3D', 'FFDDF0E2', 'FFFBE3DC'].map(
    colour =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  ),
];

const EDGE = '<color rgb="FFCFD6DA"/>';
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left style="thin">${EDGE}</left><right style="thin">${EDGE}</right><top style="thin">${EDGE}</top><bottom style="thin">${EDGE}</bottom><diagonal/></border>`,
];

/** Font and fill of each format, as places in the lists above. */
const FORMATS: Readonly<Record<CellStyle, readonly [font: number, fill: number]>> = {
  plain: [0, 0],
  head: [1, 2],
  title: [2, 0],
  good: [0, 3],
  bad: [0, 4],
  link: [3, 0],
  number: [0, 0],
};

/** The styles of a workbook; every cell wraps its text and begins at the top. */
export function stylesXml(): string {
  const list = (name: string, items: readonly string[]): string =>
    `<${name} count="${items.length}">${items.join('')}</${name}>`;
  const formats = CELL_STYLES.map(style => {
    const [font, fill] = FORMATS[style];
    const across = style === 'number' ? ' horizontal="right"' : '';
    return `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"${across}/></xf>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    list('fonts', FONTS),
    list('fills', FILLS),
    list('borders', BORDERS),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    list('cellXfs', formats),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
