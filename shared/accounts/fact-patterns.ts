/** A name of the register while patterns are looked for; one that a title marks as a grown-up's is `Xadult`. */
const CHILD_NAME = 'Xname\\d+';
export const NAME = 'X(?:name|adult)\\d+';
const CHILD = `(?:children|child|boys?|girls?|siblings|pupils?|kids|baby|toddler|both|all three|son|daughter|${CHILD_NAME})`;
const WHO = `\\b(?:${CHILD}|he|she|they)\\b`;
const BE = '(?:(?:is|was|were|had been|has been|have been|been|being) )?';

/** What is said of another day, of a plan or under a condition states nothing of this event. */
export const NOT_OF_NOW =
  /\b(?:if|unless|will|would|shall|should|may|might|could|to be|due to be|in case|hopes?|plans? to|until|next (?:week|month|time|visit)|tomorrow|not yet|cancelled|postponed|rearranged|previously|in the past|history of|for (?:over |about |nearly )?(?:\d+|a|two|three|four|five|six|several|some|many) (?:days|weeks|months|years)|since (?:the )?(?:\d|january|february|march|april|may|june|july|august|september|october|november|december|birth|last))\b/i;
/** What was so a little before or later says nothing against how it was. */
export const ANOTHER_HOUR =
  /\b(?:before|until|later|earlier|afterwards?|had been|by (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|noon|lunch|tea))\b/i;

export const SEEN = new RegExp(
  `\\b(?:saw (?:both |the |all |his |her )*${CHILD}|spoke (?:to|with) (?:both |the |his |her )*${CHILD}|${CHILD}(?: and ${NAME})? ?${BE}(?:both |all |each )?(?:seen|spoken (?:to|with)|observed)|(?:has|have|had) seen (?:both |the )*${CHILD}|seen (?:alone|at home|with|in (?:school|class|clinic))|sight of (?:the )?${CHILD}|children spoken)\\b`,
  'i',
);
export const NOT_SEEN = new RegExp(
  `\\b(?:(?<!bedrooms? |rooms? |home |upstairs |kitchen |sleeping arrangements )(?:was |were |been )?(?:not|never) (?:been )?(?:seen|spoken (?:to|with))|(?:was|were) ?n['’]t (?:seen|spoken (?:to|with))|${CHILD} unseen|did ?(?:n['’]t| not) see|(?:unable|not able|could not|couldn['’]t) ?(?:to )?(?:see|speak (?:to|with))|not (?:allowed|let) (?:in )?to see|saw (?:the )?(?:mother|mum|${NAME}) (?:only|alone)|no (?:sight of|access to) (?:the )?${CHILD})\\b`,
  'i',
);
export const ATTENDED =
  /\b(?<!not )(?<!never )(?<!poorly )(?:attended(?!,? (?:by|(?:the|his|her|their|this) (?:home|address|property|flat|house|scene|incident)|at the (?:address|property|flat|scene|home)))|was brought|were brought|brought (?:him |her |them |Xname\d+ )?(?:to|for) (?:the |his |her )?(?:clinic|appointment|review|surgery)|kept (?:the |her |his )?appointment|seen in clinic|came (?:to|for) (?:the |his |her |their )?(?:first |next )?(?:appointment|clinic|review|meeting|conference|assessment|check))\b/i;
