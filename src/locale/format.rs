//! Numbers, dates, lists and sorting by CLDR data: the adapter to ICU4X.

use icu::calendar::Iso;
use icu::collator::options::{CollatorOptions, Strength};
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::{YM, YMD};
use icu::datetime::input::Date as IcuDate;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::DecimalFormatterOptions;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale as IcuLocale;
use icu::plurals::{PluralCategory, PluralRules};

use super::Locale;
use crate::period::Date;

/// Everything that depends on a locale's data, made once for each language.
pub struct Formats {
    date: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    decimal: DecimalFormatter,
    list: ListFormatter,
    collator: CollatorBorrowed<'static>,
    categories: Vec<&'static str>,
}

impl std::fmt::Debug for Formats {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Formats").finish_non_exhaustive()
    }
}

impl Formats {
    /// Loads the data of a locale.
    ///
    /// # Panics
    /// If the compiled data lacks a locale of our own list; a test loads each of them.
    pub fn new(locale: &Locale) -> Self {
        let tag: IcuLocale = locale.cldr.parse().expect("the list of locales holds valid tags");
        let mut collation = CollatorOptions::default();
        collation.strength = Some(Strength::Tertiary);
        let rules = PluralRules::try_new_cardinal(tag.clone().into()).expect("compiled data has plural rules");
        Self {
            date: DateTimeFormatter::try_new(tag.clone().into(), YMD::long()).expect("compiled data has dates"),
            month: DateTimeFormatter::try_new(tag.clone().into(), YM::long()).expect("compiled data has months"),
            decimal: DecimalFormatter::try_new(tag.clone().into(), DecimalFormatterOptions::default()).expect("compiled data has numbers"),
            list: ListFormatter::try_new_and(tag.clone().into(), ListFormatterOptions::default()).expect("compiled data has lists"),
            collator: Collator::try_new(tag.into(), collation).expect("compiled data has collations"),
            categories: rules.categories().map(category_name).collect(),
        }
    }

    /// Day, month by name, year: never the numeric short form, whose order readers cannot know.
    pub fn date(&self, date: Date) -> String {
        icu_date(date).map_or_else(|| date.to_string(), |date| self.date.format(&date).to_string())
    }

    /// Month by name and year.
    pub fn month(&self, date: Date) -> String {
        icu_date(date).map_or_else(|| date.to_string(), |date| self.month.format(&date).to_string())
    }

    /// A number with a fixed number of decimals.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        let text = format!("{:.decimals$}", rounded(value, decimals));
        text.parse::<Decimal>().map_or(text, |number| self.decimal.format(&number).to_string())
    }

    /// "A, B och C".
    pub fn list(&self, items: &[String]) -> String {
        self.list.format(items.iter()).to_string()
    }

    /// The order of two texts: Swedish sorts å, ä, ö last, German sorts ä with a (CLDR).
    pub fn compare(&self, a: &str, b: &str) -> std::cmp::Ordering {
        self.collator.compare(a, b).then_with(|| a.cmp(b))
    }

    /// Whether two texts begin with the same letter: compares base letters, so that é is e but, in Swedish, ä is not a.
    pub fn same_letter(&self, a: &str, b: &str, primary: &CollatorBorrowed<'_>) -> bool {
        primary.compare(a, b) == std::cmp::Ordering::Equal
    }

    /// The plural categories that messages with a count must have (CLDR plural rules).
    pub fn plural_categories(&self) -> &[&'static str] {
        &self.categories
    }
}

/// A number rounded to so many decimals, halves away from zero as people do it. Nothing is nothing, never -0.
pub fn rounded(value: f64, decimals: usize) -> f64 {
    let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or_default());
    let scaled = (value * scale).round() / scale;
    if scaled.is_finite() { scaled + 0.0 } else { value }
}

/// A collator that sees base letters only, for grouping by first letter.
pub fn primary_collator(locale: &Locale) -> CollatorBorrowed<'static> {
    let tag: IcuLocale = locale.cldr.parse().expect("the list of locales holds valid tags");
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Primary);
    Collator::try_new(tag.into(), options).expect("compiled data has collations")
}

fn icu_date(date: Date) -> Option<IcuDate<Iso>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    IcuDate::try_new_iso(date.year().into(), month, day).ok()
}

fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formats(tag: &str) -> Formats {
        Formats::new(Locale::find(tag).expect("listed"))
    }

    #[test]
    fn every_listed_locale_has_data() {
        for tag in Locale::tags() {
            assert!(formats(tag).plural_categories().contains(&"other"), "{tag}");
        }
    }

    #[test]
    fn formats_as_readers_expect() {
        let day = Date::constant(2026, 11, 5);
        let cases = [
            ("sv", "5 november 2026", "1\u{a0}234\u{a0}567,8"),
            ("sv-simple", "5 november 2026", "1\u{a0}234\u{a0}567,8"),
            ("en", "5 November 2026", "1,234,567.8"),
            ("ar", "5 نوفمبر 2026", "1,234,567.8"),
            ("ti", "05 ሕዳር 2026", "1,234,567.8"),
            ("so", "Noofeembar 05, 2026", "1,234,567.8"),
            ("fa-AF", "5 نومبر 2026", "1,234,567.8"),
        ];
        for (tag, date, number) in cases {
            assert_eq!(formats(tag).date(day), date, "{tag}");
            assert_eq!(formats(tag).number(1_234_567.8, 1), number, "{tag}");
        }
    }

    #[test]
    fn sorts_by_language() {
        let mut names = ["Örebro", "Arboga", "Åre", "Zinkgruvan", "Ängelholm"];
        names.sort_by(|a, b| formats("sv").compare(a, b));
        assert_eq!(names, ["Arboga", "Zinkgruvan", "Åre", "Ängelholm", "Örebro"]);
    }
}
