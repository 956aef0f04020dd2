//! From an open register to the app on a terminal.

use super::app::{App, Setting};
use super::run;
use super::setup::Setup;
use super::theme::Theme;
use crate::opening::{OpenError, Opened, Opening, rulebooks};

/// Opens the app; where there is no register yet, asks the questions of a first run.
///
/// # Errors
///
/// When the register or the terminal cannot be used.
pub fn open(opening: &Opening) -> Result<(), OpenError> {
    let theme = || Theme::asked_for(opening.ascii, |name| std::env::var(name).ok());
    let ask = || {
        let lang = opening.asked.unwrap_or(opening.locale);
        run::set_up(Setup::new(lang, theme(), rulebooks()))
    };
    let Some(opened) = opening.open(ask)? else {
        return Ok(());
    };
    let Opened {
        desk,
        lang,
        pepper,
        drafts,
        sheets,
        signed_in,
    } = opened;
    let setting = Setting {
        desk,
        lang,
        theme: theme(),
        pepper,
        drafts,
        sheets,
    };
    run::run(|size| {
        let mut app = App::new(setting, size)?.quiet(opening.quiet);
        if let Some(staff) = &signed_in {
            app.sign_in_as(staff)?;
        }
        Ok(app)
    })
}
