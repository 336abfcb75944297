import { jsonReport } from '../json.ts';
import { textReport } from '../text.ts';
import type { Format } from './format.ts';
import { githubReport } from './github.ts';
import { gitlabReport } from './gitlab.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';

/** The formats of `check` by name. */
export const FORMATS: Readonly<Record<string, Format>> = {
  text: { write: (report, { paint }) => textReport(report, paint) },
  json: { write: jsonReport },
  sarif: { write: sarifReport, repository: true, edits: true },
  junit: { write: junitReport },
  github: { write: githubReport, repository: true },
  gitlab: { write: gitlabReport, repository: true },
  markdown: { write: markdownReport },
};
