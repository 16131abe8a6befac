### Texts that the program itself puts into pages: titles, addresses, statuses, periods, targets, notices.
### Ids are the same in all languages; translate what stands after the equals sign. Words beginning with $ are values.

## Parts of addresses: small letters a–z, digits and hyphens only

slug-progress = uppfoljning
slug-coverage = rapportering
slug-letters = a-o
slug-sitemap = webbkarta
slug-languages = sprak
slug-statement = tillganglighetsredogorelse

## Titles

# Title in the browser's tab: page, then site.
head-title = { $page } – { $site }
nav-start = Start
nav-programme = Programmet
goals-title = Mål
assignments-title = Uppdrag
bodies-title = Ansvariga
areas-title = Områden
indicators-title = Mått
news-title = Nyheter
glossary-title = Ordlista
progress-title = Så går det
progress-summary = Här ser du hur det går med målen och uppdragen. Du ser också vilka uppföljningar som har kommit.
period-title = Uppföljning { $period }
coverage-title = Vem har lämnat uppföljning?
coverage-summary = Tabellen visar vilka uppföljningar varje ansvarig skulle lämna. Den visar också hur många som har kommit.
letters-title = Alla sidor från A till Ö
sitemap-title = Karta över webbplatsen
languages-title = Språk på webbplatsen
languages-summary = Så många sidor finns på varje språk.
statement-title = Så tillgänglig är webbplatsen
not-found-title = Vi hittar inte sidan
not-found-text = Sidan kan ha flyttat. Den kan också vara borttagen. Börja om från startsidan. Eller titta på kartan över webbplatsen.
# Name of a table in a text, read by screen readers.
table-name = Tabell { $number }

## Notices

notice-demo = Det här är en demonstration. Den bygger på ett dokument som är offentligt. Webbplatsen är inte kommunens egen. Siffrorna är exempel om det inte står något annat.
notice-draft = Det här är ett utkast. Texten är inte färdig.
# Shown when a page is missing in the reader's language. $language is the name of the language it is shown in.
notice-fallback = Den här sidan finns inte på lättläst svenska. Texten visas på { $language }.
notice-machine = En maskin gjorde texten lättläst { $date }. Ingen har granskat den. Den vanliga svenska texten gäller.
notice-machine-undated = En maskin har gjort texten lättläst. Ingen har granskat den. Den vanliga svenska texten gäller.
# In the language list, after a language that the page is missing in. Keep it short.
picker-untranslated = inte översatt
# Links between a page and its easy-read version.
twin-simple = Lättläst svenska
twin-standard = Den vanliga texten
# In the footer.
footer-accessibility = Berätta om fel i tillgängligheten

## Status: how far the work has come

implementation-not-started = Ej påbörjat
implementation-in-progress = Pågår
implementation-continuous = Löpande
implementation-done = Klart
implementation-paused = Pausat
implementation-cancelled = Avbrutet
implementation-replaced = Ersatt
implementation-unknown = Inget rapporterat

## Status: how far the target is reached

fulfilment-met = Uppnått
fulfilment-on-track = Enligt plan
fulfilment-behind = Efter plan
fulfilment-far-behind = Långt efter
fulfilment-wrong-direction = Fel riktning
fulfilment-not-met = Ej uppnått
fulfilment-increasing = Ökar
fulfilment-unchanged = Oförändrat
fulfilment-decreasing = Minskar
fulfilment-baseline = Läget från början
fulfilment-not-assessed = Ej bedömt

## Why something is not assessed

reason-no-target = Det finns inget mål som går att mäta.
reason-target-set-later = Målet kommer senare.
reason-no-baseline = Värdet från början saknas.
reason-no-measurement = Ingen har mätt.
reason-too-old-measurement = Mätningen är för gammal.
reason-not-due = Det har inte hänt än.
reason-confidential = Uppgiften är hemlig.
reason-method-change = Sättet att mäta är nytt.
reason-not-applicable = Gäller inte den här perioden. Det fanns ingen att räkna.
reason-not-computable = Sättet att räkna ger inget svar för de här siffrorna.

## Status: follow-ups

