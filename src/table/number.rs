//! Numbers in cells, as Swedish staff and Excel write them: `59,7`, `1 234`, `62 %`, `1,1 mkr`.

use std::fmt;

/// What stands behind a number and says what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Percent.
    Percent,
    /// Money: the number is in kronor.
    Money,
}

/// A number of a cell. It is written with its decimals and a decimal point: `59,70 %` is `59.70`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The number: in percent or kronor where it has a sign.
    pub value: f64,
    /// How many decimals it is shown with, which may end in zeros.
    pub decimals: usize,
    /// The sign behind it.
    pub sign: Option<Sign>,
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.*}", self.decimals, self.value)
    }
}

/// A word or sign that may stand behind a number.
#[derive(Clone, Copy, Debug)]
struct Suffix {
    word: &'static str,
    sign: Sign,
    /// The power of ten that the number before it is multiplied by.
    exponent: usize,
}

const fn suffix(word: &'static str, sign: Sign, exponent: usize) -> Suffix {
    Suffix { word, sign, exponent }
}

/// Longest first, since one may end in another.
const SUFFIXES: [Suffix; 18] = [
    suffix("miljoner kronor", Sign::Money, 6),
    suffix("tusen kronor", Sign::Money, 3),
    suffix("miljoner kr", Sign::Money, 6),
    suffix("milj. kr", Sign::Money, 6),
    suffix("procent", Sign::Percent, 0),
    suffix("milj kr", Sign::Money, 6),
    suffix("kronor", Sign::Money, 0),
    suffix("milj.kr", Sign::Money, 6),
    suffix("milj.", Sign::Money, 6),
    suffix("mnkr", Sign::Money, 6),
    suffix("mkr", Sign::Money, 6),
    suffix("tkr", Sign::Money, 3),
    suffix("msek", Sign::Money, 6),
    suffix("tsek", Sign::Money, 3),
    suffix("sek", Sign::Money, 0),
    suffix("kr", Sign::Money, 0),
    suffix(":-", Sign::Money, 0),
    suffix("%", Sign::Percent, 0),
];

/// What a text says in a cell of numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Figure {
    /// A sign that means "missing".
    Missing,
    /// A number.
    Number(Number),
}

/// A text as a number; `None` when it is neither one nor a sign that means "missing".
pub(super) fn parse(text: &str) -> Option<Figure> {
    let text = text.trim_matches(is_space);
    // Most cells are words, and need not be copied to find out.
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '–' | '+' | '.' | '…')) {
        return None;
    }
    if matches!(text, ".." | "." | "-" | "–" | "…" | "...") {
        return Some(Figure::Missing);
    }
    let text = text.to_lowercase();
    let suffix = SUFFIXES.iter().find_map(|suffix| Some((text.strip_suffix(suffix.word)?, suffix)));
    let (bare, suffix) = suffix.map_or((text.as_str(), None), |(bare, suffix)| (bare, Some(suffix)));
    let (written, decimals) = parse_bare(bare.trim_end_matches(is_space))?;
    Some(Figure::Number(with_suffix(written, decimals, suffix)))
}

/// A number that a workbook holds, shown with a word behind it.
pub(super) fn held(shown: f64, decimals: usize, word: &str) -> Number {
    with_suffix(shown, decimals, SUFFIXES.iter().find(|suffix| suffix.word == word))
}

fn with_suffix(written: f64, decimals: usize, suffix: Option<&Suffix>) -> Number {
    let exponent = suffix.map_or(0, |suffix| suffix.exponent);
    // Scaling must not turn 1,1 mkr into 1100000.0000000002.
    let value = if exponent == 0 { written } else { shortest(written * 10_f64.powi(i32::try_from(exponent).unwrap_or_default())) };
    Number { value, decimals: decimals.saturating_sub(exponent), sign: suffix.map(|suffix| suffix.sign) }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}

