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
nav-start = الرئيسية
nav-programme = البرنامج
goals-title = الأهداف
assignments-title = المهام
bodies-title = الجهات المسؤولة
areas-title = المناطق
indicators-title = مؤشرات القياس
news-title = الأخبار
glossary-title = شرح الكلمات
progress-title = كيف يسير العمل
progress-summary = ترى هنا كيف يسير العمل على الأهداف والمهام، وما المتابعات التي قُدِّمت.
period-title = المتابعة: { $period }
coverage-title = من قدّم المتابعة؟
coverage-summary = يبيّن الجدول المتابعات التي كان على كل جهة مسؤولة أن تقدمها، وكم متابعة وصلت منها.
letters-title = جميع الصفحات بالترتيب الأبجدي
sitemap-title = خريطة الموقع
languages-title = لغات الموقع
languages-summary = عدد الصفحات المتوفرة بكل لغة.
statement-title = بيان سهولة الوصول
not-found-title = الصفحة غير موجودة
not-found-text = ربما نُقلت الصفحة أو حُذفت. ابدأ من جديد من الصفحة الرئيسية أو ابحث في خريطة الموقع.
# Name of a table in a text, read by screen readers.
table-name = الجدول { $number }

## Notices

notice-demo = هذا الموقع نموذج توضيحي أُعِدّ من وثيقة عامة. وهو ليس موقع البلدية نفسها. الأرقام أمثلة ما لم يُذكر غير ذلك.
notice-draft = هذه مسودة. لم تُنشر بعد.
# Shown when a page is missing in the reader's language. $language is the name of the language it is shown in.
notice-fallback = هذه الصفحة غير متوفرة بالعربية. يُعرض النص بهذه اللغة: { $language }.
notice-machine = تُرجم هذا النص آليًا في { $date }. ولم يراجعه أحد. والنص السويدي هو المعتمد.
notice-machine-undated = تُرجم هذا النص آليًا. ولم يراجعه أحد. والنص السويدي هو المعتمد.
# In the language list, after a language that the page is missing in. Keep it short.
picker-untranslated = غير مترجمة
# Links between a page and its easy-read version.
twin-simple = نص سهل القراءة
twin-standard = النص العادي
# In the footer.
footer-accessibility = الإبلاغ عن خلل في سهولة الوصول

## Status: how far the work has come

implementation-not-started = لم تبدأ
implementation-in-progress = جارية
implementation-continuous = مستمرة
implementation-done = مكتملة
implementation-paused = متوقفة مؤقتًا
implementation-cancelled = أُوقفت نهائيًا
implementation-replaced = استُبدلت
implementation-unknown = لم يُقدَّم أي تقرير

## Status: how far the target is reached

fulfilment-met = تحقق
fulfilment-on-track = حسب الخطة
fulfilment-behind = متأخر عن الخطة
fulfilment-far-behind = متأخر كثيرًا
fulfilment-wrong-direction = في الاتجاه الخاطئ
fulfilment-not-met = لم يتحقق
fulfilment-increasing = في ازدياد
fulfilment-unchanged = دون تغيير
fulfilment-decreasing = في انخفاض
fulfilment-baseline = وضع البداية
fulfilment-not-assessed = لم يُقيَّم

## Why something is not assessed

reason-no-target = لا يوجد هدف يمكن قياسه.
reason-target-set-later = سيُحدد الهدف لاحقًا.
reason-no-baseline = قيمة البداية غير موجودة.
reason-no-measurement = لا يوجد قياس.
reason-too-old-measurement = القياس قديم جدًا.
reason-not-due = لم يقع الحدث بعد.
reason-confidential = المعلومة سرية.
reason-method-change = تغيرت طريقة القياس.
reason-not-applicable = لا ينطبق على هذه الفترة: لم يكن هناك أحد ممن يُحسبون.
reason-not-computable = لا تعطي الطريقة نتيجة لهذه الأرقام.

## Status: follow-ups

