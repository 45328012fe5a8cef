import { describe, expect, it } from 'vitest';
import { cell, type DocxParts, makeDocx, paragraph, row, run, table, text } from '../../fixtures/returns/make-docx.ts';
import { readRaw } from './support.ts';

const change = 'w:id="1" w:author="A. Clerk" w:date="2025-01-01T00:00:00Z"';
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const textBox = (inner: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

/** The one cell of a one-cell table, and the codes of what was noticed in it. */
function cellOf(
  inner: string,
  parts: DocxParts = {},
  rowProperties = '',
): { text: string; codes: string[]; notes: readonly string[]; messages: string } {
  const raw = readRaw(makeDocx(table([row([cell(inner)], rowProperties)]), parts));
  const only = raw.tables[0]!.rows[0]!.cells[0]!;
  const marks = only.marks ?? [];
  return {
    text: only.text,
    codes: marks.map((m) => m.code),
    notes: only.notes ?? [],
    messages: marks.map((m) => m.message).join(' '),
  };
}

describe('the text of a Word cell', () => {
  it.each<[string, string, string]>([
    ['paragraphs by lines', text('one\n\ntwo'), 'one\n\ntwo'],
    [
      'runs joined, however Word split them',
      paragraph(run('Mr ') + '<w:proofErr w:type="spellStart"/>' + run('Wój') + run('cik', '<w:b/>')),
      'Mr Wójcik',
    ],
    [
      'breaks and tabs',
      paragraph(`${run('a')}<w:r><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>`),
      'a\nb\tc\nd',
    ],
    [
      'hyphens of both kinds',
      paragraph('<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>14 hos</w:t><w:softHyphen/><w:t>pital</w:t></w:r>'),
      '12-14 hospital',
    ],
    ['tab stops are no tabs', paragraph(run('x'), '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'), 'x'],
    [
      'symbols',
      paragraph(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' +
          run(' seen ') +
          '<w:r><w:sym w:font="Symbol" w:char="F0B0"/><w:t>C</w:t></w:r>',
      ),
      '✓ seen °C',
    ],
    ['letters of a symbol font', paragraph(run('\uF0FE', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')), '☑'],
    ['unknown symbols show that they are lost', paragraph('<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>'), '\uFFFD'],
    ['hyperlinks', paragraph(`<w:hyperlink w:anchor="x">${run('the letter')}</w:hyperlink>`), 'the letter'],
    [
      'smart tags and custom XML',
      paragraph(`<w:smartTag w:element="date"><w:customXml w:element="y">${run('12 May')}</w:customXml></w:smartTag>`),
      '12 May',
    ],
    ['content controls', `<w:sdt><w:sdtPr/><w:sdtContent>${text('held')}</w:sdtContent></w:sdt>`, 'held'],
    [
      'no prompts of empty controls',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${text('Click or tap to enter a date.')}</w:sdtContent></w:sdt>${paragraph('')}`,
      '\n',
    ],
    [
      'controls filled in with the prompt flag left on',
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${text('12/05/2024')}</w:sdtContent></w:sdt>`,
      '12/05/2024',
    ],
    [
      'field results only',
      paragraph(run('On ') + field('DATE \\@ "dd/MM/yyyy"', '12/05/2024') + run(' seen')),
      'On 12/05/2024 seen',
    ],
    [
      'nested fields',
      paragraph(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${field('MERGEFIELD a', 'inner')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('shown')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      'shown',
    ],
    ['simple fields', paragraph(`<w:fldSimple w:instr=" PAGE ">${run('3')}</w:fldSimple>`), '3'],
    [
      'legacy tick boxes',
      paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
          run(' seen'),
      ),
      '☒ seen',
    ],
    [
      'legacy lists',
      paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Phone"/><w:listEntry w:val="Visit"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
      'Visit',
    ],
    [
      'ruby by its base',
      paragraph(
        `<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>kana</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>`,
      ),
      'base',
    ],
    ['a text box once', paragraph(run('before') + textBox(text('boxed'))) + text('after'), 'before\nboxed\nafter'],
    [
      'the fallback where the choice is empty',
      paragraph(`<mc:AlternateContent><mc:Choice Requires="zz"/><mc:Fallback>${run('kept')}</mc:Fallback></mc:AlternateContent>`),
      'kept',
    ],
    [
      'a nested table',
      text('top') +
        table([
          ['a', 'b'],
          ['c\nd', 'e'],
        ]) +
        paragraph(''),
      'top\na\tb\nc\nd\te\n',
    ],
    ['entities and CDATA', '<w:p><w:r><w:t>O&apos;Dowd &amp; &#201;lan <![CDATA[<b>]]></w:t></w:r></w:p>', "O'Dowd & Élan <b>"],
    ['pretty-printed text', '<w:p><w:r><w:t>two\n      lines</w:t></w:r></w:p>', 'two lines'],
    ['equations', paragraph('<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>'), 'x=2'],
    [
      'insertions in, deletions and moves out',
      paragraph(
        `${run('her ')}<w:del ${change}><w:r><w:delText>partner</w:delText></w:r></w:del><w:ins ${change}>${run('brother')}</w:ins><w:moveFrom ${change}>${run(' gone')}</w:moveFrom><w:moveTo ${change}>${run(' here')}</w:moveTo>`,
      ),
      'her brother here',
    ],
    [
      'an insertion that was deleted again',
      paragraph(`<w:ins ${change}><w:del ${change}><w:r><w:delText>no</w:delText></w:r></w:del></w:ins>${run('yes')}`),
      'yes',
    ],
    ['a deleted paragraph mark joins', paragraph(run('one '), `<w:rPr><w:del ${change}/></w:rPr>`) + text('two'), 'one two'],
    [
      'hidden text out',
      paragraph(run('seen') + run(' secretly', '<w:vanish/>') + run(' plain', '<w:vanish w:val="0"/>')),
      'seen plain',
    ],
    [
      'formatting as it was before does not hide',
      paragraph(run('shown', `<w:rPrChange ${change}><w:rPr><w:vanish/></w:rPr></w:rPrChange>`)),
      'shown',
    ],
  ])('%s', (_, inner, expected) => {
    expect(cellOf(inner).text).toBe(expected);
  });

  it('keeps what was struck out, for the reviewer and not for the event', () => {
    const got = cellOf(
      paragraph(
        `${run('her ')}<w:del ${change}><w:r><w:delText>part</w:delText></w:r><w:r><w:delText>ner</w:delText></w:r></w:del><w:ins ${change}>${run('brother')}</w:ins>`,
      ),
    );
    expect(got.codes).toEqual(['trackedChange']);
    expect(got.messages).toContain('struck out: “partner”; put in: “brother”');
  });
  it('hides by style as well, and says what it hid', () => {
    const styles =
      '<w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Own"><w:basedOn w:val="Base"/></w:style>';
    const got = cellOf(paragraph(run('a') + run('b', '<w:rStyle w:val="Own"/>') + run('c')), { styles });
    expect([got.text, got.codes, got.messages]).toEqual(['ac', ['hiddenText'], 'Hidden text was left out: “b”.']);
  });
  it('reads a hidden row with the text that Word hides with it', () => {
    const raw = readRaw(makeDocx(table([row([cell(paragraph(run('seen', '<w:vanish/>')))], '<w:hidden/>')])));
    const only = raw.tables[0]!.rows[0]!;
    expect([only.cells[0]!.text, only.marks?.map((m) => m.code), only.cells[0]!.marks]).toEqual([
      'seen',
      ['hiddenRow'],
      undefined,
    ]);
  });
  it('keeps footnotes and endnotes with their cell, comments out of it', () => {
    const got = cellOf(
      paragraph(
        `${run('text')}<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/>${run(' more')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>`,
      ),
      {
        footnotes: `<w:footnote w:type="separator" w:id="0">${text('')}</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run(' A foot')}</w:p></w:footnote>`,
        endnotes: `<w:endnote w:id="1">${text('An end')}</w:endnote>`,
        comments: `<w:comment w:id="0" w:author="R. Reader">${text('is this right?')}</w:comment>`,
      },
    );
    expect([got.text, got.notes, got.codes]).toEqual(['text more', ['A foot', 'An end'], ['comment']]);
    expect(got.messages).toContain('R. Reader: is this right?');
  });
  it('loses nothing in a field without an end', () => {
    const got = cellOf(paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('swallowed')}`));
    expect([got.text, got.codes]).toEqual(['swallowed', ['brokenField']]);
  });
  it('says where a picture stands', () => {
    const picture =
      '<w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r>';
    expect(cellOf(paragraph(picture)).codes).toEqual(['picture']);
  });
});

describe('the shape of Word tables', () => {
  const grid = (body: string): string[] =>
    readRaw(makeDocx(body)).tables.map((t) =>
      t.rows
        .map(
          (r) =>
            `${r.row}:${r.cells.map((c) => `${c.column}${c.span > 1 ? `+${c.span}` : ''}${c.fromAbove ? '^' : ''}=${c.text}`).join(',')}`,
        )
        .join(' / '),
    );

  it('counts top-level tables and rows, inside content controls too', () => {
    const control = (inner: string): string =>
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    expect(
      grid(table([['a', 'b']]) + control(table([row(['c', control(cell('d'))]), control(row(['e', 'f'])), row(['g', 'h'])]))),
    ).toEqual(['1:0=a,1=b', '1:0=c,1=d / 2:0=e,1=f / 3:0=g,1=h']);
  });
  it('places merged, indented and missing cells', () => {
    expect(
      grid(
        table([
          row([cell('wide', '<w:gridSpan w:val="2"/>'), 'x']),
          row(['a', 'b', 'c']),
          row(['d'], '<w:gridBefore w:val="2"/>'),
          row([cell('m', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge w:val="continue"/>'), 'n']),
        ]),
      ),
    ).toEqual(['1:0+2=wide,2=x / 2:0=a,1=b,2=c / 3:2=d / 4:0+2=m,2=n']);
  });
  it('gives each row the value of a cell merged down over it', () => {
    expect(
      grid(
        table([
          row([cell('12/5/24', '<w:vMerge w:val="restart"/>'), 'one']),
          row([cell('', '<w:vMerge/>'), 'two']),
          row(['13/5/24', 'three']),
        ]),
      ),
    ).toEqual(['1:0=12/5/24,1=one / 2:0^=12/5/24,1=two / 3:0=13/5/24,1=three']);
  });
  it('notices rows put in or struck out by tracked changes', () => {
    const raw = readRaw(makeDocx(table([row(['a'], `<w:ins ${change}/>`), row(['b'], `<w:del ${change}/>`), ['c']])));
    expect(raw.tables[0]!.rows.map((r) => [r.row, r.deleted ?? false, r.marks?.[0]?.code ?? null])).toEqual([
      [1, false, 'trackedChange'],
      [2, true, 'trackedChange'],
      [3, false, null],
    ]);
    expect(raw.tables[0]!.rows[1]!.marks![0]!.message).toContain('“b”');
  });
  it('numbers the paragraphs outside tables that are not empty', () => {
    const raw = readRaw(makeDocx(text('one\n\ntwo') + table([['x']]) + text('three')));
    expect(raw.paragraphs.map((p) => `${p.row}:${p.text}`)).toEqual(['1:one', '2:two', '3:three']);
    expect(raw.tables[0]!.before).toEqual(['one', 'two']);
  });
  it('reads strict files, other prefixes and UTF-16', () => {
    const strict =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:tbl><x:tr><x:tc><x:tcPr><x:gridSpan x:val="2"/></x:tcPr><x:p><x:r><x:t>Łukasz</x:t></x:r></x:p></x:tc></x:tr></x:tbl></x:body></x:document>';
    const bytes = makeDocx('', {
      extra: { 'word/document.xml': Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${strict}`, 'utf16le') },
    });
    expect(readRaw(bytes).tables[0]!.rows[0]!.cells).toEqual([{ text: 'Łukasz', column: 0, span: 2 }]);
  });
});
