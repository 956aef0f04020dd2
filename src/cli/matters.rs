//! The catalogue that a subcommand reads: the register's, else the built-in examples.

use super::context::Context;
use super::failure::Failure;
use super::register;
use crate::builtin::catalog::examples;
use crate::desk::Desk;
use crate::domain::catalog::{Catalog, Circumstance, Day, Matter, MatterId};
use crate::domain::notice::CatalogStamp;
use crate::i18n::Lang;
use crate::i18n::catalog::catalog_error;
use crate::{paths, search};

/// Matters and their circumstances, wherever they stand.
pub enum Matters {
    /// A register's.
    Register(Box<Desk>),
    /// The examples that come with the program.
    Examples(Box<Catalog>),
}

/// Circumstances as people and scripts may name them: label and id.
pub fn labels(lang: Lang, circumstances: &[Circumstance]) -> Vec<String> {
    let label = |one: &Circumstance| {
        let label = lang.pick(&one.label, &one.label_en);
        format!("{label} ({})", one.id.as_str())
    };
    circumstances.iter().map(label).collect()
}

/// A matter as lists show it.
#[derive(Debug)]
pub struct MatterLine {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Department.
    pub department: String,
    /// The first day on which it is in force; empty for always.
    pub effective: String,
    /// The first day on which it is no more; empty for never.
    pub cancelled: String,
}

fn day(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

impl Matters {
    /// The register's where one is named or stands in its usual place.
    ///
    /// # Errors
    ///
    /// When the register cannot be read.
    pub fn open(cx: &mut Context) -> Result<Self, Failure> {
        let path = register::path(cx)?;
        if paths::is_named(cx.db.as_deref()) || path.exists() {
            return Ok(Self::Register(Box::new(register::read(cx)?)));
        }
        Self::examples(cx.lang())
    }

    /// The built-in examples.
    ///
    /// # Errors
    ///
    /// None as shipped.
    pub fn examples(lang: Lang) -> Result<Self, Failure> {
        let catalog = examples().map_err(|error| Failure::NotSaved(catalog_error(lang, &error)))?;
        Ok(Self::Examples(Box::new(catalog)))
    }

    /// The catalogue's id and version.
    pub fn stamp(&self) -> CatalogStamp {
        match self {
            Self::Register(desk) => desk.facts().catalog.clone(),
            Self::Examples(catalog) => CatalogStamp {
                id: catalog.id.clone(),
                version: catalog.version.clone(),
            },
        }
    }

    /// Every matter, in the catalogue's order.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn lines(&self, lang: Lang) -> Result<Vec<MatterLine>, Failure> {
        Ok(match self {
            Self::Register(desk) => desk
                .read()
                .matters()
                .map_err(|error| register::unread(lang, &error))?
                .into_iter()
                .map(|row| MatterLine {
                    id: row.id,
                    name: row.name,
                    name_en: row.name_en,
                    department: row.department,
                    effective: row.effective,
                    cancelled: row.cancelled,
                })
                .collect(),
            Self::Examples(catalog) => catalog
                .matters
                .iter()
                .map(|matter| MatterLine {
                    id: matter.id.0.clone(),
                    name: matter.name.clone(),
                    name_en: matter.name_en.clone(),
                    department: matter.department.clone(),
                    effective: day(matter.in_force.from),
                    cancelled: day(matter.in_force.until),
                })
                .collect(),
        })
    }

    /// The matter of this id.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn matter(&self, id: &str, lang: Lang) -> Result<Option<Matter>, Failure> {
        match self {
            Self::Register(desk) => {
                let today = desk.office().local(desk.now()).date();
                let read = desk.read();
                let now = read.matter_on(id, today);
                now.and_then(|found| match found {
                    // One that is not in force can still be looked at.
                    None => read.matter(id),
                    found => Ok(found),
                })
                .map_err(|error| register::unread(lang, &error))
            }
            Self::Examples(catalog) => Ok(catalog.matter(&MatterId(id.to_owned())).cloned()),
        }
    }

    /// The circumstances that change a matter's documents.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn circumstances(&self, matter: &Matter, lang: Lang) -> Result<Vec<Circumstance>, Failure> {
        match self {
            Self::Register(desk) => desk
                .read()
                .circumstances_of(matter)
                .map_err(|error| register::unread(lang, &error)),
            Self::Examples(catalog) => {
                let all = catalog.circumstances_of(matter);
                Ok(all.into_iter().cloned().collect())
            }
        }
    }

    /// The matter that a person names: by id or whole name, else by hanzi, pinyin
    /// or initials where only one fits. Several that fit come back as their names.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn named(&self, named: &str, lang: Lang) -> Result<Result<Matter, Vec<String>>, Failure> {
        let named = named.trim();
        if let Some(matter) = self.matter(named, lang)? {
            return Ok(Ok(matter));
        }
        if named.is_empty() {
            return Ok(Err(Vec::new()));
        }
        let lines = self.lines(lang)?;
        let exact = lines
            .iter()
            .find(|line| line.name == named || line.name_en.eq_ignore_ascii_case(named));
        let found: Vec<&MatterLine> = match exact {
            Some(line) => vec![line],
            None => search::pick(named, lines.iter().map(|line| line.name.as_str()))
                .into_iter()
                .filter_map(|at| lines.get(at))
                .collect(),
        };
        if let [only] = found.as_slice()
            && let Some(matter) = self.matter(&only.id, lang)?
        {
            return Ok(Ok(matter));
        }
        let fitting = found
            .iter()
            .map(|line| format!("{} {}", line.id, line.name));
        Ok(Err(fitting.collect()))
    }

    /// The register, when there is one.
    pub fn desk(&self) -> Option<&Desk> {
        match self {
            Self::Register(desk) => Some(desk),
            Self::Examples(_) => None,
        }
    }
}