reporting-received = Lämnad
reporting-expected = Väntas
reporting-late = Försenad
reporting-none = Ingen behövs
reporting-partly = Delvis lämnad
coverage = { $owed ->
    [one] { $received } av { $owed } uppföljning lämnad
   *[other] { $received } av { $owed } uppföljningar lämnade
}
# The same for the whole programme, as a sentence.
coverage-sentence = { $owed ->
    [one] De ansvariga har lämnat { $received } av { $owed } uppföljning.
   *[other] De ansvariga har lämnat { $received } av { $owed } uppföljningar.
}
# Follow-ups are owed, but none of them is due yet.
coverage-expected = Vi väntar på uppföljning
coverage-none = Ingen uppföljning behövs
assignment-count = { $count ->
    [one] { $count } uppdrag
   *[other] { $count } uppdrag
}
as-of = Så var läget den { $date }.
# The last day for a follow-up.
due-by = Sista dag: { $date }
# Name of a bar, read by screen readers. $items is a list such as "3 met, 2 behind".
distribution-name = Så många av varje: { $items }
distribution-item = { $label }: { $count }

## Periods

period-half-year = { $number ->
    [1] första halvåret { $year }
   *[other] andra halvåret { $year }
}
period-tertial = tertial { $number } { $year }
period-quarter = kvartal { $number } { $year }
period-vt = vårterminen { $year }
period-ht = höstterminen { $year }
period-school-year = läsåret { $from }/{ $to }
period-interval = { $from } till { $to }
period-open = från { $from }

## Units

unit-percent = { $value } procent
unit-index = { $value }
unit-count = { $value }
unit-people = { $value ->
    [one] { $value } person
   *[other] { $value } personer
}
unit-places = { $value ->
    [one] { $value } plats
   *[other] { $value } platser
}
unit-hours = { $value ->
    [one] { $value } timme
   *[other] { $value } timmar
}
unit-weeks = { $value ->
    [one] { $value } vecka
   *[other] { $value } veckor
}
unit-days = { $value ->
    [one] { $value } dag
   *[other] { $value } dagar
}
unit-times = { $value ->
    [one] { $value } gång
   *[other] { $value } gånger
}
unit-groups = { $value ->
    [one] { $value } grupp
   *[other] { $value } grupper
}
unit-meeting-places = { $value ->
    [one] { $value } mötesplats
   *[other] { $value } mötesplatser
}
unit-activities = { $value ->
    [one] { $value } aktivitet
   *[other] { $value } aktiviteter
}
unit-brochures = { $value ->
    [one] { $value } broschyr
   *[other] { $value } broschyrer
}
unit-languages = { $value ->
    [one] { $value } språk
   *[other] { $value } språk
}
unit-companies = { $value ->
    [one] { $value } företag
   *[other] { $value } företag
}
unit-courses = { $value ->
    [one] { $value } kurs
   *[other] { $value } kurser
}
unit-pages = { $value ->
    [one] { $value } sida
   *[other] { $value } sidor
}
unit-kr = { $value } kronor
# A number without a unit.
unit-none = { $value }

## Targets. $value comes with its unit.

target-at-least = Minst { $value }
target-at-least-by = Minst { $value } senast { $by }
target-at-most = Högst { $value }
target-at-most-by = Högst { $value } senast { $by }
target-range = Mellan { $min } och { $max }
target-range-by = Mellan { $min } och { $max } senast { $by }
# $per is one of the words quota-per-…
target-quota = Minst { $value } { $per }
target-quota-during = Minst { $value } { $per }, { $during }
target-quota-range = { $min } till { $max } { $per }
target-cumulative = Minst { $value } totalt under { $during }
target-milestone = Klart senast { $by }
target-milestone-undated = Ska bli klart
target-increase = Ska öka
target-increase-by = Ska ha ökat senast { $by }
target-decrease = Ska minska
target-decrease-by = Ska ha minskat senast { $by }
target-every-place = Minst { $value } i varje område
target-every-place-by = Minst { $value } i varje område senast { $by }
# $name is what is measured, $target a target such as "at least 60 % by 2010".
target-of = { $name }: { $target }
target-text = Målet är beskrivet med ord
target-deferred = Målet kommer senare
target-deferred-after = Målet kommer efter { $when }
quota-per-year = varje år
quota-per-half-year = varje halvår
quota-per-tertial = var fjärde månad
quota-per-quarter = varje kvartal
quota-per-month = varje månad
quota-per-term = varje termin
quota-per-period = under hela perioden
quota-per-day = varje dag
quota-per-person = för varje person

