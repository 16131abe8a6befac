//! The one table of rules: code, name, default level and explanation. A code is never used again for another rule.

use super::Level;

macro_rules! codes {
    ($($variant:ident $code:literal $name:literal $level:ident)*) => {
        /// A rule that a site can break.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!($code, " ", $name)] $variant,)*
        }

        impl Code {
            /// Every rule, by code.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Family letter and three digits.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// The name, which reads after "allow".
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The level unless the site sets another. Levels of errors are fixed.
            pub fn default_level(self) -> Level {
                match self { $(Self::$variant => Level::$level),* }
            }

            /// What the rule means, why it matters, a wrong and a right example: Swedish, then English.
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => include_str!(concat!("explain/", $code, ".md"))),* }
            }
        }
    };
}

codes! {
    TextContrast "A101" "low-contrast" Error
    MissingAlt "A102" "missing-alt" Error
    SkippedHeading "A103" "skipped-heading" Error
    DirectionOverride "A104" "direction-override" Error
    VagueLink "A105" "vague-link-text" Warning
    RepeatedId "A201" "repeated-id" Error
    MissingTitle "A202" "missing-title" Error
    RepeatedTitle "A203" "repeated-title" Warning
    TitleWithoutHeading "A204" "title-without-heading" Warning
    NoName "A205" "no-name" Error
    OtherScript "A206" "other-script" Warning
    TomlSyntax "C101" "config-syntax" Error
    ConfigUnknownKey "C102" "unknown-setting" Error
    ConfigWrongType "C103" "wrong-setting-type" Error
    ConfigMissing "C104" "missing-setting" Error
    ConfigInvalid "C105" "invalid-setting" Error
    UnknownLanguage "C106" "unknown-language" Error
    NoStatement "C107" "no-statement" Warning
    NoLicence "C108" "no-licence" Warning
    YamlSyntax "F101" "front-matter-syntax" Error
    UnknownKey "F102" "unknown-key" Error
    WrongType "F103" "wrong-type" Error
    MissingField "F104" "missing-field" Error
    InvalidValue "F105" "invalid-value" Error
    TemplateSyntax "H101" "template-error" Error
    StyleSyntax "H102" "style-error" Error
    UnknownMessage "H103" "unknown-message" Error
    RawHtml "M101" "raw-html" Error
    HeadingAttributes "M102" "heading-attributes" Error
    HiddenText "M103" "hidden-text" Error
    BadCell "P101" "bad-cell" Error
    UnknownColumn "P102" "unknown-column" Error
    MissingColumn "P103" "missing-column" Error
    Conflict "P104" "conflicting-figures" Error
    SameAsReference "P105" "same-as-reference" Error
    UnreadableData "P106" "unreadable-data" Error
    MergedCells "P107" "merged-cells" Error
    WrongUnit "P108" "wrong-unit" Error
    NotRead "P109" "data-not-read" Warning
    UnusedFigures "P110" "unused-figures" Warning
    NoRetrievalDate "P111" "no-retrieval-date" Warning
    PartialData "P112" "partial-data" Warning
    BrokenSeal "P113" "broken-seal" Error
    SmallCount "P114" "small-count" Error
    BrokenLink "R101" "broken-link" Error
    BrokenAnchor "R102" "broken-anchor" Error
    UnknownId "R103" "unknown-id" Error
    DuplicateId "R104" "duplicate-id" Error
    DuplicateUrl "R105" "duplicate-url" Error
    InvalidAddress "R106" "invalid-address" Error
    ThirdParty "R201" "third-party" Error
    InlineCode "R202" "inline-code" Error
    DeadAnchor "R203" "dead-anchor" Error
    OrphanTranslation "T101" "orphan-translation" Error
    RepeatedFact "T102" "repeated-fact" Error
    UnknownSuffix "T103" "unknown-language-suffix" Error
    MissingCorePage "T104" "missing-core-page" Error
    MissingMessage "T105" "missing-message" Error
    SurplusMessage "T106" "surplus-message" Error
    PluralForms "T107" "plural-forms" Error
    MessageSyntax "T108" "message-syntax" Error
}

impl Code {
    /// The rule with a code (`R101`, in any case) or a name (`broken-link`).
    pub fn find(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.code().eq_ignore_ascii_case(text) || code.name() == text)
    }
}
