/** The parts a file of ours may have, and the elements each may hold: anything else is not ours, and stops it. */
export const OWN_PARTS: readonly string[] = [
  '[Content_Types].xml',
  '_rels/.rels',
  'docProps/app.xml',
  'docProps/core.xml',
  'word/_rels/document.xml.rels',
  'word/document.xml',
  'word/footer1.xml',
  'word/numbering.xml',
  'word/settings.xml',
  'word/styles.xml',
];
export const OPTIONAL_PARTS: ReadonlySet<string> = new Set(['word/numbering.xml']);

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const TEXT = 'w:p w:pPr w:pStyle w:r w:rPr w:t w:tab w:b w:bCs w:i w:iCs w:sz w:szCs w:keepNext';
export const OWN_ELEMENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  'word/document.xml':
    words(`w:document w:body ${TEXT} w:numPr w:ilvl w:numId w:sectPr w:footerReference w:pgSz w:pgMar w:pgNumType w:docGrid w:hyperlink w:rStyle w:bookmarkStart w:bookmarkEnd
    w:tbl w:tblPr w:tblW w:tblBorders w:top w:left w:bottom w:right w:insideH w:insideV w:tblLayout w:tblLook w:tblCaption w:tblGrid w:gridCol
    w:tr w:trPr w:cantSplit w:tblHeader w:tc w:tcPr w:tcW w:shd`),
  'word/footer1.xml': words(`w:ftr ${TEXT} w:fldChar w:instrText`),
};
/** The only instructions of our footer. */
export const OWN_FIELDS: ReadonlySet<string> = new Set(['PAGE', 'NUMPAGES']);
