//! The guide of an office: what it has promised the public, matter by matter
//! (D1 art. 1.4.4, 1.5), on a screen, on paper and as pages that need nothing else.
//!
//! One content has two forms: `text` sets it as lines of a given width, `html` as a
//! page. Both say the same documents as the checklist and the notice, for all three are
//! made from the same matter.

pub mod html;
mod index;
mod kept;
mod matter;
mod office;
pub mod publish;

pub use kept::Kept;

use crate::domain::catalog::{Circumstance, Matter};
use crate::domain::notice::CatalogStamp;
use crate::domain::rulebook::Rulebook;
use crate::domain::staff::Person;
use crate::i18n::Lang;
use crate::paper::layout::Sheet;

/// What a guide is made from.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The language of the guide.
    pub lang: Lang,
    /// The office's name.
    pub office: &'a str,
    /// Where to complain; the board on the counter where the office names no line.
    pub complaint: &'a str,
    /// Office hours on a working day.
    pub hours: &'a str,
    /// The day as of which it is true.
    pub day: chrono::NaiveDate,
    /// The rulebook in use.
    pub rules: &'a Rulebook,
    /// The catalogue in use.
    pub catalog: &'a CatalogStamp,
    /// Who works there: posts, scopes and windows stand in it, names do not.
    pub people: &'a [Person],
}

/// A matter with the circumstances that its documents name.
pub type Listed = (Matter, Vec<Circumstance>);

/// A guide, part by part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// What it is a guide to.
    pub title: String,
    /// The title in the other language; empty where both are the same.
    pub aside: String,
    /// Its parts; none is empty.
    pub parts: Vec<Part>,
}

/// One part under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its heading.
    pub heading: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// Something that stands in a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A label and what it says.
    Field(String, String),
    /// A paragraph.
    Text(String),
    /// A list of lines.
    Lines(Vec<String>),
    /// Documents that are asked together, of everyone or under one circumstance.
    Documents {
        /// Of whom they are asked.
        of: String,
        /// The circumstance; none where they are asked of everyone.
        when: Option<String>,
        /// The documents, in the order in which they are read out.
        documents: Vec<Asked>,
    },
}

/// A document as the public reads of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its name.
    pub name: String,
    /// Form and number, who issues it, how to fill it, and the like.
    pub says: Vec<String>,
}

impl Guide {
    /// The guide to one matter.
    pub fn of_matter(about: &About<'_>, listed: &Listed) -> Self {
        matter::guide(about, listed)
    }

    /// The guide to the office itself: structure, places, duties, service standard,
    /// discipline, fees and where to complain (D1 art. 1.4.4).
    pub fn of_office(about: &About<'_>, matters: &[Listed]) -> Self {
        office::guide(about, matters)
    }

    /// The guide as lines of at most `columns` columns.
    pub fn text(&self, columns: usize) -> String {
        let mut sheet = Sheet::new(columns);
        if !self.aside.is_empty() {
            sheet.text(&self.aside);
        }
        for part in &self.parts {
            sheet.gap();
            sheet.text(&format!("== {}", part.heading));
            for block in &part.blocks {
                put(&mut sheet, block);
            }
        }
        sheet.finish()
    }

    /// Adds a part, unless nothing stands in it.
    fn part(&mut self, heading: &str, blocks: Vec<Block>) {
        if !blocks.is_empty() {
            self.parts.push(Part {
                heading: heading.to_owned(),
                blocks,
            });
        }
    }
}

fn put(sheet: &mut Sheet, block: &Block) {
    match block {
        Block::Field(label, text) => sheet.hanging(&format!("{label} "), text),
        Block::Text(text) => sheet.text(text),
        Block::Lines(lines) => {
            for line in lines {
                sheet.hanging("- ", line);
            }
        }
        Block::Documents { of, documents, .. } => {
            sheet.text(of);
            for (nth, one) in (1..).zip(documents) {
                let lead = format!("{nth:>2} ");
                sheet.hanging(&lead, &one.name);
                for line in &one.says {
                    sheet.indented(lead.len(), line);
                }
            }
        }
    }
}

/// A label and what it says, unless that is nothing.
fn field(blocks: &mut Vec<Block>, label: &str, text: &str) {
    if !text.trim().is_empty() {
        blocks.push(Block::Field(label.to_owned(), text.trim().to_owned()));
    }
}

/// A list, unless it is empty.
fn lines(blocks: &mut Vec<Block>, lines: Vec<String>) {
    if !lines.is_empty() {
        blocks.push(Block::Lines(lines));
    }
}

#[cfg(test)]
mod tests;
