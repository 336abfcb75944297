import type { Section } from '../../syntax/markdown/section.ts';
import type { Local } from '../../text/span.ts';
import { withoutEnd } from '../../text/trim.ts';
import { masked, withoutComments } from '../placeholders.ts';

/** A way to reach the people behind a card; the span is local to the section. */
export interface Contact extends Local {
  readonly kind: 'mail' | 'discussion' | 'profile' | 'form' | 'handle';
  /** The address, link or handle as written. */
  readonly value: string;
}

const MAIL = /(?<![\w.+-])[\w+-][\w.+-]{0,63}@(?!\d+x\b)[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?![\w@])/g;
/** `jane [at] example [dot] org`, as people write against robots. */
const VEILED =
  /(?<![\w.+-])[\w+-][\w.+-]{0,63} ?(?:\[at\]|\(at\)|<at>|\{at\}|\[@\]) ?[\w-]{1,63}(?: ?(?:\.|\[dot\]|\(dot\)|<dot>) ?[\w-]{1,63}){1,4}/gi;
const MAY_BE_VEILED = /\[at\]|\(at\)|<at>|\{at\}|\[@\]/i;
const LINK = /(?:https?:\/\/|mailto:|www\.)[^\s<>()[\]"'|`]{3,300}/gi;
const DISCUSSION =
  /^(?:https?:\/\/)?(?:www\.)?(?:(?:github|gitlab|codeberg|huggingface|bitbucket)\.\w+\/.+\/(?:issues|discussions)(?:[/?#]|$)|(?:discord\.(?:gg|com)|discuss\.|forum\.|forums\.|community\.|[\w-]{1,60}\.slack\.com|join\.slack\.com|t\.me\/|groups\.google\.com|matrix\.to|gitter\.im))/i;
const PROFILE =
  /^(?:https?:\/\/)?(?:www\.)?(?:(?:mobile\.)?twitter\.com|x\.com|(?:[a-z]{2}\.)?linkedin\.com|mastodon\.\w+|bsky\.app|orcid\.org|weibo\.com|zhihu\.com)\//i;
const MAY_LINK = /https?:|mailto:|www\./i;
const FORM =
  /^(?:https?:\/\/)?[^/\s]{1,100}\/(?:[^\s]{0,200}\/)?(?:contact(?:-us)?|kontakt|support|feedback|report-abuse)(?:[/?#.]|$)|forms\.gle|docs\.google\.com\/forms/i;
/** `@name`, which is no citation key, decorator, scope of a package or part of an address. */
const HANDLE = /(?<![\w@./`])@[A-Za-z][\w-]{1,38}(?![\w/{@.]|\s?[{(])/g;

/** The addresses, links for discussion and handles in a section, in the order of the text. Code holds handles of its own. */
export function contactsIn(section: Section): readonly Contact[] {
  return section.derive(found);
}

function found(section: Section): readonly Contact[] {
  const { text } = section;
  if (!/@|\bat\b|https?:|www\./i.test(text)) return [];
  const shown = withoutComments(section);
  const prose = masked(section);
  const contacts: Contact[] = [];
  for (const block of section.blocks) {
    if (block.kind === 'code' || block.kind === 'rule') continue;
    const raw = shown.slice(block.from, block.to);
    const add = (kind: Contact['kind'], hit: RegExpMatchArray): void => {
      const scheme = /^mailto:/i.exec(hit[0])?.[0].length ?? 0;
      const from = block.from + (hit.index ?? 0) + scheme;
      const value = withoutEnd(hit[0].slice(scheme), /[.,;:!?*_]/);
      contacts.push({ kind, value, from, to: from + value.length });
    };
    const holdsAt = raw.includes('@');
    if (holdsAt) for (const hit of raw.matchAll(MAIL)) if (isAddress(hit[0])) add('mail', hit);
    if (MAY_BE_VEILED.test(raw)) for (const hit of raw.matchAll(VEILED)) add('mail', hit);
    for (const hit of MAY_LINK.test(raw) ? raw.matchAll(LINK) : []) {
      const kind = kindOfLink(hit[0]);
      if (kind !== undefined) add(kind, hit);
    }
    if (holdsAt) for (const hit of prose.slice(block.from, block.to).matchAll(HANDLE)) add('handle', hit);
  }
  return withoutOverlaps(contacts);
}

/** `package@1.2.3` and `git@host:path` are no addresses of people. */
function isAddress(text: string): boolean {
  return !/^git@/i.test(text) && /\.[a-z][a-z-]+$/i.test(text);
}

function kindOfLink(link: string): Contact['kind'] | undefined {
  if (/^mailto:/i.test(link)) return 'mail';
  if (DISCUSSION.test(link)) return 'discussion';
  if (PROFILE.test(link)) return 'profile';
  return FORM.test(link) ? 'form' : undefined;
}

function withoutOverlaps(contacts: readonly Contact[]): Contact[] {
  const kept: Contact[] = [];
  for (const each of contacts.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (each.from >= (kept.at(-1)?.to ?? 0)) kept.push(each);
  }
  return kept;
}
