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
nav-start = Home
nav-programme = The programme
goals-title = Goals
assignments-title = Assignments
bodies-title = Responsible departments
areas-title = Areas
indicators-title = Indicators
news-title = News
glossary-title = Glossary
progress-title = How it is going
progress-summary = Here you can see how the goals and assignments are going, and which follow-ups have been handed in.
period-title = Follow-up { $period }
coverage-title = Who has handed in follow-ups?
coverage-summary = The table shows which follow-ups each department was to hand in and how many have come in.
letters-title = All pages from A to Z
sitemap-title = Site map
languages-title = Languages on this website
languages-summary = This is how many pages there are in each language.
statement-title = Accessibility statement
not-found-title = Page not found
not-found-text = The page may have been moved or removed. Start again from the home page or look in the site map.
# Name of a table in a text, read by screen readers.
table-name = Table { $number }

## Notices

notice-demo = This is a demonstration, made from a public document. It is not the municipality’s own website. The figures are examples unless otherwise stated.
notice-draft = This is a draft. It has not been published.
# Shown when a page is missing in the reader's language. $language is the name of the language it is shown in.
notice-fallback = This page is not available in English. The text is shown in { $language }.
notice-machine = This text was translated by a machine on { $date }. Nobody has reviewed it. The Swedish text applies.
notice-machine-undated = This text was translated by a machine. Nobody has reviewed it. The Swedish text applies.
# In the language list, after a language that the page is missing in. Keep it short.
picker-untranslated = not translated
# Links between a page and its easy-read version.
twin-simple = Easy-read Swedish
twin-standard = The standard text
# In the footer.
footer-accessibility = Report an accessibility problem

## Status: how far the work has come

implementation-not-started = Not started
implementation-in-progress = In progress
implementation-continuous = Ongoing
implementation-done = Completed
implementation-paused = Paused
implementation-cancelled = Discontinued
implementation-replaced = Replaced
implementation-unknown = Nothing reported

## Status: how far the target is reached

fulfilment-met = Achieved
fulfilment-on-track = On track
fulfilment-behind = Behind schedule
fulfilment-far-behind = Far behind
fulfilment-wrong-direction = Wrong direction
fulfilment-not-met = Not achieved
fulfilment-increasing = Increasing
fulfilment-unchanged = Unchanged
fulfilment-decreasing = Decreasing
fulfilment-baseline = Starting point
fulfilment-not-assessed = Not assessed

## Why something is not assessed

reason-no-target = There is no measurable target.
reason-target-set-later = The target will be set later.
reason-no-baseline = There is no baseline.
reason-no-measurement = There is no measurement.
reason-too-old-measurement = The measurement is too old.
reason-not-due = It has not happened yet.
reason-confidential = The information is confidential.
reason-method-change = The way of measuring has changed.
reason-not-applicable = Not applicable for this period: there was nobody to count.
reason-not-computable = The method gives no answer for these figures.

## Status: follow-ups

reporting-received = Handed in
reporting-expected = Expected
reporting-late = Late
reporting-none = None required
reporting-partly = Partly handed in
coverage = { $owed ->
    [one] { $received } of { $owed } follow-up handed in
   *[other] { $received } of { $owed } follow-ups handed in
}
# The same for the whole programme, as a sentence.
coverage-sentence = { $owed ->
    [one] The departments have handed in { $received } of { $owed } follow-up.
   *[other] The departments have handed in { $received } of { $owed } follow-ups.
}
# Follow-ups are owed, but none of them is due yet.
coverage-expected = Follow-up is not due yet
coverage-none = No follow-up required
assignment-count = { $count ->
    [one] { $count } assignment
   *[other] { $count } assignments
}
as-of = As of { $date }.
# The last day for a follow-up.
due-by = Due: { $date }
# Name of a bar, read by screen readers. $items is a list such as "3 met, 2 behind".
distribution-name = Distribution: { $items }
distribution-item = { $label }: { $count }

## Periods

