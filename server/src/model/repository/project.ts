import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { factAt, type RepositoryFact, textOf } from './fact.ts';
import { factsByKey } from './keys.ts';

/** `CITATION.cff`. */
export function citation(root: YamlNode): RepositoryFact[] {
  if (valueAt(root, 'cff-version') === undefined) return [];
  const authors = valueAt(root, 'authors');
  const people = authors?.kind === 'seq' ? authors.items : [];
  const names = people.flatMap(each => personName(each) ?? []);
  return [
    ...factsByKey(root, {
      title: 'cited-title',
      version: 'version',
      'date-released': 'released',
      license: 'license',
      doi: 'doi',
      'repository-code': 'repository',
      url: 'homepage',
    }),
    ...factAt('authors', authors, 'authors', names.length === 0 ? undefined : names.join(', ')),
    ...contacts(valueAt(root, 'contact'), 'contact'),
    ...contacts(authors, 'authors'),
  ];
}

function personName(person: YamlNode): string | undefined {
  const parts = ['given-names', 'name-particle', 'family-names'].flatMap(
    key => textOf(valueAt(person, key)) ?? [],
  );
  return parts.length > 0 ? parts.join(' ') : textOf(valueAt(person, 'name'));
}

function contacts(node: YamlNode | undefined, pointer: string): RepositoryFact[] {
  const people = node?.kind === 'seq' ? node.items : [];
  return people.flatMap((each, index) =>
    factAt('contact', valueAt(each, 'email'), `${pointer}[${index}].email`),
  );
}
