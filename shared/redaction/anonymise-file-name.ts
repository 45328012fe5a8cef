/** What an anonymised session shows in place of a file's name: file names hold names of children. */
const KINDS: Readonly<Record<string, string>> = {
  doc: 'Word document',
  docx: 'Word document',
  docm: 'Word document',
  dotx: 'Word document',
  odt: 'Text document',
  rtf: 'Text document',
  txt: 'Text file',
  md: 'Text file',
  pdf: 'PDF document',
  csv: 'CSV file',
  tsv: 'CSV file',
  xls: 'Excel workbook',
  xlsx: 'Excel workbook',
  xlsm: 'Excel workbook',
  ods: 'Spreadsheet',
  json: 'Data file',
  html: 'Web page',
  htm: 'Web page',
  eml: 'E-mail message',
  msg: 'E-mail message',
  png: 'Picture',
  jpg: 'Picture',
  jpeg: 'Picture',
  gif: 'Picture',
  tif: 'Picture',
  tiff: 'Picture',
  heic: 'Picture',
  zip: 'Archive',
  plumbline: 'Review',
};

export function anonymiseFileName(name: string): string {
  const ext = /\.([A-Za-z0-9]{1,10})\s*$/.exec(name)?.[1]?.toLowerCase();
  return (ext !== undefined && Object.hasOwn(KINDS, ext) ? KINDS[ext] : undefined) ?? 'File';
}
