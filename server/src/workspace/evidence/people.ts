/** Whether two names mean one person: equal but for case, an e-mail's brackets and its display name. */
export function samePerson(a: string, b: string): boolean {
  const [left, right] = [personKey(a), personKey(b)];
  return left !== '' && left === right;
}

/** The name in `Name <address>`, as git writes authors; the whole text where no address is behind it. */
export function nameOf(author: string): string {
  const text = author.trimEnd();
  const open = text.endsWith('>') ? text.lastIndexOf('<') : -1;
  return open < 0 ? text : text.slice(0, open).trimEnd();
}

/** The e-mail address in a name if there is one, else the name, in lower case. */
export function personKey(name: string): string {
  const mail = /[\w.+-]{1,64}@[\w.-]+/.exec(name)?.[0];
  return (mail ?? name).trim().replace(/^@/, '').toLowerCase();
}
