### Texts that the program itself puts into pages: titles, addresses, statuses, periods, targets, notices.
### Ids are the same in all languages; translate what stands after the equals sign. Words beginning with $ are values.

## Parts of addresses: small letters a–z, digits and hyphens only

slug-progress = progress
slug-coverage = coverage
slug-letters = a-z
slug-sitemap = sitemap
slug-languages = languages
slug-statement = accessibility-statement

## Titles

# Title in the browser's tab: page, then site.
head-title = { $page } – { $site }
nav-start = መእተዊ ገጽ
nav-programme = እቲ ፕሮግራም
goals-title = ሸቶታት
assignments-title = ዕማማት
bodies-title = ሓላፍነት ዘለዎም
areas-title = ከባቢታት
indicators-title = ኣመላኸቲ
news-title = ዜና
glossary-title = መብርሂ ቃላት
progress-title = ከመይ ይኸይድ ኣሎ
progress-summary = ኣብዚ ሸቶታትን ዕማማትን ከመይ ይኸዱ ከም ዘለዉን ኣየኖት ክትትላት ከም ዝቐረቡን ትርእዩ።
period-title = ክትትል { $period }
coverage-title = ክትትል ዘቕረበ መን እዩ?
coverage-summary = እቲ ሰንጠረዥ ሓላፍነት ዘለዎ ነፍሲ ወከፍ ክፍሊ ምምሕዳር ኣየኖት ክትትላት ከቕርብ ከም ዝነበሮን ክንደይ ከም ዝቐረቡን የርኢ።
letters-title = ኩሎም ገጻት ብተርታ ፊደላት
sitemap-title = ካርታ መርበብ ሓበሬታ
languages-title = ቋንቋታት ኣብዚ መርበብ ሓበሬታ
languages-summary = ብነፍሲ ወከፍ ቋንቋ ክንደይ ገጻት ከም ዘለዉ።
statement-title = መግለጺ ተበጻሕነት
not-found-title = እዚ ገጽ የለን
not-found-text = እቲ ገጽ ቦታኡ ቀይሩ ወይ ተኣልዩ ክኸውን ይኽእል። ካብ መእተዊ ገጽ ጀምሩ ወይ ኣብ ካርታ መርበብ ሓበሬታ ድለዩ።
# Name of a table in a text, read by screen readers.
table-name = ሰንጠረዥ { $number }

## Notices

notice-demo = እዚ መርኣያ ጥራይ እዩ፡ ካብ ንህዝቢ ክፉት ሰነድ ዝተሰርሐ። ናይቲ ኮሙን ናይ ገዛእ ርእሱ መርበብ ሓበሬታ ኣይኮነን። ካልእ እንተዘይተባሂሉ፡ እቶም ቁጽርታት ኣብነታት እዮም።
notice-draft = እዚ ንድፊ ጽሑፍ እዩ። ገና ኣይተዘርግሐን።
# Shown when a page is missing in the reader's language. $language is the name of the language it is shown in.
notice-fallback = እዚ ገጽ ብትግርኛ የለን። እቲ ጽሑፍ ብቋንቋ { $language } ይርአ ኣሎ።
notice-machine = እዚ ጽሑፍ ብ{ $date } ብማሽን ተተርጕሙ። ዝመርመሮ ሰብ የለን። እቲ ቅቡል ጽሑፍ እቲ ብሽወደንኛ ዝተጻሕፈ እዩ።
notice-machine-undated = እዚ ጽሑፍ ብማሽን ተተርጕሙ። ዝመርመሮ ሰብ የለን። እቲ ቅቡል ጽሑፍ እቲ ብሽወደንኛ ዝተጻሕፈ እዩ።
# In the language list, after a language that the page is missing in. Keep it short.
picker-untranslated = ኣይተተርጐመን
# Links between a page and its easy-read version.
twin-simple = ንምንባብ ቀሊል ሽወደንኛ
twin-standard = እቲ ልሙድ ጽሑፍ
# In the footer.
footer-accessibility = ጸገም ተበጻሕነት ሓብሩ

## Status: how far the work has come

implementation-not-started = ኣይተጀመረን
implementation-in-progress = ይካየድ ኣሎ
implementation-continuous = ቀጻሊ
implementation-done = ተዛዚሙ
implementation-paused = ንግዜኡ ደው ኢሉ
implementation-cancelled = ተቋሪጹ
implementation-replaced = ብኻልእ ተተኪኡ
implementation-unknown = ጸብጻብ ኣይቀረበን

## Status: how far the target is reached

