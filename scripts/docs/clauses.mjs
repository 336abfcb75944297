/** A qualified id as people read it: `iso-42001:7.5.3` is "ISO/IEC 42001:2023 clause 7.5.3". */
export function clauseName(qualified, heads) {
  const colon = qualified.indexOf(':');
  const [framework, id] = [qualified.slice(0, colon), qualified.slice(colon + 1)];
  const name = heads.find(head => head.id === framework)?.name;
  if (name === undefined) throw new Error(`${qualified} names no framework`);
  return /^\d/.test(id) ? `${name} clause ${id}` : `${name} ${id}`;
}
