### Messages of the default theme. Ids are the same in all languages; translate what stands after the equals sign.

## The shell of every page

# Link that shows when a keyboard user presses Tab on a new page; jumps past the header.
skip-to-content = U gudub nuxurka bogga

# Name of the list of languages in the header, read by screen readers.
language-menu = Luqado

# Button on phones that opens the main menu; also the menu's name for screen readers.
main-menu = Liiska

# Name of the path of links above the heading (Start > Assignments > …), read by screen readers.
breadcrumbs = Halkan baad joogtaa

# Heading of the list of links to the sections of a long page.
on-this-page = Boggan waxaa ku jira

# Link at the end of the page.
back-to-top = Ku noqo bilowga bogga

# Name of the list of links in the footer, read by screen readers.
footer-menu = Caawimo iyo xiriir

# Name of the links to the neighbouring pages, read by screen readers.
pager = Kii hore iyo ka xiga

# Small label above the link to the previous page; the page's title follows on its own line.
previous = Kii hore

# Small label above the link to the next page; the page's title follows on its own line.
next = Ka xiga

# Name of the list of letters on the A–Z page, read by screen readers.
letters = U gudub xaraf

## Headings of sections

# Heading above the programme's goals.
goals = Yoolal

# Heading above a list of assignments: what a department has been told to do.
assignments = Hawlo

# Heading above the list of departments that carry out the programme.
bodies = Waaxyaha mas’uulka ah

# Heading above links to neighbourhoods or areas.
areas = Deegaanno

# Heading above the overview of how far the programme has come.
progress = Sida ay wax u socdaan

# Heading above links to the chapters of the programme.
chapters = Cutubyada barnaamijka

# Heading above the decisions on the programme, with dates.
decisions = Go’aanno

# Heading above measurable targets.
targets = Waxa la doonayo in la gaaro

# Heading above charts.
development = Isbeddelka waqti ka waqti

# Heading above a table with one row per area.
places = Xaaladda deegaan kasta

# Heading above tables of figures.
figures = Tirooyin

# Heading above what has been reported about an assignment.
follow-ups = Dabagallo

# Heading above a list of periods with the date each follow-up is due.
follow-up-plan = Goorta la gudbinayo dabagallada

# Heading above follow-ups that should have been handed in but have not come.
late-follow-ups = Dabagallada daahay

# Heading, within a department, above assignments without a follow-up for the period.
missing-follow-ups = Dabagallada maqan

# Button that shows what a department has reported for the period.
show-follow-ups = Muuji dabagallada

# Heading above a bar of how many targets are met, on track, behind and so on.
fulfilment-heading = Inta yoolalka laga gaaray

# Heading above a bar of how many assignments are not started, in progress, done and so on.
implementation-heading = Inta shaqadu gaartay

# Heading above which follow-ups a department has handed in.
reporting-heading = Dabagallada la gudbiyay

# Heading above links to years, terms or other periods.
periods = Muddooyin

# Heading above links to indicators: what is measured.
indicators = Cabbirro

# Heading above facts on how something is measured.
about-indicator = Ku saabsan cabbirka

# Heading above links to goals.
contributes-to = Yoolalka ay hawshu wax ka tarto

# Heading above links to files with the figures.
open-data = Xog furan

# Sentence above links to data files.
open-data-text = Dhammaan tirooyinka websaydhka waxay ku jiraan faylal aad soo degsan karto oo aad isticmaali karto.

## Numbered things

# Small label above a goal's title. $number is the goal's number, such as 2.
goal-number = Yoolka { $number }

# Small label above an assignment's title. $number is its number, such as 3.
assignment-number = Hawsha { $number }

# Small label above a department's name: the section of the programme it has. $number is such as 4.1.
chapter-number = Qaybta { $number }

## The three kinds of status

# Name of the status that says whether the work is under way: not started, in progress, done.
axis-implementation = Fulin

# Name of the status that says whether the target is reached: met, on track, behind.
axis-fulfilment = Gaarista yoolka

# Name of the status that says whether the follow-up has been handed in.
axis-reporting = Warbixin

## An assignment

# Heading above the decided text of an assignment.
decided-text = Waa kan waxa la go’aamiyay

