import type { RepositoryFact, Topic } from './fact.ts';

/** Keys of a table that are facts. */
type Table = Readonly<Record<string, Readonly<Record<string, Topic>>>>;

const PYPROJECT: Table = {
  project: { name: 'package', version: 'package-version', license: 'license' },
  'project.urls': { Repository: 'repository', Source: 'repository', Homepage: 'homepage' },
};

const SETUP: Table = {
  metadata: { name: 'package', version: 'package-version', license: 'license', url: 'homepage' },
};

/** `pyproject.toml`: strings on one line below `[project]`; anything more artful is left unread. */
export function pyproject(text: string): RepositoryFact[] {
  return factsOf(text, PYPROJECT, written =>
    /^(?:"([^"\\]*)"|'([^']*)')\s*(?:#.*)?$/
      .exec(written)
      ?.slice(1)
      .find(each => each !== undefined),
  );
}

/** `setup.cfg`: values on one line below `[metadata]`; those that point elsewhere are left unread. */
export function setupConfig(text: string): RepositoryFact[] {
  return factsOf(text, SETUP, written => (/^(?:attr|file):/.test(written) ? undefined : written));
}

function factsOf(
  text: string,
  tables: Table,
  unquoted: (written: string) => string | undefined,
): RepositoryFact[] {
  const facts: RepositoryFact[] = [];
  let table = '';
  let offset = 0;
  for (const line of text.split('\n')) {
    const start = offset;
    offset += line.length + 1;
    const head = /^\s*\[([^[\]]+)\]\s*(?:#.*)?$/.exec(line);
    if (head !== null) table = (head[1] ?? '').trim();
    const equals = line.indexOf('=');
    const topic = equals < 0 ? undefined : tables[table]?.[line.slice(0, equals).trim().replaceAll('"', '')];
    if (topic === undefined) continue;
    const written = line.slice(equals + 1).trim();
    const value = unquoted(written)?.trim();
    if (value === undefined || value === '') continue;
    const from = start + line.indexOf(value, equals);
    const key = line.slice(0, equals).trim().replaceAll('"', '');
    facts.push({ topic, value, pointer: `${table}.${key}`, from, to: from + value.length });
  }
  return facts;
}