fulfilment-met = ተበጺሑ
fulfilment-on-track = ከምቲ ውጥን
fulfilment-behind = ካብ ውጥን ዝደሓረ
fulfilment-far-behind = ኣዝዩ ዝደሓረ
fulfilment-wrong-direction = ናብ ግጉይ ኣንፈት
fulfilment-not-met = ኣይተበጽሐን
fulfilment-increasing = ይውስኽ ኣሎ
fulfilment-unchanged = ኣይተቐየረን
fulfilment-decreasing = ይንኪ ኣሎ
fulfilment-baseline = መበገሲ ኩነታት
fulfilment-not-assessed = ኣይተገምገመን

## Why something is not assessed

reason-no-target = ክዕቀን ዝኽእል ሸቶ የለን።
reason-target-set-later = እቲ ሸቶ ጸኒሑ ይውሰን።
reason-no-baseline = መበገሲ ቁጽሪ የለን።
reason-no-measurement = ዕቀን የለን።
reason-too-old-measurement = እቲ ዕቀን ኣዝዩ ኣረጊት እዩ።
reason-not-due = እቲ ፍጻመ ገና ኣይተፈጸመን።
reason-confidential = እቲ ሓበሬታ ምስጢር (sekretess) እዩ።
reason-method-change = ኣገባብ ዕቀን ተቐይሩ።
reason-not-applicable = ንዚ እዋን ኣይምልከቶን፦ ካብቶም ዝቝጸሩ ዝነበረ ሰብ የለን።
reason-not-computable = እቲ ኣገባብ ነዞም ቁጽርታት መልሲ ኣይህብን።

## Status: follow-ups

reporting-received = ቀሪቡ
reporting-expected = ትጽቢት ዝግበረሉ
reporting-late = ደንጕዩ
reporting-none = ኣየድልን
reporting-partly = ብኸፊል ቀሪቡ
coverage = { $owed ->
    [one] ካብ { $owed } ክትትል { $received } ቀሪቡ
   *[other] ካብ { $owed } ክትትላት { $received } ቀሪቦም
}
# The same for the whole programme, as a sentence.
coverage-sentence = { $owed ->
    [one] ካብ { $owed } ክትትል { $received } ቀሪቡ ኣሎ።
   *[other] ካብ { $owed } ክትትላት { $received } ቀሪቦም ኣለዉ።
}
# Follow-ups are owed, but none of them is due yet.
coverage-expected = ግዜ ክትትል ገና ኣይኣኸለን
coverage-none = ክትትል ኣየድልን
assignment-count = { $count ->
    [one] { $count } ዕማም
   *[other] { $count } ዕማማት
}
as-of = ኩነታት ብ{ $date }።
# The last day for a follow-up.
due-by = ናይ መወዳእታ መዓልቲ፦ { $date }
# Name of a bar, read by screen readers. $items is a list such as "3 met, 2 behind".
distribution-name = ምቕሊት፦ { $items }
distribution-item = { $label }፦ { $count }

## Periods

period-half-year = { $number ->
    [1] ቀዳማይ ፍርቂ ዓመት { $year }
   *[other] ካልኣይ ፍርቂ ዓመት { $year }
}
period-tertial = { $number }ይ ሲሶ ዓመት { $year }
period-quarter = { $number }ይ ርብዒ ዓመት { $year }
period-vt = ናይ ጽድያ ሰመስተር { $year }
period-ht = ናይ ቀውዒ ሰመስተር { $year }
period-school-year = ዓመተ ትምህርቲ { $from }/{ $to }
period-interval = { $from }–{ $to }
period-open = ካብ { $from } ጀሚሩ

## Units

unit-percent = { $value } ሚእታዊት
unit-index = { $value }
unit-count = { $value }
unit-people = { $value ->
    [one] { $value } ሰብ
   *[other] { $value } ሰባት
}
unit-places = { $value ->
    [one] { $value } ቦታ
   *[other] { $value } ቦታታት
}
unit-hours = { $value ->
    [one] { $value } ሰዓት
   *[other] { $value } ሰዓታት
}
unit-weeks = { $value ->
    [one] { $value } ሰሙን
   *[other] { $value } ሰሙናት
}
unit-days = { $value ->
    [one] { $value } መዓልቲ
   *[other] { $value } መዓልታት
}
unit-times = { $value ->
    [one] { $value } ግዜ
   *[other] { $value } ግዜ
}
unit-groups = { $value ->
    [one] { $value } ጉጅለ
   *[other] { $value } ጉጅለታት
}
unit-meeting-places = { $value ->
    [one] { $value } መራኸቢ ቦታ
   *[other] { $value } መራኸቢ ቦታታት
}
unit-activities = { $value ->
    [one] { $value } ንጥፈት
   *[other] { $value } ንጥፈታት
}
unit-brochures = { $value ->
    [one] { $value } ብሮሹር
   *[other] { $value } ብሮሹራት
}
unit-languages = { $value ->
    [one] { $value } ቋንቋ
   *[other] { $value } ቋንቋታት
}
unit-companies = { $value ->
    [one] { $value } ትካል
   *[other] { $value } ትካላት
}
unit-courses = { $value ->
    [one] { $value } ኮርስ
   *[other] { $value } ኮርሳት
}
unit-pages = { $value ->
    [one] { $value } ገጽ
   *[other] { $value } ገጻት
}
unit-kr = { $value } ክሮነር
# A number without a unit.
unit-none = { $value }