## Costs

cost-within-budget = Pengarna finns redan i budgeten
cost-external = Andra betalar
cost-missing = Det står inte vad det kostar
cost-amount = { $amount }
cost-amount-about = Ungefär { $amount }
cost-range = { $min } till { $max }
cost-conditional = { $amount }, men det beror på andra beslut
cost-conditional-open = Det beror på andra beslut
# $amount is a sum, $per a list such as "per year and per place".
cost-per = { $amount } { $per }
cost-years = { $amount }, { $years }
cost-per-one-off = en gång
cost-per-year = varje år
cost-per-place = för varje plats
cost-per-person = för varje person
cost-per-meeting-place = för varje mötesplats
amount-sek = { $value } kronor
amount-other = { $value } { $currency }

## How an assignment is followed up

plan-cadence = Uppföljning { $cadence }
plan-programme = Uppföljning { $cadence }. Det gäller hela programmet.
plan-lead = Ansvarig: { $lead }
plan-reports-to = Uppföljningen går till: { $to }
cadence-year = varje år
cadence-half-year = varje halvår
cadence-tertial = var fjärde månad
cadence-quarter = varje kvartal
cadence-term = varje termin
cadence-biennial = vartannat år
cadence-once = en gång
cadence-continuous = hela tiden

## What the figures say. $from and $to come with their units.

finding-increased = { $name } ökade. Värdet för { $first } var { $from }. Värdet för { $last } var { $to }.
finding-decreased = { $name } minskade. Värdet för { $first } var { $from }. Värdet för { $last } var { $to }.
finding-unchanged = { $name } är oförändrat. Värdet för { $first } var { $to }. Värdet för { $last } var också { $to }.
finding-single = { $name }: värdet för { $last } var { $to }.
finding-none = { $name }: det finns inga värden än.
finding-withheld = { $name }: vi visar inte värdena. De handlar om mycket få personer.
finding-target = Målet är { $target }.
finding-places = { $total ->
    [one] { $below } av { $total } område ligger under { $limit }.
   *[other] { $below } av { $total } områden ligger under { $limit }.
}
finding-places-missing = { $count ->
    [one] Ingen har mätt i { $count } område.
   *[other] Ingen har mätt i { $count } områden.
}
# Description of a chart for those who cannot see it. $from and $to are periods.
chart-description = Diagrammet visar värdena från { $from } till { $to }. Tiden går från vänster till höger. Alla värden finns i tabellen.
chart-series-total = Totalt
chart-target = Mål: { $value }
chart-table-caption = { $name }, värden för varje period
chart-table-caption-areas = { $name }, värden för varje område
chart-table-caption-bodies = { $name }, värden för varje ansvarig
# $unit is a word such as "%".
chart-value = Värde
data-csv = Ladda ner siffrorna som en fil
missing-value = saknas
preliminary-value = { $value }, kan ändras
not-measured = ingen har mätt

## How a status was worked out

