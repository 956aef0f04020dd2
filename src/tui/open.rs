//! From an open register to the app on a terminal.

use super::app::{App, Setting};
use super::run;
use super::setup::Setup;
use super::theme::Theme;
use crate::opening::{OpenError, Opened, Opening, rulebooks};
use crate::paths;

/// Opens the app; where there is no register yet, asks the questions of a first run.
///
/// # Errors
///
/// When the register or the terminal cannot be used.
pub fn open(opening: &Opening) -> Result<(), OpenError> {
    let theme = || {
        Theme::asked_for(opening.ascii, |name| {
            paths::variable(name)?.into_string().ok()
        })
    };
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
        kiosk,
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
        if kiosk {
            app.keep_to_itself();
        }
        if let Some(staff) = &signed_in {
            if kiosk {
                app.sign_in_with_key(staff)?;
            } else {
                app.sign_in_as(staff)?;
            }
        }
        Ok(app)
    })
}
