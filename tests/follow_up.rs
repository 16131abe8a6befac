//! Follow-up from a site's files to its pages: how targets are judged, what is owed, what has changed, what was frozen and
//! what must not be published. What the rules themselves say is told by the tables in src/status/tests.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/built.rs"]
mod built;
#[path = "support/html.rs"]
mod html;
#[path = "support/small.rs"]
mod small;

use std::fmt::Write as _;

use built::Built;
use small::{assignment, between, figures, follow_ups, found, frame, indicator, main_text, page, programme, table, toml};
use tydlig::document::frozen::write;
use tydlig::period::Period;
use tydlig::site::frozen::freeze;
use tydlig::site::progress::SubjectProgress;
use tydlig::source::load::MemoryLoader;
use tydlig::status::{Fulfilment, Implementation, Reporting};

/// How a goal or assignment goes.
fn subject<'a>(site: &'a Built, id: &str) -> &'a SubjectProgress {
    let model = &site.loaded.snapshot.site;
    model.programme.find(id).and_then(|page| model.progress.subject(page)).unwrap_or_else(|| panic!("{id} has no progress"))
}

fn status(fulfilment: Fulfilment) -> String {
    fulfilment.reason().map_or(fulfilment.key().to_owned(), |reason| format!("{}:{}", fulfilment.key(), reason.key()))
}

/// The judgement of a goal's first target: in the model, as a word, and what the page says it was made from.
fn judged(site: &Built) -> String {
    let target = &subject(site, "g").targets[0];
    let list = between(&site.pages["/goals/g/"], "<ul class=\"targets\">", "</ul>");
    let word = html::plain(between(list, "<p class=\"status\">", "</p>"));
    let inputs = html::plain(between(between(list, "<details", "</details>"), "<dl", "</dl>"));
    format!("{} {} | {word} | {inputs}", status(target.assessment.status), target.assessment.inputs.rule.key())
}

/// A goal with a target for the indicator, and its figures.
fn goal((target, facts): (&str, &str), values: &str) -> MemoryLoader {
    let loader = indicator(frame(), if facts.is_empty() { "unit: count\nform: level" } else { facts });
    let loader = page(loader, "goals/g", &format!("title: Målet\ntargets:\n  - {{id: g.a, {target}}}"));
    figures(loader, values)
}

/// Indicators: a share, one that is wanted low, one that is added up, one with a changed definition, one judged as Open SDG does.
const SHARE: &str = "unit: percent\nform: ratio\ndecimals: 0";
const LOW: &str = "unit: days\nform: level\ndirection: down";
const FLOW: &str = "unit: count\nform: flow";
const BROKEN: &str = "unit: count\nform: level\nbreaks: [{from: 2010, text: {sv: Nytt sätt att räkna.}}]";
const GROWTH: &str = "unit: count\nform: level\nassess: open-sdg";
const PLACES: &str = "unit: count\nform: index\nby: [area]\ndecimals: 0";

#[test]
fn targets_are_judged_and_say_by_what() {
    const UP: &str = "form: level, indicator: x, op: '>=', value: 60, by: 2010, baseline: {value: 25, period: 2006}";
    const EVERY: &str = "form: every-place, indicator: x, op: '>=', value: 60, areas: [all]";
    #[rustfmt::skip]
    let cases = [
        (UP, "", "2009 48", "2010-01-15", ""),
        (UP, "", "2009 48", "2011-01-15", ""),
        (UP, "", "2008 70, 2009 ..", "2010-01-15", ""),
        (UP, "", "", "2010-01-15", ""),
        (UP, "", "2008 48, 2009 !3", "2010-01-15", ""),
        (UP, BROKEN, "2009 48, 2010 52", "2010-12-31", ""),
        (UP, BROKEN, "2008 40, 2009 48", "2010-01-15", ""),
        (UP, GROWTH, "2009 48", "2010-01-15", ""),
        ("form: level, indicator: x, op: '<=', value: 40, by: 2010, baseline: {value: 60, period: 2006}", LOW, "2008 57", "2009-01-15", ""),
        ("form: share, indicator: x, value: 60, by: 2010, baseline: {value: 25, period: 2006}", SHARE, "2009 12/25", "2010-01-15", ""),
        ("form: share, indicator: x, value: 60, by: 2010, baseline: {value: 25, period: 2006}", SHARE, "2008 12/25, 2009 0/0", "2010-01-15", ""),
        ("form: quota, indicator: x, value: 12, per: year", FLOW, "2008 12, 2009 9", "2010-01-15", ""),
        ("form: quota, indicator: x, value: 12, per: year", FLOW, "2009-T1 5", "2009-06-01", ""),
        ("form: quota, indicator: x, value: 12, per: tertial", FLOW, "2009-T1 5, 2009-T2 13", "2009-10-01", ""),
        ("form: cumulative, indicator: x, value: 30, during: 2008..2010", FLOW, "2008 8, 2009 9", "2010-01-15", ""),
        ("form: range, indicator: x, value: 2, max: 3", "", "2009 4", "2010-01-15", ""),
        ("form: range, indicator: x, value: 2, max: 3", LOW, "2009 4", "2010-01-15", ""),
        ("form: direction, indicator: x, direction: down", LOW, "2008 48, 2009 41", "2010-01-15", ""),
        ("form: direction, indicator: x, direction: up", "", "2008 48, 2009 48", "2010-01-15", ""),
        (EVERY, PLACES, "2009 norr 61, 2009 soder 60", "2010-01-15", ""),
        (EVERY, PLACES, "2009 norr 61, 2009 soder 59", "2010-01-15", ""),
        (EVERY, PLACES, "2009 norr 61, 2009 soder ..", "2010-01-15", ""),
        (EVERY, PLACES, "2009 norr 61", "2010-01-15", ""),
        ("form: text, text: Många ska trivas.", "", "2009 48", "2010-01-15", ""),
        ("form: deferred, set_after: 2009", "", "", "2010-01-15", ""),
    ];
    let mut wrong = String::new();
    for (target, facts, values, today, expect) in cases {
        let said = judged(&small::built(&goal((target, facts), values), today));
        if said != expect {
            let _ = writeln!(wrong, "{target}; {values}; {today}\n  is    {said}\n  not   {expect}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
