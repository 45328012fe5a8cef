/**
 * Words by which owners, verbs and vague writing are known. Data only; the rules that use them are beside it.
 * Names of bodies are those of the multi-agency safeguarding arrangements of England and Wales; nothing here is
 * a place's own name: unknown bodies are known by their head word ("… Trust") or by being an acronym.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Head words of a post: one person (or one in each school, trust, team) can be asked whether it was done. */
export const POST_WORDS = words(`
  director directors head heads constable constables superintendent inspector sergeant commander commissioner
  chair chairs chairman chairperson vice-chair co-chair co-chairs chairwoman manager managers lead leads leader leaders
  nurse nurses doctor midwife matron officer co-ordinator coordinator coordinators co-ordinators president principal
  principals headteacher headteachers headmaster headmistress teacher deputy secretary registrar consultant
  paediatrician pediatrician psychologist psychiatrist solicitor adviser advisor supervisor governor pharmacist member
  councillor mayor trustee guardian clerk bursar administrator specialist scrutineer dean coroner monitor convenor
  convener sponsor champion superintendents councillors practitioner worker ceo lado lados dcs das dass dph cno dsl dsls dso pcc caldicott`);

/** Plurals that name nobody: whoever is meant, no one of them answers for it. */
export const PEOPLE_WORDS = words(`
  staff practitioners professionals workers clinicians officers midwives teachers doctors gps employees everyone
  colleagues personnel social-workers visitors paediatricians supervisors carers volunteers assessors frontline
  therapists paramedics crews crew advisers advisors constables nurses physicians consultants anyone workforce practitioner worker gp visitor`);

export const AGENCY_WORDS = words(`
  trust trusts council councils authority authorities police constabulary force forces service services hospital
  hospitals school schools college colleges academy academies university nursery nurseries surgery surgeries team teams
  department departments agency agencies association associations charity charities society societies provider
  providers organisation organisations organization organizations probation cafcass unit units hub hubs mash
  clinic clinics ward wards directorate division centre centres landlord landlords company companies body bodies office
  commissioners governors trustees contractor contractors infirmary federation settings setting ambulance bureau`);
/** These are agencies only as names ("Housing should …") or in set phrases: as common words they name things. */
export const AGENCY_NAMES = words('housing health education practice practices medical home homes yot yos court courts help');

export const PARTNERSHIP_WORDS = words(`
  partnership partnerships board boards executive group groups subgroup sub-group subgroups sub-groups committee
  committees forum panel panels alliance consortium taskforce partners network subcommittee sub-committee`);

/** Acronyms of tools, plans and meetings, which act nowhere. */
export const NOT_BODIES = words(`
  CAF DASH IMR IMRS PIN PLO SUDI SUDIC EHC EHCP EHCPS IT ICT LAC CIN CP CPP TAC TAF DNA WNB PPN KPI KPIS SMART FII NAI
  GDPR DOLS MCA RAG CPD TOR KLOE LCSPR CSPR SCR SAR DHR DARDR SUSR ABE CSE CCE FGM DVA DA ASD ADHD SEND SEN EHE
  MARAC GP HV SW TA PC UK EU NFA ACE ACES PDF CPIS CP-IS ID ACPC RR LLR GCP SDQ PTSD HR QA COVID`);

