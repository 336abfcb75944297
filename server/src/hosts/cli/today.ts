/**
 * Today as YYYY-MM-DD where the user lives. `SOURCE_DATE_EPOCH`, the seconds that reproducible builds take for now,
 * wins.
 */
export function today(environment: Readonly<Record<string, string | undefined>>): string {
  const fixed = environment['SOURCE_DATE_EPOCH'];
  if (fixed !== undefined && /^\d{1,12}$/.test(fixed))
    return new Date(Number(fixed) * 1000).toISOString().slice(0, 10);
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
