import { strToU8, zipSync, zlibSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkWordFile } from '#core/features/publish/verify/check-file.ts';
import { REGISTER } from './support/register.ts';
import { bytesOf, type Extra, para, rooted, run, text, utf16, type WordFile, wordFile } from './support/word-file.ts';

const NAME = 'Tamsin Oyelaran';
const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const story = (path: string, root: string, relation: string): Extra => ({
  path,
  data: rooted(root, text(`Seen by ${NAME}.`)),
  relation,
});
const base64 = (words: string, as: BufferEncoding = 'utf8'): string => Buffer.from(words, as).toString('base64');
const jpegWith = (marker: number, body: string): Uint8Array => {
  const data = Buffer.from(body, 'latin1');
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, marker, 0, data.length + 2]),
    data,
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
  ]);
};
const pngChunk = (type: string, body: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(type + body, 'latin1'), Buffer.alloc(4)]);
};
const pngWith = (type: string, body: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', '0123456789abc'),
    pngChunk(type, body),
    pngChunk('IEND', ''),
  ]);
const picture = (inner = ''): string =>
  para(
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdX0"/>${inner}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
  );

/** Each place where a Word file can leak, with a name planted there. The check must find it and say where. */
const NAMES: [place: string, file: WordFile, part: RegExp][] = [
  ['the text', { body: text(`Seen by ${NAME}.`) }, /^word\/document\.xml$/],
  ['a surname alone', { body: text('Discussed with Ms Oyelaran on the day.') }, /document/],
  ['split over runs', { body: para(['Ta', 'ms', 'in Oye', 'laran'].map((t) => run(t)).join('')) }, /document/],
  [
    'split by a bookmark and a proofing mark',
    { body: para(`${run('Tamsin Oye')}<w:bookmarkStart w:id="1" w:name="x"/><w:proofErr w:type="spellStart"/>${run('laran')}`) },
    /document/,
  ],
  [
    'in phonetic text above a word',
    { body: para(`<w:r><w:ruby><w:rt>${run(NAME)}</w:rt><w:rubyBase>${run('base')}</w:rubyBase></w:ruby></w:r>`) },
    /document/,
  ],
  [
    'split by a deletion',
    {
      body: para(`${run('Tamsin Oye')}<w:del w:id="1" w:author="A"><w:r><w:delText>XX</w:delText></w:r></w:del>${run('laran')}`),
    },
    /document/,
  ],
  ['split by hidden text', { body: para(`${run('Tamsin Oye')}${run('QQ', '<w:vanish/>')}${run('laran')}`) }, /document/],
  [
    'inside a deletion',
    { body: para(`<w:del w:id="1" w:author="A"><w:r><w:delText>${NAME}</w:delText></w:r></w:del>`) },
    /document/,
  ],
  ['in the source of a move', { body: para(`<w:moveFrom w:id="1" w:author="A">${run(NAME)}</w:moveFrom>`) }, /document/],
  ['the author of a change', { body: para(`<w:ins w:id="1" w:author="${NAME}">${run('word')}</w:ins>`) }, /document/],
  ['hidden text', { body: para(run(NAME, '<w:vanish/>')) }, /document/],
  ['numeric entities', { body: text('Tam&#115;in &#x4F;yelaran') }, /document/],
  ['CDATA', { body: para('<w:r><w:t><![CDATA[Tamsin Oyelaran]]></w:t></w:r>') }, /document/],
  ['soft hyphens and zero-width marks', { body: text('Tam\u00adsin Oye\u200blaran') }, /document/],
  ['a soft hyphen as an element', { body: para(`<w:r><w:t>Tamsin Oye</w:t><w:softHyphen/><w:t>laran</w:t></w:r>`) }, /document/],
  [
    'letters of a symbol font',
    {
      body: para(
        `<w:r>${[...'Oyelaran'].map((c) => `<w:sym w:font="Symbol" w:char="F0${c.charCodeAt(0).toString(16)}"/>`).join('')}</w:r>`,
      ),
    },
    /document/,
  ],
  ['UTF-16, little end first', { body: text(NAME), encode: (xml) => utf16(xml) }, /document/],
  ['UTF-16, big end first, no mark', { body: text(NAME), encode: (xml) => utf16(xml, 'be', false) }, /document/],
  [
    'another prefix for the namespace',
    {
      body: text(NAME),
      encode: (xml) => strToU8(xml.replaceAll('w:', 'q1:').replace('xmlns:q1:', 'xmlns:q1:').replace('xmlns:w=', 'xmlns:q1=')),
    },
    /document/,
  ],
  [
    'a field code',
    {
      body: para(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "C:\\cases\\Tamsin </w:instrText></w:r><w:r><w:instrText>Oyelaran.docx"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    },
    /document/,
  ],
  ['a simple field', { body: para(`<w:fldSimple w:instr="TC &quot;${NAME}&quot;">${run('x')}</w:fldSimple>`) }, /document/],
  ['a bookmark', { body: para(`<w:bookmarkStart w:id="1" w:name="Tamsin_Oyelaran"/>${run('x')}`) }, /document/],
  [
    "a content control's tag",
    { body: `<w:sdt><w:sdtPr><w:tag w:val="${NAME}"/></w:sdtPr><w:sdtContent>${text('x')}</w:sdtContent></w:sdt>` },
    /document/,
  ],
  [
    "a content control's hidden choice",
    {
      body: `<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="${NAME}" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>${text('x')}</w:sdtContent></w:sdt>`,
    },
    /document/,
  ],
  [
    'alt text',
    {
      body: para(`<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="Photo of ${NAME}"/></wp:inline></w:drawing></w:r>`),
    },
    /document/,
  ],
  [
    'a text box',
    { body: para(`<w:r><w:drawing><wps:txbx><w:txbxContent>${text(NAME)}</w:txbxContent></wps:txbx></w:drawing></w:r>`) },
    /document/,
  ],
  [
    'the other branch of alternate content',
    {
      body: para(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${run('x').slice(5, -6)}</mc:Choice><mc:Fallback><w:t>${NAME}</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    },
    /document/,
  ],
  [
    "a table's caption",
    { body: `<w:tbl><w:tblPr><w:tblCaption w:val="${NAME}"/></w:tblPr><w:tr><w:tc>${text('x')}</w:tc></w:tr></w:tbl>` },
    /document/,
  ],
  ['a comment of XML', { body: `${text('x')}<!-- ${NAME} -->` }, /document/],
  ['a processing instruction', { body: `${text('x')}<?note ${NAME}?>` }, /document/],
  ['a header', { extra: [story('word/header1.xml', 'w:hdr', 'header')] }, /header1/],
  ['a footer', { extra: [story('word/footer3.xml', 'w:ftr', 'footer')] }, /footer3/],
  [
    'a footnote',
    {
      extra: [
        {
          path: 'word/footnotes.xml',
          data: rooted('w:footnotes', `<w:footnote w:id="2">${text(NAME)}</w:footnote>`),
          relation: 'footnotes',
        },
      ],
    },
    /footnotes/,
  ],
  [
    'a comment',
    {
      extra: [
        {
          path: 'word/comments.xml',
          data: rooted('w:comments', `<w:comment w:id="1" w:author="B">${text(NAME)}</w:comment>`),
          relation: 'comments',
        },
      ],
    },
    /comments/,
  ],
  [
    'the people part',
    {
      extra: [{ path: 'word/people.xml', data: rooted('w15:people', `<w15:person w15:author="${NAME}"/>`), relation: 'people' }],
    },
    /people/,
  ],
  [
    'the glossary',
    {
      extra: [
        { path: 'word/glossary/document.xml', data: rooted('w:glossaryDocument', text(NAME)), relation: 'glossaryDocument' },
      ],
    },
    /glossary/,
  ],
  ['who wrote it', { core: `<dc:creator>${NAME}</dc:creator>` }, /core/],
  ['who saved it last', { core: `<cp:lastModifiedBy>Oyelaran, Tamsin</cp:lastModifiedBy>` }, /core/],
  ['keywords', { core: `<cp:keywords>case; ${NAME}</cp:keywords>` }, /core/],
  ['the manager', { app: `<Manager>${NAME}</Manager>` }, /app/],
  [
    'a custom property',
    {
      extra: [
        {
          path: 'docProps/custom.xml',
          data: `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="u"><property fmtid="x" pid="2" name="Case"><vt:lpwstr>${NAME}</vt:lpwstr></property></Properties>`,
          relation: 'custom-properties',
          from: 'root',
        },
      ],
    },
    /custom/,
  ],
  ['custom XML', { extra: [{ path: 'customXml/item1.xml', data: `<a><b>${NAME}</b></a>`, relation: 'customXml' }] }, /customXml/],
  ['a document variable', { settings: `<w:docVars><w:docVar w:name="x" w:val="${NAME}"/></w:docVars>` }, /settings/],
  [
    'a document variable in base64',
    { settings: `<w:docVars><w:docVar w:name="x" w:val="${base64(`case of ${NAME}`)}"/></w:docVars>` },
    /settings/,
  ],
  [
    'base64 of UTF-16',
    { settings: `<w:docVars><w:docVar w:name="x" w:val="${base64(NAME, 'utf16le')}"/></w:docVars>` },
    /settings/,
  ],
  [
    'hexadecimal',
    { settings: `<w:docVars><w:docVar w:name="x" w:val="${Buffer.from(NAME).toString('hex')}"/></w:docVars>` },
    /settings/,
  ],
  [
    'the target of a link',
    {
      body: para('<w:hyperlink r:id="rIdL"><w:r><w:t>here</w:t></w:r></w:hyperlink>'),
      links: [{ id: 'rIdL', type: 'hyperlink', target: 'https://example.org/files/tamsin-oyelaran', external: true }],
    },
    /rels/,
  ],
  [
    'the target of a link with per-cent signs',
    {
      body: para('<w:hyperlink r:id="rIdL"><w:r><w:t>here</w:t></w:r></w:hyperlink>'),
      links: [{ id: 'rIdL', type: 'hyperlink', target: 'https://example.org/Tamsin%20Oyelar%61n.docx', external: true }],
    },
    /rels/,
  ],
  [
    'a mail link',
    {
      body: para('<w:hyperlink r:id="rIdL"><w:r><w:t>here</w:t></w:r></w:hyperlink>'),
      links: [{ id: 'rIdL', type: 'hyperlink', target: 'mailto:t.oyelaran@example.com', external: true }],
    },
    /rels/,
  ],
  ["a link's tooltip", { body: para(`<w:hyperlink w:anchor="a" w:tooltip="${NAME}">${run('here')}</w:hyperlink>`) }, /document/],
  ["a style's name", { styles: `<w:style w:type="paragraph" w:styleId="s"><w:name w:val="${NAME}"/></w:style>` }, /styles/],
  [
    'the name of a part',
    { extra: [{ path: 'word/media/tamsin-oyelaran.png', data: pngWith('gAMA', '0000'), relation: 'image' }], body: picture() },
    /names of parts/,
  ],
  [
    'bytes of an embedded object',
    {
      extra: [
        {
          path: 'word/embeddings/oleObject1.bin',
          data: Buffer.concat([Buffer.from([0, 1, 2]), Buffer.from(NAME, 'utf16le'), Buffer.from([0, 0, 9])]),
          relation: 'oleObject',
        },
      ],
    },
    /oleObject1/,
  ],
  [
    'an embedded workbook',
    {
      extra: [
        {
          path: 'word/embeddings/book.xlsx',
          data: zipSync({ 'xl/sharedStrings.xml': strToU8(`<sst><si><t>${NAME}</t></si></sst>`) }),
          relation: 'package',
        },
      ],
    },
    /book\.xlsx › xl\/sharedStrings/,
  ],
  [
    'a chart',
    {
      extra: [
        { path: 'word/charts/chart1.xml', data: `<c:chart xmlns:c="urn:c"><c:v>${NAME}</c:v></c:chart>`, relation: 'chart' },
      ],
    },
    /chart1/,
  ],
  [
    'a text that is pulled in',
    { extra: [{ path: 'word/afchunk1.html', data: `<p>Tamsin <b>Oyelaran</b><br></p>`, relation: 'aFChunk' }] },
    /afchunk1/,
  ],
  [
    'camera data',
    { extra: [{ path: 'word/media/image1.jpeg', data: jpegWith(0xe1, `Exif\0\0 ${NAME}`), relation: 'image' }], body: picture() },
    /image1/,
  ],
  [
    "a picture's comment",
    { extra: [{ path: 'word/media/image1.jpeg', data: jpegWith(0xfe, NAME), relation: 'image' }], body: picture() },
    /image1/,
  ],
  [
    'words in a PNG',
    { extra: [{ path: 'word/media/image1.png', data: pngWith('tEXt', `Author\0${NAME}`), relation: 'image' }], body: picture() },
    /image1/,
  ],
  ['a date of birth', { body: text('Born on 9 April 2017.') }, /document/],
  ['an address', { body: text('Lives at 4 Ferrymans Court.') }, /document/],
  ['a telephone number', { body: text('Ring +44 7700 900417.') }, /document/],
  ['a reference number', { body: text('See OC 250315 0912.') }, /document/],
];

const STRICT: WordFile = {
  body: text(NAME),
  encode: (xml) =>
    strToU8(
      xml.replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
    ),
};
const page = (data: string, path = 'word/afchunk1.mht'): WordFile => ({
  body: '<w:altChunk r:id="rIdX0"/>',
  extra: [{ path, data, relation: 'aFChunk' }],
});
NAMES.push(
  ['quoted-printable', page('<p>Tam=73in Oye=\nlaran</p><br>'), /afchunk1/],
  ['a web page, parted by marks', page('<p>Ta<b>ms</b>in&#32;Oye<i>lar</i>an<br></p>', 'word/afchunk1.html'), /afchunk1/],
  ['the escapes of RTF', page("{\\rtf1 Sin\\'e9ad O'Do\\'77d}", 'word/afchunk1.rtf'), /afchunk1/],
  [
    'custom XML, parted by marks',
    { extra: [{ path: 'customXml/item1.xml', data: '<a>Tam<b>sin Oye</b>laran</a>', relation: 'customXml' }] },
    /customXml/,
  ],
  [
    'packed words in a PNG',
    {
      body: picture(),
      extra: [
        {
          path: 'word/media/i.png',
          data: pngWith('zTXt', `Comment\0\0${Buffer.from(zlibSync(strToU8(NAME))).toString('latin1')}`),
          relation: 'image',
        },
      ],
    },
    /media/,
  ],
);
NAMES.push(['the strict form of the language', STRICT, /document/]);

describe('a name planted in each place where a Word file can leak', () => {
  test.each(NAMES)('%s', (_place, file, part) => {
    const { clean, findings } = checkWordFile(wordFile(file), 'report.docx', REGISTER);
    const hits = findings.filter((f) => f.entryId !== undefined && part.test(f.part));
    expect(clean).toBe(false);
    expect(hits.length, JSON.stringify(findings, null, 1)).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(finding.message).toMatch(/^[A-Z].*\.$/);
      expect(finding.message).not.toMatch(/Oyelaran|Tamsin/i);
    }
  });
});

/** What a file can hide without any name. */
const HIDDEN: [what: string, file: WordFile, kind: string][] = [
  ['an author', { core: '<dc:creator>Jo Bloggs</dc:creator>' }, 'property'],
  ['who saved it last', { core: '<cp:lastModifiedBy>J Bloggs</cp:lastModifiedBy>' }, 'property'],
  ['a company', { app: '<Company>Wendle Council</Company>' }, 'property'],
  ['the folder of a template', { app: '<Template>\\\\server\\share\\Case.dotx</Template>' }, 'template'],
  [
    'a custom property',
    {
      extra: [
        {
          path: 'docProps/custom.xml',
          data: '<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="u"><property pid="2" name="Case"><vt:lpwstr>12</vt:lpwstr></property></Properties>',
          relation: 'custom-properties',
          from: 'root',
        },
      ],
    },
    'customProperty',
  ],
  ['an insertion', { body: para(`<w:ins w:id="1" w:author="A">${run('new')}</w:ins>`) }, 'revision'],
  ['a deletion', { body: para('<w:del w:id="1" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>') }, 'revision'],
  ['a move', { body: para(`<w:moveTo w:id="1" w:author="A">${run('there')}</w:moveTo>`) }, 'revision'],
  [
    'a change of form',
    { body: para('<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r>') },
    'revision',
  ],
  [
    'a comment',
    {
      extra: [
        {
          path: 'word/comments.xml',
          data: rooted('w:comments', `<w:comment w:id="1" w:author="B">${text('ask them')}</w:comment>`),
          relation: 'comments',
        },
      ],
    },
    'comment',
  ],
  [
    'people',
    { extra: [{ path: 'word/people.xml', data: rooted('w15:people', '<w15:person w15:author="B"/>'), relation: 'people' }] },
    'people',
  ],
  ['hidden text', { body: para(run('secret', '<w:vanish/>')) }, 'hiddenText'],
  [
    'text hidden by its style',
    {
      styles: '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>',
      body: para(run('secret', '<w:rStyle w:val="h"/>')),
    },
    'hiddenText',
  ],
  [
    'text hidden by a style based on another',
    {
      styles:
        '<w:style w:type="paragraph" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>',
      body: para(`<w:pPr><w:pStyle w:val="b"/></w:pPr>${run('secret')}`),
    },
    'hiddenText',
  ],
  ['white on white', { body: para(run('secret', '<w:color w:val="FFFFFF"/>')) }, 'hiddenText'],
  ['almost white on white', { body: para(run('secret', '<w:color w:val="fefefe"/>')) }, 'hiddenText'],
  [
    "white by the theme's colour",
    { body: para(run('secret', '<w:color w:val="FFFFFF" w:themeColor="background1"/>')) },
    'hiddenText',
  ],
  [
    'black on black',
    { body: para(run('secret', '<w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/>')) },
    'hiddenText',
  ],
  ['a black mark', { body: para(run('secret', '<w:highlight w:val="black"/>')) }, 'hiddenText'],
  ['one point high', { body: para(run('secret', '<w:sz w:val="2"/>')) }, 'hiddenText'],
  ['squeezed', { body: para(run('secret', '<w:w w:val="1"/>')) }, 'hiddenText'],
  ['in a frame off the page', { body: para(`<w:pPr><w:framePr w:w="10" w:x="-20000"/></w:pPr>${run('secret')}`) }, 'hiddenText'],
  ['indented off the page', { body: para(`<w:pPr><w:ind w:left="-30000"/></w:pPr>${run('secret')}`) }, 'hiddenText'],
  ['raised off the page', { body: para(run('secret', '<w:position w:val="4000"/>')) }, 'hiddenText'],
  [
    'in a line too low to see',
    { body: para(`<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>${run('secret')}`) },
    'hiddenText',
  ],
  ['the path of a picture', { body: picture('<pic:cNvPr id="0" name="C:\\Users\\a\\scan.png"/>') }, 'link'],
  ['hidden in a browser', { body: para(run('secret', '<w:webHidden/>')) }, 'hiddenText'],
  [
    'a note that no text refers to',
    {
      extra: [
        {
          path: 'word/footnotes.xml',
          data: rooted('w:footnotes', `<w:footnote w:id="2">${text('old')}</w:footnote>`),
          relation: 'footnotes',
        },
      ],
    },
    'hiddenText',
  ],
  ['a hidden row', { body: `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${text('x')}</w:tc></w:tr></w:tbl>` }, 'hiddenRow'],
  [
    'a row of no height',
    { body: `<w:tbl><w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr><w:tc>${text('x')}</w:tc></w:tr></w:tbl>` },
    'hiddenRow',
  ],
  [
    'a field with a path',
    { body: para(`<w:fldSimple w:instr="INCLUDETEXT &quot;C:\\cases\\a.docx&quot;">${run('x')}</w:fldSimple>`) },
    'fieldCode',
  ],
  ['a merge field', { body: para(`<w:fldSimple w:instr=" MERGEFIELD Surname ">${run('x')}</w:fldSimple>`) }, 'fieldCode'],
  ['the name of the file', { body: para(`<w:fldSimple w:instr=" FILENAME \\p ">${run('x')}</w:fldSimple>`) }, 'fieldCode'],
  ['a document variable', { settings: '<w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars>' }, 'docVariable'],
  ['a mail merge', { settings: '<w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge>' }, 'mailMerge'],
  ['an attached template', { settings: '<w:attachedTemplate r:id="rIdT"/>' }, 'template'],
  [
    'a link to a shared folder',
    {
      body: para('<w:hyperlink r:id="rIdL"><w:r><w:t>here</w:t></w:r></w:hyperlink>'),
      links: [{ id: 'rIdL', type: 'hyperlink', target: 'https://wendle.sharepoint.com/sites/cases/x.docx', external: true }],
    },
    'link',
  ],
  [
    'a link to a file',
    {
      body: para('<w:hyperlink r:id="rIdL"><w:r><w:t>here</w:t></w:r></w:hyperlink>'),
      links: [{ id: 'rIdL', type: 'hyperlink', target: 'file:///S:/cases/x.docx', external: true }],
    },
    'link',
  ],
  [
    'a mail address behind words',
    {
      body: para('<w:hyperlink r:id="rIdL"><w:r><w:t>write to us</w:t></w:r></w:hyperlink>'),
      links: [{ id: 'rIdL', type: 'hyperlink', target: 'mailto:jo@example.org', external: true }],
    },
    'link',
  ],
  [
    'a link left behind',
    { links: [{ id: 'rIdL', type: 'hyperlink', target: 'https://www.example.org/a', external: true }] },
    'link',
  ],
  [
    'a picture from elsewhere',
    {
      body: para('<w:r><w:drawing><a:blip r:link="rIdL"/></w:drawing></w:r>'),
      links: [{ id: 'rIdL', type: 'image', target: 'https://example.org/p.png', external: true }],
    },
    'link',
  ],
  [
    'an object',
    { extra: [{ path: 'word/embeddings/oleObject1.bin', data: new Uint8Array(64), relation: 'oleObject' }] },
    'embedded',
  ],
  [
    'an embedded workbook',
    {
      extra: [
        { path: 'word/embeddings/b.xlsx', data: zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), relation: 'package' },
      ],
    },
    'embedded',
  ],
  ['a control', { extra: [{ path: 'word/activeX/activeX1.xml', data: '<ax/>', relation: 'control' }] }, 'embedded'],
  ['macros', { extra: [{ path: 'word/vbaProject.bin', data: new Uint8Array(64), relation: 'vbaProject' }] }, 'macro'],
  [
    'alternate content',
    {
      body: para(
        '<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>one</w:t></mc:Choice><mc:Fallback><w:t>two</w:t></mc:Fallback></mc:AlternateContent></w:r>',
      ),
    },
    'alternateContent',
  ],
  [
    'text pulled in',
    { body: '<w:altChunk r:id="rIdX0"/>', extra: [{ path: 'word/afchunk1.html', data: '<p>x</p>', relation: 'aFChunk' }] },
    'altChunk',
  ],
  [
    'a cropped picture',
    {
      body: picture('<a:srcRect l="20000"/>'),
      extra: [{ path: 'word/media/i.png', data: pngWith('gAMA', '0000'), relation: 'image' }],
    },
    'croppedPicture',
  ],
  [
    'a picture that nothing shows',
    { extra: [{ path: 'word/media/i.png', data: pngWith('gAMA', '0000'), relation: 'image' }] },
    'unusedPart',
  ],
  ['a part that nothing leads to', { extra: [{ path: 'word/old.xml', data: '<a/>', from: 'none' }] }, 'unusedPart'],
  [
    'camera data',
    { body: picture(), extra: [{ path: 'word/media/i.jpeg', data: jpegWith(0xe1, 'Exif\0\0GPS'), relation: 'image' }] },
    'pictureMetadata',
  ],
  [
    'custom XML',
    {
      extra: [{ path: 'customXml/item1.xml', data: '<m:metadata xmlns:m="u"><m:x>1</m:x></m:metadata>', relation: 'customXml' }],
    },
    'customXml',
  ],
  [
    'a glossary',
    {
      extra: [
        {
          path: 'word/glossary/document.xml',
          data: rooted('w:glossaryDocument', text('x')),
          relation: 'glossaryDocument',
          type: `${OFFICE_TYPE}.document.glossary+xml`,
        },
      ],
    },
    'glossary',
  ],
  [
    'a thumbnail',
    { extra: [{ path: 'docProps/thumbnail.jpeg', data: jpegWith(0xe0, 'JFIF'), relation: 'thumbnail', from: 'root' }] },
    'thumbnail',
  ],
  [
    "a printer's settings",
    { extra: [{ path: 'word/printerSettings1.bin', data: bytesOf('\\\\print01\\floor2'), relation: 'printerSettings' }] },
    'printerSettings',
  ],
  ['a document type', { encode: (xml) => strToU8(xml.replace('?>', '?><!DOCTYPE w [<!ENTITY n "x">]>')) }, 'container'],
];

