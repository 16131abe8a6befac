### Texts that the program itself puts into pages: titles, addresses, statuses, periods, targets, notices.
### Ids are the same in all languages; translate what stands after the equals sign. Words beginning with $ are values.

## Parts of addresses: small letters a–z, digits and hyphens only

slug-progress = horumarka
slug-coverage = gudbinta
slug-letters = a-z
slug-sitemap = khariidadda
slug-languages = luqadaha
slug-statement = bayaanka-helitaanka

## Titles

# Title in the browser's tab: page, then site.
head-title = { $page } – { $site }
nav-start = Bogga hore
nav-programme = Barnaamijka
goals-title = Yoolal
assignments-title = Hawlo
bodies-title = Waaxyaha mas’uulka ah
areas-title = Deegaanno
indicators-title = Cabbirro
news-title = Warar
glossary-title = Sharaxaadda ereyada
progress-title = Sida ay wax u socdaan
progress-summary = Halkan waxaad ku arkaysaa sida ay u socdaan yoolasha iyo hawlaha, iyo dabagallada la gudbiyay.
period-title = Dabagalka { $period }
coverage-title = Yaa dabagal gudbiyay?
coverage-summary = Jadwalku wuxuu muujinayaa dabagallada ay ahayd in waax kasta gudbiso iyo inta la helay.
letters-title = Dhammaan bogagga, A ilaa Z
sitemap-title = Khariidadda websaydhka
languages-title = Luqadaha websaydhka
languages-summary = Tirada bogagga ku qoran luqad kasta.
statement-title = Bayaanka helitaanka
not-found-title = Boggan ma jiro
not-found-text = Waxaa laga yaabaa in bogga la raray ama la tirtiray. Ka bilow bogga hore ama ka raadi khariidadda websaydhka.
# Name of a table in a text, read by screen readers.
table-name = Jadwalka { $number }

## Notices

notice-demo = Kani waa tusaale bandhig ah oo laga sameeyay dukumenti dadweyne. Ma aha websaydhka degmada. Tirooyinku waa tusaalooyin haddii aan wax kale la sheegin.
notice-draft = Kani waa qabyo qoraal. Weli lama daabicin.
# Shown when a page is missing in the reader's language. $language is the name of the language it is shown in.
notice-fallback = Boggan kuma qorna af Soomaali. Qoraalka waxaa lagu muujiyay luqaddan: { $language }.
notice-machine = Qoraalkan waxaa tarjumay mashiin { $date }. Cidna ma hubin. Qoraalka af Iswiidhishka ah ayaa ah kan lagu dhaqmo.
notice-machine-undated = Qoraalkan waxaa tarjumay mashiin. Cidna ma hubin. Qoraalka af Iswiidhishka ah ayaa ah kan lagu dhaqmo.
# In the language list, after a language that the page is missing in. Keep it short.
picker-untranslated = lama tarjumin
# Links between a page and its easy-read version.
twin-simple = Qoraal akhriskiisu fudud yahay
twin-standard = Qoraalka caadiga ah
# In the footer.
footer-accessibility = Ka warbixi cillad dhanka helitaanka ah

## Status: how far the work has come

implementation-not-started = Lama bilaabin
implementation-in-progress = Way socotaa
implementation-continuous = Waa joogto
implementation-done = Way dhammaatay
implementation-paused = Waa la hakiyay
implementation-cancelled = Waa la joojiyay
implementation-replaced = Waa la beddelay
implementation-unknown = Warbixin lama hayo

## Status: how far the target is reached

fulfilment-met = Waa la gaaray
fulfilment-on-track = Sida qorshaha
fulfilment-behind = Qorshaha ka dambeeya
fulfilment-far-behind = Qorshaha aad uga dambeeya
fulfilment-wrong-direction = Jiho khaldan
fulfilment-not-met = Lama gaarin
fulfilment-increasing = Waa kordhayaa
fulfilment-unchanged = Isma beddelin
fulfilment-decreasing = Waa yaraanayaa
fulfilment-baseline = Xaaladda bilowga
fulfilment-not-assessed = Lama qiimayn

