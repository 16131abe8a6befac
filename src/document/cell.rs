//! What is written in single cells: numbers, dates, sexes and words for how final a value is, as Swedish staff and
//! Excel write them.

use super::data::{Finality, Sex, Sign};
use crate::period::Date;

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Figure {
    /// A sign that means "missing".
    Missing,
    /// A number, in kronor when it is money, and the sign that stands behind it.
    Number(f64, Option<Sign>),
}

/// What may stand behind a number, longest first: its sign, and what the number is multiplied by.
const SIGNS: [(&str, Sign, f64); 18] = [
    ("miljoner kronor", Sign::Money, 1e6),
    ("tusen kronor", Sign::Money, 1e3),
    ("miljoner kr", Sign::Money, 1e6),
    ("milj. kr", Sign::Money, 1e6),
    ("procent", Sign::Percent, 1.0),
    ("milj kr", Sign::Money, 1e6),
    ("kronor", Sign::Money, 1.0),
    ("milj.kr", Sign::Money, 1e6),
    ("milj.", Sign::Money, 1e6),
    ("mnkr", Sign::Money, 1e6),
    ("mkr", Sign::Money, 1e6),
    ("tkr", Sign::Money, 1e3),
    ("msek", Sign::Money, 1e6),
    ("tsek", Sign::Money, 1e3),
    ("sek", Sign::Money, 1.0),
    ("kr", Sign::Money, 1.0),
    (":-", Sign::Money, 1.0),
    ("%", Sign::Percent, 1.0),
];

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}

/// A number as Swedish Excel writes it.
pub(super) fn parse_number(text: &str) -> Option<Figure> {
    let text = text.trim_matches(is_space).to_lowercase();
    if matches!(text.as_str(), ".." | "." | "-" | "–" | "…" | "...") {
        return Some(Figure::Missing);
    }
    let sign = SIGNS.iter().find_map(|(word, sign, scale)| Some((text.strip_suffix(word)?, *sign, *scale)));
    let (bare, sign, scale) = sign.map_or((text.as_str(), None, 1.0), |(bare, sign, scale)| (bare, Some(sign), scale));
    let number = parse_bare(bare.trim_end_matches(is_space))?;
    // Scaling must not turn 1,1 mkr into 1100000.0000000002.
    let scaled = if scale == 1.0 { number } else { shortest(number * scale) };
    Some(Figure::Number(scaled, sign))
}

/// Digits with spaces between thousands and one decimal sign. A lone point is one too: Swedish Excel writes no points
/// between thousands, so `1.234` can only come from a program that writes decimal points.
fn parse_bare(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['-', '−', '–', '+']).unwrap_or(text);
    let (whole, decimals) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> = whole.split(is_space).collect();
    // `58 9` is no number: a slip of the hand must not become 589.
    let grouped =
        groups.len() == 1 || (groups.iter().skip(1).all(|group| group.len() == 3) && groups.first().is_some_and(|group| group.len() <= 3));
    if !grouped || !groups.iter().all(|group| all_digits(group)) || !all_digits(decimals) {
        return None;
    }
    let minus = if text.starts_with(['-', '−', '–']) { "-" } else { "" };
    format!("{minus}{}.{decimals}", groups.concat()).parse().ok().filter(|number: &f64| number.is_finite())
}

/// The number as a spreadsheet shows it: fifteen digits, which is all that it calculates with.
pub(super) fn shortest(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

const MONTHS: [(&str, &str); 12] = [
    ("januari", "january"),
    ("februari", "february"),
    ("mars", "march"),
    ("april", "april"),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augusti", "august"),
    ("september", "september"),
    ("oktober", "october"),
    ("november", "november"),
    ("december", "december"),
];

fn month(text: &str) -> Option<i8> {
    let name = text.trim_end_matches('.').to_lowercase();
    let at = MONTHS.iter().position(|(sv, en)| name.len() >= 3 && (sv.starts_with(&name) || en.starts_with(&name)))?;
    i8::try_from(at + 1).ok()
}

/// A date where its day, month and year cannot be confused: `2009-04-08`, `20090408`, `8 april 2009`. A number of
/// five digits is what Excel keeps instead of a date.
pub(super) fn parse_date(text: &str, from_1904: bool) -> Option<Date> {
    let text = text.trim();
    let day = text.strip_suffix("00:00:00").or_else(|| text.strip_suffix("00:00")).unwrap_or(text).trim_end_matches(['T', ' ']);
    if let Some(number) = day.parse().ok().filter(|_| day.bytes().all(|byte| byte.is_ascii_digit())) {
        return match day.len() {
            5 => serial_date(number, from_1904),
            8 => Date::new(i16::try_from(number / 10_000).ok()?, two(number / 100)?, two(number)?).ok(),
            _ => None,
        };
    }
    if day.len() == 10
        && let Ok(date) = day.parse()
    {
        return Some(date);
    }
    let mut words = day.split_whitespace();
    let (first, second, year) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month(second)?, first.trim_end_matches(['.', ':']).parse().ok()?).ok()
}