reporting-received = مُقدَّمة
reporting-expected = منتظرة
reporting-late = متأخرة
reporting-none = غير مطلوبة
reporting-partly = مُقدَّمة جزئيًا
coverage = { $owed ->
    [zero] المُقدَّم: { $received } من أصل { $owed } متابعة
    [one] المُقدَّم: { $received } من أصل متابعة واحدة
    [two] المُقدَّم: { $received } من أصل متابعتين
    [few] المُقدَّم: { $received } من أصل { $owed } متابعات
    [many] المُقدَّم: { $received } من أصل { $owed } متابعة
   *[other] المُقدَّم: { $received } من أصل { $owed } متابعة
}
# The same for the whole programme, as a sentence.
coverage-sentence = { $owed ->
    [zero] قُدِّمت { $received } من أصل { $owed } متابعة.
    [one] قُدِّمت { $received } من أصل متابعة واحدة.
    [two] قُدِّمت { $received } من أصل متابعتين.
    [few] قُدِّمت { $received } من أصل { $owed } متابعات.
    [many] قُدِّمت { $received } من أصل { $owed } متابعة.
   *[other] قُدِّمت { $received } من أصل { $owed } متابعة.
}
# Follow-ups are owed, but none of them is due yet.
coverage-expected = لم يحن موعد المتابعة بعد
coverage-none = لا تُطلب أي متابعة
assignment-count = { $count ->
    [zero] لا توجد مهام
    [one] مهمة واحدة
    [two] مهمتان
    [few] { $count } مهام
    [many] { $count } مهمة
   *[other] { $count } مهمة
}
as-of = الوضع في { $date }.
# The last day for a follow-up.
due-by = آخر موعد: { $date }
# Name of a bar, read by screen readers. $items is a list such as "3 met, 2 behind".
distribution-name = التوزيع: { $items }
distribution-item = { $label }: { $count }

## Periods

period-half-year = { $number ->
    [1] النصف الأول من سنة { $year }
   *[other] النصف الثاني من سنة { $year }
}
period-tertial = الثلث { $number } من سنة { $year }
period-quarter = الربع { $number } من سنة { $year }
period-vt = فصل الربيع الدراسي { $year }
period-ht = فصل الخريف الدراسي { $year }
period-school-year = السنة الدراسية { $from }/{ $to }
period-interval = { $from }–{ $to }
period-open = من { $from }

## Units

unit-percent = { $value }%
unit-index = { $value }
unit-count = { $value }
unit-people = { $value ->
    [zero] { $value } شخص
    [one] شخص واحد
    [two] شخصان
    [few] { $value } أشخاص
    [many] { $value } شخصًا
   *[other] { $value } شخص
}
unit-places = { $value ->
    [zero] { $value } مكان
    [one] مكان واحد
    [two] مكانان
    [few] { $value } أماكن
    [many] { $value } مكانًا
   *[other] { $value } مكان
}
unit-hours = { $value ->
    [zero] { $value } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $value } ساعات
    [many] { $value } ساعة
   *[other] { $value } ساعة
}
unit-weeks = { $value ->
    [zero] { $value } أسبوع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $value } أسابيع
    [many] { $value } أسبوعًا
   *[other] { $value } أسبوع
}
unit-days = { $value ->
    [zero] { $value } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $value } أيام
    [many] { $value } يومًا
   *[other] { $value } يوم
}
unit-times = { $value ->
    [zero] { $value } مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $value } مرات
    [many] { $value } مرة
   *[other] { $value } مرة
}
unit-groups = { $value ->
    [zero] { $value } مجموعة
    [one] مجموعة واحدة
    [two] مجموعتان
    [few] { $value } مجموعات
    [many] { $value } مجموعة
   *[other] { $value } مجموعة
}
unit-meeting-places = { $value ->
    [zero] { $value } مكان لقاء
    [one] مكان لقاء واحد
    [two] مكانا لقاء
    [few] { $value } أماكن لقاء
    [many] { $value } مكان لقاء
   *[other] { $value } مكان لقاء
}
unit-activities = { $value ->
    [zero] { $value } نشاط
    [one] نشاط واحد
    [two] نشاطان
    [few] { $value } أنشطة
    [many] { $value } نشاطًا
   *[other] { $value } نشاط
}
unit-brochures = { $value ->
    [zero] { $value } كتيب
    [one] كتيب واحد
    [two] كتيبان
    [few] { $value } كتيبات
    [many] { $value } كتيبًا
   *[other] { $value } كتيب
}
unit-languages = { $value ->
    [zero] { $value } لغة
    [one] لغة واحدة
    [two] لغتان
    [few] { $value } لغات
    [many] { $value } لغة
   *[other] { $value } لغة
}
unit-companies = { $value ->
    [zero] { $value } شركة
    [one] شركة واحدة
    [two] شركتان
    [few] { $value } شركات
    [many] { $value } شركة
   *[other] { $value } شركة
}
unit-courses = { $value ->
    [zero] { $value } دورة
    [one] دورة واحدة
    [two] دورتان
    [few] { $value } دورات
    [many] { $value } دورة
   *[other] { $value } دورة
}
unit-pages = { $value ->
    [zero] { $value } صفحة
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $value } صفحات
    [many] { $value } صفحة
   *[other] { $value } صفحة
}
unit-kr = { $value } كرونة
# A number without a unit.
unit-none = { $value }

