import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { strFromU8, unzipSync } from 'fflate';

/** A sheet as it was read back. */
export interface ReadSheet {
  readonly name: string;
  /** Texts and numbers by row, the head first. */
  readonly rows: readonly (readonly string[])[];
  /** Targets of links by cell. */
  readonly links: ReadonlyMap<string, string>;
  readonly frozen: boolean;
  readonly filter: string | undefined;
  readonly widths: readonly number[];
  /** Whether every cell is a text or a number, and none a formula. */
  readonly plain: boolean;
}

/** Reads an XLSX file; every part has to be well-formed XML. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const files = unzipSync(bytes);
  const part = (name: string): XmlElement => {
    const file = files[name];
    const root = file === undefined ? null : parseXml(strFromU8(file)).root;
    if (root === null) throw new Error(`the workbook has no ${name}`);
    return root;
  };
  for (const name of Object.keys(files)) part(name);
  return all(part('xl/workbook.xml'), 'sheet').map((sheet, index) => {
    const file = `xl/worksheets/sheet${index + 1}.xml`;
    const links = `xl/worksheets/_rels/sheet${index + 1}.xml.rels`;
    return readSheet(sheet.attributes['name'] ?? '', part(file), links in files ? part(links) : undefined);
  });
}

function readSheet(name: string, sheet: XmlElement, relations: XmlElement | undefined): ReadSheet {
  const targets = new Map(
    (relations === undefined ? [] : all(relations, 'Relationship')).map(each => [
      each.attributes['Id'],
      each.attributes['Target'] ?? '',
    ]),
  );
  return {
    name,
    rows: all(sheet, 'row').map(row => all(row, 'c').map(cell => cell.text)),
    links: new Map(
      all(sheet, 'hyperlink').map(each => [
        each.attributes['ref'] ?? '',
        targets.get(each.attributes['r:id'] ?? '') ?? `#${each.attributes['location'] ?? ''}`,
      ]),
    ),
    frozen: all(sheet, 'pane').some(
      each => each.attributes['state'] === 'frozen' && each.attributes['ySplit'] === '1',
    ),
    filter: all(sheet, 'autoFilter')[0]?.attributes['ref'],
    widths: all(sheet, 'col').map(each => Number(each.attributes['width'])),
    plain: all(sheet, 'f').length === 0,
  };
}

/** Elements of a name anywhere below another. */
function all(within: XmlElement, name: string): XmlElement[] {
  return within.children.flatMap(child =>
    child instanceof XmlElement ? [...(child.name === name ? [child] : []), ...all(child, name)] : [],
  );
}
