/**
 * Given names and the short forms or spellings that go with them in family trees: broad on purpose, with pairs such as
 * “aaron erin”, and therefore weaker evidence than the reviewed nicknames of the reference tables, which are left out
 * here. From carltonnorthern/nicknames, commit 21d75051, under the Apache License 2.0.
 */
const table = `
  aaron erin ron ronnie
  abbigail abbe abbey abbi abbie abby gail nabby
  abbigale abbe abbey abbi abbie abby gail nabby
  abednego bedney
  abel ab abe eb ebbie
  abiel ab
  abigail abbe abbey abbi nabby
  abigale abbe abbey abbi abbie abby gail nabby
  abijah ab bige
  abner ab
  abraham ab
  abram ab abe
  absalom ab abbie app
  ada addy adie
  adaline ada addy adie delia dell lena
  addison addie addy
  adela adie della
  adelaide addy adele adie dell della heidi
  adelbert albert bert del delbert
  adele addy dell
  adeline ada addy delia dell lena
  adelphia addy adele dell delphia philly
  adena adina deena dena dina
  adolphus ado adolph dolph
  adrian rian
  adriane riane
  adrienne addie enne rienne
  agatha aga aggy
  agnes aggy inez nessa
  aileen allie lena
  alan al
  alanson al lanson
  alastair al
  alazama ali
  alberta allie bert bertie
  aldo al
  aldrich rich riche richie
  aleksandr alek alex
  aleva leve levy
  alexander sandy
  alexandra alla sandra sandy
  alexandria alexander alla drina sandra
  alfonse al
  alfred freddy
  alfreda alfy freda freddy frieda
  algernon algy
  alice elsie lisa
  alicia allie elsie lisa
  aline adeline
  alixandra alix
  allan al alan allen
  allen al alan allan
  allisandra ali allie ally
  allison ally
  allyson ali allie ally
  allyssa ali allie ally
  almena ali allie ally mena
  almina minnie
  almira myra
  alonzo al lon lonzo
  alphinias alphus
  althea ally
  alverta vert virdie
  alyssa al ally lissia
  alzada zada
  amanda manda
  ambrose brose
  amelia emily mel
  amos moses
  anastasia ana stacy
  anderson andy
  andre drea
  andrea andrew andy drea rea
  andrew randy
  andriane ada adri rienne
  angela angel
  angelica angel angelika angelique angie
  angelina angel
  anna ann anne nan
  anne ann
  annette anna nettie
  anselm ance anse ansel selma
  anthony ant
  antoinette ann netta tony
  antonia ann netta tony
  antonio ant
  appoline appie appy
  aquilla quil quillie
  ara arry belle
  arabella ara arry bella belle
  arabelle ara arry bella belle
  araminta armida middie minty ruminta
  archibald archie
  archilles kill killis
  ariadne ari arie
  arielle arie
  aristotle telly
  arizona ona onie
  arlene arly lena
  armanda mandy
  armena arry mena
  armilda milly
  arminda mindie
  arminta minite minnie
  aron erin ron ronnie
  artelepsa epsey
  artemus art
  arthusa thursa
  arzada zaddi
  asahel asa
  asaph asa
  asenath assene natty sene
  ashley ash ashly leah lee
  aubrey bree
  audrey audree dee
  august gus
  augusta aggy gatsy gussie tina
  augustina aggy gatsy gussie tina
  augustine august austin gus
  augustus august austin gus
  aurelia aurilla ora orilla ree rilly
  avarilla rilla
  azariah aze riah
  bab barby
  babs bab barby
  barbara bab barby bobbie
  barbery barbara
  barnabas barney
  barney barnabas
  bart bartholomew
  bartholomew bart bartel bat mees meus
  barticus bart
  bazaleel basil
  beatrice trisha trix
  becca beck
  beck becky
  bedelia bridgit delia
  belinda belle linda
  bella arabella belle
  benedict ben bennie
  benjamin benjy bennie jamie
  benjy benjamin
  bernard barney berney berny
  berney bernie
  bert bob bobby
  bertha bert bertie birdie
  bertram bert
  bertrand randy
  bethena beth thaney
  bezaleel zeely
  biddie biddy
  bill fred robert
  billy fred robert
  blanche bea
  boetius bo
  brad ford
  bradford ford
  brady brody
  breanna bree bri
  breeanna bree
  brenda brandy
  brian bryan bryant
  brianna bri
  bridget biddie biddy bridgie
  brittany britt brittnie
  brittney britt brittnie
  broderick brady brody rick ricky rod
  bryanna ana anna bri briana brianna
  caitlin cait caity
  caitlyn cait caity
  caldonia calliedona
  caleb cal
  california callie
  calista kissy
  calpurnia cally
  calvin vin vinny
  cameron cam ron ronny
  camile cammie
  camille cammie millie
  campbell cam
  candace dacey
  carla carly karla
  carlotta lottie
  carlton carl
  carmellia mellia
  carmelo melo
  carmon cammie carm charm
  carol carolann carole caroline carri carrie cassie kara kari lynn
  carolann carol carole
  caroline carol carole cassie lynn
  carolyn cassie lynn
  carrie cassie
  carthaette etta etty
  casey kc
  casper jasper
  cassandra sandra sandy
  cassidy cass cassie
  caswell cass
  catherine casey cassie katy kay kit kittie lena trina
  cathleen casey cassie kathy katy kay kit kittie lena trina
  cecilia celia cissy
  cedric ced rick ricky
  celeste celia lessie
  celinda linda lindy lynn
  charity chat
  charles carl chick
  charlotte char lotta sherry
  chauncey chan
  chelsey chelsie
  cheryl cher
  chesley chet
  chester chet
  chet chester
  chick caroline charlotte chuck
  chloe clo
  chris kris
  christa chris
  christian kit
  christiana ann chris christy crissy kris kristy tina
  christiano chris
  christina crissy kris kristy
  christine crissy kris kristy
  christoffer chris
  christoph chris
  christy crissy
  cicely cilla
  cinderella arilla cindy rella rilla
  cindy cinderella
  claire clair clara clare
  clara clarissa
  clare clara
  clarence clair clare
  clarinda clara
  clarissa cissy clara
  claudia claud
  cleatus cleat
  clement clem
  clementine clem clement
  clifford ford
  clifton tony
  cole colie
  columbus clum
  con conny
  conrad con conny
  cordelia cordy delia
  corey coco cordy ree
  corinne cora ora
  cornelia cornie corny nelia nelle nelly
  cornelius con conny corny neil niel
  cory coco cordy ree
  courtney court curt
  crystal chris crys stal tal
  cynthia cintha
  cyrenius cene cy renius serene swene
  cyrus cy
  dahl dal
  dalton dahl dal
  daniel dann
  danielle ellie
  daphne daph daphie
  darlene darry lena
  david day
  daycia dacia daisha
  deanne ann dee
  debora deb debbie debby
  deidre deedee
  delbert bert del
  delia cordelia delius fidelia
  delilah dell della lil lila
  deliverance della delly dilly
  della adela adelaide delilah dell
  delores dee dell della lola lolly
  delpha philadelphia
  delphine del delf delphi
  demaris dea maris mary
  demerias dea maris mary
  democrates mock
  dennis dennie
  dennison dennis denny
  derek derrek rick ricky
  derick rick ricky
  derrick eric rick ricky
  deuteronomy duty
  diana dicey didi
  diane dian dianne dicey didi
  dicey dicie
  dickson dick
  domenic dom nic
  dominic nic
  dominick dom nick nicky
  dominico dom
  donald dony
  donato don
  donna dona
  donovan don donnie donny dony
  dorcus darkey
  dorinda dora dorothea
  doris dora
  dorothea doda dora
  dorothy dora dortha dotty
  dotha dotty
  dotty dot
  drusilla silla
  duncan dunk
  earnest ernestine ernie
  ebbie eb
  ebenezer eb ebbie eben
  eddy ed
  edgar eddy
  edith edie edye
  edmond ed eddie eddy
  edmund ed eddie eddy ned ted
  edna edny
  eduardo eddy
  edward eddy
  edwin eddy ned win
  edwina edwin
  edyth edie edye
  edythe edie edye
  egbert bert burt
  eighta athy
  eileen helen
  elaine helen lainie
  elbert albert bert
  elbertson bert elbert
  eldora dora
  eleanor elaine ellen lanna lenora nelly
  eleazer lazar
  elena helen
  elias eli lee lias
  elijah lige
  eliphalel life
  eliphalet left
  elisa lisa
  elisha eli lish
  elizabeth lib lisa lizzy
  ella el ellen
  ellen helen
  ellender ellen helen nellie
  ellie elly
  ellswood elsey
  elminie minnie
  elmira ellie elly mira
  elnora nora
  eloise heloise louise
  elouise louise
  elsie elsey
  elswood elsey
  elvira elvie
  elwood woody
  elysia lisa lissa
  elze elsey
  emanuel manuel
  emeline em emily emma emmy milly
  emil em emily
  emily emma emmy mel millie
  emma em emmy
  epaphroditius dite ditus dyce dyche eppa
  ephraim eph
  erasmus rasmus raze
  eric rick ricky
  ernestine erna ernest teeny tina
  erwin irwin
  eseneth senie
  essy es
  estella essy stella
  estelle essy stella
  esther essie hester
  eudicy dicey
  eudora dora
  eudoris dosie dossie
  eunice nicie
  euphemia effie effy
  eurydice dicey
  eustacia stacia stacy
  eva eve
  evaline eva eve lena
  evangeline ev evan vangie
  evelyn ev eve evelina
  experience exie
  ezekiel ez zeke
  ezideen ez
  ezra ez
  faith fay
  fallon fal falcon fall fallie fally falon lon lonnie
  felicia fel feli felix
  felicity flick tick
  feltie felty
  ferdinand ferdie fred freddie freddy
  ferdinando ferdie fred nando
  fidelia delia
  fionna fiona
  flora florence
  florence flo flora flossy
  floyd lloyd
  frances cissy fanny frankie franniey franny sis
  francie francine
  francine fran francie frannie franniey franny
  franklin fran
  franklind fran frank
  freda frieda
  frederica erica erika freddy frederick rickey
  frederick derick erick ricky
  fredericka ericka freda freddy frieda ricka rickey
  frieda fred freddie freddy
  gabriel gabby
  gabrielle ella
  gareth gare gary
  garrett barrett gare garratt garret garry gary jerry rhett
  garrick garri
  genevieve eve jean jenny
  georgiana georgia
  georgine george
  geraldine dina gerri gerrie jerry
  gerhardt gay
  gertie gert gertrude
  gertrude gert gertie trudy
  gilbert bert gil wilber
  giovanni gio
  glenn glen
  gloria glory
  governor govie
  greenberry berry green
  greggory gregg
  gregory gory
  gretchen margaret
  griselda grissel
  gum monty
  gus gussie
  gustavus gus gussie
  gwen wendy
  gwendolyn gwen wendy
  hailey haylee hayley
  hamilton ham
  hannah anna nan nanny
  harold hap haps
  harriet hattie
  harrison hap haps harry
  harry hap haps
  haseltine hassie
  haylee hailey hayley
  hayley hailey haylee
  heather hetty
  helen ella ellen ellie lena
  helena aileen eileen elaine eleanor ellen lena nell nellie
  helene ella ellen ellie lena
  heloise eloise elouise lois
  henrietta etta etty hank henny nettie retta
  henry hap haps
  hephsibah hipsie
  hepsibah hipsie
  herman dutch harman
  hermione hermie
  hester esther hessy hetty
  hezekiah hez hy kiah
  hillary hilary
  hipsbibah hipsie
  hiram hy
  honora honey nora norah norry
  hopkins hop hopp
  horace horry
  hortense harty tensey
  hosea hosey hosie
  howard hal
  hubert bert hub hugh
  ian john
  ignatius iggy nace nate natius
  ignatzio iggy nace naz
  immanuel emmanuel manuel
  india indie indy
  inez agnes
  iona onnie
  irene rena
  irvin irving
  irving irv
  irwin erwin
  isaac zeke
  isabel bell bella ib issy nib nibby tibbie
  isabella belle ib issy nib nibby tibbie
  isabelle bella ib issy nib nibby tibbie
  isadora dora issy
  isadore izzy
  isaiah zadie zay
  isidore izzy
  iva ivy
  ivan john
  jackson jack
  jacob jaap jay
  jacobus jacob
  jacqueline jack jacqui
  jahoda hoda hodie hody
  jakob jake
  jalen al alen haylen jaelin jaelyn jailyn jay jaye jaylin jaylyn len lennie lenny
  james jem
  jamey james jamie
  jane janie jean jennie jessie
  janet jessie
  jannett nettie
  jasper casper jap
  jayme jay
  jean jane jeannie
  jeanette janet jessie
  jeanne jane jeannie
  jebadiah jeb
  jedediah diah dyer jed
  jedidiah diah dyer jed
  jefferey jeff
  jefferson jeff sonny
  jeffery jeff
  jeffrey geoff
  jehiel hiel
  jehu gee hugh
  jemima mima
  jennet jenn jenny jessie
  jennifer jenni jennie
  jeremiah jereme jerry
  jeremy jez jezza
  jerita rita
  jerry geraldine geri jereme
  jessie jane janet
  jincy jane
  jinsy jane
  joan jo nonie
  joann jo
  joanna hannah joan jodi jody
  jody jo
  johann john
  johanna jo
  johannah hannah jo joan jody nonie
  johannes john johnny jonathan
  john ian jock jonnie jonny
  johnathan john johnathon johny jon jonathan jonathon jonnie jonny nathan
  johnathon john johnathan johny jon jonathan jonathon jonnie jonny
  jon jonnie
  jonathan john johnathan johnathon johny jonathon jonnie nathan
  jonathon john johnathan johnathon johny jonathan jonnie
  joseph jody jos
  josephine fina jody joey josey
  josetta jettie
  josey josophine
  joshua joe jos
  josiah jos
  josophine jo joey josey
  joyce joy
  juanita nettie nita
  judah jude juder
  judith juda judi judie
  judson jud sonny
  julia jill jules julie
  julian jule jules
  julias jule jules
  julie jule jules julia
  june junius
  junior jr june junie
  justin justina juston justus
  kaitlin kait kaitie
  kaitlyn kait kaitie
  kaitlynn kait kaitie
  kalli cali kali
  kameron kam
  karla carla carly
  kasey kc
  katarina catherine tina
  katelin kate kay kaye
  katelyn kate kay kaye
  katherine cassie cathy katy kaye kittie lena trina
  kathleen cassie cathy katy kit kittie lena trina
  katia kate katie
  katy kate kathy katie
  kayla kay
  kelley kelli kellie kelly
  kendall ken kenny
  kendra kay kenj kenji kenny
  kendrick ken kenny
  kendrik ken kenny
  kenneth kendrick
  kent ken kendrick kenny
  kerry kerri
  keziah kizza kizzie
  kimberley kimberli kimberly
  kimberly kimberley kimberli
  kingsley king
  kingston king
  kit kittie
  kris chris
  kristel kris
  kristen chris
  kristin chris
  kristine chris christy crissy
  kristofer chris kris
  kristoffer chris kris
  kristopher chris
  kristy chris
  kymberly kym
  lafayette fate laffie
  lamont monty
  laodicia cenia dicy
  latisha tish tisha
  laurel laurie
  lauren laurie ren
  laurence lon lonny lorne lorry
  laurinda laura lawrence
  lauryn laurie
  laveda veda
  laverne verna vernon
  lavina ina vina viney
  lavinia ina vina viney
  lavonia vina viney vonnie wyncha
  lavonne von
  lawrence lawrie lon lonny lorne lorry
  leanne annie lea
  lecurgus curg
  leilani lani
  lemuel lem
  lena ellen
  lenora lee nora
  leo leon
  leonard leon lineau
  leonidas lee leon
  leonora nell nellie nora
  leonore elenor honor nora
  leroy lee lr roy
  lesley les
  lester les
  letitia lettice lettie tish titia
  levi lee
  levicy vicy
  levone von
  lib libby
  lidia lyddy
  lillah lil lilly lily lolly
  lillian lolly
  lincoln link
  linda lindy lynn
  lindsay lindsey lindsie lindsy
  lindy lynn
  lionel leon
  lisa liz
  littleberry berry lb little
  lois lou louise
  lonzo lon
  lorelei laurie lori lorrie
  lorenzo loren
  loretta etta lorie lorrie retta
  lorraine lorie lorrie
  lotta lottie
  lou lu
  louis lewis louise
  louisa eliza lois lou
  louise eliza lois
  louvinia vina viney vonnie wyncha
  lucas luke
  lucia lucius lucy
  lucias luke
  lucille cille lou lu lucy
  lucina sinah
  lucinda cindy lou lu lucy
  lucretia creasey
  lucy lucinda
  luella ella lu lula
  luke lucas
  lunetta nettie
  lurana lura
  luther luke
  lydia lyddy
  lyndon lindy lynn
  mabel amabel mehitabel
  mac mc
  mack mac mc
  mackenzie kenzy mac mack
  maddison maddi maddie
  maddy madeline madelyn madge
  madeline lena maddi maddy madge madie magda maggie maud
  madelyn maddy madie
  madie madeline madelyn
  madison maddy mattie
  maegen meg
  magdalena lena maggie
  magdelina lena madge magda maggie
  mahala hallie
  makayla kayla
  malachi mally
  malcolm mac mal malc
  malinda lindy
  manda mandy
  mandie amanda
  manerva eve minerva nerva nervie
  manoah noah
  manola nonnie
  manuel emanuel
  margaret daisy gretta madge maggy margery margy midge
  margaretta daisy gretta madge maggie marge margery margie meg midge peg peggy rita
  margarita daisy greta madge maggie maisie marge meg megan metta midge peggie
  marge margaretta margery
  marguerite peggy
  mariah maria mary
  marian marianna marion
  marie mae mary
  marietta mae mamie maria mariah marie marion mary maureen may mercy minnie mitzi mollie molly polly
  marilyn mary
  marion mary
  marissa rissa
  marjorie margy
  marni marnie
  marsha marcia marcie mary
  martha mat patsy patty
  martina tina
  martine tine
  mary mae mamie marie mitzi polly
  masayuki masa
  mat mattie
  mathew mat matt maty
  mathilda patty tillie
  matilda matty maud tilla tilly
  matthew mattie thias thys
  matthews matt mattie matty
  matthias matt thias thys
  maud middy
  maureen mary
  maurice morey
  mavery mave
  mavine mave
  maximillian max
  may mae
  mckenna ken kenna meaka
  medora dora
  meghan meg
  mehitabel hetty hitty mabel mitty
  melanie mellie
  melchizedek dick zadock
  melinda linda lindy lynn mel mindy
  melissa lisa milly
  mellony mellia
  melody lodi
  melvina vina
  mercedes merci mercy sadie
  merv mervin
  mervin merv
  mervyn merv
  micajah cage
  michael micah micky
  micheal mike mikey miky
  michelle mickey shellie shely
  mick micky
  miguel michael miggy miguael miguaell miguail miguaill miguayl miguayll miguell
  mike micky
  mildred milly
  millicent milly missy
  minerva minnie
  minnie wilhelmina
  miranda mandy mira randi randy
  miriam mimi mitzi mitzie
  mitzi mary mittie mitty
  mitzie mittie mitty
  monet nettie
  monica monna monnie
  monteleon monte
  montesque monty
  montgomery gum monty
  monty lamont
  morris morey
  mortimer mort
  moses amos mose moss
  muriel mur
  myrtle mert myrt myrti
  nadine deedee nada
  nancy ann nan nanny
  naomi omi
  napoleon leon nap nappy
  natalie natty nettie
  natasha nat tasha
  nathaniel natty than
  nelle nelly
  nelson nels
  newt newton
  newton newt
  nicholas claas claes nic nickie
  nicholette cole nichole nickey nicki nicky nicole nikki
  nicodemus nic nick nickie nicky nico
  nicolas nic nickie
  nicole cole nicky nole
  nikolas claes nic nick nickie nicky nico
  nikole nikki
  nora nonie
  norbert bert norby
  norbusamte norbu
  nowell noel
  obadiah diah dyer obed obie
  obediah obie
  obedience beda beedy biddie obed
  obie obediah
  octavia tave tavia
  odell odo
  olive livia nollie ollie
  olivia livia nollie ollie
  onicyphorous cy cyphorus one osaforum osaforus syphorous
  orilla ora rilly
  orlando roland
  orphelia phelia
  ossy ozzy
  oswald ossy ozzy waldo
  otis ode ote
  pandora dora
  parmelia amelia melia milly
  parthenia parsuny pasoonie phenie teeny
  patience pat patty
  patricia trisha
  patrick pate patsy peter
  paul polly
  paula lina polly
  paulina lina polly
  pauline polly
  pelegrine perry
  percival percy
  peregrine perry
  permelia mellie melly milly
  pernetta nettie
  persephone seph sephy
  peter pate
  petronella nellie
  pheney josephine
  pheriba ferbie pherbia
  philadelphia delphia
  philander fie
  philetus leet phil
  philinda linda lindy lynn
  philip pip
  philipina penie phoebe pip
  phillip pip
  philly delphia
  philomena menaalmena
  phoebe fifi
  pinckney pink
  pleasant ples
  pocahontas pokey
  posthuma humey
  prescott pres scott scotty
  priscilla cilla cissy prissy
  providence provy
  prudence prudy prue
  prudy prudence
  rachel rachael shelly
  rafaela rafa
  ramona mona
  randolf dolph randy
  randolph dolph
  raphael ralph
  reba becca beck
  rebecca beck reba
  reginald naldo renny
  relief leafa
  reuben rube
  reynold reginald
  rhoda rodie
  rhodella della
  rhyna rhynie
  richard dickie dickon dicky
  robert bill billy dob dobbin hob hobkin rupert
  roberta bert bertie birdie birtie robbie roby
  roderick erick rickie
  rodger bobby hodge rod roge roger
  roger bobby hodge rod rodger roge
  roland lanny orlando rollo rolly
  ronald naldo
  rosa rose
  rosabel belle rosa rose roz
  rosabella bella belle rosa rose roz
  rosaenn ann
  rosaenna ann
  rosalinda linda rosa rose roz
  rosalyn linda rosa rose roz
  roscoe ross
  roseann ann rose rosie roz
  roseanna ann rose rosie roz
  roseanne ann
  rosemary marie mary rosemarie rosey
  rosina sina
  roxane rox roxie
  roxanna ann rose roxie
  roxanne ann rose roxie
  rudolph dolph olph rolf
  rudolphus dolph olph rolf rudy
  ryan ry
  sabrina brina
  safieel safie
  salome loomie
  salvador sal sally
  samantha mantha sammy
  sampson sam sammy
  samson sam sammy
  samyra myra sam sammy
  sandra cassandra
  sanford sandy
  sarah sara
  sarilla silla
  savannah anna savanna vannie
  scott sceeter scottie scotty squat
  sebastian sebby
  selma anselm
  serena rena
  serilla rilla
  seymour morey see
  shaina sha shay
  sharon sha shay
  shaun shawn
  shawn shaun
  sheila cecilia
  sheldon shelly
  shelton shel shelly tony
  sheridan dan danny sher
  sheryl cheri cherie sher sheri sherri sherry sherryl
  shirley lee sherry shirl
  sibbilla sibbell sibbie sybill
  sidney syd
  sigfired sid
  sigfrid sid
  sigismund sig
  silas si
  silence liley
  silvester si sly syl vest vester
  simeon si sion
  simon si sion
  smith smitty
  socrates crate
  solomon sal salmon saul solly zolly
  sondra dre sonnie
  sophia sophie
  sophronia frona fronia sophia
  stacey staci stacie stacy
  stacie stacey staci stacy
  stacy staci
  stephan steve
  stephanie annie steffi steffie stephani stephany stephie stephine
  stephen steph
  steven steph
  sullivan sully van
  susan hannah sukey suzie
  susannah hannah sukey
  susie suzie
  suzanne suki
  sybill sibbie
  sydney sid
  sylvanus sly syl
  sylvester si sly sy syl vessie vester vet
  tabby tabitha
  tabitha tabby
  tamarra tammy
  tammie tami tammy
  tammy tami tammie
  tanafra tanny
  tasha tash tashie
  temperance tempy
  terence terry
  teresa tessie
  terri teri terrie
  terry terence
  theodosia dosia theo theodosius
  theophilus ophi
  theotha otha
  theresa tessie thirza thursa traci tracie tracy
  thom thomas tom tommy
  thomas thom
  thomasa tamzine
  tiffany tiff tiffy
  tilford tillie
  tisha tish
  tobias bias toby
  tranquilla quilla trannie
  trish trisha
  trix trixie
  trudy gertrude
  tryphena phena
  unice eunice nicie
  uriah riah
  ursula sula sulie
  valentina felty val vallie
  valentine felty
  valeri val valerie
  vanburen buren
  vandalia vannie
  vanessa essa nessa vanna
  vernisee nicey
  veronica franky frony ron ronie ronna ronnie ronny vonnie
  vic vicki vickie vicky
  vicki vickie
  victoria torie torri torrie tory vic vickie
  vijay vij
  vincent vic vinnie
  vincenzo vic vin vince vinnie vinny
  vinson vin vince vinnie vinny
  viola ola vi
  violetta lettie
  virginia jane jennie virgy
  vivian vi viv
  waldo ossy ozzy
  washington wash
  webster webb
  wendy wen
  westley farmboy wes west
  wilber bert will
  wilbur will willie willy
  wilda willie
  wilfred fred wil will willie
  wilhelm wil willie
  wilhelmina mina minnie willie wilma
  will fred wilbur
  william bela bell wil
  willie fred
  willis bill willy
  wilma billiewilhelm william
  wilson will willie willy
  winfield field win winny
  winifred freddie winnet winnie
  winnie winnifred
  winnifred fred freddie freddy winnie winny
  winny winnifred
  winton wint
  woodrow drew wood woody
  yeona ona onie
  yoshihiko yoshi
  yulan lan yul
  yvonne vonna
  zachariah zac zach zachy zack zak zakk zeke
  zachary zac zachy zakk zeke
  zachery zac zach zachy zack zak zakk zeke
  zebedee zeb
  zedediah diah dyer zed
  zephaniah zeph`

const relatives = new Map<string, Set<string>>()
for (const line of table.trim().toUpperCase().split('\n')) {
  const [formal = '', ...others] = line.trim().split(' ')
  for (const other of others) {
    relatives.set(formal, (relatives.get(formal) ?? new Set()).add(other))
    relatives.set(other, (relatives.get(other) ?? new Set()).add(formal))
  }
}

/** True when family trees know one of two given names, in upper-case letters, as a form of the other. */
export const areRelated = (one: string, other: string) => relatives.get(one)?.has(other) ?? false

/** All names of which `areRelated` holds with this one. */
export const relativesOf = (name: string): string[] => [...(relatives.get(name) ?? [])]
