//! `act`: commands in order, one JSON line for each after its commit.

use std::io::{BufRead, IsTerminal};

use clap::Args;
use serde_json::{Map, Value, json};

use super::context::Context;
use super::failure::{Failure, Status};
use super::register::{self, Voice};
use super::{facts, out};
use crate::desk::{Actor, Desk, Done};
use crate::domain::command::{Envelope, Subject};
use crate::i18n::cli as words;

/// What `act` carries out.
#[derive(Debug, Args)]
pub struct ActArgs {
    /// Commands as JSON objects; without any, or for -, JSON lines on standard input
    #[arg(value_name = "JSON")]
    commands: Vec<String>,
}

/// Carries out each command, and leaves with the worst status met.
pub fn run(args: &ActArgs, cx: &mut Context) -> Result<Status, Failure> {
    match begin(args, cx) {
        Ok(mut acting) => match acting.all(args) {
            // Nobody reads the acknowledgements, so the rest is not carried out.
            Err(Failure::Unread) => Ok(acting.worst.max(Status::NotSaved)),
            ended => ended,
        },
        Err(failure) => {
            // What `act` prints is always JSON lines, so what stops it at the door is one too.
            cx.json = true;
            if let (Some(code), Some(message)) = (error_code(&failure), failure.message()) {
                out::json(&json!({"error": code, "message": message}))?;
            }
            Err(failure)
        }
    }
}

/// The code of a failure that is no refusal.
fn error_code(failure: &Failure) -> Option<&'static str> {
    match failure {
        Failure::Usage(_) => Some("usage"),
        Failure::NotSaved(_) => Some("not_saved"),
        Failure::NotVerified(_) => Some("not_verified"),
        Failure::Refused(_) | Failure::Unread => None,
    }
}

fn begin<'a>(args: &ActArgs, cx: &'a mut Context) -> Result<Acting<'a>, Failure> {
    let lang = cx.lang();
    if cx.staff.is_none() {
        return Err(Failure::Usage(words::missing_option(lang, "--as")));
    }
    if args.commands.is_empty() && std::io::stdin().is_terminal() {
        return Err(Failure::Usage(words::no_commands(lang)));
    }
    let mut desk = register::write(cx)?;
    let actor = Actor::Staff(register::staff(cx, &mut desk)?);
    let voice = Voice::of(&desk);
    Ok(Acting {
        cx,
        desk,
        actor,
        voice,
        worst: Status::Done,
        count: 0,
    })
}

/// A person acting on the register, command by command.
struct Acting<'a> {
    cx: &'a Context,
    desk: Desk,
    actor: Actor,
    voice: Voice,
    worst: Status,
    count: usize,
}

impl Acting<'_> {
    fn all(&mut self, args: &ActArgs) -> Result<Status, Failure> {
        if args.commands.is_empty() {
            self.input_lines()?;
        }
        for command in &args.commands {
            if command == "-" {
                self.input_lines()?;
            } else {
                self.one(command)?;
            }
        }
        Ok(self.worst)
    }

    fn input_lines(&mut self) -> Result<(), Failure> {
        let mut input = std::io::stdin().lock();
        let mut line = Vec::new();
        loop {
            line.clear();
            let count = input
                .read_until(b'\n', &mut line)
                .map_err(|error| Failure::NotSaved(error.to_string()))?;
            if count == 0 {
                return Ok(());
            }
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_start_matches('\u{feff}').trim();
            if !text.is_empty() {
                self.one(text)?;
            }
        }
    }

    fn one(&mut self, text: &str) -> Result<(), Failure> {
        self.count += 1;
        let lang = self.cx.lang();
        let (line, status) = match Envelope::from_json(text) {
            Err(reason) => {
                let message = out::clipped(&words::malformed(lang, self.count, &reason));
                out::say(&message);
                let line = json!({"error": "malformed", "message": message});
                (line, Status::Usage)
            }
            Ok(envelope) => match self.desk.carry_out(&self.actor, &envelope) {
                Ok(done) => self.done(&envelope, &done),
                Err(error) => Self::failed(&register::failed(lang, &error, &self.voice)),
            },
        };
        self.worst = self.worst.max(status);
        out::json(&line)
    }

    fn done(&self, envelope: &Envelope, done: &Done) -> (Value, Status) {
        let mut line = Map::new();
        let about = match envelope.command.subject() {
            Subject::NewInquiry | Subject::Inquiry(_) => "inquiry",
            Subject::NewHandover | Subject::Handover(_) => "handover",
            Subject::Staff(_) => "staff",
            Subject::Office => "office",
            Subject::Case(_) => "case",
        };
        line.insert(about.to_owned(), done.subject.as_str().into());
        let offset = self.desk.office().offset;
        let events = done.events.iter();
        line.insert(
            "events".to_owned(),
            events.map(|event| facts::json(event, offset)).collect(),
        );
        let Some(refusal) = &done.refused else {
            return (Value::Object(line), Status::Done);
        };
        line.extend(register::refusal_of(self.cx.lang(), refusal, &self.voice).json());
        (Value::Object(line), Status::Refused)
    }

    fn failed(failure: &Failure) -> (Value, Status) {
        let status = failure.status();
        if let Failure::Refused(refused) = failure {
            return (Value::Object(refused.json()), status);
        }
        let message = failure.message().unwrap_or_default();
        out::say(message);
        let code = error_code(failure);
        (json!({"error": code, "message": message}), status)
    }
}
