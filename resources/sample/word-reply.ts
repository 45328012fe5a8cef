import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Edits a copy as Word does, part by part and by hand: comments with replies and state, people, tracked changes, typing. */
export type WordReply = {
  comment(on: { ref?: number; words: string; to?: string }, by: CommentBy): string;
  change(ref: number, words: string, to: string, author?: string): void;
  type(ref: number, words: string): void;
  strike(ref: number, author?: string): void;
  /** Any other edit of the main part. */
  edit(change: (xml: string) => string): void;
  bytes(): Uint8Array;
};
export type CommentBy = { author: string; text: string; at?: string; parent?: string; resolved?: boolean; account?: string };
/** Who edits where nobody else is named, and when. */
export type Editor = { author: string; at: string };

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MICROSOFT = 'http://schemas.microsoft.com/office/2011/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
export const rowOf = (xml: string, ref: number): { from: number; to: number } => {
  const mark = xml.search(new RegExp(`w:name="PL_[0-9A-Z]{8}_${ref}_`));
  if (mark < 0) throw new Error(`no entry ${ref}`);
  return { from: xml.lastIndexOf('<w:tr>', mark), to: xml.indexOf('</w:tr>', mark) + '</w:tr>'.length };
};
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

export function wordReply(sent: Uint8Array, editor: Editor): WordReply {
  const parts = unzipSync(sent);
  let xml = strFromU8(parts['word/document.xml']!);
  const comments: (CommentBy & { id: string; paragraph: string })[] = [];
  const inRow = (ref: number | undefined, change: (row: string) => string): void => {
    const { from, to } = ref === undefined ? { from: 0, to: xml.length } : rowOf(xml, ref);
    const before = xml.slice(from, to);
    const after = change(before);
    if (after === before) throw new Error('nothing was edited');
    xml = xml.slice(0, from) + after + xml.slice(to);
  };
  /** The run that holds the words, split around them. */
  const around = (row: string, words: string, make: (words: string) => string): string => {
    const text = escape(words);
    const at = row.indexOf(text, row.search(/<w:t[ >]/));
    if (at < 0) return row;
    const start = row.lastIndexOf('<w:r>', at);
    const end = row.indexOf('</w:r>', at) + 6;
    const whole = /<w:t xml:space="preserve">([^<]*)<\/w:t>/.exec(row.slice(start, end))![1]!;
    const [left, right] = [whole.slice(0, whole.indexOf(text)), whole.slice(whole.indexOf(text) + text.length)];
    return row.slice(0, start) + (left ? run(left) : '') + make(text) + (right ? run(right) : '') + row.slice(end);
  };
  return {
    comment: (on, by) => {
      const id = String(comments.length);
      comments.push({ ...by, id, paragraph: `0A0000${String(comments.length + 10)}` });
      const end = `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
      if (on.to === undefined)
        inRow(on.ref, (row) => around(row, on.words, (text) => `<w:commentRangeStart w:id="${id}"/>${run(text)}${end}`));
      else {
        inRow(on.ref, (row) => around(row, on.words, (text) => `<w:commentRangeStart w:id="${id}"/>${run(text)}`));
        inRow(undefined, (all) => around(all, on.to!, (text) => `${run(text)}${end}`));
      }
      return id;
    },
    change: (ref, words, to, author = editor.author) =>
      inRow(ref, (row) =>
        around(row, words, (text) => {
          const claim = `w:author="${escape(author)}" w:date="${editor.at}"`;
          const gone = `<w:del w:id="901" ${claim}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
          return gone + (to === '' ? '' : `<w:ins w:id="902" ${claim}>${run(escape(to))}</w:ins>`);
        }),
      ),
    type: (ref, words) => inRow(ref, (row) => row.replace('\u00a0', escape(words))),
    strike: (ref, author = editor.author) => {
      const claim = `w:author="${escape(author)}" w:date="${editor.at}"`;
      inRow(ref, (row) =>
        row
          .replace('<w:cantSplit/>', `<w:cantSplit/><w:del w:id="903" ${claim}/>`)
          .replace(
            /<w:r>((?:<w:rPr>.*?<\/w:rPr>)?)<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g,
            (_, look: string, text: string) =>
              `<w:del w:id="904" ${claim}><w:r>${look}<w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`,
          ),
      );
    },
    edit: (change) => {
      const after = change(xml);
      if (after === xml) throw new Error('nothing was edited');
      xml = after;
    },
    bytes: () => {
      const made: Record<string, Uint8Array> = { ...parts, 'word/document.xml': strToU8(xml) };
      if (comments.length > 0) addComments(made, comments, editor.at);
      return zipSync(made, { level: 1 });
    },
  };
}

function addComments(
  parts: Record<string, Uint8Array>,
  comments: readonly (CommentBy & { id: string; paragraph: string })[],
  at: string,
): void {
  const paragraphOf = new Map(comments.map(({ id, paragraph }) => [id, paragraph]));
  const put = (name: string, text: string): void => void (parts[name] = strToU8(HEAD + text));
  put(
    'word/comments.xml',
    `<w:comments ${W} ${W14}>${comments
      .map(
        ({ id, author, at: own, text, paragraph }) =>
          `<w:comment w:id="${id}" w:author="${escape(author)}" w:date="${own ?? at}" w:initials="X">${text
            .split('\n')
            .map(
              (line, i, all) =>
                `<w:p w14:paraId="${i === all.length - 1 ? paragraph : `0B0000${id}${i}`}"><w:r><w:annotationRef/></w:r>${run(escape(line))}</w:p>`,
            )
            .join('')}</w:comment>`,
      )
      .join('')}</w:comments>`,
  );
  put(
    'word/commentsExtended.xml',
    `<w15:commentsEx ${W15}>${comments
      .map(
        ({ paragraph, parent, resolved }) =>
          `<w15:commentEx w15:paraId="${paragraph}"${parent === undefined ? '' : ` w15:paraIdParent="${paragraphOf.get(parent)}"`} w15:done="${resolved ? 1 : 0}"/>`,
      )
      .join('')}</w15:commentsEx>`,
  );
  const people = comments.filter(({ account }) => account !== undefined);
  put(
    'word/people.xml',
    `<w15:people ${W15}>${people
      .map(
        ({ author, account }) =>
          `<w15:person w15:author="${escape(author)}"><w15:presenceInfo w15:providerId="AD" w15:userId="S::${account}::1-2-3"/></w15:person>`,
      )
      .join('')}</w15:people>`,
  );
  const rels = strFromU8(parts['word/_rels/document.xml.rels']!);
  parts['word/_rels/document.xml.rels'] = strToU8(
    rels.replace(
      '</Relationships>',
      `<Relationship Id="rIdC1" Type="${OFFICE}/comments" Target="comments.xml"/><Relationship Id="rIdC2" Type="${MICROSOFT}/commentsExtended" Target="commentsExtended.xml"/>` +
        `<Relationship Id="rIdC3" Type="${MICROSOFT}/people" Target="people.xml"/></Relationships>`,
    ),
  );
  parts['[Content_Types].xml'] = strToU8(
    strFromU8(parts['[Content_Types].xml']!).replace(
      '</Types>',
      `<Override PartName="/word/comments.xml" ContentType="${TYPE}.comments+xml"/><Override PartName="/word/commentsExtended.xml" ContentType="${TYPE}.commentsExtended+xml"/>` +
        `<Override PartName="/word/people.xml" ContentType="${TYPE}.people+xml"/></Types>`,
    ),
  );
}
