### Messages of the default theme. Ids are the same in all languages; translate what stands after the equals sign.

## The shell of every page

# Link that shows when a keyboard user presses Tab on a new page; jumps past the header.
skip-to-content = الانتقال إلى المحتوى

# Name of the list of languages in the header, read by screen readers.
language-menu = اللغات

# Button on phones that opens the main menu; also the menu's name for screen readers.
main-menu = القائمة

# Name of the path of links above the heading (Start > Assignments > …), read by screen readers.
breadcrumbs = أنت هنا

# Heading of the list of links to the sections of a long page.
on-this-page = في هذه الصفحة

# Link at the end of the page.
back-to-top = إلى أعلى الصفحة

# Name of the list of links in the footer, read by screen readers.
footer-menu = المساعدة والتواصل

# Name of the links to the neighbouring pages, read by screen readers.
pager = السابق والتالي

# Small label above the link to the previous page; the page's title follows on its own line.
previous = السابق

# Small label above the link to the next page; the page's title follows on its own line.
next = التالي

# Name of the list of letters on the A–Z page, read by screen readers.
letters = الانتقال إلى حرف

## Headings of sections

# Heading above the programme's goals.
goals = الأهداف

# Heading above a list of assignments: what a department has been told to do.
assignments = المهام

# Heading above the list of departments that carry out the programme.
bodies = الجهات المسؤولة

# Heading above links to neighbourhoods or areas.
areas = المناطق

# Heading above the overview of how far the programme has come.
progress = كيف يسير العمل

# Heading above links to the chapters of the programme.
chapters = فصول البرنامج

# Heading above the decisions on the programme, with dates.
decisions = القرارات

# Heading above measurable targets.
targets = ما يجب تحقيقه

# Heading above charts.
development = التطور مع مرور الوقت

# Heading above a table with one row per area.
places = الوضع في كل منطقة

# Heading above tables of figures.
figures = الأرقام

# Heading above what has been reported about an assignment.
follow-ups = المتابعات

# Heading above a list of periods with the date each follow-up is due.
follow-up-plan = مواعيد تقديم المتابعات

# Heading above follow-ups that should have been handed in but have not come.
late-follow-ups = المتابعات المتأخرة

# Heading, within a department, above assignments without a follow-up for the period.
missing-follow-ups = المتابعات الناقصة

# Button that shows what a department has reported for the period.
show-follow-ups = عرض المتابعات

# Heading above a bar of how many targets are met, on track, behind and so on.
fulfilment-heading = إلى أي مدى تحققت الأهداف

# Heading above a bar of how many assignments are not started, in progress, done and so on.
implementation-heading = إلى أي مدى وصل العمل

# Heading above which follow-ups a department has handed in.
reporting-heading = المتابعات المُقدَّمة

# Heading above links to years, terms or other periods.
periods = الفترات

# Heading above links to indicators: what is measured.
indicators = مؤشرات القياس

# Heading above facts on how something is measured.
about-indicator = عن مؤشر القياس

# Heading above links to goals.
contributes-to = الأهداف التي تسهم المهمة في تحقيقها

# Heading above links to files with the figures.
open-data = البيانات المفتوحة

# Sentence above links to data files.
open-data-text = جميع أرقام الموقع موجودة في ملفات يمكنك تنزيلها واستخدامها.

## Numbered things

# Small label above a goal's title. $number is the goal's number, such as 2.
goal-number = الهدف { $number }

# Small label above an assignment's title. $number is its number, such as 3.
assignment-number = المهمة { $number }

# Small label above a department's name: the section of the programme it has. $number is such as 4.1.
chapter-number = القسم { $number }

## The three kinds of status

# Name of the status that says whether the work is under way: not started, in progress, done.
axis-implementation = التنفيذ

# Name of the status that says whether the target is reached: met, on track, behind.
axis-fulfilment = تحقيق الهدف

# Name of the status that says whether the follow-up has been handed in.
axis-reporting = تقديم التقارير

