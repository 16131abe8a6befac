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
progress-summary = Här ser du hur det går med målen och uppdragen, och vilka uppföljningar som har lämnats.
period-title = Uppföljning { $period }
coverage-title = Vem har lämnat uppföljning?
coverage-summary = Tabellen visar vilka uppföljningar varje ansvarig skulle lämna och hur många som har kommit.
letters-title = Alla sidor från A till Ö
sitemap-title = Webbkarta
languages-title = Språk på webbplatsen
languages-summary = Så många sidor finns på varje språk.
statement-title = Tillgänglighetsredogörelse
not-found-title = Sidan finns inte
not-found-text = Sidan kan ha flyttats eller tagits bort. Börja om från startsidan eller leta i webbkartan.
# Name of a table in a text, read by screen readers.
table-name = Tabell { $number }

## Notices

notice-demo = Det här är en demonstration, gjord av ett offentligt dokument. Det är inte kommunens egen webbplats. Siffrorna är exempel om inget annat anges.
notice-draft = Det här är ett utkast. Det är inte publicerat.
# Shown when a page is missing in the reader's language. $language is the name of the language it is shown in.
notice-fallback = Den här sidan finns inte på svenska. Texten visas på { $language }.
notice-machine = Texten är översatt av en maskin { $date }. Ingen har granskat den. Den svenska texten gäller.
notice-machine-undated = Texten är översatt av en maskin. Ingen har granskat den. Den svenska texten gäller.
# In the language list, after a language that the page is missing in. Keep it short.
picker-untranslated = inte översatt
# Links between a page and its easy-read version.
twin-simple = Lättläst svenska
twin-standard = Den vanliga texten
# In the footer.
footer-accessibility = Anmäl fel i tillgängligheten

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
fulfilment-baseline = Utgångsläge
fulfilment-not-assessed = Ej bedömt

## Why something is not assessed

reason-no-target = Det finns inget mätbart mål.
reason-target-set-later = Målet sätts senare.
reason-no-baseline = Utgångsvärde saknas.
reason-no-measurement = Mätning saknas.
reason-too-old-measurement = Mätningen är för gammal.
reason-not-due = Det har inte inträffat än.
reason-confidential = Uppgiften är sekretessbelagd.
reason-method-change = Sättet att mäta har ändrats.
reason-not-applicable = Ej tillämpligt denna period: ingen hörde till dem som räknas.
reason-not-computable = Metoden ger inget svar för de här siffrorna.

## Status: follow-ups

reporting-received = Lämnad
reporting-expected = Väntas
reporting-late = Försenad
reporting-none = Ingen krävs
reporting-partly = Delvis lämnad
coverage = { $owed ->
    [one] { $received } av { $owed } uppföljning lämnad
   *[other] { $received } av { $owed } uppföljningar lämnade
}
# The same for the whole programme, as a sentence.
coverage-sentence = { $owed ->
    [one] { $received } av { $owed } uppföljning har lämnats.
   *[other] { $received } av { $owed } uppföljningar har lämnats.
}
# Follow-ups are owed, but none of them is due yet.
coverage-expected = Uppföljning väntas
coverage-none = Ingen uppföljning krävs
assignment-count = { $count ->
    [one] { $count } uppdrag
   *[other] { $count } uppdrag
}
as-of = Läget den { $date }.
# The last day for a follow-up.
due-by = Sista dag: { $date }
# Name of a bar, read by screen readers. $items is a list such as "3 met, 2 behind".
distribution-name = Fördelning: { $items }
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
period-interval = { $from }–{ $to }
period-open = från { $from }

## Units

unit-percent = { $value } %
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
unit-kr = { $value } kr
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
target-cumulative = Sammanlagt minst { $value } under { $during }
target-milestone = Klart senast { $by }
target-milestone-undated = Ska bli klart
target-increase = Ska öka
target-increase-by = Ska öka till { $by }
target-decrease = Ska minska
target-decrease-by = Ska minska till { $by }
target-every-place = Minst { $value } i varje område
target-every-place-by = Minst { $value } i varje område senast { $by }
# $name is what is measured, $target a target such as "at least 60 % by 2010".
target-of = { $name }: { $target }
target-text = Målet är beskrivet i ord
target-deferred = Målet sätts senare
target-deferred-after = Målet sätts efter { $when }
quota-per-year = per år
quota-per-half-year = per halvår
quota-per-tertial = per tertial
quota-per-quarter = per kvartal
quota-per-month = per månad
quota-per-term = per termin
quota-per-period = under hela perioden
quota-per-day = per dag
quota-per-person = per person

