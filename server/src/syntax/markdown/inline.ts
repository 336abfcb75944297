import type { Block } from './blocks.ts';
import { CodeSpans } from './codespans.ts';
import { afterSpace, destinationAt, titleEnd, unescaped } from './destination.ts';
import type { Link } from './links.ts';

/** A `[` or `![` that may still become a link. */
interface Opener {
  readonly from: number;
  readonly image: boolean;
}

const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/iy;
const TAG = /<\/?[a-z][^<>]*>/iy;
const ATTRIBUTE = /\s(?:href|src)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/i;

/**
 * The links in one block, those in comments left out. Brackets are matched with a stack, code spans are found with
 * one table of tick runs, and each further look ahead stops at the next character that could begin another: the
 * whole is linear.
 */
export function scanInline(text: string, block: Block): Link[] {
  const html = block.kind === 'html';
  const found: Link[] = [];
  const code = new CodeSpans(text, block);
  const openers: Opener[] = [];
  /** Openers below this height stand around a link; a link cannot hold another one. */
  let spent = 0;
  let here = block.from;
  while (here < block.to) {
    switch (text.charCodeAt(here)) {
      case 92: // backslash
        here += html ? 1 : 2;
        break;
      case 96: // `
        here = html ? here + 1 : code.behind(here);
        break;
      case 60: {
        if (text.startsWith('<!--', here)) {
          const close = text.slice(here + 4, block.to).indexOf('-->');
          here = close < 0 ? block.to : here + close + 7;
          break;
        }
        const tag = tagAt(text, here, block.to);
        if (tag?.link !== undefined) found.push(tag.link);
        here = tag?.end ?? here + 1;
        break;
      }
      case 91: // [
        if (!html) openers.push({ from: here, image: text[here - 1] === '!' && here > block.from });
        here += 1;
        break;
      case 93: {
        const opener = openers.pop();
        const inside = openers.length < spent;
        spent = Math.min(spent, openers.length);
        here += 1;
        if (opener === undefined || (inside && !opener.image)) break;
        const link = tailAt(text, opener, here, block.to);
        if (link === undefined) break;
        found.push(link);
        here = link.to;
        if (!opener.image) spent = openers.length;
        break;
      }
      default:
        here += 1;
    }
  }
  return found;
}

/** The `(target "title")` behind a closing bracket. */
function tailAt(text: string, opener: Opener, offset: number, limit: number): Link | undefined {
  if (text[offset] !== '(') return undefined;
  const destination = destinationAt(text, afterSpace(text, offset + 1, limit), limit);
  if (destination === undefined) return undefined;
  let here = afterSpace(text, destination.end, limit);
  if (text[here] !== ')' && here > destination.end) {
    const behind = titleEnd(text, here, limit);
    here = behind === undefined ? here : afterSpace(text, behind, limit);
  }
  if (text[here] !== ')' || here >= limit) return undefined;
  return {
    kind: opener.image ? 'image' : 'inline',
    from: opener.image ? opener.from - 1 : opener.from,
    to: here + 1,
    destination: { from: destination.from, to: destination.to },
    target: unescaped(text.slice(destination.from, destination.to)),
    angled: destination.angled,
  };
}

/** An autolink or an HTML tag; brackets inside it begin no link. */
function tagAt(text: string, offset: number, limit: number): { end: number; link?: Link } | undefined {
  AUTOLINK.lastIndex = offset;
  const auto = AUTOLINK.exec(text);
  if (auto !== null && AUTOLINK.lastIndex <= limit) {
    const end = AUTOLINK.lastIndex;
    const destination = { from: offset + 1, to: end - 1 };
    const target = auto[1] ?? '';
    return { end, link: { kind: 'autolink', from: offset, to: end, destination, target, angled: true } };
  }
  TAG.lastIndex = offset;
  const tag = TAG.exec(text);
  if (tag === null || TAG.lastIndex > limit) return undefined;
  const end = offset + tag[0].length;
  const attribute = ATTRIBUTE.exec(tag[0]);
  if (attribute === null) return { end };
  const value = attribute[1] ?? attribute[2] ?? '';
  const from = offset + attribute.index + attribute[0].length - 1 - value.length;
  const destination = { from, to: from + value.length };
  return {
    end,
    link: { kind: 'html', from: offset, to: end, destination, target: unescaped(value), angled: false },
  };
}