## Why something is not assessed

reason-no-target = Ma jiro yool la cabbiri karo.
reason-target-set-later = Yoolka waxaa la dejin doonaa goor dambe.
reason-no-baseline = Qiimaha bilowga lama hayo.
reason-no-measurement = Cabbiraad lama hayo.
reason-too-old-measurement = Cabbiraaddu aad bay u duugowday.
reason-not-due = Weli ma dhicin.
reason-confidential = Xogtu waa sir.
reason-method-change = Habka cabbiraadda waa la beddelay.
reason-not-applicable = Muddadan ma khusayso: ma jirin cid la tirin karay.
reason-not-computable = Habku jawaab kama bixiyo tirooyinkan.

## Status: follow-ups

reporting-received = Waa la gudbiyay
reporting-expected = Waa la sugayaa
reporting-late = Wuu daahay
reporting-none = Looma baahna
reporting-partly = Qayb baa la gudbiyay
coverage = { $owed ->
    [one] La gudbiyay: { $received } ka mid ah { $owed } dabagal
   *[other] La gudbiyay: { $received } ka mid ah { $owed } dabagal
}
# The same for the whole programme, as a sentence.
coverage-sentence = { $owed ->
    [one] Waxaa la gudbiyay { $received } ka mid ah { $owed } dabagal.
   *[other] Waxaa la gudbiyay { $received } ka mid ah { $owed } dabagal.
}
# Follow-ups are owed, but none of them is due yet.
coverage-expected = Wakhtiga dabagalka weli lama gaarin
coverage-none = Dabagal looma baahna
assignment-count = { $count ->
    [one] { $count } hawl
   *[other] { $count } hawlood
}
as-of = Xaaladda { $date }.
# The last day for a follow-up.
due-by = Maalinta u dambaysa: { $date }
# Name of a bar, read by screen readers. $items is a list such as "3 met, 2 behind".
distribution-name = Qaybinta: { $items }
distribution-item = { $label }: { $count }

## Periods

period-half-year = { $number ->
    [1] lixda bilood ee hore ee { $year }
   *[other] lixda bilood ee dambe ee { $year }
}
period-tertial = afarta bilood ee { $number }-aad ee { $year }
period-quarter = saddexda bilood ee { $number }-aad ee { $year }
period-vt = xilli-dugsiyeedka guga { $year }
period-ht = xilli-dugsiyeedka dayrta { $year }
period-school-year = sannad-dugsiyeedka { $from }/{ $to }
period-interval = { $from }–{ $to }
period-open = laga bilaabo { $from }

## Units

unit-percent = { $value }%
unit-index = { $value }
unit-count = { $value }
unit-people = { $value ->
    [one] { $value } qof
   *[other] { $value } qof
}
unit-places = { $value ->
    [one] { $value } boos
   *[other] { $value } boos
}
unit-hours = { $value ->
    [one] { $value } saacad
   *[other] { $value } saacadood
}
unit-weeks = { $value ->
    [one] { $value } toddobaad
   *[other] { $value } toddobaad
}
unit-days = { $value ->
    [one] { $value } maalin
   *[other] { $value } maalmood
}
unit-times = { $value ->
    [one] { $value } jeer
   *[other] { $value } jeer
}
unit-groups = { $value ->
    [one] { $value } koox
   *[other] { $value } kooxood
}
unit-meeting-places = { $value ->
    [one] { $value } goob lagu kulmo
   *[other] { $value } goobood oo lagu kulmo
}
unit-activities = { $value ->
    [one] { $value } waxqabad
   *[other] { $value } waxqabad
}
unit-brochures = { $value ->
    [one] { $value } buug-yare
   *[other] { $value } buug-yare
}
unit-languages = { $value ->
    [one] { $value } luqad
   *[other] { $value } luqadood
}
unit-companies = { $value ->
    [one] { $value } shirkad
   *[other] { $value } shirkadood
}
unit-courses = { $value ->
    [one] { $value } koorso
   *[other] { $value } koorso
}
unit-pages = { $value ->
    [one] { $value } bog
   *[other] { $value } bog
}
unit-kr = { $value } karoon
# A number without a unit.
unit-none = { $value }

