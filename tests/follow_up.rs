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
use rayon::prelude::*;
use small::{
    assignment, between, duties, figures, follow_ups, found, frame, goal, judged, main_text, page, programme, showing, subject, table, toml,
};
use tydlig::document::frozen::write;
use tydlig::period::Period;
use tydlig::site::frozen::freeze;
use tydlig::source::load::MemoryLoader;
use tydlig::status::{Fulfilment, Implementation};

/// A target with all that a pace needs.
const UP: &str = "form: level, indicator: x, op: '>=', value: 60, by: 2010, baseline: {value: 25, period: 2006}";
/// The languages that are shipped, and where their pages stand.
const LANGUAGES: [(&str, &str); 6] = [("sv", ""), ("sv-simple", "/sv-simple"), ("en", "/en"), ("ar", "/ar"), ("ti", "/ti"), ("so", "/so")];
/// Indicators: a share, one that is wanted low, one that is added up, one with a changed definition, one judged as Open SDG does.
const SHARE: &str = "unit: percent\nform: ratio\ndecimals: 0";
const LOW: &str = "unit: days\nform: level\ndirection: down";
const FLOW: &str = "unit: count\nform: flow";
const BROKEN: &str = "unit: count\nform: level\nbreaks: [{from: 2010, text: {sv: Nytt sätt att räkna.}}]";
const GROWTH: &str = "unit: count\nform: level\nassess: open-sdg";
const PLACES: &str = "unit: count\nform: index\nby: [area]\ndecimals: 0";

