import { XML_CLOSE, XML_END, XML_OPEN, XML_TEXT, type XmlScanner } from '#core/formats/xml-scanner.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { ReplyPackage } from './reply-package.ts';

/** A comment as Word keeps it. Author, account and date are claims: anybody can type them. */
export type ReadComment = {
  id: string;
  author: string | null;
  account: string | null;
  writtenAt: string | null;
  text: string;
  /** Id of the comment that it replies to. */
  parent: string | null;
  resolved: boolean;
};

const MOST_COMMENTS = 50_000;
const MOST_LETTERS = 100_000;

/** Comments with their replies and their state, in the order of the file. */
export function readComments(file: ReplyPackage): readonly ReadComment[] {
  const xml = file.part('comments');
  if (!xml) return [];
  const accounts = readPeople(file.part('people'));
  const found: (ReadComment & { paragraphs: string[] })[] = [];
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN || xml.name !== 'w:comment') continue;
    if (found.length >= MOST_COMMENTS) throw new AppError('fileTooLarge', { limit: '50,000 comments' });
    const author = clean(xml.attribute('w:author'));
    const head = { id: xml.attribute('w:id') ?? '', author, writtenAt: clean(xml.attribute('w:date')) };
    const { text, paragraphs } = commentText(xml);
    found.push({ ...head, account: accounts.get(author ?? '') ?? null, text, parent: null, resolved: false, paragraphs });
  }
  const byParagraph = new Map(found.flatMap((comment) => comment.paragraphs.map((id) => [id, comment] as const)));
  for (const { paragraph, parent, done } of readExtended(file.part('commentsextended'))) {
    const comment = byParagraph.get(paragraph);
    if (!comment) continue;
    const above = parent === null ? undefined : byParagraph.get(parent);
    if (above && above !== comment) comment.parent = above.id;
    comment.resolved = done;
  }
  return found;
}

function clean(value: string | undefined): string | null {
  const text = (value ?? '').trim().slice(0, 200);
  return text === '' ? null : text;
}

function commentText(xml: XmlScanner): { text: string; paragraphs: string[] } {
  const base = xml.depth;
  const paragraphs: string[] = [];
  let text = '';
  let started = false;
  let inText = false;
  for (;;) {
    const token = xml.next();
    if (token === XML_END || (token === XML_CLOSE && xml.depth === base)) break;
    if (token === XML_TEXT) {
      if (inText) text += xml.text;
      if (text.length > MOST_LETTERS) throw new AppError('hostileFile', { why: 'a comment in it is longer than any comment is' });
    } else if (token === XML_CLOSE) {
      if (xml.name === 'w:t') inText = false;
    } else if (xml.name === 'w:p') {
      const id = xml.attribute('w14:paraId');
      if (id) paragraphs.push(id);
      if (started) text += '\n';
      started = true;
    } else if (xml.name === 'w:t') inText = true;
    else if (xml.name === 'w:tab') text += '\t';
    else if (xml.name === 'w:br' || xml.name === 'w:cr') text += '\n';
    else if (xml.name === 'w:noBreakHyphen') text += '-';
    else if (xml.name === 'pic:pic' || xml.name === 'v:imagedata') text += '[picture]';
    // Words that the member struck out again, looks, and what is told once more for older programs.
    else if (xml.name === 'w:del' || xml.name === 'w:moveFrom' || xml.name === 'mc:Fallback' || xml.name === 'w:pPr') xml.skip();
  }
  // Where paragraphs are joined, pandoc writes the sign.
  return { text: text.replace(/[ \t]*¶[ \t]*/g, '\n').trim(), paragraphs };
}

/** Which comment replies to which, and which are resolved, hang on the id of a comment's last paragraph. */
function readExtended(xml: XmlScanner | null): { paragraph: string; parent: string | null; done: boolean }[] {
  const out: { paragraph: string; parent: string | null; done: boolean }[] = [];
  if (!xml) return out;
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN || xml.name !== 'w15:commentEx') continue;
    const paragraph = xml.attribute('w15:paraId');
    if (paragraph === undefined) continue;
    const done = /^(?:1|true|on)$/.test(xml.attribute('w15:done') ?? '0');
    out.push({ paragraph, parent: xml.attribute('w15:paraIdParent') ?? null, done });
  }
  return out;
}

/** Author → the account under which Word knows them. */
function readPeople(xml: XmlScanner | null): Map<string, string> {
  const out = new Map<string, string>();
  if (!xml) return out;
  let author = '';
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w15:person') author = (xml.attribute('w15:author') ?? '').trim().slice(0, 200);
    // "None" stands where Word knows the name alone.
    else if (xml.name === 'w15:presenceInfo' && !/^none$/i.test(xml.attribute('w15:providerId') ?? '')) {
      const account = clean(/[^\s:]+@[^\s:]+/.exec(xml.attribute('w15:userId') ?? '')?.[0] ?? xml.attribute('w15:userId'));
      if (account && account !== author) out.set(author, account);
    }
  }
  return out;
}
