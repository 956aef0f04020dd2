//! `completions`: what a shell needs to complete the command line.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::args::Cli;
use super::context::Context;
use super::failure::{Failure, Status};
use super::out;
use crate::i18n::cli as words;

/// For which shell.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// bash, elvish, fish, powershell or zsh
    shell: String,
}

/// Prints the script.
pub fn run(args: &CompletionsArgs, cx: &Context) -> Result<Status, Failure> {
    let shell: Shell = args.shell.parse().map_err(|_| {
        let known = Some("bash elvish fish powershell zsh".to_owned());
        Failure::Usage(words::bad_value(cx.lang(), "SHELL", &args.shell, known))
    })?;
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "shouwen", &mut script);
    out::raw(&String::from_utf8_lossy(&script))?;
    Ok(Status::Done)
}