#[test]
fn targets_are_judged_and_say_by_what() {
    const EVERY: &str = "form: every-place, indicator: x, op: '>=', value: 60, areas: [all]";
    #[rustfmt::skip]
    let cases = [
        (UP, "", "2009 48", "2010-01-15", "behind line | Efter plan | Utgångsvärde 25 (2006) Senaste värdet 48 (2009) Mål 60 Behövdes vid senaste mätningen 51,3 Takt jämfört med planen 88 %"),
        (UP, "", "2009 48", "2011-01-15", "not-met past-due | Ej uppnått | Utgångsvärde 25 (2006) Senaste värdet 48 (2009) Mål 60 Behövdes vid senaste mätningen 51,3 Takt jämfört med planen 88 %"),
        (UP, "", "2008 70, 2009 ..", "2010-01-15", "met line | Uppnått | Utgångsvärde 25 (2006) Senaste värdet 70 (2008) Mål 60 Behövdes vid senaste mätningen 42,5 Takt jämfört med planen 257 %"),
        (UP, "", "", "2010-01-15", "not-assessed:no-measurement none | Ej bedömt Mätning saknas. | Utgångsvärde 25 (2006) Mål 60"),
        (UP, "", "2008 48, 2009 !3", "2010-01-15", "not-assessed:confidential none | Ej bedömt Uppgiften är sekretessbelagd. | "),
        (UP, BROKEN, "2009 48, 2010 52", "2010-12-31", "not-assessed:method-change level | Ej bedömt Sättet att mäta har ändrats. | Senaste värdet 52 (2010) Mål 60"),
        (UP, BROKEN, "2008 40, 2009 48", "2010-01-15", "behind line | Efter plan | Utgångsvärde 25 (2006) Senaste värdet 48 (2009) Mål 60 Behövdes vid senaste mätningen 51,3 Takt jämfört med planen 88 %"),
        (UP, GROWTH, "2009 48", "2010-01-15", "on-track open-sdg | Enligt plan | Utgångsvärde 25 (2006) Senaste värdet 48 (2009) Mål 60 Årlig tillväxt hittills 24,3 % Årlig tillväxt som behövs 24,5 % Kvot mellan dem 0,99 Poäng, från −5 till 5 2,81"),
        ("form: level, indicator: x, op: '<=', value: 40, by: 2010, baseline: {value: 60, period: 2006}", LOW, "2008 57", "2009-01-15", "far-behind line | Långt efter | Utgångsvärde 60 dagar (2006) Senaste värdet 57 dagar (2008) Mål 40 dagar Behövdes vid senaste mätningen 50,0 dagar Takt jämfört med planen 30 %"),
        ("form: share, indicator: x, value: 60, by: 2010, baseline: {value: 25, period: 2006}", SHARE, "2009 12/25", "2010-01-15", "behind line | Efter plan | Utgångsvärde 25 % (2006) Senaste värdet 48 % (2009) Mål 60 % Behövdes vid senaste mätningen 51,3 % Takt jämfört med planen 88 %"),
        ("form: share, indicator: x, value: 60, by: 2010, baseline: {value: 25, period: 2006}", SHARE, "2008 12/25, 2009 0/0", "2010-01-15", "not-assessed:not-applicable none | Ej bedömt Ej tillämpligt denna period: ingen hörde till dem som räknas. | Utgångsvärde 25 % (2006) Mål 60 %"),
        ("form: quota, indicator: x, value: 12, per: year", FLOW, "2008 12, 2009 9", "2010-01-15", "not-met quota | Ej uppnått | Utgångsvärde 0 Senaste värdet 9 (2009) Mål 12 Behövdes vid senaste mätningen 12,0"),
        ("form: quota, indicator: x, value: 12, per: year", FLOW, "2009-T1 5", "2009-06-01", "on-track pro-rata | Enligt plan | Utgångsvärde 0 Senaste värdet 5 (tertial 1 2009) Mål 12 Behövdes vid senaste mätningen 3,9 Takt jämfört med planen 127 %"),
        ("form: quota, indicator: x, value: 12, per: tertial", FLOW, "2009-T1 5, 2009-T2 13", "2009-10-01", "met quota | Uppnått | Utgångsvärde 0 Senaste värdet 13 (tertial 2 2009) Mål 12 Behövdes vid senaste mätningen 12,0"),
        ("form: cumulative, indicator: x, value: 30, during: 2008..2010", FLOW, "2008 8, 2009 9", "2010-01-15", "behind cumulative | Efter plan | Utgångsvärde 0 Senaste värdet 17 (2009) Mål 30 Behövdes vid senaste mätningen 20,0 Takt jämfört med planen 85 %"),
        ("form: range, indicator: x, value: 2, max: 3", "", "2009 4", "2010-01-15", "met level | Uppnått | Senaste värdet 4 (2009) Mål 2"),
        ("form: range, indicator: x, value: 2, max: 3", LOW, "2009 4", "2010-01-15", "not-met level | Ej uppnått | Senaste värdet 4 dagar (2009) Mål 3 dagar"),
        ("form: direction, indicator: x, direction: down", LOW, "2008 48, 2009 41", "2010-01-15", "decreasing trend | Minskar | Utgångsvärde 48 dagar (2008) Senaste värdet 41 dagar (2009)"),
        ("form: direction, indicator: x, direction: up", "", "2008 48, 2009 48", "2010-01-15", "unchanged trend | Oförändrat | Utgångsvärde 48 (2008) Senaste värdet 48 (2009)"),
        (EVERY, PLACES, "2009 norr 61, 2009 soder 60", "2010-01-15", "met none | Uppnått | Områden under målet 0 Områden utan mätning 0"),
        (EVERY, PLACES, "2009 norr 61, 2009 soder 59", "2010-01-15", "not-met none | Ej uppnått | Områden under målet 1 Områden utan mätning 0"),
        (EVERY, PLACES, "2009 norr 61, 2009 soder ..", "2010-01-15", "not-assessed:no-measurement none | Ej bedömt Mätning saknas. | Områden under målet 0 Områden utan mätning 1"),
        (EVERY, PLACES, "2009 norr 61", "2010-01-15", "not-assessed:no-measurement none | Ej bedömt Mätning saknas. | Områden under målet 0 Områden utan mätning 1"),
        ("form: text, text: Många ska trivas.", "", "2009 48", "2010-01-15", "not-assessed:no-target none | Ej bedömt Det finns inget mätbart mål. | "),
        ("form: deferred, set_after: 2009", "", "", "2010-01-15", "not-assessed:target-set-later none | Ej bedömt Målet sätts senare. | "),
    ];
    cases.into_par_iter().for_each(|(target, facts, values, today, expect)| {
        assert_eq!(judged(&small::built(&goal(target, facts, values), today)), expect, "{target}; {values}; {today}");
    });
}

#[test]
fn milestones_are_met_when_the_work_is_reported_as_done() {
    let target = "form: milestone, by: 2009-06-30";
    #[rustfmt::skip]
    let cases = [
        ("", "2009-06-30", "not-assessed:not-due milestone | Ej bedömt Det har inte inträffat än. | "),
        ("", "2009-07-01", "not-met milestone | Ej uppnått | "),
        ("g;2009-M05;klart;;;2009-06-02;;", "2009-06-30", "met milestone | Uppnått | "),
        ("g;2009-M05;pågår;;;2009-06-02;;", "2009-07-01", "not-met milestone | Ej uppnått | "),
        ("g;2009-M08;klart;;;2009-09-02;;", "2009-10-01", "met milestone | Uppnått | "),
        ("g;2009-M05;klart;;;2009-06-20;;", "2009-06-19", "not-assessed:not-due milestone | Ej bedömt Det har inte inträffat än. | "),
    ];
    for (reports, today, expect) in cases {
        assert_eq!(judged(&small::built(&follow_ups(goal(target, "", ""), reports), today)), expect, "{reports} {today}");
    }
}

