import { base64Sha256 } from '../../text/hashes.ts';
import { REPORT_TITLE, reportBody } from './body.ts';
import { html } from './markup.ts';
import { REPORT_SCRIPT } from './script.ts';
import { REPORT_STYLE } from './style.ts';
import type { ReportInput } from './view.ts';

/**
 * A report as one file that needs nothing else: no network, no font, no script but its own, which the page's policy
 * allows by its hash.
 */
export function htmlReport(input: ReportInput): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${base64Sha256(REPORT_SCRIPT)}'`,
    `style-src 'sha256-${base64Sha256(REPORT_STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${input.title ?? REPORT_TITLE}, ${input.date}</title>
<style>${{ markup: REPORT_STYLE }}</style>
</head>
<body>
${reportBody(input)}
<script>${{ markup: REPORT_SCRIPT }}</script>
</body>
</html>
`;
  return markup;
}
