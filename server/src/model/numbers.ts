/** A number as people write it, with how finely they wrote it. */
export interface Measured {
  /** Percentages as fractions. */
  readonly value: number;
  /** Half a unit of the last digit written: two numbers closer than that were rounded from one. */
  readonly tolerance: number;
  readonly percent: boolean;
}

const NUMBER =
  /^[\s*_`~≈≥≤<>]*([+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:[.,]\d+)?|[+-]?\.\d+)\s*(%|percent)?/i;

/** Reads a number at the start of a text: `0.91`, `91 %`, `91.0%`, `**0.91** ± 0.02`. */
export function measured(text: string): Measured | undefined {
  const hit = NUMBER.exec(text);
  const digits = hit?.[1];
  if (digits === undefined || /^[\s*_`~]*\d{4}-\d{2}/.test(text)) return undefined;
  const plain =
    /,\d{3}(?:\D|$)/.test(digits) && !digits.includes('.') && digits.length > 5
      ? digits.replaceAll(',', '')
      : digits.replace(',', '.');
  const percent = hit?.[2] !== undefined;
  const decimals = /\.(\d+)$/.exec(plain)?.[1]?.length ?? 0;
  const scale = percent ? 0.01 : 1;
  const value = Number(plain) * scale;
  return Number.isNaN(value) ? undefined : { value, tolerance: 0.5 * 10 ** -decimals * scale, percent };
}

/** Whether two numbers can be one value written differently, also 91.2 for 0.912. */
export function agree(a: Measured, b: Measured): boolean {
  const near = (left: number, right: number, within: number): boolean =>
    Math.abs(left - right) <= within * 1.0001 + 1e-12;
  const within = Math.max(a.tolerance, b.tolerance);
  if (near(a.value, b.value, within)) return true;
  return (
    near(a.value * 100, b.value, Math.max(a.tolerance * 100, b.tolerance)) ||
    near(a.value, b.value * 100, Math.max(a.tolerance, b.tolerance * 100))
  );
}