## Costs

cost-within-budget = Ryms inom den vanliga budgeten
cost-external = Betalas av andra
cost-missing = Kostnaden anges inte
cost-amount = { $amount }
cost-amount-about = Ungefär { $amount }
cost-range = { $min } till { $max }
cost-conditional = { $amount }, beroende på andra beslut
cost-conditional-open = Beror på andra beslut
# $amount is a sum, $per a list such as "per year and per place".
cost-per = { $amount } { $per }
cost-years = { $amount }, { $years }
cost-per-one-off = en gång
cost-per-year = per år
cost-per-place = per plats
cost-per-person = per person
cost-per-meeting-place = per mötesplats
amount-sek = { $value } kronor
amount-other = { $value } { $currency }

## How an assignment is followed up

plan-cadence = Följs upp { $cadence }
plan-programme = Följs upp { $cadence }, som hela programmet
plan-lead = Ansvarig: { $lead }
plan-reports-to = Rapporteras till: { $to }
cadence-year = varje år
cadence-half-year = varje halvår
cadence-tertial = varje tertial
cadence-quarter = varje kvartal
cadence-term = varje termin
cadence-biennial = vartannat år
cadence-once = en gång
cadence-continuous = löpande

## What the figures say. $from and $to come with their units.

finding-increased = { $name } ökade från { $from } ({ $first }) till { $to } ({ $last }).
finding-decreased = { $name } minskade från { $from } ({ $first }) till { $to } ({ $last }).
finding-unchanged = { $name } är oförändrat { $to } från { $first } till { $last }.
finding-single = { $name }: { $to } ({ $last }).
finding-none = { $name }: det finns inga värden än.
finding-withheld = { $name }: värdena visas inte, eftersom de gäller mycket få personer.
finding-target = Målet är { $target }.
finding-places = { $total ->
    [one] { $below } av { $total } område ligger under { $limit }.
   *[other] { $below } av { $total } områden ligger under { $limit }.
}
finding-places-missing = { $count ->
    [one] För { $count } område finns ingen mätning.
   *[other] För { $count } områden finns ingen mätning.
}
# Description of a chart for those who cannot see it. $from and $to are periods.
chart-description = Diagrammet visar värdena från { $from } till { $to }. Tiden går från vänster till höger. Alla värden finns i tabellen.
chart-series-total = Totalt
chart-target = Mål: { $value }
chart-table-caption = { $name }, värden per period
chart-table-caption-areas = { $name }, värden per område och period
chart-table-caption-bodies = { $name }, värden per ansvarig och period
# $unit is a word such as "%".
chart-value = Värde
data-csv = Ladda ner som CSV
missing-value = saknas
preliminary-value = { $value } (preliminärt)
not-measured = ingen mätning

## How a status was worked out