period-half-year = { $number ->
    [1] first half of { $year }
   *[other] second half of { $year }
}
period-tertial = four-month period { $number } of { $year }
period-quarter = quarter { $number } of { $year }
period-vt = spring term { $year }
period-ht = autumn term { $year }
period-school-year = school year { $from }/{ $to }
period-interval = { $from }–{ $to }
period-open = from { $from }

## Units

unit-percent = { $value }%
unit-index = { $value }
unit-count = { $value }
unit-people = { $value ->
    [one] { $value } person
   *[other] { $value } people
}
unit-places = { $value ->
    [one] { $value } place
   *[other] { $value } places
}
unit-hours = { $value ->
    [one] { $value } hour
   *[other] { $value } hours
}
unit-weeks = { $value ->
    [one] { $value } week
   *[other] { $value } weeks
}
unit-days = { $value ->
    [one] { $value } day
   *[other] { $value } days
}
unit-times = { $value ->
    [one] { $value } time
   *[other] { $value } times
}
unit-groups = { $value ->
    [one] { $value } group
   *[other] { $value } groups
}
unit-meeting-places = { $value ->
    [one] { $value } meeting place
   *[other] { $value } meeting places
}
unit-activities = { $value ->
    [one] { $value } activity
   *[other] { $value } activities
}
unit-brochures = { $value ->
    [one] { $value } brochure
   *[other] { $value } brochures
}
unit-languages = { $value ->
    [one] { $value } language
   *[other] { $value } languages
}
unit-companies = { $value ->
    [one] { $value } company
   *[other] { $value } companies
}
unit-courses = { $value ->
    [one] { $value } course
   *[other] { $value } courses
}
unit-pages = { $value ->
    [one] { $value } page
   *[other] { $value } pages
}
unit-kr = { $value } kronor
# A number without a unit.
unit-none = { $value }

## Targets. $value comes with its unit.

target-at-least = At least { $value }
target-at-least-by = At least { $value } by { $by }
target-at-most = At most { $value }
target-at-most-by = At most { $value } by { $by }
target-range = Between { $min } and { $max }
target-range-by = Between { $min } and { $max } by { $by }
# $per is one of the words quota-per-…
target-quota = At least { $value } { $per }
target-quota-during = At least { $value } { $per }, { $during }
target-quota-range = { $min } to { $max } { $per }
target-cumulative = At least { $value } in total during { $during }
target-milestone = Completed by { $by }
target-milestone-undated = To be completed
target-increase = To increase
target-increase-by = To increase by { $by }
target-decrease = To decrease
target-decrease-by = To decrease by { $by }
target-every-place = At least { $value } in every area
target-every-place-by = At least { $value } in every area by { $by }
# $name is what is measured, $target a target such as "at least 60 % by 2010".
target-of = { $name }: { $target }
target-text = The target is described in words
target-deferred = The target will be set later
target-deferred-after = The target will be set after { $when }
quota-per-year = per year
quota-per-half-year = per half-year
quota-per-tertial = per four-month period
quota-per-quarter = per quarter
quota-per-month = per month
quota-per-term = per term
quota-per-period = during the whole period
quota-per-day = per day
quota-per-person = per person

## Costs

cost-within-budget = Within the ordinary budget
cost-external = Paid for by others
cost-missing = The cost is not stated
cost-amount = { $amount }
cost-amount-about = About { $amount }
cost-range = { $min } to { $max }
cost-conditional = { $amount }, depending on other decisions
cost-conditional-open = Depends on other decisions
# $amount is a sum, $per a list such as "per year and per place".
cost-per = { $amount } { $per }
cost-years = { $amount }, { $years }
cost-per-one-off = once
cost-per-year = per year
cost-per-place = per place
cost-per-person = per person
cost-per-meeting-place = per meeting place
amount-sek = { $value } kronor
amount-other = { $value } { $currency }

## How an assignment is followed up

plan-cadence = Followed up { $cadence }
plan-programme = Followed up { $cadence }, like the whole programme
plan-lead = Responsible: { $lead }
plan-reports-to = Reported to: { $to }
cadence-year = every year
cadence-half-year = every half-year
cadence-tertial = every four months
cadence-quarter = every quarter
cadence-term = every term
cadence-biennial = every two years
cadence-once = once
cadence-continuous = continuously

