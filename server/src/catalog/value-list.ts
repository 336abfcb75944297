import type { ValueListData } from './card-key.ts';
import { nearestWord } from './nearest.ts';
import { valueKey } from './value-key.ts';

/** What a list says of a value that it does not have. */
export interface Unknown {
  /** The value that was meant, or probably meant. */
  readonly meant: string | undefined;
  /** Whether nothing else can have been meant: other case, other separators, another name of the same. */
  readonly same: boolean;
  /** Whether it was a value once. */
  readonly retired: boolean;
  /** What to do, where it is more than to write `meant`. */
  readonly next?: string;
}

/** A list of known values, in which a value is also found by other ways to write it. */
export class ValueList {
  readonly data: ValueListData;
  private others: ReadonlyMap<string, string> | undefined;

  constructor(data: ValueListData) {
    this.data = data;
  }

  has(value: string): boolean {
    return Object.hasOwn(this.data.values, value);
  }

  /** Looks a value up; undefined for a value of the list. Misspelt ones are looked for only in a complete list. */
  lookUp(written: string): Unknown | undefined {
    if (this.has(written)) return undefined;
    const retired = own(this.data.retired, written.toLowerCase());
    if (retired !== undefined) return { meant: retired, same: false, retired: true };
    this.others ??= otherNames(this.data);
    const same = this.others.get(written.toLowerCase()) ?? this.others.get(keyOf(written));
    if (same !== undefined) return { meant: same, same: true, retired: false };
    const near = this.data.complete && written.length >= 4;
    const meant = near ? nearestWord(written, Object.keys(this.data.values))?.word : undefined;
    return { meant, same: false, retired: false };
  }
}

/** Everything that stands for one value: its aliases, its letters in any case, its name. What stands for two is out. */
function otherNames({ values, aliases }: ValueListData): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const shared = new Set<string>();
  const add = (name: string, value: string): void => {
    const known = found.get(name);
    if (known !== undefined && known !== value) shared.add(name);
    else found.set(name, value);
  };
  for (const [value, meaning] of Object.entries(values)) {
    if (valueKey(meaning) !== '') add(keyOf(meaning), value);
    if (valueKey(value) !== '') add(keyOf(value), value);
  }
  for (const name of shared) found.delete(name);
  // The letters of a value itself win over what else they may stand for.
  for (const value of Object.keys(values)) found.set(value.toLowerCase(), value);
  for (const [alias, value] of Object.entries(aliases ?? {})) found.set(`=${alias}`, value);
  return found;
}

/** Kept apart from values as they are written. */
function keyOf(text: string): string {
  return `=${valueKey(text)}`;
}

function own(record: Readonly<Record<string, string>> | undefined, key: string): string | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
