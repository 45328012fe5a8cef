/**
 * Usual short and pet forms of first names: groups of plain spellings that stand for one another.
 * A first form is the full one; a form may stand in several groups. English, Irish, Scottish, Welsh, Polish, South Asian,
 * Eastern European and others met in British records. They are asked about when they stand alone.
 */
const GROUPS = `
aaron ronnie|abigail abby abi abbie gail|abdul abdullah abdulla|adam ad|adrian ade|agnes aggie nessa|agnieszka aga agus|aidan aiden adan
alan al allan allen|albert al bert bertie alby|alexander alex al sandy alec sasha xander lex olek|alexandra alex sandra lexi sasha ola lexie
aleksandra ola alex olenka|alfred alf alfie fred|alice ali ally|alison ali ally|amanda mandy|amelia millie mia amy|andrew andy drew
andrzej andy jedrek|angela angie ange|anna ann annie ania anka|anne annie nan nancy|annabel bella anna belle|anthony tony ant|antonia toni tonia
archibald archie|arthur art artie|augustus gus|barbara babs barb basia|bartholomew bart|bartosz bartek|beatrice bea trixie bee|benedict ben
benjamin ben benji benny|bernadette bernie|bernard bernie|bethan beth|bethany beth|blodwen blod|bridget bridie biddy brid|bronwen bron|bryn brynmor
caitlin cait kate katie|cameron cam|caoimhe keeva queeva|carol carrie|caroline carrie caz carol lina|carys caz|catherine cath cathy cate kate katie kitty kit
charles charlie chas chuck|charlotte charlie lottie char lotte|chloe clo|christian chris|christina chris chrissie tina|christine chris chrissie tina
christopher chris kit topher|ciara keira kiera|clifford cliff|constance connie|cornelius con neil|courtney court|cynthia cindy|daffydd dai|dafydd dai daf david
daniel dan danny|danielle dani danni|david dave davey dai taffy|deborah deb debbie debs|deirdre dee|denis den denny|dennis den denny|diana di|dilys dil
dominic dom nic|dominik dom|donald don donny|donna don|dorothy dot dotty dolly|douglas doug dougie|duncan dunc|edith edie|edmund ed eddie ted
edward ed eddie ted teddy ned|eileen ellie|eilidh ailie|elaine lainey|eleanor ellie nell nelly nora ella|elisabeth elizabeth liz lizzie lizbeth beth betty bess libby eliza elsie lisa betsy lil|elizabeth liz lizzie beth betty bess libby eliza elsie lisa betsy lil ela
elzbieta ela|emily em emmy millie|emma em emmy|eric rick|ernest ernie|ethan eth|eugene gene|eva evie eve|evelyn evie eve|ewa ewka|felicity fliss flick
fergus gus|fiona fi fee|florence flo flossie florrie|frances fran frankie fanny|francesca fran fran frankie chess|francis frank frankie|franciszek franek
frederick fred freddie freddy rick|gabriel gabe|gabrielle gabby gaby|gareth gaz gary|gary gaz gazza|gavin gav|geoffrey geoff|george georgie|georgina georgie gina george
gerald gerry jerry|gerard gerry ger|geraldine gerry|gillian gill jill gilly|glenys glen|grace gracie|graham gray|gregory greg|grzegorz grzes greg|gwendolyn gwen wendy
gwenllian gwen|hannah han|harold harry hal|harriet harry hattie|harrison harry|hayley hales|heather heath|helen nell nelly lena|henry harry hal hank|henryk heniek
herbert bert herb|hugh hughie|huw hugh|ian iain|imogen immy imo|iorwerth iori|irene rene|isaac zac ike|isabel izzy bella issy isa|isabella izzy bella issy isa
isabelle izzy bella|jack jackie|jacob jake jay|jacqueline jackie jacqui|jakub kuba jake|jamal jay|james jim jimmy jamie jay jem|jan janek|jane janie jenny|janet jan
janice jan|jasmine jas jaz jazz|jason jay jase|jean jeannie|jeffrey jeff|jennifer jen jenny jenn|jeremy jez jerry jem|jerzy jurek|jessica jess jessie jessy
joanna jo joasia asia|joanne jo|john johnny jack jon|jonathan jon jonny jonty nathan|jordan jord jordie|jose pepe|joseph joe joey jo|josephine jo josie|joshua josh
jozef jozek|joyce joy|judith judy jude|julia jules julie|julian jules|julie jules|justin jus|kacper kacp|kaitlyn kate kait|karen kaz|karolina karo karolinka
katarzyna kasia kaska|katherine kath kathy kate katie kitty kit kat|kathleen kath kathy kay|kathryn kath kathy kate katie kat|katrina kat trina|kelly kel|kenneth ken kenny
kevin kev|khadija khadijah|kieran kier|kimberley kim kimmy|kirsty kirst|krystyna krysia|krzysztof krzys krzysiek chris|laura laurie lol|lauren loz|lawrence larry laurie loz
leah lee|leanne lee|leonard len lenny leo|leslie les|lewis lew lou|liam lee|lilian lil lily|lillian lil lily|linda lin lindy|lindsay lins|llewellyn llew lyn
llywelyn llew lyn|lorraine lori rainey|louis lou louie|louise lou lulu|lucy lou luce|lucinda lucy cindy|lukasz luke lukas|luke lukey|lydia lyd|lynda lyn|lynne lyn
madeleine maddie maddy|madison maddie maddy|magdalena magda lena|maisie mai|malcolm mal malc|malgorzata gosia gosha|marcin marc martin|margaret maggie meg peggy marge mags greta rita
maria marie ria mia marysia|mariusz mario|martin marty mart|martina tina|mary molly polly mamie may|mateusz mati matt|matilda tilly tilda mattie|matthew matt matty
maureen mo|maurice mo|maxine max|maximilian max|maxwell max|megan meg meggie|melanie mel|melissa mel lissa|mervyn merv|michael mike mick mickey micky mikey|michal misiek michael
michelle shell chelle mich|mikolaj miki|millicent millie|miranda mandy randy|miriam mim|mitchell mitch|mohammed mo mohamed muhammad mohammad mohamad muhammed mohamud muhamad
mohammad mo mohammed mohamed muhammad mohamad muhammed mohamud muhamad|muhammad mo mohammed mohamed mohammad mohamad muhammed mohamud muhamad|mohamed mo mohammed muhammad mohammad mohamad muhammed mohamud muhamad|muhammed mo mohammed mohamed muhammad mohammad mohamad mohamud muhamad|mollie moll|monika mon|montgomery monty|myfanwy myf fanwy|nancy nan|naomi nay|natalia nat talia|natalie nat|natasha tash tasha nat
nathan nate nath|nathaniel nate nat nathan|neil neilly|niamh neve neeve|nicholas nick nicky|nicola nicky nic nikki|nicole nicky nic nikki|nigel nige|norma norm|norman norm
oliver ollie olly|olivia liv livvy ollie|oscar ozzy|oswald ozzy|owain owen|pamela pam|patricia pat trish tricia patsy paddy|patrick pat paddy|patrycja pati|paul paulie pawel
paula paul|pauline paul|pawel paul|penelope penny|percival percy|peter pete|philip phil pip|philippa pip pippa phil|phillip phil pip|phoebe phoebs|phyllis phyl|piotr piotrek peter
priscilla prissy cilla|rachel rach rae|rafal raf|randolph randy|raymond ray|rebecca becky becca bex beck|reginald reg reggie|rhiannon rhi rhian|rhys reece rees|richard rick ricky dick rich richie dickie
robert bob bobby rob robbie bert|roberta bobbie|roderick rod roddy|rodney rod|roger rodge|roisin rosheen|ronald ron ronnie|rosalind ros roz|rosemary rose rosie|rowan ro
rowena ro|roxanne roxy|rupert ru|russell russ|ruth ruthie|ryan ry|sabrina bri|sadie sade|sally sal|samantha sam sammy|samuel sam sammy|sandra sandy|sarah sally sal sadie sara
saoirse sersha|scott scotty|sebastian seb basti|shannon shan|sharon shaz shazza|shaun sean shawn|sheila shee|shirley shirl|sian shan|sidney sid|simon si|sinead shin
siobhan shiv shivaun|sophia soph sophie|sophie soph|stacey stace|stanislaw stan staszek|stanley stan|stephanie steph stevie|stephen steve stevie ste|steven steve stevie ste|stuart stu stew
susan sue susie suzie|susanna sue susie|suzanne sue suzie suzy|sylvia syl|szymon simon|tabitha tabby|tadeusz tadek|tamara tammy|tamsin tam tammy|tanya tan|teresa terry tess tessa
terence terry tel|thaddeus tad|theodore theo ted teddy|theresa terry tess tessa resa|thomas tom tommy|tiffany tiff|timothy tim timmy|tobias toby|tomasz tomek tom|toni tone|tracey trace|trevor trev
tristan tris|ursula ursie|valerie val|vanessa nessa ness|vera vee|veronica ronnie vron|victor vic|victoria vicky vikki vic tori|vincent vince vin vinny|violet vi|virginia ginny gina
vivian viv|vivienne viv|walter wally walt|wayne waz|wendy wend|wilfred wilf fred|william will bill billy willy liam wills gwilym|winifred winnie freda|wojciech wojtek|yasmin yas jas|yusuf joseph yousef youssef yosef
yvonne von vonnie|zachary zac zach zak|zbigniew zbyszek|zofia zosia sophie|zoe zo|zuzanna zuza
ioan john|ieuan evan john|sion john shaun|gwyneth gwyn|angharad haz|eluned lyn|ceri kerry|geraint ger|emyr em|eirlys lys|padraig paddy patrick|seamus james shay|sean shaun john|eoin owen ian|eamon ed|maeve may mae
oksana ksenia|olena lena olya|oleksandr sasha alex|volodymyr vova|dmytro dima|yevhen zhenya|mykola kolya|ivan vanya|andriy andrew|nataliia natasha nat|ioana ana|gheorghe george|mihai misu|alexandru alex sandu|andreea andra|elena lena|cristina cris
aisha aysha ayesha aishah|fatima fatimah fatma|hussain hussein husain|hassan hasan|ahmed ahmad|ibrahim ebrahim|yasmin jasmin|zainab zaynab zeinab|mariam maryam miriam|khalid khaled|omar umar|usman osman uthman|iqra ikra|bilal billal
`;

const fuller = new Set<string>();
const table = new Map<string, Set<string>>();
for (const group of GROUPS.split(/[|\n]/)) {
  const [full, ...forms] = group.trim().split(' ');
  if (full === undefined || full === '') continue;
  for (const form of forms) {
    add(full, form);
    // A register may hold the pet form, a record the full one.
    add(form, full);
    fuller.add(`${form} ${full}`);
  }
}
function add(name: string, form: string): void {
  if (name === form) return;
  const set = table.get(name) ?? new Set<string>();
  set.add(form);
  table.set(name, set);
}

/** Forms that may stand for a first name given in plain letters. */
export function nicknamesOf(name: string): ReadonlySet<string> {
  return table.get(name) ?? EMPTY;
}
const EMPTY: ReadonlySet<string> = new Set();

/** Whether a word in plain letters is a first name that the table knows. */
export function isKnownFirstName(word: string): boolean {
  return table.has(word);
}

/** Whether `form` is the full name and `name` the pet form, and not also the other way about. */
export function isFuller(name: string, form: string): boolean {
  return fuller.has(`${name} ${form}`) && !fuller.has(`${form} ${name}`);
}
