//! The `tydlig` program: parses arguments, runs one command, maps its outcome to an exit status.

use std::process::ExitCode;

use clap::Parser as _;
use tydlig::cli::Cli;
use tydlig::command::{self, Outcome};

fn main() -> ExitCode {
    match command::run(&Cli::parse()) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            eprintln!("tydlig: {error:#}");
            ExitCode::from(2)
        }
    }
}
