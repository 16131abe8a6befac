//! `tydlig serve`.

use std::path::Path;

use anyhow::Context as _;

use super::{Outcome, day, print, today};
use crate::cli::ServeArgs;
use crate::diagnostic::UiLanguage;
use crate::preview::{Editing, Preview, Settings};

const COULD_NOT_WAIT: &str = "kunde inte vänta på / could not wait for Ctrl-C";

/// Serves the site until it is interrupted.
pub(super) fn serve(site: &Path, args: &ServeArgs, ui_language: UiLanguage) -> anyhow::Result<Outcome> {
    let day = day(args.today.as_deref())?;
    let settings = Settings {
        host: args.host,
        port: args.port,
        ui_language,
        editor: Some(args.editor.clone()).filter(|editor| editor != "none"),
        editing: if args.read_only { Editing::Off } else { Editing::Allowed },
        // A preview may run past midnight.
        today: Box::new(move || day.unwrap_or_else(today)),
    };
    let preview = Preview::start(site, settings).with_context(|| match ui_language {
        UiLanguage::Swedish => format!("kunde inte visa {} på {}:{}", site.display(), args.host, args.port),
        UiLanguage::English => format!("could not serve {} at {}:{}", site.display(), args.host, args.port),
    })?;
    let url = preview.url();
    let taken = args.port != 0 && preview.port() != args.port;
    // Whoever reads that Ctrl-C stops it may press it at once.
    let run = preview.until_interrupted().context(COULD_NOT_WAIT)?;
    let (port, line) = (args.port, if taken { "\n" } else { "" });
    print(&match ui_language {
        UiLanguage::Swedish => {
            let taken = if taken { format!("Port {port} är upptagen.") } else { String::new() };
            format!("{taken}{line}Webbplatsen visas på {url} och följer ändringar i filerna. Ctrl-C avslutar.\n")
        }
        UiLanguage::English => {
            let taken = if taken { format!("Port {port} is taken.") } else { String::new() };
            format!("{taken}{line}The site is at {url} and follows changes to its files. Ctrl-C stops it.\n")
        }
    })?;
    if args.open {
        open(&url, ui_language)?;
    }
    run().context(COULD_NOT_WAIT)?;
    Ok(Outcome::Clean)
}

/// Opens an address in the browser; without one, the address stands in the terminal.
fn open(url: &str, ui_language: UiLanguage) -> anyhow::Result<()> {
    let mut command = if cfg!(target_os = "macos") {
        std::process::Command::new("open")
    } else if cfg!(windows) {
        let mut command = std::process::Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        std::process::Command::new("xdg-open")
    };
    // What the browser says belongs in no terminal.
    let quiet = std::process::Stdio::null;
    let started = command.arg(url).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
    if started.is_err() {
        return print(match ui_language {
            UiLanguage::Swedish => "Webbläsaren kunde inte öppnas: öppna adressen själv.\n",
            UiLanguage::English => "The browser could not be opened: open the address yourself.\n",
        });
    }
    Ok(())
}