## Targets. $value comes with its unit.

target-at-least = እንተወሓደ { $value }
target-at-least-by = እንተወሓደ { $value } ክሳብ { $by }
target-at-most = እንተበዝሐ { $value }
target-at-most-by = እንተበዝሐ { $value } ክሳብ { $by }
target-range = ኣብ መንጎ { $min }ን { $max }ን
target-range-by = ኣብ መንጎ { $min }ን { $max }ን ክሳብ { $by }
# $per is one of the words quota-per-…
target-quota = እንተወሓደ { $value } { $per }
target-quota-during = እንተወሓደ { $value } { $per }፡ { $during }
target-quota-range = ካብ { $min } ክሳብ { $max } { $per }
target-cumulative = ብድምር እንተወሓደ { $value } ኣብ { $during }
target-milestone = ክሳብ { $by } ክዛዘም ኣለዎ
target-milestone-undated = ክዛዘም ኣለዎ
target-increase = ክውስኽ ኣለዎ
target-increase-by = ክሳብ { $by } ክውስኽ ኣለዎ
target-decrease = ክንኪ ኣለዎ
target-decrease-by = ክሳብ { $by } ክንኪ ኣለዎ
target-every-place = ኣብ ነፍሲ ወከፍ ከባቢ እንተወሓደ { $value }
target-every-place-by = ኣብ ነፍሲ ወከፍ ከባቢ እንተወሓደ { $value } ክሳብ { $by }
# $name is what is measured, $target a target such as "at least 60 % by 2010".
target-of = { $name }፦ { $target }
target-text = እቲ ሸቶ ብቃላት ተገሊጹ ኣሎ
target-deferred = እቲ ሸቶ ጸኒሑ ይውሰን
target-deferred-after = እቲ ሸቶ ድሕሪ { $when } ይውሰን
quota-per-year = ኣብ ዓመት
quota-per-half-year = ኣብ ፍርቂ ዓመት
quota-per-tertial = ኣብ ኣርባዕተ ወርሒ
quota-per-quarter = ኣብ ርብዒ ዓመት
quota-per-month = ኣብ ወርሒ
quota-per-term = ኣብ ሰመስተር
quota-per-period = ኣብ ምሉእ እቲ እዋን
quota-per-day = ኣብ መዓልቲ
quota-per-person = ንነፍሲ ወከፍ ሰብ

## Costs

cost-within-budget = ኣብቲ ልሙድ ባጀት ይሽፈን
cost-external = ካልኦት ይኸፍልዎ
cost-missing = እቲ ወጻኢ ኣይተጻሕፈን
cost-amount = { $amount }
cost-amount-about = ኣስታት { $amount }
cost-range = ካብ { $min } ክሳብ { $max }
cost-conditional = { $amount }፡ ኣብ ካልእ ውሳነታት ዝምርኮስ
cost-conditional-open = ኣብ ካልእ ውሳነታት ይምርኮስ
# $amount is a sum, $per a list such as "per year and per place".
cost-per = { $amount } { $per }
cost-years = { $amount }፡ { $years }
cost-per-one-off = ሓደ ግዜ
cost-per-year = ኣብ ዓመት
cost-per-place = ንነፍሲ ወከፍ ቦታ
cost-per-person = ንነፍሲ ወከፍ ሰብ
cost-per-meeting-place = ንነፍሲ ወከፍ መራኸቢ ቦታ
amount-sek = { $value } ክሮነር
amount-other = { $value } { $currency }

## How an assignment is followed up

plan-cadence = { $cadence } ክትትል ይግበረሉ
plan-programme = { $cadence } ክትትል ይግበረሉ፡ ከምቲ ሙሉእ ፕሮግራም
plan-lead = ሓላፍነት ዘለዎ፦ { $lead }
plan-reports-to = ጸብጻብ ዝቐርበሉ፦ { $to }
cadence-year = ነፍሲ ወከፍ ዓመት
cadence-half-year = ነፍሲ ወከፍ ፍርቂ ዓመት
cadence-tertial = ነፍሲ ወከፍ ኣርባዕተ ወርሒ
cadence-quarter = ነፍሲ ወከፍ ርብዒ ዓመት
cadence-term = ነፍሲ ወከፍ ሰመስተር
cadence-biennial = ነፍሲ ወከፍ ክልተ ዓመት
cadence-once = ሓደ ግዜ
cadence-continuous = ብቐጻሊ

## What the figures say. $from and $to come with their units.

