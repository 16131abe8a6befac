//! Dates in cells, where day, month and year cannot be confused.

use jiff::civil::Date;

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

/// A date as `2009-04-08`, `20090408` or `8 april 2009`. A number of five digits is what Excel keeps instead of a date;
/// it counts from 1904 in workbooks that were made on old Macs.
pub(super) fn parse(text: &str, from_1904: bool) -> Option<Date> {
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
    has_month || (text.len() > 5 && parse(text, false).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(parse(text, false).map(|date| date.to_string()).as_deref(), expected, "{text:?}");
        }
        assert_eq!(parse("38449", true).map(|date| date.to_string()).as_deref(), Some("2009-04-08"));
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
