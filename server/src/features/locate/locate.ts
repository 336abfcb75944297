import { type ParsedDocument, yamlTreeOf } from '../../model/document.ts';
import { touches } from '../../text/span.ts';
import { type MarkdownPlace, markdownPlace } from './markdown.ts';
import { looseYamlPlace, type YamlPlace, yamlPlace } from './yaml.ts';

/** What stands at an offset of a document. */
export type Place = YamlPlace | MarkdownPlace;

/**
 * Finds what stands at an offset (0-based UTF-16 code units) of a document: in YAML the path of keys, in Markdown the
 * section, comment and link. Undefined on the fences of front matter and where nothing stands. Works while the
 * document is half-typed, and reads no more of it than the entry or line around the offset. Which control or clause
 * id stands there is answered by `referenceAt`.
 */
export function placeAt(document: ParsedDocument, offset: number): Place | undefined {
  const { model, source } = document;
  const tree = yamlTreeOf(model);
  const front = 'frontMatter' in model ? model.frontMatter : undefined;
  if (front !== undefined && front.state !== 'none' && offset < front.body) {
    const onFence = offset < front.content.start || (front.state === 'closed' && offset >= front.close.start);
    if (onFence || tree === undefined) return undefined;
    return yamlPlace(source.text, tree, offset);
  }
  if (front?.state === 'unclosed' && tree !== undefined) {
    const line = {
      start: front.body,
      end: source.lines.contentEnd(source.lines.lineAt(front.body), source.text),
    };
    if (touches(line, offset) && /^[\w-]*$/.test(source.slice(line)))
      return looseYamlPlace(source.text, tree, line, offset);
  }
  const markdown = markdownPlace(model, source, offset);
  if (markdown !== undefined) return markdown;
  return tree === undefined ? undefined : yamlPlace(source.text, tree, offset);
}
