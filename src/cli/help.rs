//! Help in the person's language.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::Cli;
use crate::i18n::{Lang, help};

/// Prints the help that was asked for, worded anew where it is not English.
pub fn print(given: &[OsString], error: &clap::Error, lang: Lang) {
    let worded = match lang {
        Lang::En => None,
        Lang::Zh => chinese(Cli::command()).try_get_matches_from(given).err(),
    };
    // Who asked for help and reads no more is not worth failing for.
    let _ = worded.as_ref().unwrap_or(error).print();
}

/// The same command with Chinese texts.
fn chinese(command: Command) -> Command {
    let about = command.get_about().map(ToString::to_string);
    let mut command = command
        .help_template(help::TEMPLATE)
        .subcommand_help_heading(help::SUBCOMMANDS)
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                help::ARGUMENTS
            } else {
                help::OPTIONS
            };
            let arg = match arg.get_help().map(ToString::to_string) {
                Some(text) => arg.help(help::chinese(&text).to_owned()),
                None => arg,
            };
            arg.help_heading(heading)
        });
    command = command.disable_help_flag(true).arg(
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help(help::SHOW_USAGE)
            .help_heading(help::OPTIONS),
    );
    if command.get_version().is_some() {
        command = command.disable_version_flag(true).arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(help::SHOW_VERSION)
                .help_heading(help::OPTIONS),
        );
    }
    if let Some(about) = about {
        command = command.about(help::chinese(&about).to_owned());
    }
    command.mut_subcommands(chinese)
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory};

    use super::super::args::Cli;
    use crate::i18n::help;

    fn texts(command: &Command, found: &mut Vec<String>) {
        found.extend(command.get_about().map(ToString::to_string));
        for arg in command.get_arguments() {
            found.extend(arg.get_help().map(ToString::to_string));
        }
        for sub in command.get_subcommands() {
            texts(sub, found);
        }
    }

    #[test]
    fn every_text_of_the_help_has_its_chinese() {
        let mut found = Vec::new();
        texts(&Cli::command(), &mut found);
        let missing: Vec<_> = found
            .iter()
            .filter(|text| help::chinese(text) == text.as_str())
            .collect();
        assert!(missing.is_empty(), "{missing:#?}");
    }
}
