//! The catalogue that data portals harvest (DCAT-AP-SE 3.0.1), as RDF/XML. Every class has its own absolute IRI in this
//! file and nothing is a blank node, because portals would give it another name at each harvest.

use crate::config::{LanguageId, Licence};
use crate::dataset::{Table, absolute, tables, with_notice, words};
use crate::period::Cadence;
use crate::site::Generated;
use crate::site::data::{DataFile, Format, TableId};
use crate::snapshot::Snapshot;

use super::super::xml::Xml;

const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("xmlns:dcat", "http://www.w3.org/ns/dcat#"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:foaf", "http://xmlns.com/foaf/0.1/"),
    ("xmlns:vcard", "http://www.w3.org/2006/vcard/ns#"),
];

const EU: &str = "http://publications.europa.eu/resource/authority";

/// The catalogue. Without a licence there is none, see [`DataFile::all`].
pub(super) fn catalogue(snapshot: &Snapshot) -> String {
    let Some(licence) = snapshot.config.data.licence else { return String::new() };
    let mut writer = Writer { snapshot, licence, xml: Xml::new("rdf:RDF", &NAMESPACES) };
    // An indicator's own table is a part of the table of all values.
    let tables: Vec<Table> = tables(snapshot).into_iter().filter(|table| !matches!(table.id, TableId::Indicator(_))).collect();
    writer.catalogue(&tables);
    writer.agent();
    writer.contact();
    for table in &tables {
        writer.dataset(table);
        for format in Format::ALL {
            writer.distribution(table, format);
        }
    }
    writer.xml.finish()
}

struct Writer<'a> {
    snapshot: &'a Snapshot,
    licence: Licence,
    xml: Xml,
}

impl Writer<'_> {
    /// `dcat:Catalog`: title, description, publisher, licence and datasets are mandatory.
    fn catalogue(&mut self, tables: &[Table]) {
        let snapshot = self.snapshot;
        let config = &snapshot.config;
        self.xml.open("dcat:Catalog", &[("rdf:about", &iri(snapshot, "katalog"))]);
        self.texts("dcterms:title", |language| {
            format!("{} – {}", config.title.get(config, language).0, words(snapshot, language, "open-data-title"))
        });
        self.texts("dcterms:description", |language| with_notice(snapshot, language, words(snapshot, language, "open-data-summary")));
        self.link("dcterms:publisher", &agent(snapshot));
        self.link("dcterms:license", self.licence.iri());
        self.languages(config.language_ids());
        self.spatial();
        if let Some(date) = latest_report(snapshot) {
            self.date("dcterms:modified", &date);
        }
        if let Some(start) = snapshot.site.pages.find("index") {
            self.link("foaf:homepage", &absolute(snapshot, snapshot.site.routes.page(start, LanguageId::SOURCE)));
        }
        if !config.data.themes.is_empty() {
            self.link("dcat:themeTaxonomy", &format!("{EU}/data-theme"));
        }
        for table in tables {
            self.link("dcat:dataset", &iri(snapshot, table.name(snapshot)));
        }
        self.xml.close();
    }

    /// `foaf:Agent`: name and type are mandatory.
    fn agent(&mut self) {
        let config = &self.snapshot.config;
        self.xml.open("foaf:Agent", &[("rdf:about", &agent(self.snapshot))]);
        self.texts("foaf:name", |language| config.organisation.get(config, language).0.to_owned());
        self.link("dcterms:type", &config.data.publisher_type.iri());
        if let Some(id) = &config.data.publisher_id {
            self.xml.text("dcterms:identifier", &[], id);
        }
        self.xml.close();
    }

    /// `dcat:contactPoint`, where site.toml has one: kind, name and address are mandatory then, and its IRI is not the
    /// publisher's.
    fn contact(&mut self) {
        let config = &self.snapshot.config;
        let Some(email) = &config.data.contact_email else { return };
        self.xml.open("vcard:Organization", &[("rdf:about", &iri(self.snapshot, "kontakt"))]);
        self.texts("vcard:fn", |language| config.organisation.get(config, language).0.to_owned());
        self.link("vcard:hasEmail", &format!("mailto:{}", email.value));
        self.xml.close();
    }

    /// `dcat:Dataset`: title, description and publisher are mandatory.
    fn dataset(&mut self, table: &Table) {
        let snapshot = self.snapshot;
        let config = &snapshot.config;
        let name = table.name(snapshot);
        let own = iri(snapshot, name);
        self.xml.open("dcat:Dataset", &[("rdf:about", &own)]);
        self.texts("dcterms:title", |language| format!("{}: {}", config.title.get(config, language).0, table.title(snapshot, language).0));
        self.texts("dcterms:description", |language| table.description(snapshot, language));
        self.link("dcterms:publisher", &agent(snapshot));
        self.xml.text("dcterms:identifier", &[], &own);
        if config.data.contact_email.is_some() {
            self.link("dcat:contactPoint", &iri(snapshot, "kontakt"));
        }
        for theme in &config.data.themes {
            self.link("dcat:theme", &format!("{EU}/data-theme/{theme}"));
        }
        // The data itself is in the language that the site is written in.
        self.languages([LanguageId::SOURCE].into_iter());
        self.spatial();
        if let Some((start, end)) = table.span() {
            self.xml.open("dcterms:temporal", &[]);
            self.xml.open("dcterms:PeriodOfTime", &[("rdf:about", &iri(snapshot, &format!("{name}-tid")))]);
            self.date("dcat:startDate", &start.to_string());
            self.date("dcat:endDate", &end.to_string());
            self.xml.close();
            self.xml.close();
        }
        if let Some(frequency) = frequency(snapshot, table.id) {
            self.link("dcterms:accrualPeriodicity", &format!("{EU}/frequency/{frequency}"));
        }
        if table.id == TableId::FollowUps
            && let Some(date) = latest_report(snapshot)
        {
            self.date("dcterms:modified", &date);
        }
        self.link("dcterms:accessRights", &format!("{EU}/access-right/PUBLIC"));
        self.link("dcterms:conformsTo", &self.address(DataFile::Columns(table.id)));
        if let Some(url) = snapshot.site.routes.generated(Generated::OpenData, LanguageId::SOURCE) {
            self.link("dcat:landingPage", &absolute(snapshot, url));
        }
        for format in Format::ALL {
            self.link("dcat:distribution", &iri(snapshot, &distribution(name, format)));
        }
        self.xml.close();
    }

    /// `dcat:Distribution`: address and format are mandatory.
    fn distribution(&mut self, table: &Table, format: Format) {
        let snapshot = self.snapshot;
        let address = self.address(DataFile::Table(table.id, format));
        self.xml.open("dcat:Distribution", &[("rdf:about", &iri(snapshot, &distribution(table.name(snapshot), format)))]);
        self.texts("dcterms:title", |language| words(snapshot, language, format.label()));
        self.link("dcat:accessURL", &address);
        self.link("dcat:downloadURL", &address);
        self.xml.text("dcterms:format", &[], format.media_type());
        self.link("dcterms:license", self.licence.iri());
        self.languages([LanguageId::SOURCE].into_iter());
        self.xml.close();
    }

    /// A text in each language of the site; the easy-read variant says the same to the same readers of a catalogue.
    fn texts(&mut self, name: &'static str, text: impl Fn(LanguageId) -> String) {
        let config = &self.snapshot.config;
        for language in config.language_ids() {
            let locale = config.language(language).locale;
            if !locale.is_simple() {
                self.xml.text(name, &[("xml:lang", locale.tag)], &text(language));
            }
        }
    }

    fn link(&mut self, name: &'static str, iri: &str) {
        self.xml.empty(name, &[("rdf:resource", iri)]);
    }

    fn date(&mut self, name: &'static str, date: &str) {
        self.xml.text(name, &[("rdf:datatype", "http://www.w3.org/2001/XMLSchema#date")], date);
    }

    fn languages(&mut self, languages: impl Iterator<Item = LanguageId>) {
        let config = &self.snapshot.config;
        let mut codes: Vec<&str> = languages.map(|language| config.language(language).locale.eu_code).collect();
        codes.sort_unstable();
        codes.dedup();
        for code in codes {
            self.link("dcterms:language", &format!("{EU}/language/{code}"));
        }
    }

    fn spatial(&mut self) {
        if let Some(place) = &self.snapshot.config.data.spatial {
            self.link("dcterms:spatial", place);
        }
    }

    fn address(&self, file: DataFile) -> String {
        absolute(self.snapshot, &file.url(&self.snapshot.site.pages))
    }
}

