/** Fields that only show what stands in the text anyway, or count. Everything else carries something unseen. */
const PLAIN = new Set(
  `PAGE NUMPAGES SECTIONPAGES SECTION TOC TOA PAGEREF REF NOTEREF SEQ STYLEREF DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME
   FORMTEXT FORMCHECKBOX FORMDROPDOWN SYMBOL EQ ADVANCE BIBLIOGRAPHY CITATION TITLE INDEX AUTONUM AUTONUMLGL AUTONUMOUT LISTNUM
   NUMCHARS NUMWORDS REVNUM FILESIZE PRIVATE SHAPE`.split(/\s+/),
);

/** What is wrong with a field's instruction; null where nothing is. Hyperlinks are judged by their target. */
export function fieldTrouble(code: string): string | null {
  const instruction = code.trim();
  const keyword = /^=|^[A-Za-z]+/.exec(instruction)?.[0].toUpperCase() ?? '';
  if (keyword === '' || keyword === '=') return null;
  if (keyword === 'HYPERLINK') {
    const target = /"([^"]*)"|^HYPERLINK\s+(?!\\)(\S+)/i.exec(instruction);
    return target ? linkTrouble(target[1] ?? target[2] ?? '') : null;
  }
  if (!PLAIN.has(keyword)) return `a field of the kind ${keyword}, which carries more than the page shows`;
  return /[A-Za-z]:\\|\\\\[\w.-]+\\|:\/\//.test(instruction)
    ? `a field of the kind ${keyword} with a path to a file or server`
    : null;
}

/** What a link's target gives away; null for an ordinary public web address or a place in the same file. */
export function linkTrouble(target: string): string | null {
  const text = target.trim();
  if (text === '' || text.startsWith('#')) return null;
  if (/^mailto:/i.test(text)) return 'a link to an e-mail address';
  const web = /^https?:\/\/([^/?#]*)/i.exec(text);
  if (!web) return /^(tel|sms):/i.test(text) ? 'a link to a telephone number' : 'a link to a file or folder';
  const host = (web[1] ?? '').toLowerCase();
  if (host.includes('@')) return 'a link with a name or password in it';
  const bare = host.replace(/:\d+$/, '');
  if (
    /sharepoint\.com$|(^|\.)onedrive\.|1drv\.ms$|docs\.google\.com$|drive\.google\.com$|dropbox\.com$|teams\.microsoft\.com$/.test(
      bare,
    )
  ) {
    return 'a link to a shared folder';
  }
  if (!bare.includes('.') || /^[\d.]+$|^\[|\.(local|lan|internal|intranet|corp)$/.test(bare))
    return 'a link to a server inside an organisation';
  return null;
}
