/** A snippet as the plain text that it shows, for editors that know no snippets. */
export function withoutPlaceholders(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$(?:\d{1,9}|\{\d{1,9}(?::((?:\\.|[^\\$}])*)|\|((?:\\.|[^\\$,|])*)(?:,(?:\\.|[^\\$|])*)?\||)\})/g,
    (_, escaped: string | undefined, shown: string | undefined, first: string | undefined) =>
      escaped ?? (shown ?? first ?? '').replace(/\\(.)/g, '$1'),
  );
}