#[test]
fn an_indicators_method_goes_before_the_programmes() {
    let cases = [("", "", "line"), ("", "open-sdg", "open-sdg"), ("line", "open-sdg", "line"), ("open-sdg", "line", "open-sdg")];
    for (own, all, rule) in cases {
        let line = |method: &str| if method.is_empty() { String::new() } else { format!("\nassess: {method}") };
        let loader = goal(UP, &format!("unit: count\nform: level{}", line(own)), "2009 48");
        let said = judged(&small::built(&programme(loader, line(all).trim()), "2010-01-15"));
        assert_eq!(said.split(' ').nth(1), Some(rule), "{own} {all}");
        assert_eq!(said.contains("Årlig tillväxt"), rule == "open-sdg", "{said}");
    }
}

#[test]
fn a_sentence_does_not_compare_across_a_changed_definition() {
    let cases =
        [("2008 40, 2009 48, 2010 52", "Antalet: 52 (2010)."), ("2008 40, 2009 48", "Antalet ökade från 40 (2008) till 48 (2009).")];
    for (values, expect) in cases {
        let site = small::built(&goal("form: direction, indicator: x", BROKEN, values), "2011-01-15");
        assert_eq!(html::plain(between(&site.pages["/indicators/x/"], "<p class=\"panel__finding\">", "</p>")), expect);
    }
}

/// A site whose assignment and goal are behind by their figures.
fn behind() -> MemoryLoader {
    assignment(goal(UP, "", "2009 48"), "u", &format!("targets: [{{id: u.a, {UP}}}]"))
}

#[test]
fn a_judgement_by_hand_says_who_when_and_why() {
    let hand = "2009;pågår;långt efter;;2010-02-11;Förvaltningschef;Två lärare slutar.";
    let site = small::built(&follow_ups(behind(), &format!("u;{hand}\ng;{hand}")), "2010-03-01");
    for (id, url) in [("u", "/assignments/u/"), ("g", "/goals/g/")] {
        let (progress, text) = (subject(&site, id), main_text(&site, url));
        assert_eq!(progress.fulfilment, Fulfilment::FarBehind);
        let own = progress.overruled.as_ref().expect("the figures are overruled");
        assert_eq!((own.computed, own.date.to_string().as_str()), (Fulfilment::Behind, "2010-02-11"));
        let hand = "satt för hand av Förvaltningschef, 11 februari 2010. Skäl Två lärare slutar. Siffrorna ger Efter plan";
        for words in [hand, "Långt efter"] {
            assert!(text.contains(words), "{url} has no `{words}`: {text}");
        }
    }
    // Without a reason, before its day, or where it says what the figures say, the figures stand.
    for row in [
        "u;2009;pågår;långt efter;;;;",
        "u;2009;pågår;efter plan;;2010-02-11;Chef;Så är det.",
        &format!("u;{hand}").replace("2010-02", "2010-04"),
    ] {
        let site = small::built(&follow_ups(behind(), row), "2010-03-01");
        assert_eq!((subject(&site, "u").fulfilment, &subject(&site, "u").overruled), (Fulfilment::Behind, &None), "{row}");
        assert!(!main_text(&site, "/assignments/u/").contains("satt för hand"), "{row}");
    }
}

#[test]
fn a_judgement_by_hand_without_a_name_is_an_error() {
    #[rustfmt::skip]
    let cases = [
        ("u;2009;pågår;;;2010-02-11;Chef;Skälet", "2:32", "bedomning"),
        ("u;2009;pågår;uppnått;;;Chef;Skälet", "2:29", "datum"),
        ("u;2009;pågår;uppnått;;2010-02-11;;Skälet", "2:35", "ansvarig"),
        ("u;2009;pågår;;;;;Skälet", "2:18", "bedomning, ansvarig, datum"),
    ];
    for (row, at, columns) in cases {
        let said = found(&follow_ups(behind(), row), "2010-03-01");
        let expect = format!("content/data/uppfoljning.csv:{at}: fel[P101]: en bedömning med eget skäl saknar värde i {columns} ");
        assert!(said.starts_with(&expect) && said.lines().count() == 1, "{row}: {said}");
    }
}