const GOVERNMENT =
  /^(?:(?:uk|hm|his majesty['’]s|her majesty['’]s|central|national|welsh|scottish|british|westminster)\s+)?(?:governments?|treasury)\b|^(?:department|ministry)\s+(?:for|of)\s+(?:education|health|justice|work|levelling|housing|communities|culture|science|transport|defence|children|social|the)\b|^(?:dfe|dhsc|moj|dluhc|mhclg|dwp|dcms|nhse|nhsei|cqc|ofsted|hmicfrs|hmip|hmcts|ukhsa|estyn|hiw|ciw|ukvi|ofcom|the panel)\b|^home office\b|^(?:home|justice|education|health|foreign) secretary\b|^secretar(?:y|ies) of state\b|^(?:(?:children['’]s|safeguarding|parliamentary|relevant|government|junior|prime)\s+)?ministers?\b|^nhs (?:england|improvement|wales|digital)\b|^(?:care quality commission|social work england|nice$|national institute|college of policing|crown prosecution service|cps$|chief medical officer|chief social worker|law commission|parliament|cabinet office)|^(?:the )?(?:national )?child safeguarding practice review panel|^national (?:child safeguarding|panel)|^office for (?:standards|health)|^hm (?:inspectorate|courts)|^(?:uk )?health security agency/i;
export const isGovernment = (phrase: string): boolean => GOVERNMENT.test(phrase);

/** LSCB, RSCP, OSCP, KSCMP, SAB, CSP: a place's letters before what every such body is called. */
export const PARTNERSHIP_ACRONYM = /^[A-Z&]{0,8}(?:SCP|SCPS|SCMP|SCB|SCBS|SAB|SABS|SAP|SPB|CSP|CSPS|SSCP|HWB|VRP|SCYP)$/;
/** Boards that are bodies in their own right, not partnerships. */
export const AGENCY_BOARD = /\b(?:integrated care|trust|hospital|governing|nhs|parole|health)\s+(?:boards?|body|bodies)$/i;

/** Words that end a phrase about a thing: "the Head's report should …", "Board minutes will …". */
export const THINGS = words(`
  training policy policies guidance procedure procedures protocol protocols pathway pathways role roles report reports
  meeting meetings record records plan plans assessment assessments referral referrals review reviews form forms
  supervision template templates minutes data information notification notifications summary summaries system systems
  strategy strategies conference conferences visit visits case cases child children parent parents family families
  process processes document documents decision decisions discharge letter letters action actions programme programmes
  checklist tool tools standard standards audit audits recommendation recommendations arrangements notes response
  responses contact contacts enquiry enquiries worker's agreement register care work learning briefing course courses
  response risk concern concerns evidence framework capacity threshold thresholds language culture curiosity practice
  recording sharing planning thinking practices use development attendance absence appointment appointments injury
  injuries findings lessons issues handover closure escalation questions question answer rota induction contract
  contracts specification return returns chronology chronologies section sections feedback outcome outcomes compliance
  details description progress updates update assurance monitoring oversight commissioning consideration awareness`);

export const VERBS = words(`
  accept achieve act adapt add address adopt advise agree align allocate amend analyse announce appoint approve arrange
  articulate ask assess assign assure attend audit bring brief build challenge change check circulate clarify close
  collaborate collate collect combine commission communicate compare complete conduct confirm consider consult contact
  continue contribute convene co-ordinate coordinate correct create decide define deliver demonstrate describe design
  determine develop devise direct disseminate distribute document draft embed enable encourage end engage enhance
  ensure escalate establish evaluate examine expand explain explore extend facilitate find finalise follow formalise
  formulate fund gather give guarantee have highlight hold identify implement improve include incorporate increase
  inform initiate instigate integrate introduce investigate invite issue join keep launch lead liaise lobby maintain
  make manage map meet monitor move negotiate nominate note notify obtain offer operate organise oversee own
  participate pilot place plan prepare present prioritise produce promote propose provide publicise publish put raise
  reaffirm recirculate re-circulate recognise reconsider record recruit redesign reduce refer refine refresh re-iterate
  reiterate reissue re-issue reinforce relaunch re-launch remind remove replace report represent request require resolve
  respond restart retain revise review revisit roll run sample satisfy scope scrutinise secure seek send set share show
  sign simplify specify standardise start stop strengthen submit supervise supply support survey sustain tackle take
  task teach test think track train undertake update urge use utilise verify visit widen work write replace re-audit
  name assist trial refocus rewrite redraft simplify merge fix re-write dip-sample co-produce coproduce re-commission
  recommission look be repeat restore reflect explore understand examine champion consult open lift build cascade`);