## Targets. $value comes with its unit.

target-at-least = Ugu yaraan { $value }
target-at-least-by = Ugu yaraan { $value }, ugu dambayn { $by }
target-at-most = Ugu badnaan { $value }
target-at-most-by = Ugu badnaan { $value }, ugu dambayn { $by }
target-range = Inta u dhaxaysa { $min } iyo { $max }
target-range-by = Inta u dhaxaysa { $min } iyo { $max }, ugu dambayn { $by }
# $per is one of the words quota-per-…
target-quota = Ugu yaraan { $value } { $per }
target-quota-during = Ugu yaraan { $value } { $per }, { $during }
target-quota-range = { $min } ilaa { $max } { $per }
target-cumulative = Wadar ahaan ugu yaraan { $value } muddada { $during }
target-milestone = Waa in la dhammeeyo ugu dambayn { $by }
target-milestone-undated = Waa in la dhammeeyo
target-increase = Waa inuu kordho
target-increase-by = Waa inuu kordho ilaa { $by }
target-decrease = Waa inuu yaraado
target-decrease-by = Waa inuu yaraado ilaa { $by }
target-every-place = Ugu yaraan { $value } deegaan kasta
target-every-place-by = Ugu yaraan { $value } deegaan kasta, ugu dambayn { $by }
# $name is what is measured, $target a target such as "at least 60 % by 2010".
target-of = { $name }: { $target }
target-text = Yoolka waxaa lagu sharraxay erayo
target-deferred = Yoolka waxaa la dejin doonaa goor dambe
target-deferred-after = Yoolka waxaa la dejin doonaa { $when } kaddib
quota-per-year = sannadkiiba
quota-per-half-year = lixdii biloodba
quota-per-tertial = afartii biloodba
quota-per-quarter = saddexdii biloodba
quota-per-month = bishiiba
quota-per-term = xilli-dugsiyeedkiiba
quota-per-period = muddada oo dhan
quota-per-day = maalintiiba
quota-per-person = qofkiiba

## Costs

cost-within-budget = Waxay ku jirtaa miisaaniyadda caadiga ah
cost-external = Cid kale ayaa bixisa
cost-missing = Kharashka lama sheegin
cost-amount = { $amount }
cost-amount-about = Qiyaastii { $amount }
cost-range = { $min } ilaa { $max }
cost-conditional = { $amount }, waxay ku xiran tahay go’aanno kale
cost-conditional-open = Waxay ku xiran tahay go’aanno kale
# $amount is a sum, $per a list such as "per year and per place".
cost-per = { $amount } { $per }
cost-years = { $amount }, { $years }
cost-per-one-off = hal mar
cost-per-year = sannadkiiba
cost-per-place = booskiiba
cost-per-person = qofkiiba
cost-per-meeting-place = goob kasta oo lagu kulmo
amount-sek = { $value } karoon
amount-other = { $value } { $currency }

## How an assignment is followed up

plan-cadence = Waxaa la dabagalaa { $cadence }
plan-programme = Waxaa la dabagalaa { $cadence }, sida barnaamijka oo dhan
plan-lead = Mas’uul: { $lead }
plan-reports-to = Warbixinta waxaa loo gudbiyaa: { $to }
cadence-year = sannad kasta
cadence-half-year = lixdii biloodba mar
cadence-tertial = afartii biloodba mar
cadence-quarter = saddexdii biloodba mar
cadence-term = xilli-dugsiyeed kasta
cadence-biennial = labadii sannadoodba mar
cadence-once = hal mar
cadence-continuous = si joogto ah