#[test]
fn what_was_replaced_or_struck_is_listed_and_counts_nowhere() {
    let target = "contributes_to: [g]\ntargets: [{id: ID.a, form: level, indicator: x, op: '>=', value: VALUE}]";
    let facts = |id: &str, value: &str| target.replace("ID", id).replace("VALUE", value);
    let loader = goal("form: level, indicator: x, value: 40", "", "2009 48");
    let loader = assignment(loader, "u-1", &facts("u-1", "40"));
    let loader = assignment(loader, "u-2", &(facts("u-2", "90") + "\nstate: replaced"));
    let loader = assignment(loader, "u-3", &(facts("u-3", "90") + "\nstate: struck"));
    let site = small::built(&follow_ups(loader, "u-1;2009;pågår;;;;;\nu-2;2008;klart;;;;;\nu-3;2008;klart;;;;;"), "2010-01-15");
    let states: Vec<_> = ["u-1", "u-2", "u-3"].iter().map(|id| (subject(&site, id).in_force, subject(&site, id).implementation)).collect();
    assert_eq!(states, [(true, Implementation::InProgress), (false, Implementation::Replaced), (false, Implementation::Cancelled)]);
    let model = &site.loaded.snapshot.site;
    let own = model.programme.find("u-1").expect("it is there");
    assert!(
        model.progress.duties.len() == 3 && model.progress.duties.iter().all(|duty| duty.assignment == own),
        "{:?}",
        model.progress.duties
    );
    for url in ["/bodies/soc/", "/goals/g/", "/assignments/"] {
        let text = main_text(&site, url);
        assert!(["u-1", "u-2", "u-3"].iter().all(|id| text.contains(&format!("Uppdrag {id}"))), "{url}: {text}");
    }
    let mut bars = 0;
    for (url, page) in &site.pages {
        for key in page.split("<ul class=\"dist__key\">").skip(1) {
            bars += 1;
            let key = html::plain(key.split("</ul>").next().unwrap_or_default());
            assert!(["Uppnått 1", "Pågår 1"].contains(&key.as_str()), "{url}: {key}");
        }
        // No pace and no share is asked for here: a percentage could only be a mean.
        assert!(!html::plain(between(page, "<main", "</main>")).contains('%'), "{url}");
    }
    assert!(bars >= 6, "{bars} bars");
    assert!(main_text(&site, "/bodies/soc/").contains("1 av 2 uppföljningar har lämnats"));
}

#[test]
fn what_is_owed_follows_from_the_cadence_and_the_day() {
    #[rustfmt::skip]
    let cases = [
        ("[year]", "", "2009-03-31", "2008 2009-03-31 expected, 2009 2010-03-31 expected"),
        ("[year]", "", "2009-04-01", "2008 2009-03-31 late, 2009 2010-03-31 expected"),
        ("[year]", ", due_days: 0", "2010-01-01", "2008 2008-12-31 late, 2009 2009-12-31 late"),
        ("[half-year]", ", due_days: 30", "2009-07-31", "2008-H1 2008-07-30 received, 2008-H2 2009-01-30 late, 2009-H1 2009-07-30 late, 2009-H2 2010-01-30 expected"),
        ("[tertial]", ", due_days: 30", "2008-10-01", "2008-T1 2008-05-30 received, 2008-T2 2008-09-30 late, 2008-T3 2009-01-30 expected, \
            2009-T1 2009-05-30 expected, 2009-T2 2009-09-30 expected, 2009-T3 2010-01-30 expected"),
        ("[tertial, year]", ", due_days: 30", "2008-10-01", "2008-T1 2008-05-30 received, 2008-T2 2008-09-30 late, 2008 2009-01-30 expected, \
            2009-T1 2009-05-30 expected, 2009-T2 2009-09-30 expected, 2009 2010-01-30 expected"),
        ("[term]", ", due_days: 10", "2008-07-10", "2008-VT 2008-07-10 expected, 2008-HT 2009-01-10 expected, 2009-VT 2009-07-10 expected, 2009-HT 2010-01-10 expected"),
        ("[biennial]", "", "2011-01-01", "2008 2009-03-31 late"),
        ("[biennial]", ", periods: 2008..2010", "2011-01-01", "2008 2009-03-31 late, 2010 2011-03-31 expected"),
        ("[once]", "", "2010-03-31", "2008..2009 2010-03-31 expected"),
        ("[once]", "", "2010-04-01", "2008..2009 2010-03-31 late"),
        ("[continuous]", "", "2011-01-01", ""),
        ("[quarter]", ", periods: 2008-H1", "2008-07-01", "2008-Q1 2008-06-29 received, 2008-Q2 2008-09-28 expected"),
    ];
    let reports =
        "u;2008-H1;pågår;;;2008-07-29;;\nu;2008-T1;pågår;;;2008-05-30;;\nu;2008-Q1;pågår;;;2008-07-01;;\nu;2008-VT;pågår;;;2008-07-11;;";
    cases.into_par_iter().for_each(|(cadence, rule, today, expect)| {
        let window = if rule.contains("periods") { "" } else { ", periods: 2008..2009" };
        let loader = programme(frame(), &format!("follow_up: {{cadence: [year]{window}{rule}}}"));
        let loader = assignment(loader, "u", &format!("follow_up: [{{cadence: {cadence}}}]"));
        assert_eq!(duties(&small::built(&follow_ups(loader, reports), today)), expect, "{cadence} {today}");
    });
}

