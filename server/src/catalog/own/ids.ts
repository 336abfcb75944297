const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9.]+)*$/;

/** Whether a text can stand in front of the colon of a qualified id. */
export function isFrameworkId(text: string): boolean {
  return ID.test(text);
}

/** A framework id from a file's name or a title: `NIST_SP-800-53_rev5_catalog.json` → `nist-sp-800-53-rev5`. */
export function frameworkIdFrom(text: string): string {
  const words = text.toLowerCase().match(/[a-z0-9]+(?:\.[0-9]+)*/g) ?? [];
  const telling = words.filter(
    word => !['catalog', 'catalogue', 'min', 'json', 'yaml', 'yml'].includes(word),
  );
  const id = (telling.length > 0 ? telling : words).join('-');
  return /^[a-z]/.test(id) ? id : `own-${id === '' ? 'catalog' : id}`;
}

/** A file's name without folder and ending; for a `catalog.json` the folder that holds it. */
export function stemOf(path: string): string {
  const [name = '', folder = ''] = path.split('/').reverse();
  const stem = name.replace(/\.[^.]+$/, '');
  return /^(?:catalog|catalogue|index|framework|library)(?:[-_.]min)?$/i.test(stem) && folder !== ''
    ? folder
    : stem;
}
