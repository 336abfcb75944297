/** Whether two names mean one person: equal but for case, an e-mail's brackets and its display name. */
export function samePerson(a: string, b: string): boolean {
  const [left, right] = [personKey(a), personKey(b)];
  return left !== '' && left === right;
}

/** The e-mail address in a name if there is one, else the name, in lower case. */
export function personKey(name: string): string {
  const mail = /[\w.+-]{1,64}@[\w.-]+/.exec(name)?.[0];
  return (mail ?? name).trim().replace(/^@/, '').toLowerCase();
}