/// Digits with spaces between thousands and one decimal sign, and how many decimals there are. A lone point is a decimal
/// sign too: Swedish Excel writes no points between thousands, so `1.234` can only come from a program that writes
/// decimal points.
fn parse_bare(text: &str) -> Option<(f64, usize)> {
    let digits = text.strip_prefix(['-', '−', '–', '+']).unwrap_or(text);
    let (whole, decimals) = digits.split_once([',', '.']).map_or((digits, None), |(whole, decimals)| (whole, Some(decimals)));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> = whole.split(is_space).collect();
    // `58 9` is no number: a slip of the hand must not become 589.
    let grouped =
        groups.len() == 1 || (groups.iter().skip(1).all(|group| group.len() == 3) && groups.first().is_some_and(|group| group.len() <= 3));
    if !grouped || !groups.iter().all(|group| all_digits(group)) || !decimals.is_none_or(all_digits) {
        return None;
    }
    let minus = if text.starts_with(['-', '−', '–']) { "-" } else { "" };
    let number: f64 = format!("{minus}{}.{}", groups.concat(), decimals.unwrap_or("0")).parse().ok()?;
    number.is_finite().then_some((number, decimals.map_or(0, str::len)))
}

/// The number as a spreadsheet shows it: fifteen digits, which is all that it calculates with.
pub(super) fn shortest(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn number(value: f64, decimals: usize, sign: Option<Sign>) -> Option<Figure> {
        Some(Figure::Number(Number { value, decimals, sign }))
    }

    #[test]
    fn reads_numbers_as_swedish_excel_writes_them() {
        let money = Some(Sign::Money);
        let percent = Some(Sign::Percent);
        let cases = [
            ("41", number(41.0, 0, None)),
            ("59,7", number(59.7, 1, None)),
            ("4,10", number(4.1, 2, None)),
            ("1 234,5", number(1234.5, 1, None)),
            ("1\u{202F}234\u{2009}567", number(1_234_567.0, 0, None)),
            ("1.234", number(1.234, 3, None)),
            ("-3", number(-3.0, 0, None)),
            ("−3,5", number(-3.5, 1, None)),
            ("1\u{A0}000 kr", number(1000.0, 0, money)),
            ("500 tkr", number(500_000.0, 0, money)),
            ("1,1 mkr", number(1_100_000.0, 0, money)),
            ("0,0015 TKR", number(1.5, 1, money)),
            ("2,5 milj. kr", number(2_500_000.0, 0, money)),
            ("3 milj.", number(3_000_000.0, 0, money)),
            ("150:-", number(150.0, 0, money)),
            ("62 %", number(62.0, 0, percent)),
            ("62,0%", number(62.0, 1, percent)),
            ("62 procent", number(62.0, 0, percent)),
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
            assert_eq!(parse(text), expected, "{text:?}");
        }
    }

    proptest! {
        /// Fifteen digits are what a spreadsheet calculates with; so many come out as they were typed, zeros at the end too.
        #[test]
        fn numbers_come_out_as_they_were_typed(
            digits in "[1-9][0-9]{0,14}",
            decimals in 0_usize..8,
            minus: bool,
            comma: bool,
            grouped: bool,
        ) {
            let digits = format!("{digits:0>width$}", width = decimals + 1);
            let (whole, fraction) = digits.split_at(digits.len() - decimals);
            let point = |sign: &str| if decimals > 0 { format!("{sign}{fraction}") } else { String::new() };
            let sign = if minus { "-" } else { "" };
            let thousands: Vec<&str> = whole.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
            let typed = thousands.join(if grouped { "\u{A0}" } else { "" });
            let typed = format!("{sign}{typed}{}", point(if comma { "," } else { "." }));
            let Some(Figure::Number(number)) = parse(&typed) else { return Err(TestCaseError::fail(typed)) };
            prop_assert_eq!(number.to_string(), format!("{sign}{whole}{}", point(".")));
        }

        #[test]
        fn no_text_makes_the_program_stop(text: String) {
            parse(&text);
        }

        #[test]
        fn kronor_are_what_was_typed_in_thousands_and_millions(whole in 0_u32..1_000_000, fraction in 0_u32..1000) {
            let kronor = f64::from(whole) * 1e3 + f64::from(fraction);
            prop_assert_eq!(parse(&format!("{whole},{fraction:03} tkr")), number(kronor, 0, Some(Sign::Money)));
            prop_assert_eq!(parse(&format!("{},{:06} mkr", whole / 1000, whole % 1000 * 1000 + fraction)), number(kronor, 0, Some(Sign::Money)));
        }
    }
}
