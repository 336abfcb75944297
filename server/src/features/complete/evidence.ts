import type { ParsedDocument } from '../../model/document.ts';
import { folderOf, nameOf, resolvePath } from '../../workspace/paths.ts';
import { evidenceLink } from '../../workspace/scaffold/evidence-link.ts';
import { targetOf } from '../../workspace/target.ts';
import type { FeatureContext } from '../context.ts';
import { SECTIONED_KINDS } from '../explain.ts';
import { substanceInWords } from '../hover/workspace.ts';
import { escaped, fileLink } from '../markdown.ts';
import { outlineIn } from '../sections.ts';
import { childrenOf } from './folder.ts';
import { type Completion, rank, snippetText } from './item.ts';
import type { Slot } from './slot.ts';

/** Evidence: files and folders step by step, behind `#` the sections of the target, likely evidence first. */
export function evidenceCompletions(
  context: FeatureContext,
  slot: Slot,
  control: string | undefined,
): Completion[] {
  const hash = slot.typed.indexOf('#');
  if (hash >= 0) return fragments(context, slot, slot.typed.slice(0, hash), control);
  const steps = folderSteps(context, slot);
  const isStart = !slot.typed.includes('/');
  return [...(isStart ? likely(context, slot, control) : []), ...steps];
}

/** Whole links that fit the control: sections of cards and assessments that can evidence it. */
function likely(context: FeatureContext, slot: Slot, control: string | undefined): Completion[] {
  const { document, graph, library } = context;
  if (control === undefined) return [];
  const found = new Map<string, Completion>();
  for (const kind of SECTIONED_KINDS) {
    for (const concept of library.vocabulary(kind).supporting(control)) {
      for (const { path, span, data } of graph.conceptSections(kind, concept.id)) {
        if (data.slug === null) continue;
        const link = evidenceLink(document.path, path, data.slug);
        const real = data.substance === 'text';
        if (found.has(link)) continue;
        found.set(link, {
          label: link,
          kind: 'heading',
          detail: `${data.title} · ${substanceInWords(data.substance)}`,
          documentation: () =>
            `${fileLink(`${path}: ${data.title}`, path, span)} ${substanceInWords(data.substance)}. ${escaped(concept.summary)}`,
          insert: snippetText(slot.scalar(link)),
          snippet: true,
          span: slot.span,
          filterText: `${link} ${data.title}`,
          sortText: `${real ? 'a' : 'c'}${rank(found.size)}`,
        });
      }
    }
  }
  return [...found.values()];
}

const LIKELY = /\.(?:md|mdx|pdf|xml|sarif|json|html?|ipynb|csv|ya?ml|docx?|xlsx?)$/i;

function folderSteps({ document, session, graph }: FeatureContext, slot: Slot): Completion[] {
  const { typed } = slot;
  const slash = typed.lastIndexOf('/');
  const head = slash < 0 ? '' : typed.slice(0, slash + 1);
  const root = session.rootOf(document.path);
  const base = head.startsWith('/') ? root : folderOf(document.path);
  const folder = resolvePath(base, head.replace(/^\/+/, ''), root);
  if (folder === undefined) return [];
  const { files, folders } = childrenOf(session.files.all, folder);
  const asked = (path: string): boolean => path !== document.path && !/[*?{}[\]]/.test(nameOf(path));
  const items = [
    ...files.filter(asked).map(path => fileItem(slot, head, path, kindNote(graph.kindOf(path), path))),
    ...folders.filter(asked).map(path => folderItem(slot, `${head}${encoded(nameOf(path))}/`)),
  ];
  const up = /^(?:\.\.\/)*$/.test(head) && folder !== root ? [folderItem(slot, `${head}../`)] : [];
  return [...items, ...up];
}

function kindNote(
  kind: ParsedDocument['kind'] | undefined,
  path: string,
): { readonly note: string; readonly order: string } {
  if (kind === 'config' || kind === 'control-mapping') return { note: 'not evidence by itself', order: 'k' };
  if (kind !== undefined && kind !== 'evidence') return { note: kind.replace('-', ' '), order: 'd' };
  if (kind === 'evidence') return { note: 'already evidence here', order: 'e' };
  return { note: '', order: LIKELY.test(path) ? 'f' : 'h' };
}

function fileItem(
  slot: Slot,
  head: string,
  path: string,
  { note, order }: ReturnType<typeof kindNote>,
): Completion {
  const link = `${head}${encoded(nameOf(path))}`;
  return {
    label: nameOf(path),
    kind: 'file',
    detail: note,
    insert: snippetText(slot.scalar(link)),
    snippet: true,
    span: slot.span,
    filterText: link,
    sortText: `${order}${link}`,
  };
}

function folderItem(slot: Slot, link: string): Completion {
  return {
    label: `${nameOf(link.slice(0, -1))}/`,
    kind: 'folder',
    detail: '',
    insert: snippetText(slot.scalar(link)),
    snippet: true,
    span: slot.span,
    filterText: link,
    sortText: `g${link}`,
    again: true,
  };
}

/** A file name as links write it: `#` and percent codes would be read as something else. */
function encoded(name: string): string {
  return name.replaceAll(/%(?=[0-9a-f]{2})/gi, '%25').replaceAll('#', '%23');
}

function fragments(
  context: FeatureContext,
  slot: Slot,
  link: string,
  control: string | undefined,
): Completion[] {
  const { document, session, library } = context;
  const target = targetOf(link, document.path, session.rootOf(document.path));
  const other = target.kind === 'file' ? session.document(target.path) : undefined;
  if (other === undefined) return [];
  const scope = session.scopeOf(other.path);
  const vocabulary = SECTIONED_KINDS.find(kind => kind === other.kind);
  return outlineIn(other).flatMap((item, index): Completion[] => {
    const name = item.slug ?? item.ids[0];
    if (name === undefined || name === '') return [];
    const concept =
      vocabulary === undefined
        ? undefined
        : library.vocabulary(vocabulary).recognise(item.title, scope.headings);
    const fits = control !== undefined && concept?.controls.includes(control) === true;
    const whole = `${link}#${name}`;
    return [
      {
        label: `#${name}`,
        kind: 'heading',
        detail: fits ? `${item.title} · can evidence it` : item.title,
        documentation: () => fileLink(`${other.path}: ${item.title}`, other.path, item.heading),
        insert: snippetText(slot.scalar(whole)),
        snippet: true,
        span: slot.span,
        filterText: `${whole} ${item.title}`,
        sortText: `${fits ? 'a' : 'b'}${rank(index)}`,
      },
    ];
  });
}
