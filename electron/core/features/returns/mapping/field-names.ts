import type { ReturnField } from '#shared/model/agency-return.ts';

/**
 * What agencies call their columns. Each line: field, how sure the name makes it (1 to 0), the names, normalised as
 * `normaliseHeading` does, singular. One name may stand for several fields; contents and neighbours decide between them.
 * Sources: the chronology templates that partnerships publish and the export headings of the systems that agencies use.
 */
const LINES: readonly (readonly [ReturnField, number, string])[] = [
  [
    'date',
    1,
    'date|date of event|event date|date of contact|contact date|incident date|date of incident|date and time|date time|datetime|date or period of event|date and time of event|date and time of contact|date of event or contact|date of occurrence|date occurred|dyddiad',
  ],
  [
    'date',
    0.9,
    'consultation date|date of consultation|appointment date|date of appointment|visit date|date of visit|encounter date|date seen|date of activity|activity date|date of call|date of attendance|attendance date|attended on|event date time|start date time|date of meeting|date range|date period|date period of event|occurred on|occurred|occurrence date|session date|date of significant event|admission date|date of action|date from|start date|date started|date start|from date|key date|clinic date|note date|when did happen|when did it occur|week commencing|wc|date of week',
  ],
  ['date', 0.8, 'when|start|started|period|timeline|time period|when did it happen|when it happened|datum'],
  [
    'date',
    0.7,
    'from|day|date of entry|entry date|case note date|date of case note|date of note|date of report|report date|date of referral|referral date|year|month',
  ],
  [
    'date',
    0.45,
    'date reported|reported date|reported on|date notified|date of notification|date recorded|date of recording|recorded date|date logged|logged|logged on|date created|created|created on|date entered|entered on|entered|date received|received|recorded|recorded on|date added|last updated|time stamp|timestamp',
  ],
  ['endDate', 1, 'end date|date to|to date|date ended|date end|finish date|date until|end date time|date of end|discharge date'],
  ['endDate', 0.8, 'end|until|to|finish|ended|finished'],
  [
    'time',
    1,
    'time|time of event|time of contact|event time|time of incident|start time|time started|time from|time of day|time of call|contact time|amser|consultation time|appointment time|clock time',
  ],
  ['time', 0.6, 'start|from|hour|started|at|when'],
  ['endTime', 1, 'end time|time to|finish time|time ended|time until|time end|time finished'],
  ['endTime', 0.6, 'end|to|finish|until|ended|finished'],
  [
    'source',
    1,
    'source|source of information|information source|source of info|source of evidence|evidence source|ffynhonnell y wybodaeth|ffynhonnell gwybodaeth|source document|record source|source of record|source of entry|source who what practitioner or service|source of event|data source|ffynhonnell',
  ],
  [
    'source',
    0.9,
    'professional|clinician|officer|dept|department|practitioner|professional involved|practitioner involved|contact with|member of staff|staff member|recorded by|seen by|completed by|entered by|reported by|written by|author|author of entry|name of professional|name of practitioner|professional name|officer in case|reporting officer|staff name|staff involved|name and role|name and designation|worker|lead professional|clinician name|consulting clinician|social worker|who recorded|key worker|name of worker|informant|author name|record type and author|logged by|created by|added by|note by|case worker|user|usual gp|hcp|consultant|hv|health visitor|oic|recorder|reporter|gp|doctor|nurse|midwife|teacher|dsl|sw|pc|key professional|allocated worker|case holder|origin of information|origin|information from|recorded in|where is recorded|where recorded|who told you|who reported|record keeper|contact made with|person contacted|keyworker|who saw child|who with',
  ],
  [
    'source',
    0.8,
    'agency or source|evidence|evidence base|agency and source|agency or professional|agency and professional|service or professional|agency or service and professional|organisation or professional|agency or worker|agency and worker|agency and role|by|who|staff|document|record|origin|where recorded|location of record|professional contact|who by|by whom|from whom|caller|signed|role|job title|designation|post|seen with',
  ],
  ['source', 0.5, 'from|team|unit|ward|clinic|system|database|name|contact|initial|post title|service area'],
  [
    'description',
    1,
    'event|event or contact|event contact|what happened|detail|details|description|description of event|event description|detail of event|event detail|narrative|significant event|event summary|summary of event|detail of contact|contact detail of event|incident detail|detail of incident|description of contact|description of incident|what was recorded|key event|nature of event|event or incident|event and detail|incident description|chronology of event|chronology|event information|event or period|significant event or contact|factual account|account of event|agency contact|contact or event|incident|disgrifiad|digwyddiad|disgrifiad or digwyddiad|manylion|manylion y digwyddiad|what happened and who was involved',
  ],
  [
    'description',
    0.9,
    'free text|oel summary|summary|note|narrative text|case note|progress note|consultation note|occurrence summary|incident summary|summary of contact|brief detail|brief description|brief summary|description of activity|clinical note|text|case note text|summary of involvement|detail of involvement|observation|circumstance|fact|key information|information|entry|content|record entry|what was said and done|nature of contact|summary of information|contact summary|contact note|record of contact|oel text|case recording|recording|occurrence|case note detail|event note|full text|log entry|entry text|history|synopsis|oel|log text|body|message text|correspondence|communication|telephone contact|factual information|presenting issue|presenting complaint|complaint|account',
  ],
  [
    'description',
    0.7,
    'what|what was done|contact|consultation|activity|record|visit|appointment|issue|concern|nature of concern|episode|subject|item|story|message|involvement|attendance|log',
  ],
  [
    'description',
    0.55,
    'comment|comment or note|remark|reason|reason for contact|presentation|presenting problem|reason for attendance|reason for visit|diagnosis|mo',
  ],
  [
    'description',
    0.4,
    'coded entry|coded term|read code term|code term|type|category|event type|type of event|contact type|type of contact|title|heading|headline|purpose',
  ],
  [
    'response',
    1,
    'response|action|action taken|agency response|response or action|response action|action or response|what was done|action and decision|response of agency|response to event|response and action|agency action|action by agency|action taken by agency|response or action taken|decision and action|action or decision|ymateb|camau gymerwyd|camau a gymerwyd|what was done about it|response from agency|professional response|service response|response or outcome|response or decision',
  ],
  [
    'response',
    0.9,
    'intervention|decision|follow up|follow up action|service provided|next step|advice given|plan|management|action plan|treatment|decision made|agreed action|service offered|treatment given|advice|what did you do|what was agreed',
  ],
  [
    'outcome',
    1,
    'outcome|result|outcome of contact|outcome of event|end result|conclusion|outcome of action|outcome or result|outcome and impact|canlyniad|final outcome|outcome of visit',
  ],
  ['outcome', 0.8, 'disposal|disposition|impact|finding|impact on child|impact positive or negative|effect'],
  [
    'childVoice',
    1,
    'child voice|childs voice|voice of child|voice of the child|child view|childs view|view of child|view of the child|wish and feeling|child wish and feeling|childs wish and feeling|wish and feeling of child|wish and feeling of the child|what child said|what did child say|what the child said|what did the child say|lived experience|child lived experience|childs lived experience|lived experience of child|daily lived experience|daily life of child|voice of child or family|voice of child and family|child perspective|childs perspective|childs word|child word|child own word|childs own word|what the child told us|day in life of child|voice|childrens voice|voice of children|voice of the children|young person voice|young persons voice|voice of young person|llais y plentyn|child or young person voice|childrens view|child experience',
  ],
  [
    'agencyComment',
    1,
    'analysis|author comment|authors comment|agency comment|imr author comment|imr comment|comment or analysis|analysis or comment|comment and analysis|analysis and comment|reviewer comment|professional judgement|professional analysis|author analysis|analysis of practice|reflection|commentary|critical analysis|author note|agency analysis|imr author analysis|reviewer analysis|author view|analysis by author|comment by author|comment of author|judgement|professional opinion|chronology author comment|authors analysis',
  ],
  [
    'agencyComment',
    0.9,
    'comment|remark|learning|learning point|learning identified|significance|evaluation|critique|good practice|relevance|significance of event|analysis and significance|practice issue|missed opportunity|comment on practice|opinion|sylwadau|quality of practice|why significant|what should have happened|expected practice|what should have been done|what could have been done differently',
  ],
  [
    'involved',
    1,
    'who was involved|involved|person involved|people involved|those involved|who involved|involved person|who was present|those present|person present|present|participant|attendee|subject of event|family member involved|family member|member of household|household member seen|person seen|who was seen|party|individual involved|involved party|others involved|other person involved|attendance list|involved with',
  ],
  [
    'involved',
    0.8,
    'subject|child|name of child|child name|childs name|children|person|individual|client|patient|pupil|service user|patient name|client name|pupil name|in relation to|re|concerning|household|household member|family|subject name|child or adult|person concerned|nominal|relates to|about whom',
  ],
  [
    'agency',
    1,
    'agency|organisation|organization|agency name|name of agency|agency or organisation|organisation name|name of organisation|reporting agency|agency involved|asiantaeth',
  ],
  ['agency', 0.7, 'service|provider|force|trust|organisation involved|agency or service'],
  [
    'reference',
    1,
    'ref|reference|ref no|reference no|reference number|ref number|occ no|occurrence no|occurrence number|crime ref|crime no|crime number|log no|log number|incident no|incident number|urn|case no|case ref|case number|occurrence ref|event no|event number|entry no|entry number|cad|cad no|incident ref|niche ref|crime reference|document ref|page ref|source ref|record id|event id',
  ],
  [
    'reference',
    0.9,
    'no|number|seq|sequence|id|row|row no|row number|item no|line|line no|sn|serial no|num|index|sequence no|sequence number|order',
  ],
  [
    'other',
    0.95,
    'child seen|was child seen|attended|dna|attendance status|was attended|kept|seen or not|outcome code|was the child seen|child seen alone|seen alone|child seen yes no|seen|child present|age|age of child|child age|childs age|age at event|category|type|event type|type of event|contact type|type of contact|rag|rag rating|risk|risk level|risk rating|date recorded|date of recording|recorded date|date logged|logged|logged on|date created|created|created on|date entered|entered on|entered|date received|received|recorded|recorded on|date added|last updated|date of birth|dob|birth date|review date|target date|due date|completion date|date completed|date of next contact|next appointment|snomed|snomed code|code|read code|coded entry|coded term|letter|attachment|document attached|status|location|place|venue|address|theme|method|method of contact|mode|page|page no|page number|exhibit|confidential|disclosure|redaction|duration|interval|mandatory|day since last contact|priority|urgency|level of need|threshold|legal status|nhs no|nhs number|weekday|day of week|phone|telephone|email|postcode|school year|year group|term|session|attachment name|offence|grade|closing code|closed|time stamp|timestamp|timeline marker|cross reference|postcode of event|setting|date as written|since agency last|since any contact',
  ],
];