/// The IRI of something that the catalogue describes.
fn iri(snapshot: &Snapshot, name: &str) -> String {
    format!("{}#{name}", absolute(snapshot, &DataFile::Catalogue.url(&snapshot.site.pages)))
}

/// The publisher's IRI: the national portal's, when its organisation number is known.
fn agent(snapshot: &Snapshot) -> String {
    let id = snapshot.config.data.publisher_id.as_ref();
    id.map_or_else(|| iri(snapshot, "utgivare"), |id| format!("http://dataportal.se/organisation/SE{id}"))
}

fn distribution(name: &str, format: Format) -> String {
    format!("{name}-{}", format.key())
}

/// The last day that a report came, of those that had come.
fn latest_report(snapshot: &Snapshot) -> Option<String> {
    let dates = snapshot.site.programme.follow_ups.values().flatten().filter_map(|reported| reported.row.date);
    dates.filter(|date| *date <= snapshot.site.today).max().map(|date| date.to_string())
}

/// How often a table changes (Publications Office, authority table frequency): as often as the programme asks for
/// reports. How often values are measured is not known.
fn frequency(snapshot: &Snapshot, table: TableId) -> Option<&'static str> {
    let reported = matches!(
        table,
        TableId::FollowUps | TableId::Duties | TableId::Sections | TableId::Assignments | TableId::Goals | TableId::Targets
    );
    let cadences = &snapshot.site.programme.facts(&snapshot.site.pages).filter(|_| reported)?.cadence;
    let rank = |cadence: &Cadence| match cadence {
        Cadence::Continuous => Some((5, "CONT")),
        Cadence::Quarter => Some((4, "QUARTERLY")),
        Cadence::Tertial => Some((3, "ANNUAL_3")),
        Cadence::HalfYear | Cadence::Term => Some((2, "ANNUAL_2")),
        Cadence::Year => Some((1, "ANNUAL")),
        Cadence::Biennial => Some((0, "BIENNIAL")),
        Cadence::Once => None,
    };
    cadences.iter().filter_map(rank).max().map(|(_, code)| code)
}
