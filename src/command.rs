//! The commands: each chains stages and says what came of it. The only code that prints.

mod build;
mod explain;
mod form;
mod freeze;
mod routes;
mod serve;

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::cli::{self, CheckArgs, Cli, Command};
use crate::diagnostic::emit::{self, Colour, Format, Style};
use crate::diagnostic::{Level, Message, Report, UiLanguage};
use crate::disk::{self, Existing, WriteError};
use crate::output::OutputError;
use crate::period::Date;
use crate::source::Sources;
use crate::source::load::DiskLoader;
use crate::workspace::{self, Loaded, Options};

/// What a command came to, as an exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is wrong: 0.
    Clean,
    /// The site has errors, or warnings that were denied: 1.
    Findings,
}

/// Runs one command.
///
/// # Errors
/// When it could not run at all: no site, an unreadable file, a full disk.
pub fn run(cli: &Cli) -> anyhow::Result<Outcome> {
    let ui_language = ui_language(cli);
    match &cli.command {
        Command::Serve(args) => serve::serve(&site_folder(cli)?, args, ui_language),
        Command::Build(args) => build::build(&site_folder(cli)?, args, ui_language),
        Command::Check(args) => build::check(&site_folder(cli)?, args, ui_language),
        Command::Freeze(args) => freeze::freeze(&site_folder(cli)?, args, ui_language),
        Command::Routes(args) => routes::routes(&site_folder(cli)?, args),
        Command::Form(args) => form::form(&site_folder(cli)?, args, ui_language),
        Command::Explain(args) => explain::explain(args.code.as_deref(), ui_language),
    }
}

/// `--lang`, else what the environment says of messages (POSIX: LC_ALL, LC_MESSAGES, LANG), else Swedish.
pub fn ui_language(cli: &Cli) -> UiLanguage {
    match cli.lang {
        Some(cli::LanguageArg::Sv) => return UiLanguage::Swedish,
        Some(cli::LanguageArg::En) => return UiLanguage::English,
        None => {}
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    match locale {
        Some(locale) if locale.starts_with("en") => UiLanguage::English,
        _ => UiLanguage::Swedish,
    }
}

fn site_folder(cli: &Cli) -> anyhow::Result<PathBuf> {
    if let Some(folder) = &cli.site {
        if !folder.join("site.toml").is_file() {
            bail!("{}: site.toml saknas / is missing", folder.display());
        }
        return Ok(folder.clone());
    }
    let here = std::env::current_dir().context("the current folder cannot be read")?;
    let found = here.ancestors().find(|folder| folder.join("site.toml").is_file());
    found.map(PathBuf::from).with_context(|| format!("ingen site.toml i eller ovanför / no site.toml in or above {}", here.display()))
}

fn load(folder: &Path, args: &CheckArgs) -> anyhow::Result<Loaded> {
    let today = day(args.today.as_deref())?.unwrap_or_else(today);
    let loader = DiskLoader::new(folder);
    let options = Options { base_url: args.base_url.clone(), today, drafts: args.drafts };
    workspace::load(&loader, &options).with_context(|| format!("kunde inte läsa / could not read {}", folder.display()))
}

/// The day that `--today` names.
fn day(text: Option<&str>) -> anyhow::Result<Option<Date>> {
    let parse = |text: &str| {
        text.parse::<Date>().with_context(|| format!("--today {text}: skriv datumet som 2009-04-08 / write the date as 2009-04-08"))
    };
    text.map(parse).transpose()
}

/// Why a folder or a file was not written, for whoever reads the terminal.
fn output_error(error: &OutputError, ui_language: UiLanguage) -> anyhow::Error {
    anyhow::Error::msg(error.in_ui_language(ui_language))
}

/// Writes files for people to work on, all or none; `exists` says why one that is there is not replaced.
fn write_files(
    files: &[(PathBuf, Vec<u8>)],
    existing: Existing,
    exists: impl FnOnce(&Path) -> Message,
    ui_language: UiLanguage,
) -> anyhow::Result<()> {
    disk::write_together(files, existing).map_err(|error| {
        let error = match error {
            WriteError::Exists(path) => OutputError::Refused(exists(&path)),
            WriteError::System(path, error) => OutputError::System(path, error),
        };
        output_error(&error, ui_language)
    })
}

/// The clock: the one place that asks it.
fn today() -> Date {
    jiff::Zoned::now().date()
}

/// Prints findings and tells what they come to.
fn print_report(report: &Report, sources: &Sources, args: &CheckArgs, ui_language: UiLanguage) -> anyhow::Result<Outcome> {
    let format = match args.format {
        cli::Format::Text => Format::Text,
        cli::Format::Short => Format::Short,
        cli::Format::Json => Format::Json,
        cli::Format::Github => Format::Github,
    };
    let terminal = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let colour = if terminal { Colour::Ansi } else { Colour::Plain };
    print(&emit::report(report, sources, Style { format, ui_language, colour }))?;
    let denied = args.deny.is_some() && report.count(Level::Warning) > 0;
    Ok(if report.has_errors() || denied { Outcome::Findings } else { Outcome::Clean })
}

/// Writes to the standard output. A reader that went away (`| head`) is no mistake of ours.
fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error).context("could not write to the standard output"),
        _ => Ok(()),
    }
}