finding-increased = { $name } ካብ { $from } ({ $first }) ናብ { $to } ({ $last }) ወሲኹ።
finding-decreased = { $name } ካብ { $from } ({ $first }) ናብ { $to } ({ $last }) ነክዩ።
finding-unchanged = { $name } ካብ { $first } ክሳብ { $last } ኣይተቐየረን፡ { $to } እዩ።
finding-single = { $name }፦ { $to } ({ $last })።
finding-none = { $name }፦ ክሳብ ሕጂ ቁጽርታት የለን።
finding-withheld = { $name }፦ እቶም ዋጋታት ኣይርኣዩን፡ ብዛዕባ ኣዝዮም ውሑዳት ሰባት ስለ ዝኾኑ።
finding-target = እቲ ሸቶ፦ { $target }።
finding-places = { $total ->
    [one] ካብ { $total } ከባቢ { $below } ትሕቲ { $limit } ኣሎ።
   *[other] ካብ { $total } ከባቢታት { $below } ትሕቲ { $limit } ኣለዉ።
}
finding-places-missing = { $count ->
    [one] ን{ $count } ከባቢ ዕቀን የለን።
   *[other] ን{ $count } ከባቢታት ዕቀን የለን።
}
# Description of a chart for those who cannot see it. $from and $to are periods.
chart-description = እቲ ስእላዊ መግለጺ ካብ { $from } ክሳብ { $to } ዘለዉ ቁጽርታት የርኢ። ግዜ ካብ ጸጋም ናብ የማን ይኸይድ። ኩሎም ቁጽርታት ኣብቲ ሰንጠረዥ ኣለዉ።
chart-series-total = ድምር
chart-target = ሸቶ፦ { $value }
chart-table-caption = { $name }፡ ቁጽርታት ብእዋን
chart-table-caption-areas = { $name }፡ ቁጽርታት ብከባቢን ብእዋንን
chart-table-caption-bodies = { $name }፡ ቁጽርታት ብክፍሊን ብእዋንን
# $unit is a word such as "%".
chart-value = ቁጽሪ
data-csv = ከም CSV ኣውርዱ
missing-value = የለን
preliminary-value = { $value } (ግዝያዊ)
not-measured = ዕቀን የለን

## How a status was worked out

input-baseline = መበገሲ ቁጽሪ
input-latest = እቲ ናይ መወዳእታ ቁጽሪ
input-target = ሸቶ
input-required = ኣብቲ ናይ መወዳእታ ዕቀን ዘድሊ ዝነበረ
input-growth = ክሳብ ሕጂ ዝነበረ ዓመታዊ ዕቤት
input-growth-required = ዘድሊ ዓመታዊ ዕቤት
input-ratio = እቲ ቀዳማይ ብቲ ካልኣይ ምስ ዝምቀል
input-coefficient = ኣብ ጥቓ እቲ ዝለዓለ ክብጻሕ ዝኽእል ቁጽሪ ዝግበር ምቅላል
input-score = ነጥቢ፡ ካብ −5 ክሳብ 5
input-pace = ፍጥነት ምስቲ ውጥን ክነጻጸር ከሎ
input-below = ትሕቲ እቲ ሸቶ ዘለዉ ከባቢታት
input-unmeasured = ዕቀን ዘይብሎም ከባቢታት
# A value and when it is from.
input-value-at = { $value } ({ $period })
rule-line = ስርዓት፦ እቲ ምዕባለ ምስ ካብ መበገሲ ቁጽሪ ናብ ሸቶ ዝወስድ ቀጥታዊ መስመር ይነጻጸር። እንተወሓደ 95 ሚእታዊት ናይቲ ፍጥነት ከምቲ ውጥን እዩ፡ 60–95 ሚእታዊት ካብ ውጥን ዝደሓረ እዩ፡ ትሕቲ 60 ሚእታዊት ኣዝዩ ዝደሓረ እዩ።
rule-hold = ስርዓት፦ እቲ ሸቶ ካብ መጀመርታ ተበጺሑ ነይሩ፡ ከምኡ ክቕጽል ኣለዎ።
rule-level = ስርዓት፦ እቲ ናይ መወዳእታ ቁጽሪ ምስቲ ሸቶ ይነጻጸር።
rule-past-due = ስርዓት፦ እቲ ግዜ ኣብቂዑ እዩ፡ ስለዚ እቲ ኣብ መወዳእታ ዝነበረ ቁጽሪ ምስቲ ሸቶ ይነጻጸር።
rule-open-sdg = ስርዓት፦ እቲ ክሳብ ሕጂ ዝነበረ ዓመታዊ ዕቤት ምስቲ ነቲ ሸቶ ንምብጻሕ ዘድሊ ዕቤት ይነጻጸር (ኣገባብ Open SDG)። እንተወሓደ 95 ሚእታዊት ናይቲ ዘድሊ ዕቤት ከምቲ ውጥን እዩ፡ 60–95 ሚእታዊት ካብ ውጥን ዝደሓረ እዩ፡ ትሕቲ 60 ሚእታዊት ኣዝዩ ዝደሓረ እዩ።
rule-open-sdg-growth = ስርዓት፦ ሸቶ ስለ ዘየለ፡ እቲ ዓመታዊ ዕቤት ንበይኑ ይግምገም (ኣገባብ Open SDG)። እንተወሓደ 1.5 ሚእታዊት ከምቲ ውጥን እዩ፡ 0.5–1.5 ሚእታዊት ካብ ውጥን ዝደሓረ እዩ፡ ትሕቲ 0.5 ሚእታዊት ኣዝዩ ዝደሓረ እዩ።
rule-trend = ስርዓት፦ እቲ ናይ መወዳእታ ቁጽሪ ምስቲ ናይ መጀመርታ ይነጻጸር።
rule-quota = ስርዓት፦ ነፍሲ ወከፍ እዋን ምስቲ ናይቲ እዋን ሸቶ ይነጻጸር። እቲ ናይ መወዳእታ ሙሉእ እዋን ይውስን።
rule-pro-rata = ስርዓት፦ እቲ እዋን ገና ኣይወድአን፡ ስለዚ እቲ ቁጽሪ ምስቲ ንዝሓለፈ ግዜ ዝበጽሖ ክፋል ናይቲ ሸቶ ይነጻጸር።
rule-cumulative = ስርዓት፦ እቶም ቁጽርታት ይድመሩ፡ ምስቲ ናይ ምሉእ ግዜ ሸቶ ድማ ይነጻጸሩ።
rule-milestone = ስርዓት፦ እታ ዝተዛዘመትላ መዓልቲ ምስታ ክዛዘመላ ዝነበሮ መዓልቲ ትነጻጸር።
rule-none = ክስላዕ ዝኽእል ነገር የለን።
rule-places = ስርዓት፦ ነፍሲ ወከፍ ከባቢ ንበይኑ ይግምገም። ኩሎም ከባቢታት ምስ በጽሕዎ እቲ ሸቶ ተበጺሑ ማለት እዩ።
rule-same = እቲ ሸቶ ምስ “{ $target }” ሓደ እዩ።

