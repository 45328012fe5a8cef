/** What an entry is about, in the field's own kinds: general words of practice, never of one case. Order gives the bit. */
const MATTER_WORDS = {
  missedAppointment:
    /\b(not brought|was ?n[o']t brought|wnb|dna('?d)?|did not attend|did ?n'?t attend|failed to attend|missed (appointment|review|clinic)|no.?show|(first|second|third|another) missed|non.?attendance|not kept)\b/i,
  hospitalAttendance:
    /\b(a ?& ?e|a and e|accident and emergency|emergency department|casualty|minor injuries( unit)?|urgent (care|treatment))\b/i,
  injury:
    /\b(bruis\w*|injur\w*|fell|fall(en)?|bump(ed)?|fractur\w*|burn(s|ed|t)?|scald\w*|scratch\w*|graze\w*|cut (lip|head|hand)|head injury|black eye|bit(e|ten)|lacerat\w*|swollen|sprain\w*|concuss\w*|poison\w*|broken (arm|leg|wrist|finger)|(came|coming|come) off)\b/i,
  admission: /\b(admitted|admission|overnight|kept in|ward)\b/i,
  discharge: /\b(discharged?|discharges)\b/i,
  birth: /\b(born|birth|delivered|delivery|newborn)\b/i,
  pregnancy: /\b(antenatal|pregnan\w+|booking (appointment|visit|in)|booked in|booking|scan|weeks pregnant|\d{1,2}\/40)\b/i,
  homeVisit:
    /\b(home visit|visited( at)? (the )?(home|family|address|flat|house)|joint visit|visit(ed)? at home|seen at home|doorstep|no (reply|answer) at|card left|re-?visit|unannounced)\b/i,
  disturbance:
    /\b(domestic|shouting|row|argument|disturbance|verbal (incident|altercation|argument)|altercation|assault\w*|banging|screaming|raised voices|fight(ing)?|smashed|threat\w*)\b/i,
  arrest: /\b(arrest\w*|custody|bail(ed)?|charged|cautioned?|interviewed under caution)\b/i,
  missingPerson:
    /\b(missing (person|child|from)|reported missing|went missing|abscond\w*|ran away|return(ed)? home interview|found safe)\b/i,
  policeNotice:
    /\b(police notification|child notice|ppn|merlin|vpn|dash|police (report|notice)|operation encompass|notification from police)\b/i,
  referral:
    /\b(referr?(al|ed|ing|s)?|contact record|marf|request for (service|support|help)|initial contact|rang (the )?(duty|front door|mash|social care))\b/i,
  strategyDiscussion: /\b(strategy (discussion|meeting|call)|s(ection |\.)?47|joint enquir\w+)\b/i,
  conference: /\b(conference|icpc|rcpc|core group)\b/i,
  planMeeting:
    /\b((child.in.need|cin|team around|taf|tac|review|network|professionals'?|multi.agency|planning) (meeting|review)|taf|lac review)\b/i,
  assessment: /\b(assessment|c&f|single assessment)\b/i,
  closure: /\b(clos(ed|ure|ing)|step(ped)? down|ended (the )?(plan|involvement)|no further action|nfa)\b/i,
  recordsCheck:
    /\b(agency check|checks? (requested|made|done|result)|pnc|no trace|records? check|background check|lateral checks?|dbs)\b/i,
  placement:
    /\b(placed|placement|foster\w*|taken to (their|his|her|the) (gran\w*|aunt|uncle|father|dad|mother|relative)|police protection|section 20|accommodated|stay(ed|ing)? (the night )?with (their |his |her )?(gran\w*|aunt|relative))\b/i,
  houseMove:
    /\b(moved (house|home|to|in|out|address|within)|new (address|tenancy|home)|sign.?up|keys|change of address|re-?housed|evict\w*|possession (order|hearing))\b/i,
  absence: /\b(absen\w+|attendance|unauthorised|late marks?|lateness|truan\w*|off school|not in school|persistent)\b/i,
  exclusion: /\b(exclu(sion|ded)|suspend\w*|suspension|part.?time timetable)\b/i,
  disclosure: /\b(disclos\w+|told (me|us|his|her|staff|teacher|the (teacher|nurse|ta))|said (that )?(mum|dad|he|she|his|her))\b/i,
  selfHarm: /\b(self.?harm\w*|overdose|suicid\w+|cutting|ligature)\b/i,
  prescription: /\b(prescri\w+|medication|inhalers?|tablets?|repeat issued|dispens\w+)\b/i,
  immunisation: /\b(immunis\w+|vaccin\w+|jabs?|mmr)\b/i,
  healthReview:
    /\b((developmental|two.year|2.?year|six.week|6.?week|health|asthma|growth|new birth) (review|visit|check|contact)|weighed|weight|centile)\b/i,
  separation: /\b(separat\w+|split up|parted|left (her|him|the family)|relationship (has )?ended)\b/i,
  courtOrder:
    /\b((restraining|non.molestation|court|supervision|care|prohibited steps) order|court hearing|magistrates|family court|sentenc\w+)\b/i,
  death: /\b(died|death|stillb\w+|miscarr\w+)\b/i,
} as const;

/** Which service or setting it belongs to: two missed appointments of two clinics on one day are two events. */
const SERVICE_WORDS = {
  asthma: /\b(asthma|wheez\w*|inhalers?|respiratory)\b/i,
  speech: /\b(speech|slt|salt)\b/i,
  maternity: /\b(maternity|midwi\w+|antenatal|postnatal|labour ward)\b/i,
  dental: /\b(dent(al|ist|istry)|tooth|teeth)\b/i,
  eyes: /\b(ophthalm\w+|orthopt\w+|optician|eye clinic|squint)\b/i,
  hearing: /\b(audiolog\w+|hearing (test|clinic)|grommets)\b/i,
  mental: /\b(camhs|cypmhs|psychiatr\w+|counsell\w+|low mood|depress\w+|anxiety)\b/i,
  immunisation: /\b(immunis\w+|vaccin\w+|jabs?|mmr)\b/i,
  dietetics: /\b(dietiti\w+|dietetic\w*|nutrition\w*)\b/i,
  skin: /\b(dermatolog\w+|eczema)\b/i,
  diabetes: /\b(diabet\w+|insulin)\b/i,
  epilepsy: /\b(epilep\w+|seizure\w*|neurolog\w+)\b/i,
  orthopaedic: /\b(fracture clinic|orthopaed\w*|plaster|cast)\b/i,
  hips: /\b(hip (scan|clinic)|ddh)\b/i,
  developmental: /\b(community paed\w+|developmental (clinic|review)|autism|adhd|child development)\b/i,
  physiotherapy: /\b(physio\w*|occupational therap\w+)\b/i,
} as const;

type Matter = keyof typeof MATTER_WORDS;
type Service = keyof typeof SERVICE_WORDS;
/** No more than 32: they are kept as bits of one number. */
export const MATTERS = Object.keys(MATTER_WORDS) as Matter[];
export const SERVICES = Object.keys(SERVICE_WORDS) as Service[];

const MATTER_LIST = Object.values(MATTER_WORDS);
const SERVICE_LIST = Object.values(SERVICE_WORDS);

/** What a text is about, as bits in the order of MATTERS. */
export const mattersOf = (text: string): number => bitsOf(MATTER_LIST, text);
/** Which services it belongs to, as bits in the order of SERVICES. */
export const servicesOf = (text: string): number => bitsOf(SERVICE_LIST, text);

function bitsOf(patterns: readonly RegExp[], text: string): number {
  let bits = 0;
  for (let i = 0; i < patterns.length; i++) if (patterns[i]!.test(text)) bits |= 1 << i;
  return bits;
}

export const matterNames = (bits: number): Matter[] => MATTERS.filter((_, i) => (bits & (1 << i)) !== 0);
