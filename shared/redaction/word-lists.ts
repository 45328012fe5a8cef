/** Words about which the matcher must know something. Plain letters, small; data, so that a partnership can add to it. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((w) => w !== ''));

/** Names that are as often another word: alone they are asked about, in small letters they are not names at all. */
export const ORDINARY_WORDS = words(`
care nurse sister brother mother father son daughter doctor officer worker visitor family home school
april august may june july january march friday monday tuesday sunday saturday wednesday thursday summer winter autumn spring easter
mark marc marks will wills bill bills art grant frank earnest ernest miles rich
chase chance clay cliff dell wade ward warren lane ned ace ash bud buck buddy chip chuck
faith hope grace charity patience prudence constance clemency mercy joy felicity verity honor honour glory unity harmony melody
dawn eve sky skye star storm stormy misty sandy sunny windy rain rainbow snow frost gale river rivers brook brooke brooks lake ford bridge
rose amber crystal opal coral gem gemma precious angel destiny trinity heaven serenity justice noble blessing
king kings queen prince princess duke earl baron bishop abbot abbott pope deacon priest parson church temple bell bells
baker barber butcher carpenter carter cook cooper fisher forester foster farmer fowler gardener gardner glover hunter hunt miller porter potter
tailor thatcher turner tanner walker weaver page shepherd skinner slater spicer steward stewart marshall major sergeant
black white brown green gray grey blue golden gold silver reed read reade short long small little large strong sharp swift young old older wise
good best better friend freeman newman love loves loving day days knight night holiday hill hills field fields forest wood woods park parks moor
marsh meadow heath bank banks lodge house hall hatch gates gate street hurst pool pond well wells winters moss flower flowers berry bush
fox wolf lamb bird birds bull hare hart drake swan crane finch martin nightingale peacock partridge robin sparrow starling heron crow
salmon pike bass haddock herring whiting roach fry ball cross crook case cash price prices rich power powers savage stern blunt bright
bond book booker box boys boy child childs children christian dice dancer dance drinkwater english french welsh scott irish german norman
rice bacon bean beans pepper curry berry cherry apple lemon olive olives basil rosemary sage ginger saffron honey candy sugar
law laws case court judge crown chief person people parent parents ever never ending
stone flint steel iron irons rock rocks rocky cotton wool linen silk lace button buttons pain pains hurt sweet bitter batten
sonny junior senior major minor royal reign legend saint job jobs jeans jersey ton
rush race racer speed trick trim trigger tucker tuck wake wakes waters water west north south east town towns farrow barrow
so an in on to no do go he me my we us ed dot
see sew say said seed pack pullman peel rude shin lear hardy handy hands head heads hood hook hooks hope key keys keen
mann man mans ladd lad lass law leach leech lent lock locks look love luck lusher lust march marrow mead means mile mills mill mould
nail noon noble ogle onion oak orange organ pace palmer pass paton peace peck peers perks plum plumb pink plant post pound pounds
quick raven real ready ridge ring rings roe root rowe row rust sands salt sample score seal self shade shed shore shelf
singer singh smart snell speak spark sparks spears spence stack stamp staples stark steele sterling still stocks stout strange
summers tale teal teller thorn thorne tidy tong town treasure tree trees trust tull twist tweed vale van vane vine visit wall walls wait waite
warner watch way ways weeks weston wheeler while whale whitehouse wilder wills winner wing wish wolfgang words worth yard yates york young
paris london virginia carolina dakota kent devon chester
bonny blaze dusty fern fleur happy hero iris lilac maverick nova porsche
rio sailor scarlet scarlett sherry violet willow mercedes lexus kit cat pet pets peg tad tiny
driver archer marshal chancellor constable butler clerk prior monk squire lord grove burn bridges ferry houses
chapel castle tower towers coin money pence moody wild bold big darling lovely fog early late hawk eagle
swallow dove trout bag bat cup bowl dish spoon glass pot bonds books reader reading fish mothers cousins
friends guest stranger can might grants fortune richer poor birch roots branch leaf foot hand arm tongue heart
blood bone bones beach bay sand stock gain nails hammer spear shield master masters warden sheriff bailiff
trainer player christmas peach onions brand brass broad bunting burden butt cable cage cannon carriage chalk
chambers champion close coal coats coward cream crisp crouch deal dew doe downs dyke faint fair fairs fear
flood fuller game gilt gore grief
`);