## What the figures say. $from and $to come with their units.

finding-increased = { $name }: qiimuhu wuxuu kor uga kacay { $from } ({ $first }) ilaa { $to } ({ $last }).
finding-decreased = { $name }: qiimuhu wuxuu hoos uga dhacay { $from } ({ $first }) ilaa { $to } ({ $last }).
finding-unchanged = { $name }: qiimuhu isma beddelin, waa { $to } laga bilaabo { $first } ilaa { $last }.
finding-single = { $name }: { $to } ({ $last }).
finding-none = { $name }: weli wax qiime ah lama hayo.
finding-withheld = { $name }: qiimayaasha lama muujiyo, waayo waxay ku saabsan yihiin dad aad u tiro yar.
finding-target = Yoolku waa { $target }.
finding-places = { $total ->
    [one] { $below } ka mid ah { $total } deegaan ayaa ka hooseeya { $limit }.
   *[other] { $below } ka mid ah { $total } deegaan ayaa ka hooseeya { $limit }.
}
finding-places-missing = { $count ->
    [one] { $count } deegaan cabbiraad looma hayo.
   *[other] { $count } deegaan cabbiraad looma hayo.
}
# Description of a chart for those who cannot see it. $from and $to are periods.
chart-description = Jaantusku wuxuu muujinayaa qiimayaasha laga bilaabo { $from } ilaa { $to }. Waqtigu wuxuu u socdaa bidix ilaa midig. Dhammaan qiimayaashu waxay ku jiraan jadwalka.
chart-series-total = Wadar
chart-target = Yool: { $value }
chart-table-caption = { $name }, qiimayaasha muddo kasta
chart-table-caption-areas = { $name }, qiimayaasha deegaan kasta iyo muddo kasta
chart-table-caption-bodies = { $name }, qiimayaasha waax kasta iyo muddo kasta
# $unit is a word such as "%".
chart-value = Qiime
data-csv = Soo degso CSV ahaan
missing-value = lama hayo
preliminary-value = { $value } (ku meelgaar)
not-measured = lama cabbirin

## How a status was worked out

input-baseline = Qiimaha bilowga
input-latest = Qiimaha ugu dambeeyay
input-target = Yool
input-required = Qiimaha loo baahnaa cabbiraaddii ugu dambaysay
input-growth = Kobaca sannadlaha ah ilaa hadda
input-growth-required = Kobaca sannadlaha ah ee loo baahan yahay
input-ratio = Saamiga u dhexeeya labadooda
input-coefficient = Fududaynta marka loo dhow yahay qiimaha ugu sarreeya ee suurtogalka ah
input-score = Dhibco, laga bilaabo −5 ilaa 5
input-pace = Xawaaraha marka la barbardhigo qorshaha
input-below = Deegaannada ka hooseeya yoolka
input-unmeasured = Deegaannada aan la cabbirin
# A value and when it is from.
input-value-at = { $value } ({ $period })
rule-line = Xeerka: horumarka waxaa la barbardhigaa xariiq toosan oo ka bilaabma qiimaha bilowga kuna dhammaada yoolka. Ugu yaraan 95% xawaaraha waa sida qorshaha, 60–95% waa qorshaha ka dambeeya, wax ka yar 60% waa qorshaha aad uga dambeeya.
rule-hold = Xeerka: yoolka horey baa loo gaaray bilowgii waana in la ilaaliyo.
rule-level = Xeerka: qiimaha ugu dambeeyay waxaa la barbardhigaa yoolka.
rule-past-due = Xeerka: waqtigu waa dhammaaday, sidaas darteed qiimihii dhammaadka waxaa la barbardhigaa yoolka.
rule-open-sdg = Xeerka: kobaca sannadlaha ah ilaa hadda waxaa la barbardhigaa kobaca loo baahan yahay si yoolka loo gaaro (habka Open SDG). Ugu yaraan 95% kobacaas waa sida qorshaha, 60–95% waa qorshaha ka dambeeya, wax ka yar 60% waa qorshaha aad uga dambeeya.
rule-open-sdg-growth = Xeerka: kobaca sannadlaha ah gaar baa loo qiimeeyaa, sababtoo ah yool ma jiro (habka Open SDG). Ugu yaraan 1.5% waa sida qorshaha, 0.5–1.5% waa qorshaha ka dambeeya, wax ka yar 0.5% waa qorshaha aad uga dambeeya.
rule-trend = Xeerka: qiimaha ugu dambeeyay waxaa la barbardhigaa kan ugu horreeyay.
rule-quota = Xeerka: muddo kasta waxaa la barbardhigaa yoolka muddadaas. Muddadii ugu dambaysay ee dhammaatay ayaa go’aamisa.
rule-pro-rata = Xeerka: muddadu ma dhammaan, sidaas darteed qiimaha waxaa la barbardhigaa qaybta yoolka ee u dhiganta waqtiga tagay.
rule-cumulative = Xeerka: qiimayaasha waa la isku daraa, waxaana la barbardhigaa yoolka muddada oo dhan.
rule-milestone = Xeerka: maalintii la dhammeeyay waxaa la barbardhigaa maalintii ay ahayd in la dhammeeyo.
rule-none = Ma jiro wax la xisaabiyo.
rule-places = Xeerka: deegaan kasta gaar baa loo qiimeeyaa. Yoolka waa la gaaray marka dhammaan deegaannadu gaaraan.
rule-same = Yoolku waa isku mid kan: “{ $target }”.

