### Messages of the default theme. Ids are the same in all languages; translate what stands after the equals sign.

## The shell of every page

# Link that shows when a keyboard user presses Tab on a new page; jumps past the header.
skip-to-content = Skip to content

# Name of the list of languages in the header, read by screen readers.
language-menu = Languages

# Button on phones that opens the main menu; also the menu's name for screen readers.
main-menu = Menu

# Name of the path of links above the heading (Start > Assignments > …), read by screen readers.
breadcrumbs = You are here

# Heading of the list of links to the sections of a long page.
on-this-page = On this page

# Link at the end of the page.
back-to-top = Back to the top of the page

# Name of the list of links in the footer, read by screen readers.
footer-menu = Help and contact

# Name of the links to the neighbouring pages, read by screen readers.
pager = Previous and next

# Small label above the link to the previous page; the page's title follows on its own line.
previous = Previous

# Small label above the link to the next page; the page's title follows on its own line.
next = Next

# Name of the list of letters on the A–Z page, read by screen readers.
letters = Go to letter

## Headings of sections

# Heading above the programme's goals.
goals = Goals

# Heading above a list of assignments: what a department has been told to do.
assignments = Assignments

# Heading above the list of departments that carry out the programme.
bodies = Responsible departments

# Heading above links to neighbourhoods or areas.
areas = Areas

# Heading above the overview of how far the programme has come.
progress = How it is going

# Heading above links to the chapters of the programme.
chapters = Chapters of the programme

# Heading above the decisions on the programme, with dates.
decisions = Decisions

# Heading above measurable targets.
targets = What is to be achieved

# Heading above charts.
development = Development over time

# Heading above a table with one row per area.
places = The situation in each area

# Heading above tables of figures.
figures = Figures

# Heading above what has been reported about an assignment.
follow-ups = Follow-ups

# Heading above a list of periods with the date each follow-up is due.
follow-up-plan = When follow-ups are due

# Heading above follow-ups that should have been handed in but have not come.
late-follow-ups = Late follow-ups

# Heading, within a department, above assignments without a follow-up for the period.
missing-follow-ups = Missing follow-ups

# Button that shows what a department has reported for the period.
show-follow-ups = Show the follow-ups

# Heading above a bar of how many targets are met, on track, behind and so on.
fulfilment-heading = How far the targets have been reached

# Heading above a bar of how many assignments are not started, in progress, done and so on.
implementation-heading = How far the work has come

# Heading above which follow-ups a department has handed in.
reporting-heading = Follow-ups handed in

# Heading above links to years, terms or other periods.
periods = Periods

# Heading above links to indicators: what is measured.
indicators = Indicators

# Heading above facts on how something is measured.
about-indicator = About the indicator

# Heading above links to goals.
contributes-to = Goals that the assignment contributes to

# Heading above links to files with the figures.
open-data = Open data

# Sentence above links to data files.
open-data-text = All figures on this website are available as files that you may download and use.

## Numbered things

# Small label above a goal's title. $number is the goal's number, such as 2.
goal-number = Goal { $number }

# Small label above an assignment's title. $number is its number, such as 3.
assignment-number = Assignment { $number }

# Small label above a department's name: the section of the programme it has. $number is such as 4.1.
chapter-number = Section { $number }

## The three kinds of status

# Name of the status that says whether the work is under way: not started, in progress, done.
axis-implementation = Implementation

# Name of the status that says whether the target is reached: met, on track, behind.
axis-fulfilment = Goal achievement

# Name of the status that says whether the follow-up has been handed in.
axis-reporting = Reporting

## An assignment

# Heading above the decided text of an assignment.
decided-text = What has been decided

# Note beside the decided text; it is always in the language it was decided in.
decided-verbatim = The text is quoted word for word from the decided programme.

# Shown where the programme leaves a field of an assignment empty.
cell-empty = The programme states nothing here.

# Heading above our reading of a piece of decided text: target, cost, dates in plain words.
reading = How we read the text

# Note at the top of the decided text while nobody at the municipality has confirmed our reading. On phones the reading stands below the text.
reading-proposed = The reading beside the text is a proposal. The municipality has not confirmed it yet.

# Note at the top of the decided text once the reading is confirmed.
reading-confirmed = The reading beside the text has been confirmed by the municipality.

# Label before a link to the assignment that a follow-up is about.
assignment = Assignment

# Label before the department that is responsible; also the head of the first column of the follow-up matrix.
responsible = Responsible

## A target

# Note on an old target.
target-superseded = This target no longer applies. A later decision has replaced it.

# Label before the decision or date that set the target.
decided = Decided

# Label before a link to the indicator that measures the target.
measured-by = Measured by

# Button that shows the figures and the rule behind a status.
how-assessed = How the assessment was made

## A follow-up

# Label before a year, term or other period.
period = Period

# Label before the date by which a late follow-up should have been handed in.
due = Was due

# Label before the date a follow-up was handed in.
reported = Handed in

# Label before the role (never a person's name) that handed in a follow-up.
reported-by = Handed in by

# Label before what a follow-up is based on, such as a report.
evidence = Evidence

## Charts and tables

# Button under a chart that shows its figures in a table.
chart-as-table = Show the chart’s figures in a table

# Label before where figures come from.
source = Source

# Label before the date figures were last updated.
updated = Updated

# Caption of the table that shows who has handed in follow-ups.
coverage-caption = Follow-ups by department and period

# Head of the last row of a table: the sums.
total = Total

# Caption of the table on the page about languages.
languages-caption = Pages in each language

# Column head: the language's name.
language = Language

# Column head: number of pages.
pages = Pages

# Column head: number of translated pages.
translated-pages = Translated

# Column head: share of the pages that are translated, in per cent.
translated-share = Share translated

# Column head: number of machine-translated pages.
machine-translated = Machine translated

# Column head: number of translated pages that a person has reviewed.
reviewed-pages = Reviewed

## Accessibility statement

# Heading above known accessibility faults.
faults = What does not work for everyone

# Label before the reason for a fault.
fault-why = Why

# Label before another way to get the same information.
fault-alternative = What you can do instead

## Search

# Label of the search field.
search-label = Search this website

# Button beside the search field.
search-button = Search

# Shown when scripts are off; links to the A–Z page and the site map follow.
search-needs-script = Search does not work in your browser right now. You can find all pages here:

## The overview's three questions and their answers.

question-going = How is it going?
question-late = What is late?
question-changed = What has changed since last time?
# Heading above sentences about figures that have changed.
figures-changed = Figures that have changed
# Between two statuses, for screen readers: from the first to the second.
changed-to = to

approved = Approved figures
show-approved = Show all values as they were approved

## Reports that bodies owe as a whole, and judgements set by hand.

reports = Reports
report = Report
overruled-reason = Reason
overruled-computed = The figures give
# Before a year: link from a part of it.
whole-year = The whole of
