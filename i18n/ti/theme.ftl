### Messages of the default theme. Ids are the same in all languages; translate what stands after the equals sign.

## The shell of every page

# Link that shows when a keyboard user presses Tab on a new page; jumps past the header.
skip-to-content = ናብ ትሕዝቶ ሕለፉ

# Name of the list of languages in the header, read by screen readers.
language-menu = ቋንቋታት

# Button on phones that opens the main menu; also the menu's name for screen readers.
main-menu = ዝርዝር

# Name of the path of links above the heading (Start > Assignments > …), read by screen readers.
breadcrumbs = ኣብዚ ኣለኹም

# Heading of the list of links to the sections of a long page.
on-this-page = ኣብዚ ገጽ

# Link at the end of the page.
back-to-top = ናብ መጀመርታ እቲ ገጽ

# Name of the list of links in the footer, read by screen readers.
footer-menu = ሓገዝን ርክብን

# Name of the links to the neighbouring pages, read by screen readers.
pager = ዝሓለፈን ዝቕጽልን

# Small label above the link to the previous page; the page's title follows on its own line.
previous = ዝሓለፈ

# Small label above the link to the next page; the page's title follows on its own line.
next = ዝቕጽል

# Name of the list of letters on the A–Z page, read by screen readers.
letters = ናብ ፊደል ኪዱ

## Headings of sections

# Heading above the programme's goals.
goals = ሸቶታት

# Heading above a list of assignments: what a department has been told to do.
assignments = ዕማማት

# Heading above the list of departments that carry out the programme.
bodies = ሓላፍነት ዘለዎም

# Heading above links to neighbourhoods or areas.
areas = ከባቢታት

# Heading above the overview of how far the programme has come.
progress = ከመይ ይኸይድ ኣሎ

# Heading above links to the chapters of the programme.
chapters = ምዕራፋት ናይቲ ፕሮግራም

# Heading above the decisions on the programme, with dates.
decisions = ውሳነታት

# Heading above measurable targets.
targets = እዚ ክብጻሕ ኣለዎ

# Heading above charts.
development = ምዕባለ ምስ ግዜ

# Heading above a table with one row per area.
places = ኩነታት ኣብ ነፍሲ ወከፍ ከባቢ

# Heading above tables of figures.
figures = ቁጽርታት

# Heading above what has been reported about an assignment.
follow-ups = ክትትላት

# Heading above a list of periods with the date each follow-up is due.
follow-up-plan = ክትትል መዓስ ክቐርብ ከም ዘለዎ

# Heading above follow-ups that should have been handed in but have not come.
late-follow-ups = ዝደንጐዩ ክትትላት

# Heading, within a department, above assignments without a follow-up for the period.
missing-follow-ups = ዝጐደሉ ክትትላት

# Button that shows what a department has reported for the period.
show-follow-ups = እቶም ክትትላት ኣርኢ

# Heading above a bar of how many targets are met, on track, behind and so on.
fulfilment-heading = እቶም ሸቶታት ክሳብ ክንደይ ከም ዝተበጽሑ

# Heading above a bar of how many assignments are not started, in progress, done and so on.
implementation-heading = እቲ ስራሕ ክሳብ ክንደይ ከም ዝበጽሐ

# Heading above which follow-ups a department has handed in.
reporting-heading = ዝቐረቡ ክትትላት

# Heading above links to years, terms or other periods.
periods = እዋናት

# Heading above links to indicators: what is measured.
indicators = ኣመላኸቲ

# Heading above facts on how something is measured.
about-indicator = ብዛዕባ እቲ ኣመላኻቲ

# Heading above links to goals.
contributes-to = እቲ ዕማም ዝሕግዞም ሸቶታት

# Heading above links to files with the figures.
open-data = ክፉት ዳታ

# Sentence above links to data files.
open-data-text = ኩሎም ቁጽርታት ናይዚ መርበብ ሓበሬታ፡ ከተውርድዎምን ክትጥቀሙሎምን ከም እትኽእሉ ፋይላት ኣለዉ።

## Numbered things

# Small label above a goal's title. $number is the goal's number, such as 2.
goal-number = ሸቶ { $number }

# Small label above an assignment's title. $number is its number, such as 3.
assignment-number = ዕማም { $number }

# Small label above a department's name: the section of the programme it has. $number is such as 4.1.
chapter-number = ክፋል { $number }

## The three kinds of status

# Name of the status that says whether the work is under way: not started, in progress, done.
axis-implementation = ኣፈጻጽማ

# Name of the status that says whether the target is reached: met, on track, behind.
axis-fulfilment = ምብጻሕ ሸቶ

# Name of the status that says whether the follow-up has been handed in.
axis-reporting = ጸብጻብ ምቕራብ

## An assignment

# Heading above the decided text of an assignment.
decided-text = እቲ ዝተወሰነ

# Note beside the decided text; it is always in the language it was decided in.
decided-verbatim = እቲ ጽሑፍ ካብቲ ዝተወሰነ ፕሮግራም ቃል ብቃሉ ዝተወስደ እዩ።