## Programmes, goals, decisions

form-programme = ፕሮግራም
form-plan = ውጥን
form-strategy = ስትራተጂ
form-policy = ፖሊሲ
form-action-plan = ውጥን ተግባር
level-vision = ራእይ
level-council = ሸቶ ባይቶ ኮሙን
level-strategy = ስትራተጂያዊ ሸቶ
level-sub-goal = ንኡስ ሸቶ
level-focus = ትኹረት ዝወሃቦ ዓውዲ
level-joint = ንኹሎም ዝተዋህበ ሓባራዊ ዕማም
decision-adopted = ዝጸደቐ
decision-revised = ዝተመሓየሸ
decision-target-changed = ሸቶ ተቐይሩ
decision-repealed = ዝተሰረዘ
# A target was set by a decision: kind and date.
decision-on = { $kind } { $date }
fact-form = ዓይነት ሰነድ
fact-valid = ዘገልግለሉ ግዜ
fact-owner = ዝወሰነ
fact-direction = ጽቡቕ ምዕባለ
direction-up = ዝያዳ እንተለዓለ ይሓይሽ
direction-down = ዝያዳ እንተተሓተ ይሓይሽ
fact-source = ምንጪ
fact-method = ብኸመይ ይዕቀን
fact-population = ንመን ይምልከት
cell-goal = ሸቶ
cell-assignment = ዕማም
cell-follow-up = ክትትል
cell-target = ክብጻሕ ዝድለ ደረጃ ወይ ሸቶ
cell-cost = ወጻኢ
cell-schedule = ውጥን ግዜ
cell-responsible = ሓላፍነት ዘለዎ
lead-all = ኩሎም ሓላፍነት ዘለዎም
area-column = ከባቢ
status-column = ገምጋም
period-column = እዋን
all-follow-ups = ኩሎም ክትትላት

## Accessibility statement

statement-status = እዚ መርበብ ሓበሬታ ክሳብ ክንደይ ተበጻሒ እዩ?
statement-full = ምስቲ ተበጻሕነት ዲጂታላዊ ህዝባዊ ኣገልግሎት ዝምልከት ሕጊ ሽወደን ምሉእ ብምሉእ ይሰማማዕ
statement-partial = ምስቲ ተበጻሕነት ዲጂታላዊ ህዝባዊ ኣገልግሎት ዝምልከት ሕጊ ሽወደን ብኸፊል ይሰማማዕ
statement-none = ምስቲ ተበጻሕነት ዲጂታላዊ ህዝባዊ ኣገልግሎት ዝምልከት ሕጊ ሽወደን ኣይሰማማዕን
statement-reviewed = ንመወዳእታ ግዜ ዝተመርመረሉ
statement-method = ብኸመይ ከም ዝፈተንና
statement-report = ጸገም ሓብሩ
statement-report-text = ዘይሰርሕ ነገር እንተረኺብኩም ንገሩና። ነቲ ትሕዝቶ ብኻልእ መንገዲ እውን ክትሓቱ ትኽእሉ።
statement-supervision = ቁጽጽር
statement-supervision-text = በዓል መዚ ዲጂታላዊ ምምሕዳር (Myndigheten för digital förvaltning) ነቲ ሕጊ ይቈጻጸር። በቲ መልሲ ዕጉባት እንተዘይኴንኩም፡ ነቲ በዓል መዚ ኣብ { $address } ክትሕብሩ ትኽእሉ።