/// Two bodies, three assignments and nothing to measure.
fn without_figures() -> MemoryLoader {
    let loader = programme(frame(), "follow_up: {cadence: [tertial, year], periods: 2008..2009, due_days: 30}");
    let loader = assignment(assignment(loader, "u-1", ""), "u-2", "");
    let loader = page(loader, "assignments/s-1", "number: \"1\"\ntitle: Uppdrag s-1\nbody: skola\nfollow_up: [{cadence: [year]}]");
    follow_ups(loader, "u-1;2008-T1;pågår;;Först.;2008-05-20;Chef;\nu-1;2008;klart;;Sedan.;;;\ns-1;2008;pågår;;Skolan.;2009-01-30;;")
}

#[test]
fn coverage_needs_no_figures() {
    let site = small::built(&without_figures(), "2009-06-15");
    let coverage = "/uppfoljning/rapportering/";
    #[rustfmt::skip]
    assert_eq!(table(&site, coverage, "coverage"), [
        "Ansvarig | 2008 | 2009",
        "Socialnämnden | Delvis lämnad 2 av 6 uppföljningar lämnade 4 försenade | Försenad 0 av 2 uppföljningar lämnade 2 försenade",
        "Skolnämnden | Lämnad 1 av 1 uppföljning lämnad | Väntas Uppföljning väntas",
        "Totalt | 3 av 7 uppföljningar lämnade | 0 av 2 uppföljningar lämnade",
    ]);
    let late = html::plain(between(&site.pages[coverage], "aria-labelledby=\"section_late\"", "</section>"));
    for words in ["Uppdrag u-1", "tertial 2 2008", "30 september 2008", "tertial 1 2009", "30 maj 2009"] {
        assert!(late.contains(words), "{late}");
    }
    assert!(!late.contains("Uppdrag s-1"), "{late}");
    #[rustfmt::skip]
    assert_eq!(table(&site, "/uppfoljning/2008/", "coverage"), [
        "Ansvarig | tertial 1 2008 | tertial 2 2008 | 2008",
        "Socialnämnden | Delvis lämnad 1 av 2 uppföljningar lämnade 1 försenad | Försenad 0 av 2 uppföljningar lämnade 2 försenade | Delvis lämnad 1 av 2 uppföljningar lämnade 1 försenad",
        "Skolnämnden | Ingen krävs | Ingen krävs | Lämnad 1 av 1 uppföljning lämnad",
        "Totalt | 1 av 2 uppföljningar lämnade | 0 av 2 uppföljningar lämnade | 2 av 3 uppföljningar lämnade",
    ]);
    let periods: Vec<&str> = site.pages.keys().filter_map(|url| url.strip_prefix("/uppfoljning/2")).collect();
    assert_eq!(periods, ["008-t1/", "008-t2/", "008/", "009-t1/", "009-t2/", "009/"]);
    let period = main_text(&site, "/uppfoljning/2008-t1/");
    assert!(period.contains("Först.") && period.contains("Uppdrag u-2") && !period.contains("Sedan."), "{period}");
    for url in site.pages.keys() {
        let text = main_text(&site, url);
        assert!(!text.contains("Måluppfyllelse") && !text.contains("Hur långt målen") && !text.contains("Ej bedömt"), "{url}: {text}");
    }
}

const REPORT: &str = "follow_up: {cadence: [year], periods: 2008..2009}\nreport:\n  due_days: 60\n  sections:\n    - {id: mal, title: Mätbara mål}\n    - {id: resultat, title: Resultat}";

fn sections(rows: &str, more: &str) -> MemoryLoader {
    let loader = programme(frame(), &format!("{REPORT}{more}"));
    loader.with("content/data/rapporter.csv", format!("organ;period;avsnitt;text;underlag;datum;ansvarig\n{rows}\n"))
}

