//! `[data]` of site.toml: under which terms the open data is published, and by whom.

use crate::diagnostic::Message;
use crate::schema::{FieldReader, Node};
use crate::source::Spanned;

/// What site.toml says of the open data.
#[derive(Clone, Debug, Default)]
pub struct DataConfig {
    /// The licence. Without one there is no catalogue: it must name one (DCAT-AP-SE 3.0.1, `dcterms:license` of
    /// `dcat:Catalog`).
    pub licence: Option<Licence>,
    /// The publisher's organisation number, ten digits: its IRI on the national portal is made of them.
    pub publisher_id: Option<String>,
    /// What sort of organisation the publisher is.
    pub publisher_type: PublisherType,
    /// Where questions about the data go.
    pub contact_email: Option<Spanned<String>>,
    /// Codes of the EU's data themes, such as `SOCI`.
    pub themes: Vec<&'static str>,
    /// IRI of the place that the data is about, such as `http://sws.geonames.org/…`.
    pub spatial: Option<String>,
}

/// The licences that the Swedish data portal names for open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Licence {
    /// No rights reserved.
    Cc0,
    /// Use it as you like and say whose it is.
    CcBy,
}

impl Licence {
    const WORDS: [(&'static str, Self); 2] = [("CC0-1.0", Self::Cc0), ("CC-BY-4.0", Self::CcBy)];

    /// Its SPDX identifier, as in site.toml.
    pub fn id(self) -> &'static str {
        match self {
            Self::Cc0 => "CC0-1.0",
            Self::CcBy => "CC-BY-4.0",
        }
    }

    /// Its IRI, exactly as DCAT-AP-SE lists it: `http`, with a slash at the end.
    pub fn iri(self) -> &'static str {
        match self {
            Self::Cc0 => "http://creativecommons.org/publicdomain/zero/1.0/",
            Self::CcBy => "http://creativecommons.org/licenses/by/4.0/",
        }
    }

    /// Its name, the same in all languages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cc0 => "Creative Commons Zero 1.0",
            Self::CcBy => "Creative Commons Attribution 4.0",
        }
    }
}

/// The kinds of publisher (ADMS 1.0, publisher type), as DCAT-AP-SE 3.0.1 lists them for `foaf:Agent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublisherType(&'static str);

impl Default for PublisherType {
    fn default() -> Self {
        Self("LocalAuthority")
    }
}

impl PublisherType {
    const WORDS: [(&'static str, Self); 11] = [
        ("LocalAuthority", Self("LocalAuthority")),
        ("RegionalAuthority", Self("RegionalAuthority")),
        ("NationalAuthority", Self("NationalAuthority")),
        ("SupraNationalAuthority", Self("SupraNationalAuthority")),
        ("Academia-ScientificOrganisation", Self("Academia-ScientificOrganisation")),
        ("Company", Self("Company")),
        ("IndustryConsortium", Self("IndustryConsortium")),
        ("NonGovernmentalOrganisation", Self("NonGovernmentalOrganisation")),
        ("NonProfitOrganisation", Self("NonProfitOrganisation")),
        ("PrivateIndividual", Self("PrivateIndividual(s)")),
        ("StandardisationBody", Self("StandardisationBody")),
    ];

    /// Its IRI.
    pub fn iri(self) -> String {
        format!("http://purl.org/adms/publishertype/{}", self.0)
    }
}

/// The EU's data themes (Publications Office, authority table data-theme).
const THEMES: [(&str, &str); 14] = [
    ("AGRI", "AGRI"),
    ("ECON", "ECON"),
    ("EDUC", "EDUC"),
    ("ENER", "ENER"),
    ("ENVI", "ENVI"),
    ("GOVE", "GOVE"),
    ("HEAL", "HEAL"),
    ("INTR", "INTR"),
    ("JUST", "JUST"),
    ("OP_DATPRO", "OP_DATPRO"),
    ("REGI", "REGI"),
    ("SOCI", "SOCI"),
    ("TECH", "TECH"),
    ("TRAN", "TRAN"),
];

/// Reads `[data]`.
pub(super) fn data(node: &Node, reader: &mut FieldReader<'_>) -> DataConfig {
    let mut fields = reader.table(node);
    let digits =
        Message::new("ett organisationsnummer med tio siffror, som 2120001234", "an organisation number of ten digits, such as 2120001234");
    let email = Message::new("en e-postadress, som oppnadata@example.org", "an e-mail address, such as oppnadata@example.org");
    let iri = Message::new("en webbadress som börjar med `http`", "a web address that starts with `http`");
    let config = DataConfig {
        licence: fields.choice("licence", &Licence::WORDS, reader),
        publisher_id: fields.get("publisher_id").and_then(|node| reader.parsed(node, digits, organisation_number)).map(|id| id.value),
        publisher_type: fields.choice("publisher_type", &PublisherType::WORDS, reader).unwrap_or_default(),
        contact_email: fields.get("contact_email").and_then(|node| reader.parsed(node, email, address)),
        themes: fields.choices("theme", &THEMES, reader),
        spatial: fields.get("spatial").and_then(|node| reader.parsed(node, iri, absolute_iri)).map(|iri| iri.value),
    };
    fields.finish(reader);
    config
}

/// `212000-1234` is how people write it, ten digits are what the portal's IRIs are made of.
fn organisation_number(text: &str) -> Option<String> {
    let digits = text.replace('-', "");
    (digits.len() == 10 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

fn address(text: &str) -> Option<String> {
    let (name, host) = text.split_once('@')?;
    let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "._+-".contains(c));
    (plain(name) && plain(host) && host.contains('.')).then(|| text.to_owned())
}

/// RFC 3987: no spaces and none of the signs that XML and RDF would have to escape.
fn absolute_iri(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let bad = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    (!rest.is_empty() && !rest.contains(bad)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_of_organisations() {
        for (text, expected) in
            [("212000-1234", Some("2120001234")), ("2120001234", Some("2120001234")), ("212000123", None), ("21200012x4", None)]
        {
            assert_eq!(organisation_number(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn reads_addresses() {
        for (text, good) in [("a@b.se", true), ("a.b+c@d-e.se", true), ("a@b", false), ("@b.se", false), ("a b@c.se", false)] {
            assert_eq!(address(text).is_some(), good, "{text}");
        }
        for (text, good) in [("http://sws.geonames.org/1", true), ("geonames", false), ("https://a b", false)] {
            assert_eq!(absolute_iri(text).is_some(), good, "{text}");
        }
    }
}
