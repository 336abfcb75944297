/** What may stand behind a key of front matter. */
export type CardValueType = 'text' | 'number' | 'flag' | 'list' | 'map';

/** A key of a card's front matter, or of a map below one. Descriptions are our own words. */
export interface CardKey {
  readonly name: string;
  readonly summary: string;
  /** What may stand there, the usual form first. A key left empty is always accepted. */
  readonly types: readonly CardValueType[];
  /** What the items of a list may be; text where it is absent. */
  readonly items?: readonly CardValueType[];
  /** Name of the list of known values. */
  readonly values?: string;
  /** Whether a list is short as a rule and so written on one line. */
  readonly inline?: boolean;
  /** Whether what holds the key fails to load without it. */
  readonly required?: boolean;
  /** How many characters the hub takes at most. */
  readonly longest?: number;
  /** The smallest number that the hub takes. */
  readonly least?: number;
  /** What has taken the place of a key that is no longer advised. */
  readonly instead?: string;
  /** The keys of a map, or of the maps in a list. */
  readonly keys?: readonly CardKey[];
}

/** A list of values as its source had it on a day. */
export interface ValueListData {
  /** What the values are, in the plural. */
  readonly title: string;
  readonly source: string;
  /** The day on which the source was read, YYYY-MM-DD. */
  readonly date: string;
  /** Whether the source knows no other value. */
  readonly complete: boolean;
  /** Each value and what it means; empty where nothing needs saying. */
  readonly values: Readonly<Record<string, string>>;
  /** Other ways to write a value, as `valueKey` gives them. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Values that are no longer used, and what has taken their place. */
  readonly retired?: Readonly<Record<string, string>>;
}

/** The metadata of cards as it is built from catalogs/card-metadata. */
export interface CardMetadataData {
  readonly source: string;
  readonly date: string;
  readonly cards: Readonly<Record<string, readonly CardKey[]>>;
  readonly lists: Readonly<Record<string, ValueListData>>;
}