input-baseline = Värdet från början
input-latest = Senaste värdet
input-target = Mål
input-required = Så mycket behövdes vid senaste mätningen
input-growth = Så mycket har värdet ändrats varje år
input-growth-required = Så mycket måste värdet ändras varje år
input-ratio = Det första delat med det andra
input-coefficient = Lättare krav nära det högsta värdet
input-score = Poäng, från minus 5 till 5
input-pace = Hur fort det går jämfört med planen
input-below = Områden under målet
input-unmeasured = Områden där ingen har mätt
# A value and when it is from.
input-value-at = { $value } för { $period }
rule-line = Regel: Vi drar en rak linje från värdet i början till målet. Linjen visar hur fort det ska gå. Minst 95 procent av takten är enligt plan. Mellan 60 och 95 procent är efter plan. Under 60 procent är långt efter.
rule-hold = Regel: Målet var nått från början. Det ska fortsätta att vara nått.
rule-level = Regel: Vi jämför det senaste värdet med målet.
rule-past-due = Regel: Tiden är slut. Därför jämför vi värdet vid slutet med målet.
rule-open-sdg = Regel: Vi räknar ut hur mycket värdet har ändrats varje år. Vi jämför med hur mycket det måste ändras för att nå målet. Så räknar Open SDG. Minst 95 procent är enligt plan. Mellan 60 och 95 procent är efter plan. Under 60 procent är långt efter.
rule-open-sdg-growth = Regel: Det finns inget mål. Därför bedömer vi bara hur mycket värdet har ändrats varje år. Så räknar Open SDG. Minst 1,5 procent är enligt plan. Mellan 0,5 och 1,5 procent är efter plan. Under 0,5 procent är långt efter.
rule-trend = Regel: Vi jämför det senaste värdet med det första.
rule-quota = Regel: Vi jämför varje period med målet för perioden. Den senaste hela perioden avgör.
rule-pro-rata = Regel: Perioden är inte slut. Därför jämför vi värdet med en del av målet. Delen beror på hur lång tid som har gått.
rule-cumulative = Regel: Vi lägger ihop värdena. Sedan jämför vi med målet för hela tiden.
rule-milestone = Regel: Vi jämför två dagar. Den ena är dagen då det blev klart. Den andra är dagen då det skulle vara klart.
rule-none = Det finns inget att räkna på.
rule-places = Regel: Vi bedömer varje område för sig. Målet är uppnått när alla områden har nått det.
rule-same = Målet är samma som ”{ $target }”.

## Programmes, goals, decisions

form-programme = Program
form-plan = Plan
form-strategy = Strategi
form-policy = Policy
form-action-plan = Plan för vad som ska göras
level-vision = Vision
level-council = Mål från kommunfullmäktige
level-strategy = Strategiskt mål
level-sub-goal = Delmål
level-focus = Viktigt område
level-joint = Gemensamt uppdrag till alla
decision-adopted = Beslutat
decision-revised = Ändrat
decision-target-changed = Målet ändrat
decision-repealed = Gäller inte längre
# A target was set by a decision: kind and date.
decision-on = { $kind } { $date }
fact-form = Typ av dokument
fact-valid = Gäller
fact-owner = Beslutat av
fact-direction = Det här är bra
direction-up = Ju högre desto bättre
direction-down = Ju lägre desto bättre
fact-source = Källa
fact-method = Så mäts det
fact-population = Vilka det gäller
cell-goal = Mål
cell-assignment = Uppdrag
cell-follow-up = Uppföljning
cell-target = Ambitionsnivå eller mål
cell-cost = Kostnad
cell-schedule = När det ska göras
cell-responsible = Ansvarig
lead-all = Alla ansvariga
area-column = Område
status-column = Bedömning
period-column = Period
all-follow-ups = Alla uppföljningar

## Accessibility statement

statement-status = Följer webbplatsen lagen?
statement-full = Webbplatsen följer hela lagen om tillgänglighet till digital offentlig service
statement-partial = Webbplatsen följer delar av lagen om tillgänglighet till digital offentlig service
statement-none = Webbplatsen följer inte lagen om tillgänglighet till digital offentlig service
statement-reviewed = Senaste kontrollen
statement-method = Så har vi testat
statement-report = Berätta om fel
statement-report-text = Berätta för oss om något inte fungerar. Du kan också be att få innehållet på ett annat sätt.
statement-supervision = Vem kontrollerar
statement-supervision-text = Myndigheten för digital förvaltning kontrollerar att lagen följs. Är du inte nöjd med svaret? Då kan du anmäla det till myndigheten på { $address }.

## Follow-up: what is late, what has changed, reports as a whole.

coverage-late = { $count ->
    [one] { $count } försenad
   *[other] { $count } försenade
}
late-sentence = { $count ->
    [0] Inget är försenat.
    [one] { $count } uppföljning är försenad.
   *[other] { $count } uppföljningar är försenade.
}
reports-caption = Rapporter från varje ansvarig i varje period
# A whole report that is late. $name is who owes it.
late-report = Rapport från { $name }
# How many of the sections that a report must hold are there.
report-sections = { $there } av { $all } avsnitt
# Heading. $period is a year.
changes-title = Ändrat sedan { $period }
changes-sentence = { $count ->
    [0] Läget är samma för alla mål och uppdrag.
    [one] Läget har ändrats för { $count } mål eller uppdrag.
   *[other] Läget har ändrats för { $count } mål och uppdrag.
}
figures-sentence = { $count ->
    [one] { $count } siffra har nytt värde.
   *[other] { $count } siffror har nytt värde.
}
# A person has set another judgement than the figures give. $role is a role, $date a day.
overruled-sentence = En person har gjort bedömningen: { $role }, { $date }.

