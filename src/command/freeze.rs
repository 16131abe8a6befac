//! `tydlig freeze`: keeps a period's approved figures in a file that later data does not change.

use std::path::Path;

use anyhow::{Context as _, bail};

use super::{Outcome, load, print, print_report, write_files};
use crate::cli::FreezeArgs;
use crate::diagnostic::{Message, UiLanguage};
use crate::disk::Existing;
use crate::document::frozen;
use crate::period::Period;
use crate::site::frozen::freeze as frozen_as;

/// Writes the file; refuses to write it again, and to freeze what is not over or not right.
pub(super) fn freeze(site: &Path, args: &FreezeArgs, ui_language: UiLanguage) -> anyhow::Result<Outcome> {
    let period = Period::parse(&args.period)
        .with_context(|| format!("{}: skriv perioden som 2009 eller 2009-T1 / write the period as 2009 or 2009-T1", args.period))?;
    let loaded = load(site, &args.check)?;
    let report = loaded.report(Vec::new());
    if report.has_errors() {
        return print_report(&report, &loaded.sources, &args.check, ui_language);
    }
    let model = &loaded.snapshot.site;
    if period.is_open() || period.end() >= model.today {
        bail!("{period}: perioden är inte slut än / the period is not over yet");
    }
    let path = Path::new("frozen").join(format!("{}.json", period.file_name()));
    let target = site.join(&path);
    let frozen = frozen_as(&model.pages, &model.programme, period, model.today, args.decision.clone());
    if frozen.figures.is_empty() && frozen.follow_ups.is_empty() {
        bail!("{period}: det finns inga siffror eller uppföljningar / there are no figures or follow-ups");
    }
    let files = [(target, frozen::write(&frozen).into_bytes())];
    write_files(&files, Existing::Keep, |_| frozen_already(&path), ui_language)?;
    let (figures, follow_ups) = (frozen.figures.len(), frozen.follow_ups.len());
    print(&match ui_language {
        UiLanguage::Swedish => format!("{}: fastställda värden {figures}, uppföljningar {follow_ups}.\n", path.display()),
        UiLanguage::English => format!("{}: frozen values {figures}, follow-ups {follow_ups}.\n", path.display()),
    })?;
    Ok(Outcome::Clean)
}

/// Also when two people freeze a period at once: the decision of one of them stands.
fn frozen_already(path: &Path) -> Message {
    let path = path.display();
    Message::new(
        format!(
            "{path}: perioden är redan fastställd. Nya siffror skrivs i content/data/; periodens sida visar vad som har ändrats sedan dess."
        ),
        format!("{path}: the period is frozen already. New figures go into content/data/; the period's page shows what has changed since."),
    )
}
