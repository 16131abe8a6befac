//! The `tydlig` program: parses arguments, runs one command, maps its outcome to an exit status.

use std::process::ExitCode;

use clap::Parser as _;
use tydlig::cli::Cli;
use tydlig::command::{self, Outcome};

fn main() -> ExitCode {
    match command::run(&Cli::parse()) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => could_not_run(&error),
    }
}

#[expect(clippy::print_stderr, reason = "the program could not run, and this is where it says why")]
fn could_not_run(error: &anyhow::Error) -> ExitCode {
    eprintln!("tydlig: {error:#}");
    ExitCode::from(2)
}
