//! The ledger of a period and its figures as a file: a workbook, or one table as .csv.
//!
//! It goes out row by row, so that its size does not matter; beside the place where it
//! will lie, and is moved there when it is whole and on record.

mod cells;
mod figures;
mod file;
mod text;
mod workbook;

use std::path::Path;

use thiserror::Error;

use crate::desk::Desk;
use crate::domain::time::Moment;
use crate::i18n::{Lang, export as say};
use crate::store::{Figure, Grouping, Part, Read, Span, StoreError};
use cells::{Cell, Shown};
pub use file::Ready;
use file::Unfinished;
use text::Text;
use workbook::Book;

/// Rows between two words of progress.
const EVERY: u64 = 1_000;

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A workbook with a sheet a part, and one of figures.
    Xlsx,
    /// One table.
    Csv {
        /// The part; the figures without one.
        part: Option<Part>,
        /// In GB18030 rather than UTF-8 with its mark.
        gb18030: bool,
    },
}

/// What goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// The days of registration.
    pub span: Span,
    /// The kind of file.
    pub kind: Kind,
    /// Whether names and telephones stand in clear.
    pub reveal: bool,
    /// The language of heads and words.
    pub lang: Lang,
}

/// Why nothing went out.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The register cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file cannot be written.
    #[error("{0}")]
    File(String),
    /// It was called off.
    #[error("called off")]
    Cancelled,
}

impl From<std::io::Error> for ExportError {
    fn from(error: std::io::Error) -> Self {
        Self::File(error.to_string())
    }
}

/// Where rows go.
trait Sink {
    /// A new table.
    fn begin(&mut self, name: &str, heads: &[(&str, f64)]) -> Result<(), ExportError>;
    /// A row of it.
    fn row(&mut self, cells: &[Cell]) -> Result<(), ExportError>;
    /// All of it is there.
    fn finish(&mut self, file: &mut std::fs::File) -> Result<(), ExportError>;
}

/// How far it is: rows written, and rows in all. Says whether to go on.
pub type Progress<'a> = dyn FnMut(u64, u64) -> bool + 'a;

/// Writes everything that is ordered into a file beside `to`. It is in its place after
/// [`Ready::place`], and gone when it is dropped before.
///
/// # Errors
///
/// When the register cannot be read or the file not be written, and when `progress`
/// says to stop; nothing is left behind then.
pub fn export(
    desk: &Desk,
    order: &Order,
    to: &Path,
    progress: &mut Progress<'_>,
) -> Result<Ready, ExportError> {
    let mut unfinished = Unfinished::beside(to)?;
    let mut sink: Box<dyn Sink> = match order.kind {
        Kind::Xlsx => Box::new(Book::within(unfinished.directory())?),
        Kind::Csv { gb18030, .. } => Box::new(Text::over(unfinished.file()?, gb18030)),
    };
    let run = |read: Read<'_>| {
        let mut going = Going::new(desk, order, read, progress)?;
        going.all(sink.as_mut())
    };
    let inquiries = desk.store().at_one_moment(run)??;
    sink.finish(unfinished.file_mut())?;
    drop(sink);
    // Nothing is kept of what was called off while it was packed.
    if !progress(u64::MAX, u64::MAX) {
        return Err(ExportError::Cancelled);
    }
    Ok(unfinished.ready(inquiries)?)
}

/// An export under way.
struct Going<'a, 'p> {
    order: &'a Order,
    read: Read<'a>,
    desk: &'a Desk,
    shown: Shown<'a>,
    bounds: (Moment, Moment),
    done: u64,
    of: u64,
    progress: &'p mut Progress<'p>,
}

impl<'a, 'p> Going<'a, 'p> {
    fn new(
        desk: &'a Desk,
        order: &'a Order,
        read: Read<'a>,
        progress: &'p mut Progress<'p>,
    ) -> Result<Self, ExportError> {
        let office = desk.office();
        let start = |day: chrono::NaiveDate| office.moment(day.and_time(chrono::NaiveTime::MIN));
        let after = order.span.until.succ_opt().unwrap_or(order.span.until);
        let bounds = (start(order.span.from), start(after));
        let mut of = 0;
        for part in parts(order.kind) {
            of += read.going_out(part, order.span, bounds)?;
        }
        Ok(Self {
            order,
            read,
            desk,
            shown: Shown::of(desk, order),
            bounds,
            done: 0,
            of,
            progress,
        })
    }

    /// Every table; how many inquiries count as registered.
    fn all(&mut self, sink: &mut dyn Sink) -> Result<u64, ExportError> {
        for part in parts(self.order.kind) {
            self.part(part, sink)?;
        }
        let (span, office) = (self.order.span, self.desk.office());
        let whole = self.read.figures(span, Grouping::Leg, office)?.whole;
        if matches!(self.order.kind, Kind::Xlsx | Kind::Csv { part: None, .. }) {
            figures::write(self.read, self.order, &self.shown, office, sink)?;
        }
        Ok(whole.count(Figure::Registered))
    }

    fn part(&mut self, part: Part, sink: &mut dyn Sink) -> Result<(), ExportError> {
        let lang = self.order.lang;
        let fields = part.fields();
        let heads: Vec<(&str, f64)> = fields
            .iter()
            .map(|field| (say::head(lang, *field), cells::width(*field)))
            .collect();
        sink.begin(say::sheet(lang, part), &heads)?;
        let mut result = Ok(());
        let mut cells = Vec::with_capacity(fields.len());
        let (done, of) = (&mut self.done, self.of);
        let (shown, progress) = (&self.shown, &mut self.progress);
        self.read
            .hand_out(part, self.order.span, self.bounds, &mut |row| {
                cells.clear();
                let name = shown.name_of(fields, row);
                let all = fields.iter().enumerate();
                cells.extend(all.map(|(at, field)| shown.cell(*field, row, at, name)));
                result = sink.row(&cells);
                *done += 1;
                if *done % EVERY == 0 && !progress(*done, of) {
                    result = Err(ExportError::Cancelled);
                }
                result.is_ok()
            })?;
        result
    }
}

/// The parts that a kind of file has.
fn parts(kind: Kind) -> Vec<Part> {
    match kind {
        Kind::Xlsx => Part::ALL.to_vec(),
        Kind::Csv { part, .. } => part.into_iter().collect(),
    }
}
