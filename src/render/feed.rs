//! The feed of follow-ups in a language (RFC 4287).

use std::collections::BTreeMap;

use super::xml::Xml;
use crate::dataset::{absolute, with_notice, words};
use crate::locale::catalogue::Arg;
use crate::period::Date;
use crate::site::data::{DataFile, Format, TableId};
use crate::site::programme::{Reported, facts_of};
use crate::site::{Generated, PageId};
use crate::snapshot::Snapshot;
use crate::view::{PageContext, phrase};

/// How many follow-ups a feed holds: the newest.
const LENGTH: usize = 50;

/// The feed for readers of a language.
pub(super) fn atom(reader: PageContext<'_>) -> String {
    let snapshot = reader.snapshot;
    let config = &snapshot.config;
    let own = absolute(snapshot, snapshot.site.routes.feed(reader.language).unwrap_or_default());
    let entries = entries(snapshot);
    // A feed must say when it last changed (4.1.1); one that holds nothing yet is as new as the site.
    let updated = entries.first().map_or(snapshot.site.today, |entry| entry.date);
    let lang = reader.locale().tag;
    let mut xml = Xml::new("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", lang)]);
    xml.text("id", &[], &own);
    xml.text(
        "title",
        &[],
        &format!("{} – {}", config.title.get(config, reader.language).0, words(snapshot, reader.language, "feed-title")),
    );
    let subtitle = with_notice(snapshot, reader.language, words(snapshot, reader.language, "feed-summary"));
    xml.text("subtitle", &[], &subtitle);
    xml.text("updated", &[], &moment(updated));
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)]);
    if let Some(url) = snapshot.site.routes.generated(Generated::Progress, reader.language) {
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &absolute(snapshot, url))]);
    }
    xml.open("author", &[]);
    xml.text("name", &[], config.organisation.get(config, reader.language).0);
    xml.close();
    if let Some(licence) = config.data.licence {
        xml.text("rights", &[], licence.name());
    }
    for entry in entries {
        self::entry(reader, &mut xml, &entry);
    }
    xml.finish()
}

/// A follow-up that has come.
struct FeedEntry<'a> {
    reported: &'a Reported,
    date: Date,
    /// Its number among those of the same subject and period, from 1.
    number: usize,
}

/// The newest follow-ups that have come. One without a date is as new as the end of its period: it cannot be older.
fn entries(snapshot: &Snapshot) -> Vec<FeedEntry<'_>> {
    let mut numbers: BTreeMap<(PageId, String), usize> = BTreeMap::new();
    let mut entries: Vec<FeedEntry<'_>> = Vec::new();
    for reported in snapshot.site.programme.follow_ups.values().flatten() {
        let number = numbers.entry((reported.subject, reported.row.period.to_string())).or_default();
        *number += 1;
        let date = reported.row.date.unwrap_or_else(|| reported.row.period.end());
        entries.push(FeedEntry { reported, date, number: *number });
    }
    entries.retain(|entry| entry.date <= snapshot.site.today);
    entries.sort_by_key(|entry| (std::cmp::Reverse(entry.date), entry.reported.subject, entry.reported.row.period, entry.number));
    entries.truncate(LENGTH);
    entries
}

fn entry(reader: PageContext<'_>, xml: &mut Xml, entry: &FeedEntry<'_>) {
    let snapshot = reader.snapshot;
    let row = &entry.reported.row;
    let subject = entry.reported.subject;
    let page = absolute(snapshot, snapshot.site.routes.page(subject, reader.language));
    xml.open("entry", &[]);
    xml.text("id", &[], &id(reader, entry));
    xml.text("title", &[], &title(reader, entry.reported));
    xml.text("updated", &[], &moment(entry.date));
    xml.text("published", &[], &moment(entry.date));
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &format!("{page}#follow-ups"))]);
    if let Some(body) = entry.reported.body {
        xml.open("author", &[]);
        xml.text("name", &[], &reader.plain_title(body));
        xml.close();
    }
    let source = snapshot.config.source_language().locale.tag;
    // What bodies write stays in their language. An entry without words has at least its state.
    if row.text.is_empty() {
        xml.text("content", &[("type", "text")], &state(reader, entry.reported));
    } else {
        xml.text("content", &[("type", "text"), ("xml:lang", source)], &row.text);
    }
    xml.close();
}

/// Stable and unlike those of other languages' feeds (4.2.6): it depends on nothing that a later report could change.
fn id(reader: PageContext<'_>, entry: &FeedEntry<'_>) -> String {
    let snapshot = reader.snapshot;
    let subject = snapshot.site.pages.get(entry.reported.subject).source().facts.id().map_or("", |id| id.value.as_str());
    let number = if entry.number > 1 { format!("-{}", entry.number) } else { String::new() };
    let table = absolute(snapshot, &DataFile::Table(TableId::FollowUps, Format::Json).url(&snapshot.site.pages));
    format!("{table}#{}-{subject}-{}{number}", reader.locale().tag, entry.reported.row.period)
}

fn title(reader: PageContext<'_>, reported: &Reported) -> String {
    let facts = facts_of(&reader.snapshot.site.pages, reported.subject).and_then(|facts| facts.as_assignment());
    let name = reader.plain_title(reported.subject);
    let name = facts.map_or(name.clone(), |facts| format!("{} {name}", facts.number));
    let args = [
        ("name", Arg::from(name)),
        ("period", Arg::from(phrase::period_text(reader, reported.row.period))),
        ("state", Arg::from(state(reader, reported))),
    ];
    reader.texts().string("feed-entry", &args)
}

fn state(reader: PageContext<'_>, reported: &Reported) -> String {
    words(reader.snapshot, reader.language, &format!("implementation-{}", reported.row.state.key()))
}

/// RFC 3339, as RFC 4287 asks for (3.3). Reports have days, not hours.
fn moment(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