## Follow-up: what is late, what has changed, reports as a whole.

coverage-late = { $count ->
    [one] { $count } ደንጕዩ
   *[other] { $count } ደንጕዮም
}
late-sentence = { $count ->
    [0] ዝደንጐየ የለን።
    [one] { $count } ክትትል ደንጕዩ ኣሎ።
   *[other] { $count } ክትትላት ደንጕዮም ኣለዉ።
}
reports-caption = ጸብጻባት ብክፍሊ ምምሕዳርን ብእዋንን
# A whole report that is late. $name is who owes it.
late-report = ጸብጻብ ካብ { $name }
# How many of the sections that a report must hold are there.
report-sections = ክፋላት፦ ካብ { $all } { $there }
# Heading. $period is a year.
changes-title = ካብ { $period } ጀሚሩ ዝተቐየረ
changes-sentence = { $count ->
    [0] ኩነታት ናይ ዝዀነ ሸቶ ወይ ዕማም ኣይተቐየረን።
    [one] ናይ { $count } ሸቶ ወይ ዕማም ኩነታት ተቐይሩ።
   *[other] ናይ { $count } ሸቶታትን ዕማማትን ኩነታት ተቐይሩ።
}
figures-sentence = { $count ->
    [one] { $count } ኣመላኻቲ ሓድሽ ቁጽሪ ኣለዎ።
   *[other] { $count } ኣመላኸቲ ሓድሽ ቁጽሪ ኣለዎም።
}
# A person has set another judgement than the figures give. $role is a role, $date a day.
overruled-sentence = እቲ ገምጋም ብ{ $role } ብኢድ ዝተዋህበ እዩ፡ { $date }።

## Figures that were approved and frozen.

approved-on = እቶም ቁጽርታት ብ{ $date } ጸዲቖም።
# $decision is a decision in the words of the record.
approved-by = እቶም ቁጽርታት ብ{ $date } ጸዲቖም፦ { $decision }።
approved-changed = { $count ->
    [0] ካብኡ ንደሓር ዝተቐየረ የለን።
    [one] { $count } ሓበሬታ ካብኡ ንደሓር ተቐይሩ።
   *[other] { $count } ሓበሬታታት ካብኡ ንደሓር ተቐይሮም።
}
approved-changes = እቶም ቁጽርታት ካብ ዝጸድቁ ንደሓር ዝተቐየረ
approved-figures = ቁጽርታት ከምቲ ዝጸደቕዎ
approved-what = ሓበሬታ
approved-then = ሽዑ
approved-now = ሕጂ
# $name is a goal or assignment.
approved-follow-up = { $name }፡ ክትትል { $period }
# Between parts of a name.
list-comma = { "፡ " }

## Charts by place and by sex.

sex-women = ደቂ ኣንስትዮ
sex-men = ደቂ ተባዕትዮ
# Lowest and highest value of several places or bodies.
finding-spread = { $name }፡ { $period }፦ ካብ { $from } ({ $lowest }) ክሳብ { $to } ({ $highest })።
finding-one = { $name }፡ { $period }፦ { $to } ({ $highest })።
bars-description = እቲ ስእላዊ መግለጺ ናይ { $period } ቁጽርታት ብጋድም ባራት የርኢ። ኩሎም ቁጽርታት ኣብቲ ሰንጠረዥ ኣለዉ።
dots-description = እቲ ስእላዊ መግለጺ ናይ ነፍሲ ወከፍ ከባቢ ናይ መወዳእታ ቁጽሪ ብነጥቢ፡ ነቲ ሸቶ ድማ ብመስመር የርኢ። ኩሎም ቁጽርታት ኣብቲ ሰንጠረዥ ኣለዉ።
dots-met = ነቲ ሸቶ በጺሕዎ
dots-not-met = ነቲ ሸቶ ኣይበጽሖን
chart-table-caption-sexes = { $name }፡ ቁጽርታት ብጾታን ብእዋንን
chart-table-caption-latest = { $name }፡ ናይ { $period } ቁጽርታት
body-column = ሓላፍነት ዘለዎ
# Where the definition of a figure changed, in a chart.
chart-break = ሓድሽ ኣገባብ ዕቀን
break-note = ካብ { $period } ጀሚሩ ሓድሽ ኣገባብ ዕቀን፦ { $text }
# In place of a value about so few people that it is not published.
withheld-value = ኣይርአን
withheld-note = ብዛዕባ ኣዝዮም ውሑዳት ሰባት ዘመልክቱ ዋጋታት ኣይርኣዩን፡ ካብኡ ክሕሰቡ ዝኽእሉ ዋጋታት እውን ኣይርኣዩን።
not-applicable-value = ኣይምልከትን
revised-value = { $value } (ዝተኣረመ)

