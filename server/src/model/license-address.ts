/** Where licences are published, by what in the address tells which one it is. */
const CREATIVE_COMMONS =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses\/(by(?:-nc)?(?:-sa|-nd)?)|publicdomain\/(zero))\/(\d\.\d)(?:\/|$)/i;
const BY_ID =
  /^https?:\/\/(?:www\.)?(?:opensource\.org\/licen[cs]es?|spdx\.org\/licenses)\/([\w.-]+?)(?:\.html|\.php)?\/?$/i;
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.)?apache\.org\/licenses\/license-2\.0/i, 'Apache-2.0'],
  [/^https?:\/\/(?:www\.)?gnu\.org\/licenses\/gpl-3\.0/i, 'GPL-3.0'],
  [/^https?:\/\/(?:www\.)?gnu\.org\/licenses\/agpl-3\.0/i, 'AGPL-3.0'],
  [/^https?:\/\/(?:www\.)?mozilla\.org\/(?:[a-z-]+\/)?mpl\/2\.0/i, 'MPL-2.0'],
  [/^https?:\/\/(?:www\.)?opendatacommons\.org\/licenses\/odbl/i, 'ODbL-1.0'],
  [/^https?:\/\/(?:www\.)?opendatacommons\.org\/licenses\/by/i, 'ODC-By-1.0'],
  [/^https?:\/\/(?:www\.)?opendatacommons\.org\/licenses\/pddl/i, 'PDDL-1.0'],
];

/** The SPDX id of the licence that is published at an address; undefined for every other text. */
export function licenseAtAddress(text: string): string | undefined {
  const address = text.trim();
  if (address.length > 200 || !/^https?:/i.test(address)) return undefined;
  const [, terms, zero, version] = CREATIVE_COMMONS.exec(address) ?? [];
  if (version !== undefined)
    return zero === undefined ? `CC-${(terms ?? '').toUpperCase()}-${version}` : `CC0-${version}`;
  return BY_ID.exec(address)?.[1] ?? OTHERS.find(([pattern]) => pattern.test(address))?.[1];
}