## Figures that were approved and frozen.

approved-on = Siffrorna godkändes { $date }.
# $decision is a decision in the words of the record.
approved-by = Siffrorna godkändes { $date }: { $decision }.
approved-changed = { $count ->
    [0] Inget har ändrats sedan dess.
    [one] { $count } uppgift har ändrats sedan dess.
   *[other] { $count } uppgifter har ändrats sedan dess.
}
approved-changes = Ändrat sedan siffrorna godkändes
approved-figures = Värdena när de godkändes
approved-what = Uppgift
approved-then = Då
approved-now = Nu
# $name is a goal or assignment.
approved-follow-up = { $name }, uppföljning { $period }
# Between parts of a name.
list-comma = { ", " }

## Charts by place and by sex.

sex-women = Kvinnor
sex-men = Män
# Lowest and highest value of several places or bodies.
finding-spread = { $name }, { $period }. Lägst: { $from } ({ $lowest }). Högst: { $to } ({ $highest }).
finding-one = { $name }, { $period }: { $to } ({ $highest }).
bars-description = Diagrammet visar värdena för { $period }. Varje värde är en liggande stapel. Alla värden finns i tabellen.
dots-description = Diagrammet visar det senaste värdet för varje område. Varje värde är en punkt. Målet är ett streck. Alla värden finns i tabellen.
dots-met = Når målet
dots-not-met = Når inte målet
chart-table-caption-sexes = { $name }, värden för kvinnor och män
chart-table-caption-latest = { $name }, värden för { $period }
body-column = Ansvarig
# Where the definition of a figure changed, in a chart.
chart-break = Nytt sätt att mäta
break-note = Nytt sätt att mäta från { $period }: { $text }
# In place of a value about so few people that it is not published.
withheld-value = visas inte
withheld-note = Vi visar inte värden om mycket få personer. Vi visar inte heller de värden som de kan räknas ut från.
not-applicable-value = gäller inte
revised-value = { $value }, har ändrats

## Open data: address, page, tables, columns and feed