/** Words in small letters, hardly ever anything but names with a capital. */
export const NAMES_BY_CAPITAL = words(`
bob sue pat rob rod don ray dean guy drew dale wayne ruby jade pearl penny carol tyler taylor mason jack jean jay gene
`);

/** Names that are also a plant or a thing: a name where they stand with a capital, unless the words around say otherwise. */
export const WEAK_WORDS = words(`
rowan ivy holly heather lily lilly hazel daisy jasmine poppy iris violet willow fern bryony laurel linden elm ashe aspen myrtle primrose rose rosemary
saffron olive ginger sage basil hawthorn clover juniper marigold dahlia camellia magnolia blossom flora lavender bramble briar sorrel tansy
robin jay kestrel raven wren martin phoenix otter badger finley
`);

/** Words beside a plant's name that show it is the plant, or the name of a place that holds a person's name. */
export const NATURE_WORDS = words(`
tree trees berry berries bush bushes hedge hedges leaf leaves wood woods wooden chain chains eyes nuts coppice moor moorland appeal seed seeds oil bloom blooms blooming prune pruned pruning trimmed thorn thorns wilted rooted evergreen wall fence lawn garden
branch branches blossom blossoms flower flowers plant plants planted
grove wreath garland petals seeds sapling saplings shrub shrubs covered grew grows growing climbs climbing bark root roots cuttings pollen
`);
export const PLACE_NOUNS = words(`
road rd street st lane ln avenue ave close court drive way row terrace gardens garden crescent place square mews grove hill park green house lodge cottage farm
gallery museum theatre library cafe shop stadium arena tower house centre
hall school primary academy nursery college infants juniors secondary centre center surgery practice hospital ward clinic unit hotel inn pub church chapel
foundation trust charity ltd limited plc team group estate refuge hostel shelter mosque temple gurdwara synagogue mission catholic community special grammar junior infant comprehensive station bridge field fields wood common industrial lab laboratory award prize scale test
syndrome disease index effect bay day morning cup league road's sunday monday festival report inquiry review act judgment guidelines
`);
/** After a name that is also a word, these show a person. */
export const PERSON_VERBS = words(`
said says saying told tells asked asks cried cries presented presents attended attends disclosed discloses reported reports arrived arrives refused refuses
wanted wants went goes came comes was is has had did does will would could should seemed seems appeared appears looked looks felt feels stayed stays lives lived
slept sleeps ate eats wore wears brought missed misses answered rang called phoned texted replied explained described denied agreed disagreed shouted
aged born started left returned moved told spoke speaks spent smiled hugged hid ran walked needed needs likes liked loves loved drew draws wrote writes played plays
hit pushed became got gets gave gives kept keeps knew knows made makes met meets sat stood took takes thought thinks tried tries understood
`);

/** Relations: an alias like these is asked about wherever it stands. */
export const RELATION_WORDS = words(`
mum mummy mam mammy mom mother ma dad daddy da father pa papa pop parent nan nana nanna nanny nain taid gran grandma granny grandmother grandad grandfather
grandpa gramps auntie aunty aunt uncle cousin niece nephew brother bro sister sis son daughter baby child infant boy girl partner boyfriend girlfriend wife husband
stepdad stepmum stepfather stepmother stepson stepdaughter twin sibling ex fiance fiancee carer guardian neighbour friend lodger landlord bubba bub hubby
`);