## Programmes, goals, decisions

form-programme = Barnaamij
form-plan = Qorshe
form-strategy = Istiraatiijiyad
form-policy = Siyaasad
form-action-plan = Qorshe hawleed
level-vision = Aragti
level-council = Yoolka golaha degmada
level-strategy = Yool istiraatiiji ah
level-sub-goal = Yool-hoosaad
level-focus = Dhinac mudnaan leh
level-joint = Hawl ay dhammaan wadaagaan
decision-adopted = La ansixiyay
decision-revised = Dib loo eegay
decision-target-changed = Yoolka la beddelay
decision-repealed = La laalay
# A target was set by a decision: kind and date.
decision-on = { $kind } { $date }
fact-form = Nooca dukumentiga
fact-valid = Muddada uu shaqaynayo
fact-owner = Cidda go’aamisay
fact-direction = Horumar wanaagsan
direction-up = Mar kasta oo uu sarreeyo waa ka sii fiican yahay
direction-down = Mar kasta oo uu hooseeyo waa ka sii fiican yahay
fact-source = Xigasho
fact-method = Sida loo cabbiro
fact-population = Cidda ay khusayso
cell-goal = Yool
cell-assignment = Hawl
cell-follow-up = Dabagal
cell-target = Heerka la higsanayo ama yool
cell-cost = Kharash
cell-schedule = Jadwalka waqtiga
cell-responsible = Mas’uul
lead-all = Dhammaan waaxyaha mas’uulka ah
area-column = Deegaan
status-column = Qiimayn
period-column = Muddo
all-follow-ups = Dhammaan dabagallada

## Accessibility statement

statement-status = Intee in le’eg ayuu qof walba u isticmaali karaa websaydhka?
statement-full = Wuxuu si buuxda u waafaqsan yahay sharciga helitaanka adeegga dadweynaha ee dijitaalka ah
statement-partial = Wuxuu qayb ahaan u waafaqsan yahay sharciga helitaanka adeegga dadweynaha ee dijitaalka ah
statement-none = Ma waafaqsana sharciga helitaanka adeegga dadweynaha ee dijitaalka ah
statement-reviewed = Markii ugu dambaysay ee la hubiyay
statement-method = Sida aan u tijaabinnay
statement-report = Ka warbixi cillad
statement-report-text = Noo sheeg haddii aad aragto wax aan shaqaynayn. Sidoo kale waxaad codsan kartaa in macluumaadka laguugu siiyo si kale.
statement-supervision = Kormeer
statement-supervision-text = Hay’adda maamulka dijitaalka ah (Myndigheten för digital förvaltning) ayaa kormeerta sharciga. Haddii aadan ku qanacsanayn jawaabta, waxaad hay’adda uga cabban kartaa { $address }.

