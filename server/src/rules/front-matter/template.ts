/** Whether front matter is the form of a template language, which a tool fills in before anything reads it. */
export function isTemplateText(text: string): boolean {
  return /\{\{|\{%|<%/.test(text);
}