## Targets. $value comes with its unit.

target-at-least = { $value } على الأقل
target-at-least-by = { $value } على الأقل في موعد أقصاه { $by }
target-at-most = { $value } على الأكثر
target-at-most-by = { $value } على الأكثر في موعد أقصاه { $by }
target-range = { $min } على الأقل و{ $max } على الأكثر
target-range-by = { $min } على الأقل و{ $max } على الأكثر في موعد أقصاه { $by }
# $per is one of the words quota-per-…
target-quota = { $value } على الأقل { $per }
target-quota-during = { $value } على الأقل { $per }، { $during }
target-quota-range = { $min } على الأقل و{ $max } على الأكثر { $per }
target-cumulative = المجموع { $value } على الأقل خلال { $during }
target-milestone = يكتمل في موعد أقصاه { $by }
target-milestone-undated = يجب أن يكتمل
target-increase = يجب أن تزداد القيمة
target-increase-by = يجب أن تزداد القيمة حتى { $by }
target-decrease = يجب أن تنخفض القيمة
target-decrease-by = يجب أن تنخفض القيمة حتى { $by }
target-every-place = { $value } على الأقل في كل منطقة
target-every-place-by = { $value } على الأقل في كل منطقة في موعد أقصاه { $by }
# $name is what is measured, $target a target such as "at least 60 % by 2010".
target-of = { $name }: { $target }
target-text = الهدف موصوف بالكلمات
target-deferred = سيُحدد الهدف لاحقًا
target-deferred-after = سيُحدد الهدف بعد { $when }
quota-per-year = في السنة
quota-per-half-year = كل نصف سنة
quota-per-tertial = كل أربعة أشهر
quota-per-quarter = كل ثلاثة أشهر
quota-per-month = في الشهر
quota-per-term = في كل فصل دراسي
quota-per-period = خلال الفترة كلها
quota-per-day = في اليوم
quota-per-person = لكل شخص

## Costs

cost-within-budget = ضمن إطار الميزانية العادية
cost-external = تدفعها جهات أخرى
cost-missing = لم تُذكر التكلفة
cost-amount = { $amount }
cost-amount-about = حوالي { $amount }
cost-range = { $min } إلى { $max }
cost-conditional = { $amount }، بحسب قرارات أخرى
cost-conditional-open = تتوقف على قرارات أخرى
# $amount is a sum, $per a list such as "per year and per place".
cost-per = { $amount } { $per }
cost-years = { $amount }، { $years }
cost-per-one-off = مرة واحدة
cost-per-year = في السنة
cost-per-place = لكل مكان
cost-per-person = لكل شخص
cost-per-meeting-place = لكل مكان لقاء
amount-sek = { $value } كرونة
amount-other = { $value } { $currency }

## How an assignment is followed up

plan-cadence = تُتابع { $cadence }
plan-programme = تُتابع { $cadence }، مثل البرنامج كله
plan-lead = المسؤول: { $lead }
plan-reports-to = تُقدَّم التقارير إلى: { $to }
cadence-year = كل سنة
cadence-half-year = كل نصف سنة
cadence-tertial = كل أربعة أشهر
cadence-quarter = كل ثلاثة أشهر
cadence-term = كل فصل دراسي
cadence-biennial = كل سنتين
cadence-once = مرة واحدة
cadence-continuous = باستمرار

## What the figures say. $from and $to come with their units.