input-baseline = Utgångsvärde
input-latest = Senaste värdet
input-target = Mål
input-required = Behövdes vid senaste mätningen
input-growth = Årlig tillväxt hittills
input-growth-required = Årlig tillväxt som behövs
input-ratio = Kvot mellan dem
input-coefficient = Lättnad nära högsta möjliga värde
input-score = Poäng, från −5 till 5
input-pace = Takt jämfört med planen
input-below = Områden under målet
input-unmeasured = Områden utan mätning
# A value and when it is from.
input-value-at = { $value } ({ $period })
rule-line = Regel: utvecklingen jämförs med en rak linje från utgångsvärdet till målet. Minst 95 % av takten är enligt plan, 60–95 % är efter plan, under 60 % är långt efter.
rule-hold = Regel: målet var nått från början och ska behållas.
rule-level = Regel: det senaste värdet jämförs med målet.
rule-past-due = Regel: tiden har gått ut, så värdet vid slutet jämförs med målet.
rule-open-sdg = Regel: den årliga tillväxten hittills jämförs med den som skulle behövas för att nå målet (Open SDG:s metod). Minst 95 % av den är enligt plan, 60–95 % är efter plan, under 60 % är långt efter.
rule-open-sdg-growth = Regel: den årliga tillväxten bedöms för sig, eftersom det inte finns något mål (Open SDG:s metod). Minst 1,5 % är enligt plan, 0,5–1,5 % är efter plan, under 0,5 % är långt efter.
rule-trend = Regel: det senaste värdet jämförs med det första.
rule-quota = Regel: varje period jämförs med målet för perioden. Den senaste hela perioden avgör.
rule-pro-rata = Regel: perioden är inte slut, så värdet jämförs med den del av målet som motsvarar tiden.
rule-cumulative = Regel: värdena läggs ihop och jämförs med målet för hela tiden.
rule-milestone = Regel: den dag det blev klart jämförs med den dag det skulle vara klart.
rule-none = Det finns inget att räkna på.
rule-places = Regel: varje område bedöms för sig. Målet är uppnått när alla områden har nått det.
rule-same = Målet är detsamma som ”{ $target }”.

## Programmes, goals, decisions

form-programme = Program
form-plan = Plan
form-strategy = Strategi
form-policy = Policy
form-action-plan = Handlingsplan
level-vision = Vision
level-council = Kommunfullmäktiges mål
level-strategy = Strategiskt mål
level-sub-goal = Delmål
level-focus = Fokusområde
level-joint = Gemensamt uppdrag till alla
decision-adopted = Antaget
decision-revised = Reviderat
decision-target-changed = Mål ändrat
decision-repealed = Upphävt
# A target was set by a decision: kind and date.
decision-on = { $kind } { $date }
fact-form = Typ av dokument
fact-valid = Gäller
fact-owner = Beslutat av
fact-direction = Bra utveckling
direction-up = Ju högre desto bättre
direction-down = Ju lägre desto bättre
fact-source = Källa
fact-method = Så mäts det
fact-population = Gäller
cell-goal = Mål
cell-assignment = Uppdrag
cell-follow-up = Uppföljning
cell-target = Ambitionsnivå eller mål
cell-cost = Kostnad
cell-schedule = Tidplan
cell-responsible = Ansvarig
lead-all = Alla ansvariga
area-column = Område
status-column = Bedömning
period-column = Period
all-follow-ups = Alla uppföljningar

## Accessibility statement

statement-status = Hur tillgänglig är webbplatsen?
statement-full = Helt förenlig med lagen om tillgänglighet till digital offentlig service
statement-partial = Delvis förenlig med lagen om tillgänglighet till digital offentlig service
statement-none = Inte förenlig med lagen om tillgänglighet till digital offentlig service
statement-reviewed = Senast genomgången
statement-method = Så har vi testat
statement-report = Anmäl fel
statement-report-text = Berätta om du hittar något som inte fungerar. Du kan också be om innehållet på ett annat sätt.
statement-supervision = Tillsyn
statement-supervision-text = Myndigheten för digital förvaltning har tillsyn över lagen. Är du inte nöjd med svaret kan du anmäla till myndigheten på { $address }.

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
reports-caption = Rapporter per ansvarig och period
# A whole report that is late. $name is who owes it.
late-report = Rapport från { $name }
# How many of the sections that a report must hold are there.
report-sections = { $there } av { $all } avsnitt
# Heading. $period is a year.
changes-title = Ändrat sedan { $period }
changes-sentence = { $count ->
    [0] Inget mål eller uppdrag har fått ny status.
    [one] { $count } mål eller uppdrag har fått ny status.
   *[other] { $count } mål och uppdrag har fått ny status.
}
figures-sentence = { $count ->
    [one] { $count } siffra har nytt värde.
   *[other] { $count } siffror har nytt värde.
}
# A person has set another judgement than the figures give. $role is a role, $date a day.
overruled-sentence = Bedömningen är satt för hand av { $role }, { $date }.

## Figures that were approved and frozen.

