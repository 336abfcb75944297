/** The text below the front matter in examples of incident records that are still looked into. */
export const INCIDENT_TEXT = `# Wrong refusals on 2 November

## What happened

A batch of applications was refused after an empty answer of the bureau.

## Who is affected

212 applicants.
`;

/** The same with what is changed so that it does not happen again. */
export const INCIDENT_TEXT_WITH_ACTION = `${INCIDENT_TEXT}
## Corrective action

The service refuses to score without the bureau's answer; Jane answers for it, by the end of the month.
`;