describe('what a Word file can hide', () => {
  test.each(HIDDEN)('%s', (_what, file, kind) => {
    const { clean, findings } = checkWordFile(wordFile(file), 'report.docx', REGISTER);
    expect(clean).toBe(false);
    expect(
      findings.map((f) => f.kind),
      JSON.stringify(findings),
    ).toContain(kind);
  });
});

/** What an honest file may have. */
const HONEST: [what: string, file: WordFile][] = [
  ['plain words', {}],
  ['an organisation that publishes by its own name', { body: text('Ostermere Hospitals Trust will audit.') }],
  [
    'white words on a dark cell',
    {
      body: `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1B3A4E"/></w:tcPr>${para(run('Owner', '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl>`,
    },
  ],
  [
    'a table of contents',
    {
      body: para(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:webHidden/></w:rPr><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
    },
  ],
  ['page numbers', { body: para(`<w:fldSimple w:instr=" PAGE   \\* MERGEFORMAT ">${run('1')}</w:fldSimple>`) }],
  [
    'a public web address',
    {
      body: para('<w:hyperlink r:id="rIdL"><w:r><w:t>guidance</w:t></w:r></w:hyperlink>'),
      links: [{ id: 'rIdL', type: 'hyperlink', target: 'https://www.gov.uk/guidance', external: true }],
    },
  ],
  [
    'a mail address that the page shows',
    {
      body: para('<w:hyperlink r:id="rIdL"><w:r><w:t>office@example.org</w:t></w:r></w:hyperlink>'),
      links: [{ id: 'rIdL', type: 'hyperlink', target: 'mailto:office@example.org', external: true }],
    },
  ],
  [
    'a footnote',
    {
      body: para(`${run('x')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      extra: [
        {
          path: 'word/footnotes.xml',
          data: rooted(
            'w:footnotes',
            `<w:footnote w:type="separator" w:id="-1">${text('')}</w:footnote><w:footnote w:id="2">${text('note')}</w:footnote>`,
          ),
          relation: 'footnotes',
        },
      ],
    },
  ],
  ['an empty list of comments', { extra: [{ path: 'word/comments.xml', data: rooted('w:comments', ''), relation: 'comments' }] }],
  [
    'an empty list of sources',
    {
      extra: [
        {
          path: 'customXml/item1.xml',
          data: '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>',
          relation: 'customXml',
        },
      ],
    },
  ],
  ['a picture', { body: picture(), extra: [{ path: 'word/media/i.png', data: pngWith('gAMA', '0000'), relation: 'image' }] }],
  ['hiding switched off', { body: para(run('plain', '<w:vanish w:val="0"/>')) }],
  ['an empty low line', { body: `${para('<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>')}${text('plain')}` }],
  ['a hanging indent', { body: para(`<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>${run('plain')}`) }],
  [
    'the same shape for two programs',
    {
      body: para(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>same</w:t></mc:Choice><mc:Fallback><w:t>same</w:t></mc:Fallback></mc:AlternateContent></w:r>',
      ),
    },
  ],
];

describe('what an honest Word file has', () => {
  test.each(HONEST)('%s', (_what, file) => {
    expect(checkWordFile(wordFile(file), 'report.docx', REGISTER)).toEqual({ clean: true, findings: [] });
  });
});

test('the name of the file is read too', () => {
  const { findings } = checkWordFile(wordFile(), 'Oyelaran_T_final2.docx', REGISTER);
  expect(findings.map((f) => f.part)).toContain('(file name)');
});

test('a word settled to stay is known again in its own paragraph, and nowhere else', () => {
  const allowed = [{ context: 'Ms Oyelaran agreed to this.', word: 'Ms Oyelaran', count: 1 }];
  const found = (words: string) =>
    checkWordFile(wordFile({ body: text(words) }), 'r.docx', REGISTER, { allowed }).findings.length;
  expect(found('Ms Oyelaran agreed to this.')).toBe(0);
  expect(found('Ms Oyelaran agreed to that.')).toBe(1);
  expect(found('Ms Oyelaran agreed to this.\u00a0')).toBe(0);
});

/** Files of other producers, each a heading, words, a table or a footnote, made with nothing to hide. */
test.each(['python-docx', 'pandoc', 'libreoffice'])('an honest file made by %s is clean', (producer) => {
  const bytes = readFileSync(new URL(`../fixtures/word-files/${producer}.docx`, import.meta.url));
  expect(checkWordFile(bytes, 'report.docx', REGISTER)).toEqual({ clean: true, findings: [] });
});