# Note beside the decided text; it is always in the language it was decided in.
decided-verbatim = Qoraalka waxaa eray eray looga soo qaatay barnaamijka la ansixiyay.

# Shown where the programme leaves a field of an assignment empty.
cell-empty = Barnaamijku halkan waxba kama sheegin.

# Heading above our reading of a piece of decided text: target, cost, dates in plain words.
reading = Sida aan u fahannay qoraalka

# Note at the top of the decided text while nobody at the municipality has confirmed our reading. On phones the reading stands below the text.
reading-proposed = Fasiraadda ku qoran qoraalka dhinaciisa waa soo jeedin. Degmadu weli ma xaqiijin.

# Note at the top of the decided text once the reading is confirmed.
reading-confirmed = Fasiraadda ku qoran qoraalka dhinaciisa degmadu waa xaqiijisay.

# Label before a link to the assignment that a follow-up is about.
assignment = Hawl

# Label before the department that is responsible; also the head of the first column of the follow-up matrix.
responsible = Mas’uul

## A target

# Note on an old target.
target-superseded = Yoolkan hadda ma shaqeeyo. Waxaa beddelay go’aan ka dambeeyay.

# Label before the decision or date that set the target.
decided = Go’aan

# Label before a link to the indicator that measures the target.
measured-by = Waxaa lagu cabbiraa

# Button that shows the figures and the rule behind a status.
how-assessed = Sida qiimaynta loo sameeyay

## A follow-up

# Label before a year, term or other period.
period = Muddo

# Label before the date by which a late follow-up should have been handed in.
due = Waxay ahayd in la gudbiyo

# Label before the date a follow-up was handed in.
reported = La gudbiyay

# Label before the role (never a person's name) that handed in a follow-up.
reported-by = Waxaa gudbiyay

# Label before what a follow-up is based on, such as a report.
evidence = Waxa lagu saleeyay

## Charts and tables

# Button under a chart that shows its figures in a table.
chart-as-table = Tirooyinka jaantuska ku muuji jadwal

# Label before where figures come from.
source = Xigasho

# Label before the date figures were last updated.
updated = La cusboonaysiiyay

# Caption of the table that shows who has handed in follow-ups.
coverage-caption = Dabagallada waax kasta iyo muddo kasta

# Head of the last row of a table: the sums.
total = Wadar

# Caption of the table on the page about languages.
languages-caption = Bogagga luqad kasta

# Column head: the language's name.
language = Luqad

# Column head: number of pages.
pages = Bogag

# Column head: number of translated pages.
translated-pages = La tarjumay

# Column head: share of the pages that are translated, in per cent.
translated-share = Boqolkiiba inta la tarjumay

# Column head: number of machine-translated pages.
machine-translated = Mashiin baa tarjumay

# Column head: number of translated pages that a person has reviewed.
reviewed-pages = La hubiyay

## Accessibility statement

# Heading above known accessibility faults.
faults = Waxa aan dadka oo dhan u shaqayn

# Label before the reason for a fault.
fault-why = Sababta

# Label before another way to get the same information.
fault-alternative = Waxa aad beddelkeeda samayn karto

## Search

# Label of the search field.
search-label = Ka raadi websaydhka

# Button beside the search field.
search-button = Raadi

# Shown when scripts are off; links to the A–Z page and the site map follow.
search-needs-script = Raadintu hadda kama shaqaynayso barowsarkaaga. Dhammaan bogagga waxaad ka heli kartaa halkan:

## The overview's three questions and their answers.

question-going = Sidee bay wax u socdaan?
question-late = Maxaa daahay?
question-changed = Maxaa isbeddelay tan iyo markii hore?
# Heading above sentences about figures that have changed.
figures-changed = Tirooyinka isbeddelay
# Between two statuses, for screen readers: from the first to the second.
changed-to = waxay isu beddeshay

approved = Tirooyinka la ansixiyay
show-approved = Muuji dhammaan qiimayaasha sidii loo ansixiyay

## Reports that bodies owe as a whole, and judgements set by hand.

reports = Warbixinno
report = Warbixin
overruled-reason = Sabab
overruled-computed = Qiimaynta tirooyinka
# Before a year: link from a part of it.
whole-year = Dhammaan sannadka
