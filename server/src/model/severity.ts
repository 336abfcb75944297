/** How loudly a finding is reported, loudest first. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** How loudly a finding is reported. */
export type Severity = (typeof SEVERITIES)[number];

/** Whether `severity` is at least as loud as `limit`. */
export function reaches(severity: Severity, limit: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}

/** Reads a severity as configuration writes it. */
export function severityOf(text: string | undefined): Severity | 'off' | undefined {
  return text === 'off' ? 'off' : SEVERITIES.find(each => each === text);
}