#[test]
fn reports_come_section_by_section() {
    let rows = "soc;2008;mal;Målen mäts.;Rapport;2009-02-01;Chef\nsoc;2008;resultat;Sjuttio.;;2009-03-05;\nskola;2008;mal;Skolans mål.;;2009-02-20;";
    let states = |today: &str, more: &str| {
        let site = small::built(&sections(rows, more), today);
        let line = |report: &tydlig::site::reporting::ReportDuty| {
            let name = site.loaded.snapshot.site.pages.get(report.body).stem.rsplit('/').next().unwrap_or_default();
            let there: String = report.sections.iter().map(|there| if *there { 'x' } else { '-' }).collect();
            format!("{name} {} {} {} {there}", report.period, report.due, report.state.key())
        };
        site.loaded.snapshot.site.progress.reports.iter().map(line).collect::<Vec<_>>().join(", ")
    };
    #[rustfmt::skip]
    let cases = [
        ("2009-01-31", "", "soc 2008 2009-03-01 expected --, soc 2009 2010-03-01 expected --, skola 2008 2009-03-01 expected --, skola 2009 2010-03-01 expected --"),
        ("2009-03-01", "", "soc 2008 2009-03-01 partly x-, soc 2009 2010-03-01 expected --, skola 2008 2009-03-01 partly x-, skola 2009 2010-03-01 expected --"),
        ("2010-03-02", "", "soc 2008 2009-03-01 received xx, soc 2009 2010-03-01 late --, skola 2008 2009-03-01 partly x-, skola 2009 2010-03-01 late --"),
        ("2010-03-02", "\n  bodies: [soc]", "soc 2008 2009-03-01 received xx, soc 2009 2010-03-01 late --"),
    ];
    for (today, more, expect) in cases {
        assert_eq!(states(today, more), expect, "{today}{more}");
    }
    let site = small::built(&sections(rows, ""), "2010-03-02");
    #[rustfmt::skip]
    assert_eq!(table(&site, "/uppfoljning/rapportering/", "reports"), [
        "Ansvarig | 2008 | 2009",
        "Socialnämnden | Lämnad 2 av 2 avsnitt | Försenad 0 av 2 avsnitt",
        "Skolnämnden | Delvis lämnad 1 av 2 avsnitt Försenad | Försenad 0 av 2 avsnitt",
    ]);
    let body = html::plain(between(&site.pages["/bodies/skola/"], "aria-labelledby=\"section_reports\"", "</section>"));
    assert!(body.contains("Mätbara mål Lämnad Skolans mål. Lämnad 20 februari 2009 Resultat Försenad"), "{body}");
}

#[test]
fn reports_that_do_not_fit_are_errors() {
    #[rustfmt::skip]
    let cases = [
        ("soc;2008;resultatt;A;;;", "", "content/data/rapporter.csv:2:10: fel[R103]: det finns inget med id `resultatt` (avsnitt) (menade du `resultat`?)\n"),
        ("soc;2008;mal;A;;;\nsoc;2008;mal;B;;;", "", "content/data/rapporter.csv:3:1: fel[P104]: två olika texter för avsnittet `mal` 2008; den första texten: content/data/rapporter.csv:2:1 (ta bort den ena raden)\n"),
        ("soc;2008;mal;A;;;\nsoc;2008;mal;A;;;", "", ""),
        ("", "\n  bodies: [sooc]", "content/programme/index.md:12:12: fel[R103]: det finns inget med id `sooc` (organ) (menade du `soc`?)\n"),
    ];
    for (rows, more, expect) in cases {
        assert_eq!(found(&sections(rows, more), "2010-03-01"), expect, "{rows}{more}");
    }
}

#[test]
fn what_has_changed_since_last_time() {
    let steps =
        |site: &Built, url: &str, id: &str| html::plain(&between(&site.pages[url], id, "</section>").replace("</span><", "</span> <"));
    let rows = "u;2008;ej påbörjat;;;;;\nu;2009;pågår;;;;;";
    let loader = |values: &str, rows: &str| {
        let loader = figures(behind(), values);
        small::built(&follow_ups(loader, rows), "2010-06-15")
    };
    let site = loader("2008 42, 2009 48", rows);
    let own = "Genomförande Ej påbörjat till Pågår Måluppfyllelse Enligt plan till Efter plan";
    assert_eq!(steps(&site, "/assignments/u/", "id=\"section_changes\">"), format!("id=\"section_changes\">Ändrat sedan 2008 {own}"));
    let overview = steps(&site, "/uppfoljning/", "aria-labelledby=\"section_changes\"");
    assert!(overview.contains(" Ändrat sedan 2008 ") && overview.contains(&format!("Uppdrag u Socialnämnden {own}")), "{overview}");
    assert!(
        overview.contains("Målet Måluppfyllelse Enligt plan till Efter plan")
            && overview.ends_with("Antalet ökade från 42 (2008) till 48 (2009)."),
        "{overview}"
    );
    assert!(main_text(&site, "/uppfoljning/").contains("2 mål och uppdrag har fått ny status. 1 siffra har nytt värde."));
    assert!(steps(&site, "/uppfoljning/2009/", "aria-labelledby=\"section_changes\"").contains(own));
    assert!(steps(&site, "/uppfoljning/2008/", "aria-labelledby=\"section_changes\"").is_empty());
    // A report about a part of this year is newer than last year: last year is what it is compared with.
    let site = loader("2009 48", "u;2009;pågår;;;;;\nu;2010-T1;klart;;;2010-05-20;;");
    assert_eq!(
        steps(&site, "/assignments/u/", "id=\"section_changes\">"),
        "id=\"section_changes\">Ändrat sedan 2009 Genomförande Pågår till Klart"
    );
    // One that is dated later is not known yet, and what is the same is no change.
    for (values, rows) in
        [("2008 41, 2009 48", "u;2008;pågår;;;;;\nu;2009;pågår;;;;;"), ("2009 48", "u;2009;pågår;;;;;\nu;2010-T1;klart;;;2010-06-20;;")]
    {
        assert!(steps(&loader(values, rows), "/assignments/u/", "id=\"section_changes\">").is_empty(), "{values} {rows}");
    }
    // There is no last time.
    let site = loader("2009 48", "u;2009;pågår;;;;;");
    assert!(!main_text(&site, "/uppfoljning/").contains("Ändrat sedan") && site.loaded.snapshot.site.progress.latest.is_none());
}