## Follow-up: what is late, what has changed, reports as a whole.

coverage-late = { $count ->
    [one] { $count } ayaa daahay
   *[other] { $count } ayaa daahay
}
late-sentence = { $count ->
    [0] Waxba ma daahin.
    [one] { $count } dabagal ayaa daahay.
   *[other] { $count } dabagal ayaa daahay.
}
reports-caption = Warbixinnada waax kasta iyo muddo kasta
# A whole report that is late. $name is who owes it.
late-report = Warbixin ka timid { $name }
# How many of the sections that a report must hold are there.
report-sections = { $there } ka mid ah { $all } qaybood
# Heading. $period is a year.
changes-title = Waxa isbeddelay tan iyo { $period }
changes-sentence = { $count ->
    [0] Xaaladda yoolasha iyo hawlaha isma beddelin.
    [one] Xaaladda { $count } yool ama hawl ayaa isbeddeshay.
   *[other] Xaaladda { $count } yool iyo hawl ayaa isbeddeshay.
}
figures-sentence = { $count ->
    [one] { $count } tiro ayaa leh qiime cusub.
   *[other] { $count } tiro ayaa leh qiime cusub.
}
# A person has set another judgement than the figures give. $role is a role, $date a day.
overruled-sentence = Qiimaynta waxaa gacanta ku dejiyay { $role }, { $date }.

## Figures that were approved and frozen.

approved-on = Tirooyinka waxaa la ansixiyay { $date }.
# $decision is a decision in the words of the record.
approved-by = Tirooyinka waxaa la ansixiyay { $date }: { $decision }.
approved-changed = { $count ->
    [0] Wixii markaas ka dambeeyay waxba isma beddelin.
    [one] { $count } qodob ayaa isbeddelay tan iyo markaas.
   *[other] { $count } qodob ayaa isbeddelay tan iyo markaas.
}
approved-changes = Waxa isbeddelay tan iyo markii tirooyinka la ansixiyay
approved-figures = Qiimayaasha sidii loo ansixiyay
approved-what = Qodob
approved-then = Markaas
approved-now = Hadda
# $name is a goal or assignment.
approved-follow-up = { $name }, dabagalka { $period }
# Between parts of a name.
list-comma = { ", " }

## Charts by place and by sex.

sex-women = Haween
sex-men = Rag
# Lowest and highest value of several places or bodies.
finding-spread = { $name }, { $period }: laga bilaabo { $from } ({ $lowest }) ilaa { $to } ({ $highest }).
finding-one = { $name }, { $period }: { $to } ({ $highest }).
bars-description = Jaantusku wuxuu qiimayaasha { $period } ku muujinayaa tiirar jiifa. Dhammaan qiimayaashu waxay ku jiraan jadwalka.
dots-description = Jaantusku wuxuu qiimaha ugu dambeeyay ee deegaan kasta ku muujinayaa dhibic, yoolkana wuxuu ku muujinayaa xariiq. Dhammaan qiimayaashu waxay ku jiraan jadwalka.
dots-met = Yoolka wuu gaaray
dots-not-met = Yoolka ma gaarin
chart-table-caption-sexes = { $name }, qiimayaasha jinsi kasta iyo muddo kasta
chart-table-caption-latest = { $name }, qiimayaasha { $period }
body-column = Waaxda mas’uulka ah
# Where the definition of a figure changed, in a chart.
chart-break = Qeexid cusub
break-note = Qeexid cusub laga bilaabo { $period }: { $text }
# In place of a value about so few people that it is not published.
withheld-value = lama muujiyo
withheld-note = Lama muujiyo qiimayaasha ku saabsan dad aad u tiro yar, lamana muujiyo qiimayaasha laga xisaabin karo.
not-applicable-value = ma khusayso
revised-value = { $value } (dib loo eegay)