finding-increased = { $name }: ازدادت القيمة. في { $first }: { $from }، وفي { $last }: { $to }.
finding-decreased = { $name }: انخفضت القيمة. في { $first }: { $from }، وفي { $last }: { $to }.
finding-unchanged = { $name }: لم تتغير القيمة من { $first } إلى { $last }: { $to }.
finding-single = { $name }: { $to } ({ $last }).
finding-none = { $name }: لا توجد قيم بعد.
finding-withheld = { $name }: القيم غير معروضة لأنها تخص عددًا قليلًا جدًا من الأشخاص.
finding-target = الهدف: { $target }.
finding-places = { $total ->
    [zero] القيمة أقل من { $limit } في { $below } من أصل { $total } منطقة.
    [one] القيمة أقل من { $limit } في { $below } من أصل منطقة واحدة.
    [two] القيمة أقل من { $limit } في { $below } من أصل منطقتين.
    [few] القيمة أقل من { $limit } في { $below } من أصل { $total } مناطق.
    [many] القيمة أقل من { $limit } في { $below } من أصل { $total } منطقة.
   *[other] القيمة أقل من { $limit } في { $below } من أصل { $total } منطقة.
}
finding-places-missing = { $count ->
    [zero] يوجد قياس لجميع المناطق.
    [one] لا يوجد قياس لمنطقة واحدة.
    [two] لا يوجد قياس لمنطقتين.
    [few] لا يوجد قياس في { $count } مناطق.
    [many] لا يوجد قياس في { $count } منطقة.
   *[other] لا يوجد قياس في { $count } منطقة.
}
# Description of a chart for those who cannot see it. $from and $to are periods.
chart-description = يبيّن الرسم البياني القيم من { $from } إلى { $to }. يسير الزمن من اليسار إلى اليمين. جميع القيم موجودة في الجدول.
chart-series-total = المجموع
chart-target = الهدف: { $value }
chart-table-caption = { $name }، القيم حسب الفترة
chart-table-caption-areas = { $name }، القيم حسب المنطقة والفترة
chart-table-caption-bodies = { $name }، القيم حسب الجهة المسؤولة والفترة
# $unit is a word such as "%".
chart-value = القيمة
data-csv = تنزيل بصيغة CSV
missing-value = غير موجودة
preliminary-value = { $value } (قيمة أولية)
not-measured = لا يوجد قياس

## How a status was worked out

input-baseline = قيمة البداية
input-latest = آخر قيمة
input-target = الهدف
input-required = القيمة اللازمة عند آخر قياس
input-growth = النمو السنوي حتى الآن
input-growth-required = النمو السنوي اللازم
input-ratio = النسبة بينهما
input-coefficient = تخفيف الشرط قرب أعلى قيمة ممكنة
input-score = النقاط، من ناقص 5 إلى 5
input-pace = سرعة التقدم مقارنة بالخطة
input-below = المناطق التي هي دون الهدف
input-unmeasured = المناطق التي ليس لها قياس
# A value and when it is from.
input-value-at = { $value } ({ $period })
rule-line = القاعدة: يُقارن التطور بخط مستقيم من قيمة البداية إلى الهدف. إذا بلغت السرعة 95 بالمئة على الأقل فالهدف حسب الخطة، وبين 60 و95 بالمئة متأخر عن الخطة، وأقل من 60 بالمئة متأخر كثيرًا.
rule-hold = القاعدة: كان الهدف محققًا من البداية ويجب الحفاظ عليه.
rule-level = القاعدة: تُقارن آخر قيمة بالهدف.
rule-past-due = القاعدة: انتهت المدة، ولذلك تُقارن القيمة عند نهايتها بالهدف.
rule-open-sdg = القاعدة: يُقارن النمو السنوي حتى الآن بالنمو اللازم للوصول إلى الهدف (طريقة Open SDG). إذا بلغ 95 بالمئة منه على الأقل فالهدف حسب الخطة، وبين 60 و95 بالمئة متأخر عن الخطة، وأقل من 60 بالمئة متأخر كثيرًا.
rule-open-sdg-growth = القاعدة: يُقيَّم النمو السنوي وحده، لأنه لا يوجد هدف (طريقة Open SDG). إذا بلغ 1.5 بالمئة على الأقل فالتقييم حسب الخطة، وبين 0.5 و1.5 بالمئة متأخر عن الخطة، وأقل من 0.5 بالمئة متأخر كثيرًا.
rule-trend = القاعدة: تُقارن آخر قيمة بأول قيمة.
rule-quota = القاعدة: تُقارن كل فترة بالهدف المحدد لها. وآخر فترة كاملة هي التي تحسم.
rule-pro-rata = القاعدة: لم تنتهِ الفترة، ولذلك تُقارن القيمة بجزء الهدف الذي يناسب الوقت المنقضي.
rule-cumulative = القاعدة: تُجمع القيم وتُقارن بالهدف المحدد للمدة كلها.
rule-milestone = القاعدة: يُقارن يوم الاكتمال باليوم الذي كان يجب الاكتمال فيه.
rule-none = لا يوجد ما يمكن حسابه.
rule-places = القاعدة: تُقيَّم كل منطقة وحدها. ويتحقق الهدف عندما تصل إليه جميع المناطق.
rule-same = هذا الهدف هو نفسه «{ $target }».