## What the figures say. $from and $to come with their units.

finding-increased = { $name } rose from { $from } ({ $first }) to { $to } ({ $last }).
finding-decreased = { $name } fell from { $from } ({ $first }) to { $to } ({ $last }).
finding-unchanged = { $name }: unchanged at { $to } from { $first } to { $last }.
finding-single = { $name }: { $to } ({ $last }).
finding-none = { $name }: there are no values yet.
finding-withheld = { $name }: the values are not shown, because they are about very few people.
finding-target = The target is { $target }.
finding-places = { $total ->
    [one] Below { $limit }: { $below } of { $total } area.
   *[other] Below { $limit }: { $below } of { $total } areas.
}
finding-places-missing = { $count ->
    [one] For { $count } area there is no measurement.
   *[other] For { $count } areas there is no measurement.
}
# Description of a chart for those who cannot see it. $from and $to are periods.
chart-description = The chart shows the values from { $from } to { $to }. Time runs from left to right. All values are in the table.
chart-series-total = Total
chart-target = Target: { $value }
chart-table-caption = { $name }, values by period
chart-table-caption-areas = { $name }, values by area and period
chart-table-caption-bodies = { $name }, values by department and period
# $unit is a word such as "%".
chart-value = Value
data-csv = Download as CSV
missing-value = missing
preliminary-value = { $value } (preliminary)
not-measured = not measured

## How a status was worked out

input-baseline = Baseline
input-latest = Latest value
input-target = Target
input-required = Needed at the latest measurement
input-growth = Annual growth so far
input-growth-required = Annual growth needed
input-ratio = Ratio between them
input-coefficient = Easing near the highest possible value
input-score = Score, from −5 to 5
input-pace = Pace compared with the plan
input-below = Areas below the target
input-unmeasured = Areas without a measurement
# A value and when it is from.
input-value-at = { $value } ({ $period })
rule-line = Rule: progress is compared with a straight line from the baseline to the target. At least 95% of the pace is on track, 60–95% is behind schedule, below 60% is far behind.
rule-hold = Rule: the target was achieved from the start and is to be kept.
rule-level = Rule: the latest value is compared with the target.
rule-past-due = Rule: the time has run out, so the value at the end is compared with the target.
rule-open-sdg = Rule: the annual growth so far is compared with the growth that would be needed to reach the target (Open SDG’s method). At least 95% of it is on track, 60–95% is behind schedule, below 60% is far behind.
rule-open-sdg-growth = Rule: the annual growth is assessed on its own, as there is no target (Open SDG’s method). At least 1.5% is on track, 0.5–1.5% is behind schedule, below 0.5% is far behind.
rule-trend = Rule: the latest value is compared with the first one.
rule-quota = Rule: each period is compared with the target for the period. The latest complete period decides.
rule-pro-rata = Rule: the period is not over, so the value is compared with the part of the target that matches the time passed.
rule-cumulative = Rule: the values are added up and compared with the target for the whole time.
rule-milestone = Rule: the day it was completed is compared with the day it was to be completed.
rule-none = There is nothing to calculate from.
rule-places = Rule: each area is assessed separately. The target is achieved when all areas have reached it.
rule-same = The target is the same as “{ $target }”.

## Programmes, goals, decisions

form-programme = Programme
form-plan = Plan
form-strategy = Strategy
form-policy = Policy
form-action-plan = Action plan
level-vision = Vision
level-council = Municipal council goal
level-strategy = Strategic goal
level-sub-goal = Sub-goal
level-focus = Focus area
level-joint = Joint assignment for all
decision-adopted = Adopted
decision-revised = Revised
decision-target-changed = Target changed
decision-repealed = Repealed
# A target was set by a decision: kind and date.
decision-on = { $kind } { $date }
fact-form = Type of document
fact-valid = Valid
fact-owner = Decided by
fact-direction = Desired direction
direction-up = The higher, the better
direction-down = The lower, the better
fact-source = Source
fact-method = How it is measured
fact-population = Applies to
cell-goal = Goal
cell-assignment = Assignment
cell-follow-up = Follow-up
cell-target = Ambition level or target
cell-cost = Cost
cell-schedule = Timetable
cell-responsible = Responsible
lead-all = All responsible departments
area-column = Area
status-column = Assessment
period-column = Period
all-follow-ups = All follow-ups

