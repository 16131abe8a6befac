//! The command line as typed. No behaviour: see [`crate::command`].

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Compiles a municipality's programme into an accessible website in many languages.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// The site's folder; by default the nearest one upwards with a site.toml.
    #[arg(long, global = true, value_name = "DIR")]
    pub site: Option<PathBuf>,
    /// Language of messages; by default the environment's.
    #[arg(long, global = true, value_enum)]
    pub lang: Option<LanguageArg>,
}

/// A language of messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LanguageArg {
    /// Svenska.
    Sv,
    /// English.
    En,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Shows the site in the browser and follows every change to its files.
    Serve(ServeArgs),
    /// Compiles the site.
    Build(BuildArgs),
    /// Checks all that `build` checks and writes nothing.
    Check(CheckArgs),
    /// Lists every URL of the site.
    Routes(RoutesArgs),
    /// Writes the workbook in which a body follows up a period: what it owes, with what is known already.
    ///
    /// Filled in and put into content/data/, it is read as it is.
    Form(FormArgs),
    /// Keeps a period's approved figures, so that later data does not change them.
    Freeze(FreezeArgs),
    /// Explains a message by its code, such as R101.
    Explain(ExplainArgs),
}

/// What `build` and `check` share.
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// Address to build for, instead of site.toml's.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// The day that "late" is judged by; by default today.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
    /// Includes pages and translations with `draft: true`.
    #[arg(long)]
    pub drafts: bool,
    /// Lets warnings stop the build too.
    #[arg(long, value_enum, value_name = "WHAT")]
    pub deny: Option<Deny>,
    /// Form of messages.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// What may be denied.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Deny {
    /// All warnings.
    Warnings,
}

/// Form of messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// With code frames, for people.
    Text,
    /// One line each.
    Short,
    /// JSON lines.
    Json,
    /// GitHub's workflow commands.
    Github,
}

/// Arguments of `serve`.
#[derive(Args, Debug)]
pub struct ServeArgs {
    /// Port to serve at; the next free one if it is taken.
    #[arg(long, default_value_t = 4711)]
    pub port: u16,
    /// Address to listen at: whoever reaches it can read the site.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    pub host: std::net::IpAddr,
    /// Changes no files from the pages; with another --host than this computer's own, none are changed anyway.
    #[arg(long)]
    pub read_only: bool,
    /// Opens the site in the browser.
    #[arg(long)]
    pub open: bool,
    /// Address that opens a file in an editor; `none` for no links.
    #[arg(long, value_name = "URL", default_value = "vscode://file/{path}:{line}:{column}")]
    pub editor: String,
    /// The day that "late" is judged by; by default today.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
}

/// Arguments of `build`.
#[derive(Args, Debug)]
pub struct BuildArgs {
    /// Folder to write to; by default `public` in the site's folder.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// What it shares with `check`.
    #[command(flatten)]
    pub check: CheckArgs,
}

/// Arguments of `freeze`.
#[derive(Args, Debug)]
pub struct FreezeArgs {
    /// The period, such as 2009 or 2009-T1.
    pub period: String,
    /// The decision that approved the figures, such as "Kommunstyrelsen 2010-03-15 § 45".
    #[arg(long, value_name = "TEXT")]
    pub decision: Option<String>,
    /// What it shares with `check`.
    #[command(flatten)]
    pub check: CheckArgs,
}

/// Arguments of `routes`.
#[derive(Args, Debug)]
pub struct RoutesArgs {
    /// Form of the list.
    #[arg(long, value_enum, default_value_t = RoutesFormat::Text)]
    pub format: RoutesFormat,
}

/// Form of the list of routes.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum RoutesFormat {
    /// A table.
    Text,
    /// One JSON object a line.
    Json,
}

/// Arguments of `form`.
#[derive(Args, Debug)]
pub struct FormArgs {
    /// The body's id, or `all` (`alla`) for a form each.
    pub body: String,
    /// The period: 2009, 2009-T1, 2009-H1, 2009-Q1, 2009-VT, 2008/09 …
    pub period: String,
    /// File to write, or the folder for `all`; by default uppfoljning-BODY-PERIOD.xlsx, or uppfoljning-PERIOD/, here.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Replaces files that are there already, with what someone may have filled in.
    #[arg(long)]
    pub force: bool,
    /// The day that the form is made for; by default today.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
}

/// Arguments of `explain`.
#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// A code such as R101, or a name such as broken-link; without it, all are listed.
    pub code: Option<String>,
}
