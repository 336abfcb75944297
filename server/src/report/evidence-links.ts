import type { EvidenceData } from './coverage-data.ts';

/**
 * Where a click on evidence leads: its address, or its file below `base`, such as `../`. Undefined for tickets and
 * globs, for files where there is no base, and for addresses that are no plain web address.
 */
export function evidenceHref(
  { target, path, fragment }: Pick<EvidenceData, 'target' | 'path' | 'fragment'>,
  base: string | undefined,
): string | undefined {
  if (path === null) return isWebAddress(target) ? target : undefined;
  if (base === undefined || path.startsWith('/')) return undefined;
  const place = path.split('/').map(encodeURIComponent).join('/');
  return `${base}${place}${fragment === null ? '' : `#${encodeURIComponent(fragment)}`}`;
}

/** Spaces and control characters do not pass: what the eye reads is where the click leads. */
function isWebAddress(text: string): boolean {
  return text.length < 2000 && /^https?:\/\/[^\s\p{Cc}"<>\\]+$/iu.test(text);
}