/// A site as it was approved, and the file that keeps it.
fn frozen(loader: &MemoryLoader) -> String {
    let model = small::built(loader, "2010-03-01").loaded.snapshot.site;
    let decision = Some("Kommunstyrelsen § 45".to_owned());
    write(&freeze(&model.pages, &model.programme, Period::Year(2009), model.today, decision))
}

#[test]
fn a_frozen_period_tells_what_has_changed_since() {
    let rows = "u;2009;pågår;;Som det var.;2010-02-01;;";
    let then = follow_ups(behind(), rows);
    let file = frozen(&then);
    let page = |loader: MemoryLoader, file: &str| small::built(&loader.with("frozen/2009.json", file), "2010-06-15");
    let same = page(then.clone(), &file);
    let text = main_text(&same, "/uppfoljning/2009/");
    assert!(text.contains("Siffrorna fastställdes 1 mars 2010: Kommunstyrelsen § 45. Inget har ändrats sedan dess."), "{text}");
    assert_eq!(table(&same, "/uppfoljning/2009/", "approved-figures"), ["Uppgift | Värde", "Antalet, 2009 | 48"]);
    // Line ends that another system has changed break nothing.
    assert!(main_text(&page(then.clone(), &file.replace('\n', "\r\n")), "/uppfoljning/2009/").contains("Inget har ändrats"));
    let changed = |loader: MemoryLoader| table(&page(loader, &file), "/uppfoljning/2009/", "changed-since")[1..].to_vec();
    let frozen_status = |name: &str, from: &str, to: &str| format!("{name} | {from} | {to}");
    assert_eq!(
        changed(figures(then.clone(), "2009 55, 2009-T1 7")),
        [
            "Antalet, 2009 | 48 | 55",
            "Antalet, tertial 1 2009 | – | 7",
            &frozen_status("Målet", "Inget rapporterat Efter plan", "Inget rapporterat Enligt plan"),
            &frozen_status("Uppdrag u", "Pågår Efter plan", "Pågår Enligt plan"),
        ]
    );
    assert_eq!(
        changed(follow_ups(figures(then.clone(), ""), "")),
        [
            "Antalet, 2009 | 48 | –",
            "Uppdrag u, uppföljning 2009 | Pågår Som det var. | –",
            &frozen_status("Målet", "Inget rapporterat Efter plan", "Inget rapporterat Ej bedömt"),
            &frozen_status("Uppdrag u", "Pågår Efter plan", "Inget rapporterat Ej bedömt"),
        ]
    );
    let rows = "u;2009;pågår;;Som det blev.;2010-02-01;;\nu;2009-T3;pågår;;Ny.;2010-02-02;;";
    assert_eq!(
        changed(follow_ups(then.clone(), rows)),
        ["Uppdrag u, uppföljning 2009 | Pågår Som det var. | Pågår Som det blev.", "Uppdrag u, uppföljning tertial 3 2009 | – | Pågår Ny."]
    );
    let edited = found(&then.with("frozen/2009.json", file.replace("\"48\"", "\"49\"")), "2010-06-15");
    assert!(edited.starts_with("frozen/2009.json:") && edited.contains("fel[P113]") && edited.lines().count() == 1, "{edited}");
}

const PERSONS: &str = "unit: people\nform: flow\npersons: true\nby: [area, sex]\ndecimals: 0";
const SHARE_OF_PERSONS: &str = "unit: percent\nform: ratio\npersons: true\nby: [area, sex]\ndecimals: 0";

fn persons(facts: &str, values: &str, checks: &str) -> MemoryLoader {
    let loader = assignment(goal("form: level, indicator: x, op: '>=', value: 60", facts, values), "u", "");
    loader.with("site.toml", toml(&LANGUAGES.map(|(tag, _)| tag), checks))
}