export type NamedField = { field: ReturnField; strength: number };

/** Normalised heading → the fields it may stand for, surest first. */
export const FIELD_NAMES: ReadonlyMap<string, readonly NamedField[]> = build();

function build(): Map<string, NamedField[]> {
  const out = new Map<string, NamedField[]>();
  for (const [field, strength, names] of LINES) {
    for (const name of names.split('|')) {
      const list = out.get(name) ?? [];
      if (!list.some((known) => known.field === field)) list.push({ field, strength });
      out.set(
        name,
        list.sort((a, b) => b.strength - a.strength),
      );
    }
  }
  return out;
}

/**
 * Words that tell what a longer heading is about, tried in order on the whole normalised heading when no name fits:
 * "Please give details of the event or contact", "Action taken by your agency in response".
 */
export const HEADING_WORDS: readonly (readonly [RegExp, ReturnField, number])[] = [
  [/\b(date of birth|dob|dyddiad geni)\b/, 'other', 0.9],
  [
    /\b(imr|author|reviewer|writer)\w*\b.*\b(observation|view|thought|remark|opinion|reflection|comment|analysis|note)/,
    'agencyComment',
    0.85,
  ],
  [/\bchild\w* (was )?seen\b|\bseen alone\b/, 'other', 0.9],
  [
    /\b(voice|wish|feeling|lived experience)\b.*\bchild|\bchild\w*\b.*\b(voice|view|wish|feeling|said|say|experience)\b/,
    'childVoice',
    0.8,
  ],
  [
    /\b(target|due|review|completion|logged|recorded|entered|created|received|updated|next)\b.*\bdate\b|\bdate\b.*\b(due|logged|recorded|entered|created|received|updated|completed)\b/,
    'other',
    0.8,
  ],
  [
    /^age\b|^(?:location|place|venue|type|category|method|mode|status|priority|kind|length|duration)\b|\b(?:type|category|code|status|id|level|rating|score|location)$/,
    'other',
    0.85,
  ],
  [/\bcontact\b.*\bwith\b/, 'source', 0.8],
  [/^who (?:told|informed|notified|advised)\b/, 'source', 0.8],
  [
    /\b(?:name|designation|role|title|grade|post)\b.*\b(?:professional|practitioner|worker|staff|clinician|officer|recorder|person recording)/,
    'source',
    0.85,
  ],
  [/\bend(ed)?\b.*\bdate\b|\bdate\b.*\b(end|ended|to|until)\b/, 'endDate', 0.7],
  [/\bend\b.*\btime\b|\btime\b.*\bend(ed)?\b/, 'endTime', 0.7],
  [/\bdate\b/, 'date', 0.7],
  [/\btime\b/, 'time', 0.6],
  [/\bsource\b/, 'source', 0.75],
  [/\b(analysis|comment|reflection|judgement|significance|learning)\b/, 'agencyComment', 0.7],
  [/\boutcome\b|\bresult\b|\bimpact\b/, 'outcome', 0.7],
  [/\b(response|action|decision|intervention)\b/, 'response', 0.7],
  [/\b(event|happened|detail|description|narrative|incident|summary|occurrence)\b/, 'description', 0.7],
  [
    /\b(professional|practitioner|clinician|officer|worker|staff|author|recorded by|nurse|doctor|gp|teacher|midwife|visitor)\b/,
    'source',
    0.6,
  ],
  [/\b(involved|present|attended)\b/, 'involved', 0.6],
  [/\b(agency|organisation|organization)\b/, 'agency', 0.6],
  [/\bcontact\b|\bnote\b|\binformation\b/, 'description', 0.5],
  [/\b(ref|reference|number)\b/, 'reference', 0.6],
  // Welsh
  [/\bdyddiad\b.*\b(?:diwedd|gorffen)/, 'endDate', 0.8],
  [/\bamser\b.*\b(?:diwedd|gorffen)/, 'endTime', 0.8],
  [/\bdyddiad\b/, 'date', 0.8],
  [/\bamser\b/, 'time', 0.8],
  [/\bffynhonnell\b|\bgweithiwr\b|\bgan bwy\b/, 'source', 0.8],
  [/\bllais\b|\bbarn y plentyn\b/, 'childVoice', 0.8],
  [/\bsylw(?:adau)?\b|\bdadansoddiad\b/, 'agencyComment', 0.8],
  [/\bymateb\b|\bcamau\b|\bgweithred/, 'response', 0.8],
  [/\bcanlyniad/, 'outcome', 0.8],
  [/\bdisgrifiad\b|\bdigwyddiad\b|\bmanylion\b|\bbeth ddigwyddodd\b|\bcyswllt\b/, 'description', 0.8],
  [/\basiantaeth\b|\bsefydliad\b/, 'agency', 0.8],
  [/\bcyfeirnod\b|\brhif\b/, 'reference', 0.7],
  [/\bpwy\b/, 'involved', 0.6],
];
