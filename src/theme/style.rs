//! The stylesheet: the theme's own with the site's colours and font, minified; the adapter to lightningcss. Judges
//! the contrast of the colours that a site sets.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use super::{ThemeAsset, fingerprint};
use crate::config::Config;
use crate::diagnostic::{Checked, Code, Diagnostic, Message, suggestion};
use crate::source::{Source, SourcePath, Span, Spanned};

/// Joins, checks and minifies the stylesheet.
pub fn build(style: &Source, fonts: &[(String, ThemeAsset)], config: &Config) -> Checked<ThemeAsset> {
    let mut found = contrast(style, config);
    let mut css = style.text.to_string();
    for (name, font) in fonts {
        let file = font.url.rsplit('/').next().unwrap_or_default();
        css = css.replace(&format!("\"{name}\""), &format!("\"{file}\""));
    }
    css.push_str(&overrides(config));
    let bytes = match minify(&css) {
        Ok(css) => css,
        Err((message, offset)) => {
            found.push(style_error(style, &message, offset));
            css
        }
    };
    Checked { value: fingerprint("style", "css", Arc::from(bytes.into_bytes())), diagnostics: found }
}

fn overrides(config: &Config) -> String {
    let mut css = String::new();
    for (scheme, tokens) in [("light", &config.theme.light), ("dark", &config.theme.dark)] {
        for (name, value) in tokens {
            let _ = write!(css, "--{scheme}-{name}:{};", value.value);
        }
    }
    if let Some(font) = &config.theme.font {
        let _ = write!(css, "--font-body:\"{}\",system-ui,sans-serif;", font.replace(['"', '\\', ';', '{', '}'], ""));
    }
    if css.is_empty() { css } else { format!("\n:root{{{css}}}\n") }
}

/// Browsers of the last years, as old phones run them.
fn targets() -> Targets {
    let version = |major: u32| Some(major << 16);
    let browsers = Browsers {
        chrome: version(100),
        android: version(100),
        edge: version(100),
        firefox: version(100),
        safari: version(15),
        ios_saf: version(15),
        samsung: version(16),
        ..Browsers::default()
    };
    Targets::from(browsers)
}

fn minify(css: &str) -> Result<String, (String, usize)> {
    let at = |line: u32, column: u32| {
        let before: usize = css.split_inclusive('\n').take(line as usize).map(str::len).sum();
        (before + column.saturating_sub(1) as usize).min(css.len())
    };
    let mut sheet = StyleSheet::parse(css, ParserOptions::default())
        .map_err(|error| (error.kind.to_string(), error.loc.map_or(0, |loc| at(loc.line, loc.column))))?;
    sheet.minify(MinifyOptions { targets: targets(), ..MinifyOptions::default() }).map_err(|error| (error.kind.to_string(), 0))?;
    let options = PrinterOptions { minify: true, targets: targets(), ..PrinterOptions::default() };
    sheet.to_css(options).map(|printed| printed.code).map_err(|error| (error.kind.to_string(), 0))
}

fn style_error(style: &Source, text: &str, offset: usize) -> Diagnostic {
    let message = Message::new(format!("stilmallen går inte att läsa: {text}"), format!("the stylesheet cannot be read: {text}"));
    let diagnostic = Diagnostic::new(Code::StyleSyntax, message);
    if offset < style.text.len() {
        diagnostic.at(&style.path, Span::new(offset, offset))
    } else {
        // Past the theme's own text stand the site's colours.
        diagnostic.in_file(&SourcePath::new("site.toml"))
    }
}

/// Text colours and the backgrounds they stand on.
const PAIRS: [(&str, &str); 12] = [
    ("ink", "surface"),
    ("ink", "surface-2"),
    ("ink", "paper"),
    ("muted", "surface"),
    ("muted", "surface-2"),
    ("link", "surface"),
    ("link", "paper"),
    ("on-accent", "accent"),
    ("good", "surface"),
    ("warn", "surface"),
    ("bad", "surface"),
    ("quiet", "surface"),
];

