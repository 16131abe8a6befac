//! The three axes: their values, keys and the words read from content files.

/// Whether a target is being reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fulfilment {
    /// The target is reached.
    Met,
    /// Not reached yet, and as fast as needed.
    OnTrack,
    /// Right direction, somewhat too slow.
    Behind,
    /// Right direction or standing still, much too slow.
    FarBehind,
    /// Farther from the target than at the baseline.
    WrongDirection,
    /// The last day has passed, or a level to be held is not held.
    NotMet,
    /// A direction is the target, and the figure has gone up.
    Increasing,
    /// A direction is the target, and the figure has not moved.
    Unchanged,
    /// A direction is the target, and the figure has gone down.
    Decreasing,
    /// One measurement: the starting point of later ones.
    Baseline,
    /// Cannot be judged, and why.
    NotAssessed(Reason),
}

impl Fulfilment {
    /// Every value, in the order of a legend; the last ten differ in their reason only.
    pub const ALL: [Self; 20] = [
        Self::Met,
        Self::OnTrack,
        Self::Behind,
        Self::FarBehind,
        Self::WrongDirection,
        Self::NotMet,
        Self::Increasing,
        Self::Unchanged,
        Self::Decreasing,
        Self::Baseline,
        Self::NotAssessed(Reason::NoTarget),
        Self::NotAssessed(Reason::TargetSetLater),
        Self::NotAssessed(Reason::NoBaseline),
        Self::NotAssessed(Reason::NoMeasurement),
        Self::NotAssessed(Reason::TooOldMeasurement),
        Self::NotAssessed(Reason::NotDue),
        Self::NotAssessed(Reason::Confidential),
        Self::NotAssessed(Reason::MethodChange),
        Self::NotAssessed(Reason::NotApplicable),
        Self::NotAssessed(Reason::NotComputable),
    ];

    /// Gives the stable key of translations, styles and exports. The reason has its own.
    pub fn key(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::OnTrack => "on-track",
            Self::Behind => "behind",
            Self::FarBehind => "far-behind",
            Self::WrongDirection => "wrong-direction",
            Self::NotMet => "not-met",
            Self::Increasing => "increasing",
            Self::Unchanged => "unchanged",
            Self::Decreasing => "decreasing",
            Self::Baseline => "baseline",
            Self::NotAssessed(_) => "not-assessed",
        }
    }

    /// Gives why it could not be judged.
    pub fn reason(self) -> Option<Reason> {
        match self {
            Self::NotAssessed(reason) => Some(reason),
            _ => None,
        }
    }

    /// Reads the Swedish or English word; what is not assessed needs its reason after a colon,
    /// because a gap without a reason cannot be told from one that was forgotten.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, reason) = match text.split_once(':') {
            Some((word, reason)) => (word, Some(Reason::parse(reason)?)),
            None => (text, None),
        };
        Self::ALL.into_iter().find(|value| value.reason() == reason && is_word(word, value.key(), value.swedish()))
    }

    /// Ranks from good to bad; nothing for what is not judged.
    pub fn severity(self) -> Option<u8> {
        Some(match self {
            Self::Met => 0,
            Self::Increasing | Self::Unchanged | Self::Decreasing | Self::Baseline => 1,
            Self::OnTrack => 2,
            Self::Behind => 3,
            Self::FarBehind => 4,
            Self::WrongDirection => 5,
            Self::NotMet => 6,
            Self::NotAssessed(_) => return None,
        })
    }

    /// The Swedish word; of what is not assessed, without the reason.
    pub fn swedish(self) -> &'static str {
        match self {
            Self::Met => "uppnått",
            Self::OnTrack => "enligt plan",
            Self::Behind => "efter plan",
            Self::FarBehind => "långt efter",
            Self::WrongDirection => "fel riktning",
            Self::NotMet => "ej uppnått",
            Self::Increasing => "ökar",
            Self::Unchanged => "oförändrat",
            Self::Decreasing => "minskar",
            Self::Baseline => "utgångsläge",
            Self::NotAssessed(_) => "ej bedömt",
        }
    }
}

/// Why a target could not be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// There is nothing to measure against.
    NoTarget,
    /// The target was to be set later, and this is all that was decided.
    TargetSetLater,
    /// No baseline, so the pace is unknown.
    NoBaseline,
    /// Nothing was measured.
    NoMeasurement,
    /// What was measured is too old to judge by.
    TooOldMeasurement,
    /// It has not happened yet, and need not have.
    NotDue,
    /// The figure is about so few people that it is not published.
    Confidential,
    /// The figures were made in different ways and cannot be compared.
    MethodChange,
    /// A share of nobody: its denominator was zero in the period, which is not the same as 0 %.
    NotApplicable,
    /// The chosen method has no answer for these figures, such as yearly growth across zero.
    NotComputable,
}

impl Reason {
    /// Every reason, in the order of a legend.
    pub const ALL: [Self; 10] = [
        Self::NoTarget,
        Self::TargetSetLater,
        Self::NoBaseline,
        Self::NoMeasurement,
        Self::TooOldMeasurement,
        Self::NotDue,
        Self::Confidential,
        Self::MethodChange,
        Self::NotApplicable,
        Self::NotComputable,
    ];

