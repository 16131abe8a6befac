//! `tydlig form`: the workbook in which a body follows up a period.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::build::{Closing, close};
use super::{Outcome, load, print, print_report, write_files};
use crate::cli::{CheckArgs, FormArgs, Format};
use crate::diagnostic::{Message, UiLanguage, nearest};
use crate::disk::Existing;
use crate::document::Kind;
use crate::form::{self, Form, xlsx};
use crate::period::{Date, Period};
use crate::site::PageId;
use crate::site::programme::facts_of;
use crate::snapshot::Snapshot;

/// Writes a form, or one for each body. A site with errors has none: what they prefill could be wrong.
pub(super) fn form(site: &Path, args: &FormArgs, ui_language: UiLanguage) -> anyhow::Result<Outcome> {
    let period = period(&args.period)?;
    let check = CheckArgs { base_url: None, today: args.today.clone(), drafts: false, deny: None, format: Format::Text };
    let loaded = load(site, &check)?;
    let report = loaded.report(Vec::new());
    if report.has_errors() {
        let outcome = print_report(&report, &loaded.sources, &check, ui_language)?;
        close(&report, &check, ui_language, Closing::Stopped)?;
        return Ok(outcome);
    }
    let forms = forms(&loaded.snapshot, &args.body, period)?;
    let files = files(&forms, args, period)?;
    write_files(&files, if args.force { Existing::Replace } else { Existing::Keep }, exists, ui_language)?;
    for (form, (path, _)) in forms.iter().zip(&files) {
        print(&written(&loaded.snapshot, form, path, ui_language))?;
    }
    print(match ui_language {
        UiLanguage::Swedish => "Lägg ifyllda formulär i content/data/: de läses som de är.\n",
        UiLanguage::English => "Put filled-in forms into content/data/: they are read as they are.\n",
    })?;
    Ok(Outcome::Clean)
}

fn exists(path: &Path) -> Message {
    let path = path.display();
    Message::new(
        format!("{path} finns redan, och någon kan ha fyllt i den: ange en annan fil med --out, eller skriv över den med --force"),
        format!("{path} exists already, and someone may have filled it in: name another file with --out, or replace it with --force"),
    )
}

fn period(text: &str) -> anyhow::Result<Period> {
    Period::parse(text).with_context(|| {
        format!("`{text}` är ingen period; skriv som 2009, 2009-T1 eller 2009-H1 / is not a period; write it as 2009, 2009-T1 or 2009-H1")
    })
}

/// The forms that were asked for; for all bodies those that owe something for the period.
fn forms(snapshot: &Snapshot, name: &str, period: Period) -> anyhow::Result<Vec<Form>> {
    let programme = &snapshot.site.programme;
    if programme.bodies.is_empty() {
        bail!("webbplatsen har inga organ som kan lämna uppföljning / the site has no bodies that could report");
    }
    if let Some(body) = programme.find_kind(&snapshot.site.pages, name, Kind::Body) {
        let owed = form::periods(snapshot, body);
        if !owed.is_empty() && !owed.contains(&period) {
            bail!("`{name}` ska inte följa upp / owes no follow-up for {period}; {}", periods(&owed));
        }
        let form = form::workbook(snapshot, body, period);
        if form.tables.is_empty() {
            bail!("`{name}` har inget att följa upp / has nothing to report");
        }
        return Ok(vec![form]);
    }
    if !["all", "alla"].contains(&name) {
        let ids = programme.bodies.iter().filter_map(|body| id(snapshot, *body));
        let near = nearest(name, ids.clone());
        let list = ids.collect::<Vec<_>>().join(", ");
        bail!(match near {
            Some(near) => format!("det finns inget organ / there is no body `{name}`: menade du / did you mean `{near}`?"),
            None => format!("det finns inget organ / there is no body `{name}`: {list} – alla / all"),
        });
    }
    let bodies = programme.bodies.iter().map(|body| (*body, form::periods(snapshot, *body)));
    let bodies: Vec<(PageId, Vec<Period>)> = bodies.collect();
    let asked = bodies.iter().filter(|(_, owed)| owed.is_empty() || owed.contains(&period));
    let forms: Vec<Form> = asked.map(|(body, _)| form::workbook(snapshot, *body, period)).filter(|form| !form.tables.is_empty()).collect();
    if forms.is_empty() {
        let mut owed: Vec<Period> = bodies.into_iter().flat_map(|(_, owed)| owed).collect();
        owed.sort();
        owed.dedup();
        bail!("ingen ska följa upp / nobody owes a follow-up for {period}; {}", periods(&owed));
    }
    Ok(forms)
}

fn id(snapshot: &Snapshot, body: PageId) -> Option<&str> {
    Some(facts_of(&snapshot.site.pages, body)?.id()?.value.as_str())
}

fn periods(owed: &[Period]) -> String {
    format!("perioder / periods: {}", owed.iter().map(Period::to_string).collect::<Vec<_>>().join(", "))
}

/// Where each form goes, with its bytes.
fn files(forms: &[Form], args: &FormArgs, period: Period) -> anyhow::Result<Vec<(PathBuf, Vec<u8>)>> {
    let all = ["all", "alla"].contains(&args.body.as_str());
    let folder = args.out.clone().unwrap_or_else(|| PathBuf::from(form::folder_name(period)));
    let path = |form: &Form| match (&args.out, all) {
        (_, true) => folder.join(&form.file),
        // A folder that is there already is meant as one.
        (Some(out), false) if out.is_dir() => out.join(&form.file),
        (Some(out), false) => out.clone(),
        (None, false) => PathBuf::from(&form.file),
    };
    let bytes = |form: &Form| xlsx::write(form).with_context(|| format!("kunde inte skriva / could not write {}", form.file));
    forms.iter().map(|form| Ok((path(form), bytes(form)?))).collect()
}

/// "uppfoljning-soc-2009.xlsx: Uppföljning 6 rader, Siffror 4 rader. Lämnas senast 31 mars 2010."
fn written(snapshot: &Snapshot, form: &Form, path: &Path, ui_language: UiLanguage) -> String {
    let rows = |count: usize| match (ui_language, count) {
        (UiLanguage::Swedish, 1) => "1 rad".to_owned(),
        (UiLanguage::Swedish, count) => format!("{count} rader"),
        (UiLanguage::English, 1) => "1 row".to_owned(),
        (UiLanguage::English, count) => format!("{count} rows"),
    };
    let sheets: Vec<String> = form.tables.iter().map(|table| format!("{} {}", table.name, rows(table.rows.len()))).collect();
    let date = |date: Date| format!("{date}");
    let due = match (form.due.map(date), ui_language) {
        (Some(due), UiLanguage::Swedish) => format!(" Lämnas senast {due}."),
        (Some(due), UiLanguage::English) => format!(" Due {due}."),
        (None, _) => String::new(),
    };
    let demo = match (snapshot.config.demo, ui_language) {
        (true, UiLanguage::Swedish) => " Exempelsiffror.",
        (true, UiLanguage::English) => " Example figures.",
        (false, _) => "",
    };
    format!("{}: {}.{due}{demo}\n", path.display(), sheets.join(", "))
}