/// WCAG 2.2, 1.4.3: text needs 4.5:1 against its background.
const LEAST_CONTRAST: f64 = 4.5;

fn contrast(style: &Source, config: &Config) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (scheme, tokens) in [("light", &config.theme.light), ("dark", &config.theme.dark)] {
        let built_in = declared(&style.text, scheme);
        for (name, value) in tokens {
            let known: Vec<&str> = built_in.keys().map(String::as_str).collect();
            if !known.contains(&name.as_str()) {
                let message = Message::new(format!("temat har ingen färg `{name}`"), format!("the theme has no colour `{name}`"));
                found.push(
                    Diagnostic::new(Code::ConfigUnknownKey, message).at(&config.path, value.span).maybe_help(suggestion(name, &known)),
                );
            } else if parse_colour(&value.value).is_none() {
                let message = Message::new(
                    format!("`{}` är ingen färg; skriv den som `#0b4a57`", value.value),
                    format!("`{}` is no colour; write it as `#0b4a57`", value.value),
                );
                found.push(Diagnostic::new(Code::ConfigInvalid, message).at(&config.path, value.span));
            }
        }
        for (text, background) in PAIRS {
            let own = [text, background].into_iter().find_map(|name| tokens.get(name));
            let colour = |name: &str| {
                parse_colour(tokens.get(name).map_or_else(|| built_in.get(name).map_or("", String::as_str), |value| &value.value))
            };
            if let (Some(own), Some(front), Some(back)) = (own, colour(text), colour(background)) {
                let ratio = contrast_ratio(front, back);
                if ratio < LEAST_CONTRAST {
                    found.push(low_contrast(config, own, text, background, ratio));
                }
            }
        }
    }
    found
}

fn low_contrast(config: &Config, own: &Spanned<String>, text: &str, background: &str, ratio: f64) -> Diagnostic {
    let message = Message::new(
        format!("för svag kontrast: `{text}` mot `{background}` är {}:1, minst 4,5:1 krävs", format!("{ratio:.1}").replace('.', ",")),
        format!("too little contrast: `{text}` on `{background}` is {ratio:.1}:1, at least 4.5:1 is needed"),
    );
    let help = Message::new("välj en mörkare eller ljusare färg", "choose a darker or lighter colour");
    Diagnostic::new(Code::TextContrast, message).at(&config.path, own.span).help(help)
}

/// The colours that the stylesheet declares for a scheme: `--light-ink: #14242a;`.
fn declared(css: &str, scheme: &str) -> BTreeMap<String, String> {
    let prefix = format!("--{scheme}-");
    let declarations = css.lines().filter_map(|line| line.trim().strip_prefix(&prefix)?.split_once(':'));
    declarations.map(|(name, value)| (name.trim().to_owned(), value.trim().trim_end_matches(';').to_owned())).collect()
}

fn parse_colour(text: &str) -> Option<[f64; 3]> {
    let digits = text.trim().strip_prefix('#')?;
    let digits: String = if digits.len() == 3 { digits.chars().flat_map(|digit| [digit, digit]).collect() } else { digits.to_owned() };
    if digits.len() != 6 || !digits.is_ascii() {
        return None;
    }
    let channel = |at: usize| Some(f64::from(u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?) / 255.0);
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// Relative luminance and contrast ratio as WCAG 2.2 defines them.
fn contrast_ratio(a: [f64; 3], b: [f64; 3]) -> f64 {
    let linear = |value: f64| if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
    let luminance = |[red, green, blue]: [f64; 3]| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn computes_contrast_as_wcag_does() {
        let cases = [("#000", "#fff", 21.0), ("#767676", "#ffffff", 4.54), ("#ffffff", "#ffffff", 1.0)];
        for (a, b, expected) in cases {
            let ratio = contrast_ratio(parse_colour(a).expect("a colour"), parse_colour(b).expect("a colour"));
            assert!((ratio - expected).abs() < 0.01, "{a} on {b}: {ratio}");
        }
        assert_eq!(parse_colour("red"), None);
    }
}
