import { isDate } from '../workspace/evidence/dates.ts';

/** The date that was meant by another way of writing it, where only one can have been. */
export function correctedDate(written: string): string | undefined {
  const parts = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/.exec(written.trim());
  if (parts === null) return undefined;
  const date = `${parts[1]}-${(parts[3] ?? '').padStart(2, '0')}-${(parts[4] ?? '').padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

/** `true` or `false` as YAML reads it, for the words that people write instead. */
export function correctedFlag(written: string): string | undefined {
  if (/^(?:yes|y|on|true)$/i.test(written)) return 'true';
  return /^(?:no|n|off|false)$/i.test(written) ? 'false' : undefined;
}
