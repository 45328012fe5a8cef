export type PlanField =
  | 'owners'
  | 'leadAgency'
  | 'timescale'
  | 'successMeasure'
  | 'assurance'
  | 'heading'
  | 'action'
  | 'recommendation'
  | 'number'
  | 'level'
  | 'status'
  | 'other';

/** What columns and labelled lines are called in action plans, in plain words; those of Welsh plans too. */
const NAMES: Record<Exclude<PlanField, 'other'>, string> = {
  number: `
    no|nr|number|ref|reference|ref no|item|item no|rec no|action no|action number|action ref|recommendation number|
    recommendation no|rec ref|id|serial|rec|s no|line|`,
  recommendation: `
    recommendation|recommendations|review recommendation|recommendation text|recommendation made|
    what the review recommended|lcspr recommendation|cspr recommendation|learning and recommendation|
    overview recommendation|imr recommendation|finding and recommendation|argymhelliad|`,
  action: `
    what needs to change|what must change|what will change|what should change|what do we need to do|what we need to do|change needed|
    change required|what are we doing|what we are doing|
    action|actions|action required|actions required|action to be taken|actions to be taken|agreed action|
    agreed actions|action agreed|what|what will we do|what we will do|what needs to happen|what needs to be done|
    what will be done|what are we going to do|task|tasks|key action|key actions|key tasks|activity|activities|
    specific action|specific actions|improvement action|improvement|action description|description of action|
    description|action detail|action details|details of action|step|steps|steps to be taken|proposed action|
    action point|smart action|smart actions|planned action|single agency action|multi agency action|how|
    how will we do it|gweithredu|`,
  owners: `
    owner|owners|action owner|owned by|lead|leads|lead officer|lead officers|lead person|lead persons|lead post|
    lead professional|lead role|person responsible|persons responsible|responsible|responsible person|
    responsible officer|responsible lead|responsible post|responsibility|responsibility of|who|who by|by who|
    by whom|who will do it|who is responsible|accountable|accountable officer|accountable person|accountable lead|
    named lead|named officer|named person|post|post holder|postholder|owner post|owner lead|lead owner|action by|
    assigned to|allocated to|officer|lead agency and officer|sro|perchennog|`,
  leadAgency: `
    lead agency|agency|agencies|organisation|lead organisation|responsible agency|agency responsible|
    responsible organisation|partner|lead partner|agency lead|service|`,
  timescale: `
    by|by when|when|when by|when will it be done|timescale|timescales|time scale|time scales|timeframe|time frame|
    timeline|deadline|due|due date|due by|date due|target|target date|target dates|target completion|
    target completion date|target timescale|target for completion|completion|completion date|complete by|
    completed by|to be completed by|date for completion|date to be completed|date of completion|expected completion|
    expected completion date|planned completion date|implementation date|date|timescale target|end date|finish date|
    amserlen|`,
  successMeasure: `
    success measure|success measures|measure|measures|measure of success|measures of success|measured by|
    how measured|success criteria|success criterion|success indicator|success indicators|outcome measure|
    outcome measures|output outcome measure|impact measure|impact measures|how will we know|how we will know|
    how will it be measured|how will success be measured|how will impact be measured|what will success look like|
    what does good look like|what good looks like|evidence|evidenced by|evidence of success|evidence of impact|
    evidence of completion|evidence required|kpi|kpis|performance measure|performance indicator|impact|
    intended impact|expected impact|outcome|outcomes|expected outcome|expected outcomes|intended outcome|
    desired outcome|desired outcomes|planned outcome|so what|test|mesur|`,
  assurance: `
    assurance|assured by|assurance route|assurance to|overseen by|oversight|governance|monitoring|monitored by|
    monitoring group|reporting to|reports to|assurance body|assurance group|scrutiny|`,
  heading: `
    learning|learning point|key learning|finding|findings|lesson|lessons|lesson learned|issue identified|
    heading|title|theme|topic|area|subject|priority|priority area|learning theme|area for improvement|issue|`,
  level: `
    level|scope|scope local regional national|`,
  status: `
    status|rag|rag rating|rag status|progress indicator|current status|complete|completed|progress|progress rag|`,
};
/** Plain name → field. */
export const FIELD_BY_NAME: ReadonlyMap<string, PlanField> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names
      .split('|')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => [name, field as PlanField] as const),
  ),
);