## Accessibility statement

statement-status = How accessible is this website?
statement-full = Fully compliant with the Swedish Act on Accessibility to Digital Public Services
statement-partial = Partially compliant with the Swedish Act on Accessibility to Digital Public Services
statement-none = Not compliant with the Swedish Act on Accessibility to Digital Public Services
statement-reviewed = Last reviewed
statement-method = How we have tested
statement-report = Report a problem
statement-report-text = Tell us if you find something that does not work. You can also ask for the content in another way.
statement-supervision = Supervision
statement-supervision-text = The Swedish Agency for Digital Government (Myndigheten för digital förvaltning) supervises compliance with the act. If you are not satisfied with the reply, you can report it to the agency at { $address }.

## Follow-up: what is late, what has changed, reports as a whole.

coverage-late = { $count ->
    [one] { $count } late
   *[other] { $count } late
}
late-sentence = { $count ->
    [0] Nothing is late.
    [one] { $count } follow-up is late.
   *[other] { $count } follow-ups are late.
}
reports-caption = Reports by department and period
# A whole report that is late. $name is who owes it.
late-report = Report from { $name }
# How many of the sections that a report must hold are there.
report-sections = Sections: { $there } of { $all }
# Heading. $period is a year.
changes-title = Changed since { $period }
changes-sentence = { $count ->
    [0] No goal or assignment has a new status.
    [one] { $count } goal or assignment has a new status.
   *[other] { $count } goals and assignments have a new status.
}
figures-sentence = { $count ->
    [one] { $count } figure has a new value.
   *[other] { $count } figures have a new value.
}
# A person has set another judgement than the figures give. $role is a role, $date a day.
overruled-sentence = The assessment was set manually by { $role } on { $date }.

## Figures that were approved and frozen.

approved-on = The figures were approved on { $date }.
# $decision is a decision in the words of the record.
approved-by = The figures were approved on { $date }: { $decision }.
approved-changed = { $count ->
    [0] Nothing has changed since then.
    [one] { $count } item has changed since then.
   *[other] { $count } items have changed since then.
}
approved-changes = Changed since the figures were approved
approved-figures = Values as they were approved
approved-what = Item
approved-then = Then
approved-now = Now
# $name is a goal or assignment.
approved-follow-up = { $name }, follow-up { $period }
# Between parts of a name.
list-comma = { ", " }

## Charts by place and by sex.

sex-women = Women
sex-men = Men
# Lowest and highest value of several places or bodies.
finding-spread = { $name }, { $period }: from { $from } ({ $lowest }) to { $to } ({ $highest }).
finding-one = { $name }, { $period }: { $to } ({ $highest }).
bars-description = The chart shows the values for { $period } as horizontal bars. All values are in the table.
dots-description = The chart shows the latest value of each area as a dot, and the target as a line. All values are in the table.
dots-met = Target reached
dots-not-met = Target not reached
chart-table-caption-sexes = { $name }, values by sex and period
chart-table-caption-latest = { $name }, values for { $period }
body-column = Responsible department
# Where the definition of a figure changed, in a chart.
chart-break = New definition
break-note = New definition from { $period }: { $text }
# In place of a value about so few people that it is not published.
withheld-value = not shown
withheld-note = Values about very few people are not shown, nor are the values that they could be worked out from.
not-applicable-value = not applicable
revised-value = { $value } (revised)

## Open data: address, page, tables, columns and feed