slug-open-data = oppna-data
open-data-title = Siffror att ladda ner
open-data-summary = Här kan du ladda ner programmet, siffrorna och uppföljningarna. Du får använda dem.
open-data-tables = Tabeller
open-data-indicators = Ett mått i taget
open-data-descriptions = Filer för datorer
open-data-licence = Regler för att använda siffrorna
open-data-rows = Rader
open-data-package = Alla tabeller och kolumner (Data Package)
open-data-catalogue = Katalog för dataportaler (DCAT-AP-SE)
feed-title = Nya uppföljningar
feed-summary = Det här är de nyaste uppföljningarna.
# Title of a follow-up in the feed.
feed-entry = { $name }, { $period }: { $state }
data-format-excel = Fil för Excel (CSV)
data-format-csv = Fil för datorer (CSV)
data-format-json = Fil för datorer (JSON)
data-observations = Alla siffror
data-observations-text = Siffrorna för alla mått.
data-follow-ups = Uppföljningar
data-follow-ups-text = Det som de ansvariga har skrivit om målen och uppdragen.
data-assignments = Uppdrag
data-assignments-text = Alla uppdrag och hur det går.
data-goals = Mål
data-goals-text = Alla mål och hur det går.
data-targets = Målnivåer
data-targets-text = Det som ska nås och hur det går.
data-duties = Rapportering
data-duties-text = Vilka uppföljningar som ska lämnas och vilka som har kommit.
data-sections = Rapporter
data-sections-text = Det som de ansvariga har skrivit i sina rapporter.
data-bodies = Ansvariga
data-bodies-text = Koder och namn på dem som ansvarar för uppdragen.
data-areas = Områden
data-areas-text = Koder och namn på områdena.
data-indicators = Mått
data-indicators-text = Kod, namn, enhet och källa för varje mått.
data-indicator-text = Siffrorna för ett mått.
data-final = Slutlig
data-preliminary = Preliminär
data-revised = Ändrad
data-confidential = Hemlig
data-empty = inget värde
data-in-force = Gäller
data-struck = Borttaget
data-at-least = Minst
data-at-most = Högst
data-form-level = Nivå
data-form-share = Andel
data-form-quota = Antal per period
data-form-cumulative = Summa
data-form-range = Mellan två tal
data-form-milestone = Klart till ett datum
data-form-direction = Riktning
data-form-every-place = Nivå i varje område
data-form-text = I ord
data-form-deferred = Sätts senare
data-indicator-level = Läge vid en tidpunkt
data-indicator-flow = Antal under en period
data-indicator-ratio = Andel
data-indicator-index = Index
data-indicator-binary = Ja eller nej
column-title = Titel
column-indicator = Mått
column-period-start = Periodens första dag
column-period-end = Periodens sista dag
column-body = Ansvarig
column-sex = Kön
column-numerator = Täljare
column-denominator = Nämnare
column-finality = Hur säkert värdet är
column-note = Kommentar
column-state = Hur långt arbetet har kommit
column-forecast = Prognos
column-section = Avsnitt
column-text = Text
column-evidence = Underlag
column-date = Datum
column-role = Lämnad av
column-grounds = Skäl till egen bedömning
column-due = Sista dag att lämna
column-received = Kom in
column-id = Kod
column-number = Nummer
column-validity = Gäller uppdraget?
column-reporting = Rapportering
column-confirmed = Tolkningen är bekräftad
column-address = Webbadress
column-level = Nivå
column-decision = Beslut
column-reason = Varför det inte är bedömt
column-owner = Hör till
column-form = Typ av mål
column-bound = Villkor
column-max = Övre gräns
column-unit = Enhet
column-per = För varje
column-by = Senast
column-during = Under perioden
column-supersedes = Ersätter
column-same-as = Samma som
column-in-force = Gäller
column-rule = Regel
column-t0 = Utgångsvärdets tidpunkt, år med decimaler
column-period0 = Utgångsvärdets period
column-ti = Senaste värdets tidpunkt, år med decimaler
column-periodi = Senaste värdets period
column-tt = Målets tidpunkt, år med decimaler
column-margin = Avstånd till målet
column-decimals = Decimaler
column-kind = Typ av mått

## Long lists are divided into parts, each on a page of its own.

# Parts of addresses: small letters a–z, digits and hyphens only.
slug-list = lista
slug-list-goals = lista-mal
slug-list-assignments = lista-uppdrag
slug-list-indicators = lista-matt
slug-list-follow-ups = lista-uppfoljningar
slug-list-duties = lista-planerade
slug-list-charts = lista-diagram
slug-list-changes = lista-andringar
slug-list-reports = lista-rapporter
slug-list-coverage = lista-lamnade
slug-list-report-coverage = lista-lamnade-rapporter
slug-list-late = lista-forsenade
slug-list-approved-changes = lista-andrade-siffror
slug-list-approved = lista-faststallda
# Name of the list of goals and assignments that have another status than before.
list-changes = Ändringar
# Title of a part: the page's title, then which part: "Assignments: Health committee, 1–50".
part-title = { $page }: { $part }
# The first and the last row of a part, as numbers or by their first letters.
part-range = { $from } till { $to }
# The first and the last of several departments.
part-groups = { $from } – { $to }
# Heading of a part: its rows, of how many.
part-of = { $from } till { $to } av { $all }
# Below the first rows of a list, before the links to its parts.
part-shown = Du ser { $from } till { $to } av { $all }.
# Links to a page that has all rows.
all-goals = Alla mål ({ $count })
all-bodies = Alla ansvariga ({ $count })
all-areas = Alla områden ({ $count })
all-indicators = Alla mått ({ $count })
all-assignments = Alla uppdrag ({ $count })
all-late = Alla försenade uppföljningar ({ $count })
# How many pages a branch of the site map has.
page-count = { $count ->
    [one] { $count } sida
   *[other] { $count } sidor
}
