import type { CoverageData } from './coverage-data.ts';
import { harmlessCell } from './spreadsheet-text.ts';

const COLUMNS = [
  'id',
  'title',
  'system',
  'applicable',
  'status',
  'owner',
  'strength',
  'needed',
  'evidence',
  'supported through',
  'justification',
];

/** Coverage as CSV (RFC 4180), one row for each control and each clause that has an entry. */
export function coverageCsv({ controls, clauses }: CoverageData): string {
  const answered = clauses.filter(each => each.entry !== null);
  const rows = [...controls, ...answered].map(each => [
    each.id,
    each.title,
    each.system ?? '',
    each.applicable ? 'yes' : 'no',
    each.status ?? '',
    each.owner ?? '',
    each.applicable ? each.strength : '',
    each.needed,
    each.evidence.map(({ target, strength }) => `${target} (${strength})`).join('; '),
    each.supportedThrough.join('; '),
    each.scopeReason ?? each.justification ?? '',
  ]);
  return [COLUMNS, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A quoted cell. */
function cell(text: string): string {
  const safe = harmlessCell(text);
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