    /// Gives the stable key of translations, styles and exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoTarget => "no-target",
            Self::TargetSetLater => "target-set-later",
            Self::NoBaseline => "no-baseline",
            Self::NoMeasurement => "no-measurement",
            Self::TooOldMeasurement => "too-old-measurement",
            Self::NotDue => "not-due",
            Self::Confidential => "confidential",
            Self::MethodChange => "method-change",
            Self::NotApplicable => "not-applicable",
            Self::NotComputable => "not-computable",
        }
    }

    /// Reads the Swedish or English word.
    pub fn parse(text: &str) -> Option<Self> {
        let is = |value: &Self| is_word(text, value.key(), value.swedish());
        Self::ALL.into_iter().find(is)
    }

    fn swedish(self) -> &'static str {
        match self {
            Self::NoTarget => "saknar mål",
            Self::TargetSetLater => "mål sätts senare",
            Self::NoBaseline => "saknar utgångsvärde",
            Self::NoMeasurement => "ingen mätning",
            Self::TooOldMeasurement => "för gammal mätning",
            Self::NotDue => "ej inträffat",
            Self::Confidential => "sekretess",
            Self::MethodChange => "metodbyte",
            Self::NotApplicable => "ej tillämpligt denna period",
            Self::NotComputable => "går inte att beräkna",
        }
    }
}

/// Whether the work is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Implementation {
    /// Nobody has begun.
    NotStarted,
    /// Begun, and will end.
    InProgress,
    /// Done all the time, with no end in view.
    Continuous,
    /// Finished.
    Done,
    /// Stopped for now.
    Paused,
    /// Stopped for good.
    Cancelled,
    /// Something else is done instead.
    Replaced,
    /// Nobody has said.
    Unknown,
}

impl Implementation {
    /// Every value, in the order of a legend.
    pub const ALL: [Self; 8] =
        [Self::NotStarted, Self::InProgress, Self::Continuous, Self::Done, Self::Paused, Self::Cancelled, Self::Replaced, Self::Unknown];

    /// Gives the stable key of translations, styles and exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::InProgress => "in-progress",
            Self::Continuous => "continuous",
            Self::Done => "done",
            Self::Paused => "paused",
            Self::Cancelled => "cancelled",
            Self::Replaced => "replaced",
            Self::Unknown => "unknown",
        }
    }

    /// Reads the Swedish or English word.
    pub fn parse(text: &str) -> Option<Self> {
        let is = |value: &Self| is_word(text, value.key(), value.swedish());
        Self::ALL.into_iter().find(is)
    }

    /// The Swedish word.
    pub fn swedish(self) -> &'static str {
        match self {
            Self::NotStarted => "ej påbörjat",
            Self::InProgress => "pågår",
            Self::Continuous => "löpande",
            Self::Done => "klart",
            Self::Paused => "pausat",
            Self::Cancelled => "avbrutet",
            Self::Replaced => "ersatt",
            Self::Unknown => "okänt",
        }
    }
}

/// Whether a follow-up that is owed has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reporting {
    /// It has come.
    Received,
    /// Its day has not passed.
    Expected,
    /// Its day has passed.
    Late,
    /// None is owed.
    None,
    /// Some of several bodies have reported.
    Partly,
}

impl Reporting {
    /// Every value, in the order of a legend.
    pub const ALL: [Self; 5] = [Self::Received, Self::Expected, Self::Late, Self::None, Self::Partly];

    /// Gives the stable key of translations, styles and exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Expected => "expected",
            Self::Late => "late",
            Self::None => "none",
            Self::Partly => "partly",
        }
    }
}

/// Compares without regard to case, spacing, or the hyphens that keys have and people leave out.
fn is_word(text: &str, key: &str, swedish: &str) -> bool {
    let text = plain(text);
    text == plain(key) || text == swedish
}

fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| c.is_whitespace() || c == '-');
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        #[rustfmt::skip]
        let table = [
            ("uppnått", Some(Fulfilment::Met)),
            ("Enligt plan", Some(Fulfilment::OnTrack)),
            ("efter plan", Some(Fulfilment::Behind)),
            ("långt  efter", Some(Fulfilment::FarBehind)),
            ("fel riktning", Some(Fulfilment::WrongDirection)),
            ("ej uppnått", Some(Fulfilment::NotMet)),
            ("on track", Some(Fulfilment::OnTrack)),
            ("far-behind", Some(Fulfilment::FarBehind)),
            ("ej bedömt: ingen mätning", Some(Fulfilment::NotAssessed(Reason::NoMeasurement))),
            ("ej bedömt:sekretess", Some(Fulfilment::NotAssessed(Reason::Confidential))),
            ("not assessed: method change", Some(Fulfilment::NotAssessed(Reason::MethodChange))),
            ("ej bedömt", None),
            ("ej bedömt: vet ej", None),
            ("uppnått: sekretess", None),
            ("bra", None),
            ("", None),
        ];
        for (text, expect) in table {
            assert_eq!(Fulfilment::parse(text), expect, "{text}");
        }
        let swedish = "ej påbörjat|pågår|löpande|klart|pausat|avbrutet|ersatt|okänt";
        let read: Vec<_> = swedish.split('|').filter_map(Implementation::parse).collect();
        assert_eq!(read, Implementation::ALL);
        let swedish = "saknar mål|mål sätts senare|saknar utgångsvärde|ingen mätning|\
                       för gammal mätning|ej inträffat|sekretess|metodbyte|\
                       ej tillämpligt denna period|går inte att beräkna";
        let read: Vec<_> = swedish.split('|').filter_map(Reason::parse).collect();
        assert_eq!(read, Reason::ALL);
    }

    #[test]
    fn keys_read_back() {
        for value in Implementation::ALL {
            assert_eq!(Implementation::parse(value.key()), Some(value));
        }
        for value in Reason::ALL {
            assert_eq!(Reason::parse(value.key()), Some(value));
        }
        for value in Fulfilment::ALL {
            let reason = value.reason().map_or(String::new(), |r| format!(": {}", r.key()));
            assert_eq!(Fulfilment::parse(&format!("{}{reason}", value.key())), Some(value));
        }
        let keys: std::collections::BTreeSet<_> = Reporting::ALL.map(Reporting::key).into();
        assert_eq!(keys.len(), Reporting::ALL.len());
    }
}