slug-open-data = open-data
open-data-title = Open data
open-data-summary = Here you can download the programme, the indicators and the follow-ups as tables and use them.
open-data-tables = Tables
open-data-indicators = One indicator at a time
open-data-descriptions = Descriptions for computers
open-data-licence = Licence
open-data-rows = Rows
open-data-package = All tables and columns (Data Package)
open-data-catalogue = Catalogue for data portals (DCAT-AP-SE)
feed-title = New follow-ups
feed-summary = The latest follow-ups of goals and assignments.
# Title of a follow-up in the feed.
feed-entry = { $name }, { $period }: { $state }
data-format-excel = CSV for Excel
data-format-csv = CSV (RFC 4180)
data-format-json = JSON
data-observations = Values of indicators
data-observations-text = Values of all indicators, by period, area, responsible department and sex.
data-follow-ups = Follow-ups
data-follow-ups-text = What has been reported on each goal and assignment, period by period.
data-assignments = Assignments
data-assignments-text = The assignments with their decided text, responsible department, state and assessment.
data-goals = Goals
data-goals-text = The goals with their decided text and assessment.
data-targets = Targets
data-targets-text = What is to be reached, how it is going, and the numbers that the assessment was worked out from.
data-duties = Reporting
data-duties-text = Which follow-ups are to be handed in, by when, and whether they have come.
data-sections = Reports
data-sections-text = What the departments have written in each section of their reports.
data-bodies = Responsible departments
data-bodies-text = Codes and names of those responsible for the assignments.
data-areas = Areas
data-areas-text = Codes and names of the areas.
data-indicators = Indicators
data-indicators-text = Code, name, unit and source of each indicator.
data-indicator-text = Values of one indicator, by period, area, responsible department and sex.
data-final = Final
data-preliminary = Preliminary
data-revised = Revised
data-confidential = Confidential
data-empty = no value
data-in-force = In force
data-struck = Struck out
data-at-least = At least
data-at-most = At most
data-form-level = Level
data-form-share = Share
data-form-quota = Number per period
data-form-cumulative = Sum
data-form-range = Range
data-form-milestone = Done by a date
data-form-direction = Direction
data-form-every-place = Level in every area
data-form-text = In words
data-form-deferred = Set later
data-indicator-level = State at a time
data-indicator-flow = Number during a period
data-indicator-ratio = Share
data-indicator-index = Index
data-indicator-binary = Yes or no
column-title = Title
column-indicator = Indicator
column-period-start = First day of the period
column-period-end = Last day of the period
column-body = Responsible department
column-sex = Sex
column-numerator = Numerator
column-denominator = Denominator
column-finality = Status of the value
column-note = Note
column-state = Implementation
column-forecast = Forecast
column-section = Section
column-text = Text
column-evidence = Evidence
column-date = Date
column-role = Handed in by
column-grounds = Reason for an assessment of its own
column-due = Last day to hand in
column-received = Received
column-id = Code
column-number = Number
column-validity = Validity
column-reporting = Reporting
column-confirmed = Reading confirmed
column-address = Web address
column-level = Level
column-decision = Decision
column-reason = Why it is not assessed
column-owner = Belongs to
column-form = Type of target
column-bound = Condition
column-max = Upper limit
column-unit = Unit
column-per = For each
column-by = By
column-during = During
column-supersedes = Replaces
column-same-as = Same as
column-in-force = In force
column-rule = Rule
column-t0 = Time of the baseline, decimal year
column-period0 = Period of the baseline
column-ti = Time of the latest value, decimal year
column-periodi = Period of the latest value
column-tt = Time of the target, decimal year
column-margin = Distance to the target
column-decimals = Decimals
column-kind = Type of indicator

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
list-changes = Changes
# Title of a part: the page's title, then which part: "Assignments: Health committee, 1–50".
part-title = { $page }: { $part }
# The first and the last row of a part, as numbers or by their first letters.
part-range = { $from }–{ $to }
# The first and the last of several departments.
part-groups = { $from } – { $to }
# Heading of a part: its rows, of how many.
part-of = { $from }–{ $to } of { $all }
# Below the first rows of a list, before the links to its parts.
part-shown = Showing { $from }–{ $to } of { $all }.
# Links to a page that has all rows.
all-goals = All goals ({ $count })
all-bodies = All responsible departments ({ $count })
all-areas = All areas ({ $count })
all-indicators = All indicators ({ $count })
all-assignments = All assignments ({ $count })
all-late = All late follow-ups ({ $count })
# How many pages a branch of the site map has.
page-count = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
