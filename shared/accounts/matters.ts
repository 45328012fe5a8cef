import { bitFinder } from './word-starts.ts';

/** What an entry is about, in the field's own kinds: general words of practice, never of one case. Order gives the bit. */
const MATTER_WORDS = {
  missedAppointment:
    /\b(not brought|was ?n[o']t brought|wnb|dna('?d)?|did not attend|did ?n'?t attend|failed to attend|missed (appointment|review|clinic)|no.?show|(first|second|third|another) missed|non.?attendance|not kept)\b/,
  hospitalAttendance:
    /\b(a ?& ?e|a and e|accident and emergency|emergency department|casualty|minor injuries( unit)?|urgent (care|treatment))\b/,
  injury:
    /\b(bruis\w*|injur\w*|fell|fall(en)?|bump(ed)?|fractur\w*|burn(s|ed|t)?|scald\w*|scratch\w*|graze\w*|cut (lip|head|hand)|head injury|black eye|bit(e|ten)|lacerat\w*|swollen|sprain\w*|concuss\w*|poison\w*|broken (arm|leg|wrist|finger)|(came|coming|come) off)\b/,
  admission: /\b(admitted|admission|overnight|kept in|ward)\b/,
  discharge: /\b(discharged?|discharges)\b/,
  birth: /\b(born|birth|delivered|delivery|newborn)\b/,
  pregnancy: /\b(antenatal|pregnan\w+|booking (appointment|visit|in)|booked in|booking|scan|weeks pregnant|\d{1,2}\/40)\b/,
  homeVisit:
    /\b(home visit|visited( at)? (the )?(home|family|address|flat|house)|joint visit|visit(ed)? at home|seen at home|doorstep|no (reply|answer) at|card left|re-?visit|unannounced)\b/,
  disturbance:
    /\b(domestic|shouting|row|argument|disturbance|verbal (incident|altercation|argument)|altercation|assault\w*|banging|screaming|raised voices|fight(ing)?|smashed|threat\w*)\b/,
  arrest: /\b(arrest\w*|custody|bail(ed)?|charged|cautioned?|interviewed under caution)\b/,
  missingPerson:
    /\b(missing (person|child|from)|reported missing|went missing|abscond\w*|ran away|return(ed)? home interview|found safe)\b/,
  policeNotice:
    /\b(police notification|child notice|ppn|merlin|vpn|dash|police (report|notice)|operation encompass|notification from police)\b/,
  referral:
    /\b(referr?(al|ed|ing|s)?|contact record|marf|request for (service|support|help)|initial contact|rang (the )?(duty|front door|mash|social care))\b/,
  strategyDiscussion: /\b(strategy (discussion|meeting|call)|s(ection |\.)?47|joint enquir\w+)\b/,
  conference: /\b(conference|icpc|rcpc|core group)\b/,
  planMeeting:
    /\b((child.in.need|cin|team around|taf|tac|review|network|professionals'?|multi.agency|planning) (meeting|review)|taf|lac review)\b/,
  assessment: /\b(assessment|c&f|single assessment)\b/,
  closure: /\b(clos(ed|ure|ing)|step(ped)? down|ended (the )?(plan|involvement)|no further action|nfa)\b/,
  recordsCheck:
    /\b(agency check|checks? (requested|made|done|result)|pnc|no trace|records? check|background check|lateral checks?|dbs)\b/,
  placement:
    /\b(placed|placement|foster\w*|taken to (their|his|her|the) (gran\w*|aunt|uncle|father|dad|mother|relative)|police protection|section 20|accommodated|stay(ed|ing)? (the night )?with (their |his |her )?(gran\w*|aunt|relative))\b/,
  houseMove:
    /\b(moved (house|home|to|in|out|address|within)|new (address|tenancy|home)|sign.?up|keys|change of address|re-?housed|evict\w*|possession (order|hearing))\b/,
  absence: /\b(absen\w+|attendance|unauthorised|late marks?|lateness|truan\w*|off school|not in school|persistent)\b/,
  exclusion: /\b(exclu(sion|ded)|suspend\w*|suspension|part.?time timetable)\b/,
  disclosure: /\b(disclos\w+|told (me|us|his|her|staff|teacher|the (teacher|nurse|ta))|said (that )?(mum|dad|he|she|his|her))\b/,
  selfHarm: /\b(self.?harm\w*|overdose|suicid\w+|cutting|ligature)\b/,
  prescription: /\b(prescri\w+|medication|inhalers?|tablets?|repeat issued|dispens\w+)\b/,
  immunisation: /\b(immunis\w+|vaccin\w+|jabs?|mmr)\b/,
  healthReview:
    /\b((developmental|two.year|2.?year|six.week|6.?week|health|asthma|growth|new birth) (review|visit|check|contact)|weighed|weight|centile)\b/,
  separation: /\b(separat\w+|split up|parted|left (her|him|the family)|relationship (has )?ended)\b/,
  courtOrder:
    /\b((restraining|non.molestation|court|supervision|care|prohibited steps) order|court hearing|magistrates|family court|sentenc\w+)\b/,
  death: /\b(died|death|stillb\w+|miscarr\w+)\b/,
} as const;

/** Which service or setting it belongs to: two missed appointments of two clinics on one day are two events. */
const SERVICE_WORDS = {
  asthma: /\b(asthma|wheez\w*|inhalers?|respiratory)\b/,
  speech: /\b(speech|slt|salt)\b/,
  maternity: /\b(maternity|midwi\w+|antenatal|postnatal|labour ward)\b/,
  dental: /\b(dent(al|ist|istry)|tooth|teeth)\b/,
  eyes: /\b(ophthalm\w+|orthopt\w+|optician|eye clinic|squint)\b/,
  hearing: /\b(audiolog\w+|hearing (test|clinic)|grommets)\b/,
  mental: /\b(camhs|cypmhs|psychiatr\w+|counsell\w+|low mood|depress\w+|anxiety)\b/,
  immunisation: /\b(immunis\w+|vaccin\w+|jabs?|mmr)\b/,
  dietetics: /\b(dietiti\w+|dietetic\w*|nutrition\w*)\b/,
  skin: /\b(dermatolog\w+|eczema)\b/,
  diabetes: /\b(diabet\w+|insulin)\b/,
  epilepsy: /\b(epilep\w+|seizure\w*|neurolog\w+)\b/,
  orthopaedic: /\b(fracture clinic|orthopaed\w*|plaster|cast)\b/,
  hips: /\b(hip (scan|clinic)|ddh)\b/,
  developmental: /\b(community paed\w+|developmental (clinic|review)|autism|adhd|child development)\b/,
  physiotherapy: /\b(physio\w*|occupational therap\w+)\b/,
} as const;

type Matter = keyof typeof MATTER_WORDS;
type Service = keyof typeof SERVICE_WORDS;
/** No more than 32: they are kept as bits of one number. */
export const MATTERS = Object.keys(MATTER_WORDS) as Matter[];
export const SERVICES = Object.keys(SERVICE_WORDS) as Service[];

/** What a text in small letters is about, as bits in the order of MATTERS. */
export const mattersOf = bitFinder(Object.values(MATTER_WORDS));
/** Which services a text in small letters belongs to, as bits in the order of SERVICES. */
export const servicesOf = bitFinder(Object.values(SERVICE_WORDS));

export const matterNames = (bits: number): Matter[] => MATTERS.filter((_, i) => (bits & (1 << i)) !== 0);