## Programmes, goals, decisions

form-programme = برنامج
form-plan = خطة
form-strategy = استراتيجية
form-policy = سياسة عامة
form-action-plan = خطة عمل
level-vision = رؤية
level-council = هدف المجلس البلدي
level-strategy = هدف استراتيجي
level-sub-goal = هدف فرعي
level-focus = مجال تركيز
level-joint = مهمة مشتركة للجميع
decision-adopted = اعتُمد
decision-revised = عُدِّل
decision-target-changed = تغيّر الهدف
decision-repealed = أُلغي
# A target was set by a decision: kind and date.
decision-on = { $kind } في { $date }
fact-form = نوع الوثيقة
fact-valid = مدة السريان
fact-owner = الجهة التي قررت
fact-direction = التطور الجيد
direction-up = كلما ارتفعت القيمة كان ذلك أفضل
direction-down = كلما انخفضت القيمة كان ذلك أفضل
fact-source = المصدر
fact-method = طريقة القياس
fact-population = يخص
cell-goal = الهدف
cell-assignment = المهمة
cell-follow-up = المتابعة
cell-target = مستوى الطموح أو الهدف
cell-cost = التكلفة
cell-schedule = الجدول الزمني
cell-responsible = المسؤول
lead-all = جميع الجهات المسؤولة
area-column = المنطقة
status-column = التقييم
period-column = الفترة
all-follow-ups = جميع المتابعات

## Accessibility statement

statement-status = ما مدى سهولة الوصول إلى الموقع؟
statement-full = متوافق تمامًا مع قانون سهولة الوصول إلى الخدمات العامة الرقمية
statement-partial = متوافق جزئيًا مع قانون سهولة الوصول إلى الخدمات العامة الرقمية
statement-none = غير متوافق مع قانون سهولة الوصول إلى الخدمات العامة الرقمية
statement-reviewed = آخر مراجعة
statement-method = كيف اختبرنا الموقع
statement-report = الإبلاغ عن خلل
statement-report-text = أخبرنا إذا وجدت شيئًا لا يعمل. ويمكنك أيضًا أن تطلب المحتوى بطريقة أخرى.
statement-supervision = الرقابة
statement-supervision-text = تراقب هيئة الإدارة الرقمية (Myndigheten för digital förvaltning) تطبيق القانون. إذا لم ترضَ عن الرد فيمكنك تقديم شكوى إلى الهيئة على { $address }.

## Follow-up: what is late, what has changed, reports as a whole.

coverage-late = { $count ->
    [zero] { $count } متأخرة
    [one] واحدة متأخرة
    [two] اثنتان متأخرتان
    [few] { $count } متأخرة
    [many] { $count } متأخرة
   *[other] { $count } متأخرة
}
late-sentence = { $count ->
    [zero] لا شيء متأخر.
    [one] توجد متابعة واحدة متأخرة.
    [two] توجد متابعتان متأخرتان.
    [few] توجد { $count } متابعات متأخرة.
    [many] توجد { $count } متابعة متأخرة.
   *[other] توجد { $count } متابعة متأخرة.
}
reports-caption = التقارير حسب الجهة المسؤولة والفترة
# A whole report that is late. $name is who owes it.
late-report = تقرير من { $name }
# How many of the sections that a report must hold are there.
report-sections = الأقسام: { $there } من أصل { $all }
# Heading. $period is a year.
changes-title = ما تغير منذ { $period }
changes-sentence = { $count ->
    [zero] لم تتغير حالة أي هدف أو مهمة.
    [one] تغيرت حالة هدف واحد أو مهمة واحدة.
    [two] تغيرت حالة اثنين من الأهداف والمهام.
    [few] تغيرت حالة { $count } من الأهداف والمهام.
    [many] تغيرت حالة { $count } من الأهداف والمهام.
   *[other] تغيرت حالة { $count } من الأهداف والمهام.
}
figures-sentence = { $count ->
    [zero] لا توجد أرقام لها قيمة جديدة.
    [one] رقم واحد له قيمة جديدة.
    [two] رقمان لهما قيمة جديدة.
    [few] { $count } أرقام لها قيمة جديدة.
    [many] { $count } رقمًا له قيمة جديدة.
   *[other] { $count } رقم له قيمة جديدة.
}
# A person has set another judgement than the figures give. $role is a role, $date a day.
overruled-sentence = حُدد التقييم يدويًا من قِبل { $role } في { $date }.