## Open data: address, page, tables, columns and feed

slug-open-data = open-data
open-data-title = ክፉት ዳታ
open-data-summary = ኣብዚ እቲ ፕሮግራም፡ እቶም ኣመላኸትን እቶም ክትትላትን ከተውርድዎምን ክትጥቀሙሎምን እትኽእሉ ሰንጠረዣት ኮይኖም ኣለዉ።
open-data-tables = ሰንጠረዣት
open-data-indicators = ነፍሲ ወከፍ ኣመላኻቲ
open-data-descriptions = መግለጺታት ንኮምፒተራት
open-data-licence = ፍቓድ
open-data-rows = መስመራት
open-data-package = ኩሎም ሰንጠረዣትን ዓምድታትን (Data Package)
open-data-catalogue = ዝርዝር ንመርበባት ዳታ (DCAT-AP-SE)
feed-title = ሓደስቲ ክትትላት
feed-summary = እቶም ናይ መወዳእታ ክትትላት ናይ ሸቶታትን ዕማማትን።
# Title of a follow-up in the feed.
feed-entry = { $name }, { $period }: { $state }
data-format-excel = CSV ን Excel
data-format-csv = CSV (RFC 4180)
data-format-json = JSON
data-observations = ቁጽርታት ኣመላኸቲ
data-observations-text = ቁጽርታት ናይ ኩሎም ኣመላኸቲ ብእዋን፡ ብከባቢ፡ ብሓላፍነት ዘለዎን ብጾታን።
data-follow-ups = ክትትላት
data-follow-ups-text = ብዛዕባ ነፍሲ ወከፍ ሸቶን ዕማምን ኣብ ነፍሲ ወከፍ እዋን ዝቐረበ ጸብጻብ።
data-assignments = ዕማማት
data-assignments-text = እቶም ዕማማት ምስ ዝተወሰነ ጽሑፍ፡ ሓላፍነት ዘለዎ፡ ኩነታትን ገምጋምን።
data-goals = ሸቶታት
data-goals-text = እቶም ሸቶታት ምስ ዝተወሰነ ጽሑፍን ገምጋምን።
data-targets = ደረጃታት ሸቶ
data-targets-text = እንታይ ክብጻሕ ከም ዘለዎ፡ ከመይ ይኸይድ ከም ዘሎን እቲ ገምጋም ዝተሰልዓሎም ቁጽርታትን።
data-duties = ምቕራብ ክትትላት
data-duties-text = ክቐርቡ ዘለዎም ክትትላት፡ መወዳእታ መዓልቶምን ቀሪቦም እንተኾይኖምን።
data-sections = ጸብጻባት
data-sections-text = ሓለፍቲ ኣብ ነፍሲ ወከፍ ክፍሊ ጸብጻቦም ዝጸሓፍዎ።
data-bodies = ሓላፍነት ዘለዎም
data-bodies-text = ኮዳትን ኣስማትን ናይቶም ሓላፍነት ዕማማት ዘለዎም።
data-areas = ከባቢታት
data-areas-text = ኮዳትን ኣስማትን ናይ ከባቢታት።
data-indicators = ኣመላኸቲ
data-indicators-text = ኮድ፡ ስም፡ መለክዒን ምንጪን ናይ ነፍሲ ወከፍ ኣመላኻቲ።
data-indicator-text = ቁጽርታት ናይ ሓደ ኣመላኻቲ ብእዋን፡ ብከባቢ፡ ብሓላፍነት ዘለዎን ብጾታን።
data-final = ናይ መወዳእታ
data-preliminary = ግዝያዊ
data-revised = ዝተመሓየሸ
data-confidential = ምስጢራዊ
data-empty = ቁጽሪ የለን
data-in-force = ይሰርሕ
data-struck = ተሰሪዙ
data-at-least = ብውሑዱ
data-at-most = ብዝበዝሐ
data-form-level = ደረጃ
data-form-share = ሚእታዊ ብጽሒት
data-form-quota = ቁጽሪ ኣብ ነፍሲ ወከፍ እዋን
data-form-cumulative = ጠቕላላ ድምር
data-form-range = ኣብ መንጎ ክልተ ቁጽርታት
data-form-milestone = ክሳብ ዕለት ዝዛዘም
data-form-direction = ኣንፈት
data-form-every-place = ደረጃ ኣብ ነፍሲ ወከፍ ከባቢ
data-form-text = ብቓላት
data-form-deferred = ድሓር ዝውሰን
data-indicator-level = ኩነታት ኣብ ሓደ ግዜ
data-indicator-flow = ቁጽሪ ኣብ ውሽጢ እዋን
data-indicator-ratio = ሚእታዊ ብጽሒት
data-indicator-index = ኢንደክስ
data-indicator-binary = እወ ወይ ኣይፋል
column-title = ኣርእስቲ
column-indicator = ኣመላኻቲ
column-period-start = ናይቲ እዋን ቀዳማይ መዓልቲ
column-period-end = ናይቲ እዋን መወዳእታ መዓልቲ
column-body = ሓላፍነት ዘለዎ
column-sex = ጾታ
column-numerator = ላዕለዋይ ቁጽሪ
column-denominator = ታሕተዋይ ቁጽሪ
column-finality = ኩነታት ናይቲ ቁጽሪ
column-note = ርእይቶ
column-state = ትግባረ
column-forecast = ትንበያ
column-section = ክፍሊ
column-text = ጽሑፍ
column-evidence = መሰረት
column-date = ዕለት
column-role = ዘቕረበ
column-grounds = ምኽንያት ናይ ገዛእ ርእሱ ገምጋም
column-due = ናይ ምቕራብ መወዳእታ መዓልቲ
column-received = ዝቐረበሉ ዕለት
column-id = ኮድ
column-number = መለለዪ ቁጽሪ
column-validity = ምስራሕ
column-reporting = ምቕራብ ክትትላት
column-confirmed = እቲ ትርጉም ተረጋጊጹ
column-address = ኣድራሻ መርበብ
column-level = ደረጃ
column-decision = ውሳነ
column-reason = ስለምንታይ ከም ዘይተገምገመ
column-owner = ናይ መን ምዃኑ
column-form = ዓይነት ሸቶ
column-bound = ቅድመ ኩነት
column-max = ላዕለዋይ ደረት
column-unit = መለክዒ
column-per = ንነፍሲ ወከፍ
column-by = ክሳብ
column-during = ኣብ ውሽጢ እዋን
column-supersedes = ዝተክኦ
column-same-as = ከምቲ
column-in-force = ይሰርሕ
column-rule = ሕጊ
column-t0 = ግዜ መበገሲ ቁጽሪ፡ ዓመት ብዴሲማል
column-period0 = እዋን መበገሲ ቁጽሪ
column-ti = ግዜ ናይ መወዳእታ ቁጽሪ፡ ዓመት ብዴሲማል
column-periodi = እዋን ናይ መወዳእታ ቁጽሪ
column-tt = ግዜ ሸቶ፡ ዓመት ብዴሲማል
column-margin = ርሕቀት ካብ ሸቶ
column-decimals = ዴሲማላት
column-kind = ዓይነት ኣመላኻቲ

