//! The words of a form that are read back, and plain text of what pages say.

use crate::document::data::{Finality, Sex};
use crate::html::Html;
use crate::status::{Fulfilment, Implementation, Reason};

/// How far the work can have come. What nobody has said is left blank.
pub(super) const STATES: [Implementation; 7] = [
    Implementation::NotStarted,
    Implementation::InProgress,
    Implementation::Continuous,
    Implementation::Done,
    Implementation::Paused,
    Implementation::Cancelled,
    Implementation::Replaced,
];

/// What can be expected of a target that is not over.
pub(super) const FORECASTS: [Fulfilment; 6] =
    [Fulfilment::Met, Fulfilment::OnTrack, Fulfilment::Behind, Fulfilment::FarBehind, Fulfilment::WrongDirection, Fulfilment::NotMet];

/// How final a value can be.
pub(super) const FINALITIES: [Finality; 5] =
    [Finality::Final, Finality::Preliminary, Finality::Revised, Finality::Missing, Finality::Confidential];

/// How far the work has come; nothing for what nobody has said.
pub(super) fn implementation(state: Implementation) -> &'static str {
    match state {
        Implementation::NotStarted => "ej påbörjat",
        Implementation::InProgress => "pågår",
        Implementation::Continuous => "löpande",
        Implementation::Done => "klart",
        Implementation::Paused => "pausat",
        Implementation::Cancelled => "avbrutet",
        Implementation::Replaced => "ersatt",
        Implementation::Unknown => "",
    }
}

/// How far a target is reached; what is not assessed has its reason after a colon.
pub(super) fn fulfilment(state: Fulfilment) -> String {
    match state {
        Fulfilment::Met => "uppnått".to_owned(),
        Fulfilment::OnTrack => "enligt plan".to_owned(),
        Fulfilment::Behind => "efter plan".to_owned(),
        Fulfilment::FarBehind => "långt efter".to_owned(),
        Fulfilment::WrongDirection => "fel riktning".to_owned(),
        Fulfilment::NotMet => "ej uppnått".to_owned(),
        Fulfilment::Increasing => "ökar".to_owned(),
        Fulfilment::Unchanged => "oförändrat".to_owned(),
        Fulfilment::Decreasing => "minskar".to_owned(),
        Fulfilment::Baseline => "utgångsläge".to_owned(),
        Fulfilment::NotAssessed(reason) => format!("ej bedömt: {}", why(reason)),
    }
}

fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::NoTarget => "saknar mål",
        Reason::TargetSetLater => "mål sätts senare",
        Reason::NoBaseline => "saknar utgångsvärde",
        Reason::NoMeasurement => "ingen mätning",
        Reason::TooOldMeasurement => "för gammal mätning",
        Reason::NotDue => "ej inträffat",
        Reason::Confidential => "sekretess",
        Reason::MethodChange => "metodbyte",
        Reason::NotApplicable => "ej tillämpligt denna period",
        Reason::NotComputable => "går inte att beräkna",
    }
}

/// How final a value is.
pub(super) fn finality(finality: Finality) -> &'static str {
    match finality {
        Finality::Final => "slutlig",
        Finality::Preliminary => "preliminär",
        Finality::Revised => "reviderad",
        Finality::Missing => "saknas",
        Finality::Confidential => "sekretess",
    }
}

/// The sex that a value is about.
pub(super) fn sex(sex: Option<Sex>) -> &'static str {
    match sex {
        Some(Sex::Women) => "kvinnor",
        Some(Sex::Men) => "män",
        None => TOTAL,
    }
}

/// All places or both sexes together.
pub(super) const TOTAL: &str = "totalt";

/// The text of what pages say, without the marks that only browsers understand.
pub(super) fn plain(html: &Html) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for sign in html.as_str().chars() {
        match sign {
            '<' => in_tag = true,
            '>' => in_tag = false,
            // Isolates between directions of writing.
            '\u{2066}'..='\u{2069}' => {}
            sign if !in_tag => text.push(sign),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// A text of some length at most, cut between words.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= most {
        return words;
    }
    let cut: String = words.chars().take(most).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{} …", whole.trim_end_matches([',', '.', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_what_they_were_written_for() {
        for state in STATES {
            assert_eq!(Implementation::parse(implementation(state)), Some(state));
        }
        assert_eq!(STATES.len() + 1, Implementation::ALL.len());
        for state in Fulfilment::ALL {
            assert_eq!(Fulfilment::parse(&fulfilment(state)), Some(state));
        }
    }

    #[test]
    fn pages_become_plain_text() {
        let html = Html::trusted("Minst <bdi>60&nbsp;%</bdi> &amp; &lt;mer&gt;".replace("&nbsp;", "\u{a0}"));
        assert_eq!(plain(&html), "Minst 60\u{a0}% & <mer>");
        assert_eq!(shortened("ett två, tre", 20), "ett två, tre");
        assert_eq!(shortened("ett två, tre", 9), "ett två …");
    }
}
