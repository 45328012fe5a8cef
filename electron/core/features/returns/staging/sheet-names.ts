/** Words by which an agency is known; its own name may stand around them: "Westmere Police", "St Oswin's School". */
const AGENCY =
  /\b(?:police|constabulary|social care|social work|social services|csc|cscs|asc|children['’]?s services|children['’]?s social care|adult services|mash|lado|early help|family support|family hub|children['’]?s cent(?:re|er)|hospital|infirmary|nhs|trust|icb|ccg|gp|gps|gp practice|surgery|general practi(?:ce|tioner)|medical (?:centre|practice)|primary care|health|health visit(?:ing|or|ors)|hv|school nurs(?:e|es|ing)|0\s?[-–]\s?19|midwi(?:fe|fery|ves)|maternity|ambulance|a ?& ?e|emergency department|camhs|cmht|mental health|psychiatry|paediatrics?|education|schools?|academy|college|nursery|pre-?school|early years|eps|housing|homes|homelessness|probation|yot|yjs|youth (?:justice|offending)(?: service| team)?|cafcass|fire(?: and rescue)?(?: service)?|prison|court|legal(?: services)?|council|borough|local authority|refuge|women['’]?s aid|nspcc|barnardo['’]?s|substance misuse|drug and alcohol|drugs and alcohol|domestic abuse|sexual health|sarc|dwp|jobcentre(?: plus)?|home office|border force|voluntary sector|charity|service|services|partnership|association|agency)\b/i;

/** What a sheet is about rather than whose it is. */
const ABOUT =
  /\b(?:attendances?|absences?|exclusions?|visits?|meetings?|calls?|letters?|incidents?|crimes?|notes?|data|codes?|lists?|key|actions?|questions?|people|persons|staff|reports?|reporting|summary|summaries|analysis|abbreviations?|glossary|guidance|instructions?|read ?me|example|background|details?|contact details|index|cover|front sheet|contents|agencies|professionals|practitioners|referrals?|assessments?|appointments?|consultations?|records?|outcomes?|issues?|themes?|version|control|timeline of|involved|family members|genogram)\b/i;

/** Words that say only that the sheet is a chronology, and marks of copies: they come off an agency's name. */
const COMMON =
  /\b(?:integrated |single agency |agency |multi-?agency )?(?:chronolog(?:y|ies)|chron|returns?|timeline|log|entries|events?|records? of contact|template|draft|final|copy|completed?|complete|v\d+(?:\.\d+)?|\d{4}(?:\s?[-–/]\s?\d{2,4})?)\b|\(\d+\)/gi;

/** Names that programs and people give to any sheet. */
const GENERIC =
  /^(?:sheet|table|page|tab|blatt|feuil|hoja|taflen)\s?\d*$|^\d+$|^[a-z]$|^(?:part|phase|period|year|child|adult|mother|father|sibling|subject)\b/i;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/** A sheet beside the chronology: how to fill it in, or an example of it. Its rows are never events. */
export function isAsideSheet(name: string): boolean {
  return /^\W*(?:read\s?me(?: first)?|instructions?|guidance|guide|guide ?lines|how to\b.*|help|about|start here|notes? (?:for|on)\b.*|completion notes?|(?:worked )?examples?\b.*|sample (?:entries|rows|entry|row|chronology|sheet)|.*\b(?:instructions|guidance|worked example|read ?me|example only|\(example\)|- example))\W*$/i.test(
    name.trim(),
  );
}

/** The agency that a sheet is named after, or null: "Police chronology" is the police's, "Sheet1" and "School visits" nobody's. */
export function agencyOfSheet(name: string): string | null {
  const rest = bare(name);
  return rest !== '' && AGENCY.test(rest) && !ABOUT.test(rest) && !GENERIC.test(rest) ? rest : null;
}

/** A name that could be an agency's among sheets most of which are. */
export function mayNameAgency(name: string): string | null {
  const rest = bare(name);
  return rest.length > 1 && /[a-z]{2}/i.test(rest) && !ABOUT.test(rest) && !GENERIC.test(rest) && !MONTH.test(rest) ? rest : null;
}

function bare(name: string): string {
  return name
    .replace(/_/g, ' ')
    .replace(COMMON, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\d.,:;–—-]+(?=[a-z])|[\s.,:;–—-]+$/gi, '')
    .trim();
}

/** Whether a fuller name says the same agency: "Police" and "Westmere Police". */
export function isPartOfName(part: string, whole: string): boolean {
  const words = new Set(whole.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);
  return (part.toLowerCase().match(/[\p{L}\d]+/gu) ?? ['']).every((word) => words.has(word));
}