fn two(number: i32) -> Option<i8> {
    i8::try_from(number % 100).ok()
}

/// Excel's number of a day, between 1954 and 2119: others are no dates that anyone reports.
fn serial_date(number: i32, from_1904: bool) -> Option<Date> {
    let days = number + if from_1904 { 1462 } else { 0 };
    let first = Date::new(1899, 12, 30).ok()?;
    (20_000..80_000).contains(&days).then(|| first.checked_add(jiff::Span::new().days(days)).ok()).flatten()
}

/// Whether a text is what Excel makes of a number that looks like a date: `22-maj`, `maj-22`, `2009-05-22`.
pub(super) fn is_date_like(text: &str) -> bool {
    let text = text.trim();
    let parts: Vec<&str> = text.split(['-', ' ', '/']).collect();
    let has_month = parts.len() == 2 && parts.iter().any(|part| month(part).is_some()) && text.bytes().any(|byte| byte.is_ascii_digit());
    has_month || (text.len() > 5 && parse_date(text, false).is_some())
}

/// `Some(None)` for both together.
pub(super) fn parse_sex(text: &str) -> Option<Option<Sex>> {
    match text.trim().to_lowercase().as_str() {
        "kvinnor" | "kvinna" | "k" | "women" | "woman" | "female" | "f" | "flickor" | "girls" => Some(Some(Sex::Women)),
        "män" | "man" | "m" | "men" | "male" | "pojkar" | "boys" => Some(Some(Sex::Men)),
        other => is_total(other).then_some(None),
    }
}

/// Whether a text means "all together".
pub(super) fn is_total(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "totalt" | "total" | "alla" | "all" | "t")
}

/// How final a value is.
pub(super) fn parse_finality(text: &str) -> Option<Finality> {
    match text.trim().to_lowercase().as_str() {
        "slutlig" | "slutligt" | "final" => Some(Finality::Final),
        "preliminar" | "preliminär" | "preliminärt" | "preliminary" => Some(Finality::Preliminary),
        "reviderad" | "reviderat" | "revised" => Some(Finality::Revised),
        "saknas" | "missing" => Some(Finality::Missing),
        "sekretess" | "confidential" => Some(Finality::Confidential),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_as_swedish_excel_writes_them() {
        let plain = |number| Some(Figure::Number(number, None));
        let money = |number| Some(Figure::Number(number, Some(Sign::Money)));
        let percent = |number| Some(Figure::Number(number, Some(Sign::Percent)));
        let cases = [
            ("41", plain(41.0)),
            ("59,7", plain(59.7)),
            ("1 234,5", plain(1234.5)),
            ("1\u{202F}234\u{2009}567", plain(1_234_567.0)),
            ("1.234", plain(1.234)),
            ("-3", plain(-3.0)),
            ("−3,5", plain(-3.5)),
            ("1\u{A0}000 kr", money(1000.0)),
            ("500 tkr", money(500_000.0)),
            ("1,1 mkr", money(1_100_000.0)),
            ("2,5 milj. kr", money(2_500_000.0)),
            ("3 milj.", money(3_000_000.0)),
            ("150:-", money(150.0)),
            ("62 %", percent(62.0)),
            ("62%", percent(62.0)),
            ("62 procent", percent(62.0)),
            ("..", Some(Figure::Missing)),
            ("–", Some(Figure::Missing)),
            ("fyra", None),
            ("1,2,3", None),
            ("1.234,5", None),
            ("58 9", None),
            ("1234 567", None),
            ("5,", None),
            (",5", None),
            ("1e5", None),
            ("inf", None),
            ("kr", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_number(text), expected, "{text:?}");
        }
    }

    #[test]
    fn reads_dates_that_cannot_be_confused() {
        let cases = [
            ("2009-04-08", Some("2009-04-08")),
            ("2009-04-08 00:00:00", Some("2009-04-08")),
            ("20090408", Some("2009-04-08")),
            ("8 april 2009", Some("2009-04-08")),
            ("8 apr. 2009", Some("2009-04-08")),
            ("39911", Some("2009-04-08")),
            ("8/4 2009", None),
            ("04/08/2009", None),
            ("09-04-08", None),
            ("200904", None),
            ("31 april 2009", None),
            ("8 xyz 2009", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_date(text, false).map(|date| date.to_string()).as_deref(), expected, "{text:?}");
        }
        assert_eq!(parse_date("38449", true).map(|date| date.to_string()).as_deref(), Some("2009-04-08"));
    }

    #[test]
    fn knows_what_excel_makes_of_numbers() {
        for (text, expected) in
            [("22-maj", true), ("maj-22", true), ("2009-05-22", true), ("ca 60", false), ("22", false), ("39911", false)]
        {
            assert_eq!(is_date_like(text), expected, "{text}");
        }
    }
}