#[test]
fn small_counts_of_persons_must_be_marked() {
    let small = |limit: &str| format!("fel[P114]: raden gäller färre än {limit} personer och är inte märkt med sekretess");
    #[rustfmt::skip]
    let cases = [
        (PERSONS, "2008 5, 2009 4", "", "3:10", "5"),
        (PERSONS, "2008 5, 2009 0", "", "", ""),
        (PERSONS, "2008 9, 2009 12", "smallest_count = 10", "2:10", "10"),
        (PERSONS, "2009 norr kvinnor 1", "smallest_count = 2", "2:21", "2"),
        (FLOW, "2009 4", "", "", ""),
        // Those counted, those they are a share of, and those left.
        (SHARE_OF_PERSONS, "2009 4/90", "", "2:1", "5"),
        (SHARE_OF_PERSONS, "2009 2/4", "", "2:1", "5"),
        (SHARE_OF_PERSONS, "2009 87/90", "", "2:1", "5"),
        (SHARE_OF_PERSONS, "2009 80/90", "", "", ""),
    ];
    for (facts, values, checks, at, limit) in cases {
        let said = found(&persons(facts, values, checks), "2010-01-15");
        let expect = if at.is_empty() { String::new() } else { format!("content/data/varden.csv:{at}: {}", small(limit)) };
        assert!(said.starts_with(&expect) && said.lines().count() == usize::from(!at.is_empty()), "{values} {checks}: {said}");
    }
}

#[test]
fn what_is_confidential_is_in_no_byte_of_the_site() {
    #[rustfmt::skip]
    let cases = [
        // What is marked, what it could be worked out from, what stands.
        (PERSONS, "2009 kvinnor 8123, 2009 män !4217, 2009 12340", "4217 8123", "12340", "met"),
        (PERSONS, "2009 norr 6111, 2009 soder 7222, 2009 !4217", "4217 6111", "7222", "not-assessed:confidential"),
        (PERSONS, "2009-T1 6111, 2009-T2 !4217, 2009-T3 7333, 2009 17661", "4217 6111", "17661 7333", "met"),
        (PERSONS, "2009-T1 6111, 2009-T2 !4217, 2009-T3 7333", "4217", "6111 7333", "met"),
        (SHARE_OF_PERSONS, "2009 kvinnor 8123/9456, 2009 män !4217/9345, 2009 12340/18801", "4217 9345 8123 9456", "12340 18801", "met"),
        (SHARE_OF_PERSONS, "2008 8123/9456, 2009 !4217/9345", "4217 9345", "8123 9456", "not-assessed:confidential"),
    ];
    cases.into_par_iter().for_each(|(facts, values, gone, stands, status)| {
        let site = small::built(&persons(facts, values, ""), "2010-01-15");
        for number in gone.split(' ') {
            assert_eq!(showing(&site, number), [""; 0], "{number} of {values}");
        }
        for number in stands.split(' ') {
            let files = showing(&site, number);
            let expected = ["/data/x.csv", "/data/x.json", "/data/maskin/x.csv"].iter().all(|url| files.contains(&(*url).to_owned()));
            assert!(expected, "{number} of {values}: {files:?}");
        }
        assert!(judged(&site).starts_with(status), "{values}: {}", judged(&site));
        assert!(main_text(&site, "/indicators/x/").contains("visas inte"), "{values}");
    });
    // The search finds what is there, in every language.
    let site = small::built(&persons(PERSONS, "2008 4217", ""), "2010-01-15");
    let files = showing(&site, "4217");
    assert!(LANGUAGES.iter().all(|(_, folder)| files.contains(&format!("{folder}/indicators/x/"))), "{files:?}");
}

#[test]
fn a_value_that_became_confidential_is_not_in_what_was_frozen() {
    let file = frozen(&persons(PERSONS, "2009 kvinnor 8123, 2009 män 4217, 2009 12340", ""));
    let now = persons(PERSONS, "2009 kvinnor 8123, 2009 män !4217, 2009 12340", "").with("frozen/2009.json", file);
    let site = small::built(&now, "2010-06-15");
    for number in ["4217", "8123"] {
        assert_eq!(showing(&site, number), [""; 0], "{number}");
    }
    assert!(showing(&site, "12340").contains(&"/uppfoljning/2009/".to_owned()));
}

#[test]
fn figures_in_words_in_every_language() {
    let cases = [
        ("increased", "2008 40, 2009 1250,5"),
        ("decreased", "2008 40, 2009 3,2"),
        ("unchanged", "2008 40, 2009 40"),
        ("single", "2009 40"),
        ("none", "2009 .."),
    ];
    let target = "form: level, indicator: x, op: '>=', value: 60, by: 2010";
    let mut text = String::new();
    for (name, values) in cases {
        for (name, target) in [(name.to_owned(), "form: text"), (format!("{name}, with a target"), target)] {
            let loader = goal(target, "unit: percent\nform: level\ndecimals: 1", values);
            let site = small::built(&loader.with("site.toml", toml(&LANGUAGES.map(|(tag, _)| tag), "")), "2010-01-15");
            for (tag, folder) in LANGUAGES {
                let page = &site.pages[&format!("{folder}/indicators/x/")];
                let _ = writeln!(text, "{name}, {tag}: {}", html::plain(between(page, "<p class=\"panel__finding\">", "</p>")));
            }
        }
    }
    insta::assert_snapshot!("sentences", text);
}