## Open data: address, page, tables, columns and feed

slug-open-data = xog-furan
open-data-title = Xog furan
open-data-summary = Halkan waxaad kala soo degi kartaa barnaamijka, cabbirrada iyo dabagallada oo jadwallo ah, waadna isticmaali kartaa.
open-data-tables = Jadwallo
open-data-indicators = Cabbir kasta gaarkiis
open-data-descriptions = Sharaxaad kombiyuutarrada loogu talagalay
open-data-licence = Shati
open-data-rows = Safaf
open-data-package = Dhammaan jadwallada iyo tiirarka (Data Package)
open-data-catalogue = Buugga tusmada ee bogagga xogta (DCAT-AP-SE)
feed-title = Dabagallo cusub
feed-summary = Dabagalladii ugu dambeeyay ee yoolalka iyo hawlaha.
# Title of a follow-up in the feed.
feed-entry = { $name }, { $period }: { $state }
data-format-excel = CSV loogu talagalay Excel
data-format-csv = CSV (RFC 4180)
data-format-json = JSON
data-observations = Qiimayaasha cabbirrada
data-observations-text = Qiimayaasha dhammaan cabbirrada, marka loo eego muddada, deegaanka, waaxda mas’uulka ah iyo jinsiga.
data-follow-ups = Dabagallo
data-follow-ups-text = Waxa laga soo warbixiyay yool iyo hawl kasta, muddo kasta.
data-assignments = Hawlo
data-assignments-text = Hawlaha oo leh qoraalka la go’aamiyay, waaxda mas’uulka ah, xaaladda iyo qiimaynta.
data-goals = Yoolal
data-goals-text = Yoolalka oo leh qoraalka la go’aamiyay iyo qiimaynta.
data-targets = Heerarka yoolka
data-targets-text = Waxa la rabo in la gaaro, sida ay wax u socdaan iyo tirooyinka qiimaynta laga soo saaray.
data-duties = Gudbinta dabagallada
data-duties-text = Dabagallada la rabo in la gudbiyo, goorta ugu dambaysa iyo in la gudbiyay iyo in kale.
data-sections = Warbixinno
data-sections-text = Waxa waaxyaha mas’uulka ahi ku qoreen qayb kasta oo warbixinnadooda ka mid ah.
data-bodies = Waaxyaha mas’uulka ah
data-bodies-text = Koodhadhka iyo magacyada kuwa mas’uulka ka ah hawlaha.
data-areas = Deegaanno
data-areas-text = Koodhadhka iyo magacyada deegaannada.
data-indicators = Cabbirro
data-indicators-text = Koodhka, magaca, halbeegga iyo xigashada cabbir kasta.
data-indicator-text = Qiimayaasha hal cabbir, marka loo eego muddada, deegaanka, waaxda mas’uulka ah iyo jinsiga.
data-final = Kama dambays ah
data-preliminary = Ku meel gaar ah
data-revised = Waa la saxay
data-confidential = Sir ah
data-empty = qiime ma jiro
data-in-force = Way shaqaynaysaa
data-struck = Waa la tirtiray
data-at-least = Ugu yaraan
data-at-most = Ugu badnaan
data-form-level = Heer
data-form-share = Saami
data-form-quota = Tiro muddo kasta
data-form-cumulative = Isugeyn
data-form-range = Inta u dhaxaysa laba tiro
data-form-milestone = Dhammaystiran taariikh
data-form-direction = Jiho
data-form-every-place = Heer deegaan kasta
data-form-text = Ereyo ahaan
data-form-deferred = Hadhow ayaa la dejinayaa
data-indicator-level = Xaalad wakhti gaar ah
data-indicator-flow = Tiro muddo gudaheed
data-indicator-ratio = Saami
data-indicator-index = Tusmo
data-indicator-binary = Haa ama maya
column-title = Cinwaan
column-indicator = Cabbir
column-period-start = Maalinta koowaad ee muddada
column-period-end = Maalinta ugu dambaysa ee muddada
column-body = Waaxda mas’uulka ah
column-sex = Jinsi
column-numerator = Tirada sare
column-denominator = Tirada hoose
column-finality = Xaaladda qiimaha
column-note = Faallo
column-state = Fulinta
column-forecast = Saadaal
column-section = Qayb
column-text = Qoraal
column-evidence = Waxa lagu saleeyay
column-date = Taariikh
column-role = Waxaa gudbiyay
column-grounds = Sababta qiimayn gaar ah
column-due = Maalinta ugu dambaysa ee gudbinta
column-received = La helay
column-id = Koodh
column-number = Lambar
column-validity = Ansaxnimo
column-reporting = Gudbinta dabagallada
column-confirmed = Fahamka waa la xaqiijiyay
column-address = Cinwaanka websaydhka
column-level = Heer
column-decision = Go’aan
column-reason = Sababta aan loo qiimayn
column-owner = Waxay ka tirsan tahay
column-form = Nooca yoolka
column-bound = Shuruud
column-max = Xadka sare
column-unit = Halbeeg
column-per = Mid kasta
column-by = Ugu dambayn
column-during = Inta lagu jiro
column-supersedes = Wuxuu beddelayaa
column-same-as = La mid ah
column-in-force = Way shaqaynaysaa
column-rule = Xeer
column-t0 = Wakhtiga qiimaha bilowga, sannad jajab tobanle leh
column-period0 = Muddada qiimaha bilowga
column-ti = Wakhtiga qiimaha ugu dambeeyay, sannad jajab tobanle leh
column-periodi = Muddada qiimaha ugu dambeeyay
column-tt = Wakhtiga yoolka, sannad jajab tobanle leh
column-margin = Masaafada yoolka
column-decimals = Jajab tobanle
column-kind = Nooca cabbirka

