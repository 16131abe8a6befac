//! The commands: each chains stages and says what came of it. The only code that prints.

mod build;
mod explain;
mod form;
mod freeze;
mod routes;

use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;

use anyhow::{Context as _, bail};

use crate::cli::{self, CheckArgs, Cli, Command};
use crate::diagnostic::emit::{self, Colour, Format, Style};
use crate::diagnostic::{Level, Report, Speech};
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
    let speech = speech(cli);
    match &cli.command {
        Command::Build(args) => build::build(&site_folder(cli)?, args, speech),
        Command::Check(args) => build::check(&site_folder(cli)?, args, speech),
        Command::Freeze(args) => freeze::freeze(&site_folder(cli)?, args, speech),
        Command::Routes(args) => routes::routes(&site_folder(cli)?, args),
        Command::Form(args) => form::form(&site_folder(cli)?, args, speech),
        Command::Explain(args) => explain::explain(args.code.as_deref(), speech),
    }
}

/// `--lang`, else what the environment says of messages (POSIX: LC_ALL, LC_MESSAGES, LANG), else Swedish.
pub fn speech(cli: &Cli) -> Speech {
    match cli.lang {
        Some(cli::Speech::Sv) => return Speech::Swedish,
        Some(cli::Speech::En) => return Speech::English,
        None => {}
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    match locale {
        Some(locale) if locale.starts_with("en") => Speech::English,
        _ => Speech::Swedish,
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

fn load(folder: &std::path::Path, args: &CheckArgs) -> anyhow::Result<Loaded> {
    let today = match &args.today {
        Some(text) => {
            text.parse::<Date>().with_context(|| format!("--today {text}: skriv datumet som 2009-04-08 / write the date as 2009-04-08"))?
        }
        None => today(),
    };
    let loader = DiskLoader::new(folder);
    let options = Options { base_url: args.base_url.clone(), today };
    workspace::load(&loader, &options).with_context(|| format!("kunde inte läsa / could not read {}", folder.display()))
}

/// The clock: the one place that asks it.
fn today() -> Date {
    jiff::Zoned::now().date()
}

/// Prints findings and tells what they come to.
fn tell(report: &Report, sources: &Sources, (args, speech): (&CheckArgs, Speech)) -> anyhow::Result<Outcome> {
    let format = match args.format {
        cli::Format::Text => Format::Text,
        cli::Format::Short => Format::Short,
        cli::Format::Json => Format::Json,
        cli::Format::Github => Format::Github,
    };
    let terminal = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let colour = if terminal { Colour::Ansi } else { Colour::Plain };
    print(&emit::report(report, sources, Style { format, speech, colour }))?;
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
