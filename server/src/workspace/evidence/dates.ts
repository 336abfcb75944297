const DATE = /^(\d{4})-(\d{2})-(\d{2})/;

/** The days from one ISO date to another; negative when `to` comes first. NaN for texts that are no dates. */
export function daysBetween(from: string, to: string): number {
  return (dayNumber(to) - dayNumber(from)) / 86_400_000;
}

/** Whether a text is a date that exists, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  return new Date(dayNumber(text)).toISOString().startsWith(text);
}

function dayNumber(date: string): number {
  const parts = DATE.exec(date);
  return parts === null ? Number.NaN : Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
}