/** Titles and ranks, without dots. A surname follows. */
export const TITLES = words(`
mr mrs ms miss mx master dr doctor prof professor sir dame lady lord rev revd reverend fr father sr sister br brother imam rabbi pastor canon
wpc pc dc ds di dci dcs dsu dspt sgt sergeant ps pcso insp inspector ci supt superintendent detective constable cllr councillor judge justice hhj dj
nurse midwife consultant registrar matron teacher headteacher head mme madame mlle señor senora pan pani herr frau signora signor sra
`);
/** Kin words that stand before a first name or surname as a title does. */
export const KIN_TITLES = words(
  `auntie aunty aunt uncle nan nana nanna nanny nain granny gran grandma grandad grandpa baby cousin brother sister big little`,
);
/** Words that stand with a capital before or after a name without being part of it. */
export const NEUTRAL_CAPITALS = words(`
mum dad mother father parent parents child baby adult sibling subject partner nan school police social worker workers health visitor nurse midwife teacher officer
gp hv sw pc ds dc di dr mr mrs ms miss ta dsl hca ehcp dob nhs ref re cc to from by for and or the a an this that these those his her their our your my its it he she they we you i
on in at of with without after before when while if then but so as because since until also not no yes both either neither did does do was were is are has have had
will would can could should may might must please dear hi hello thanks regards monday tuesday wednesday thursday friday saturday sunday january february march april
june july august september october november december aged born age met saw told asked rang called visited seen spoke contacted phoned emailed texted discussed
informed advised attended brought collected referred noted concerns concern what who why how where which there here however although today yesterday
tomorrow later again once name surname first forename patient client tenant pupil student family home household during between about against under over
telephone tel mobile email address unit ward english polish welsh irish british
`);

/** Two or three capitals that are hardly ever somebody's initials in these papers. */
export const ACRONYMS = words(`
gp hv sw pc ds dc di dr mr mp pa ps pm am ac ad bc ad ta ha uk us eu un ed ae ah po sc hg pe it tv dv da la id ok os os fm ft hr iq ip pr pt qc kc rn rm sn st sr jr sen
nhs cpn cps cin cp cla lac ehe eh mash lado dbs ehm fgm icb ccg nfa npm iro imr scr cmo cso dna wnb qa ra rr ro rq sa sd sg sm sp ss sv tm tb to tr vs wc wi ww yo yot
asap ad hoc cc nb ps pp re ref ie eg etc dob aka fao fyi tbc tba na tel mob apt no nr rd av ln ct hmp ops pcn dsl slt ot cmhs gcse ks ey sats mot dla pip esa dwp jsa uc hmrc cab
ex po pf lp cd dvd ca co mo ml mg kg cm mm km hz bp hr sa o2 gi gu ent icu aau mau scbu nicu amu cot iv im bd od tds prn gtn uti ecg ct mri xr ba ma bsc msc md phd op
`);

/** First names without a usual pet form, to know a stranger by ("Joan Hughes" where only Hughes is on the register). */
export const FIRST_NAMES = words(`
adele aaliyah ahmed aisling alfie amir amira anita ann archie arlo aoife asha ava ayaan beryl bethan blake brenda brian bruce bryan carl carla carmen cecil chantelle cheryl claire clara clare clive colin
craig damian darren dawn dean debra derek desmond diane dilys doreen doris dylan edna ella elliot elsa emily enid erin esme eve evan farah finn fraser freya gemma gladys glyn gordon gwen hamish hannah
heidi hilda holly hugo ian imran ingrid irina isla ivan ivor jack jade jasper jean joan jodie joel joy june kai kara kate keith kelvin kerry kyle lara layla leon lewis lily linda lisa liza logan lois lorna
lucas luca luna mabel maja maria marian marion marjorie marlene maya mia milan mina mohamed mona moira morag muriel myra nadia neil nell nina noah noel nora norah oskar paige pearl petra poppy priya
rajesh ralph ravi reece rex rhona riley rita robyn rory rosa ross roy ruby rufus ryan sadia sana sara sean selina shane sheena shirin sienna simone sonia spencer stacey stella stuart sunita tara theo
tia tina todd tracey una vera vikram wayne wendy yasmin yvette zara zoe
`);