## Long lists are divided into parts, each on a page of its own.

# Parts of addresses: small letters a–z, digits and hyphens only.
slug-list = list
slug-list-goals = list-goals
slug-list-assignments = list-assignments
slug-list-indicators = list-indicators
slug-list-follow-ups = list-follow-ups
slug-list-duties = list-planned
slug-list-charts = list-charts
slug-list-changes = list-changes
slug-list-reports = list-reports
slug-list-coverage = list-coverage
slug-list-report-coverage = list-report-coverage
slug-list-late = list-late
slug-list-approved-changes = list-changed-figures
slug-list-approved = list-approved
# Name of the list of goals and assignments that have another status than before.
list-changes = ለውጥታት
# Title of a part: the page's title, then which part: "Assignments: Health committee, 1–50".
part-title = { $page }: { $part }
# The first and the last row of a part, as numbers or by their first letters.
part-range = { $from }–{ $to }
# The first and the last of several departments.
part-groups = { $from } – { $to }
# Heading of a part: its rows, of how many.
part-of = { $from }–{ $to } ካብ { $all }
# Below the first rows of a list, before the links to its parts.
part-shown = ኣብዚ { $from }–{ $to } ካብ { $all } ይርአ።
# Links to a page that has all rows.
all-goals = ኩሎም ሸቶታት ({ $count })
all-bodies = ኩሎም ሓላፍነት ዘለዎም ({ $count })
all-areas = ኩለን ከባቢታት ({ $count })
all-indicators = ኩሎም ኣመላኸቲ ({ $count })
all-assignments = ኩሎም ዕማማት ({ $count })
all-late = ኩሎም ዝደንጐዩ ክትትላት ({ $count })
# How many pages a branch of the site map has.
page-count = { $count ->
    [one] { $count } ገጽ
   *[other] { $count } ገጻት
}