## Figures that were approved and frozen.

approved-on = اعتُمدت الأرقام في { $date }.
# $decision is a decision in the words of the record.
approved-by = اعتُمدت الأرقام في { $date }: { $decision }.
approved-changed = { $count ->
    [zero] لم يتغير شيء منذ ذلك الحين.
    [one] تغيرت معلومة واحدة منذ ذلك الحين.
    [two] تغيرت معلومتان منذ ذلك الحين.
    [few] تغيرت { $count } معلومات منذ ذلك الحين.
    [many] تغيرت { $count } معلومة منذ ذلك الحين.
   *[other] تغيرت { $count } معلومة منذ ذلك الحين.
}
approved-changes = ما تغير منذ اعتماد الأرقام
approved-figures = القيم كما اعتُمدت
approved-what = المعلومة
approved-then = آنذاك
approved-now = الآن
# $name is a goal or assignment.
approved-follow-up = { $name }، المتابعة: { $period }
# Between parts of a name.
list-comma = { "، " }

## Charts by place and by sex.

sex-women = النساء
sex-men = الرجال
# Lowest and highest value of several places or bodies.
finding-spread = { $name }، { $period }: أدنى قيمة { $from } ({ $lowest })، وأعلى قيمة { $to } ({ $highest }).
finding-one = { $name }، { $period }: { $to } ({ $highest }).
bars-description = يبيّن الرسم البياني القيم في { $period } على شكل أشرطة أفقية. جميع القيم موجودة في الجدول.
dots-description = يبيّن الرسم البياني آخر قيمة لكل منطقة على شكل نقطة، والهدف على شكل خط. جميع القيم موجودة في الجدول.
dots-met = وصلت إلى الهدف
dots-not-met = لم تصل إلى الهدف
chart-table-caption-sexes = { $name }، القيم حسب الجنس والفترة
chart-table-caption-latest = { $name }، القيم في { $period }
body-column = الجهة المسؤولة
# Where the definition of a figure changed, in a chart.
chart-break = تعريف جديد
break-note = تعريف جديد ابتداءً من { $period }: { $text }
# In place of a value about so few people that it is not published.
withheld-value = غير معروضة
withheld-note = لا تُعرض القيم التي تخص عددًا قليلًا جدًا من الأشخاص، ولا القيم التي يمكن حسابها منها.
not-applicable-value = لا تنطبق
revised-value = { $value } (قيمة معدَّلة)

## Open data: address, page, tables, columns and feed