## Long lists are divided into parts, each on a page of its own.

# Parts of addresses: small letters a–z, digits and hyphens only.
slug-list = liis
slug-list-goals = liis-yoolal
slug-list-assignments = liis-hawlo
slug-list-indicators = liis-cabbirro
slug-list-follow-ups = liis-dabagal
slug-list-duties = liis-qorshe
slug-list-charts = liis-jaantus
slug-list-changes = liis-isbeddello
slug-list-reports = liis-warbixinno
slug-list-coverage = liis-gudbin
slug-list-report-coverage = liis-gudbin-warbixinno
slug-list-late = liis-daahay
slug-list-approved-changes = liis-tiro-isbeddelay
slug-list-approved = liis-tiro-ansixiyay
# Name of the list of goals and assignments that have another status than before.
list-changes = Isbeddello
# Title of a part: the page's title, then which part: "Assignments: Health committee, 1–50".
part-title = { $page }: { $part }
# The first and the last row of a part, as numbers or by their first letters.
part-range = { $from }–{ $to }
# The first and the last of several departments.
part-groups = { $from } – { $to }
# Heading of a part: its rows, of how many.
part-of = { $from }–{ $to } ka mid ah { $all }
# Below the first rows of a list, before the links to its parts.
part-shown = Halkan waxaa ku qoran { $from }–{ $to } ka mid ah { $all }.
# Links to a page that has all rows.
all-goals = Dhammaan yoolasha ({ $count })
all-bodies = Dhammaan waaxyaha mas’uulka ah ({ $count })
all-areas = Dhammaan deegaannada ({ $count })
all-indicators = Dhammaan cabbirrada ({ $count })
all-assignments = Dhammaan hawlaha ({ $count })
all-late = Dhammaan dabagallada daahay ({ $count })
# How many pages a branch of the site map has.
page-count = { $count ->
    [one] { $count } bog
   *[other] { $count } bog
}
