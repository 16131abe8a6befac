### Messages of the default theme. Ids are the same in all languages; translate what stands after the equals sign.

## The shell of every page

# Link that shows when a keyboard user presses Tab on a new page; jumps past the header.
skip-to-content = Hoppa till innehållet

# Name of the list of languages in the header, read by screen readers.
language-menu = Språk

# Button on phones that opens the main menu; also the menu's name for screen readers.
main-menu = Meny

# Name of the path of links above the heading (Start > Assignments > …), read by screen readers.
breadcrumbs = Du är här

# Heading of the list of links to the sections of a long page.
on-this-page = På den här sidan

# Link at the end of the page.
back-to-top = Till sidans början

# Name of the list of links in the footer, read by screen readers.
footer-menu = Hjälp och kontakt

# Name of the links to the neighbouring pages, read by screen readers.
pager = Föregående och nästa

# Small label above the link to the previous page; the page's title follows on its own line.
previous = Föregående

# Small label above the link to the next page; the page's title follows on its own line.
next = Nästa

# Name of the list of letters on the A–Z page, read by screen readers.
letters = Gå till bokstav

## Headings of sections

# Heading above the programme's goals.
goals = Mål

# Heading above a list of assignments: what a department has been told to do.
assignments = Uppdrag

# Heading above the list of departments that carry out the programme.
bodies = Ansvariga

# Heading above links to neighbourhoods or areas.
areas = Områden

# Heading above the overview of how far the programme has come.
progress = Så går det

# Heading above links to the chapters of the programme.
chapters = Programmets kapitel

# Heading above the decisions on the programme, with dates.
decisions = Beslut

# Heading above measurable targets.
targets = Det här ska uppnås

# Heading above charts.
development = Utveckling över tid

# Heading above a table with one row per area.
places = Läget i varje område

# Heading above tables of figures.
figures = Siffror

# Heading above what has been reported about an assignment.
follow-ups = Uppföljningar

# Heading above a list of periods with the date each follow-up is due.
follow-up-plan = När uppföljning ska lämnas

# Heading above follow-ups that should have been handed in but have not come.
late-follow-ups = Försenade uppföljningar

# Heading, within a department, above assignments without a follow-up for the period.
missing-follow-ups = Uppföljningar som saknas

# Button that shows what a department has reported for the period.
show-follow-ups = Visa uppföljningarna

# Heading above a bar of how many targets are met, on track, behind and so on.
fulfilment-heading = Hur långt målen har nåtts

# Heading above a bar of how many assignments are not started, in progress, done and so on.
implementation-heading = Hur långt arbetet har kommit

# Heading above which follow-ups a department has handed in.
reporting-heading = Lämnade uppföljningar

# Heading above links to years, terms or other periods.
periods = Perioder

# Heading above links to indicators: what is measured.
indicators = Mått

# Heading above facts on how something is measured.
about-indicator = Om måttet

# Heading above links to goals.
contributes-to = Mål som uppdraget bidrar till

# Heading above links to files with the figures.
open-data = Öppna data

# Sentence above links to data files.
open-data-text = Alla siffror på webbplatsen finns som filer som du får ladda ner och använda.

## Numbered things

# Small label above a goal's title. $number is the goal's number, such as 2.
goal-number = Mål { $number }

# Small label above an assignment's title. $number is its number, such as 3.
assignment-number = Uppdrag { $number }

# Small label above a department's name: the section of the programme it has. $number is such as 4.1.
chapter-number = Avsnitt { $number }

## The three kinds of status

# Name of the status that says whether the work is under way: not started, in progress, done.
axis-implementation = Genomförande

# Name of the status that says whether the target is reached: met, on track, behind.
axis-fulfilment = Måluppfyllelse

# Name of the status that says whether the follow-up has been handed in.
axis-reporting = Rapportering

## An assignment

# Heading above the decided text of an assignment.
decided-text = Det här är beslutat

# Note beside the decided text; it is always in the language it was decided in.
decided-verbatim = Texten återges ordagrant ur det beslutade programmet.

# Shown where the programme leaves a field of an assignment empty.
cell-empty = Programmet anger inget här.

# Heading above our reading of a piece of decided text: target, cost, dates in plain words.
reading = Så tolkar vi texten

# Note at the top of the decided text while nobody at the municipality has confirmed our reading. On phones the reading stands below the text.
reading-proposed = Tolkningen bredvid texten är ett förslag. Kommunen har inte bekräftat den än.

# Note at the top of the decided text once the reading is confirmed.
reading-confirmed = Tolkningen bredvid texten är bekräftad av kommunen.

# Label before a link to the assignment that a follow-up is about.
assignment = Uppdrag

# Label before the department that is responsible; also the head of the first column of the follow-up matrix.
responsible = Ansvarig

## A target

# Note on an old target.
target-superseded = Målet gäller inte längre. Det har ersatts av ett senare beslut.

# Label before the decision or date that set the target.
decided = Beslutat

# Label before a link to the indicator that measures the target.
measured-by = Mäts med

# Button that shows the figures and the rule behind a status.
how-assessed = Så är bedömningen gjord

## A follow-up

# Label before a year, term or other period.
period = Period

# Label before the date by which a late follow-up should have been handed in.
due = Skulle ha lämnats

# Label before the date a follow-up was handed in.
reported = Lämnad

# Label before the role (never a person's name) that handed in a follow-up.
reported-by = Lämnad av

# Label before what a follow-up is based on, such as a report.
evidence = Underlag

## Charts and tables

# Button under a chart that shows its figures in a table.
chart-as-table = Visa diagrammets siffror i en tabell

# Label before where figures come from.
source = Källa

# Label before the date figures were last updated.
updated = Uppdaterad

# Caption of the table that shows who has handed in follow-ups.
coverage-caption = Uppföljningar per ansvarig och period

# Head of the last row of a table: the sums.
total = Totalt

# Caption of the table on the page about languages.
languages-caption = Sidor på varje språk

# Column head: the language's name.
language = Språk

# Column head: number of pages.
pages = Sidor

# Column head: number of translated pages.
translated-pages = Översatta

# Column head: share of the pages that are translated, in per cent.
translated-share = Andel översatta

# Column head: number of machine-translated pages.
machine-translated = Maskinöversatta

# Column head: number of translated pages that a person has reviewed.
reviewed-pages = Granskade

## Accessibility statement

# Heading above known accessibility faults.
faults = Det här fungerar inte för alla

# Label before the reason for a fault.
fault-why = Varför

# Label before another way to get the same information.
fault-alternative = Så kan du göra i stället

## Search

# Label of the search field.
search-label = Sök på webbplatsen

# Button beside the search field.
search-button = Sök

# Shown when scripts are off; links to the A–Z page and the site map follow.
search-needs-script = Sökningen fungerar inte i din webbläsare just nu. Du hittar alla sidor här:

## The overview's three questions and their answers.

question-going = Hur går det?
question-late = Vad är försenat?
question-changed = Vad har ändrats sedan sist?
# Heading above sentences about figures that have changed.
figures-changed = Siffror som har ändrats
# Between two statuses, for screen readers: from the first to the second.
changed-to = till

approved = Fastställda siffror
show-approved = Visa alla värden som de fastställdes

## Reports that bodies owe as a whole, and judgements set by hand.

reports = Rapporter
report = Rapport
overruled-reason = Skäl
overruled-computed = Siffrorna ger
# Before a year: link from a part of it.
whole-year = Hela