slug-open-data = open-data
open-data-title = البيانات المفتوحة
open-data-summary = هنا البرنامج ومؤشرات القياس والمتابعات في جداول يمكنك تنزيلها واستخدامها.
open-data-tables = الجداول
open-data-indicators = كل مؤشر على حدة
open-data-descriptions = أوصاف مخصصة للحواسيب
open-data-licence = الترخيص
open-data-rows = عدد الصفوف
open-data-package = جميع الجداول والأعمدة (Data Package)
open-data-catalogue = فهرس لبوابات البيانات (DCAT-AP-SE)
feed-title = متابعات جديدة
feed-summary = آخر متابعات الأهداف والمهام.
# Title of a follow-up in the feed.
feed-entry = { $name }, { $period }: { $state }
data-format-excel = CSV لبرنامج Excel
data-format-csv = CSV (RFC 4180)
data-format-json = JSON
data-observations = قيم مؤشرات القياس
data-observations-text = قيم جميع مؤشرات القياس حسب الفترة والمنطقة والجهة المسؤولة والجنس.
data-follow-ups = المتابعات
data-follow-ups-text = ما ورد من تقارير عن كل هدف ومهمة في كل فترة.
data-assignments = المهام
data-assignments-text = المهام مع نصها المعتمد والجهة المسؤولة وحالة التنفيذ والتقييم.
data-goals = الأهداف
data-goals-text = الأهداف مع نصها المعتمد والتقييم.
data-targets = المستويات المستهدفة
data-targets-text = ما يجب الوصول إليه وكيف يسير العمل والأرقام التي حُسب منها التقييم.
data-duties = تقديم المتابعات
data-duties-text = المتابعات التي يجب تقديمها وآخر موعد لها وهل قُدمت.
data-sections = التقارير
data-sections-text = ما كتبته الجهات المسؤولة في كل قسم من تقاريرها.
data-bodies = الجهات المسؤولة
data-bodies-text = رموز وأسماء الجهات المسؤولة عن المهام.
data-areas = المناطق
data-areas-text = رموز وأسماء المناطق.
data-indicators = مؤشرات القياس
data-indicators-text = الرمز والاسم والوحدة والمصدر لكل مؤشر.
data-indicator-text = قيم مؤشر واحد حسب الفترة والمنطقة والجهة المسؤولة والجنس.
data-final = نهائية
data-preliminary = أولية
data-revised = معدلة
data-confidential = سرية
data-empty = لا قيمة
data-in-force = سارية
data-struck = محذوفة
data-at-least = على الأقل
data-at-most = على الأكثر
data-form-level = مستوى
data-form-share = نسبة
data-form-quota = عدد لكل فترة
data-form-cumulative = مجموع
data-form-range = نطاق
data-form-milestone = إنجاز قبل تاريخ
data-form-direction = اتجاه
data-form-every-place = مستوى في كل منطقة
data-form-text = بالكلمات
data-form-deferred = يُحدد لاحقًا
data-indicator-level = حالة في وقت معين
data-indicator-flow = عدد خلال فترة
data-indicator-ratio = نسبة
data-indicator-index = مؤشر مركب
data-indicator-binary = نعم أو لا
column-title = العنوان
column-indicator = مؤشر القياس
column-period-start = أول يوم في الفترة
column-period-end = آخر يوم في الفترة
column-body = الجهة المسؤولة
column-sex = الجنس
column-numerator = البسط
column-denominator = المقام
column-finality = حالة القيمة
column-note = ملاحظة
column-state = التنفيذ
column-forecast = التوقع
column-section = القسم
column-text = النص
column-evidence = تستند إلى
column-date = التاريخ
column-role = مقدِّم المتابعة
column-grounds = سبب التقييم الخاص
column-due = آخر يوم للتقديم
column-received = تاريخ الورود
column-id = الرمز
column-number = الرقم
column-validity = السريان
column-reporting = تقديم المتابعات
column-confirmed = القراءة مؤكدة
column-address = عنوان الويب
column-level = المستوى
column-decision = القرار
column-reason = سبب عدم التقييم
column-owner = تابع لـ
column-form = نوع الهدف
column-bound = الشرط
column-max = الحد الأعلى
column-unit = الوحدة
column-per = لكل
column-by = في موعد أقصاه
column-during = خلال الفترة
column-supersedes = يحل محل
column-same-as = مثل
column-in-force = سارٍ
column-rule = القاعدة
column-t0 = وقت قيمة البداية، سنة عشرية
column-period0 = فترة قيمة البداية
column-ti = وقت آخر قيمة، سنة عشرية
column-periodi = فترة آخر قيمة
column-tt = وقت الهدف، سنة عشرية
column-margin = المسافة إلى الهدف
column-decimals = المنازل العشرية
column-kind = نوع المؤشر

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
list-changes = التغييرات
# Title of a part: the page's title, then which part: "Assignments: Health committee, 1–50".
part-title = { $page }: { $part }
# The first and the last row of a part, as numbers or by their first letters.
part-range = { $from }–{ $to }
# The first and the last of several departments.
part-groups = { $from } – { $to }
# Heading of a part: its rows, of how many.
part-of = { $from }–{ $to } من أصل { $all }
# Below the first rows of a list, before the links to its parts.
part-shown = يُعرض هنا { $from }–{ $to } من أصل { $all }.
# Links to a page that has all rows.
all-goals = جميع الأهداف ({ $count })
all-bodies = جميع الجهات المسؤولة ({ $count })
all-areas = جميع المناطق ({ $count })
all-indicators = جميع مؤشرات القياس ({ $count })
all-assignments = جميع المهام ({ $count })
all-late = جميع المتابعات المتأخرة ({ $count })
# How many pages a branch of the site map has.
page-count = { $count ->
    [zero] لا توجد صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $count } صفحات
    [many] { $count } صفحة
   *[other] { $count } صفحة
}