# Shown where the programme leaves a field of an assignment empty.
cell-empty = እቲ ፕሮግራም ኣብዚ ዝብሎ የለን።

# Heading above our reading of a piece of decided text: target, cost, dates in plain words.
reading = ነቲ ጽሑፍ ከምዚ ንርድኦ

# Note at the top of the decided text while nobody at the municipality has confirmed our reading. On phones the reading stands below the text.
reading-proposed = ኣብ ጎድኒ እቲ ጽሑፍ ዘሎ ኣተረጓጕማ እማመ እዩ። እቲ ኮሙን ገና ኣየረጋገጾን።

# Note at the top of the decided text once the reading is confirmed.
reading-confirmed = ኣብ ጎድኒ እቲ ጽሑፍ ንዘሎ ኣተረጓጕማ እቲ ኮሙን ኣረጋጊጽዎ እዩ።

# Label before a link to the assignment that a follow-up is about.
assignment = ዕማም

# Label before the department that is responsible; also the head of the first column of the follow-up matrix.
responsible = ሓላፍነት ዘለዎ

## A target

# Note on an old target.
target-superseded = እዚ ሸቶ ድሕሪ ሕጂ ኣየገልግልን። ብድሕሪኡ ብዝመጸ ውሳነ ተተኪኡ እዩ።

# Label before the decision or date that set the target.
decided = ዝተወሰነ

# Label before a link to the indicator that measures the target.
measured-by = ዝዕቀነሉ

# Button that shows the figures and the rule behind a status.
how-assessed = እቲ ገምጋም ብኸመይ ከም ዝተገብረ

## A follow-up

# Label before a year, term or other period.
period = እዋን

# Label before the date by which a late follow-up should have been handed in.
due = ክቐርብ ዝነበሮ

# Label before the date a follow-up was handed in.
reported = ዝቐረበ

# Label before the role (never a person's name) that handed in a follow-up.
reported-by = ዘቕረበ

# Label before what a follow-up is based on, such as a report.
evidence = መሰረት

## Charts and tables

# Button under a chart that shows its figures in a table.
chart-as-table = ቁጽርታት ናይቲ ስእላዊ መግለጺ ኣብ ሰንጠረዥ ኣርእዩ

# Label before where figures come from.
source = ምንጪ

# Label before the date figures were last updated.
updated = ዝተሓደሰ

# Caption of the table that shows who has handed in follow-ups.
coverage-caption = ክትትላት ብክፍሊ ምምሕዳርን ብእዋንን

# Head of the last row of a table: the sums.
total = ድምር

# Caption of the table on the page about languages.
languages-caption = ገጻት ብነፍሲ ወከፍ ቋንቋ

# Column head: the language's name.
language = ቋንቋ

# Column head: number of pages.
pages = ገጻት

# Column head: number of translated pages.
translated-pages = ዝተተርጐሙ

# Column head: share of the pages that are translated, in per cent.
translated-share = ክንደይ ሚእታዊት ከም ዝተተርጐሙ

# Column head: number of machine-translated pages.
machine-translated = ብማሽን ዝተተርጐሙ

# Column head: number of translated pages that a person has reviewed.
reviewed-pages = ዝተመርመሩ

## Accessibility statement

# Heading above known accessibility faults.
faults = እዚ ንኹሉ ሰብ ኣይሰርሕን

# Label before the reason for a fault.
fault-why = ስለምንታይ

# Label before another way to get the same information.
fault-alternative = ኣብ ክንድኡ ክትገብርዎ እትኽእሉ

## Search

# Label of the search field.
search-label = ኣብዚ መርበብ ሓበሬታ ድለዩ

# Button beside the search field.
search-button = ድለዩ

# Shown when scripts are off; links to the A–Z page and the site map follow.
search-needs-script = ምድላይ ኣብ ናይ ኢንተርነት መርአዪኹም ሕጂ ኣይሰርሕን እዩ። ኩሎም ገጻት ኣብዚ ይርከቡ፦

## The overview's three questions and their answers.

question-going = ከመይ ይኸይድ ኣሎ?
question-late = እንታይ ደንጕዩ?
question-changed = ካብቲ ዝሓለፈ ግዜ ጀሚሩ እንታይ ተቐይሩ?
# Heading above sentences about figures that have changed.
figures-changed = ዝተቐየሩ ቁጽርታት
# Between two statuses, for screen readers: from the first to the second.
changed-to = ናብ

approved = ዝጸደቑ ቁጽርታት
show-approved = ኩሎም ቁጽርታት ከምቲ ዝጸደቕዎ ኣርእዩ

## Reports that bodies owe as a whole, and judgements set by hand.

reports = ጸብጻባት
report = ጸብጻብ
overruled-reason = ምኽንያት
overruled-computed = ገምጋም ብመሰረት እቶም ቁጽርታት
# Before a year: link from a part of it.
whole-year = ምሉእ ዓመት