approved-on = Siffrorna fastställdes { $date }.
# $decision is a decision in the words of the record.
approved-by = Siffrorna fastställdes { $date }: { $decision }.
approved-changed = { $count ->
    [0] Inget har ändrats sedan dess.
    [one] { $count } uppgift har ändrats sedan dess.
   *[other] { $count } uppgifter har ändrats sedan dess.
}
approved-changes = Ändrat sedan siffrorna fastställdes
approved-figures = Värden som de fastställdes
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
finding-spread = { $name }, { $period }: från { $from } ({ $lowest }) till { $to } ({ $highest }).
finding-one = { $name }, { $period }: { $to } ({ $highest }).
bars-description = Diagrammet visar värdena { $period } som liggande staplar. Alla värden finns i tabellen.
dots-description = Diagrammet visar varje områdes senaste värde som en punkt, och målet som ett streck. Alla värden finns i tabellen.
dots-met = Når målet
dots-not-met = Når inte målet
chart-table-caption-sexes = { $name }, värden per kön och period
chart-table-caption-latest = { $name }, värden { $period }
body-column = Ansvarig
# Where the definition of a figure changed, in a chart.
chart-break = Ny definition
break-note = Ny definition från { $period }: { $text }
# In place of a value about so few people that it is not published.
withheld-value = visas inte
withheld-note = Värden om mycket få personer visas inte, och inte heller de värden som de kan räknas ut från.
not-applicable-value = ej tillämpligt
revised-value = { $value } (reviderat)

## Open data: address, page, tables, columns and feed

slug-open-data = oppna-data
open-data-title = Öppna data
open-data-summary = Här finns programmet, måtten och uppföljningarna som tabeller som du får ladda ner och använda.
open-data-tables = Tabeller
open-data-indicators = Ett mått i taget
open-data-descriptions = Beskrivningar för datorer
open-data-licence = Licens
open-data-rows = Rader
open-data-package = Alla tabeller och kolumner (Data Package)
open-data-catalogue = Katalog för dataportaler (DCAT-AP-SE)
feed-title = Nya uppföljningar
feed-summary = De senaste uppföljningarna av mål och uppdrag.
# Title of a follow-up in the feed.
feed-entry = { $name }, { $period }: { $state }
data-format-excel = CSV för Excel
data-format-csv = CSV (RFC 4180)
data-format-json = JSON
data-observations = Mätvärden
data-observations-text = Värden för alla mått, efter period, område, ansvarig och kön.
data-follow-ups = Uppföljningar
data-follow-ups-text = Det som har rapporterats om varje mål och uppdrag, period för period.
data-assignments = Uppdrag
data-assignments-text = Uppdragen med beslutad text, ansvarig, läge och bedömning.
data-goals = Mål
data-goals-text = Målen med beslutad text och bedömning.
data-targets = Målnivåer
data-targets-text = Det som ska nås, hur det går och de tal som bedömningen räknades ut från.
data-duties = Rapportering
data-duties-text = Vilka uppföljningar som ska lämnas, när de senast ska lämnas och om de har kommit.
data-sections = Rapporter
data-sections-text = Vad de ansvariga har skrivit i varje avsnitt av sina rapporter.
data-bodies = Ansvariga
data-bodies-text = Koder och namn på dem som ansvarar för uppdragen.
data-areas = Områden
data-areas-text = Koder och namn på områdena.
data-indicators = Mått
data-indicators-text = Kod, namn, enhet och källa för varje mått.
data-indicator-text = Värden för ett mått, efter period, område, ansvarig och kön.
data-final = Slutlig
data-preliminary = Preliminär
data-revised = Ändrad
data-confidential = Sekretess
data-empty = inget värde
data-in-force = Gäller
data-struck = Borttaget
data-at-least = Minst
data-at-most = Högst
data-form-level = Nivå
data-form-share = Andel
data-form-quota = Antal per period
data-form-cumulative = Summa
data-form-range = Intervall
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
column-finality = Värdets status
column-note = Kommentar
column-state = Genomförande
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
column-validity = Giltighet
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
part-range = { $from }–{ $to }
# The first and the last of several departments.
part-groups = { $from } – { $to }
# Heading of a part: its rows, of how many.
part-of = { $from }–{ $to } av { $all }
# Below the first rows of a list, before the links to its parts.
part-shown = Här visas { $from }–{ $to } av { $all }.
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