/** What somebody keeps or misses for themselves is not the appointment of the child. */
export const ONES_OWN = /\b(?:his|her|their) own\b/i;
export const NOT_ATTENDED =
  /\b(?:not brought|was ?n['’]t brought|wnb|dna(?:['’]?d)?|did ?(?:n['’]t|not) (?:attend|come(?! (?:to|from) the door))|failed to (?:attend|come)|not attended|no.?show|missed (?:the|his|her|their|this) (?:appointment|clinic|review)|no ?one came|nobody came)\b/i;
export const ADULT_THERE = new RegExp(
  `\\b(?:(?:one|a|an|another|unknown|unidentified|second|adult) (?:adult |young |unknown )?(?:male|man|boyfriend|visitor)(?! (?:worker|officer|nurse|member|teacher|colleague|student|constable|driver|doctor|paramedic|neighbour|walking|passing|with the))|(?:man|partner|boyfriend|uncle)(?: was| were)? (?:also )?(?:present|there|upstairs|in the (?:house|flat|home|room)|at home|asleep|in bed|opened the door)|with (?:her|his) (?:partner|boyfriend|girlfriend)|found the (?:partner|boyfriend) there)\\b`,
  'i',
);
export const NO_ADULT = new RegExp(
  `\\b(?:no (?:other )?(?:adults?|man|male|partner|boyfriend|visitors?)(?: (?:was|were|present|there|seen|mentioned|in|at home))*|nobody else|no.?one else|(?:on|by) (?:her|his) own (?:with|in|at)|lives alone|just (?:us|her and the children)|(?:mother|mum|she|${NAME}) (?:was )?alone (?:in|at|with|when)|(?:partner|boyfriend) (?:was |had )?(?:not (?:there|present|in|at home)|out|away|at work|stayed away|did not come))\\b`,
  'i',
);
/** One who is named: there, or not. */
export const NAMED_THERE = new RegExp(`\\b${NAME}(?: was| were)?(?: also)? (?:present|in attendance)\\b`, 'i');
export const NAMED_AWAY = new RegExp(
  `\\b${NAME}(?: was| were)? ?(?:not|wasn['’]t|n['’]t) (?:present|there|in attendance)\\b`,
  'i',
);
export const ASLEEP = new RegExp(`${WHO}[^.;,]{0,40}\\b(?:asleep|sleeping|in bed|not disturbed|slept)\\b`, 'i');
export const AWAKE = new RegExp(
  `${WHO}[^.;,]{0,40}\\b(?:awake|up (?:at|and)|at the (?:front |back |upstairs )?window|woken|woke|out of bed|crying|in the hall|on the stairs|(?:top|bottom|foot) of the stairs|watching)\\b`,
  'i',
);
const RELATIVE = '(?:gran\\w*|nan\\w*|aunt\\w*|uncle|father|dad|neighbour|friend)';
export const PLACES: readonly (readonly [string, RegExp])[] = [
  ['school', new RegExp(`${WHO}[^.;,]{0,30}\\b(?:at (?:school|nursery|college)|in (?:school|class|nursery))\\b`, 'i')],
  [
    'notAtSchool',
    /\b(?:not in (?:school|class|nursery)|absent from (?:school|nursery)|off school|kept off|closed to pupils|(?:school|nursery) (?:was |is )?(?:closed|shut)|inset day|training day|not at (?:school|nursery))\b/i,
  ],
  ['home', new RegExp(`${WHO}[^.;,]{0,30}\\bat home\\b`, 'i')],
  [
    'relative',
    new RegExp(
      `${WHO}[^.;,]{0,40}\\b(?:at|with) (?:(?:their|his|her|the) ${RELATIVE}|an? (?:aunt|uncle|neighbour|friend|relative))`,
      'i',
    ),
  ],
  ['hospital', new RegExp(`${WHO}[^.;,]{0,30}\\b(?:in hospital|on the ward)\\b`, 'i')],
];
/** Where it happened, or where people met: a room of the home and the home are one place. */
export const HAPPENED_AT =
  /\b(?:(fell|fall|hurt|injured|tripped|bumped|assault\w*|hit|found)|(met|meeting|spoke|visit\w*|interview\w*))\b[^.;,]{0,40}?\b(?:in|at) (?:the |a |her |his |their |our )?(?:family |local |back |front |school )?(garden|park|playground|street|road|shop|shops|supermarket|swimming pool|office|surgery|clinic|home|flat|house|school|nursery|kitchen|bathroom|bedroom|lounge|living room|police station|hospital|library|church hall|car park|car)\b/gi;
export const WITHIN: Readonly<Record<string, string>> = {
  flat: 'home',
  house: 'home',
  kitchen: 'home',
  bathroom: 'home',
  bedroom: 'home',
  lounge: 'home',
  'living room': 'home',
  road: 'street',
  shops: 'shop',
  supermarket: 'shop',
  clinic: 'surgery',
  playground: 'outside',
  park: 'outside',
};
export const NOT_TOLD =
  /\b(?:not (?:been )?(?:invited|told|informed|notified|consulted|included|asked to (?:come|attend|contribute)|copied in|made aware)|(?:was|were)n['’]?t (?:told|informed|invited|made aware)|nobody (?:told|rang|informed|asked)|never (?:told|informed|invited|rung)|unaware|did ?(?:n['’]t|not) know|(?:holds?|held|has|have) no (?:note|record|trace)|no (?:call|contact|notification|letter|message|invitation|referral|written reply)(?: (?:was )?(?:made|received|found|recorded|sent)| from\b))/i;
export const TOLD =
  /\b(?:agreed|told|informed|notified|invited|consulted|contributed|took part|made aware|was asked|were asked|rang|telephoned|wrote to|sent to|passed (?:\w+ ){1,4}(?:on )?to|shared (?:\w+ ){1,4}with|reported (?:\w+ ){0,4}to|copied (?:\w+ ){0,3}to)\b/i;
/** Where from, down or over what: the floor it ended on tells nothing. */
export const MANNER =
  /\b(?:(?:fell|fall|fallen|falling|tumbled|trip(?:ped|ping)|roll(?:ed|ing)|slip(?:ped|ping)|jumped|pushed|knocked)(?: over| down)?|c[ao]m(?:e|ing)(?= off))\s+(?:off|from|out of|down|over|into|on|against)\s+(?:(?:the|a|an|his|her|their|some|edge of|side of|top)\s+)*([a-z-]+)/gi;
export const BURNT =
  /\b(?:burn(?:s|ed|t|ing)?|scald(?:s|ed)?)\b[^.;,]{0,25}?\b(?:on|from|by|with|against)\s+(?:(?:the|a|an|his|her|their|some|hot)\s+)*([a-z-]+)/gi;
/** Who did it, as the account has it. */
export const DONE_BY =
  /\b(brother|sister|dog|cat|mother|mum|father|dad|boy|girl|friend|cousin|baby)(?: had| has)? (?:bit|bitten|hit|kicked|pushed|scratched|slapped|punched|pulled|dropped)\b|\b(?:bit|bitten|hit|kicked|pushed|scratched|slapped|punched|pulled|dropped)\b[^.;,]{0,20} by (?:a|an|the|his|her|another|their) (?:older |younger |family )?([a-z]+)/gi;
/** One thing by several words; the surfaces and parts of the body that a fall ends on. */
export const SAME_THING: Readonly<Record<string, string>> = {
  settee: 'sofa',
  couch: 'sofa',
  steps: 'stair',
  staircase: 'stair',
  bunk: 'bed',
  bunks: 'bed',
  bike: 'bicycle',
  mum: 'mother',
  dad: 'father',
};
export const SURFACES = new Set(
  'floor ground concrete carpet path pavement tiles grass head arm hand wrist knee knees face side back hard tarmac elbow shoulder leg foot bottom chin nose own it them him her wet slippery outside in at when while and by monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);
export const WAYS = /\b(two|three|four|five|2|3|4|5)[- ]way\b/i;
export const NUMBER =
  /\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:more|small|large|new|old|other|missed|young|adult|separate|recent|further))? ([a-z]{4,})\b/gi;
/** What is measured, with its figure: 39.2 and 36.8 are two temperatures, 9 and 9.1 kg one weight. */
export const MEASURED =
  /\b(temperature|weigh(?:t|ed|s)|attendance|pulse|saturations?|blood sugar|score|reading)\b(?: (?:was|is|of|at|now|recorded|as|:))*:?\s+(\d{1,3}(?:\.\d{1,2})?)(?!\s?(?:st|nd|rd|th|months?|weeks?|days?|years?)\b)/gi;
/** Of these a number says when, how old, how much at a time, or what one's own service did: not how many there were. */
export const NOT_COUNTED = new Set(
  `year years month months week weeks o clock january february march april june july august september october november december this
  that other more less each from with there were when then after before until which visit time times than hours hour minutes minute
  days tablet tablets puffs drops doses dose bottles pounds visits calls contacts letters sessions messages texts attempts appointments
  pages copies were have hundred thousand metres miles stone percent point and`.split(/\s+/),
);