## An assignment

# Heading above the decided text of an assignment.
decided-text = ما تقرر

# Note beside the decided text; it is always in the language it was decided in.
decided-verbatim = النص منقول حرفيًا من البرنامج المعتمد.

# Shown where the programme leaves a field of an assignment empty.
cell-empty = لا يذكر البرنامج شيئًا هنا.

# Heading above our reading of a piece of decided text: target, cost, dates in plain words.
reading = كيف نفسر النص

# Note at the top of the decided text while nobody at the municipality has confirmed our reading. On phones the reading stands below the text.
reading-proposed = التفسير المعروض بجانب النص اقتراح. ولم تؤكده البلدية بعد.

# Note at the top of the decided text once the reading is confirmed.
reading-confirmed = التفسير المعروض بجانب النص أكدته البلدية.

# Label before a link to the assignment that a follow-up is about.
assignment = المهمة

# Label before the department that is responsible; also the head of the first column of the follow-up matrix.
responsible = المسؤول

## A target

# Note on an old target.
target-superseded = لم يعد هذا الهدف ساريًا. حل محله قرار لاحق.

# Label before the decision or date that set the target.
decided = القرار

# Label before a link to the indicator that measures the target.
measured-by = يُقاس باستخدام

# Button that shows the figures and the rule behind a status.
how-assessed = كيف جرى التقييم

## A follow-up

# Label before a year, term or other period.
period = الفترة

# Label before the date by which a late follow-up should have been handed in.
due = كان يجب تقديمها في

# Label before the date a follow-up was handed in.
reported = تاريخ التقديم

# Label before the role (never a person's name) that handed in a follow-up.
reported-by = مقدِّم المتابعة

# Label before what a follow-up is based on, such as a report.
evidence = تستند إلى

## Charts and tables

# Button under a chart that shows its figures in a table.
chart-as-table = عرض أرقام الرسم البياني في جدول

# Label before where figures come from.
source = المصدر

# Label before the date figures were last updated.
updated = آخر تحديث

# Caption of the table that shows who has handed in follow-ups.
coverage-caption = المتابعات حسب الجهة المسؤولة والفترة

# Head of the last row of a table: the sums.
total = المجموع

# Caption of the table on the page about languages.
languages-caption = الصفحات بكل لغة

# Column head: the language's name.
language = اللغة

# Column head: number of pages.
pages = الصفحات

# Column head: number of translated pages.
translated-pages = المترجمة

# Column head: share of the pages that are translated, in per cent.
translated-share = نسبة المترجمة

# Column head: number of machine-translated pages.
machine-translated = المترجمة آليًا

# Column head: number of translated pages that a person has reviewed.
reviewed-pages = المراجَعة

## Accessibility statement

# Heading above known accessibility faults.
faults = ما لا يعمل للجميع

# Label before the reason for a fault.
fault-why = السبب

# Label before another way to get the same information.
fault-alternative = ما يمكنك فعله بدلًا من ذلك

## Search

# Label of the search field.
search-label = البحث في الموقع

# Button beside the search field.
search-button = بحث

# Shown when scripts are off; links to the A–Z page and the site map follow.
search-needs-script = البحث لا يعمل في متصفحك الآن. تجد جميع الصفحات هنا:

## The overview's three questions and their answers.

question-going = كيف يسير العمل؟
question-late = ما الذي تأخر؟
question-changed = ما الذي تغير منذ المرة السابقة؟
# Heading above sentences about figures that have changed.
figures-changed = الأرقام التي تغيرت
# Between two statuses, for screen readers: from the first to the second.
changed-to = إلى

approved = الأرقام المعتمدة
show-approved = عرض جميع القيم كما اعتُمدت

## Reports that bodies owe as a whole, and judgements set by hand.

reports = التقارير
report = التقرير
overruled-reason = السبب
overruled-computed = التقييم حسب الأرقام
# Before a year: link from a part of it.
whole-year = كامل سنة
